"""Finds listed names in a text, word by word: in every form that `name_forms` knows, whole or in part.

1. A text is cut into words; a hyphen parts words, an underscore and an apostrophe do, too.
2. A name is one word or several. It is found where its words follow each other with nothing but spaces, hyphens, a
   point or an apostrophe between them; of several names that begin at a word the longest is found.
3. A word that is listed with a capital letter has one in the text: a town called Most is not "most". In what looks
   like an address or a handle (jana.novakova, jana_novakova) small letters will do if two of its words belong to one
   name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from crosscase.name_forms import forms, plain

_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")  # with accents that no letter is composed with
_BETWEEN = re.compile(r"[\s\-‐‑]+|\.\s?|[._'’ʼ]")
_HANDLE = re.compile(r"[._\-]")


@dataclass(frozen=True, slots=True)
class Identifier:
    """A name to look for, and whose name it is: `owner` gives all forms of a name one number."""

    kind: str
    form: str
    owner: str
    languages: tuple[str, ...] = ()  # in which it is declined


@dataclass(frozen=True, slots=True)
class Found:
    """Where a name stands in a text."""

    start: int
    end: int
    name: Identifier


@dataclass(frozen=True, slots=True)
class _Word:
    shape: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True, slots=True)
class _Name:
    """An identifier as words, each in all its forms, and whether it is listed with a capital letter."""

    identifier: Identifier
    words: tuple[tuple[frozenset[str], bool], ...]


class NameSearch:
    """Finds the names of a list."""

    def __init__(self, identifiers: Iterable[Identifier]) -> None:
        self._beginning: dict[str, list[_Name]] = {}
        for identifier in dict.fromkeys(identifiers):
            listed = _WORD.findall(identifier.form)
            name = _Name(identifier, tuple((forms(word, identifier.languages), word[0].isupper()) for word in listed))
            for shape in name.words[0][0] if listed else ():
                self._beginning.setdefault(shape, []).append(name)
        for names in self._beginning.values():
            names.sort(key=lambda name: (-len(name.words), -len(name.identifier.form), name.identifier.form))

    def find(self, text: str) -> Iterator[Found]:
        """The names in a text, in order and without overlap."""
        words = [
            _Word(plain(match[0]), match.start(), match.end(), match[0][0].isupper()) for match in _WORD.finditer(text)
        ]
        number = 0
        while number < len(words):
            candidates = self._beginning.get(words[number].shape, ())
            name = next((name for name in candidates if _stands(name, words, number, text)), None)
            if name is None:
                number += 1
                continue
            end = number + len(name.words)
            yield Found(words[number].start, words[end - 1].end, name.identifier)
            number = end


def _stands(name: _Name, words: list[_Word], first: int, text: str) -> bool:
    """Whether a name stands in a text from this word on."""
    found = words[first : first + len(name.words)]
    if len(found) < len(name.words):
        return False
    if any(word.shape not in known for word, (known, _) in zip(found, name.words, strict=True)):
        return False
    between = [text[one.end : other.start] for one, other in pairwise(found)]
    if not all(map(_BETWEEN.fullmatch, between)):
        return False
    capitals = all(word.capital for word, (_, capital) in zip(found, name.words, strict=True) if capital)
    handle = len(found) > 1 and all(map(_HANDLE.fullmatch, between))
    return capitals or handle
