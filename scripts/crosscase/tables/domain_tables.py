"""The tables of a manuscript, independent of the format in which they are written.

The HTML page (`html_tables`) and the LaTeX source (`latex_tables`) both show a `Table`. The CSV files have
the same cells without caption and notes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from crosscase.coding import matrices
from crosscase.coding.matrices import Matrix
from crosscase.storage.schemas import Cell, State
from crosscase.study.facts import Compare, Group, Study

# The marks that show the states without colour: in print, and in CSV files.
MARKS: dict[str, str] = {State.PRESENT: "x", State.ABSENT: "", State.NOT_CODED: "n.c.", State.UNKNOWN: "?"}
CSV_MARKS: dict[str, str] = {**MARKS, State.NOT_CODED: "not coded"}
SUPPRESSED = "suppressed"  # the state of a count that is not published
SUPPRESSED_MARK = "[c]"  # confidential
TOTAL = "Total"


def tidy_head(compare: Compare) -> tuple[str, ...]:
    """The columns of the CSV file for a statistics program, that of the group with the study's word for it."""
    return ("domain", "code", "label", compare.one, "state", "participants", "interviewed", "segments")


@dataclass(frozen=True, slots=True)
class Entry:
    """The content of one cell of a table."""

    text: str
    state: str = ""  # the state that the text marks; empty if the text is a number


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column; `name` is the long form if `text` is an abbreviation."""

    text: str
    name: str = ""
    numeric: bool = False  # numbers are aligned right, marks centred


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its label, its depth of nesting and its entries (none: it is a heading of the rows below)."""

    label: str
    level: int
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that belong together, with an optional heading."""

    heading: str
    lines: list[Line]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption, headings and notes."""

    id: str
    study: str  # title of the study
    caption: str
    first: str  # heading of the column of labels
    headings: list[Heading]
    sections: list[Section]
    notes: list[str]
    warning: str  # that the data are synthetic; empty if they are real


def heading_of(group: Group, numeric: bool = False) -> Heading:
    """The heading of a group's column: its code, and its name where that is another."""
    return Heading(group.code, group.name if group.name != group.code else "", numeric)


def domain_table(matrix: Matrix, study: Study) -> Table:
    """A domain's codes by group, marked if at least one participant raised the code."""
    headings = [heading_of(group) for group in matrix.groups]
    lines = [Line(row.label, row.level, [*map(_entry, row.cells), *_total(row)]) for row in matrix.rows]
    return Table(
        id=matrix.domain.id,
        study=study.title,
        caption=matrix.domain.title,
        first="Code",
        headings=[*headings, Heading(TOTAL, numeric=True)],
        sections=[Section("", lines)],
        notes=list(_notes(matrix, study)),
        warning=study.synthetic_note,
    )


def wide(matrix: Matrix) -> tuple[list[str], list[list[str]]]:
    """Header and rows of the CSV file for a manuscript: one row for each code, one column for each group.

    The total counts the marks x; groups that are unknown (?) may raise it.
    """
    header = ["label", *(group.code for group in matrix.groups), TOTAL]
    return header, [
        [row.label, *(CSV_MARKS[cell.state] for cell in row.cells), str(row.total)] for row in matrix.coded_rows
    ]


def tidy(matrix: Matrix) -> Iterator[list[str | int | None]]:
    """Rows of the CSV file for a statistics program, columns as `tidy_head`: one row for each code and group.

    Counts are None if the domain was not coded, or if that is unknown.
    """
    for row in matrix.coded_rows:
        for cell in row.cells:
            counts = [cell.participants, cell.interviewed, cell.segments]
            yield [cell.domain, cell.code, row.label, cell.group, cell.state, *counts]


def _entry(cell: Cell) -> Entry:
    return Entry(MARKS[cell.state], cell.state)


def _total(row: matrices.Row) -> list[Entry]:
    return [Entry(row.range)] if row.cells else []


def names_of(groups: Iterable[Group]) -> Iterator[str]:
    """The note that says what the codes of the groups stand for; none if they are the names."""
    if named := [f"{group.code}: {group.name}" for group in groups if group.name != group.code]:
        yield ", ".join(named) + "."


def _notes(matrix: Matrix, study: Study) -> Iterator[str]:
    states = {cell.state for row in matrix.rows for cell in row.cells}
    # The mark of a state that does not occur is not explained, but for the two that every table may have.
    shown = [state for state in MARKS if state in {State.PRESENT, State.ABSENT} | states]
    meanings = matrices.meanings(study.compare)
    yield "; ".join(f"{MARKS[state] or 'blank'}: {meanings[state]}" for state in shown) + "."
    yield from matrices.gaps(matrix, study.not_coded)
    ranges = "; a range without and with those marked ?" if State.UNKNOWN in states else ""
    yield f"{TOTAL}: number of {study.compare.many} marked x{ranges}."
    yield from names_of(matrix.groups)
