"""Writes a changed codebook into its file: only the cells, rows and columns that differ; all else keeps its form."""

import stat
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from crosscase.coding import code_names, codebook
from crosscase.messages.errors import Problem, StudyError
from crosscase.spreadsheets import table_edits, team_lists
from crosscase.spreadsheets.spreadsheet import Record
from crosscase.spreadsheets.table_edits import Edits
from crosscase.spreadsheets.team_lists import TeamList
from crosscase.storage import files
from crosscase.storage.schemas import CodebookEntry
from crosscase.study import list_headings
from crosscase.study.facts import Domain

DECIDE = "decide"  # a column for what a person must decide
_NOTHING: Mapping[str, str] = {}
_BETWEEN = "; "  # values of a person's own columns that come together


def content(
    path: str,
    entries: Sequence[CodebookEntry],
    domains: Sequence[Domain],
    into: str = "",
    decide: Mapping[str, str] = _NOTHING,
    sheet: str | None = None,
) -> bytes:
    """The content of the file when it has these codes, changed, further and without others.

    `into` is the code that takes what removed rows have in columns of a person's own. `decide` has what a person should
    decide, by code. `sheet` is that of a workbook (None: the first). Raises StudyError if the file cannot be written,
    or would not have these codes then.
    """
    former = {entry.code: entry for entry in codebook.read(path, domains, sheet)}
    listed = team_lists.read(path, (), codebook.COLUMNS, words=list_headings.CODEBOOK, sheet=sheet)
    rows = {record.fields["code"]: record for record in listed.records}
    wanted = {entry.code: entry for entry in entries}
    changed: dict[str, dict[str, str]] = {code: {} for code in rows if code in wanted}
    for code, columns in changed.items():
        before, after = _fields(former[code]), _fields(wanted[code])
        columns |= {column: value for column, value in after.items() if value != before[column]}
        named = code_names.named(entries, rows[code].fields.get("opposite", ""))
        if rows[code].fields.get("opposite") and [entry.code for entry in named] != [wanted[code].opposite]:
            columns["opposite"] = after["opposite"]  # it was named as it is not called any more
        columns |= {DECIDE: _together(rows[code].fields.get(DECIDE, ""), decide[code])} if code in decide else {}
    if into:
        gone = [record.fields for code, record in rows.items() if code not in wanted]
        changed[into] |= _own_columns(listed.header, rows[into].fields, gone)
        # What is asked of a code with aliases may be whether these are right. They now belong to the code that stays.
        asked = [fields.get(DECIDE, "") for fields in gone if fields["aliases"]]
        changed[into] |= {DECIDE: _together(rows[into].fields.get(DECIDE, ""), *asked)} if any(asked) else {}
    added = list(_added(listed, [entry for entry in entries if entry.code not in rows], decide))
    made = table_edits.edited(path, _edits(listed, rows, changed, added), sheet)
    _check(path, made, entries, domains, sheet)
    return made


def _edits(
    sheet: TeamList,
    rows: Mapping[str, Record],
    changed: Mapping[str, Mapping[str, str]],
    added: Sequence[Mapping[str, str]],
) -> Edits:
    """The changes of the file: rows that are not among the changed ones go, columns that have a value are added."""
    used = [
        *sheet.header,
        *(column for columns in (*changed.values(), *added) for column in columns if columns[column]),
    ]
    places = table_edits.places(sheet.header, list(dict.fromkeys(used)))
    edits = Edits({(sheet.header_row, place): column for column, place in places.items() if column not in sheet.header})
    for code, record in rows.items():
        row = table_edits.row_of(record.locator)
        if code in changed:
            edits.cells |= {(row, places[column]): value for column, value in changed[code].items()}
        else:
            edits.removed.add(row)
    width = max(places.values()) + 1
    for columns in added:
        by_place = {places[column]: value for column, value in columns.items() if column in places}
        edits.added.append([by_place.get(place, "") for place in range(width)])
    return edits


def _own_columns(header: Sequence[str], fields: Mapping[str, str], gone: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """What a row and those that go have in the columns that are a person's own."""
    own = [column for column in header if column and column not in (*codebook.COLUMNS, DECIDE)]
    together = {column: _together(*(row[column] for row in (fields, *gone))) for column in own}
    return {column: value for column, value in together.items() if value != fields[column]}


def _together(*values: str) -> str:
    """Values as one, each once."""
    return _BETWEEN.join(dict.fromkeys(filter(None, values)))


def write(path: str, made: bytes) -> None:
    """Replace the file with a content."""
    with files.replacing(path, stat.S_IMODE(Path(path).stat().st_mode)) as stream:
        stream.write(made)


def _fields(entry: CodebookEntry) -> dict[str, str]:
    """The columns that a change of the codebook may change."""
    return {
        "label": entry.label,
        "definition": entry.definition,
        "parent": entry.parent,
        "aliases": team_lists.one_cell(entry.aliases),
        "opposite": entry.opposite,
    }


def _added(sheet: TeamList, entries: Sequence[CodebookEntry], decide: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The columns of further codes, below all others, and last in the order of their domain if rows have an order."""
    last: dict[str, int] = {}
    for record in sheet.records:
        if order := team_lists.whole_number(record.fields.get("order", "")):
            last[record.fields["domain"]] = max(order, last.get(record.fields["domain"], 0))
    has_order = bool(last)
    for entry in entries:
        last[entry.domain] = last.get(entry.domain, 0) + 1
        own = {"domain": entry.domain, "code": entry.code, "codable": "yes" if entry.codable else "no"}
        own |= {"order": str(last[entry.domain]) if has_order else "", DECIDE: decide.get(entry.code, "")}
        yield {**_fields(entry), **own}


def _check(
    path: str, made: bytes, entries: Sequence[CodebookEntry], domains: Sequence[Domain], sheet: str | None
) -> None:
    """Raise StudyError unless the content, read again, has exactly these codes."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder) / Path(path).name
        trial.write_bytes(made)
        try:
            found = codebook.read(str(trial), domains, sheet)
        except StudyError as error:
            raise StudyError(Problem(path, p.place, p.what, p.remedy) for p in error.problems) from None
    if {entry.code: entry for entry in found} != {entry.code: entry for entry in entries}:
        what = "it would not hold the codes as they should be, so it was left as it is"
        raise StudyError(Problem(path, "", what, "Write the change into it yourself."))
