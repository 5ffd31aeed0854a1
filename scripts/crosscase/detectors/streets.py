"""Streets with the number of a house: 12 High Street, Hauptstraße siebzehn, via Garibaldi, 12, ul. Długa 5/7.

Each number of a house (`house_numbers`) is looked at, with the words beside it. Street and number are one span, also in
small letters. A street is

1. a name behind a word for streets: rua das Flores, ulice Dlouhá,
2. a name before one: High Street, Karl Johans gate,
3. a word that ends in one: Storgata, Kerkstraat,
4. words near a word about living somewhere: μένει Ερμού 15 (`homes`).

ASSUME: a person decides where the fourth rule alone says that it is a street, and where the word after the number may
be what is counted: Hauptstraße 12 Kinder. A number in words is behind a street only if it has a capital letter, or is
near a word about living somewhere.
"""

import re
from collections.abc import Iterator

from crosscase.detectors import homes, house_numbers, lone_numbers
from crosscase.detectors.accents import without_accents
from crosscase.detectors.address_tails import head, tail
from crosscase.detectors.house_numbers import HouseNumber
from crosscase.detectors.nearby import plain_signs
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.street_patterns import WORD, Street, StreetPatterns, patterns_of
from crosscase.detectors.street_places import (
    BEFORE,
    BEHIND,
    COMPOUND,
    DOUBT,
    ends_address,
    somebody_lives,
    streets_before,
    whole_street,
)
from crosscase.detectors.words import begins_sentence
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain, shape

_TAIL_DOUBT = "perhaps the floor or the flat of an address"
_NAMES = re.compile(rf",?(?:\s{WORD})+\s")  # between a number and the word for streets
_PAIR = re.compile(r"(?<![\w.,:/€$£-])\d{1,4}[a-z]?\s(?:and|or|&)\s\Z")  # 31 and 33 Coalport Road
_MOST_NAMES = 4  # words of a name
_MOST_SMALL = 3  # words of a name in small letters


class StreetWords:
    """The words that may stand beside the number of a house in words: those for streets, and `is_one` of any kind."""

    def __init__(self, setting: Setting) -> None:
        def listed(*names: str) -> set[str]:
            return {word for language in setting.languages for name in names for word in language.contact(name)}

        self._weak = frozenset(listed("street_weak"))
        barred = setting.function_words | self._weak
        names = {part.rstrip(".") for word in listed("street_before", "street_after") for part in word.split()}
        boxes = {word.split()[-1] for word in listed("post_boxes")}
        signs = {word.split()[-1].rstrip(".") for word in listed("house_number", "blocks")}
        self._of_numbers = frozenset(boxes | signs).union(
            part.rstrip(".")
            for word in listed("number_signs", "flat", "flat_behind", "flat_sides", "houses", "hamlets", "corners")
            for part in word.split()
        )
        self._words = frozenset(names | signs | boxes) - barred
        self.behind_names = frozenset(names) - barred - signs
        before = {word.split()[0].rstrip(".") for word in listed("street_before")}
        self.before_names = frozenset(before | boxes) - barred - signs
        self._endings, self._perhaps = (
            tuple(word for language in setting.languages for word in language.contact(name))
            for name in ("street_endings", "street_perhaps")
        )

    def is_one(self, shape: str) -> bool:
        """Whether a plain word is for streets or for their numbers."""
        return shape in self._words or (bool(self._endings) and shape.endswith(self._endings))

    def is_plain(self, shape: str) -> bool:
        """Whether a plain word is for streets, and none such as "number" that also stands before a number alone."""
        return self.is_one(shape) and shape not in self._of_numbers

    def may_be(self, written: str, shape: str) -> bool:
        """Whether a text's word, of this plain shape, is for streets or for their numbers, or ends like many names."""
        return self.is_one(shape) or (written[:1].isupper() and bool(self._perhaps) and shape.endswith(self._perhaps))

    def may_be_in_small_letters(self, shape: str) -> bool:
        """Whether a plain word is for streets or for their numbers, or ends like many names."""
        return self.is_one(shape) or shape in self._weak or (bool(self._perhaps) and shape.endswith(self._perhaps))


