"""Dates near a word about birth whose month no vocabulary has, as of other calendars: trettende mordad trettenseksti.

A day stands before such a word, and a year behind it: in four figures, or in one long word. A person decides.
"""

from collections.abc import Iterator

from crosscase.detectors.date_words import NUMBERS, Kind, has_thousand, kind_of
from crosscase.detectors.nearby import stands_near
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import words_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, shape

_DOUBT = "numbers beside a word that may be a month"
_SHORTEST = 3  # letters of a month
_COMPOUND = 9  # letters of a year in one word
_NEAR = 50, 20  # characters beside a date that are searched for a word about birth


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Dates with such a month."""
    words = words_of(text)
    for language in setting.languages:
        for day, month, year in zip(words, words[1:], words[2:], strict=False):
            if (
                kind_of(day.shape, language) in NUMBERS
                and _may_be_year(year.shape, language)
                and not (text[day.end : month.start] + text[month.end : year.start]).strip(" .")
                and is_one(month.shape, setting)
                and stands_near(text, day.start, year.end, [language.near_birth], *_NEAR)
            ):
                yield Span(day.start, year.end, "BIRTHDATE", shape(text[day.start : year.end]), _DOUBT)


def is_one(word: str, setting: Setting) -> bool:
    """Whether a plain word is in no vocabulary and may be such a month by its letters."""
    is_like_one = len(word) >= _SHORTEST and word.isalpha()
    is_known = not is_like_one or any(kind_of(word, language) is not None for language in setting.languages)
    return not is_known and not Vocabulary.of(setting.languages).is_ordinary_in_small_letters(word)


def _may_be_year(word: str, language: Language) -> bool:
    kind = kind_of(word, language)
    return kind == Kind.YEAR or (kind == Kind.NUMBER and (len(word) >= _COMPOUND or has_thousand(word, language)))
