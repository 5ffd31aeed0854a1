"""Write what NVivo exports of the codes of a project: reports of one code each, and a matrix of counts.

NVivo merges what two coders coded alike: a reference is a passage, whoever coded it.
"""

import datetime
import html
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

import xlsxwriter  # type: ignore[import-untyped,unused-ignore]

from tests.reconstruction.project import CodePath, Document, Project

Kind = Literal["txt", "docx", "html"]

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
WHEN = (2020, 1, 1, 12, 0, 0)


def report(project: Project, code: CodePath, kind: Kind, root: str = "Files", encoding: str = "utf-8-sig") -> bytes:
    """Give the report of a code; ``encoding`` is that of text and HTML."""
    lines = list(_lines(project, code, root))
    if kind == "docx":
        return _document(lines)
    if kind == "html":
        body = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines)
        return f"<html><head><title>{html.escape(code[-1])}</title></head>\n<body>{body}</body></html>".encode(encoding)
    return "".join(f"{line}\r\n" for line in lines).encode(encoding)


def write_archive(project: Project, path: Path, kind: Kind) -> None:
    """Write the reports of all codes, each in the folder of the code above it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("__MACOSX/._x", WHEN), b"\0")
        for code in project.code_paths():
            archive.writestr(zipfile.ZipInfo(f"{'/'.join(code)}.{kind}", WHEN), report(project, code, kind))


def write_matrix(project: Project, path: Path, *, sparse: bool = False) -> None:
    """Write codes by documents; ``sparse`` leaves out the rows without a reference."""
    book = xlsxwriter.Workbook(str(path))
    book.set_properties({"created": datetime.datetime(2020, 1, 1)})
    sheet = book.add_worksheet("Sheet1")
    for column, document in enumerate(project.documents):
        sheet.write_string(0, column + 1, f"{_letters(column)} : {document.name}")
    row = 1
    for number, code in enumerate(project.code_paths(), start=1):
        counts = [len(references(project, document, code)) for document in project.documents]
        if any(counts) or not sparse:
            sheet.write_string(row, 0, f"{number} : {code[-1]}")
            for column, count in enumerate(counts, start=1):
                sheet.write_number(row, column, count)
            row += 1
    book.close()


def references(project: Project, document: Document, code: CodePath) -> list[str]:
    """Words of the passages of a document that have a code, in the order of the text."""
    spans = {(c.start, c.end) for c in project.codings if c.document == document.name and c.code_path == code}
    return [document.text[start:end] for start, end in sorted(spans)]


def _lines(project: Project, code: CodePath, root: str) -> Iterator[str]:
    for document in project.documents:
        passages = references(project, document, code)
        if passages:
            path = "\\\\".join([root, *([document.group] if document.group else []), document.name])
            plural = "s" if len(passages) > 1 else ""
            share = 100 * sum(map(len, passages)) / len(document.text)
            yield f"<{path}> - § {len(passages)} reference{plural} coded  [ {share:.2f}% Coverage]"
            for number, passage in enumerate(passages, start=1):
                yield from ("", f"Reference {number} - {100 * len(passage) / len(document.text):.2f}% Coverage", "")
                yield from passage.split("\n")
            yield ""


def _document(lines: list[str]) -> bytes:
    paragraphs = "".join(
        f'<w:p><w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr><w:r><w:t>{escape(line)}</w:t></w:r></w:p>'
        for line in lines
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml", WHEN), f'<Types xmlns="{TYPES}"/>')
        body = f'<w:document xmlns:w="{WORD}"><w:body>{paragraphs}</w:body></w:document>'
        archive.writestr(zipfile.ZipInfo("word/document.xml", WHEN), f'<?xml version="1.0" encoding="UTF-8"?>{body}')
    return stream.getvalue()


def _letters(number: int) -> str:
    """A, B, …, Z, AA, … for 0, 1, …"""
    above, last = divmod(number, 26)
    return (_letters(above - 1) if above else "") + chr(ord("A") + last)
