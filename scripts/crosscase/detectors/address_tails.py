"""What belongs to an address behind the number of a house: 27, third floor, back building, flat B, 999 17.

A part is a word for a floor, a door or a part of a house with its number, also in words, and the side: 2. Stock links.
"""

import re
from collections.abc import Iterator
from functools import cache

from crosscase.detectors.accents import any_plain, without_accents
from crosscase.detectors.date_words import begins_number
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.words import words_from
from crosscase.languages.vocabulary import Language, plain

_OF_YEAR = 4  # figures
_LONGEST_HEAD = 40  # characters of a floor or a flat before a street
_MOST_PARTS = 8  # of an address behind the number of its house; more of them are a table
_JOIN = r"(?:,\s?|\s)(?:[-–/]\s)?"
_WORD = r"[^\W_][\w'’-]*\.?o?"
_FLAT = r"\d{1,2}\.\d{1,2}(?![.\d])"  # the first flat of the fourth floor: 4.1
_END = r"(?:(?<=\.)|(?!\w))"
_NUMBERED = re.compile(
    r"\d{1,2}\.\d{1,2}|\d{1,4}(?:[a-zA-F]|\.?o|\.)?|\d{1,4}(?:os|ou|οσ|ος|ου|η|ης|ησ)|[A-ZΑ-Ω]\d{0,4}"
)
_HAS_SIGN = re.compile(r"\d|(?<!\w)[A-ZΑ-Ω](?!\w)")
_FLOOR = re.compile(rf"{_JOIN}\d{{1,2}}\.?o(?:\s[A-Z](?!\w))?(?!\w)")  # 53 2º B, in a text without accents
_POSTCODE = re.compile(
    r",\s(?:[^\W\d_]{1,3}\.?(?:[^\W\d_]\.)?\s)?(?:\d{3}\s\d{2}|\d{5}|\d{2}-\d{3}|\d{4}-\d{3})(?![\w-]|\s\d)"
)
_ROMAN = re.compile(r"\s[IVX]{2,4}(?!\w)")  # Kerklaan 77 III
# A few words between commas, in small letters: , lokal użytkowy 2, la porta in fondo,
_PIECE = re.compile(r",\s(?P<words>(?:[a-zα-ωøæßł\d][\w'’.-]*\s?){1,4})(?=[,.;:!?)]|\Z)")
_ORDINAL = re.compile(r",\s(?P<word>[^\W\d_]{3,})(?=\s*[,.;:!?)]|\Z)")


class _Patterns:
    """The patterns of one language, for a text without accents."""

    def __init__(self, language: Language) -> None:
        numbered = [word for name in ("flat", "blocks", "number_signs") for word in language.contact(name)]
        alone = language.contact("flat_behind")
        flats = any_plain([*numbered, *alone])
        sign = rf"(?:{any_plain(language.contact('number_signs'))}\s)?"
        small = rf"(?:{any_plain(language.prepositions)}\s(?=\w))?"  # in the back building
        part = rf"(?P<flat>{flats}){_END}(?:,?\s{sign}(?P<behind>{_FLAT}|{_WORD}))?"
        self.parts = [
            re.compile(rf"{_JOIN}{small}{before}{part}", re.IGNORECASE)
            for before in (rf"(?P<before>{_WORD})\s", "(?P<before>)")
        ]
        slash = any_plain(language.contact("slashes"))
        self.letter = re.compile(rf"\s?\.\s(?:{slash}\s)?[a-zα-ω](?=\s*[,;:!?)]|\Z)", re.IGNORECASE)  # 9. a
        self.slash = re.compile(rf",?\s{slash}\s\d{{1,3}}[a-z]?(?!\w)", re.IGNORECASE)  # 60 stroke 2
        side = any_plain(language.contact("flat_sides"))
        lead = rf"{part}(?:\s{side}{_END})?,\s$"
        self.heads = [
            re.compile(rf"(?<!\w){before}{lead}", re.IGNORECASE)
            for before in (rf"(?P<before>{_WORD})\s", "(?P<before>)")
        ]
        self.side = re.compile(rf"{_JOIN}{side}{_END}", re.IGNORECASE)
        self.counted_side = re.compile(rf"{_JOIN}(?P<number>{_WORD})\s{side}{_END}", re.IGNORECASE)
        self.corner = re.compile(
            rf"(?:\s?/|,)?\s(?i:{any_plain(language.contact('corners'))})\s[A-ZΑ-Ω][\w-]+"
        )  # 14, corner Tull
        self.range = re.compile(rf"\s{any_plain(language.contact('house_ranges'))}\s(?P<word>\w+)")
        joins = any_plain([*language.conjunctions, "&"])
        self.pair = re.compile(rf"\s{joins}\s(?P<word>\w+)(?=\s*[,.;:!?)]|\Z|\s{joins}\s)")  # 31 and 33
        self.alone = frozenset(alone)
        self.adjectives = frozenset(language.contact("flat_adjectives"))
        self.no_parts = language.verbs | language.auxiliaries | language.conjunctions | language.pronouns
        self.numbered = frozenset(numbered).union(alone)

    def names_part(self, piece: str) -> bool:
        """Whether a few words name a part of a house and say nothing of it."""
        words = [plain(word.rstrip(".")) for word in piece.split()]
        return not self.numbered.isdisjoint(words) and self.no_parts.isdisjoint(words)


