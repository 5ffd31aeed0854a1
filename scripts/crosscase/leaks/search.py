"""The kinds of identifier in a text.

1. The text is split into words once. Identifiers without a word in it are skipped, and these are nearly all.
2. The others are searched for around their words: names by `name_search`, in all forms as in anonymisation; ids and
   numbers in any grouping; addresses literally.

ASSUME, each so that no build fails without reason:
- One or two letters, initials, and fewer than seven digits are not searched for alone.
- A single word does not count if it is public (`public_words`) or if a person decided to keep it.
- An ordinary English word does not count as a form of a name (They, of Thea), nor does an ordinary word in one of the
  study's languages that was replaced without being listed (Mr Young).
- Names in the study's CITATION.cff do not count: it may name an interviewer.
- A name of capitals only, such as a coder's initials, needs capitals in the text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_LETTER = re.compile(r"\w")
_CONTEXT = 120  # characters on each side of a word that are searched


class Words:
    """A text and the different words in it, in plain shape. `stems` are those of names, by their first letters."""

    def __init__(self, text: str, stems: Mapping[str, Sequence[str]]) -> None:
        self.text = text
        self._stems = stems
        self.spelt: dict[str, list[str]] = {}
        for word in set(re.findall(r"[^\W_]+", text) if text.isascii() else WORD.findall(text)):
            self.spelt.setdefault(word if word.isdecimal() else plain(word), []).append(word)

    @cached_property
    def beginnings(self) -> dict[str, list[str]]:
        """The words by the stems of names that they begin with."""
        found: dict[str, list[str]] = {}
        for shape in self.spelt:
            for stem in self._stems.get(shape[:_STEM], ()):
                if shape.startswith(stem):
                    found.setdefault(stem, []).append(shape)
        return found

    @cached_property
    def folded(self) -> str:
        """The case-folded text."""
        return self.text.casefold()

    def surroundings(self, shapes: Iterable[str]) -> Iterator[str]:
        """The pieces of the text around words of these shapes, without words cut at their ends."""
        spelt = sorted({word for shape in shapes for word in self.spelt.get(shape, ())}, key=len, reverse=True)
        if not spelt:
            return
        start = end = -1
        for match in re.finditer("|".join(map(re.escape, spelt)), self.text):
            if match.start() - _CONTEXT > end and end >= 0:
                yield self._piece(start, end)
                start = -1
            start = max(0, match.start() - _CONTEXT) if start < 0 else start
            end = match.end() + _CONTEXT
        if start >= 0:
            yield self._piece(start, end)

    def _piece(self, start: int, end: int) -> str:
        while start and start < end and _LETTER.match(self.text, start):
            start += 1
        while end < len(self.text) and start < end and _LETTER.match(self.text, end - 1):
            end -= 1
        return self.text[start:end]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name, and the shapes of its words."""

    watched: Watched
    identifier: Identifier
    words: tuple[frozenset[str], ...]
    handles: frozenset[str]  # shapes of single words that may be this name
    loosely: tuple[str, ...] = field(default=())

    @property
    def plain_words(self) -> list[str]:
        """Its words as they are listed."""
        return list(map(plain, WORD.findall(self.identifier.form)))

    @property
    def key_shapes(self) -> frozenset[str]:
        """Shapes of which every text with the name contains one, except where its words have other endings."""
        return frozenset(shape for shape in self.words[self._longest] if len(shape) > 1) | self.handles

    @property
    def stem(self) -> str:
        """The first letters of a word in every text that contains the name with other endings."""
        return _stem(self.loosely[self._longest]) if self.loosely else ""

    def shapes_in(self, words: Words) -> set[str]:
        """The shapes that locate the name in a text; empty if it cannot occur there."""
        spelt = words.spelt.keys()
        if all(not shapes.isdisjoint(spelt) for shapes in self.words):
            return set(self.key_shapes & spelt)
        found = set(self.handles & spelt)
        if self.loosely and all(_stem(word) in words.beginnings for word in self.loosely):
            word = self.loosely[self._longest]
            found |= {shape for shape in words.beginnings[self.stem] if alike(word, shape)}
        return found

    @property
    def stems(self) -> set[str]:
        """The stems of all its words, where they may have other endings."""
        return set(map(_stem, self.loosely))

    @property
    def _longest(self) -> int:
        lengths = [max(map(len, shapes)) for shapes in self.words]
        return lengths.index(max(lengths))


