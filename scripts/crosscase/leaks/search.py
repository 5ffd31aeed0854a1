"""Which kinds of identifier stand in a text.

1. The text is cut into words once; identifiers of which no word is there are out at once, and they are nearly all.
2. The others are looked for in the surroundings of their words: names by `name_search`, as at the door, in all their
   forms; ids and numbers without regard to what parts their digits; addresses as they are.

ASSUME, each to keep a build from failing for nothing:
- One or two letters are searched for by themselves no more than initials, digits only from seven on.
- A single word that is public (`known_words`) or that a person has decided to keep is no proof.
- Nor is an ordinary English word that could be a form of a name (They, of Thea), or a word that is ordinary in any of
  the study's languages and was replaced somewhere without being listed (Mr Young).
- Nor is the name of somebody whom the study's CITATION.cff names, as it may name an interviewer.
- A name of capitals alone, such as a coder's initials, has them in the text, too.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from crosscase.detectors.name_forms import alike, forms, is_inflected
from crosscase.detectors.name_search import Identifier, NameSearch
from crosscase.detectors.words import WORD
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import load, plain
from crosscase.leaks.numbers import Numbers
from crosscase.leaks.signs import Signs
from crosscase.leaks.watched import NAMES, Watched

_ENGLISH = "en"  # the language of the results
_SHORTEST = 3  # letters of a name
_INITIALS = 4  # letters of a name that may be initials
_STEM = 3
_SUFFIX = re.compile(r"(?<=\w)\.[A-Za-z]\w{1,4}$")
_AROUND = 120  # characters of a place that are looked at, to each side


class Words:
    """A text and the different words in it, in plain shape."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spelt: dict[str, list[str]] = {}
        for word in set(re.findall(r"[^\W_]+", text) if text.isascii() else WORD.findall(text)):
            self.spelt.setdefault(word if word.isdecimal() else plain(word), []).append(word)

    @cached_property
    def beginnings(self) -> dict[str, list[str]]:
        """The words by their first letters, for each number of letters."""
        found: dict[str, list[str]] = {}
        for shape in self.spelt:
            if not shape[0].isdecimal():
                for end in range(_STEM, len(shape) + 1):
                    found.setdefault(shape[:end], []).append(shape)
        return found

    @cached_property
    def folded(self) -> str:
        """The text without regard to case."""
        return self.text.casefold()

    def surroundings(self, shapes: Iterable[str]) -> Iterator[str]:
        """The pieces of the text around words of these shapes, without the words that they cut."""
        spelt = sorted({word for shape in shapes for word in self.spelt.get(shape, ())}, key=len, reverse=True)
        if not spelt:
            return
        start = end = -1
        for match in re.finditer("|".join(map(re.escape, spelt)), self.text):
            if match.start() - _AROUND > end and end >= 0:
                yield self._piece(start, end)
                start = -1
            start = max(0, match.start() - _AROUND) if start < 0 else start
            end = match.end() + _AROUND
        if start >= 0:
            yield self._piece(start, end)

    def _piece(self, start: int, end: int) -> str:
        piece = self.text[start:end]
        if start:
            piece = re.sub(r"\A\w+", "", piece)
        return re.sub(r"\w+\Z", "", piece) if end < len(self.text) else piece


@dataclass(frozen=True, slots=True)
class _Name:
    """A name, and the shapes that its words may have."""

    watched: Watched
    identifier: Identifier
    words: tuple[frozenset[str], ...]
    handles: frozenset[str]  # shapes of one word that alone may be this name
    loosely: tuple[str, ...] = field(default=())

    @property
    def plain_words(self) -> list[str]:
        """Its words as they are listed."""
        return list(map(plain, WORD.findall(self.identifier.form)))

    @property
    def report_errors(self) -> frozenset[str]:
        """Shapes of which one is in every text with the name, unless it stands there loosely."""
        return frozenset(shape for shape in self.words[self._longest] if len(shape) > 1) | self.handles

    @property
    def stem(self) -> str:
        """The first letters that a word has in every text in which the name stands loosely."""
        return _stem(self.loosely[self._longest]) if self.loosely else ""

    def shapes_in(self, words: Words) -> set[str]:
        """The shapes in a text by which the name's places are found; none if it cannot be there."""
        spelt = words.spelt.keys()
        if all(not shapes.isdisjoint(spelt) for shapes in self.words):
            return set(self.report_errors & spelt)
        found = set(self.handles & spelt)
        if self.loosely and all(_stem(word) in words.beginnings for word in self.loosely):
            word = self.loosely[self._longest]
            found |= {shape for shape in words.beginnings[self.stem] if alike(word, shape)}
        return found

    @property
    def _longest(self) -> int:
        lengths = [max(map(len, shapes)) for shapes in self.words]
        return lengths.index(max(lengths))


