"""Where an export states the group of each document: a document group, a variable, or a part of the document's name.

A source is better the more of this holds: its name is the word for what is compared, its values are countries (if
countries may be compared), it is what the tool calls a group. A source that differs in every document is none. The
names of groups are published, so words in the names of documents are no groups if they may be names of people.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscase.anonymisation.document_names import without_ending
from crosscase.anonymisation.stated_groups import PLACEHOLDER
from crosscase.languages.common_names import first_names_anywhere, names_anywhere
from crosscase.languages.vocabulary import plain
from crosscase.starting import countries
from crosscase.starting.found import FoundDocument
from crosscase.starting.words_for_groups import COUNTRY, canonical, means
from crosscase.storage.text_form import fold

_BY_WORD, _COUNTRIES, _CODES, _IN_NAMES, _GROUPS, _PARTS = 6, 5, 4, 3, 2, 1  # how good a source is
_LONGEST = 60  # characters of a group's name
_LETTERS = re.compile(r"[^\W\d_]+")
_PLACES = frozenset({COUNTRY, "city", "region", "site"})  # compared things whose names may also be people's: Paris


@dataclass(frozen=True, slots=True)
class Source:
    """A place in an export that states groups, as `group_from` names it, and the group of each document."""

    group_from: str | dict[str, str]
    groups: Mapping[str, str]  # by document
    quality: int

    @property
    def is_guess(self) -> bool:
        """Whether the groups are only words in the names of documents."""
        return self.quality in (_IN_NAMES, _PARTS)


def best(documents: Sequence[FoundDocument], by: str, is_column: bool = False) -> Source | None:
    """The best source of an export, or None. `by` is the word for what the study compares, empty if it is not known.

    `is_column`: the document groups are a column of a plain table that is called like what is compared.
    """
    found = sorted(sources(documents, by, _BY_WORD if is_column else _GROUPS), key=lambda source: -source.quality)
    return found[0] if found else None


def sources(documents: Sequence[FoundDocument], by: str, of_groups: int = _GROUPS) -> Iterator[Source]:
    """All sources, best or not. Documents without codings state nothing but their name."""
    coded = [document for document in documents if document.codings]
    if any(document.groups for document in coded) and all(len(document.groups) <= 1 for document in coded):
        yield from _source(
            "document_group", {d.name: d.groups[0] for d in coded if d.groups}, by, of_groups, len(coded)
        )
    for name in sorted({name for document in coded for name in document.variables}):
        values = {d.name: d.variables[name] for d in coded if d.variables.get(name)}
        quality = _BY_WORD if means(name, by) else 0
        yield from _source({"variable": name}, values, by, quality, len(coded))
    yield from _parts_of_names([document.name for document in documents], by)


def _source(
    place: str | dict[str, str], values: dict[str, str], by: str, quality: int, documents: int
) -> Iterator[Source]:
    """A source with its quality, if its values can be groups."""
    distinct = {fold(value) for value in values.values()}
    if not distinct or any(len(value) > _LONGEST or "\n" in value for value in distinct):
        return
    if quality < _BY_WORD and canonical(by) in ("", COUNTRY) and all(map(countries.iso_of, values.values())):
        quality = _CODES if all(len(value) == 2 for value in distinct) else _COUNTRIES
    several = len(distinct) < documents or quality >= _CODES
    if quality and several and 2 * len(values) > documents:
        yield Source(place, values, quality)


def _parts_of_names(names: Sequence[str], by: str) -> Iterator[Source]:
    """The parts of documents' names that may be groups: words in one position of all names."""
    words = [_LETTERS.findall(without_ending(name)) for name in names]
    for position in range(min(map(len, words), default=0)):
        values = {name: found[position] for name, found in zip(names, words, strict=True)}
        pattern = {"document": f"{PLACEHOLDER}*" if position == 0 else f"*{PLACEHOLDER}*"}
        counts = Counter(map(fold, values.values()))
        sure = len(counts) > 1 or len(values[names[0]]) > 2  # one pair of letters may be anything
        if canonical(by) in ("", COUNTRY) and sure and all(map(countries.iso_of, counts)):
            yield Source(pattern, values, _IN_NAMES)
        elif len(counts) > 1 and min(counts.values()) > 1 and not may_be_people(counts, by):
            yield Source(pattern, values, _PARTS)


def may_be_people(words: Iterable[str], by: str, beside: Iterable[str] = ()) -> bool:
    """Whether words may be names of people: one is a common first name, or all are common names, also those `beside`.

    Where places are compared they are taken for names of places.
    """
    shapes = set(map(plain, words))
    people = not shapes.isdisjoint(first_names_anywhere()) or shapes.union(map(plain, beside)) <= names_anywhere()
    return people and canonical(by) not in _PLACES
