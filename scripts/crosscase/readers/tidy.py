"""Tidy tables: one row a coding, the columns named in `study.yaml`."""

from collections.abc import Iterator

from crosscase import spreadsheets
from crosscase.readers.raw import RawCoding, Remarks, unreadable
from crosscase.study import ExportSettings

SEPARATOR = " > "


def read(path: str, settings: ExportSettings, remark: Remarks) -> Iterator[RawCoding]:
    """Yield the codings of a table by the column mapping of its settings."""
    sheet = spreadsheets.read(path)
    heading = {role: sheet.require(name) for role, name in settings.columns.items()}
    separator = settings.separator or SEPARATOR
    for record in sheet.records:
        field = {role: record.fields[name] for role, name in heading.items()}
        yield RawCoding(
            locator=record.locator,
            document=field["document"],
            code_path=tuple(field["code"].split(separator)),
            text=field.get("text"),
            start=_offset(path, record.locator, heading.get("start"), field.get("start")),
            end=_offset(path, record.locator, heading.get("end"), field.get("end")),
            coder=field.get("coder") or None,
            document_groups=(field["document_group"],) if field.get("document_group") else (),
            variables={name: value for name, value in record.fields.items() if value},
        )


def _offset(path: str, locator: str, heading: str | None, value: str | None) -> int | None:
    if not value:
        return None
    if not value.isdecimal():
        raise unreadable(path, f"the column {heading!r} holds no whole number", "Correct it.", locator)
    return int(value)
