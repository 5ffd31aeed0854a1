"""The names of people who withdrew, in what is written for the team alone: the log of replacements and the queues.

Others may still say such a name. It is replaced in their passages, and so it is in the words around a doubtful one and
in the log: otherwise it would stand in every later build. Only the list for the leak search has it, on purpose.
"""

from collections.abc import Collection, Iterator

from crosscase.anonymisation.pseudonyms import UNNUMBERED
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import Setting, Span, without_overlap

_PERSON = "PERSON"
_ANYWHERE = Setting((), ())  # also where a name is declined: a listed name has its own languages


class WithdrawnWords:
    """Replaces the names and ids of people who withdrew, and of nobody else.

    `withdrawn`: their identifiers. A name that somebody who stays has, too, is left.
    """

    def __init__(self, names: ListedNames, withdrawn: Collection[str]) -> None:
        self._names = names
        self._withdrawn = frozenset(withdrawn)

    def replaced(self, text: str) -> str:
        """A text without these names, also where they may be ordinary words."""
        if not self._withdrawn:
            return text
        for span in reversed(without_overlap(text, self._spans(text))):
            text = f"{text[: span.start]}{UNNUMBERED}{text[span.end :]}"
        return text

    def _spans(self, text: str) -> Iterator[Span]:
        for span in (*self._names.find_ids(text, _ANYWHERE), *self._names.find(text, _ANYWHERE)):
            if span.kind == _PERSON and span.original in self._withdrawn:
                yield span._replace(doubt="")