@cache
def _patterns(language: Language) -> _Patterns:
    return _Patterns(language)


def tail(text: str, end: int, language: Language, in_words: bool = True) -> int:
    """Where an address ends that goes on behind the number of its house; parts `in_words` have no figure or letter."""
    text = without_accents(text)
    first = end
    for _ in range(_MOST_PARTS):
        if (further := max(_ends(text, end, language, in_words), default=end)) <= end:
            break
        end = further
    floor = _ORDINAL.match(text, end) if in_words and end > first else None
    return floor.end() if floor and _is_ordinal(floor["word"], language) else end


def head(text: str, start: int, language: Language) -> int:
    """Where an address begins that has a floor or a flat before its street: flat seven, 32 Tansy Road."""
    text = without_accents(text)
    patterns = _patterns(language)
    for pattern in patterns.heads:
        part = pattern.search(text, max(0, start - _LONGEST_HEAD), start)
        if part and _end_of_part(part, patterns, language) in (part.end(), part.end("flat"), part.end("behind")):
            behind = part["behind"]
            if behind is None or is_numbered(behind, language) or patterns.side.fullmatch(f" {behind}"):
                return part.start()
    return start


def _ends(text: str, end: int, language: Language, in_words: bool) -> Iterator[int]:
    """Where the next part of an address may end."""
    patterns = _patterns(language)
    part = _part(text, end, patterns, language)
    if part and (in_words or _HAS_SIGN.search(text, end, part)):
        side = patterns.side.match(text, part)
        yield side.end() if side else part
    counted = patterns.counted_side.match(text, end)  # 33, third on the left
    if in_words and counted and _counts(counted["number"], patterns, language):
        yield counted.end()
    for pattern in (_FLOOR, _POSTCODE, _ROMAN, patterns.corner, patterns.letter, patterns.slash):
        if match := pattern.match(text, end):
            yield match.end()
    piece = _PIECE.match(text, end) if in_words else None
    if piece and patterns.names_part(piece["words"]):
        yield piece.end()
    for pattern in (patterns.range, patterns.pair)[: 1 + in_words]:
        if (match := pattern.match(text, end)) and _is_house(match["word"], language):
            yield match.end()


def _is_house(word: str, language: Language) -> bool:
    """Whether a word may be the number of a second house."""
    return plain(word) in values(language) or (word.isdecimal() and len(word) < _OF_YEAR)


def _counts(word: str, patterns: _Patterns, language: Language) -> bool:
    """Whether a word before a side says which floor or door."""
    return is_numbered(word, language) or plain(word) in patterns.adjectives


def _is_ordinal(word: str, language: Language) -> bool:
    """Whether a word is an ordinal number, which alone says a floor: klatka B, czwarte."""
    return plain(word) not in values(language) and begins_number(plain(word), language)


def _part(text: str, end: int, patterns: _Patterns, language: Language) -> int | None:
    """Where a part with a word for a floor or a flat ends; None if there is none."""
    ends = (_end_of_part(match, patterns, language) for part in patterns.parts if (match := part.match(text, end)))
    return next((part_end for part_end in ends if part_end is not None), None)


def _end_of_part(match: re.Match[str], patterns: _Patterns, language: Language) -> int | None:
    """Where a part ends that may have a number before its word or behind it; None if it is none."""
    before, behind = match["before"], match["behind"]
    is_alone = plain(match["flat"].rstrip()) in patterns.alone
    is_before = bool(before) and (is_numbered(before, language) or plain(before) in patterns.adjectives)
    if before and not (is_before and (is_alone or plain(before) not in values(language))):
        return None  # two rooms
    if behind is not None and not is_before and is_numbered(behind, language):
        return _end_of_number(match.string, match.end(), behind, language)
    return match.end("flat") if is_before or is_alone else None


def _end_of_number(text: str, end: int, word: str, language: Language) -> int:
    """Where a number ends whose first word ends at a place: room fifty, room fifty-two, pokoj padesát dva."""
    number_of = values(language)
    if number_of.get(plain(word), 0) in range(20, 1000, 10):
        (further,) = words_from(text, end, 1) or (None,)
        if further and text[end : further.start].isspace() and 0 < number_of.get(further.shape, 0) < 100:
            return further.end
    return end - word.endswith(".")


def is_numbered(word: str, language: Language) -> bool:
    """Whether a word without accents is the number of a floor or a flat: 3, B, 2nd, third."""
    if _NUMBERED.fullmatch(word) or _NUMBERED.fullmatch(word.rstrip(".")):
        return True
    parts = re.findall(r"[^\W\d_]+", word)
    return bool(parts) and len(word) > 1 and all(begins_number(plain(part), language) for part in parts)
