"""Numbers that count nothing, where something tells what they are: we lived at fir steps nineteen, above the baker.

A street may be called by ordinary words, and a number may be said as nobody has foreseen. What stands around it still
tells: most numbers of an interview count what is behind them. One before a small word, a sign or the end of a sentence
counts nothing. If besides somebody lives there, the number is put right, a word for a slash or "number" stands beside
it, or letters do, a person decides on it. `sentence_rest` adds the rest of the sentence.

A rule is a pattern of the signs of `contact_words`, with an example beside it.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from crosscase.detectors.address_words import (
    BREAK,
    LETTER,
    NUMBER,
    ORDINAL,
    OTHER,
    PART,
    SIGN,
    SMALL,
    WORD,
)
from crosscase.detectors.contact_words import telling_signs
from crosscase.detectors.date_words import begins_number
from crosscase.detectors.ordinary_use import is_frequent
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.spoken_numbers import digits_of, values
from crosscase.detectors.surroundings import SENTENCE_END
from crosscase.detectors.words import Word, words_of
from crosscase.languages.frequent_words import frequent_words
from crosscase.languages.vocabulary import Language, shape

DOUBT = "a number that counts nothing"
_LIVES, _SLASH, _BORN = "h/b"  # about living somewhere; a word for a slash or a hyphen; about a birth
_FREQUENT = "f"  # a short and frequent word, which is hardly counted: above, where
STOP, COMMA = ".", ","  # the end of a sentence or of a turn; another sign
_COUNTS = 13  # a smaller number may count what is behind a small word
_FEWEST_OF_FILE = 3  # digits
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_KNOWN = 2**16  # remembered words
_SHORT_FREQUENT = 4  # letters
_SHORT = 4  # letters of a word about living that does not go on
_PAUSE = re.compile(r"[,;:…()–—]|\.{2,}")

_NOUN = "[WUtQAVrzwRZ]"  # a word by which a street may be known
_SMALL = f"[JXWfE{BREAK}{COMMA}]"  # what may stand between two numbers of which one puts the other right
_END = f"(?=[{STOP}{COMMA}{_LIVES}{_FREQUENT}JXCE{BREAK}]|$)"  # what no number counts
_PART = f"[{PART}{ORDINAL}]"  # a floor or a flat behind the number of a house
_CODE = f"[{NUMBER}{LETTER}]"


class _Sentences(NamedTuple):
    """The words of a text, what each may be with the signs between them, and the place of each word in these."""

    words: Sequence[Word]
    signs: str
    places: Sequence[int]
    setting: Setting

    def of(self, match: re.Match[str]) -> Sequence[Word]:
        """The words of a match, without those that tell alone what the others are."""
        start, end = match.span("own" if match.re.groups else 0)
        return self.words[bisect_left(self.places, start) : bisect_left(self.places, end)]

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


def _lives(sentences: _Sentences, match: re.Match[str]) -> bool:
    """Whether the sentence is about living somewhere, and the number is too large to count something in passing."""
    return _LIVES in sentences.sentence_of(match) and _is_large(sentences.numbers_of(match))


def _is_large(numbers: Sequence[int | str]) -> bool:
    return any(int(number) >= _COUNTS for number in numbers)


def _is_put_right(sentences: _Sentences, match: re.Match[str]) -> bool:
    """Whether one of several numbers of which one puts the other right is large, and none is a year."""
    numbers = sentences.numbers_of(match)
    return _is_large(numbers) and not _YEAR.match(digits_of(numbers))


def _is_file(sentences: _Sentences, match: re.Match[str]) -> bool:
    """Whether numbers have as many digits as that of a file."""
    return len(digits_of(sentences.numbers_of(match))) >= _FEWEST_OF_FILE


def _is_code(sentences: _Sentences, match: re.Match[str]) -> bool:
    """Whether letters and several numbers are the number of a file."""
    return LETTER in match[0] and match[0].count(NUMBER) > 1 and _is_file(sentences, match)


def _always(_: _Sentences, __: re.Match[str]) -> bool:
    return True


class Rule(NamedTuple):
    """An example with its language, the kind of what is found, the pattern, and what it requires besides."""

    language: str
    example: str
    kind: str
    pattern: re.Pattern[str]
    holds: Callable[[_Sentences, re.Match[str]], bool]

    @property
    def besides(self) -> str:
        """Signs of which its sentence has one; none if it needs none."""
        return _LIVES if self.holds is _lives else ""

    @property
    def is_large(self) -> bool:
        """Whether one of its numbers is large."""
        return self.holds in (_lives, _is_put_right)


def _rule(language: str, example: str, kind: str, pattern: str, holds: Callable[..., bool]) -> Rule:
    return Rule(language, example, kind, re.compile(pattern), holds)


RULES = (
    # behind the words of a street, where somebody lives
    _rule(
        "de",
        "wir wohnten am hirschsprung einundvierzig",
        "ADDRESS",
        f"{_NOUN},?N+(?:C?N)*L?(?:{_END}|(?={_PART}))",
        _lives,
    ),
    # put right
    _rule(
        "en",
        "quillow bank seventy-four no seventy-six",
        "ADDRESS",
        f"(?:{_NOUN},?|(?<=[.])|^)N+{_SMALL}{{0,3}}E{_SMALL}{{0,3}}N+{_END}",
        _is_put_right,
    ),
    # with a word for a slash
    _rule("en", "six two double one stroke b", "FILE", f"{_CODE}(?:,?{_CODE})*,?{_SLASH},?{_CODE}+{_END}", _is_file),
    # behind a word such as "number"
    _rule("nl", "ik ben nummer driehonderd elf", "FILE", f"(?:{SIGN}[JX]{{0,2}})(?P<own>N(?:,?[NL])*){_END}", _is_file),
    # letters among numbers
    _rule("el", "εφτά βήτα σαράντα ένα μηδέν τρία", "FILE", f"{_CODE}(?:,?{_CODE}){{2,}}{_END}", _is_code),
    # behind a word about a birth
    _rule(
        "pl",
        "data urodzenia czwarty dwunasty sześćdziesiąty",
        "BIRTHDATE",
        f"{_BORN}[WXJf,]{{0,4}}(?P<own>[NO](?:[JC,]{{0,2}}[NOM]){{2,}})",
        _always,
    ),
)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Numbers that count nothing."""
    if not _has_one_in_words(words_of(text), setting):
        return
    sentences = _sentences(text, setting)
    for rule in RULES:
        for match in rule.pattern.finditer(sentences.signs):
            words = sentences.of(match)
            if _has_one_in_words(words, setting) and rule.holds(sentences, match):
                start, end = words[0].start, words[-1].end
                yield Span(start, end, rule.kind, shape(text[start:end]), DOUBT)


