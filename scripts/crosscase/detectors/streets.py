"""Streets with the number of a house: 12 High Street, Hauptstraße 7b, via Garibaldi, 12, ul. Długa 5/7.

Each number of up to four digits is looked at, with the words beside it. Street and number are one span, also in small
letters. A street is

1. a name behind a word for streets: rua das Flores, ulice Dlouhá,
2. a name before one: High Street, Karl Johans gate,
3. a word that ends in one: Storgata, Kerkstraat,
4. capitalised words near a word about living somewhere: μένει Ερμού 15.

ASSUME: a year is not the number of a house. A person decides where the fourth rule alone says that it is a street, and
where the word after the number may be what is counted: Hauptstraße 12 Kinder.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from crosscase.detectors.accents import any_of
from crosscase.detectors.nearby import digits_in, plain_signs
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import Language, plain, shape

_DOUBT = "perhaps a street and the number of a house"
HOUSE_NUMBER = re.compile(
    r"(?<![\w.,:/€$£+-])(?!(?:19|20)\d\d(?![\d/])|\d{2,4}-\d{3}(?!\d)|\d{3}\s\d{2}(?!\d))\d{1,4}(?:\s?(?:bis|ter)|[a-zα-ωA-DΑ-Δ]|\s[A-ZΑ-Ω]|\s[b-d])?(?!\w)"
    r"(?:\s?[/-]\s?(?:\d{1,4}[a-zα-ω]?|[a-zα-ω]{1,3}|[A-ZΑ-Ω])(?!\w)){0,2}(?![.,:]\d|\s?[%€$£°º])"
)
_WORD = r"[^\W_][\w'’.-]*"
_NEXT = re.compile(rf"\.?\s+({_WORD})")
_WORD_BEFORE = re.compile(rf"(?<!\w)({_WORD})\s$")
_ADJECTIVES = ("e", "er", "en")  # endings in German
_UNITS = ("km", "kg", "cm", "mm", "kilo", "meter", "metr")  # in every language
_SHORT = 3  # letters of a word that is hardly what is counted
_COMPOUND = 2  # the rank of the pattern of words that end in one for streets
_BEFORE, _BEHIND = 62, 38  # characters beside a number; the triage gives a detector a little more
_MOST_SMALL = 3  # words of a name in small letters
_RESIDENCE = 45  # characters before a street in which a word says that somebody lives there


class _Street(NamedTuple):
    """A street beside a number: where it begins or ends, the words of its name, and the word for streets."""

    start: int
    end: int
    names: tuple[str, ...]
    word: str


class _Patterns:
    """The patterns of one language. Those of streets before a number end where it begins."""

    def __init__(self, language: Language) -> None:
        before, after, endings = (
            any_of(language.contact(f"street_{place}")) for place in ("before", "after", "endings")
        )
        names = rf"(?P<names>{_WORD}(?:\s{_WORD}){{0,4}})"
        self.ending_before = [
            re.compile(rf"(?<!\w)(?P<word>{before})\s*(?<![\w]){names},?\s*$", re.IGNORECASE),
            re.compile(rf"(?<!\w){names}\s(?P<word>{after}),?\s*$", re.IGNORECASE),
            re.compile(rf"(?<!\w)(?P<names>{_WORD}?[\w-](?P<word>{endings})),?\s*$", re.IGNORECASE),
        ]
        self.beginning_behind = re.compile(
            rf",?\s(?P<names>{_WORD}(?:\s{_WORD}){{0,3}}?)\s(?P<word>{after})(?!\w)", re.IGNORECASE
        )
        self.behind_preposition = [
            re.compile(rf"\s(?:\w{{1,4}}\s){{1,3}}(?P<word>{before})\s(?P<names>{_WORD}(?:\s{_WORD})?)", re.IGNORECASE),
            re.compile(rf"\s(?:\w{{1,4}}\s){{1,3}}(?P<names>[\w-]+(?P<word>{endings}))(?!\w)", re.IGNORECASE),
        ]
        signs = any_of(language.contact("house_number"))
        self.sign = re.compile(rf"(?<!\w),?\s*(?<!\w){signs}:?\s*$", re.IGNORECASE)
        flats = any_of(language.contact("flat"))
        self.flat_before = re.compile(rf"(?<!\w){flats}\s(?:\w{{1,4}},?\s+)?$", re.IGNORECASE)
        self.flat_behind = re.compile(rf",?\s{flats}\s?\d{{1,3}}[a-z]?(?!\w)", re.IGNORECASE)
        self.residence = re.compile(rf"(?<!\w){any_of(language.contact('residence'))}", re.IGNORECASE)
        self.capitals = re.compile(rf"(?<!\w)(?P<names>{_WORD}(?:\s{_WORD}){{0,3}})(?P<word>),?\s*$")
        self.number_first = bool(language.contact("number_first"))
        self.weak = frozenset(language.contact("street_weak"))
        self.no_streets = tuple(language.contact("street_not"))
        self.units = (*_UNITS, *language.contact("units"))
        self.leads = frozenset(language.contact("street_leads"))
        self.adjectives = frozenset(language.contact("street_adjectives"))
        leads = any_of(self.leads)
        self.lead = re.compile(rf"(?<!\w)(?=[^\W\d_])(?!(?-i:[a-zà-ÿ])){leads}\s$", re.IGNORECASE)
        self.barred = frozenset(
            word for place in ("before", "after", "barred") for word in language.contact(f"street_{place}")
        )


@cache
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Streets with a number."""
    if not digits_in(text):
        return
    text = plain_signs(text)
    for language in setting.languages:
        for number in HOUSE_NUMBER.finditer(text):
            if (address := _address(text, number, _patterns(language), setting)) is not None:
                start, end, doubt = address
                end = tail(text, end, language)
                yield Span(start, end, "ADDRESS", shape(text[start:end]), doubt)


