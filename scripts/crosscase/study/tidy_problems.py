"""What is wrong with what study.yaml says of an export that is a plain table."""

from collections.abc import Iterator

from crosscase.messages.errors import Problem
from crosscase.messages.wording import agree, joined
from crosscase.study.facts import CONFIG, ExportSettings


def find(place: str, export: ExportSettings) -> Iterator[Problem]:
    """Keys that need the format `tidy`, and those that it needs; `place` is that of the export."""
    described = bool(export.columns or export.code_columns or export.codes_in_cell)
    if export.format != "tidy" and described:
        given = [key for key in ("columns", "code_columns", "codes_in_cell") if getattr(export, key)]
        what = f"{joined(map(repr, given))} {agree(len(given), 'needs', 'need')} the format 'tidy'"
        yield Problem(CONFIG, place, what, "Write `format: tidy` if it is a plain table, otherwise remove the key.")
    elif export.format == "tidy" and "document" not in export.columns:
        yield Problem(
            CONFIG, place, "the format 'tidy' needs 'columns'", "Write `columns: {document: …, code: …, text: …}`."
        )
    elif export.format == "tidy" and ("code" in export.columns) == bool(export.code_columns):
        what = "a table has either a column of codes (columns.code) or a column for each code (code_columns)"
        yield Problem(CONFIG, place, what, "Give one of them.")
