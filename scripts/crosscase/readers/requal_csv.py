"""requal: the table of segments as CSV; one row for each segment, code and user.

Codes are given by name, without their categories; a code's name is a path if it contains the `separator`
of `study.yaml`. Places are characters as R's `substr` counts them: from 1, the end included.
The numbers of documents distinguish those with the same name, those of segments (`seg_id`) codings of equal words.
R writes `NA` for a user without a name. Older exports have no user name. Sources: requal's `mod_analysis.R`,
`mod_csv_handler.R` and `mod_document_code_utils_document_code.R`. Inferred: a place can be written as R writes large
numbers (1e+05).
"""

import re
from collections.abc import Iterator

from crosscase.messages.errors import unreadable
from crosscase.readers import columns
from crosscase.readers.code_paths import split_levels
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import Export, RawCoding


def recognise(look: Look) -> Likeness:
    """The segments have requal's headings."""
    alike = look.has_headings(*([name] for name in ("doc_name", "doc_id", "code_name", "code_id", "segment_text")))
    return Likeness(1.0, "it has the headings of requal's segments") if alike else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of a table of segments."""
    sheet = columns.table(export)
    export.notes.tool = "requal"
    document, code, words = map(sheet.require, ("doc_name", "code_name", "segment_text"))
    segment, number, start, end, user = map(
        sheet.column, ("seg_id", "doc_id", "segment_start", "segment_end", "user_name")
    )
    columns.note_unread(export, sheet, [document, code, words, *filter(None, (segment, number, start, end, user))])
    variables_of = columns.variables_of_records(export, sheet)
    for record in sheet.records:
        field = record.fields
        coder = field[user] if user else ""
        yield RawCoding(
            locator=record.locator,
            document=field[document],
            code_path=split_levels((field[code],), export.settings.separator),
            text=field[words],
            start=_place(export.path, field[start], record.locator) if start else None,
            end=_place(export.path, field[end], record.locator) if end else None,
            coder=coder if coder not in ("", "NA") else None,
            distinguished_by=field[segment] if segment else None,
            variables=variables_of(field),
            document_id=field[number] if number else "",
        )


def _place(path: str, number: str, locator: str) -> int | None:
    if number in ("", "NA"):
        return None
    if not re.fullmatch(r"\d{1,12}|\d(\.\d+)?e\+0?\d", number):
        raise unreadable(path, "a place in the text is not a whole number", place=locator)
    return int(float(number))