def find(text: str, setting: Setting) -> Iterator[Span]:
    """Streets with a number."""
    text = plain_signs(text)
    for language in setting.languages:
        for number in house_numbers.find(text, language):
            if (address := _address(text, number, patterns_of(language), setting)) is not None:
                start, end, doubt = address
                end = tail(text, end, language, in_words=bool(doubt))
                if (first := head(text, start, language)) < start:
                    last = text.rindex(",", first, start)
                    yield Span(first, last, "ADDRESS", shape(text[first:last]), _TAIL_DOUBT)
                yield Span(start, end, "ADDRESS", shape(text[start:end]), doubt)
                if (further := tail(text, end, language)) > end:
                    start = _first_letter(text, end)
                    yield Span(start, further, "ADDRESS", shape(text[start:further]), _TAIL_DOUBT)


def _address(text: str, number: HouseNumber, patterns: StreetPatterns, setting: Setting) -> tuple[int, int, str] | None:
    """The place of the street and the number, and the doubt; None if there is no street."""
    start, end, _ = number
    bare = without_accents(text)
    is_signed = patterns.needed_sign.may_be_in(text)
    sign = patterns.sign.search(bare, max(0, start - BEFORE), start) if is_signed else None
    begin = sign.start() if sign else start
    if flat := patterns.flat_behind.match(bare, end):
        end = flat.end()
    behind = _street_behind(text, end, patterns, setting) if patterns.number_first else None
    if behind and text[behind - 1 : behind].isalpha() and text[end:behind].lstrip(", ")[:1].isupper():
        return _first_of_address(text, start, begin, patterns), behind, ""
    for rank, pattern in enumerate(patterns.ending_before):
        if not patterns.needed[rank].may_be_in(text):
            continue
        for street in streets_before(text, pattern, begin):
            doubt = _doubt(text, street, end, rank, patterns, setting)
            if doubt is not None and not (number.in_words and _is_counted(text, street, end, patterns)):
                return whole_street(text, street.start, rank, patterns, setting), end, doubt
    if behind:
        return _first_of_address(text, start, begin, patterns), behind, ""
    if (sign or patterns.number_before) and (behind := _street_behind_preposition(text, end, patterns, setting)):
        return _first_letter(text, begin), behind, ""
    whole = number._replace(end=end)
    return (
        _led(text, begin, end, patterns, setting)
        or homes.find(text, begin, whole, patterns, setting)
        or lone_numbers.find(text, begin, whole, patterns, setting)
    )


def _led(text: str, begin: int, end: int, patterns: StreetPatterns, setting: Setting) -> tuple[int, int, str] | None:
    """A street that begins with a capitalised small word: An der alten Ziegelei 15, Na Cihelně 7."""
    if not setting.cased or not patterns.leads or not patterns.needed_lead.may_be_in(text):
        return None
    if not ends_address(text, end, patterns, setting):
        return None
    for street in streets_before(text, patterns.led, begin):
        is_large = street.names[-1][0].isupper() or (street.names[0][0].isupper() and not setting.articles)
        is_name = (
            is_large
            and plain(street.names[-1]) not in setting.excepted
            and plain(street.names[-1]) not in setting.verbs
        )
        within = not begins_sentence(text, street.start)
        if is_name and (within or somebody_lives(text, street.start, end, patterns)):
            return street.start, end, DOUBT
    return None


def _first_of_address(text: str, start: int, begin: int, patterns: StreetPatterns) -> int:
    """Where an address begins whose number precedes the street: with a flat, a building or a sign before the number."""
    bare, before = without_accents(text), max(0, begin - BEHIND)
    if pair := _PAIR.search(text, before, begin):
        return pair.start()
    if found := patterns.flat_before.search(bare, before, begin) or patterns.building.search(bare, before, begin):
        return found.start()
    return start if start == begin else _first_letter(text, begin)


def _first_letter(text: str, start: int) -> int:
    while not text[start].isalnum():
        start += 1
    return start


