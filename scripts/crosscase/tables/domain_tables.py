"""The tables of a manuscript, independent of the format in which they are written.

The HTML page (`html_tables`) and the LaTeX source (`latex_tables`) both show a `Table`. The CSV files have
the same cells without caption and notes.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from crosscase.analysis import intervals
from crosscase.analysis.intervals import AUTHORS, Method
from crosscase.coding import matrices
from crosscase.coding.matrices import Matrix
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import Cell, State
from crosscase.study.facts import AT_LEAST_ONE, Compare, Group, MarkRule, Study
from crosscase.study.own_labels import labels_of

SUPPRESSED = "suppressed"  # the state of a count that is not published
SUPPRESSED_MARK = "[c]"  # confidential
TOTAL = "Total"  # in the address of a cell
UNDEFINED = "—"  # where a number cannot be given; the note of the table says why


def marks(words: Labels) -> dict[str, str]:
    """The marks that show the states without colour, in print."""
    return {
        State.PRESENT: "x",
        State.ABSENT: "",
        State.NOT_CODED: words("mark_not_coded"),
        State.UNKNOWN: "?",
        State.NOT_ASKED: "–",
    }


def csv_marks(words: Labels) -> dict[str, str]:
    """The marks in CSV files, where they are not explained."""
    return {**marks(words), State.NOT_CODED: words("not_coded"), State.NOT_ASKED: words("not_asked")}


def tidy_head(compare: Compare, has_guide: bool = False) -> tuple[str, ...]:
    """The columns of the CSV file for a statistics program, that of the group with the study's word for it."""
    counts = ("participants", "interviewed", "segments", *(["not_asked"] if has_guide else []))
    return ("domain", "code", "label", compare.one, "state", *counts)


@dataclass(frozen=True, slots=True)
class Entry:
    """The content of one cell of a table."""

    text: str
    state: str = ""  # the state that the text marks; empty if the text is a number
    below: str = ""  # a second line: how sure the number is

    @property
    def lines(self) -> list[str]:
        """The lines of the cell."""
        return [self.text, self.below] if self.below else [self.text]


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a column; `name` is the long form if `text` is an abbreviation."""

    text: str
    name: str = ""
    numeric: bool = False  # numbers are aligned right, marks centred
    n: int | None = None  # participants of the group who were interviewed, and asked
    letters: int = 0  # width of a column of words, which are aligned left and wrapped; 0: of marks or numbers

    @property
    def below(self) -> str:
        """The second line of a heading; empty if there is none."""
        return "" if self.n is None else f"n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{self.n}"


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
    words: Labels  # in which its other texts are
    rule: MarkRule = AT_LEAST_ONE  # of its marks
    is_triangle: bool = False  # each row ends at the column of its own name


def panel(table: Table, columns: slice) -> Table:
    """Some columns of a table, beside all its labels; of a triangle without the rows that end before them."""

    def is_shown(line: Line) -> bool:
        return not table.is_triangle or any(entry.text for entry in line.entries[columns])

    sections = [
        replace(part, lines=[replace(line, entries=line.entries[columns]) for line in part.lines if is_shown(line)])
        for part in table.sections
    ]
    return replace(table, headings=table.headings[columns], sections=sections)


def heading_of(group: Group, numeric: bool = False, n: int | None = None) -> Heading:
    """The heading of a group's column: its code, and its name where that is another."""
    return Heading(group.code, group.name if group.name != group.code else "", numeric, n)


def domain_table(matrix: Matrix, study: Study) -> Table:
    """A domain's codes by group, marked where the code is present."""
    words = labels_of(study)
    shown = marks(words)
    lines = [
        Line(
            row.label,
            row.level,
            [*(Entry(shown[cell.state], cell.state) for cell in row.cells), *([Entry(row.range)] if row.cells else [])],
        )
        for row in matrix.rows
    ]
    return Table(
        id=matrix.domain.id,
        study=study.title,
        caption=matrix.domain.title,
        first=words("code"),
        headings=[*_heads(matrix), Heading(words("total"), numeric=True)],
        sections=[Section("", lines)],
        notes=list(dict.fromkeys(_notes(matrix, study, words))),
        warning=study.synthetic_note,
        words=words,
        rule=study.rule,
    )


