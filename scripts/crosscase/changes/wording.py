"""What changed in words: of a terminal in English, of a page in the study's language."""

from collections.abc import Iterator, Sequence

from crosscase.changes.code_changes import CodeChange
from crosscase.changes.coding_changes import Place
from crosscase.changes.compared import CodeKey
from crosscase.changes.comparison import Comparison
from crosscase.changes.reasons import Reason, Why
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import Cell, CodebookEntry

_LONGEST = 16  # characters of a digest in a line of text


class Wording:
    """Puts what differs into the words of one language. With `by_name`, codes have labels in the place of ids."""

    def __init__(self, words: Labels, found: Comparison, by_name: bool = False) -> None:
        self.words = words
        self._entries = {**found.old.entries, **found.new.entries}
        self._by_name = by_name

    def code(self, key: CodeKey) -> str:
        """The name of a code."""
        return self._entries[key].label if self._by_name else "/".join(key)

    def cell(self, place: Place) -> str:
        """The name of a cell."""
        return f"{self.code(place[:2])}, {place[2]}" if self._by_name else "/".join(place)

    def state(self, cell: Cell | None) -> str:
        """The state of a cell and, where it was coded, its counts."""
        if cell is None:
            return self.words("diff_no_cell")
        if not cell.participants:
            return self.words(cell.state)
        counts = f"{cell.participants}/{cell.interviewed}, {self.words.counted('segment', cell.segments or 0)}"
        return f"{self.words(cell.state)} ({counts})"

    def reason(self, reason: Reason) -> str:
        """Why a cell differs."""
        if reason.why == Why.INTERVIEWED:
            before, after = self.words.number(reason.before), self.words.number(reason.after)
            return self.words(f"why_{reason.why}", before=before, after=after)
        return self.words(f"why_{reason.why}", **({"cell": self.cell(reason.other)} if reason.other else {}))

    def counted(self, reason: Reason, codings: int) -> str:
        """Why a cell differs, with the number of codings of which that holds, their export and their coder."""
        if not codings:
            return self.reason(reason)
        return f"{self.words.counted('coding', codings)}: {self.reason(reason)} ({self.whose(reason)})"

    def lines(self, reasons: Sequence[tuple[Reason, int]]) -> list[str]:
        """The reasons of a cell that is shown. Another number of interviewed participants is told once for a group."""
        shown = [pair for pair in reasons if pair[0].why != Why.INTERVIEWED] or reasons
        return sorted(self.counted(*pair) for pair in shown)

    def whose(self, reason: Reason) -> str:
        """The export and the coder of codings."""
        coder = f"{self.words('coded_by')} {reason.coder}" if reason.coder else self.words("no_coder")
        return f"{self.words('in_export', name=reason.export)}, {coder}"

    def code_change(self, change: CodeChange) -> Iterator[str]:
        """How a code differs, a phrase for each difference."""
        old, new, words = change.old, change.new, self.words
        if new is None:
            into = change.merged_into
            yield words("diff_gone") if into is None else words("diff_code_merged", code=self.code(_key(into)))
        elif old is None:
            yield words("diff_new")
        else:
            if _key(old) != _key(new):
                yield words("diff_code_id", id="/".join(_key(old)))
            if old.label != new.label:
                yield words("diff_code_label", label=old.label)
            if (old.path[:-1], old.parent) != (new.path[:-1], new.parent):
                yield words("diff_code_place", place=" > ".join(old.path))
            if (old.definition, old.codable) != (new.definition, new.codable):
                yield words("diff_code_definition")
            if set(old.aliases) != set(new.aliases):
                yield words("diff_code_names", names=", ".join(sorted(new.aliases)) or "–")


def short(digest: str) -> str:
    """The beginning of a digest, enough to tell two apart."""
    return digest[:_LONGEST] or "–"


def _key(entry: CodebookEntry) -> CodeKey:
    return entry.domain, entry.code
