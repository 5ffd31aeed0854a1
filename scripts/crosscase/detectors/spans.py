"""The interface of all detectors: text and setting in, spans out.

A detector takes a text and its `Setting`, and yields spans. A span is certain (it is replaced) or doubtful (it goes to
review, and `doubt` gives the reason).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import NamedTuple

from crosscase.detectors.name_forms import forms
from crosscase.languages.countries import countries
from crosscase.languages.vocabulary import SERVICES, Language, load, shape

WHOLE = ("EMAIL", "LINK")  # no part of them may stay
_LINE = re.compile(r"\w(?:.*\w)?[\u0300-\u036f]*")  # from the first letter or digit of a line to the last
_TAKEN = re.compile(rb"\x01+")


class Span(NamedTuple):
    """A part of a text that may identify somebody: characters `start` to `end`, the end exclusive."""

    start: int
    end: int
    kind: str  # PERSON, PHONE, …: the type in the placeholder
    original: str  # shared by all its forms, so that they get one number
    doubt: str = ""
    instead: str = ""  # words to use instead of a placeholder
    parts: tuple["Span", ...] = ()  # of a doubtful span: found within it; one with a doubt waits alone, too
    unless_kept: str = ""  # of initials: why they are doubtful if a decision or the study has them as a word


class _Merged:
    """The whole words of the list with its name, of all languages of a setting; made when they are first used."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, setting: "Setting", owner: type) -> frozenset[str]:
        merged: frozenset[str] = frozenset().union(*(getattr(language, self._name) for language in setting.languages))
        setting.__dict__[self._name] = merged  # found before this one from now on
        return merged


@dataclass(frozen=True, eq=False)  # a key of caches for every text: compared by identity, which is fast
class Setting:
    """Where a text comes from. `regions` are ISO codes of countries, whose kinds of numbers are searched for.

    In a document that is not `cased`, written in small letters or in capitals, a capital letter says nothing.

    Its word lists are those of all its languages (`Language` says what is in each).
    """

    regions: tuple[str, ...]
    languages: tuple[Language, ...]
    cased: bool = True

    titles = _Merged()
    particles = _Merged()
    greetings = _Merged()
    verbs = _Merged()
    speaking = _Merged()
    auxiliaries = _Merged()
    conjunctions = _Merged()
    name_articles = _Merged()
    genitives = _Merged()
    short_names = _Merged()
    selves = _Merged()
    pronouns = _Merged()
    possessives = _Merged()
    according = _Merged()
    prepositions = _Merged()
    determiners = _Merged()
    indefinites = _Merged()
    predicates = _Merged()
    articles = _Merged()
    noun_articles = _Merged()

    @cached_property
    def without_capitals(self) -> "Setting":
        """The same setting for a document without usable capital letters."""
        return replace(self, cased=False)

    @cached_property
    def adjectives(self) -> tuple[str, ...]:
        """Endings of words in lower case that may come from a name."""
        return tuple(ending for language in self.languages for ending in language.adjectives)

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words that are not a name at the beginning of a sentence."""
        openers = (language.openers for language in self.languages)
        return frozenset().union(*openers, self.prepositions, self.articles)

    @cached_property
    def excepted(self) -> frozenset[str]:
        """Words that have a capital letter but are not a name: months, nationalities, countries, services, titles."""
        listed = (lists.ordinary | lists.months | lists.titles for lists in self.languages)
        return frozenset().union(*listed, *(_countries_and_services(lists.code) for lists in self.languages))

    @cached_property
    def no_names(self) -> frozenset[str]:
        """Words that are not a name, though they may have a capital letter."""
        return self.excepted | self.function_words

    @cached_property
    def grammar(self) -> frozenset[str]:
        """Words of which no name consists: the, said."""
        return self.function_words | self.verbs | self.articles

    @cached_property
    def going_on(self) -> frozenset[str]:
        """Words with which a sentence goes on behind a number that counts nothing: twelve and, twelve was."""
        return self.function_words | self.particles | self.verbs

    @cached_property
    def joining(self) -> frozenset[str]:
        """Small words within a name and before it: of, in."""
        return self.particles | self.prepositions


@cache
def _countries_and_services(language: str) -> frozenset[str]:
    """The forms of the names of countries and of services in one language."""
    return frozenset().union(*(forms(name, (language,)) for name in (*countries(language), *SERVICES)))


def settings_of(regions: Mapping[str, Sequence[str]], languages: Mapping[str, tuple[str, ...]]) -> dict[str, Setting]:
    """The setting of each group's interviews: `regions` gives ISO codes of countries, `languages` those with lists."""
    return {
        group: Setting(tuple(codes), tuple(map(load, languages.get(group, ())))) for group, codes in regions.items()
    }


def joined(settings: Iterable[Setting]) -> Setting:
    """The setting of words that may come from any group: the numbers of all, in no language."""
    return Setting(tuple(dict.fromkeys(region for setting in settings for region in setting.regions)), ())


Entities = Callable[[str], Iterable[tuple[int, int, str]]]  # a model: from a text to start, end and kind of each entity
Detector = Callable[[str, Setting], Iterator[Span]]


def without_overlap(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans in order, with each character in at most one of them.

    Certain spans have priority over doubtful ones, then earlier starts over later ones, then spans in the order given:
    detectors are called in the order of their certainty. The rest of an address that overlaps is kept.
    Overlapping doubtful spans are merged, so review sees all their words; the kind is that of the first.
    """
    ordered = sorted(spans, key=lambda span: (bool(span.doubt), span.start))
    if len(ordered) < 2:
        return ordered
    taken = bytearray(len(text))
    kept: list[Span] = []
    for span in ordered:
        joins = bool(span.doubt and kept and kept[-1].doubt) and span.start < kept[-1].end
        start = kept[-1].end if joins else span.start
        if not any(taken[start : span.end]):
            kept.append(_joined(text, kept.pop(), span) if joins else span)
        elif span.kind in WHOLE or (span.doubt and span.kind == "FILE"):
            parts_taken = Taken(part.span() for part in _TAKEN.finditer(taken, span.start, span.end))
            kept += [part._replace(original=span.original) for part in parts_taken.parts_outside(text, span)]
        else:
            continue
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    return sorted(kept)


def _joined(text: str, first: Span, other: Span) -> Span:
    """Two doubtful spans merged. The result has the reasons of both if they are of one kind."""
    end = max(first.end, other.end)
    adds = other.kind == first.kind and other.doubt not in first.doubt
    doubt = f"{first.doubt}; {other.doubt}" if adds else first.doubt
    original = first.original if end == first.end else shape(text[first.start : end])
    return first._replace(end=end, original=original, doubt=doubt)


class Taken:
    """The taken places of a text, which may overlap: whether words lie outside them, found by bisection."""

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(places):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def __bool__(self) -> bool:
        """Whether any place is taken."""
        return bool(self._starts)

    def overlapping(self, start: int, end: int) -> list[tuple[int, int]]:
        """The places that have characters between a start and an end, in order; those that touch are one."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return list(zip(self._starts[first:last], self._ends[first:last], strict=True))

    def parts_outside(self, text: str, span: Span) -> Iterator[Span]:
        """The parts of a span outside the places, one for each line, from its first letter to its last."""
        start = span.start
        for begin, end in [*self.overlapping(span.start, span.end), (span.end, span.end)]:
            for part in _LINE.finditer(text, start, max(start, begin)):
                yield span._replace(start=part.start(), end=part.end(), original=shape(part[0]))
            start = end
