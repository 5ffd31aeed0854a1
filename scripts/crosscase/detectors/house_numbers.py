"""Numbers that may be those of houses, in figures or in words: 12, 7b, 41/2, 8-10, siebzehn, cento due bis.

ASSUME: a year is not the number of a house, nor is a one in words, which is also an article in most languages, unless
a word such as "number" is before it.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.date_words import joins
from crosscase.detectors.nearby import digits_in
from crosscase.detectors.needed_words import NeededWords
from crosscase.detectors.spoken_numbers import is_hesitation, nouns_for_one, numbers_in, values
from crosscase.detectors.words import words_from
from crosscase.languages.vocabulary import Language, shape

_MOST_DIGITS = 4
_BEFORE_FIGURES = r"(?=\d)(?<![\w.,:/€$£+-])(?!(?:19\d|20[0-3])\d(?![\d/])|\d{2,4}-\d{3}(?!\d)|\d{3}\s\d{2}(?!\d))"
_SECOND = r"(?:\d{1,4}[a-zα-ω]?|[a-zα-ω]{1,3}|[IVX]{1,3}|[A-ZΑ-Ω])(?!\w)"
_BEHIND_FIGURES = r"(?![.,:]\d|\s?[%€$£°º])"
_AND_WORD = re.compile(r"\s(?P<join>\w{1,3})\s(?P<word>\w+)")  # noventa e quatro
_HYPHENS = "-‐‑"
_WORDS_BETWEEN = re.compile(r"[,…]?\s(\w+),?\s(?:(\w+),?\s)?")
_A = re.compile(r"(?<!\w)[aA]\s\Z")
_OF_HUNDRED = 3  # digits
_SIGN_BEFORE = 24  # characters before a number that are searched for a word such as "number"


class HouseNumber(NamedTuple):
    """A number that may be that of a house; the end is exclusive."""

    start: int
    end: int
    in_words: bool


@lru_cache(4)  # three detectors look at them
def find(text: str, language: Language) -> tuple[HouseNumber, ...]:
    """Numbers that may be those of houses."""
    figures = _figures(language).finditer(without_accents(text)) if digits_in(text) else ()
    found = [HouseNumber(*match.span(), False) for match in figures]
    return tuple(_put_together(text, [*found, *(_in_words(text, language) if values(language) else ())], language))


def _put_together(text: str, found: list[HouseNumber], language: Language) -> Iterator[HouseNumber]:
    """The numbers, each with one that is said behind it once more or put right: sixty-two, er, sixty-two b."""
    last: HouseNumber | None = None
    for number in found:
        if last and last.in_words == number.in_words and _is_put_right(text[last.end : number.start], language):
            last = last._replace(end=number.end)
            continue
        if last:
            yield last
        last = number
    if last:
        yield last


def _is_put_right(between: str, language: Language) -> bool:
    """Whether a sound or a word such as "sorry" stands between two numbers."""
    words = _WORDS_BETWEEN.fullmatch(between)
    listed = {*language.contact("corrections"), *language.contact("number_fillers")}.difference(joins(language))
    return words is not None and any(is_hesitation(shape(word)) or shape(word) in listed for word in words.groups("-"))


def _in_words(text: str, language: Language) -> Iterator[HouseNumber]:
    """Numbers in words; ordinal ones behind a word such as "number" alone: numerem dwunastym."""
    reached, bare = -1, without_accents(text)
    for start, end, digits in numbers_in(text, language, _MOST_DIGITS):
        if start < reached or (start and text[start - 1] in _HYPHENS):  # part of a longer word
            continue
        if (
            int(digits) > 1
            or shape(text[start:end]) in nouns_for_one(language)
            or _sign(language).search(bare, max(0, start - _SIGN_BEFORE), start)
        ):
            is_hundred = len(digits) == _OF_HUNDRED and _A.search(text, max(0, start - 3), start)
            number = _with_letter(text, start - 2 if is_hundred else start, end, language)
            number = number._replace(end=_second(text, number.end, language))
            yield number
            reached = number.end
    for sign in _sign_and_word(language).finditer(bare) if _signs(language).may_be_in(text) else ():
        start, end = sign.span("word")
        (word,) = words_from(text, start, 1)
        if start >= reached and word.shape.startswith(language.numerals) and word.shape not in values(language):
            yield _with_letter(text, start, end, language)


def _with_letter(text: str, start: int, end: int, language: Language) -> HouseNumber:
    letter = _letter(language).match(without_accents(text), end)
    if (
        letter
        and letter[0].islower()
        and any(word.shape in values(language) for word in words_from(text, letter.end(), 1))
    ):
        letter = None  # zwölf bis vierzehn
    return HouseNumber(start, letter.end() if letter else end, True)


@cache
def _figures(language: Language) -> re.Pattern[str]:
    """A number in figures, perhaps with a letter, and to which one: 12, 7b, 3 bis, 41/2, 8 to 10; without accents."""
    suffix = any_plain(language.contact("number_suffixes"))
    letter = rf"(?:\s?{suffix}(?!\s\d)|[a-zα-ωA-FΑ-Ζ½¼¾]|\s[A-ZΑ-Ω]|\s[b-dα-δ])?(?!\w)"
    to = rf"(?:\s?[/-]\s?|\s{any_plain(language.contact('house_ranges'))}\s(?=\d))"
    return re.compile(rf"{_BEFORE_FIGURES}\d{{1,4}}{letter}(?:{to}{_SECOND}){{0,2}}{_BEHIND_FIGURES}")


@cache
def _letter(language: Language) -> re.Pattern[str]:
    """A letter behind a number in words, or its name: forty-one b, σαράντα δύο βήτα; for a text without accents."""
    names = any_plain([*language.contact("first_letters"), *language.contact("number_suffixes")])
    return re.compile(rf"\s(?:[A-ZΑ-Ω]|[b-d]|[aα-δ](?=\s*(?:[,.;:!?)]|$))|(?i:{names}))(?!\w)")


@cache
def _sign(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_plain(language.contact('house_number'))}:?\s+$", re.IGNORECASE)


def _second(text: str, end: int, language: Language) -> int:
    """Where a second number ends that a word for a slash joins: forty-one stroke two; the same place if none does."""
    found = _slash_and_word(language).match(without_accents(text), end)
    if found is None:
        return end
    word, number_of = found["word"], values(language)
    if word.isdecimal() or (len(word) == 1 and word.isupper()):
        return found.end()
    if shape(word) not in number_of:
        return end
    more = _AND_WORD.match(text, found.end())
    is_more = more and shape(more["join"]) in language.contact("number_joins") and shape(more["word"]) in number_of
    return more.end() if more and is_more else found.end()


@cache
def _slash_and_word(language: Language) -> re.Pattern[str]:
    return re.compile(rf",?\s{any_plain(language.contact('slashes'))}\s(?P<word>\w+)", re.IGNORECASE)


@cache
def _signs(language: Language) -> NeededWords:
    return NeededWords(language.contact("house_number"))


@cache
def _sign_and_word(language: Language) -> re.Pattern[str]:
    signs = any_plain(language.contact("house_number"))
    return re.compile(rf"(?<!\w){signs}:?\s+(?P<word>[^\W\d_]{{3,}})", re.IGNORECASE)
