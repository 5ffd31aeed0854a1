"""What the words of a passage tell of the numbers among them: each word as one sign, with signs between them.

To the signs of `contact_words` come those of words about living somewhere and about a birth, of a slash that is said,
and of short and frequent words, which are hardly counted. `uncounted_numbers` has patterns of these signs.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from crosscase.detectors.address_words import (
    AND,
    BREAK,
    LETTER,
    LIKE,
    NAME,
    NUMBER,
    ORDINAL,
    OTHER,
    SIGN,
    SMALL,
    WORD,
)
from crosscase.detectors.contact_words import telling_signs
from crosscase.detectors.date_words import begins_number
from crosscase.detectors.ordinary_use import is_frequent
from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_numbers import nouns_for_one, values
from crosscase.detectors.surroundings import SENTENCE_END
from crosscase.detectors.words import Word, words_of
from crosscase.languages.frequent_words import frequent_words
from crosscase.languages.vocabulary import Language, plain
from crosscase.languages.word_classes import is_adjective_of_one, is_verb, may_be_adjective

LIVES, SLASH, BORN = "h/b"  # about living somewhere; a word for a slash or a hyphen; about a birth
FREQUENT = "f"  # a short and frequent word, which is hardly counted: above, where
ADJECTIVE = "l"  # an ordinary word that ends like many streets: na leszczynowej, bygdeveien
WAY = "y"  # a word for streets that is rather another one
KILOMETRE = "m"  # of a road, behind its number: the fourteenth kilometre of the old post road
VERB = "v"  # the form of a verb, which no number counts
STOP, COMMA = ".", ","  # the end of a sentence or of a turn; another sign
COUNTS = 13  # a smaller number may count what is behind a small word
_MOST_KNOWN = 2**16  # remembered words
_SHORT_FREQUENT = 4  # letters
_TEN = 10
_SHORT = 4  # letters of a word about living that does not go on
_ENDS = re.compile(r"[,.;!?]")
_PAUSE = re.compile(r"[,;:…()–—]|\.{2,}")
_OF_STREETS, _BEHIND_ONE = (NAME, LIKE, ADJECTIVE), (SMALL, OTHER, AND, BREAK)  # beside a one that is no article


class Sentences(NamedTuple):
    """The words of a text, what each may be with the signs between them, and the place of each word in these."""

    text: str
    words: Sequence[Word]
    signs: str
    places: Sequence[int]
    setting: Setting

    def of(self, match: re.Match[str]) -> Sequence[Word]:
        """The words of a match, without those that tell alone what the others are."""
        start, end = match.span("own" if match.re.groups else 0)
        return self.words[bisect_left(self.places, start) : bisect_left(self.places, end)]

    def has_number_in_words(self, match: re.Match[str]) -> bool:
        """Whether a number in words is in a match, but no one that is an article."""
        first = bisect_left(self.places, match.start())
        words = enumerate(self.words[first : bisect_left(self.places, match.end())], first)
        return any(self.signs[self.places[n]] in (NUMBER, ORDINAL) and word.shape.isalpha() for n, word in words)

    def numbers_of(self, match: re.Match[str]) -> list[int | str]:
        """The numbers of a match; figures are strings."""
        said = [values(language) for language in self.setting.languages]
        return [
            word.shape if word.shape.isdecimal() else next(known[word.shape] for known in said if word.shape in known)
            for word in self.of(match)
            if word.shape.isdecimal() or any(word.shape in known for known in said)
        ]

    def sentence_of(self, match: re.Match[str]) -> str:
        """The signs of the sentence of a match."""
        start = self.signs.rfind(STOP, 0, match.start()) + 1
        end = self.signs.find(STOP, match.end())
        return self.signs[start : end if end >= 0 else len(self.signs)]


@lru_cache(_MOST_KNOWN)
def may_slash(word: str, setting: Setting) -> bool:
    """Whether a plain word may be one for a slash."""
    return any(word in _telling(language).slashes for language in setting.languages)


@lru_cache(_MOST_KNOWN)
def is_said(word: str, setting: Setting) -> bool:
    """Whether a plain word is a number in words, other than a one, which is also an article."""
    return any(
        begins_number(word, language) and (values(language).get(word) != 1 or word in nouns_for_one(language))
        for language in setting.languages
    )


def sentences_of(text: str, setting: Setting) -> Sentences:
    """The words of a text with what they may be."""
    words = words_of(text)
    languages = setting.languages
    places: list[int] = []
    signs, end = "", 0
    told = telling_signs(text, words, setting)
    for number, (word, sign) in enumerate(zip(words, told, strict=False)):
        if places:
            signs += sign_between(text, end, word.start)
        places.append(len(signs))
        behind = told[number + 1]
        is_alone = behind in _BEHIND_ONE or _ENDS.match(text, word.end) is not None
        goes_on = signs.endswith(NUMBER) and not (behind == WORD and _has_unit(words[number - 1].shape, setting))
        may_be_one = goes_on or (signs.endswith(_OF_STREETS) and is_alone)
        may_be_one = may_be_one or (signs.endswith(LETTER) and behind == NUMBER)
        is_one = sign == SMALL and may_be_one and any(values(one).get(word.shape) == 1 for one in languages)
        written = text[word.start : word.end].lower()
        signs += NUMBER if is_one else sign_in_sentence(word.shape, sign, setting, written)
        end = word.end
    if SENTENCE_END.search(text, max(0, end - 1)) or _PAUSE.search(text, end):
        signs += STOP
    return Sentences(text, words, signs, places, setting)


def _has_unit(word: str, setting: Setting) -> bool:
    """Whether a number in words has a unit, so that a one behind it is an article: fifty-two, a room."""
    return any(values(language).get(word, 0) % _TEN for language in setting.languages)


def sign_between(text: str, end: int, start: int) -> str:
    """What stands between two words, of which one ends and the other begins there."""
    if text[end:start] == " ":
        return ""  # mostly
    if SENTENCE_END.search(text, end - 1, start):
        return STOP
    return COMMA if _PAUSE.search(text, end, start) else ""


@lru_cache(_MOST_KNOWN)
def sign_in_sentence(word: str, sign: str, setting: Setting, written: str) -> str:
    """What a plain word may be, also about living and birth; `written` has its accents."""
    for language in setting.languages:
        tells = _telling(language)
        if word in tells.slashes:
            return SLASH
        if sign == LETTER and not is_letter(word, setting):
            return OTHER
        if sign in (NUMBER, ORDINAL, LETTER, SIGN):
            continue
        if word.startswith(tells.birth):
            return BORN
        if word.startswith(tells.living) or word in tells.short_living:
            return LIVES
        if word in tells.kilometres:
            return KILOMETRE
        if sign == OTHER and word in tells.ways:
            return WAY
        if sign in (WORD, OTHER) and word in tells.leads:
            return SMALL
    if sign != WORD:
        return sign
    if len(word) <= _SHORT_FREQUENT:
        return FREQUENT if is_frequent(word, setting) else sign
    if any(
        (_telling(language).is_adjective(word) and may_be_adjective(written, language.code))
        or is_adjective_of_one(written, language.code)
        for language in setting.languages
    ):
        return ADJECTIVE
    return VERB if any(is_verb(written, language.code) for language in setting.languages) else sign


def is_letter(word: str, setting: Setting) -> bool:
    """Whether a plain word is a letter or the name of one, and no frequent word: not a, er."""
    is_one = (len(word) == 1 and word.isalpha()) or any(
        word in language.contact("letters") for language in setting.languages
    )
    return is_one and word not in setting.grammar and not is_frequent(word, setting)


def is_large(word: str, setting: Setting) -> bool:
    """Whether a plain word is a number in words that is too large to count something in passing."""
    return any(values(language).get(word, 0) >= COUNTS for language in setting.languages)


class _Telling(NamedTuple):
    """The words of a language that tell what a number is, or how they begin."""

    slashes: frozenset[str]
    birth: tuple[str, ...]
    living: tuple[str, ...]
    short_living: frozenset[str]
    adjectives: tuple[str, ...]  # endings
    barred: tuple[str, ...]
    ways: frozenset[str]
    kilometres: frozenset[str]
    leads: frozenset[str]  # small words that begin the names of streets

    def is_adjective(self, word: str) -> bool:
        """Whether a plain word ends like many streets."""
        return bool(self.adjectives) and word.endswith(self.adjectives) and not word.startswith(self.barred)


def _heads(language: Language) -> tuple[str, ...]:
    """Words for streets that end compounds and mean nothing else alone: veien."""
    endings = language.contact("street_endings")
    return tuple(word for word in language.contact("street_after") if len(word) > _SHORT and word in endings)


@cache
def _telling(language: Language) -> _Telling:
    slashes = {max(phrase.split(), key=len) for phrase in language.contact("slashes")}
    hyphens = {max(phrase.split(), key=len) for phrase in language.contact("spoken_hyphens")}
    living = {max(phrase.split(), key=len) for phrase in language.contact("residence")}
    return _Telling(
        frozenset(slashes | (hyphens - frequent_words(language.code))),
        tuple(word for word in language.born_words if len(word) >= _SHORT),
        tuple(word for word in living if len(word) >= _SHORT),
        frozenset(word for word in living if len(word) < _SHORT),
        tuple(language.contact("street_perhaps")) if not language.contact("street_endings") else _heads(language),
        tuple(language.contact("street_not")) or ("\0",),
        frozenset(language.contact("street_after")),
        frozenset(word for word in language.contact("kilometres") if len(word) >= _SHORT),
        frozenset(map(plain, language.contact("street_leads"))),
    )
