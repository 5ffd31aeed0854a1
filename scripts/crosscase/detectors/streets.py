"""Streets with the number of a house: 12 High Street, Hauptstraße siebzehn, via Garibaldi, 12, ul. Długa 5/7.

Each number of a house (`house_numbers`) is looked at, with the words beside it. Street and number are one span, also in
small letters. A street is

1. a name behind a word for streets: rua das Flores, ulice Dlouhá,
2. a name before one: High Street, Karl Johans gate,
3. a word that ends in one: Storgata, Kerkstraat,
4. capitalised words near a word about living somewhere: μένει Ερμού 15.

ASSUME: a person decides where the fourth rule alone says that it is a street, and where the word after the number may
be what is counted: Hauptstraße 12 Kinder. A number in words is behind a street only if it has a capital letter, or is
near a word about living somewhere.
"""

import re
from collections.abc import Iterator

from crosscase.detectors import house_numbers
from crosscase.detectors.address_tails import tail
from crosscase.detectors.house_numbers import HouseNumber
from crosscase.detectors.nearby import plain_signs
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.street_patterns import WORD, Street, StreetPatterns, patterns_of
from crosscase.detectors.words import begins_sentence
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain, shape

_TAIL_DOUBT = "perhaps the floor or the flat of an address"
_DOUBT = "perhaps a street and the number of a house"
_NAMES = re.compile(rf",?(?:\s{WORD})+\s")  # between a number and the word for streets
_NEXT = re.compile(rf"\.?\s+({WORD})")
_WORD_BEFORE = re.compile(rf"(?<!\w)({WORD})\s$")
_ADJECTIVES = ("e", "er", "en")  # endings in German
_SHORT = 3  # letters of a word that is hardly what is counted
_COMPOUND = 2  # the rank of the pattern of words that end in one for streets
_BEFORE, _BEHIND = 62, 38  # characters beside a number; the triage gives a detector a little more
_MOST_NAMES = 4  # words of a name
_MOST_SMALL = 3  # words of a name in small letters
_RESIDENCE = 45  # characters before a street in which a word says that somebody lives there


