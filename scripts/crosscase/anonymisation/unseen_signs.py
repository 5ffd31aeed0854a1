"""The names in an export that have signs that nobody sees: a soft hyphen, a space without width.

Names are compared without such signs (`storage.text_form`). The team is told, since the name looks right in its tool.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from crosscase.coding.issues import Inspector
from crosscase.messages.wording import counted
from crosscase.storage.schemas import Issue
from crosscase.storage.text_form import without_unseen
from crosscase.study.facts import Compare

DOCUMENT = "DOCUMENT"  # a kind of names besides those in `hidden_names`


class UnseenSigns:
    """Counts the codings with such names. `shown` gives a name of a kind as it may be shown."""

    def __init__(self, shown: Callable[[str, str], str], compare: Compare) -> None:
        self._words = {"CODE": "code", "GROUP": compare.one, DOCUMENT: "document"}
        self._shown = shown
        self._codings: Counter[tuple[str, str]] = Counter()

    def note(self, kind: str, name: str, codings: int = 1) -> None:
        """Count the codings of a name if it has signs that nobody sees."""
        if not name.isascii() and without_unseen(name) != name:
            self._codings[kind, name] += codings

    def names(self) -> Iterator[tuple[str, str, int]]:
        """The kind of each such name, the name as it may be shown, and how many codings have it."""
        for (kind, name), codings in sorted(self._codings.items()):
            yield self._words[kind], without_unseen(self._shown(kind, name)), codings

    def issues(self, inspector: Inspector) -> Iterator[Issue]:
        """A note on each such name."""
        for kind, name, codings in self.names():
            message = f"the name of this {kind} has a sign that nobody sees, such as a soft hyphen"
            what = f"{message}, in {counted(codings, 'coding')}: compared without them"
            yield inspector.issue("unseen_signs", "", name, what)
