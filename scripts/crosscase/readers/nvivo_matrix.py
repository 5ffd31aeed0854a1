r"""NVivo: the result of a matrix coding query, XLSX: codes in rows, cases or documents in columns.

1. The first row has the headings of the columns, `A : Interview 1`; the first column those of the rows,
   `1 : Barriers`. NVivo adds number and letter, the rest is the name. Rows without counts may be missing.
2. A cell counts the references of the document that have the code. A count of 3 becomes three codings
   without text. Their `start` and `end` are the ordinal of the reference, 1 to 3: NVivo exports no other
   place, and they must remain three segments.
3. [inferred] `Case classification:attribute = value` in the heading of a column is a variable.
4. [inferred] A row's name may be a path, `Codes\\Parent\\Child` or `Nodes\\...`; otherwise `separator` in
   `study.yaml` separates its levels.

Source: three real files, one with missing rows.
"""

import re
from collections.abc import Iterator

from crosscase.messages.errors import ReadError, unreadable
from crosscase.readers.code_paths import split_levels
from crosscase.readers.columns import table
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import Export, RawCoding

_COLUMN = re.compile(r"\s*(?P<letter>[A-Z]+)\s*:\s*(?P<name>.*\S)\s*", re.DOTALL)
_ROW = re.compile(r"\s*\d+\s*:\s*(?P<name>.*\S)\s*", re.DOTALL)
_ATTRIBUTE = re.compile(r"[^:]+:(?P<name>[^=]+?)\s*=\s*(?P<value>.+)", re.DOTALL)
_ROOT = re.compile(r"(?:Codes|Nodes)\\+")
_LARGEST = 99_999  # references of one code in one document


def recognise(look: Look) -> Likeness:
    """All columns but the first begin with a letter and a colon, and the first has no heading."""
    heads = look.headings - {""}
    alike = "" in look.headings and bool(heads) and all(_COLUMN.fullmatch(head.upper()) for head in heads)
    return Likeness(1.0, "its columns are numbered like those of NVivo's matrices") if alike else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield as many codings as each cell counts."""
    sheet = table(export)
    export.notes.tool = "NVivo"
    columns = {heading: match for heading in sheet.header[1:] if (match := _COLUMN.fullmatch(heading))}
    if not columns or len(columns) < len(sheet.header) - 1:
        raise _not_a_matrix(export, sheet.place(sheet.header_row))
    export.notes.documents.update(column["name"] for column in columns.values())
    export.notes.variables = {name for column in columns.values() for name in _variables(column["name"])}
    for record in sheet.records:
        row = _ROW.fullmatch(record.fields[sheet.header[0]])
        if row is None:
            raise _not_a_matrix(export, record.locator)
        export.notes.code_paths.add(_path(row["name"], export.settings.separator))
        for number, (heading, column) in enumerate(columns.items(), 2):
            place = f"{record.locator}, column {number}"
            count = _count(record.fields[heading], export, place)
            for ordinal in range(1, count + 1):
                yield RawCoding(
                    locator=f"{place}, {ordinal} of {count}",
                    document=column["name"],
                    code_path=_path(row["name"], export.settings.separator),
                    start=ordinal,
                    end=ordinal,
                    distinguished_by=str(ordinal),
                    variables=_variables(column["name"]),
                    document_id=column["letter"],
                )


def _not_a_matrix(export: Export, place: str) -> ReadError:
    what = "it is not a matrix of codes ('1 : ...') by documents ('A : ...')"
    remedy = "Export the result of a matrix coding query with codes in its rows, or correct the format."
    return unreadable(export.path, what, remedy, place)


def _count(cell: str, export: Export, place: str) -> int:
    if not cell.strip():
        return 0
    if not re.fullmatch(r"\d{1,9}", cell.strip()) or int(cell) > _LARGEST:
        remedy = "Show coding references in the matrix and export it again."
        raise unreadable(export.path, "a cell is not a number of references", remedy, place)
    return int(cell)


def _path(name: str, separator: str | None) -> tuple[str, ...]:
    if separator:
        return split_levels((name,), separator)
    return tuple(re.split(r"\\+", _ROOT.sub("", name, count=1))) if _ROOT.match(name) else (name,)


def _variables(head: str) -> dict[str, str]:
    attribute = _ATTRIBUTE.fullmatch(head)
    return {attribute["name"].strip(): attribute["value"].strip()} if attribute else {}
