"""Numbers in words: from a plain word to its value, and from the values that follow each other to digits.

A language lists its words with their values. Compounds are made of them: zweiundzwanzig, tjueto, centoventidue.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from crosscase.detectors.words import shapes_of, words_of
from crosscase.languages.vocabulary import Language, shape

_TENS, _REPEATED = range(20, 100, 10), range(2, 7)  # numbers; the others say how often one digit stands
_VOWELS = "aeiou"
_HESITATION = re.compile(
    r"h?[aeou]h+m*|h[aeu]m+|e{2,}h*m*|h+m+|e+r+m*|[eu]m+|[ym]{2,}|ε{2,}μ*|ε?μ{2,}|χμ+|ε+χ+μ*"
)  # plain shapes
_BESIDE = re.compile(r"\s|-|\s-\s")  # between the words of one number


class NumberInWords(NamedTuple):
    """A number in words: its place and its digits."""

    start: int
    end: int
    digits: str


@cache
def values(language: Language) -> Mapping[str, int]:
    """The value of each number in words below 1,000, by its plain shape, as far as it is one word."""
    listed = _pairs(language, "numbers")
    units = {word: value for word, value in listed.items() if 0 < value < 10}
    tens = {word: value for word, value in listed.items() if value in _TENS}
    joins = language.contact("number_joins")
    made: dict[str, int] = {}
    if language.contact("tens_first"):
        made |= {
            ten + teen: 2000 + year
            for ten, y in tens.items()
            if y == 20
            for teen, year in listed.items()
            if 9 < year < 20
        }
    for ten, tenfold in tens.items():
        for unit, one in units.items():
            if language.contact("tens_first"):
                made[ten + unit] = tenfold + one
                if unit[0] in _VOWELS:
                    made[ten[:-1] + unit] = tenfold + one
            if language.contact("units_first"):
                made |= {unit + join + ten: tenfold + one for join in joins}
                if unit.endswith(tuple(join for join in joins if join) or "\0"):
                    made[unit + ten] = tenfold + one  # jednadvacet
    made |= {
        word + unit: int(str(one) * number)
        for word, number in times(language).items()
        for unit, one in units.items()
        if " " not in word
    }  # doppelneun
    hundreds = [word for word, value in listed.items() if value == 100]
    made |= {unit + hundred: one * 100 for hundred in hundreds for unit, one in units.items()}
    if language.contact("hundreds_joined"):
        made |= _hundreds({**made, **listed}, ("", *joins))
    return {**made, **listed}


def _hundreds(number_of: Mapping[str, int], joins: Sequence[str]) -> dict[str, int]:
    """Compounds of a hundred and a smaller number: hunderteins, hundreogtolv, duecentoventi."""
    below = [(word, value) for word, value in number_of.items() if 0 < value < 100]
    hundreds = [(word, value) for word, value in number_of.items() if value in range(100, 1000, 100)]
    joined = {
        hundred + join + word: hundredfold + value
        for hundred, hundredfold in hundreds
        for join in joins
        for word, value in below
    }
    return joined | {
        hundred[:-1] + word: hundredfold + value
        for hundred, hundredfold in hundreds
        for word, value in below
        if hundred[-1] in _VOWELS and word[0] == hundred[-1]
    }  # trecentotto


@cache
def nouns_for_one(language: Language) -> frozenset[str]:
    """The words for one that are no article, in a language whose nouns have capital letters: eins."""
    ones = (
        frozenset(word for word, value in values(language).items() if value == 1) if language.articles else frozenset()
    )
    return ones - language.indefinites - language.determiners


@lru_cache(2**14)
def is_hesitation(word: str) -> bool:
    """Whether a plain word is a sound between words, in any language: er, ehm, εεε."""
    return _HESITATION.fullmatch(word) is not None


def numbers_in(text: str, language: Language, most_digits: int) -> Iterator[NumberInWords]:
    """The numbers in words of a text that have few digits: forty-eight, cento due, a hundred and one, five two."""
    number_of, joins = values(language), language.contact("number_joins")
    found: list[int | str] = []
    start = end = reached = -1
    if number_of.keys().isdisjoint(shapes_of(text)):
        return
    for word in words_of(text):
        number = number_of.get(word.shape)
        if number is None and not found:
            continue
        is_beside = bool(found) and _BESIDE.fullmatch(text, reached, word.start) is not None
        if found and not (is_beside and (number is not None or word.shape in joins)):
            yield from _few(start, end, found, most_digits)
            found = []
        if number is not None:
            start = start if found else word.start
            found.append(number)
            end = word.end
        reached = word.end
    yield from _few(start, end, found, most_digits)


def _few(start: int, end: int, found: Sequence[int | str], most_digits: int) -> Iterator[NumberInWords]:
    digits = digits_of(found) if found else ""
    if 0 < len(digits) <= most_digits:
        yield NumberInWords(start, end, digits)


@cache
def times(language: Language) -> Mapping[str, int]:
    """Words that repeat the next digit: double, triple, fünfmal."""
    often = language.contact("as_often")
    small = {word: value for word, value in _pairs(language, "numbers").items() if value in _REPEATED}
    return {word + one: value for one in often for word, value in small.items()} | _pairs(language, "times")


def digits_of(numbers: Sequence[int | str]) -> str:
    """The digits that some numbers say; figures are strings: six hundred and two, 07, twenty-two are 6020722."""
    return "".join(map(str, parts_of(numbers)))


def parts_of(numbers: Sequence[int | str]) -> list[int | str]:
    """The numbers that some words say: six, hundred, two, twenty, two are 602 and 22.

    A ten takes the unit behind it, a hundred what is below it, and a unit before a hundred multiplies it.
    """
    parts: list[int | str] = []
    for number in numbers:
        last = parts[-1] if parts else None
        if isinstance(number, int) and isinstance(last, int) and _takes(last, number):
            parts[-1] = last * number if number == 100 else last + number
        else:
            parts.append(number)
    return parts


def _takes(last: int, number: int) -> bool:
    if number == 100:
        return 1 < last < 10
    return (last in _TENS and 0 < number < 10) or (last >= 100 and last % 100 == 0 and 0 < number < 100) or (
        last > 100 and last % 100 in _TENS and 0 < number < 10
    )  # fmt: skip


def _pairs(language: Language, name: str) -> dict[str, int]:
    listed = (word.rpartition("=") for word in language.contact(name))
    return {shape(word): int(value) for word, _, value in listed}
