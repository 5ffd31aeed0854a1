"""Telephone numbers in words, or in words and figures: oh seven seven double four, nine one two.

Numbers in words that follow each other are read as digits, also with small breaks between them ("um", "and then").
`dialled_numbers` says whether they are a telephone number.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from crosscase.detectors.dialled_numbers import (
    DOUBT,
    FEWEST,
    FEWEST_DICTATED,
    FEWEST_NUMBERS,
    RISING,
    are_figures_said,
    doubt_of,
)
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import digits_of, is_hesitation, nouns_for_one, times, values
from crosscase.detectors.words import Word, words_of
from crosscase.languages.vocabulary import Language

_MOST_REPEATED = 6  # times that one digit stands in a number
_FEWEST_REPEATED = 3  # digits of a part of a number that is said again
REPEATED = 4  # digits that a word such as "triple" adds to the next number, at most
MOST_FILLERS = 3  # words between two numbers
_LONGEST_FIGURES = 5
# A few words between signs: 774, you know, 58.
_ASIDE = re.compile(r"(?:\s*[,;…–—-]+\s*(?:[^\W\d_]+\s){0,2}[^\W\d_]+){1,2}\s*[,;…–—-]+\s*")
SIGNS_OF_ASIDES = tuple(",;…–—-")
# Also a change of speaker: – six two one? – Yes, and …
_BREAK = re.compile(r"[\s,;.:?!…–—/()+\"„“”«»'’-]{0,8}(?:\w:\s)?")
_FILLERS = ("number_fillers", "number_joins", "number_asides", "slashes", "spoken_hyphens", "spoken_dot", "corrections")


class _Run:
    """Numbers that follow each other: the words that say them, and their values; figures are strings."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Begin again."""
        self.numbers: list[int | str] = []
        self.start = self.end = -1
        self.fillers = 0
        self.repeat = 1
        self.is_said = False  # small words stand between its numbers
        self.is_aside = False  # words that are said in passing stand before the next one

    def repeats(self, word: Word, number_of_times: int) -> None:
        """Take a word such as "double"."""
        self.start = word.start if self.start < 0 else self.start
        self.repeat = number_of_times

    def may_repeat(self) -> bool:
        """Whether the last number may say how often the next one stands: five times the seven."""
        return bool(self.numbers) and self.numbers[-1] in range(2, _MOST_REPEATED + 1)

    def repeat_next(self) -> None:
        """Take the last number as that of the next ones."""
        number = self.numbers.pop()
        self.repeat = number if isinstance(number, int) else 1

    def take(self, word: Word, number: int | str) -> None:
        """Take a number."""
        self.start = word.start if self.start < 0 else self.start
        self.numbers += [number] * self.repeat
        is_joined = self.fillers > 0 or self.is_aside or self.repeat > 1
        self.is_said = self.is_said or (is_joined and len(self.numbers) > self.repeat)
        self.end, self.fillers, self.repeat, self.is_aside = word.end, 0, 1, False


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Telephone numbers in words."""
    for language in setting.languages:
        said = ""
        for start, end, numbers, is_said in _runs(text, words_of(text), language) if values(language) else ():
            if len(numbers) < 2:
                continue
            doubt = doubt_of(text, start, end, numbers, language)
            digits = digits_of(numbers)
            is_again = len(numbers) > 1 and len(digits) >= _FEWEST_REPEATED and digits in said
            if doubt is None and (is_again or (is_said and are_figures_said(text, start, end, numbers, language))):
                doubt = DOUBT
            if doubt is not None:
                said = f"{said} {digits}"
                yield Span(start, end, "PHONE", digits, doubt)


def _runs(text: str, words: Iterable[Word], language: Language) -> Iterator[tuple[int, int, list[int | str], bool]]:
    """The runs of numbers: start, end, values, and whether small words stand between them."""
    number_of, repeated, fillers = values(language), times(language), _fillers(language)
    plus, small = language.contact("plus"), language.particles | language.articles | language.determiners
    as_often = frozenset(language.contact("as_often"))
    run = _Run()
    end = 0
    for word in words:
        number = _number(word, number_of)
        says = number is not None or word.shape in repeated
        if not says and run.start < 0 and word.shape not in plus:
            continue
        if not says and run.numbers and _is_aside(text, run.end, word):
            end, run.is_aside = word.end, True
            continue
        if run.start >= 0 and not _BREAK.fullmatch(text, end, word.start):
            yield run.start, run.end, run.numbers, run.is_said
            run.clear()
        end = word.end
        if number is not None:
            run.take(word, number)
        elif word.shape in repeated or (word.shape in plus and not run.numbers):
            run.repeats(word, repeated.get(word.shape, 1))
        elif word.shape in as_often and run.may_repeat():
            run.repeat_next()
        elif (
            (run.numbers or run.repeat > 1)
            and (word.shape in fillers or is_hesitation(word.shape) or (run.repeat > 1 and word.shape in small))
            and run.fillers < MOST_FILLERS
        ):
            run.fillers += 1
        elif run.start >= 0:
            yield run.start, run.end, run.numbers, run.is_said
            run.clear()
    yield run.start, run.end, run.numbers, run.is_said


def _is_aside(text: str, end: int, word: Word) -> bool:
    """Whether a word is said in passing behind a number, between signs."""
    aside = _ASIDE.match(text, end)
    return aside is not None and word.start < aside.end() and not any(map(str.isdecimal, text[end : aside.end()]))


@cache
def telling(language: Language) -> frozenset[str]:
    """The numbers in words of which every telephone number has one.

    ASSUME: nobody has a telephone number of ones alone; words for one are in every text.
    """
    return frozenset(values(language)) - ones(language)


@cache
def ones(language: Language) -> frozenset[str]:
    """Words for one that are articles, as they are in most languages."""
    return frozenset(word for word, value in values(language).items() if value == 1) - nouns_for_one(language)


@cache
def words_within(language: Language) -> frozenset[str]:
    """The plain words that may stand in a telephone number in words."""
    return _between(language).union(values(language), times(language))


def may_be_one(numbers: int, digits: int, are_last: bool = False) -> bool:
    """Whether so many numbers with so many digits may be a telephone number, or its last ones."""
    if are_last and numbers >= FEWEST_NUMBERS:
        return True
    is_dictated = (numbers >= RISING and digits >= FEWEST_DICTATED - 1) or (numbers > 1 and digits >= FEWEST)
    return is_dictated or (numbers >= FEWEST_NUMBERS and digits >= FEWEST_DICTATED)


def digits_said(words: Sequence[str], setting: Setting) -> int | None:
    """How many digits plain words say at most; 0 if they may stand between numbers, None if they do not."""
    digits = sum(_digits_said(word, setting) for word in words)
    if digits or all(
        len(word) == 1 or is_hesitation(word) or any(word in _between(language) for language in setting.languages)
        for word in words
    ):
        return digits
    return None


def _digits_said(word: str, setting: Setting) -> int:
    if word.isdecimal():
        return len(word)
    numbers = [values(language)[word] for language in setting.languages if word in values(language)]
    repeats = any(word in times(language) for language in setting.languages)
    return max([REPEATED * repeats, *(len(str(number)) for number in numbers)])


def _number(word: Word, number_of: Mapping[str, int]) -> int | str | None:
    if word.shape.isdecimal():
        return word.shape if len(word.shape) <= _LONGEST_FIGURES else None
    return number_of.get(word.shape)


@cache
def _fillers(language: Language) -> frozenset[str]:
    """Words of a small break, and those that join numbers."""
    listed = [word for name in _FILLERS for word in language.contact(name)]
    return frozenset(word for phrase in listed for word in phrase.split())


@cache
def _between(language: Language) -> frozenset[str]:
    """Words that may stand in a number without being one."""
    return _fillers(language).union(language.contact("plus"))