class StreetWords:
    """The words that may stand beside the number of a house in words."""

    def __init__(self, setting: Setting) -> None:
        lists = ("street_before", "street_after", "house_number", "blocks")
        listed = (word for language in setting.languages for name in lists for word in language.contact(name))
        self._words = frozenset(part.rstrip(".") for word in listed for part in word.split())
        weak = {word for language in setting.languages for word in language.contact("street_weak")}
        self._words -= setting.function_words | weak
        self._endings, self._perhaps = (
            tuple(word for language in setting.languages for word in language.contact(name))
            for name in ("street_endings", "street_perhaps")
        )

    def is_one(self, shape: str) -> bool:
        """Whether a plain word is for streets or for their numbers."""
        return shape in self._words or (bool(self._endings) and shape.endswith(self._endings))

    def may_be(self, written: str, shape: str) -> bool:
        """Whether a text's word, of this plain shape, is for streets or for their numbers, or ends like many names."""
        return self.is_one(shape) or (written[:1].isupper() and bool(self._perhaps) and shape.endswith(self._perhaps))


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Streets with a number."""
    text = plain_signs(text)
    for language in setting.languages:
        for number in house_numbers.find(text, language):
            if (address := _address(text, number, patterns_of(language), setting)) is not None:
                start, end, doubt = address
                end = tail(text, end, language, in_words=bool(doubt))
                yield Span(start, end, "ADDRESS", shape(text[start:end]), doubt)
                if (further := tail(text, end, language)) > end:
                    start = _first_letter(text, end)
                    yield Span(start, further, "ADDRESS", shape(text[start:further]), _TAIL_DOUBT)


def _address(text: str, number: HouseNumber, patterns: StreetPatterns, setting: Setting) -> tuple[int, int, str] | None:
    """The place of the street and the number, and the doubt; None if there is no street."""
    start, end, _ = number
    sign = patterns.sign.search(text, max(0, start - _BEFORE), start)
    begin = sign.start() if sign else start
    if flat := patterns.flat_behind.match(text, end):
        end = flat.end()
    behind = _street_behind(text, end, patterns, setting) if patterns.number_first else None
    if behind and text[behind - 1 : behind].isalpha() and text[end:behind].lstrip(", ")[:1].isupper():
        return _first_of_address(text, start, begin, patterns), behind, ""
    for rank, pattern in enumerate(patterns.ending_before):
        for street in _streets(text, pattern, begin):
            doubt = _doubt(text, street, end, rank, patterns, setting)
            if doubt is not None and not (number.in_words and _is_counted(text, street, end, patterns)):
                return _whole(text, street.start, rank, patterns, setting), end, doubt
    if behind:
        return _first_of_address(text, start, begin, patterns), behind, ""
    if sign and (behind := _street_behind_preposition(text, end, patterns, setting)):
        return _first_letter(text, begin), behind, ""
    return _led(text, begin, end, patterns, setting) or _near_residence(text, begin, end, patterns, setting)


def _led(text: str, begin: int, end: int, patterns: StreetPatterns, setting: Setting) -> tuple[int, int, str] | None:
    """A street that begins with a capitalised small word: An der alten Ziegelei 15, Na Cihelně 7."""
    if not setting.cased or not patterns.leads or not _ends_address(text, end, patterns, setting):
        return None
    for street in _streets(text, patterns.led, begin):
        is_large = street.names[-1][0].isupper() or (street.names[0][0].isupper() and not setting.articles)
        is_name = is_large and plain(street.names[-1]) not in setting.excepted | setting.verbs
        within = not begins_sentence(text, street.start)
        if is_name and (within or _somebody_lives(text, street.start, end, patterns)):
            return street.start, end, _DOUBT
    return None


def _first_of_address(text: str, start: int, begin: int, patterns: StreetPatterns) -> int:
    """Where an address begins whose number precedes the street: with a flat, a building or a sign before the number."""
    before = max(0, begin - _BEHIND)
    if found := patterns.flat_before.search(text, before, begin) or patterns.building.search(text, before, begin):
        return found.start()
    return start if start == begin else _first_letter(text, begin)


def _whole(text: str, start: int, rank: int, patterns: StreetPatterns, setting: Setting) -> int:
    """Where a street begins with the words before it that belong to its name: Am Quirnauer Weg, Øvre Kvernveien."""
    lead = patterns.lead.search(text, max(0, start - _BEHIND), start)
    if lead and not begins_sentence(text, lead.start()):
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


def _somebody_lives(text: str, start: int, end: int, patterns: StreetPatterns) -> bool:
    """Whether a word beside a place says that somebody lives there: before it, or behind it in the same sentence."""
    if patterns.residence.search(text, max(0, start - _RESIDENCE), start):
        return True
    behind = re.split(r"[.!?;]", text[end : end + _RESIDENCE], maxsplit=1)[0]
    return patterns.residence.search(behind) is not None


def _first_letter(text: str, start: int) -> int:
    while not text[start].isalnum():
        start += 1
    return start


def _streets(text: str, pattern: re.Pattern[str], end: int) -> Iterator[Street]:
    """The streets that end where a number or its sign begins, the longest first."""
    position = max(0, end - _BEFORE)
    while match := pattern.search(text, position, end):
        yield Street(match.start(), match.end(), tuple(match["names"].split()), shape(match["word"]))
        position = match.start() + 1


def _doubt(text: str, street: Street, end: int, rank: int, patterns: StreetPatterns, setting: Setting) -> str | None:
    """Whether words are a street: "" if so, the doubt if perhaps, None if not."""
    if not _is_name(street, rank, patterns, setting):
        return None
    ends = _ends_address(text, end, patterns, setting)
    weak = street.word in patterns.weak
    capital = any(name[0].isupper() for name in street.names)
    if rank == _COMPOUND:
        ordinary = weak and Vocabulary.of(setting.languages).is_ordinary(street.names[-1])
        if ordinary and not (ends and _somebody_lives(text, street.start, end, patterns)):
            return None
        return "" if ends or not (weak or setting.articles) else _DOUBT
    if capital and (ends or not (weak or setting.articles)):
        return ""
    if not ends:
        return _DOUBT if rank == 0 and not weak else None
    if rank == 1 and weak and not _somebody_lives(text, street.start, end, patterns):
        return None
    return ""


def _is_counted(text: str, street: Street, end: int, patterns: StreetPatterns) -> bool:
    """Whether a number in words behind a street may be a count: no capital letter nor a word about living is there."""
    return not any(name[0].isupper() for name in street.names) and not _somebody_lives(
        text, street.start, end, patterns
    )


def _is_name(street: Street, rank: int, patterns: StreetPatterns, setting: Setting) -> bool:
    """Whether words may be the name of a street: no function words except particles, in small letters only a few."""
    shapes = [shape(name).strip(".'’-") for name in street.names]
    if rank == _COMPOUND:
        return not (patterns.no_streets and shapes[0].startswith(patterns.no_streets))
    joining = setting.particles | setting.prepositions
    is_large = [name[0].isupper() or name[0].isdecimal() for name in street.names]
    small = [word for word, large in zip(shapes, is_large, strict=True) if not large]
    if shapes[-1] in joining or (rank == 1 and shapes[0] in joining):
        return False
    barred = setting.function_words | setting.verbs | setting.articles | patterns.barred
    if any(is_large):
        other = [word for word in small if word not in joining]  # ulice U Staré cihelny
        is_one = rank == 0 and len(other) == 1 and street.names[0][0].isupper() and barred.isdisjoint(other)
        is_function = setting.function_words - joining >= {shapes[is_large.index(True)]}
        return (not other or is_one) and not is_function
    others = [word for word in small if rank == 1 or word not in joining]
    barred = barred if rank == 1 else barred | patterns.words  # lower quay street
    return len(others) <= _MOST_SMALL and not any(word in barred or word.startswith(patterns.units) for word in others)


def _ends_address(text: str, end: int, patterns: StreetPatterns, setting: Setting) -> bool:
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


def _street_behind(text: str, end: int, patterns: StreetPatterns, setting: Setting) -> int | None:
    """Where a street ends whose number precedes it, the longest: 61 Lower Quay Street; None if there is none."""
    found = None
    for word in patterns.after.finditer(text, end, end + _BEFORE):
        names = text[end : word.start()].lstrip(",").split()
        if not 0 < len(names) <= _MOST_NAMES or not _NAMES.fullmatch(text, end, word.start()):
            continue
        street = Street(end, word.end(), tuple(names), shape(word[0]))
        capital = all(name[0].isupper() or plain(name) in setting.particles for name in street.names)
        lives = patterns.residence.search(text, max(0, end - _RESIDENCE), end)
        if _is_name(street, 1, patterns, setting) and (capital or lives or street.word not in patterns.weak):
            found = street.end
    return found


def _street_behind_preposition(text: str, end: int, patterns: StreetPatterns, setting: Setting) -> int | None:
    """Where a street ends that a small word joins to its number: al civico 12 di via Roma."""
    for rank, pattern in ((0, patterns.behind_preposition[0]), (_COMPOUND, patterns.behind_preposition[1])):
        if match := pattern.match(text, end):
            names = match["names"].split()
            while len(names) > 1 and not names[-1][0].isupper() and rank == 0:
                names.pop()
            street = Street(match.start(), match.end(), tuple(names), shape(match["word"]))
            if _is_name(street, rank, patterns, setting):
                return text.index(names[-1], match.start("names")) + len(names[-1].rstrip("."))
    return None


def _near_residence(
    text: str, begin: int, end: int, patterns: StreetPatterns, setting: Setting
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
        if _somebody_lives(text, street.start, end, patterns):
            return _whole(text, street.start, 1, patterns, setting), end, _DOUBT
    return None


def _streets_of_capitals(text: str, end: int, patterns: StreetPatterns) -> Iterator[Street]:
    for street in _streets(text, patterns.capitals, end):
        if all(name[0].isupper() for name in street.names):
            yield street