def counts_table(matrix: Matrix, study: Study) -> Table:
    """A domain's codes by group: the participants who raised each code, their share, and how sure it is."""
    words, method = labels_of(study), Method(study.interval)
    shown = marks(words)

    def entry(cell: Cell) -> Entry:
        if cell.participants is None:
            return Entry(shown[cell.state], cell.state)
        share = 100 * cell.participants / cell.interviewed if cell.interviewed else 0
        number = f"{cell.participants} ({words.percent(f'{share:.0f}')})" if cell.participants else "0"
        ends = intervals.interval(method, cell.participants, cell.interviewed)
        return Entry(number, below=in_brackets([100 * end for end in ends], words, 0) if ends else "")

    return Table(
        id=f"{matrix.domain.id}_counts",
        study=study.title,
        caption=f"{matrix.domain.title}: {words('participants_long')}",
        first=words("code"),
        headings=_heads(matrix),
        sections=[Section("", [Line(row.label, row.level, [*map(entry, row.cells)]) for row in matrix.rows])],
        notes=[
            f"{words('counts_note')} {words('interval_note', method=AUTHORS[method])} {words('sample_meaning')}",
            *matrices.general_notes(matrix, words),
            *_specific(matrix, study, words),
            *_legend(matrix, study, words, {State.NOT_CODED, State.UNKNOWN, State.NOT_ASKED}),
        ],
        warning=study.synthetic_note,
        words=words,
    )


def in_brackets(ends: Sequence[float], words: Labels, digits: int) -> str:
    """The ends of an interval in brackets, apart also where a comma begins the decimals."""
    between = "; " if words("decimal") == "," else ", "
    return f"[{between.join(words.decimal(end, digits) for end in ends)}]"


def wide(matrix: Matrix, words: Labels) -> tuple[list[str], list[list[str]]]:
    """Header and rows of the CSV file for a manuscript: one row for each code, one column for each group.

    The total counts the marks x; groups that are unknown (?), or in which not everybody was asked, may raise it.
    """
    shown = csv_marks(words)
    header = [words("head_label"), *(group.code for group in matrix.groups), words("total")]
    return header, [
        [row.label, *(shown[cell.state] for cell in row.cells), str(row.total)] for row in matrix.coded_rows
    ]


def tidy(matrix: Matrix) -> Iterator[list[str | int | None]]:
    """Rows of the CSV file for a statistics program, columns as `tidy_head`: one row for each code and group.

    Counts are None as in `schemas.Cell`.
    """
    for row in matrix.coded_rows:
        for cell in row.cells:
            counts = [cell.participants, cell.interviewed, cell.segments]
            counts += [] if cell.not_asked is None else [cell.not_asked]
            yield [cell.domain, cell.code, row.label, cell.group, cell.state, *counts]


def _heads(matrix: Matrix) -> list[Heading]:
    interviewed = {cell.group: cell.interviewed for row in matrix.rows for cell in row.cells}
    return [heading_of(group, n=interviewed.get(group.code)) for group in matrix.groups]


def _notes(matrix: Matrix, study: Study, words: Labels) -> Iterator[str]:
    """The notes in the order of APA 7: on the whole table, on parts of it, on its marks."""
    cells = (cell for row in matrix.rows for cell in row.cells)
    yield f"{words(matrices.meaning_of_total(cells), total=words('total'))} {words('n_meaning')}"
    yield from matrices.other_rules(study.further_rules, words)
    yield from matrices.general_notes(matrix, words)
    yield from _specific(matrix, study, words)
    yield from _legend(matrix, study, words, set(State))


def _specific(matrix: Matrix, study: Study, words: Labels) -> Iterator[str]:
    """The notes on some cells: what was not coded or asked, and how many marks one participant may undo."""
    yield from matrices.gaps(matrix, study.not_coded, words)
    cells = (cell for row in matrix.rows for cell in row.cells)
    if fragile := sum(cell.state == State.PRESENT and cell.participants == 1 for cell in cells):
        yield words("found_fragile", number=fragile)


def _legend(matrix: Matrix, study: Study, words: Labels, explained: Collection[str]) -> list[str]:
    """The meaning of each mark. That of a state that does not occur is left out, but for the two that all may have."""
    occurring = {State.PRESENT, State.ABSENT} | {cell.state for row in matrix.rows for cell in row.cells}
    meanings = matrices.meanings(words, study.rule)
    shown = [
        f"{mark or words('blank')}: {meanings[state]}"
        for state, mark in marks(words).items()
        if state in occurring and state in explained
    ]
    return [f"{'; '.join(shown)}."] if shown else []
