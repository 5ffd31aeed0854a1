"""Listed names of people that the edge of a text has cut: the first or the last word, less than half of it gone."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from crosscase.detectors.name_forms import forms
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import WORD, words_of
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import plain

_PERSON = "PERSON"
_SHORTEST = 4  # letters that are left of a name
_MOST_KNOWN = 2**14


class CutNames:
    """Finds what edges of texts have left of the names of people in a list."""

    def __init__(self, identifiers: Sequence[Identifier]) -> None:
        self._identifiers = identifiers
        self._name_of = lru_cache(_MOST_KNOWN)(self._look_up)

    def find(self, text: str, setting: Setting) -> Iterator[Span]:
        """The first and the last word of a text, if they are parts of names."""
        words = words_of(text)
        for word, beside, at_end in (
            ((words[0], text[: words[0].start], False), (words[-1], text[words[-1].end :], True)) if words else ()
        ):
            if not beside.strip() and (name := self._cut_from(text[word.start : word.end], setting, at_end)):
                yield Span(word.start, word.end, name.kind, name.owner)

    def may_be_one(self, shape: str, at_end: bool) -> bool:
        """Whether a name has the edge of this plain word, at the end of a text the first letters."""
        return len(shape) < _SHORTEST or _edge(shape, at_end) in self.forms_of_people[at_end]

    def is_one(self, written: str, at_end: bool, setting: Setting) -> bool:
        """Whether the first or the last word of a text, with its signs, may be a part of a name."""
        words = WORD.findall(written)
        edge = words[-1 if at_end else 0] if words else ""
        at_edge = written.endswith(edge) if at_end else written.startswith(edge)
        return at_edge and self._cut_from(edge, setting, at_end) is not None

    @cached_property
    def forms_of_people(self) -> tuple[Mapping[str, list[tuple[str, Identifier]]], ...]:
        """The forms of all words that are a person's name, by their last letters and by their first ones."""
        people = [name for name in self._identifiers if name.kind == _PERSON and len(WORD.findall(name.form)) == 1]
        by_end: dict[str, list[tuple[str, Identifier]]] = {}
        by_beginning: dict[str, list[tuple[str, Identifier]]] = {}
        for name in people:
            for form in sorted(forms(name.form, name.languages)):
                entry = form, name
                by_end.setdefault(_edge(form, False), []).append(entry)
                by_beginning.setdefault(_edge(form, True), []).append(entry)
        return by_end, by_beginning

    def _cut_from(self, word: str, setting: Setting, at_end: bool) -> Identifier | None:
        if len(word) < _SHORTEST or (word[0].isupper() and not at_end):
            return None
        name = self._name_of(plain(word), at_end)
        return None if name is None or Vocabulary.of(setting.languages).is_ordinary_in_small_letters(word) else name

    def _look_up(self, shape: str, at_end: bool) -> Identifier | None:
        """A person's name of one word of which a plain word is the first or the second half, or more."""
        by_edge = self.forms_of_people[at_end]
        is_short = len(shape) < _SHORTEST  # without its accents
        for form, identifier in chain(*by_edge.values()) if is_short else by_edge.get(_edge(shape, at_end), ()):
            if len(shape) < len(form) <= 2 * len(shape) and (
                form.startswith(shape) if at_end else form.endswith(shape)
            ):
                return identifier
        return None


def _edge(shape: str, at_end: bool) -> str:
    """The first letters of a plain word, which are left at the end of a text, or the last ones."""
    return shape[:_SHORTEST] if at_end else shape[-_SHORTEST:]
