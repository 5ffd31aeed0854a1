"""Finds listed names in a text, word by word: in every form that `name_forms` gives, whole or in part.

1. A text is split into words at spaces, hyphens, underscores and apostrophes.
2. A name is one word or several. It is found where its words follow each other with only spaces, hyphens, a point, a
   slash or an apostrophe between them; a comma may follow a family name that comes first. Of several names that begin
   at a word the longest is found. Endings that German and Dutch add after an apostrophe belong to it: Grass'sche.
3. A name is found in any case, and `as_listed` says whether its words have the capital letters with which they are
   listed: a town called Most is perhaps not "most". In an address or a handle (jana.novakova, jana_novakova) small
   letters are enough if two of its words belong to one name, or one of its parts is a person's name (j.novakova,
   jananovakova.brno, novakova2019). Particles may be in small letters (de Luca, d'Angelo), and a digit may replace a
   letter (8anasis).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from operator import attrgetter
from typing import NamedTuple

from crosscase.detectors.handles import Handles
from crosscase.detectors.name_forms import (
    alike,
    alternatives,
    derived,
    divisions,
    forms,
    is_inflected,
    is_particle,
    undeclined,
)
from crosscase.detectors.words import WORD, Word, shapes_of, words_of
from crosscase.languages.vocabulary import plain

_BETWEEN = re.compile(r"[\s\-‐‑]+|\.\s?|\.?\s?['’ʼ]\s?|\s?[&+]\s?|_|\.-|/")
_ADDED = re.compile(r"['’ʼ](?:sch(?:e[mnrs]?)?|tjes?)(?!\w)")
_COMMA = re.compile(r",\s")
_HANDLE = re.compile(r"[._\-]")
_STEM = 3  # letters
_MOST_KNOWN = 2**15  # remembered words
_INITIALS = 2  # letters of a first name, at most: Th. Brodersen
_JOINED = re.compile(r"(?<![\w@.-])[^\W\d_][\w-]*(?:[._][\w-]+)+(?![\w@])")
_INNER_SIGN = re.compile(r"[._](?=[\w-])")  # every handle has one; searching for it is faster
_SHORTEST_HANDLE = 4  # letters of a name that identifies a handle alone
_POINT = re.compile(r"\.\s?|\.-")


@dataclass(frozen=True, slots=True)
class Identifier:
    """A name to search for. `owner` says whose name it is, so that all its forms get one number."""

    kind: str
    form: str
    owner: str
    languages: tuple[str, ...] = ()  # that decline it
    reversed: bool = False  # the family name comes first, and a comma may follow it; of initials: in another order
    initials: bool = False  # only initials, which have points
    mark: bool = False  # initials that are only looked for where they mark who speaks
    part: bool = False  # of a longer name: found only if a word of it is not in the text's language


@dataclass(frozen=True, slots=True)
class Found:
    """The position of a name in a text."""

    start: int
    end: int
    name: Identifier
    as_listed: bool = True  # with the capital letters of the list


@dataclass(frozen=True, slots=True)
class _Name:
    """An identifier as words, each in all its forms, and whether it is listed with a capital letter."""

    identifier: Identifier
    words: tuple[tuple[frozenset[str], bool], ...]
    loosely: tuple[str, ...] = ()  # the plain words, if each may have another ending


class Beside(NamedTuple):
    """The word of a longer name beside another one of it."""

    forms: frozenset[str]
    is_before: bool
    listed: str = ""  # the word itself, in plain shape, if it may have any ending


def _name(identifier: Identifier, listed: Sequence[str], loosely: bool) -> _Name:
    """An identifier in these words; a particle before other words may be in lower case."""
    languages, last = identifier.languages, len(listed) - 1
    words = tuple(
        (
            forms(word, languages).union(alternatives(word, languages) if number and number < last else ()),
            word[0].isupper() and (identifier.initials or number == last or not is_particle(word, languages)),
        )
        for number, word in enumerate(listed)
    )
    loose = loosely and last > 0 and is_inflected(languages) and min(map(len, listed)) >= _STEM
    return _Name(identifier, words, tuple(map(plain, listed)) if loose else ())


class NameSearch:
    """Finds the names of a list."""

    def __init__(self, identifiers: Iterable[Identifier]) -> None:
        self._beginning: dict[str, list[_Name]] = {}
        self._stems: dict[str, list[_Name]] = {}  # names whose words may have other endings, by their first letters
        # The forms of one word of each name, without which the name cannot occur; of a longer name together with those
        # of the word beside it. If its words may have other endings: both words by the first letters of the first.
        self._alone: set[str] = set()
        self._parts: dict[str, list[Identifier]] = {}
        self._indexed: dict[str, list[tuple[Identifier, Beside]]] = {}
        self._loosely: dict[str, list[tuple[str, Identifier, Beside]]] = {}
        self._initials: set[str] = set()
        handles: dict[str, Identifier] = {}
        self._derived: dict[str, list[tuple[str, Identifier]]] = {}  # names of one word by their first letters
        self._shapes: set[str] = set()
        self._may_begin = lru_cache(_MOST_KNOWN)(self._look_up_beginning)
        names: list[_Name] = []
        for identifier in dict.fromkeys(identifiers):
            listed = WORD.findall(identifier.form)
            for words in (
                [tuple(listed)] if identifier.initials else dict.fromkeys(divisions(listed, identifier.languages))
            ):
                names.append(_name(identifier, words, words == tuple(listed)))
            joined = "".join(map(plain, listed))
            if identifier.kind == "PERSON" and len(joined) >= _SHORTEST_HANDLE:
                in_all_forms = forms if len(listed) == 1 else undeclined
                for shape in in_all_forms("".join(listed), identifier.languages):
                    if len(shape) >= _SHORTEST_HANDLE:
                        handles.setdefault(shape, identifier)
            shortest = _STEM if identifier.kind == "PERSON" else 2 * _STEM
            if len(listed) == 1 and len(joined) > shortest and not identifier.part:
                self._derived.setdefault(joined[: _STEM + 1], []).append((joined, identifier))
        self._handles = Handles(handles, frozenset(chain(*(one.languages for one in handles.values()))))
        for name in names:
            self._index_by_longest_word(name)
        for name in sorted(names, key=lambda one: (-len(one.words), -len(one.identifier.form), one.identifier.form)):
            self._add(name)
        self.shapes = frozenset(self._shapes).union(handles)  # of all listed words

    def _add(self, name: _Name) -> None:
        for shape in name.words[0][0] if name.words else ():
            self._beginning.setdefault(shape, []).append(name)
        if name.loosely:
            self._stems.setdefault(name.loosely[0][:_STEM], []).append(name)
        capitals = [shapes for shapes, capital in name.words if capital] or [shapes for shapes, _ in name.words]
        self._shapes.update(*(s for s in capitals if name.identifier.initials or max(map(len, s)) > 1))

    def _index_by_longest_word(self, name: _Name) -> None:
        """Index a name by one of its words, the longest that is listed with a capital letter."""
        if name.identifier.initials:
            self._initials.update(*(shapes for shapes, _ in name.words))
            return
        lengths = [(min(map(len, shapes)), number) for number, (shapes, capital) in enumerate(name.words) if capital]
        if not name.words:
            return
        _, longest = max(lengths or [(min(map(len, shapes)), number) for number, (shapes, _) in enumerate(name.words)])
        if len(name.words) == 1 and name.identifier.part:
            for shape in name.words[0][0]:
                self._parts.setdefault(shape, []).append(name.identifier)
            return
        if len(name.words) == 1:
            self._alone |= name.words[0][0]
            return
        beside = longest - 1 if longest else 1
        forms_beside, is_before = name.words[beside][0], beside < longest
        entry = name.identifier, Beside(forms_beside, is_before)
        for shape in name.words[longest][0]:
            self._indexed.setdefault(shape, []).append(entry)
        if name.loosely:
            listed, other = name.loosely[longest], Beside(forms_beside, is_before, name.loosely[beside])
            self._loosely.setdefault(listed[:_STEM], []).append((listed, name.identifier, other))

    def is_name_alone(self, shape: str) -> bool:
        """Whether a word of this plain shape is a name, or a handle: mhathersage, hathersage2019."""
        return shape in self._alone or self._handles.of(shape) is not None

    def parts_of(self, shape: str) -> Sequence[Identifier]:
        """The parts of longer names with this plain shape."""
        return self._parts.get(shape, ())

    def may_be_in_name(self, shape: str) -> bool:
        """Whether a word of this plain shape may belong to a name."""
        if shape in self._parts or shape in self._indexed or self.is_name_alone(shape):
            return True
        loosely = self._loosely.get(shape[:_STEM])
        return loosely is not None and any(alike(listed, shape) for listed, _, _ in loosely)

    def may_be_derived(self, shape: str) -> bool:
        """Whether a name begins like this plain word."""
        return shape[: _STEM + 1] in self._derived

    def longer_names(self, shape: str) -> Iterator[tuple[Identifier, Beside]]:
        """The longer names to which a word of this plain shape may belong, with the word beside it."""
        yield from self._indexed.get(shape, ())
        for listed, name, beside in self._loosely.get(shape[:_STEM], ()):
            if alike(listed, shape):
                yield name, beside

    def has_initial(self, text: str, words: Iterable[str]) -> bool:
        """Whether one of these words of a text stands before a point and may belong to a name in initials."""
        return any(f"{word}." in text and plain(word) in self._initials for word in words)

    def derived_from(self, shape: str) -> Identifier | None:
        """The name from which a word of this plain shape may be derived."""
        names = self._derived.get(shape[: _STEM + 1], ())
        return next((identifier for listed, identifier in names if derived(listed, shape, identifier.languages)), None)

    def find(self, text: str) -> Iterator[Found]:
        """The names in a text; first those within handles, then the others in order and without overlap."""
        for match in _JOINED.finditer(text) if _INNER_SIGN.search(text) else ():
            parts = [plain(part) for part in re.split("[._-]", match[0])]
            name = next((handle for part in parts if (handle := self._handles.names.get(part))), None)
            if name and not match[0][0].isupper():
                yield Found(*match.span(), name)
        yield from self._find_in_words(text)

    def _find_in_words(self, text: str) -> Iterator[Found]:
        if not any(map(self._may_begin, shapes_of(text))):
            return
        words = words_of(text)
        reached = 0
        for number, (shape, start, end, _) in enumerate(words):
            if number < reached or not self._may_begin(shape):
                continue
            is_found = False
            for found in self._found_from(words, number, text):
                yield found
                is_found = True
                if found.as_listed:  # otherwise other names may begin at one of its words
                    reached = bisect_right(words, found.end, number, key=attrgetter("end"))
            if not is_found and shape not in self._beginning and (handle := self._handles.of(shape)):
                yield Found(start, end, handle, self._handles.is_numbered(shape))

    def _look_up_beginning(self, shape: str) -> bool:
        """Whether a name or a handle may begin with a word of this plain shape."""
        is_one = shape in self._beginning or shape[:_STEM] in self._stems
        return is_one or self._handles.of(shape) is not None

    def _found_from(self, words: Sequence[Word], number: int, text: str) -> Iterator[Found]:
        """The longest name that begins at a word, and those behind it up to one with its capital letters."""
        shape = words[number].shape
        for name in chain(self._beginning.get(shape, ()), self._stems.get(shape[:_STEM], ())):
            if _occurs(name, words, number, text):
                found = words[number : number + len(name.words)]
                as_listed = _is_as_listed(name, found, text)
                end = found[-1].end
                if added := _ADDED.match(text, end):
                    end = added.end()
                point = name.identifier.initials and text[end : end + 1] == "."
                yield Found(found[0].start, end + point, name.identifier, as_listed)
                if as_listed:
                    return


def _occurs(name: _Name, words: Sequence[Word], first: int, text: str) -> bool:
    """Whether a name occurs in a text from this word on, in any case.

    Initials in small letters have a point: "an Hathersage" is not An. Hathersage.
    """
    found = words[first : first + len(name.words)]
    if len(found) < len(name.words) or not (_agrees(name, found) or (name.loosely and _agrees_loosely(name, found))):
        return False
    between = _between(found, text)
    if name.identifier.initials:
        return all(map(_POINT.fullmatch, [*between, text[found[-1].end :][:1]]))
    if name.identifier.reversed and any(map(_COMMA.fullmatch, between)):
        between = [_COMMA.sub(" ", space, 1) for space in between]
    if not all(map(_BETWEEN.fullmatch, between)):
        return False
    capitals = [word for word, (_, capital) in zip(found, name.words, strict=True) if capital]
    longest = _INITIALS if any(word.capital for word in capitals) else 1
    return all(word.capital or len(word.shape) > longest or text.startswith(".", word.end) for word in capitals)


def _is_as_listed(name: _Name, found: Sequence[Word], text: str) -> bool:
    """Whether words have the capital letters with which a name is listed, or are a handle."""
    if name.identifier.initials:
        return all(word.capital == capital for word, (_, capital) in zip(found, name.words, strict=True))
    capitals = (word.capital or word.shape[0].isdigit() for word, (_, c) in zip(found, name.words, strict=True) if c)
    return all(capitals) or (len(found) > 1 and all(map(_HANDLE.fullmatch, _between(found, text))))


def _between(found: Sequence[Word], text: str) -> list[str]:
    return [text[one.end : other.start] for one, other in pairwise(found)]


def _agrees(name: _Name, found: Sequence[Word]) -> bool:
    for word, (shapes, _) in zip(found, name.words, strict=True):  # noqa: SIM110 (a loop is faster)
        if word.shape not in shapes:
            return False
    return True


def _agrees_loosely(name: _Name, found: Sequence[Word]) -> bool:
    return all(alike(listed, word.shape) for listed, word in zip(name.loosely, found, strict=True))
