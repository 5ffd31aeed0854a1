"""The names of people who withdrew, in what is written for the team alone: the log of replacements and the queues.

Others may still say such a name. It is replaced in their passages, and so it is in the words around a doubtful one and
in the log: otherwise it would stand in every later build. Only the list for the leak search has it, on purpose.
"""

from collections.abc import Collection, Iterator

from crosscase.anonymisation.withdrawn_things import Thing
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.listed_parts import is_distinct
from crosscase.detectors.name_search import Identifier, NameSearch
from crosscase.detectors.spans import Setting, Span, without_overlap
from crosscase.languages.ordinary_words import Vocabulary
from crosscase.languages.vocabulary import load

_PERSON = "PERSON"
_ANYWHERE = Setting((), ())  # also where a name is declined: a listed name has its own languages


class WithdrawnWords:
    """Replaces the names and ids of people who withdrew, and of nobody else.

    `withdrawn`: their identifiers; `things`: the places and organisations that only they had (`withdrawn_things`). A
    name that somebody who stays has, too, is left.
    """

    def __init__(self, names: ListedNames, withdrawn: Collection[str], things: Collection[Thing] = ()) -> None:
        self._names = names
        self._withdrawn = frozenset(withdrawn)
        theirs = (name for name in names.identifiers if (name.kind, name.owner) in things)
        self._things = NameSearch(name for name in theirs if not name.part or _is_distinct(name))

    def replaced(self, text: str) -> str:
        """A text without these names, also where they may be ordinary words."""
        if not self._withdrawn:
            return text
        for span in reversed(without_overlap(text, self._spans(text))):
            text = f"{text[: span.start]}[{span.kind}]{text[span.end :]}"
        return text

    def _spans(self, text: str) -> Iterator[Span]:
        for span in (*self._names.find_ids(text, _ANYWHERE), *self._names.find(text, _ANYWHERE)):
            if span.kind == _PERSON and span.original in self._withdrawn:
                yield span._replace(doubt="")
        for found in self._things.find(text):
            yield Span(found.start, found.end, found.name.kind, found.name.owner)


def _is_distinct(part: Identifier) -> bool:
    """Whether a part of a longer name is no ordinary word of its languages."""
    return bool(part.languages) and is_distinct(part, Vocabulary.of(tuple(map(load, part.languages))))
