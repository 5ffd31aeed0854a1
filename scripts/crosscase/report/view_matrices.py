"""The matrices on the reviewer's page: each cell with its mark, its name for screen readers, and its address.

The address of a cell is the fragment for citing it: cell=<domain>/<code>/<group>, percent-encoded. It is also the id
of the cell's link, so that a browser finds the cell without a script.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from crosscase.coding import matrices
from crosscase.coding.matrices import Matrix
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import Cell, CodebookEntry
from crosscase.study.facts import Domain, NotCoded
from crosscase.tables import domain_tables

_DEEPEST = 6  # levels with an indentation of their own


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a matrix."""

    state: str
    mark: str
    count: str  # participants who raised it, as text; empty if there is none
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A code with its cells; no cells if it only groups other codes."""

    code: str
    label: str
    level: int
    codebook: str  # address of the code in the codebook
    cells: list[CellView]
    total: str  # a range where cells are unknown


@dataclass(frozen=True, slots=True)
class Column:
    """A group at the head of a column."""

    code: str
    name: str
    interviewed: int


@dataclass(frozen=True, slots=True)
class MatrixView:
    """A matrix with its title and notes."""

    id: str
    title: str
    columns: list[Column]
    rows: list[RowView]
    notes: list[str]


@dataclass(frozen=True, slots=True)
class EntryView:
    """A code of the codebook."""

    id: str
    code: str
    label: str
    level: int
    definition: str
    aliases: list[str]
    codable: bool


def view(matrix: Matrix, not_coded: Iterable[NotCoded], words: Labels) -> MatrixView:
    """The view of a matrix on the page."""
    interviewed = {cell.group: cell.interviewed for row in matrix.rows for cell in row.cells}
    return MatrixView(
        matrix.domain.id,
        matrix.domain.title,
        [Column(group.code, group.name, interviewed[group.code]) for group in matrix.groups],
        [
            RowView(
                row.code,
                row.label,
                min(row.level, _DEEPEST),
                entry_address(matrix.domain.id, row.code),
                [_cell(cell, words) for cell in row.cells],
                row.range,
            )
            for row in matrix.rows
        ],
        matrices.gaps(matrix, not_coded, words),
    )


def counts(matrix: Matrix) -> dict[str, list[list[int | None]]]:
    """Participants, interviewed and segments of each code's cells, in the order of the groups."""
    return {row.code: [[c.participants, c.interviewed, c.segments] for c in row.cells] for row in matrix.coded_rows}


def codebook(entries: Sequence[CodebookEntry], domain: Domain) -> Iterator[EntryView]:
    """The codes of a domain, each below its parent."""
    for entry in matrices.in_order([entry for entry in entries if entry.domain == domain.id], ""):
        yield EntryView(
            entry_address(domain.id, entry.code),
            entry.code,
            entry.label,
            min(len(entry.path) - 1, _DEEPEST),
            entry.definition,
            entry.aliases,
            entry.codable,
        )


def cell_address(cell: Cell) -> str:
    """The fragment for citing a cell."""
    return f"cell={cell.domain}/{quote(cell.code, safe='')}/{quote(cell.group, safe='')}"


def entry_address(domain: str, code: str) -> str:
    """The fragment of a code in the codebook."""
    return f"codebook/{domain}/{quote(code, safe='')}"


def _cell(cell: Cell, words: Labels) -> CellView:
    mark, address = domain_tables.marks(words)[cell.state], cell_address(cell)
    if cell.participants is None:
        return CellView(cell.state, mark, "", words(cell.state), address)
    name = words("cell_name", state=words(cell.state), participants=cell.participants, interviewed=cell.interviewed)
    return CellView(cell.state, mark, str(cell.participants), name, address)
