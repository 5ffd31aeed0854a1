"""Homes with a name that waits: the old rectory in Churchend, gate 4 of Imperial Steel, kilometre 12 of Delfweg.

A capitalised word that no vocabulary has waits as a name. If a word for something in which people live stands before it
and the text says that somebody lives there, what stands between belongs to it, and the small adjective before it. So do
the number of a gate, a hut or a kilometre before the name or behind it, and a word for a farm behind it. It costs no
further question.

ASSUME: what the name of a village or a house stands behind is the home. "The house of" and a name is none.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from crosscase.detectors.date_words import begins_number
from crosscase.detectors.spans import Setting, Span, Taken
from crosscase.detectors.suspicion import ORDINARY, UNKNOWN
from crosscase.detectors.words import Word, begins_sentence, words_of
from crosscase.languages.vocabulary import Language, shape

_DOUBT = "a name beside what somebody lives in"
_NAMES = re.compile(f"{ORDINARY}|{UNKNOWN}")
_MOST, _MOST_OTHERS = 9, 3  # words before a name; among them those that no list has
_BESIDE = 3  # characters between an address and a home
_BEFORE, _BEHIND = 60, 40  # characters beside a home in which a word says that somebody lives there
_BETWEEN = re.compile(r",?\s|['’]")
_SHORTEST = 2  # letters; shorter words are abbreviations of which others begin
_FURTHER = 3  # letters before the word for a home in a compound


def find(text: str, setting: Setting, found: Sequence[Span]) -> Iterator[Span]:
    """The names among some spans, each with the home that has it."""
    names = [span for span in found if span.kind in ("PERSON", "PLACE") and _NAMES.search(span.doubt)]
    addresses = Taken((span.start, span.end) for span in found if names and span.kind == "ADDRESS")
    for span in names:
        for language in setting.languages:
            yield from _home(text, span, addresses, language)


def _home(text: str, span: Span, addresses: Taken, language: Language) -> Iterator[Span]:
    """A name with the words for a home before it and behind it."""
    words = words_of(text)
    name = bisect_right(words, span.start, key=attrgetter("end"))
    last = bisect_left(words, span.end, key=attrgetter("start")) - 1
    first, is_numbered = _before(text, words, name, language)
    end = _behind(text, words, last, first < name, language)
    if first == name and end == last and not _is_home(words[first : last + 1], language):
        return
    is_hamlet = first < name and any(
        words[name - 1].shape in language.contact(listed) for listed in ("hamlets", "street_before")
    )
    start, stop = min(span.start, words[first].start), max(span.end, words[end].end)
    is_sure = is_numbered or is_hamlet or end > last + 1 or _is_beside(start, stop, addresses)
    if is_sure or _is_lived_in(text, start, stop, language):
        yield Span(start, stop, "ADDRESS", shape(text[start:stop]), _DOUBT)


def _is_beside(start: int, stop: int, addresses: Taken) -> bool:
    """Whether an address stands directly before a home or behind it."""
    return bool(addresses.overlapping(start - _BESIDE, start) or addresses.overlapping(stop, stop + _BESIDE))


def _before(text: str, words: Sequence[Word], name: int, language: Language) -> tuple[int, bool]:
    """The first word of a home before its name, and whether it has a number; that of the name if there is none."""
    first, others, has_number, is_numbered = name, 0, False, False
    for place in range(name - 1, max(-1, name - 1 - _MOST), -1):
        between = text[words[place].end : words[place + 1].start]
        if not _BETWEEN.fullmatch(between) or (others and "," in between):
            break
        word = words[place].shape
        if _is_number(words[place], language):
            is_counted = place == first - 1 and first < name  # the third farm
            first, is_numbered = (place, True) if is_counted else (first, is_numbered)
            has_number = not is_counted
        elif has_number:
            if not word.startswith(_parts(language)):
                break
            first, is_numbered, has_number = place, True, False
        elif word.startswith(_homes(language)) or _is_compound(word, language):
            first = place
        elif word in language.contact("houses"):
            first = place if others else first
        elif word not in _small(language):
            others += 1
            if others > _MOST_OTHERS or begins_sentence(text, words[place].start):
                break
    is_led = first < name and not is_numbered and _is_adjective(text, words, first - 1, language)
    first -= is_led
    has_article = is_led and words[first - 1].shape in language.contact("definite_articles")
    return first - has_article, is_numbered


def _behind(text: str, words: Sequence[Word], last: int, has_home: bool, language: Language) -> int:
    """The last word of a home behind its name: a word for a farm or a park, and its number; a kilometre, a pitch."""
    one, other = words[last + 1 : last + 2], words[last + 2 : last + 3]
    if not one or not _BETWEEN.fullmatch(text, words[last].end, one[0].start):
        return last
    has_number = bool(other) and text[one[0].end : other[0].start] == " " and _is_number(other[0], language)
    if one[0].shape in language.contact("homes_behind"):
        return last + 1 + has_number
    is_part = one[0].shape in language.contact("kilometres") or (has_home and one[0].shape.startswith(_parts(language)))
    return last + 2 if has_number and is_part else last


def _is_number(word: Word, language: Language) -> bool:
    """Whether a word is a number, or a capital letter in its place: wing B."""
    is_letter = word.capital and word.end - word.start == 1 and word.shape not in _small(language)
    return is_letter or word.shape[0].isdecimal() or begins_number(word.shape, language)


def _is_adjective(text: str, words: Sequence[Word], place: int, language: Language) -> bool:
    """Whether the word at a place, before a home, stands behind a small word: in the old (rectory)."""
    if place < 1 or words[place].shape in _small(language):
        return False
    beside = all(text[words[at].end : words[at + 1].start] == " " for at in (place - 1, place))
    return beside and words[place - 1].shape in _small(language) and not words[place].shape[0].isdecimal()


def _is_compound(word: str, language: Language) -> bool:
    """Whether a plain word ends in one for a home: Pfarrhaus, prestegården."""
    return any(word.endswith(end) and len(word) >= len(end) + _FURTHER for end in language.contact("home_endings"))


def _is_home(words: Sequence[Word], language: Language) -> bool:
    """Whether a name of several words ends with one for a home: Barracks Cottages."""
    last = words[-1].shape
    is_one = last.startswith(_homes(language)) or last in language.contact("homes_behind")
    return len(words) > 1 and (is_one or last.rstrip("s") in language.contact("houses"))


def _is_lived_in(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a word beside a place says that somebody lives there, or was born there."""
    sides = shape(text[max(0, start - _BEFORE) : start]), shape(text[end : end + _BEHIND])
    return any(_residence(language).search(side) for side in sides)


@cache
def _homes(language: Language) -> tuple[str, ...]:
    """Beginnings of words for what people live in and call by a name."""
    return (*language.contact("homes"), *language.contact("hamlets"), "\0")


@cache
def _parts(language: Language) -> tuple[str, ...]:
    """Beginnings of words for a part of a place with a number: gate, hut, kilometre."""
    listed = (language.contact(name) for name in ("flat", "blocks", "gates", "kilometres"))
    return (*(word for words in listed for word in words if len(word) > _SHORTEST or word == "km"), "\0")


@cache
def _small(language: Language) -> frozenset[str]:
    """Small words between a home and its name."""
    listed = (
        language.contact(name)
        for name in ("contractions", "definite_articles", "corner_leads", "place_particles", "nearby", "street_before")
    )
    phrases = [word for words in listed for phrase in words for word in phrase.split()]
    return (language.prepositions | language.particles | language.genitives).union(phrases)


@cache
def _residence(language: Language) -> re.Pattern[str]:
    born = (word for word in language.born_words if len(word) > _SHORTEST)
    words = "|".join(map(re.escape, [*language.contact("residence"), *language.contact("lodging"), *born]))
    return re.compile(rf"(?<!\w)(?:{words})" if words else "(?!)")
