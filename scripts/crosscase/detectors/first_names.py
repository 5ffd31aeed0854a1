"""Whether a word, in small letters, is a common first name: anna and sabine are, rose and mark are not.

ASSUME: a common first name means somebody if the language has no such word: in 380,000 words of marked sentences in
nine languages each of 270 did. Dictionaries have rare words that are mostly names, too: sabine, lisa, henry. So only a
word that is in use, such as rose and mark, is none; where first names are mostly words, no word of the dictionary is.
"""

from functools import lru_cache

from crosscase.detectors.ordinary_use import is_frequent
from crosscase.detectors.spans import Setting
from crosscase.languages.common_names import common_first_names
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain

_SHORTEST = 3  # letters
_NAMES_ARE_WORDS = ("bg", "el", "tr")  # hope, lemon tree, bright
_MOST_KNOWN = 2**14  # remembered words


@lru_cache
def first_names(setting: Setting) -> frozenset[str]:
    """The common first names of a text's languages, in plain shape."""
    return frozenset().union(*(common_first_names(language.code) for language in setting.languages))


@lru_cache(_MOST_KNOWN)
def is_first_name(word: str, setting: Setting) -> bool:
    """Whether a word in small letters is a common first name and no other word in use."""
    is_name = may_be_name(word, setting) and plain(word) in first_names(setting)
    return is_name and not (is_ordinary_in_small_letters(word, setting) and _is_in_use(word, setting))


def may_be_name(word: str, setting: Setting) -> bool:
    """Whether a word has the shape of a name in small letters and is no excepted one."""
    return len(word) >= _SHORTEST and word.isalpha() and word.islower() and plain(word) not in setting.no_names


def _is_in_use(word: str, setting: Setting) -> bool:
    """Whether an ordinary word that is also a first name is mostly the word."""
    return is_frequent(word, setting) or any(language.code in _NAMES_ARE_WORDS for language in setting.languages)


@lru_cache(_MOST_KNOWN)
def is_ordinary_in_small_letters(word: str, setting: Setting) -> bool:
    """Whether a word in small letters is in the vocabulary of one of a text's languages."""
    return Vocabulary.of(setting.languages).is_ordinary_in_small_letters(word)