@cache
def _tail(language: Language) -> re.Pattern[str]:
    """Floor, staircase and flat behind the number of a house, with small signs and numbers among them."""
    flats = any_of(language.contact("flat_behind")) if language.contact("flat_behind") else "(?!)"
    other = r"(?:[^\W\d_]{0,2}\.?º?\s)?[A-Z]?\d{1,4}(?:[a-z]|\.?º|\.|ος|ου)?|[A-Z](?!\w)"
    return re.compile(
        rf"(?:,?\s(?:-\s)?(?:{other})(?=,?\s{flats}))?,?\s(?:-\s)?{flats}(?:(?<=\.)|(?!\w))(?:,?\s(?:{other}))?",
        re.IGNORECASE,
    )


def street_behind(text: str, end: int, setting: Setting, language: Language) -> int | None:
    """Where a street ends whose number precedes it; None where streets have their number behind them."""
    patterns = _patterns(language)
    return _street_behind(text, end, patterns, setting) if patterns.number_first else None


def tail(text: str, end: int, language: Language) -> int:
    """Where an address ends that goes on behind the number of its house: 27, third floor."""
    while more := _tail(language).match(text, end):
        end = more.end()
    return end


def _address(text: str, number: re.Match[str], patterns: _Patterns, setting: Setting) -> tuple[int, int, str] | None:
    """The place of the street and the number, and the doubt; None if there is no street."""
    start, end = number.span()
    sign = patterns.sign.search(text, max(0, start - _BEFORE), start)
    begin = sign.start() if sign else start
    if flat := patterns.flat_behind.match(text, end):
        end = flat.end()
    for rank, pattern in enumerate(patterns.ending_before):
        for street in _streets(text, pattern, begin):
            doubt = _doubt(text, street, end, rank, patterns, setting)
            if doubt is not None:
                return _whole(text, street.start, rank, patterns, setting), end, doubt
    if patterns.number_first and (behind := _street_behind(text, end, patterns, setting)):
        flat = patterns.flat_before.search(text, max(0, begin - _BEHIND), begin)
        return (flat.start() if flat else start if sign is None else _first_letter(text, begin)), behind, ""
    if sign and (behind := _street_behind_preposition(text, end, patterns, setting)):
        return _first_letter(text, begin), behind, ""
    return _near_residence(text, begin, end, patterns, setting)


def _whole(text: str, start: int, rank: int, patterns: _Patterns, setting: Setting) -> int:
    """Where a street begins with the words before it that belong to its name: Am Quirnauer Weg, Øvre Kvernveien."""
    if lead := patterns.lead.search(text, max(0, start - _BEHIND), start):
        return lead.start()
    while rank == _COMPOUND and (before := _WORD_BEFORE.search(text, max(0, start - _BEHIND), start)):
        word = before[1]
        if plain(word) in patterns.adjectives:
            return before.start()
        is_adjective = not setting.articles or word.endswith(_ADJECTIVES)
        if not word[0].isupper() or plain(word) in setting.function_words or not is_adjective:
            break
        start = before.start()
    return start


def _first_letter(text: str, start: int) -> int:
    while not text[start].isalnum():
        start += 1
    return start


def _streets(text: str, pattern: re.Pattern[str], end: int) -> Iterator[_Street]:
    """The streets that end where a number or its sign begins, the longest first."""
    position = max(0, end - _BEFORE)
    while match := pattern.search(text, position, end):
        yield _Street(match.start(), match.end(), tuple(match["names"].split()), shape(match["word"]))
        position = match.start() + 1


