"""A name that results must not contain: the plain shapes of its words in every form, and what of a text proves it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from crosscase.detectors.name_forms import alike, forms, is_inflected, undeclined
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.participant_ids import is_id
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain
from crosscase.leaks.watched import Watched, without_suffix

_SHORTEST = 3  # letters of a name
_STEM = 3
_FEWEST = 2  # letters of the longest word of a name


class SpeltWords(Protocol):
    """What is used of the words of a text."""

    spelt: dict[str, list[str]]
    beginnings: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class WatchedName:
    """A name, and the shapes of its words. The longest word locates it in a text."""

    watched: Watched
    identifier: Identifier
    words: tuple[frozenset[str], ...]
    handles: frozenset[str]  # shapes of single words that may be this name
    loosely: tuple[str, ...]  # its plain words, if each may have another ending
    longest: int

    @property
    def is_one_word(self) -> bool:
        """Whether the name is a single word."""
        return len(self.words) == 1

    @property
    def plain_words(self) -> list[str]:
        """Its words as they are listed."""
        return list(map(plain, WORD.findall(self.identifier.form)))

    @property
    def joined(self) -> frozenset[str]:
        """Shapes of single words that join the words of a longer name: timeder."""
        if self.is_one_word or not self.handles:
            return frozenset()
        return undeclined("".join(WORD.findall(self.identifier.form)), self.identifier.languages) | self.handles

    @property
    def keys(self) -> frozenset[str]:
        """Shapes of which every text with the name contains one, except where its words have other endings."""
        return self.words[self.longest] | self.handles

    @property
    def stem(self) -> str:
        """The first letters of a word in every text that contains the name with other endings."""
        return _stem(self.loosely[self.longest]) if self.loosely else ""

    @property
    def stems(self) -> list[str]:
        """The stems of all its words, where they may have other endings."""
        return list(map(_stem, self.loosely))

    def shapes_in(self, words: SpeltWords) -> set[str]:
        """The shapes that locate the name in a text; empty if it cannot occur there."""
        spelt = words.spelt.keys()
        if all(not shapes.isdisjoint(spelt) for shapes in self.words):
            return set(self.keys & spelt)
        found = set(self.handles & spelt)
        if self.loosely and all(_stem(word) in words.beginnings for word in self.loosely):
            word = self.loosely[self.longest]
            found |= {shape for shape in words.beginnings[self.stem] if alike(word, shape)}
        return found


def watched_name(watched: Watched) -> WatchedName | None:
    """A name to search for, a document's without its suffix; None if it is too short, or an id (`signs`)."""
    written = without_suffix(watched)
    listed = WORD.findall(written)
    if (
        is_id(written)
        or sum(map(len, listed)) < _SHORTEST
        or max(map(len, listed)) < _FEWEST
        or "".join(listed).isdecimal()
    ):
        return None
    shapes = tuple(forms(word, watched.languages) for word in listed)
    kind = "PERSON" if watched.kind in ("CODER", "DOCUMENT") else watched.kind  # also within handles
    loose = len(listed) > 1 and is_inflected(watched.languages) and min(map(len, listed)) >= _STEM
    handles = (shapes[0] if len(listed) == 1 else frozenset({"".join(map(plain, listed))})) if kind == "PERSON" else ()
    lengths = [max(map(len, forms_of_word)) for forms_of_word in shapes]
    longest = lengths.index(max(lengths))
    identifier = Identifier(kind, written, written, watched.languages)
    loosely = tuple(map(plain, listed)) if loose else ()
    return WatchedName(watched, identifier, shapes, frozenset(handles), loosely, longest)


def by_key(names: Sequence[WatchedName]) -> Mapping[str, Sequence[WatchedName]]:
    """The names by the words that locate them, and by the stems of these words, with a sign behind."""
    found: dict[str, list[WatchedName]] = {}
    for name in names:
        for key in (*name.keys, *([at_stem(name.stem)] if name.stem else ())):
            if len(key) > 1:
                found.setdefault(key, []).append(name)
    return found


def at_stem(stem: str) -> str:
    """The key of a stem, which no word is equal to."""
    return f"{stem}…"


def shapes_of(names: Collection[WatchedName]) -> set[str]:
    """The shapes of all words of some names."""
    return {shape for name in names for shapes in (*name.words, name.handles) for shape in shapes}


def _stem(word: str) -> str:
    return word[: max(_STEM, len(word) - _STEM)]
