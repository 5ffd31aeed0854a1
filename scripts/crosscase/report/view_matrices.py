"""The matrices on the reviewer's page: each cell with its mark, its name for screen readers, and its address.

The address of a cell is the fragment for citing it: cell=<domain>/<code>/<group>, percent-encoded. It is also the id
of the cell's link, so that a browser finds the cell without a script. A row has no group in its address, a column no
code.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from crosscase.analysis.intervals import Method, interval
from crosscase.analysis.rows import CellWorth
from crosscase.coding import matrices
from crosscase.coding.matrices import Matrix
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import Cell, State
from crosscase.study.facts import NotCoded
from crosscase.tables import domain_tables

_DEEPEST = 6  # levels with an indentation of their own
_DIGITS = 6  # of probabilities, as in the files of the analysis
_PER_CENT = 2  # digits of the ends of intervals, which are shown in whole per cent: rounded twice, 43.49997 would be 44


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of a matrix."""

    state: str
    is_fragile: bool  # whether leaving out one participant may undo the mark
    mark: str
    count: str  # participants who raised it, as text; empty if there are none
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A code with its cells; no cells if it only groups other codes."""

    code: str
    label: str
    level: int
    is_parent: bool  # whether the next rows are below it
    address: str
    cells: list[CellView]
    total: str  # a range where the code may be present in further groups


@dataclass(frozen=True, slots=True)
class Column:
    """A group at the head of a column."""

    code: str
    name: str
    interviewed: int
    address: str
    present: int | None  # codes of the domain that are present in the group; None if it was not coded


@dataclass(frozen=True, slots=True)
class MatrixView:
    """A matrix with its title and notes."""

    id: str
    title: str
    columns: list[Column]
    rows: list[RowView]
    notes: list[str]
    has_not_asked: bool  # somebody was not asked about the domain


@dataclass(frozen=True, slots=True)
class Upper:
    """The codes of a study above others, counted with those below. `cells` and `worth` have the same order."""

    cells: Sequence[Cell]
    worth: Sequence[CellWorth]
    below: Mapping[str, Sequence[str]]  # the codes below each
    marks: Mapping[str, Sequence[str]]  # of each, as `view_rules.marks` gives them


def view(
    matrix: Matrix, not_coded: Iterable[NotCoded], fragile: Collection[tuple[str, str]], words: Labels
) -> MatrixView:
    """The view of a matrix on the page. `fragile`: codes and groups."""
    domain = matrix.domain.id
    interviewed = {cell.group: cell.interviewed for row in matrix.rows for cell in row.cells}
    present = Counter(cell.group for row in matrix.rows for cell in row.cells if cell.state == State.PRESENT)
    coded = {cell.group for row in matrix.rows for cell in row.cells if cell.participants is not None}
    levels = [row.level for row in matrix.rows[1:]] + [0]
    marks = domain_tables.marks(words)
    return MatrixView(
        domain,
        matrix.domain.title,
        [
            Column(
                group.code,
                group.name,
                interviewed[group.code],
                address(domain, "", group.code),
                present[group.code] if group.code in coded else None,
            )
            for group in matrix.groups
        ],
        [
            RowView(
                row.code,
                row.label,
                min(row.level, _DEEPEST),
                following > row.level,
                address(domain, row.code, ""),
                [
                    _cell(cell, f"{row.label}, {group.name}", (cell.code, cell.group) in fragile, marks, words)
                    for cell, group in zip(row.cells, matrix.groups, strict=False)
                ],
                row.range,
            )
            for row, following in zip(matrix.rows, levels, strict=True)
        ],
        matrices.gaps(matrix, not_coded, words),
        any(cell.not_asked for row in matrix.rows for cell in row.cells),
    )


def counts(
    matrix: Matrix, worth: Mapping[tuple[str, str], CellWorth], is_at_least_one: bool, method: Method
) -> dict[str, list[list[int | float | None]]]:
    """Participants, interviewed, segments, the interval of the share and the chance of the mark with fewer interviews.

    Then those not asked, if there are any. Of each code's cells, in the order of the groups. The chance is known of
    marks that at least one participant makes.
    """
    found: dict[str, list[list[int | float | None]]] = {}
    for row in matrix.coded_rows:
        found[row.code] = [_numbers(cell, worth[cell.code, cell.group], is_at_least_one, method) for cell in row.cells]
    return found


def _numbers(cell: Cell, worth: CellWorth, is_at_least_one: bool, method: Method) -> list[int | float | None]:
    chance = worth.rarefied if is_at_least_one else None
    ends = None if cell.participants is None else interval(method, cell.participants, cell.interviewed)
    return [
        *(cell.participants, cell.interviewed, cell.segments),
        *((round(end, _PER_CENT) for end in ends) if ends else (None, None)),
        None if chance is None else round(chance, _DIGITS),
        *([cell.not_asked] if cell.not_asked else []),
    ]


def upper(domain: str, found: Upper, is_one: bool, method: Method) -> dict[str, object]:
    """The codes of a domain above others, counted with those below: marks, numbers as in `counts`, codes below.

    `is_one`: whether the rule is at least one participant.
    """
    rows: dict[str, dict[str, list[Any]]] = {}
    for cell, known in zip(found.cells, found.worth, strict=True):
        if cell.domain == domain:
            empty = {"marks": [*found.marks[cell.code]], "cells": [], "below": [*found.below[cell.code]]}
            rows.setdefault(cell.code, empty)["cells"].append(_numbers(cell, known, is_one, method))
    return dict(rows)


def address(domain: str, code: str, group: str) -> str:
    """The fragment for citing a cell; a row if there is no group, a column if there is no code."""
    return f"cell={domain}/{quote(code, safe='')}/{quote(group, safe='')}"


def _cell(cell: Cell, place: str, is_fragile: bool, marks: Mapping[str, str], words: Labels) -> CellView:
    mark, link = marks[cell.state], address(cell.domain, cell.code, cell.group)
    if cell.participants is None:
        return CellView(cell.state, False, mark, "", f"{place}: {words(cell.state)}", link)
    value = words("cell_name", state=words(cell.state), participants=cell.participants, interviewed=cell.interviewed)
    return CellView(cell.state, is_fragile, mark, str(cell.participants or ""), f"{place}: {value}", link)
