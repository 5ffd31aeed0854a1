r"""Dedoose: the export of excerpts, XLSX or CSV.

1. One row for each excerpt and coder: a coder who codes an excerpt of another coder has a separate row.
2. A code has three columns, `Code: Parent\Child Applied`, `... Range` and `... Weight`; the first says
   whether it was applied. A parent is not applied because its child is. Range and weight belong to
   ratings and are not places in the text.
3. `Excerpt Range` is the place in the text, in characters (`1467-1651`, also `Excerpt 12-56`); it may
   be missing.
4. `Codes Applied Combined` has names without their parents and is not read.
5. Other columns (descriptors, or columns added in R) can be used as variables.

Sources: three real exports, one with 88 codes and more than one coder. Inferred: "1" and
"0" may be written for True and False.
"""

import re
from collections.abc import Iterator

from crosscase.messages.errors import unreadable
from crosscase.readers import columns
from crosscase.readers.code_paths import split_levels
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import Export, RawCoding
from crosscase.spreadsheets.spreadsheet import Spreadsheet

SEPARATOR = "\\"
_CODE = re.compile(r"\s*Code:\s*(?P<name>.+?)\s+(?P<what>Applied|Range|Weight)\s*", re.IGNORECASE)
_RANGE = re.compile(r"(?:Excerpt\s+)?(\d{1,12})\s*-\s*(\d{1,12})")
_APPLIED = {"true": True, "1": True, "false": False, "0": False, "": False}


def recognise(look: Look) -> Likeness:
    """An export of excerpts has columns `Code: ... Applied` beside the excerpts."""
    applied = any(_CODE.fullmatch(heading) for heading in look.headings)
    alike = applied and look.has_headings(("Media Title",), ("Excerpt Copy",))
    return Likeness(1.0, "it has the headings of Dedoose's excerpts") if alike else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of a table of excerpts: one for each code applied in each row."""
    sheet = columns.table(export)
    export.notes.tool = "Dedoose"
    document, text = sheet.require("Media Title"), sheet.require("Excerpt Copy")
    coder, place = map(sheet.column, ("Excerpt Creator", "Excerpt Range"))
    codes = _codes(sheet, export)
    export.notes.code_paths.update(path for _, path in codes)
    export.notes.variables -= {heading for heading in sheet.header if _CODE.fullmatch(heading)}
    others = [heading for heading in sheet.header if heading and heading != text and not _CODE.fullmatch(heading)]
    repeating = filter(None, [sheet.column("Codes Applied Combined")])
    read_headings = [*(heading for heading in sheet.header if _CODE.fullmatch(heading)), *repeating]
    columns.note_unread(export, sheet, read_headings)
    for record in sheet.records:
        fields = record.fields
        start, end = _span(fields[place] if place else "")
        variables = {heading: fields[heading] for heading in others if fields[heading]}
        export.notes.documents.add(fields[document])
        if all(_APPLIED.get(fields[heading].strip().casefold()) is False for heading, _ in codes):
            export.notes.without_code.append(record.locator)
        for number, (heading, path) in enumerate(codes, 1):
            applied = _APPLIED.get(fields[heading].strip().casefold())
            if applied is None:
                what = "a cell of a column 'Code: ... Applied' is neither True nor False"
                raise unreadable(export.path, what, place=f"{record.locator}, code {number}")
            if applied:
                yield RawCoding(
                    locator=f"{record.locator}, code {number}",
                    document=fields[document],
                    code_path=path,
                    text=fields[text],
                    start=start,
                    end=end,
                    coder=(fields[coder] or None) if coder else None,
                    distinguished_by=tuple(fields.values()),
                    variables=variables,
                )


def _codes(sheet: Spreadsheet, export: Export) -> list[tuple[str, tuple[str, ...]]]:
    """The column that says whether a code was applied, and the path of the code, for each code."""
    separator = export.settings.separator or SEPARATOR
    found = []
    for heading in sheet.header:
        match = _CODE.fullmatch(heading)
        if match and match["what"].casefold() == "applied":
            found.append((heading, split_levels((match["name"],), separator)))
    if not found:
        remedy = "Export the excerpts with their codes, or correct the format in config/study.yaml."
        place = sheet.place(sheet.header_row)
        raise unreadable(sheet.path, "it has no column 'Code: ... Applied'", remedy, place)
    return found


def _span(text: str) -> tuple[int | None, int | None]:
    match = _RANGE.fullmatch(text.strip())
    return (int(match[1]), int(match[2])) if match else (None, None)
