"""Numbers in words: from a plain word to its value, and from the values that follow each other to digits.

A language lists its words with their values. Compounds are made of them: zweiundzwanzig, tjueto, ventidue.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from crosscase.languages.vocabulary import Language, shape

_TENS = range(20, 100, 10)
_VOWELS = "aeiou"


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
    if any(value == 100 for value in listed.values()):
        hundreds = [word for word, value in listed.items() if value == 100]
        made |= {unit + hundred: one * 100 for hundred in hundreds for unit, one in units.items()}
    return {**made, **listed}


@cache
def times(language: Language) -> Mapping[str, int]:
    """Words that repeat the next digit: double, triple."""
    return _pairs(language, "times")


def digits_of(numbers: Sequence[int | str]) -> str:
    """The digits that some numbers say; figures are strings: six hundred and two, 07, twenty-two are 6020722.

    A ten takes the unit behind it, a hundred what is below it, and a unit before a hundred multiplies it.
    """
    parts: list[int | str] = []
    for number in numbers:
        last = parts[-1] if parts else None
        if isinstance(number, int) and isinstance(last, int) and _takes(last, number):
            parts[-1] = last * number if number == 100 else last + number
        else:
            parts.append(number)
    return "".join(map(str, parts))


def _takes(last: int, number: int) -> bool:
    if number == 100:
        return 1 < last < 10
    return (last in _TENS and 0 < number < 10) or (last >= 100 and last % 100 == 0 and 0 < number < 100) or (
        last > 100 and last % 100 in _TENS and 0 < number < 10
    )  # fmt: skip


def _pairs(language: Language, name: str) -> dict[str, int]:
    listed = (word.rpartition("=") for word in language.contact(name))
    return {shape(word): int(value) for word, _, value in listed}