def _has_one_in_words(words: Sequence[Word], setting: Setting) -> bool:
    """Whether a number in words, other than a one, is among words."""
    return any(is_said(word.shape, setting) for word in words)


@lru_cache(_MOST_KNOWN)
def is_said(word: str, setting: Setting) -> bool:
    """Whether a plain word is a number in words, other than a one, which is also an article."""
    return any(begins_number(word, language) and values(language).get(word) != 1 for language in setting.languages)


def _sentences(text: str, setting: Setting) -> _Sentences:
    """The words of a text with what they may be."""
    words = words_of(text)
    languages = setting.languages
    places: list[int] = []
    signs, end = "", 0
    for word, sign in zip(words, telling_signs(text, words, setting), strict=False):
        if places:
            signs += sign_between(text, end, word.start)
        places.append(len(signs))
        is_one = sign == SMALL and signs.endswith(NUMBER) and any(values(one).get(word.shape) == 1 for one in languages)
        signs += NUMBER if is_one else sign_in_sentence(word.shape, sign, setting)
        end = word.end
    if SENTENCE_END.search(text, max(0, end - 1)) or _PAUSE.search(text, end):
        signs += STOP
    return _Sentences(words, signs, places, setting)


def sign_between(text: str, end: int, start: int) -> str:
    """What stands between two words, of which one ends and the other begins there."""
    if SENTENCE_END.search(text, end - 1, start):
        return STOP
    return COMMA if _PAUSE.search(text, end, start) else ""


@lru_cache(_MOST_KNOWN)
def sign_in_sentence(word: str, sign: str, setting: Setting) -> str:
    """What a word may be, also about living and birth."""
    for language in setting.languages:
        tells = _telling(language)
        if word in tells.slashes:
            return _SLASH
        if sign == LETTER and not is_letter(word, setting):
            return OTHER
        if sign in (NUMBER, ORDINAL, LETTER, SIGN):
            continue
        if word.startswith(tells.birth):
            return _BORN
        if word.startswith(tells.living) or word in tells.short_living:
            return _LIVES
    is_small = sign == WORD and len(word) <= _SHORT_FREQUENT and is_frequent(word, setting)
    return _FREQUENT if is_small else sign


def is_letter(word: str, setting: Setting) -> bool:
    """Whether a plain word is a letter or the name of one, and no frequent word: not a, er."""
    is_one = (len(word) == 1 and word.isalpha()) or any(
        word in language.contact("letters") for language in setting.languages
    )
    return is_one and word not in setting.grammar and not is_frequent(word, setting)


def is_large(word: str, setting: Setting) -> bool:
    """Whether a plain word is a number in words that is too large to count something in passing."""
    return any(values(language).get(word, 0) >= _COUNTS for language in setting.languages)


class _Telling(NamedTuple):
    """The words of a language that tell what a number is, or how they begin."""

    slashes: frozenset[str]
    birth: tuple[str, ...]
    living: tuple[str, ...]
    short_living: frozenset[str]


@cache
def _telling(language: Language) -> _Telling:
    slashes = {max(phrase.split(), key=len) for phrase in language.contact("slashes")}
    living = {max(phrase.split(), key=len) for phrase in language.contact("residence")}
    return _Telling(
        frozenset(slashes - frequent_words(language.code)),
        tuple(word for word in language.born_words if len(word) >= _SHORT),
        tuple(word for word in living if len(word) >= _SHORT),
        frozenset(word for word in living if len(word) < _SHORT),
    )