def _stem(word: str) -> str:
    return word[: max(_STEM, len(word) - _STEM)]


class Search:
    """Finds the identifiers of a study.

    `known` are public words, `known_text` is all that is public, `cited` what says who is to be cited; `kept` is what a
    person has decided to keep.
    """

    def __init__(
        self,
        watched: Sequence[Watched],
        known: frozenset[str] = frozenset(),
        known_text: str = "",
        cited: str = "",
        kept: Iterable[str] = (),
    ) -> None:
        self._known = known | {plain(words) for words in kept if WORD.fullmatch(words)}
        self._spoken = tuple(sorted({_ENGLISH, *(language for one in watched for language in one.languages)}))
        authors = frozenset(map(plain, WORD.findall(cited)))
        self._names = [
            name
            for one in watched
            if one.kind in NAMES and (name := _name(one)) and not authors.issuperset(name.plain_words)
        ]
        self._telling: dict[str, list[_Name]] = {}
        for name in self._names:
            for key in (*name.report_errors, *([f"{name.stem}…"] if name.stem else [])):
                self._telling.setdefault(key, []).append(name)
        self._numbers = Numbers(watched)
        self._signs = Signs(watched, known_text.casefold())
        found = {id(name.watched) for name in self._names}
        self.searched = sum(id(one) in found or one in self._numbers or one in self._signs for one in watched)

    def kinds(self, text: str, whole_names: bool = False, shortest: int = 0) -> set[str]:
        """The kinds of identifier in a text.

        `whole_names`: only names of several words. `shortest`: only identifiers of so many letters.
        """
        words = Words(text)
        keys = (words.spelt.keys() | {f"{stem}…" for stem in words.beginnings}) & self._telling.keys()
        kinds = set()
        for name in dict.fromkeys(name for key in sorted(keys) for name in self._telling[key]):
            if len(name.identifier.form) < shortest or (whole_names and len(name.words) < 2):
                continue
            if name.watched.kind not in kinds and self._stands(name, words, name.shapes_in(words)):
                kinds.add(name.watched.kind)
        if not whole_names:
            kinds |= self._numbers.kinds(text)
            kinds |= self._signs.kinds(words.folded, words.spelt.keys(), shortest)
        return kinds

    def _stands(self, name: _Name, words: Words, shapes: set[str]) -> bool:
        if len(name.words) == 1 and self._known.issuperset(shapes):
            return False
        search = NameSearch([name.identifier])
        return any(
            self._proves(name, piece[found.start : found.end])
            for piece in words.surroundings(shapes)
            for found in search.find(piece)
        )

    def _proves(self, name: _Name, found: str) -> bool:
        words = [word for word in WORD.findall(found) if len(word) > 1]
        if len(name.words) > 1:
            return bool(words)
        return any(self._tells(name, word) for word in words if plain(word) in name.words[0] | name.handles)

    def _tells(self, name: _Name, word: str) -> bool:
        form = name.identifier.form
        if plain(word) in self._known:
            return False
        if form.isupper() and len(form) <= _INITIALS:
            return word.isupper()
        if plain(word) == plain(form) and name.watched.listed:
            return True
        # In the words of an interview the door has replaced every form of a listed name, or a person has kept it.
        languages = (_ENGLISH,) if name.watched.listed else self._spoken
        return not Vocabulary.of(tuple(map(load, languages))).is_ordinary(word)


def _name(watched: Watched) -> _Name | None:
    """A name to look for; None where it is too short. A document's name is one without the file's suffix, too."""
    written = _SUFFIX.sub("", watched.words) if watched.kind == "DOCUMENT" else watched.words
    listed = WORD.findall(written)
    if sum(map(len, listed)) < _SHORTEST or max(map(len, listed)) < 2 or "".join(listed).isdecimal():
        return None
    shapes = tuple(forms(word, watched.languages) for word in listed)
    kind = "PERSON" if watched.kind in ("CODER", "DOCUMENT") else watched.kind  # also within handles
    loose = len(listed) > 1 and is_inflected(watched.languages) and min(map(len, listed)) >= _STEM
    handles = (shapes[0] if len(listed) == 1 else frozenset({"".join(map(plain, listed))})) if kind == "PERSON" else ()
    identifier = Identifier(kind, written, written, watched.languages)
    return _Name(watched, identifier, shapes, frozenset(handles), tuple(map(plain, listed)) if loose else ())
