"""An invented project and a coding report of NVivo, written by hand."""

from collections.abc import Collection
from pathlib import Path

from crosscase.readers import export_formats
from crosscase.readers.raw import Export, RawCoding
from crosscase.study.facts import ExportSettings
from tests.reconstruction.project import CodePath, Coding, Document, Project

WORDS = "One day. Two days."
PROJECT = Project(
    "p",
    (Document("a.docx", WORDS, group="Greece", variables={"Country": "EL"}), Document("b.docx", WORDS)),
    (
        Coding("a.docx", ("Barriers", "A, b"), "JN", 0, 8),
        Coding("a.docx", ("Barriers", "A, b"), "ŠK", 0, 8),
        Coding("a.docx", ("Barriers", "Time"), "JN", 9, 18),
        Coding("b.docx", ("Barriers", "Time"), "JN", 0, 18),
    ),
)


def read(path: Path, tool: str, code_paths: Collection[CodePath] = (), separator: str | None = None) -> list[RawCoding]:
    how = ExportSettings("", tool, separator=separator)
    codings = list(export_formats.read(Export(str(path), how, code_paths)))
    assert len({coding.locator for coding in codings}) == len(codings)
    return codings


REPORT = (
    "Name: not read\r\n<Internals\\\\Greece\\\\2019\\\\a_1> - § 2 references coded  [ 6,78% Coverage]\r\n\r\n"
    "Reference 1 - 5,80% Coverage\r\n\r\nShe said:\r\nReference 3 - 1% Coverage\r\nor so\r\n\r\n"
    "Reference 2 - 0,98% Coverage\r\n\r\nPage 1 : (136,153) - (502,293)\r\n"
    "Files\\b - § 1 reference coded [1% Coverage]\nReference 1 - 1% Coverage\nyes\n"
)
