"""Verification against the print: each printed number is compared with the rebuilt one.

A rebuilt number matches or does not match. If the print gives two different numbers for the same
thing, both are listed and nothing is corrected: the print contradicts itself if the rebuilt number is
one of the two.

What the print calls a row and the study has no word for may be somebody's words. Results and the terminal name such a
row by its place in the team's list of what was printed, where the team reads it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from crosscase.messages.errors import Problem, stop_on
from crosscase.messages.wording import counted
from crosscase.spreadsheets import team_lists
from crosscase.spreadsheets.spreadsheet import Record
from crosscase.storage.schemas import Cell, CodebookEntry, PublishedCheck, SampleCount, State
from crosscase.storage.text_form import fold
from crosscase.study.facts import GROUP, Compare, Group, SampleVariable

_PARTICIPANTS_TABLE = "participants_per_{}"
ALL_MATRICES = "all_matrices"
UNKNOWN_TABLE = "unknown_table"  # of which the study has no name

_Counts = Mapping[tuple[str, str], int]  # participants by variable and folded category


class Verdict(StrEnum):
    """The result of a comparison."""

    MATCH = "match"
    CONTRADICTION = "print_contradicts_itself"
    MISMATCH = "mismatch"
    NOT_PRINTED = "not_printed"  # rebuilt, but the print does not have it


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row of a matrix as printed: its number of marks and its total."""

    domain: str
    label: str
    marks: int
    total: int
    place: str = ""  # in the team's list


@dataclass(frozen=True, slots=True)
class PrintedCategory:
    """A category of the sample as printed: a count, or a percentage of all participants."""

    table: str
    category: str
    number: int
    place: str = ""  # in the team's list


def read_matrices(path: str) -> list[PrintedRow]:
    """Read the printed matrices: domain, label, printed_marks, printed_total."""
    columns = ("domain", "label", "printed_marks", "printed_total")
    records, numbers = _numbers(path, columns, columns[2:])
    return [
        PrintedRow(record.fields["domain"], record.fields["label"], marks, total, _place(path, record))
        for record, (marks, total) in zip(records, numbers, strict=True)
    ]


def read_sample(path: str) -> list[PrintedCategory]:
    """Read the printed sample: table, category, printed."""
    records, numbers = _numbers(path, ("table", "category", "printed"), ("printed",))
    return [
        PrintedCategory(record.fields["table"], record.fields["category"], number, _place(path, record))
        for record, (number,) in zip(records, numbers, strict=True)
    ]


def _place(path: str, record: Record) -> str:
    return f"{record.locator} of {path}"


def _numbers(path: str, required: Sequence[str], columns: Sequence[str]) -> tuple[list[Record], list[list[int]]]:
    """The rows of a list, and the whole numbers of each in some columns. Raises StudyError with every problem."""
    found = team_lists.examine(path, required)
    read = [[team_lists.whole_number(record.fields.get(column, "0")) for column in columns] for record in found.records]
    wrong = (
        Problem(path, record.locator, f"the column `{column}` is not a whole number", "Correct it.")
        for record, numbers in zip(found.records, read, strict=True)
        for column, number in zip(columns, numbers, strict=True)
        if number is None
    )
    stop_on([*found.problems, *wrong])
    return found.records, [[number or 0 for number in numbers] for numbers in read]


def _check(
    table: str, row: str, quantity: str, numbers: tuple[int | None, int], elsewhere: int | None = None, remark: str = ""
) -> PublishedCheck:
    """Compare `numbers`, the printed and the rebuilt one; `elsewhere` is the other printed number."""
    printed, rebuilt = numbers
    if printed is None:
        verdict = Verdict.NOT_PRINTED
    elif elsewhere is not None and elsewhere != printed:
        verdict = Verdict.CONTRADICTION if rebuilt in (printed, elsewhere) else Verdict.MISMATCH
    else:
        verdict, elsewhere = (Verdict.MATCH if rebuilt == printed else Verdict.MISMATCH), None
    return PublishedCheck(table, row, quantity, printed, elsewhere, rebuilt, verdict.value, remark)


