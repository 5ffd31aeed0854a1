r"""NVivo: the report of one code, exported or copied as text (UTF-8 or UTF-16), Word document or HTML.

1. A report has one code, which only the name of the file states. An export is one such file or a zip
   archive of them, in which folders are the levels above; `separator` in `study.yaml` separates further levels
   in a file's name. An empty file in an archive is a code that was never used.
2. A document's part begins with `<Files\\Folder\\Document> - § 2 references coded [6.78% Coverage]`; the
   last part of the path is the document, the folders above it are its groups.
3. A reference begins with `Reference 1 - 5.80% Coverage`; its text is all lines until the next. Only
   the next number in order is a heading, so that an interview may mention a reference. If there are fewer
   references than announced, the file is cut off.
4. References to regions of a PDF (`Page 1 : (136,153) - (502,293)`) have no text.
5. NVivo exports no place in the document: `start` and `end` are the number of the reference, so that equal
   text in two references remains two segments.

Sources: two published scripts that read such reports. Inferred: `Internals` in NVivo 11 and before, decimal
commas in the language of the system, one or two backslashes. The coder is not exported.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from crosscase.messages.errors import unreadable
from crosscase.readers import report_lines
from crosscase.readers.code_paths import split_levels
from crosscase.readers.look import Likeness, Look
from crosscase.readers.raw import Export, RawCoding
from crosscase.storage import zip_files
from crosscase.storage.text_form import nfc

_DOCUMENT = re.compile(
    r"<?(?:Files|Internals|Externals|Documents)\\{1,2}(?P<path>.+?)>?\s*-\s*§\s*(?P<count>\d{1,6})\s+references?\s+"
    r"coded\s*\[\s*[\d.,]+\s*%\s*Coverage\s*\]"
)
_REFERENCE = re.compile(r"Reference\s+(?P<number>\d{1,6})\s*-\s*[\d.,]+\s*%\s*Coverage\b\s*(?P<rest>.*)")
_REGION = re.compile(r"Page\s+\d+\s*:\s*\(\d+,\s*\d+\)\s*-\s*\(\d+,\s*\d+\)")
_LONGEST_HEADING = 2000  # characters; a longer line is part of an interview
_SUFFIXES = (".txt", ".docx", ".htm", ".html")
_ZIP, _WORKBOOK = b"PK", "xl/workbook.xml"


@dataclass(slots=True)
class _Document:
    """One document of a report: its path, the announced number of references, and their lines."""

    path: list[str]
    announced: int
    references: list[list[str]] = field(default_factory=list)


def recognise(look: Look) -> Likeness:
    """A text that begins like a report. The content of a Word document or an archive is not examined."""
    if look.has_line(r"(^|>)\s*(<|&lt;)?(Files|Internals|Externals|Documents)\\.*(§|&sect;|&#167;)\s*\d+\s+reference"):
        return Likeness(1.0, "it begins like NVivo's reports")
    names = [name for name in look.members if _is_report(name) and not name.endswith("/")]
    if report_lines.is_document(names):
        return Likeness(0.4, "it is a Word document, as NVivo's reports may be")
    reports = bool(names) and all(PurePosixPath(name).suffix.lower() in _SUFFIXES for name in names)
    return Likeness(0.4, "it is an archive of texts, as NVivo's reports may be") if reports else Likeness()


def read(export: Export) -> Iterator[RawCoding]:
    """Yield a coding for each reference of one report, or of all reports in an archive."""
    export.notes.tool = "NVivo"
    content = Path(export.path).read_bytes()
    if content.startswith(_ZIP):
        what = "a Word document or an archive of reports"
        with zip_files.opened(export.path, what, export.limits) as archive:
            if _WORKBOOK in archive.names:
                raise unreadable(export.path, "it is a workbook", "Correct its format in config/study.yaml.")
            if not report_lines.is_document(archive.names):
                for number, name in enumerate(filter(_is_report, archive.names), 1):
                    path = PurePosixPath(nfc(name))
                    content = archive.read(name)
                    export.notes.code_paths.add(_code_path(export, path.parent.parts, _code_name(path)))
                    if content.strip(b"\xef\xbb\xbf\xff\xfe\0 \r\n"):
                        yield from _codings(export, content, path.parent.parts, _code_name(path), f"file {number}")
                return
    yield from _codings(export, content, (), _code_name(PurePosixPath(nfc(export.path))), "")


def _code_name(path: PurePosixPath) -> str:
    """The name of a report's code; what stands behind a dot belongs to it if it is no ending of a report."""
    return path.stem if path.suffix.lower() in _SUFFIXES else path.name


def _is_report(name: str) -> bool:
    """Whether a file in an archive is a report and not a hidden file of the operating system."""
    path = PurePosixPath(name)
    return not path.name.startswith(".") and path.parts[0] != "__MACOSX" and path.name.casefold() != "thumbs.db"


def _codings(export: Export, content: bytes, above: tuple[str, ...], name: str, file: str) -> Iterator[RawCoding]:
    code_path = _code_path(export, above, name)
    documents = _documents(report_lines.lines(export.path, content, export.limits, file))
    if not documents:
        raise unreadable(export.path, "it is not a report of one code", place=file)
    for number, document in enumerate(documents, 1):
        place = f"document {number}" + (f" in {file}" if file else "")
        if len(document.references) < document.announced:
            what = "it has fewer references than it announces: the file is damaged"
            raise unreadable(export.path, what, place=place)
        for ordinal, passage in enumerate(document.references, 1):
            yield RawCoding(
                locator=f"reference {ordinal} of {place}",
                document=document.path[-1],
                code_path=code_path,
                text=_words(passage),
                start=ordinal,
                end=ordinal,
                document_groups=tuple(document.path[:-1]),
                document_id="/".join(document.path[:-1]),
            )


def _code_path(export: Export, above: tuple[str, ...], name: str) -> tuple[str, ...]:
    return (*above, *split_levels((name,), export.settings.separator))


def _documents(lines: list[str]) -> list[_Document]:
    documents: list[_Document] = []
    for line in lines:
        short = len(line) <= _LONGEST_HEADING
        if short and (heading := _DOCUMENT.fullmatch(line)):
            documents.append(_Document(re.split(r"\\+", heading["path"]), int(heading["count"])))
        elif documents and (reference := _reference(line, documents[-1])):
            documents[-1].references.append([reference["rest"]])
        elif documents and documents[-1].references:
            documents[-1].references[-1].append(line)
    return documents


def _reference(line: str, document: _Document) -> re.Match[str] | None:
    match = _REFERENCE.fullmatch(line)
    following = len(document.references) + 1
    return match if match and following == int(match["number"]) <= document.announced else None


def _words(passage: list[str]) -> str | None:
    filled = [line for line in passage if line]
    if filled and all(map(_REGION.fullmatch, filled)):
        return None
    return "\n".join(passage).strip()
