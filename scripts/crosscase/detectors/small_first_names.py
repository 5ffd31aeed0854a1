"""Common first names in small letters, as hurried typing has them: then annegret bolz said no.

A person decides. What follows such a name and is in no vocabulary belongs to it, as a surname may.

ASSUME: a common first name that the language has as no other word means somebody: in 380,000 words of marked sentences
in nine languages each of 270 did. Rose, mark and other such words in small letters are no names.
"""

from collections.abc import Iterator
from functools import lru_cache

from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.suspicion import COMMON_NAME
from crosscase.detectors.words import words_of
from crosscase.languages.common_names import common_first_names
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain

_SHORTEST = 3  # letters of a first name, and of a surname behind it
_MOST_KNOWN = 2**14  # remembered words


@lru_cache
def first_names(setting: Setting) -> frozenset[str]:
    """The common first names of a text's languages, in plain shape."""
    return frozenset().union(*(common_first_names(language.code) for language in setting.languages))


@lru_cache(_MOST_KNOWN)
def is_one(word: str, setting: Setting) -> bool:
    """Whether a word in small letters is a common first name and no other word of the language."""
    return len(word) >= _SHORTEST and plain(word) in first_names(setting) and _is_no_word(word, setting)


@lru_cache(_MOST_KNOWN)
def _is_no_word(word: str, setting: Setting) -> bool:
    is_word = len(word) < _SHORTEST or not (word.isalpha() and word.islower()) or plain(word) in setting.no_names
    return not is_word and not Vocabulary.of(setting.languages).is_ordinary_in_small_letters(word)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """First names in small letters, with the word behind each that may be a surname."""
    words = words_of(text)
    for place, word in enumerate(words):
        if not word.capital and is_one(text[word.start : word.end], setting):
            behind = words[place + 1 : place + 2]
            has_surname = behind and text[word.end : behind[0].start] == " "
            has_surname = has_surname and _is_no_word(text[behind[0].start : behind[0].end], setting)
            end = behind[0].end if has_surname else word.end
            yield Span(word.start, end, "PERSON", plain(text[word.start : end]), COMMON_NAME)