def verify_matrices(
    printed: Sequence[PrintedRow], cells: Iterable[Cell], codebook: Sequence[CodebookEntry]
) -> Iterator[PublishedCheck]:
    """Compare the marks and the total of every row, and the sums over all matrices."""
    marks = Counter((cell.domain, cell.code) for cell in cells if cell.state == State.PRESENT)
    codes = {(entry.domain, fold(entry.label)): entry.code for entry in codebook if entry.codable}
    known_domains = {domain for domain, _ in codes}
    rebuilt_sum = 0
    for row in printed:
        code = codes.pop((row.domain, fold(row.label)), "")
        rebuilt = marks[row.domain, code]
        rebuilt_sum += rebuilt
        remark = "" if code else "the codebook does not have the code of this row"
        table = row.domain if row.domain in known_domains else UNKNOWN_TABLE
        label = row.label if code else row.place
        yield _check(table, label, "marks", (row.marks, rebuilt), remark=remark)
        if row.marks != row.total:
            remark = f"the row is printed with {counted(row.marks, 'mark')} and the total {row.total}"
        yield _check(table, label, "total", (row.total, rebuilt), row.marks, remark)
    marks_sum, total_sum = sum(row.marks for row in printed), sum(row.total for row in printed)
    remark = (
        f"the print has {counted(marks_sum, 'mark')}, but its totals sum to {total_sum}"
        if marks_sum != total_sum
        else ""
    )
    yield _check(ALL_MATRICES, "all rows", "sum of totals", (total_sum, rebuilt_sum), marks_sum, remark)
    domains = {row.domain for row in printed}
    for (domain, _), code in codes.items():
        if domain in domains:
            yield _check(domain, code, "marks", (None, marks[domain, code]), remark="the print does not have this row")


def verify_sample(
    printed: Sequence[PrintedCategory],
    counts: Iterable[SampleCount],
    groups: Sequence[Group],
    variables: Sequence[SampleVariable],
    compare: Compare,
) -> Iterator[PublishedCheck]:
    """Compare participants per group, and the percentages of each variable of the sample."""
    rebuilt = {(count.variable, fold(count.category)): count.participants for count in counts}
    tables: dict[str, dict[str, PrintedCategory]] = {}
    for row in printed:
        tables.setdefault(row.table, {})[row.category] = row
    named = [_PARTICIPANTS_TABLE.format(word) for word in (compare.id, GROUP)]
    table = next((name for name in named if name in tables), named[0])
    codes = [group.code for group in groups]
    for code, (number, count) in _with_printed(tables.pop(table, {}), codes, compare.one, rebuilt):
        yield _check(table, code, "participants", (number, count))
    for variable in variables:
        if variable.printed_as in tables:
            total = sum(rebuilt[compare.one, fold(code)] for code in codes)
            yield from _percentages(variable, tables.pop(variable.printed_as), rebuilt, total)
    for row in (row for rows in tables.values() for row in rows.values()):
        remark = "no variable of the sample names the table of this row under `printed_as`"
        yield _check(UNKNOWN_TABLE, row.place, "", (row.number, 0), remark=remark)


def _with_printed(
    printed: Mapping[str, PrintedCategory], categories: Sequence[str], variable: str, rebuilt: _Counts
) -> Iterator[tuple[str, tuple[int | None, int]]]:
    """Each category with its printed number, if any, and its rebuilt count; one that the study has not by its place."""
    numbers = {fold(category): row.number for category, row in printed.items()}
    for category in categories:
        yield category, (numbers.get(fold(category)), rebuilt.get((variable, fold(category)), 0))
    listed = {fold(category) for category in categories}
    for row in (row for category, row in printed.items() if fold(category) not in listed):
        yield row.place, (row.number, rebuilt.get((variable, fold(row.category)), 0))


def _percentages(
    variable: SampleVariable, printed: Mapping[str, PrintedCategory], rebuilt: _Counts, total: int
) -> Iterator[PublishedCheck]:
    table = variable.printed_as
    for category, (number, count) in _with_printed(printed, variable.categories, variable.id, rebuilt):
        remark = f"{count} of {counted(total, 'participant')}"
        yield _check(table, category, "percent", (number, _percent(count, total)), remark=remark)
    implied = sum(_implied_count(row.number, total) for row in printed.values())
    counts = f"{implied} of {counted(total, 'participant')}"
    remark = f"the printed categories sum to {sum(row.number for row in printed.values())} %, which is {counts}"
    yield _check(table, "all categories", "participants", (implied, total), total, remark)


def _percent(count: int, total: int) -> int:
    """Whole per cent; halves are rounded up, as in print."""
    return (200 * count + total) // (2 * total)


def _implied_count(percent: int, total: int) -> int:
    """The count behind a printed percentage: the nearest whole number."""
    return (2 * percent * total + 100) // 200
