"""Numbers that are too long to count anything, or have the form of none that does: 0057218, 50 712 33.

A person decides. Amounts in groups of three, hours, dates, laws and ranges of years are none. Three groups of three, or
a number of five figures and more that is not round, count what stands behind them, if something does: 264 418 236, and.

ASSUME: nothing is counted by a number before a sign, a small word or the end of a text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from crosscase.detectors.nearby import digits_in
from crosscase.detectors.ordinary_use import is_frequent
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.whose_dates import is_dated
from crosscase.detectors.words import value_of, words_from
from crosscase.languages.word_classes import is_verb

_DOUBT = "a long number"
_FEWEST = 4  # digits
_LONGEST_SMALL = 4  # letters of a frequent word that no number counts
_BEGINS = r"(?<![\w.,€$£+-])"
_RUN = re.compile(r"(?<![\w.,])\d(?:[ \u00a0/.-]?\d){6,}(?![\w])")
_OF_ZERO = r"0(?:\d{4,}|\d \d{4}|\d{3}(?: \d{2,})+|\d{1,3}-\d{3,})"
_WITH_ZERO = re.compile(rf"(?<![\w.,+/:-])(?<!\d )(?:\d{{1,4}} )?{_OF_ZERO}(?![\w.,:/-]\d|\w| \d)")
_BEHIND_BRACKET = re.compile(r"\(\d{2,5}\)[ -]?\d(?:[ .-]?\d){4,}(?!\w)")
_SINGLE = re.compile(r"(?<![\w.,])(?<!\d )\d(?: \d){3,}(?![\w]| \d)")
_LONG = re.compile(rf"{_BEGINS}(?<!\d )(?:\d{{3}}([ .])\d{{3}}\1\d{{3}}|\d{{5,7}})(?![\w%°]|[.,:/-]\d| \d| ?[%€$£])")
_NO_IDENTIFIER = re.compile(
    r"\d{1,3}(?:[ \u00a0.,]\d{3})+|(?:19|20)\d\d ?[-/ ] ?(?:19|20)\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}[.:]\d\d-\d{1,2}[.:]\d\d|\d{1,2}[-/](?:19|20)\d\d"
)
_OF_YEAR = re.compile(r"\d+/(?:19|20)\d\d")  # a law, or the number of a file
_ROUND = "00"


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Long numbers."""
    if digits_in(text) < _FEWEST:
        return
    for pattern in (_RUN, _WITH_ZERO):
        for match in pattern.finditer(text):
            if not (_is_law(match, setting) or _NO_IDENTIFIER.fullmatch(match[0]) or _are_in_order(match[0])):
                yield _span(match)
    for match in _BEHIND_BRACKET.finditer(text):
        yield _span(match)
    for match in _SINGLE.finditer(text):
        if not _are_in_order(match[0]):
            yield _span(match)
    for match in _LONG.finditer(text):
        if not match[0].endswith(_ROUND) and counts_nothing(text, match.end(), setting):
            yield _span(match)


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span(), "NUMBER", re.sub(r"\D", "", match[0]), _DOUBT)


def _is_law(match: re.Match[str], setting: Setting) -> bool:
    """Whether a number and its year stand behind a word such as "act"."""
    is_of_year = _OF_YEAR.fullmatch(match[0]) is not None
    return is_of_year and any(is_dated(match.string, match.start(), language) for language in setting.languages)


def _are_in_order(figures: str) -> bool:
    """Whether somebody only counts: 9 10 11 12."""
    numbers = list(map(value_of, re.findall(r"\d+", figures)))
    return len(numbers) > 1 and {other - one for one, other in pairwise(numbers)} == {1}


def counts_nothing(text: str, end: int, setting: Setting) -> bool:
    """Whether a sign, a small word or nothing stands behind a number."""
    if not text[end : end + 1].isspace():
        return True
    behind = next(iter(words_from(text, end, 1)), None)
    if behind is None or not text[end : behind.start].isspace():
        return True
    word = behind.shape
    is_short = len(word) <= _LONGEST_SMALL and is_frequent(word, setting)
    is_unit = any(
        word.startswith(tuple(language.contact("units"))) for language in setting.languages if language.contact("units")
    )
    written = text[behind.start : behind.end].lower()
    is_verb_form = any(is_verb(written, language.code) for language in setting.languages)
    return not is_unit and (is_short or is_verb_form or word in setting.grammar or word in setting.joining)
