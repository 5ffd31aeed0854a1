"""Common first names in small letters, as hurried typing has them: then annegret bolz said no.

A person decides. What follows such a name and is in no vocabulary belongs to it, as a surname may.

ASSUME: a common first name means somebody if the language has no such word: in 380,000 words of marked sentences in nine
languages each of 270 did. Dictionaries have rare words that are mostly names, too: sabine, lisa, henry's. So only a word
that is in use, such as rose and mark, is none; where first names are mostly words, no word of the dictionary is one.
"""

from collections.abc import Iterator
from functools import lru_cache

from crosscase.detectors.ordinary_use import is_frequent
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.suspicion import COMMON_NAME
from crosscase.detectors.words import words_of
from crosscase.languages.common_names import common_first_names
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain

_SHORTEST = 3  # letters of a first name, and of a surname behind it
_NAMES_ARE_WORDS = ("bg", "el", "tr")  # hope, lemon tree, bright
_MOST_KNOWN = 2**14  # remembered words


@lru_cache
def first_names(setting: Setting) -> frozenset[str]:
    """The common first names of a text's languages, in plain shape."""
    return frozenset().union(*(common_first_names(language.code) for language in setting.languages))


@lru_cache(_MOST_KNOWN)
def is_one(word: str, setting: Setting) -> bool:
    """Whether a word in small letters is a common first name and no other word of the language."""
    is_name = _may_be_one(word, setting) and plain(word) in first_names(setting)
    return is_name and not (_is_ordinary(word, setting) and _is_in_use(word, setting))


def _may_be_one(word: str, setting: Setting) -> bool:
    """Whether a word has the shape of a name in small letters."""
    return len(word) >= _SHORTEST and word.isalpha() and word.islower() and plain(word) not in setting.no_names


def _is_in_use(word: str, setting: Setting) -> bool:
    """Whether an ordinary word that is also a first name is mostly the word."""
    return is_frequent(word, setting) or any(language.code in _NAMES_ARE_WORDS for language in setting.languages)


@lru_cache(_MOST_KNOWN)
def _is_ordinary(word: str, setting: Setting) -> bool:
    return Vocabulary.of(setting.languages).is_ordinary_in_small_letters(word)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """First names in small letters, with the word behind each that may be a surname."""
    words = words_of(text)
    for place, word in enumerate(words):
        if not word.capital and is_one(text[word.start : word.end], setting):
            behind = words[place + 1 : place + 2]
            has_surname = behind and text[word.end : behind[0].start] == " "
            surname = text[behind[0].start : behind[0].end] if has_surname else ""
            has_surname = _may_be_one(surname, setting) and not _is_ordinary(surname, setting)
            end = behind[0].end if has_surname else word.end
            yield Span(word.start, end, "PERSON", plain(text[word.start : end]), COMMON_NAME)