def _doubt(text: str, street: Street, end: int, rank: int, patterns: StreetPatterns, setting: Setting) -> str | None:
    """Whether words are a street: "" if so, the doubt if perhaps, None if not."""
    if not _is_name(street, rank, patterns, setting):
        return None
    ends = ends_address(text, end, patterns, setting)
    weak = street.word in patterns.weak
    capital = any(name[0].isupper() for name in street.names)
    if rank == COMPOUND:
        ordinary = weak and Vocabulary.of(setting.languages).is_ordinary(street.names[-1])
        if ordinary and not (ends and somebody_lives(text, street.start, end, patterns)):
            return None
        return "" if ends or not (weak or setting.articles) else DOUBT
    if capital and (ends or not (weak or setting.articles)):
        return ""
    if not ends:
        is_name = not weak or (capital and not setting.articles)  # via Pascoli dodici chiude
        return DOUBT if is_name or somebody_lives(text, street.start, end, patterns) else None
    if rank == 1 and weak and not somebody_lives(text, street.start, end, patterns):
        return None
    return ""


def _is_counted(text: str, street: Street, end: int, patterns: StreetPatterns) -> bool:
    """Whether a number in words behind a street may be a count: no capital letter nor a word about living is there."""
    return not any(name[0].isupper() for name in street.names) and not somebody_lives(text, street.start, end, patterns)


def _is_name(street: Street, rank: int, patterns: StreetPatterns, setting: Setting) -> bool:
    """Whether words may be the name of a street: no function words except particles, in small letters only a few."""
    shapes = [shape(name).strip(".'’-") for name in street.names]
    if rank == COMPOUND:
        return not (patterns.no_streets and shapes[0].startswith(patterns.no_streets))
    joining = setting.joining
    is_large = [name[0].isupper() or name[0].isdecimal() for name in street.names]
    small = [word for word, large in zip(shapes, is_large, strict=True) if not large]
    if shapes[-1] in joining or (rank == 1 and shapes[0] in joining):
        return False
    if any(is_large):
        other = [word for word in small if word not in joining]  # ulice U Staré cihelny
        is_one = rank == 0 and len(other) == 1 and street.names[0][0].isupper()
        is_one = is_one and not any(word in setting.grammar or word in patterns.barred for word in other)
        is_function = setting.function_words - joining >= {shapes[is_large.index(True)]}
        return (not other or is_one) and not is_function
    others = [word for word in small if rank == 1 or word not in joining]
    return len(others) <= _MOST_SMALL and not any(
        word in setting.grammar
        or word in patterns.barred
        or (rank != 1 and word in patterns.words)  # lower quay street
        or word.startswith(patterns.units)
        for word in others
    )


def _street_behind(text: str, end: int, patterns: StreetPatterns, setting: Setting) -> int | None:
    """Where a street ends whose number precedes it, the longest: 61 Lower Quay Street; None if there is none."""
    found = None
    if not patterns.needed[1].may_be_in(text):
        return None
    for word in patterns.after.finditer(without_accents(text), end, end + BEFORE):
        names = text[end : word.start()].lstrip(",").split()
        if not 0 < len(names) <= _MOST_NAMES or not _NAMES.fullmatch(text, end, word.start()):
            continue
        street = Street(end, word.end(), tuple(names), shape(word[0]))
        capital = all(name[0].isupper() or plain(name) in setting.particles for name in street.names)
        lives = somebody_lives(text, end, word.end(), patterns)
        if _is_name(street, 1, patterns, setting) and (capital or lives or found or street.word not in patterns.weak):
            found = street.end
    return found


def _street_behind_preposition(text: str, end: int, patterns: StreetPatterns, setting: Setting) -> int | None:
    """Where a street ends that a small word joins to its number: al civico 12 di via Roma."""
    for rank, pattern in ((0, patterns.behind_preposition[0]), (COMPOUND, patterns.behind_preposition[1])):
        if not patterns.needed[rank].may_be_in(text):
            continue
        if match := pattern.match(without_accents(text), end):
            names = text[match.start("names") : match.end("names")].split()
            leads = plain(names[0]) in setting.joining  # dei tigli
            while len(names) > 1 and not names[-1][0].isupper() and rank == 0 and not leads:
                names.pop()
            street = Street(match.start(), match.end(), tuple(names), shape(match["word"]))
            if _is_name(street, rank, patterns, setting):
                return text.index(names[-1], match.start("names")) + len(names[-1].rstrip("."))
    return None
