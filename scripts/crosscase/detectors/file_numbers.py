"""Numbers of cases, files, clients and policies, beside a word that says so: Aktenzeichen 12 F 345/20.

1. Behind a word such as "case number" there may be a few words before the number: I think it was 884512.
2. Behind a word such as "case" the number follows at once or after "no.", and must look like one of a file: 4471/19.

A number consists of figures, with letters and signs between them. Short plain figures need the word directly before.

ASSUME: a plain year, or figures before a unit (14 months), are not the number of a file.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from crosscase.detectors.accents import any_of
from crosscase.detectors.nearby import digits_in, plain_signs
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import Language, plain

_FEWEST = 2  # digits
_LONG = 5  # digits of a plain number at some distance, or behind a weak word without a sign
_SHORTEST = 3  # digits of a plain number
_SIGN = r"(?:\s?[./:_–-]\s?|\s)"
_BEFORE_FIGURES = r"(?=(?:[\s./:_-]{1,2}[^\W\d_]{1,2})?[\s./:_-]{1,2}\w*\d)"
_SMALL = rf"(?:[^\W\d_]{{1,2}}|[ivx]{{1,5}}|[^\W\d_]{{1,6}}(?=[./_-])){_BEFORE_FIGURES}"  # ii-4471, iv rc 447
_LETTERS = rf"(?:(?-i:[^\W\d_a-zà-ÿα-ωά-ώ]){{1,6}}|{_SMALL}|(?<=[./_-])[^\W\d_]{{1,6}})"
_FIGURES = r"[^\W_]*\d[^\W_]*"
_NUMBER = rf"(?:(?:{_LETTERS}{_SIGN}){{0,3}}{_FIGURES}(?:{_SIGN}(?:{_FIGURES}|{_LETTERS}))*)(?!\w)"
_BETWEEN = r"(?P<between>(?:[^\w\n!?;]+[^\W\d_]+\.?(?!\d)){0,6}?[^\w\n!?;]{1,4})"
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEXT = re.compile(r"\W{1,2}(\w+)")


class _Patterns(NamedTuple):
    """The patterns of one language, and the words that may stand before a number."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    links: frozenset[str]
    units: tuple[str, ...]


@cache
def _patterns(language: Language) -> _Patterns | None:
    """The patterns of a language that has words for files."""
    strong, weak = language.contact("file_strong"), language.contact("file_weak")
    if not strong:
        return None
    signs = any_of(language.contact("number_signs"))
    links = {plain(word) for name in ("number_signs", "file_links") for word in language.contact(name)}
    return _Patterns(
        re.compile(rf"(?<!\w){any_of(strong)}(?:(?<=\w)\w{{0,4}})?{_BETWEEN}(?P<number>{_NUMBER})", re.IGNORECASE),
        re.compile(
            rf"(?<!\w){any_of(weak)}(?:(?<=\w)\w{{0,2}})?(?P<between>:?\s+(?P<sign>{signs}\s*)?)(?P<number>{_NUMBER})",
            re.IGNORECASE,
        ),
        frozenset(word.rstrip(".") for word in links),
        tuple(language.contact("units")),
    )


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Numbers of files."""
    if digits_in(text) < _FEWEST:
        return
    text = plain_signs(text)
    for language in setting.languages:
        if patterns := _patterns(language):
            for match in (*patterns.strong.finditer(text), *patterns.weak.finditer(text)):
                start = _begins(match, patterns, setting)
                if start is not None and _is_number(text, match, start, patterns, setting):
                    yield _span(text, start, match.end())


def _span(text: str, start: int, end: int) -> Span:
    return Span(start, end, "FILE", re.sub(r"[\W_]", "", text[start:end]).upper())


def _begins(match: re.Match[str], patterns: _Patterns, setting: Setting) -> int | None:
    """Where a number begins, without small words before it: "is 20345"."""
    start = match.start("number")
    for word in re.finditer(r"\w+", match["number"]):
        small = word[0].islower() and not any(map(str.isdecimal, word[0]))
        if not small or not (plain(word[0]) in patterns.links or plain(word[0]) in setting.function_words):
            return start + word.start()
    return None


def _is_number(text: str, match: re.Match[str], start: int, patterns: _Patterns, setting: Setting) -> bool:
    """Whether figures are the number of a file, or a year, an amount or a count."""
    number = text[start : match.end()]
    digits = sum(map(str.isdecimal, number))
    if digits < _FEWEST or _is_amount(text, match, patterns):
        return False
    if match.re is patterns.weak:
        return _looks_like_file(number, bool(match["sign"]))
    if not number.isdecimal():
        return digits >= _SHORTEST or any(map(str.isalpha, number))
    words = [plain(word) for word in re.findall(r"[^\W\d_]+", text[match.start("between") : start])]
    close = all(word in patterns.links for word in words)
    if _YEAR.fullmatch(number):
        return close and not any(word in setting.prepositions for word in words)
    return digits >= _LONG or (close and digits >= _SHORTEST)


def _looks_like_file(number: str, has_sign: bool) -> bool:
    """Whether figures behind a word such as "case" have the form of a file's number."""
    digits = sum(map(str.isdecimal, number))
    if number.isdecimal():
        return not _YEAR.fullmatch(number) and digits >= (_SHORTEST if has_sign else _LONG)
    joined = re.search(r"\d\s?[/-]\s?\d|[^\W\d_][/.-]?\d", number)
    return digits >= _SHORTEST and joined is not None


def _is_amount(text: str, match: re.Match[str], patterns: _Patterns) -> bool:
    behind = _NEXT.match(text, match.end())
    return bool(behind and patterns.units and plain(behind[1]).startswith(patterns.units))
