"""What each word of a passage may be beside contact data that was found in it, as one sign a word.

To the signs of `address_words` come those of what is said between the parts of an address or a number: a word for a
sign, one that puts something right, one that spells; names, abbreviations and months.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import repeat

from crosscase.detectors.address_words import (
    AND,
    BREAK,
    CORNER,
    LETTER,
    LIKE,
    NAME,
    NUMBER,
    ORDINAL,
    OTHER,
    PART,
    SIGN,
    UNIT,
    UNKNOWN,
    WORD,
    signs_of,
)
from crosscase.detectors.date_words import corrections, is_thousand
from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_numbers import is_hesitation, times
from crosscase.detectors.words import Word, begins_sentence
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language

NAMED, SHORT, MONTH = "AVM"  # a capitalised word that is not ordinary, an abbreviation, a month
JOIN, CORRECTION, SPELLING = "jEk"  # a word for a dot or a slash, "no", "as in"
NUMBERS = (NUMBER, ORDINAL)
NUMBERED = frozenset({*NUMBERS, LETTER})
_STREET = frozenset("TRZ") | {NAME, LIKE}  # a word for streets, or one that ends in such a word
# What tells that a word belongs to a doubtful span of a kind, and to one that is replaced, which mostly has all of it.
TELLING = {
    "ADDRESS": _STREET | {*NUMBERED, PART, CORNER, UNKNOWN, NAMED, SHORT},
    "PHONE": frozenset(NUMBERS),
    "FILE": NUMBERED | {SHORT, UNKNOWN},
    "BIRTHDATE": frozenset({*NUMBERS, MONTH}),
    "EMAIL": NUMBERED | {UNKNOWN, NAME, LIKE, SHORT, NAMED, JOIN},
    "PERSON": NUMBERED | {PART},
    "NUMBER": frozenset({NUMBER, LETTER, SHORT}),
}
TELLING_BESIDE_CERTAIN = {
    "ADDRESS": _STREET | {*NUMBERED, PART, CORNER, NAMED},
    "PHONE": frozenset({NUMBER}),
    "FILE": frozenset({NUMBER, SHORT, LETTER}),
    "BIRTHDATE": frozenset({NUMBER, MONTH}),
    "EMAIL": frozenset({NUMBER, LETTER, UNKNOWN, NAME, LIKE, SHORT, JOIN}),
}
# Words that may stand there in any number; the first are words for streets that are also others.
FREE = frozenset("wzr") | {BREAK, CORRECTION, AND, SIGN, JOIN, SPELLING}
_OF_PHRASES = (PART, SIGN, CORNER)
_LONGEST_CAPITALS, _LONGEST_SHORT = 4, 3  # letters of an abbreviation in capitals, and of one in small letters
_YEAR = re.compile(r"19\d\d|20[0-3]\d")
_ROMAN = re.compile(r"[IVX]{2,4}")
_CARE_OF, _END_OF_CARE_OF = re.compile(r"c/o"), "o"


def signs_beside(text: str, words: Sequence[Word], setting: Setting) -> str:
    """What each word of a text may be, with a sign of no meaning behind the last one."""
    return _signs(text, words, setting, _sign)


def telling_signs(text: str, words: Sequence[Word], setting: Setting) -> str:
    """The same, but nothing for small words that tell something in phrases alone: on (the third floor)."""
    return _signs(text, words, setting, telling_sign)


def _signs(text: str, words: Sequence[Word], setting: Setting, sign: Callable[[str, Word, str, Setting], str]) -> str:
    of_addresses = signs_of([text[word.start : word.end].lower() for word in words], setting)
    return "".join(map(sign, repeat(text), words, of_addresses, repeat(setting))) + OTHER


def telling_sign(text: str, word: Word, sign: str, setting: Setting) -> str:
    """What `telling_signs` says of a word, which has this sign among those of addresses."""
    sign = _sign(text, word, sign, setting)
    is_small = sign in _OF_PHRASES and (word.shape in setting.grammar or word.shape in setting.joining)
    return OTHER if is_small else sign


def _sign(text: str, word: Word, sign: str, setting: Setting) -> str:
    """What a word may be."""
    languages, written = setting.languages, text[word.start : word.end]
    if written[-1] == _END_OF_CARE_OF and _CARE_OF.fullmatch(text[max(0, word.start - 2) : word.end]):
        return JOIN
    if setting.cased and 1 < len(written) <= _LONGEST_CAPITALS and written.isupper() and is_hesitation(word.shape):
        return SHORT  # EH 884
    if listed := _sign_in_lists(word.shape, written, sign, setting):
        return listed
    is_shortened = text[word.end : word.end + 1] == "."
    if sign == WORD and written.islower() and len(written) <= _LONGEST_SHORT and not is_shortened:
        return WORD if Vocabulary.of(languages).is_ordinary_in_small_letters(written) else SHORT
    if word.capital and setting.cased and sign in (WORD, UNKNOWN):
        if written.isupper() and 1 < len(written) <= _LONGEST_CAPITALS:
            return SHORT
        vocabulary = Vocabulary.of(languages)
        is_name = not vocabulary.is_ordinary(written) and not vocabulary.is_compound(written)
        return NAMED if is_name and not begins_sentence(text, word.start) else WORD
    return sign


@lru_cache(2**16)
def _sign_in_lists(shape: str, written: str, sign: str, setting: Setting) -> str:
    """What a word is wherever it stands; nothing if its place decides."""
    languages = setting.languages
    if any(shape in language.months for language in languages):
        return MONTH
    if any(map(str.isdecimal, shape)) or _ROMAN.fullmatch(written):
        return UNIT if _YEAR.fullmatch(shape) else NUMBER
    if any(shape in times(language) or is_thousand(shape, language) for language in languages):
        return NUMBER
    if any(shape in language.contact("houses") for language in languages):
        return PART
    if any(shape in language.contact("spelling") for language in languages):
        return SPELLING
    if any(shape in _joins(language) for language in languages):
        return JOIN
    if any(shape in corrections(language) for language in languages):
        return CORRECTION
    is_sound = sign != NUMBER and is_hesitation(shape)
    if is_sound or any(shape in _fillers(language) for language in languages):
        return BREAK
    return OTHER if sign == LETTER and shape in setting.grammar else ""


@cache
def _fillers(language: Language) -> frozenset[str]:
    """Words of a small break."""
    listed = [word for name in ("number_fillers", "number_asides") for word in language.contact(name)]
    return frozenset(word for phrase in listed for word in phrase.split())


@cache
def _joins(language: Language) -> frozenset[str]:
    """Words for signs that join what stands beside them."""
    names = ("spoken_dot", "spoken_commas", "slashes", "spoken_hyphens")
    listed = (phrase.split()[-1] for name in names for phrase in language.contact(name))
    small = language.prepositions | language.particles | language.articles | language.conjunctions
    return frozenset(listed) - small
