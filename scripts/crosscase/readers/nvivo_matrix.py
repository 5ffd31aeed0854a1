r"""NVivo: the result of a matrix coding query, XLSX: codes in rows, cases or documents in columns.

1. The first row heads the columns, `A : Interview 1`; the first column heads the rows, `1 : Barriers`.
   Number and letter are NVivo's, the rest is the name. Rows without counts may be missing.
2. A cell says how many references of the document have the code. A count of 3 becomes three codings
   without words. Their `start` and `end` are the ordinal of the reference, 1 to 3: NVivo says no more of
   the place, and they have to stay three segments.
3. [inferred] `Case classification:attribute = value` in the head of a column is a variable.
4. [inferred] A row's name may be a path, `Codes\\Parent\\Child` or `Nodes\\...`; else `separator` in
   `study.yaml` says how its levels are parted.

Source: three real files, one of which has rows missing.
"""

import re
from collections.abc import Iterator

from crosscase.messages.errors import ReadError, unreadable
from crosscase.readers.columns import table
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import Export, RawCoding

_COLUMN = re.compile(r"\s*[A-Z]+\s*:\s*(?P<name>.*\S)\s*", re.DOTALL)
_ROW = re.compile(r"\s*\d+\s*:\s*(?P<name>.*\S)\s*", re.DOTALL)
_ATTRIBUTE = re.compile(r"[^:]+:(?P<name>[^=]+?)\s*=\s*(?P<value>.+)", re.DOTALL)
_ROOT = re.compile(r"(?:Codes|Nodes)\\+")
_LARGEST = 99_999  # references of one code in one document


def recognise(look: Look) -> Likeness:
    """All columns but the first have a letter for a number, and the first has no heading."""
    heads = look.headings - {""}
    alike = "" in look.headings and bool(heads) and all(_COLUMN.fullmatch(head.upper()) for head in heads)
    return Likeness(1.0, "its columns are numbered as those of NVivo's matrices") if alike else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield as many codings as each cell counts."""
    sheet = table(export)
    export.seen.tool = "NVivo"
    columns = {heading: match for heading in sheet.header[1:] if (match := _COLUMN.fullmatch(heading))}
    if not columns or len(columns) < len(sheet.header) - 1:
        raise _no_matrix(export, "row 1")
    export.seen.documents.update(column["name"] for column in columns.values())
    export.seen.variables = {name for column in columns.values() for name in _variables(column["name"])}
    for record in sheet.records:
        row = _ROW.fullmatch(record.fields[sheet.header[0]])
        if row is None:
            raise _no_matrix(export, record.locator)
        export.seen.code_paths.add(_path(row["name"], export.settings.separator))
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
                    told_apart_by=str(ordinal),
                    variables=_variables(column["name"]),
                )


def _no_matrix(export: Export, place: str) -> ReadError:
    what = "it is no matrix of codes ('1 : ...') by documents ('A : ...')"
    remedy = "Export the result of a matrix coding query with codes in its rows, or correct the format."
    return unreadable(export.path, what, remedy, place)


def _count(cell: str, export: Export, place: str) -> int:
    if not cell.strip():
        return 0
    if not re.fullmatch(r"\d{1,9}", cell.strip()) or int(cell) > _LARGEST:
        remedy = "Let the matrix show coding references and export it again."
        raise unreadable(export.path, "a cell holds no number of references", remedy, place)
    return int(cell)


def _path(name: str, separator: str | None) -> tuple[str, ...]:
    if separator:
        return tuple(name.split(separator))
    return tuple(re.split(r"\\+", _ROOT.sub("", name, count=1))) if _ROOT.match(name) else (name,)


def _variables(head: str) -> dict[str, str]:
    attribute = _ATTRIBUTE.fullmatch(head)
    return {attribute["name"].strip(): attribute["value"].strip()} if attribute else {}