def _doubt(text: str, street: _Street, end: int, rank: int, patterns: _Patterns, setting: Setting) -> str | None:
    """Whether words are a street: "" if so, the doubt if perhaps, None if not."""
    if not _is_name(street, rank, patterns, setting):
        return None
    ends = _ends_address(text, end, patterns, setting)
    weak = street.word in patterns.weak
    capital = any(name[0].isupper() for name in street.names)
    if rank == _COMPOUND:
        ordinary = weak and Vocabulary.of(setting.languages).is_ordinary(street.names[-1])
        if ordinary and not (ends and patterns.residence.search(text, max(0, street.start - _RESIDENCE), street.start)):
            return None
        return "" if ends or not (weak or setting.articles) else _DOUBT
    if capital and (ends or not (weak or setting.articles)):
        return ""
    if not ends:
        return _DOUBT if rank == 0 and not weak else None
    if rank == 1 and weak and not patterns.residence.search(text, max(0, street.start - _RESIDENCE), street.start):
        return None
    return ""


def _is_name(street: _Street, rank: int, patterns: _Patterns, setting: Setting) -> bool:
    """Whether words may be the name of a street: no function words except particles, in small letters only a few."""
    shapes = [shape(name).strip(".'’-") for name in street.names]
    if rank == _COMPOUND:
        return not (patterns.no_streets and shapes[0].startswith(patterns.no_streets))
    joining = setting.particles | setting.prepositions
    is_large = [name[0].isupper() or name[0].isdecimal() for name in street.names]
    small = [word for word, large in zip(shapes, is_large, strict=True) if not large]
    if shapes[-1] in joining or (rank == 1 and shapes[0] in joining):
        return False
    if any(is_large):
        return set(small) <= joining and not setting.function_words - joining >= {shapes[is_large.index(True)]}
    others = [word for word in small if rank == 1 or word not in joining]
    barred = setting.function_words | setting.verbs | setting.articles | patterns.barred
    return len(others) <= _MOST_SMALL and not any(word in barred or word.startswith(patterns.units) for word in others)


def _ends_address(text: str, end: int, patterns: _Patterns, setting: Setting) -> bool:
    """Whether the word after a number is not what is counted, nor a month."""
    behind = _NEXT.match(text, end)
    if not behind:
        return True
    word = plain(behind[1].rstrip("."))
    if any(word in language.months for language in setting.languages):
        return False
    if behind[0].startswith(".") or word in setting.function_words | setting.particles | setting.verbs:
        return True
    if behind[1][0].isupper():
        return not setting.articles or not Vocabulary.of(setting.languages).is_ordinary(behind[1])
    return not word.startswith(patterns.units) and (bool(setting.articles) or len(word) <= _SHORT)


def _street_behind(text: str, end: int, patterns: _Patterns, setting: Setting) -> int | None:
    """Where a street ends whose number precedes it, or None."""
    match = patterns.beginning_behind.match(text, end)
    while match:
        street = _Street(match.start(), match.end(), tuple(match["names"].split()), shape(match["word"]))
        capital = all(name[0].isupper() or plain(name) in setting.particles for name in street.names)
        lives = patterns.residence.search(text, max(0, end - _RESIDENCE), end)
        if _is_name(street, 1, patterns, setting) and (capital or lives or street.word not in patterns.weak):
            return match.end()
        return None
    return None


def _street_behind_preposition(text: str, end: int, patterns: _Patterns, setting: Setting) -> int | None:
    """Where a street ends that a small word joins to its number: al civico 12 di via Roma."""
    for rank, pattern in ((0, patterns.behind_preposition[0]), (_COMPOUND, patterns.behind_preposition[1])):
        if match := pattern.match(text, end):
            names = match["names"].split()
            while len(names) > 1 and not names[-1][0].isupper() and rank == 0:
                names.pop()
            street = _Street(match.start(), match.end(), tuple(names), shape(match["word"]))
            if _is_name(street, rank, patterns, setting):
                return text.index(names[-1], match.start("names")) + len(names[-1].rstrip("."))
    return None


def _near_residence(
    text: str, begin: int, end: int, patterns: _Patterns, setting: Setting
) -> tuple[int, int, str] | None:
    """Capitalised words before a number and near a word about living somewhere."""
    if not _ends_address(text, end, patterns, setting):
        return None
    for street in _streets_of_capitals(text, begin, patterns):
        vocabulary = Vocabulary.of(setting.languages)
        lead = shape(text[max(0, street.start - _RESIDENCE) : street.start]).split()
        excepted = any(plain(name) in setting.excepted | setting.function_words for name in street.names)
        nouns = setting.articles and all(map(vocabulary.is_ordinary, street.names))
        led = " ".join(lead[-1:]) in patterns.leads or " ".join(lead[-2:]) in patterns.leads
        if excepted or (nouns and not led):
            continue
        if patterns.residence.search(text, max(0, street.start - _RESIDENCE), street.start):
            return _whole(text, street.start, 1, patterns, setting), end, _DOUBT
    return None


def _streets_of_capitals(text: str, end: int, patterns: _Patterns) -> Iterator[_Street]:
    for street in _streets(text, patterns.capitals, end):
        if all(name[0].isupper() for name in street.names):
            yield street
