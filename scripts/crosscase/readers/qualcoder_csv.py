"""QualCoder: the report of coded segments, CSV or XLSX; one row for each coding.

1. Headings are `File` (by case: `Case`, `Filename`; before 2025 `File/case`), `Coder`, `Coded`, `Id`,
   `Codename`, `Coded_Memo`, then `Category` for each level of the deepest code, nearest category first,
   then `FileVar_...` and `CaseVar_...`. Older workbooks lack `Id` or `Coded_Memo`.
2. In XLSX every column is under its heading. In CSV a code of fewer levels has a shorter row,
   so that its variables are under the wrong headings: they are counted from the end of the row.
3. QualCoder quotes every field of a CSV. A file whose first field is not quoted was saved by another
   program, which may have filled up short rows. A row that ends in an empty field is then an error if
   there are categories and variables, because nothing shows where the variables begin.
4. By case, a coding has a row for each of its cases. The rows have the same `Id` and are one
   coding. The cases are the groups of its document. Without `Id` they cannot be recognised.
5. `Coded` is `image` or `a/v` if there is no text; if there is an `Id`, the `Id` shows this.
6. Paths of codes and the marks of speakers are as in `qualcoder_database`.

Under `File/case`, a report by case names the case instead of the document. CSV files from before
December 2024 have a column for each code and cannot be read. Source: QualCoder's `report_codes.py` from
2022 to 2026. Inferred: how other programs save short rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from crosscase.messages.errors import unreadable
from crosscase.messages.wording import counted
from crosscase.readers.cases import united
from crosscase.readers.code_paths import levels_of_speaker, split_levels
from crosscase.readers.look import Likeness, Look
from crosscase.readers.qualcoder_database import SPEAKERS, folded_path
from crosscase.readers.raw import Export, RawCoding
from crosscase.spreadsheets import spreadsheet
from crosscase.spreadsheets.spreadsheet import Source, Spreadsheet
from crosscase.storage.text_form import fold

_VARIABLES = ("FileVar_", "CaseVar_")
_MEDIA = {"imid": "image", "avid": "a/v"}
_QUOTED = (b'"', b'\xef\xbb\xbf"')
_WORKBOOK = (b"PK", b"\xd0\xcf")


def recognise(look: Look) -> Likeness:
    """The report has QualCoder's headings."""
    alike = look.has_headings(["File", "Filename", "File/case"], ["Coder"], ["Coded"], ["Codename"])
    return Likeness(1.0, "it has the headings of QualCoder's coded segments") if alike else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield the codings of a report; the rows of one coding by case become one coding."""
    rows = islice(spreadsheet.rows(export.path, export.form, export.limits), export.form.header_row - 1, None)
    export.notes.tool = "QualCoder"
    layout = _Layout.from_header(export, *next(rows, ("row 1", [])))
    export.notes.variables.update(map(_name, layout.variables))
    codings = (layout.coding(locator, row) for locator, row in rows if any(row))
    for coding in _merged_by_id(codings) if layout.by_case else codings:
        if coding.coder == SPEAKERS and not levels_of_speaker(export.settings, coding.code_path):
            export.notes.passed_over["mark of a speaker"] += 1
        else:
            yield coding


def _name(heading: str) -> str:
    return heading.removeprefix(_VARIABLES[0]).removeprefix(_VARIABLES[1])


def _merged_by_id(codings: Iterable[RawCoding]) -> Iterable[RawCoding]:
    """The codings; rows with the same `Id` become one coding."""
    found: dict[str, RawCoding] = {}
    for coding in codings:
        key = coding.distinguished_by if isinstance(coding.distinguished_by, str) else coding.locator
        found[key] = _merged(found[key], coding) if key in found else coding
    return found.values()


def _merged(one: RawCoding, other: RawCoding) -> RawCoding:
    """One coding from its rows in two cases."""
    groups = tuple(dict.fromkeys((*one.document_groups, *other.document_groups)))
    variables = united([*one.variables.items(), *other.variables.items()])
    return one._replace(document_groups=groups, cases=groups, variables=variables)


@dataclass(frozen=True, slots=True)
class _Layout:
    """The fields of a row: `fixed` by heading, then the categories, then the variables."""

    export: Export
    fixed: dict[str, int]
    before: int
    categories: int
    variables: Sequence[str]
    workbook: bool
    quoted: bool

    @staticmethod
    def from_header(export: Export, place: str, header: list[str]) -> "_Layout":
        path = export.path
        while header and not header[-1]:
            header = header[:-1]
        sheet = Spreadsheet(path, header, 1, Source(lambda: iter(())))
        document = sheet.column("Filename") or sheet.require("File", "File/case", "Case")
        names = {"document": document, "coded": sheet.require("Coded"), "code": sheet.require("Codename")}
        fixed = {role: header.index(heading) for role, heading in names.items()}
        for role, name in {"coder": "Coder", "id": "Id", "case": "Case"}.items():
            if (heading := sheet.column(name)) is not None:
                fixed[role] = header.index(heading)
        levels = [number for number, heading in enumerate(header) if fold(heading) == "category"]
        behind = [number for number, heading in enumerate(header) if heading.startswith(_VARIABLES)]
        before = min([*levels, *behind, len(header)])
        if levels != list(range(before, before + len(levels))) or max(fixed.values()) >= before:
            what = "its columns are not in the order that QualCoder gives them"
            raise unreadable(path, what, place=place)
        with Path(path).open("rb") as stream:
            start = stream.read(4)
        workbook, quoted = start.startswith(_WORKBOOK), start.startswith(_QUOTED)
        return _Layout(export, fixed, before, len(levels), header[before + len(levels) :], workbook, quoted)

    @property
    def by_case(self) -> bool:
        """Whether a coding has a row for each of its cases."""
        return "case" in self.fixed and self.fixed["case"] != self.fixed["document"]

    def coding(self, locator: str, row: list[str]) -> RawCoding:
        """The coding of a row."""
        behind = self._behind_the_categories(locator, row)
        levels = [*reversed([name for name in row[self.before : behind] if name]), row[self.fixed["code"]]]
        field = {role: row[place] for role, place in self.fixed.items()}
        identifier = field.get("id", "")
        media = identifier.partition(":")[0] in _MEDIA if identifier else field["coded"] in _MEDIA.values()
        cases = (field["case"],) if self.by_case and field["case"] else ()
        return RawCoding(
            locator=f"{locator}, {identifier}" if identifier else locator,
            document=field["document"],
            code_path=split_levels(folded_path(levels), self.export.settings.separator),
            text=None if media else field["coded"],
            coder=field.get("coder") or None,
            distinguished_by=identifier or tuple(row),
            document_groups=cases,
            variables=united(zip(map(_name, self.variables), row[behind:], strict=False)),
            cases=cases,
        )

    def _behind_the_categories(self, locator: str, row: list[str]) -> int:
        """Where the variables of a row begin."""
        full = self.before + self.categories
        if self.workbook:
            return full
        behind = len(row) - len(self.variables)
        if not self.variables and behind > full and not any(row[full:]):
            return full
        if not self.before <= behind <= full:
            levels = counted(self.categories, "category")
            what = f"it has {counted(len(row), 'field')}, which fit no code of up to {levels}"
            raise unreadable(self.export.path, what, "The file is damaged: export it again.", locator)
        if not self.quoted and self.categories and self.variables and behind == full and not row[-1]:
            what = "another program has saved the report, so the beginning of its variables is not known"
            raise unreadable(
                self.export.path, what, "Export it again from QualCoder, as XLSX or as unchanged CSV.", locator
            )
        return behind
