"""The rows of a codebook that is a plain table: those of codes, and those that only look like them.

1. In the columns of levels an empty cell has the value above it, but not where a level above begins anew.
2. A row without a code goes on with the meaning of the row above.
3. A row of a workbook whose cells all have one value is a theme that was merged over the row. Those below lie below it.
4. Totals and notes below the table are no codes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosscase.codebooks.listed import CodePath, Source, key
from crosscase.codebooks.plain_columns import Columns
from crosscase.languages.headings import heading_form
from crosscase.readers.code_paths import split_levels
from crosscase.spreadsheets.spreadsheet import Record

_TOTALS = frozenset(
    map(
        heading_form,
        (
            *("total", "totals", "grand total", "sum", "overall", "summe", "gesamt", "gesamtsumme", "insgesamt"),
            *("somme", "total général", "suma", "total general", "totale", "totaal", "totalt", "razem", "łącznie"),
            *("ogółem", "celkem", "součet", "soma", "total geral", "σύνολο", "άθροισμα", "toplam", "n"),
        ),
    )
)
_SAYS_NOTE = re.compile(
    r"^(?:[*†‡¹]|n\s*=|(?:notes?|n\.?b|anmerkung(?:en)?|remarques?|notas?|uwaga|pozn\w*|σημ\w*)\s*[.:])", re.IGNORECASE
)
_LONG_NOTE = 40  # characters of a sentence that is not the name of a code


@dataclass(frozen=True, slots=True)
class Row:
    """A code as a row of the table says it, or a level above codes that the row describes."""

    path: CodePath  # of the levels that the table has, without the parents
    meaning: str
    place: str
    parent: str = ""
    number: str = ""
    short: str = ""
    is_code: bool = True  # False: a level that other rows lie below
    written: CodePath = ()  # the name with a number that is no part of it, and the path of such names

    @property
    def also(self) -> CodePath:
        """Other names of the code."""
        return tuple(" ".join(name.split()) for name in (self.short, *self.written) if name.strip())


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of codes, and the places of others: totals and notes that were left out, and meanings that go on."""

    codes: list[Row]
    left_out: list[str]
    continued: list[str]  # of rows without a code, whose words went to the meaning above


def of_table(columns: Columns, records: Sequence[Record], source: Source, may_be_merged: bool) -> Rows:
    """The rows of a table."""
    kept = list(records)
    are_told = 2 * sum(any([*record.fields.values()][1:]) for record in records) > len(records)
    while kept and (_is_total(kept[-1], columns) or (are_told and _is_note(kept[-1]))):
        kept.pop()
    kept = kept or list(records)
    continued: list[str] = []
    codes = list(_codes(columns, kept, source, may_be_merged, continued))
    return Rows(codes, [r.locator for r in records[len(kept) :]], continued)


def _codes(
    columns: Columns, records: Sequence[Record], source: Source, may_be_merged: bool, continued: list[str]
) -> Iterator[Row]:
    over: list[str] = []  # the theme that was merged over a row
    above: list[str] = []
    described: set[CodePath] = set()
    waiting: Row | None = None  # until the next row: its meaning may go on there
    merged = _merged(records) if may_be_merged else set()
    for record in records:
        cells = [record.fields[level] for level in columns.levels]
        meaning = record.fields[columns.meaning] if columns.meaning else ""
        if not any(map(str.strip, cells)):
            if waiting and meaning:
                waiting = replace(waiting, meaning="\n".join(filter(None, [waiting.meaning, meaning])))
                continued.append(record.locator)
            continue
        if waiting:
            yield waiting
        if record.locator in merged:
            over, above = [next(filter(None, cells))], []
            waiting = Row(split_levels(over, source.separator), "", record.locator, is_code=False)
            continue
        above = _filled(cells, above)
        for level in _described(columns, record, over, above, source):
            if key(level.path) not in described:
                described.add(key(level.path))
                yield level
        own = columns.meanings.get(columns.levels[len(above) - 1], "")
        waiting = Row(
            path=split_levels(filter(None, [*over, *above]), source.separator),
            meaning=(record.fields[own] if own else "") or meaning,
            place=record.locator,
            parent=_parent(record.fields[columns.parent]) if columns.parent else "",
            number=record.fields[columns.number] if columns.number else "",
            short=record.fields[columns.short] if columns.short else "",
        )
    if waiting:
        yield waiting


def _parent(cell: str) -> str:
    """The parent in a cell; a dash says that there is none."""
    return cell if any(map(str.isalnum, cell)) else ""


def _filled(cells: Sequence[str], above: Sequence[str]) -> list[str]:
    """The levels of a row; those before the first that is filled have the values of the row above.

    A level that is empty stays so: what lies below it in the next row does not lie below another code.
    """
    deepest = max(level for level, cell in enumerate(cells) if cell)
    begun = next(level for level, cell in enumerate(cells) if cell)
    before = [*above[:begun], *[""] * (begun - len(above))]
    return [*before, *cells[begun : deepest + 1]]


def _described(
    columns: Columns, record: Record, over: Sequence[str], above: Sequence[str], source: Source
) -> Iterator[Row]:
    """The levels above a code that its row describes in columns of their own."""
    for number, level in enumerate(columns.levels[: len(above) - 1]):
        meaning = columns.meanings.get(level, "")
        if meaning and record.fields[level] and record.fields[meaning]:
            path = split_levels(filter(None, [*over, *above[: number + 1]]), source.separator)
            yield Row(path, record.fields[meaning], record.locator, is_code=False)


def _merged(records: Sequence[Record]) -> set[str]:
    """The places of rows whose cells all have one value, with other rows below."""
    same = [len(set(record.fields.values())) == 1 and len(record.fields) > 1 for record in records]
    return {record.locator for number, record in enumerate(records[:-1]) if same[number] and not same[number + 1]}


def _is_total(record: Record, columns: Columns) -> bool:
    """Whether a row sums up those above: it is called so, and means nothing."""
    names = [record.fields[level] for level in columns.levels if record.fields[level]]
    others = [record.fields[heading] for heading in (columns.meaning, columns.parent) if heading]
    return len(names) == 1 and heading_form(names[0]) in _TOTALS and not any(others)


def _is_note(record: Record) -> bool:
    """Whether a row is a note: a sentence in the first column, and nothing else, or merged over the row."""
    first, *others = record.fields.values()
    if any(others) and set(others) != {first}:
        return False
    text = first.strip()
    return _SAYS_NOTE.match(text) is not None or (len(text) >= _LONG_NOTE and text[-1] in ".!?")
