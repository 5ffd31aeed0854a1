"""What is compared of a build: its cells, the codings behind them, who was interviewed, and what it was built from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar

from crosscase.storage.schemas import Cell, CellCoding, CodebookEntry
from crosscase.study.facts import Study

CodeKey = tuple[str, str]  # domain, code
Row = TypeVar("Row", Cell, CellCoding)


@dataclass(frozen=True)
class Build:
    """What is compared of one build. Without a codebook and a study, its codes and groups have their ids for names."""

    cells: Sequence[Cell]
    codings: Sequence[CellCoding]
    people: frozenset[str]  # pseudonyms
    codebook: Sequence[CodebookEntry] = ()
    study: Study | None = None
    codebook_digest: str = ""  # SHA-256, as the three that follow
    export_digests: Mapping[str, str] = field(default_factory=dict)  # of each raw export
    version: str = ""  # of crosscase
    code_digest: str = ""
    is_unfinished: bool = False  # the last build stopped, so that files may be of two builds
    has_labels_alone: bool = False  # of the codebook: definitions, places and other names of codes are not known

    @property
    def exports(self) -> list[str]:
        """The exports of the study, sorted; without a record of the build those with codings."""
        return sorted({*self.export_digests, *(coding.export for coding in self.codings)})

    @cached_property
    def entries(self) -> dict[CodeKey, CodebookEntry]:
        """The codes that have cells; one that the codebook does not list has its id for a label."""
        known = {(entry.domain, entry.code): entry for entry in self.codebook}
        keys = dict.fromkeys((cell.domain, cell.code) for cell in self.cells)
        return {key: known.get(key) or _unlisted(*key) for key in keys}

    def with_codes(self, names: Mapping[CodeKey, CodeKey]) -> "Build":
        """The same build with other ids for its codes; a code without another one keeps its own."""
        if all(old == new for old, new in names.items()):
            return self
        return replace(
            self,
            cells=[_with_code(cell, names) for cell in self.cells],
            codings=[_with_code(coding, names) for coding in self.codings],
        )


def _with_code(row: Row, names: Mapping[CodeKey, CodeKey]) -> Row:
    domain, code = names.get((row.domain, row.code), (row.domain, row.code))
    return replace(row, domain=domain, code=code)


def _unlisted(domain: str, code: str) -> CodebookEntry:
    return CodebookEntry(code, domain, code, "", "", [code], True, [])