def _stem(word: str) -> str:
    return word[: max(_STEM, len(word) - _STEM)]


def _by_first_letters(stems: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for stem in sorted(stems):
        if len(stem) >= _STEM and not stem[0].isdecimal():
            found.setdefault(stem[:_STEM], []).append(stem)
    return found


class Search:
    """Finds the identifiers of a study.

    `public` are public words, `public_text` is all public text, `cited` is the citation file; `kept` are words that a
    person decided to keep.
    """

    def __init__(
        self,
        watched: Sequence[Watched],
        public: frozenset[str] = frozenset(),
        public_text: str = "",
        cited: str = "",
        kept: Iterable[str] = (),
    ) -> None:
        self._public = public | {plain(words) for words in kept if WORD.fullmatch(words)}
        self._spoken = tuple(sorted({_ENGLISH, *(language for one in watched for language in one.languages)}))
        authors = frozenset(map(plain, WORD.findall(cited)))
        self._names = [
            name
            for one in watched
            if one.kind in NAMES and (name := _name(one)) and not authors.issuperset(name.plain_words)
        ]
        self._by_key: dict[str, list[_Name]] = {}
        for name in self._names:
            for key in (*name.key_shapes, *([f"{name.stem}…"] if name.stem else [])):
                self._by_key.setdefault(key, []).append(name)
        self._stems = _by_first_letters({stem for name in self._names for stem in name.stems})
        self._searches: dict[_Name, NameSearch] = {}  # made when a text first needs it: most names occur in none
        self._numbers = Numbers(watched)
        self._signs = Signs(watched, public_text.casefold())
        found = {id(name.watched) for name in self._names}
        self.searched = sum(id(one) in found or one in self._numbers or one in self._signs for one in watched)

    def kinds(self, text: str, whole_names: bool = False, shortest: int = 0) -> set[str]:
        """The kinds of identifier in a text.

        `whole_names`: only names of several words. `shortest`: only identifiers with at least so many letters.
        """
        words = Words(text, self._stems)
        keys = (words.spelt.keys() | {f"{stem}…" for stem in words.beginnings}) & self._by_key.keys()
        kinds = set()
        for name in dict.fromkeys(name for key in sorted(keys) for name in self._by_key[key]):
            if len(name.identifier.form) < shortest or (whole_names and len(name.words) < 2):
                continue
            if name.watched.kind not in kinds and self._occurs(name, words, name.shapes_in(words)):
                kinds.add(name.watched.kind)
        if not whole_names:
            kinds |= self._numbers.kinds(text)
            kinds |= self._signs.kinds(words.folded, words.spelt.keys(), shortest)
        return kinds

    def _occurs(self, name: _Name, words: Words, shapes: set[str]) -> bool:
        if len(name.words) == 1 and self._public.issuperset(shapes):
            return False
        if name not in self._searches:
            self._searches[name] = NameSearch([name.identifier])
        search = self._searches[name]
        return any(
            self._proves(name, piece[found.start : found.end])
            for piece in words.surroundings(shapes)
            for found in search.find(piece)
        )

    def _proves(self, name: _Name, found: str) -> bool:
        words = [word for word in WORD.findall(found) if len(word) > 1]
        if len(name.words) > 1:
            return bool(words)
        return any(self._word_proves(name, word) for word in words if plain(word) in name.words[0] | name.handles)

    def _word_proves(self, name: _Name, word: str) -> bool:
        form = name.identifier.form
        if plain(word) in self._public:
            return False
        if form.isupper() and len(form) <= _INITIALS:
            return word.isupper()
        if plain(word) == plain(form) and name.watched.listed:
            return True
        # Anonymisation has replaced every form of a listed name in an interview, or a person has kept it.
        languages = (_ENGLISH,) if name.watched.listed else self._spoken
        return not Vocabulary.of(tuple(map(load, languages))).is_ordinary(word)


def _name(watched: Watched) -> _Name | None:
    """A name to search for, or None if it is too short. A document's name is searched without its suffix, too."""
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
