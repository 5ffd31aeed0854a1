"""Capitalised words that identify nobody, since everybody knows what they name: Home Office, Year 6, the Ministry.

1. A name that is public in the whole of a country, also in another case (`languages.public_names`).
2. A word for a public body, a benefit, an exam, a subject, a language or a belief (`public` of the languages), or a day
   of the week: Child Benefit, Housing Officer, Ministério do Trabalho.
3. A kind of organisation (`kinds`), and a role behind a determiner: the Family Centre, a Health Visitor.
4. An abbreviation with an ending or a small letter within: OSPODu, DfE, VdK; a public one in capitals: PISA.

A common name is none of these, but for a part of a public name of several words. Doubtful words that follow each other
are left out only if each of them is one of these, and by 2 and 3 only if the capitalised words beside them are, too:
"Sunshine Family Centre" waits, and so does a kind of organisation behind a nationality, as in Polish Club.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from crosscase.detectors.name_forms import forms
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import Word, words_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.public_names import PublicName, abbreviations, beginning, public_names, words_of_names
from crosscase.languages.vocabulary import Language, is_role, plain

_MOST_WORDS = 8  # of a public name
_MOST_KNOWN = 2**14  # remembered words
_WITHIN = re.compile(r"[\s'’&./–-]{1,3}")  # between two words of a name
_SHORTENED = 2  # letters of a shortened word before a full stop
_LONGEST_MIXED = 6  # letters of an abbreviation with small ones within
_SHORTEST_STEM, _LONGEST_ENDING = 6, 3  # letters of a public word, and of the ending of one that no vocabulary has
_BEFORE = 20  # characters before words, in which their determiner is
_CAPITALS, _MOST_SMALL = 3, 4  # letters of an abbreviation before an ending, and of its ending


def are_public(text: str, run: Sequence[Word], doubtful: Sequence[Word], setting: Setting) -> bool:
    """Whether each doubtful word of a run of capitalised words identifies nobody where it stands."""
    others = [word for word in doubtful if not is_public_alone(text, word, setting)]
    if not others:
        return True
    beside = [text[word.start : word.end] for word in run if word not in doubtful]
    of_kinds = [word for word in others if not is_general(text[word.start : word.end], setting)]
    has_determiner = bool(of_kinds) and _has_determiner(text, run, setting)
    return all(_says_nothing(word, setting, bool(of_kinds)) for word in beside) and all(
        _is_kind(text[word.start : word.end], setting) or (has_determiner and _is_role(word, text, setting))
        for word in of_kinds
    )


@lru_cache(_MOST_KNOWN)
def may_be_public(written: str, setting: Setting) -> bool:
    """Whether a capitalised word is one of these in some place, alone or beside others."""
    word = plain(written)
    if is_abbreviation(written, setting) or is_general(written, setting) or _is_kind(written, setting):
        return True
    return any(
        is_role(word, language)
        or any(_is_form(word, one, language) for one in words_of_names(language.code).get(beginning(word), ()))
        for language in setting.languages
    )


def is_numbered_name(text: str, span: Span, setting: Setting) -> bool:
    """Whether a doubtful address is a public name of several words, or one and a number: Key Stage 2, Rema 1000."""
    if span.kind != "ADDRESS" or not span.doubt:
        return False
    words = words_of(text)
    first, behind = (bisect_left(words, place, key=attrgetter("start")) for place in (span.start, span.end))
    capitals = [place for place in range(first, behind) if words[place].capital]
    if not capitals:
        return False
    return any(
        length > 1 and capitals[0] + length > capitals[-1] for length in _lengths(text, words, capitals[0], setting)
    )


def is_public_alone(text: str, word: Word, setting: Setting) -> bool:
    """Whether a word is public whatever stands beside it."""
    return is_abbreviation(text[word.start : word.end], setting) or is_in_public_name(text, word, setting)


@lru_cache(_MOST_KNOWN)
def is_general(written: str, setting: Setting) -> bool:
    """Whether a word names something public, or a day, and is no common name.

    ASSUME: a word that no vocabulary has is a form of a public one if it begins like it and has few letters more.
    """
    word = plain(written)
    if Vocabulary.of(setting.languages).is_name(written):
        return False
    if any(word in language.contact("weekdays") for language in setting.languages):
        return True
    found = [match.end() for language in setting.languages if (match := language.public.match(word))]
    days = [len(day) for language in setting.languages for day in language.contact("weekdays") if word.startswith(day)]
    if Vocabulary.of(setting.languages).is_ordinary(written):
        return bool(found or days)
    return any(stem >= _SHORTEST_STEM and len(word) - stem <= _LONGEST_ENDING for stem in found)


def _says_nothing(written: str, setting: Setting, is_kind: bool) -> bool:
    """Whether a word beside doubtful ones makes no name of them: The, Before, CSU; before no kind also Polish."""
    word = plain(written)
    if word in setting.function_words or written.isupper() or is_general(written, setting):
        return True
    return _is_kind(written, setting) or (word in setting.excepted and not is_kind)


def _has_determiner(text: str, run: Sequence[Word], setting: Setting) -> bool:
    """Whether a determiner stands before a run of words, or begins it: a Health Visitor, The Head, é Psicóloga."""
    leads = setting.determiners | setting.predicates | setting.name_articles
    before = text[max(0, run[0].start - _BEFORE) : run[0].start].split()[-1:]
    return run[0].shape in leads or any(plain(word) in leads for word in before)


def _is_role(word: Word, text: str, setting: Setting) -> bool:
    return _is_ordinary(text[word.start : word.end], setting) and any(
        is_role(word.shape, language) for language in setting.languages
    )


@lru_cache(_MOST_KNOWN)
def is_abbreviation(written: str, setting: Setting) -> bool:
    """Whether a word has capitals as only an abbreviation has them, or is a public one, in capitals: PISA."""
    if written in abbreviations():
        return True
    is_name = Vocabulary.of(setting.languages).is_name
    small = sum(map(str.islower, written))
    if not small or not written.isalpha() or is_name(written):
        return False
    if len(written) <= _LONGEST_MIXED and written[0].isupper() and written[-1].isupper():
        return True
    capitals = len(written) - small
    is_ending = written[:capitals].isupper() and small <= _MOST_SMALL
    return is_ending and capitals >= _CAPITALS and not is_name(written[:capitals])


@lru_cache(_MOST_KNOWN)
def _is_kind(written: str, setting: Setting) -> bool:
    return _is_ordinary(written, setting) and Vocabulary.of(setting.languages).is_kind(written)


def _is_ordinary(written: str, setting: Setting) -> bool:
    vocabulary = Vocabulary.of(setting.languages)
    return vocabulary.is_ordinary(written) and not vocabulary.is_name(written)


def is_in_public_name(text: str, word: Word, setting: Setting) -> bool:
    """Whether a word belongs to a public name; a common name does so beside another of its words."""
    words = words_of(text)
    place = bisect_left(words, word.start, key=attrgetter("start"))
    shortest = 2 if Vocabulary.of(setting.languages).is_name(text[word.start : word.end]) else 1
    return any(
        length >= shortest and first + length > place
        for first in range(max(0, place - _MOST_WORDS + 1), place + 1)
        for length in _lengths(text, words, first, setting)
    )


def _lengths(text: str, words: Sequence[Word], first: int, setting: Setting) -> Iterator[int]:
    """The number of words of each public name that begins with a word of a text."""
    for name, language in _names_beginning(words[first].shape, setting):
        written = words[first : first + len(name)]
        is_whole = all(_is_form(word.shape, one, language) for word, one in zip(written[1:], name[1:], strict=False))
        if is_whole and len(written) == len(name) and all(_are_together(text, *pair) for pair in pairwise(written)):
            yield len(name)


@lru_cache(_MOST_KNOWN)
def _names_beginning(word: str, setting: Setting) -> Sequence[tuple[PublicName, Language]]:
    """The public names that begin with a plain word: none for most words."""
    return [
        (name, language)
        for language in setting.languages
        for name in public_names(language.code).get(beginning(word), ())
        if _is_form(word, name[0], language)
    ]


def _is_form(word: str, listed: str, language: Language) -> bool:
    """Whether a plain word is one of a public name, in any case."""
    if listed.endswith("*"):
        return word.startswith(listed[:-1])
    return word == listed or word in _forms(listed, language)


@lru_cache(_MOST_KNOWN)
def _forms(listed: str, language: Language) -> frozenset[str]:
    return forms(listed, (language.code,))


def _are_together(text: str, one: Word, other: Word) -> bool:
    """Whether no sentence ends between two words; a full stop also follows "St"."""
    between = text[one.end : other.start]
    return _WITHIN.fullmatch(between) is not None and (". " not in between or one.end - one.start <= _SHORTENED)
