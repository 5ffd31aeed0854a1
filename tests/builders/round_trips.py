"""Invented projects of any content, and what a reader gives back of what a writer wrote."""

from collections import Counter
from pathlib import Path

from hypothesis import strategies as st

from crosscase.readers import export_formats
from crosscase.readers.raw import Export, RawCoding
from crosscase.storage.text_form import nfc
from crosscase.study.facts import ExportSettings
from tests.reconstruction.project import Coding, Document, Project

MAXQDA, REFI = ExportSettings("", "maxqda"), ExportSettings("", "refi_qda")
WORDS = st.text("abč Ωß,;\"'|<&>😀\n", min_size=1, max_size=30).filter(lambda text: text.strip())
CODES = st.tuples(st.sampled_from(["Barriers", "A, b"]), st.sampled_from(["x/y", 'Say "no"', "Ελλάς"]))


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Small projects: words in one to three documents, coded here and there by two coders."""
    texts = draw(st.lists(WORDS, min_size=1, max_size=3))
    documents = [Document(f"Interview {number}.docx", nfc(text)) for number, text in enumerate(texts)]
    codings = []
    for document in documents:
        edges = st.integers(0, len(document.text))
        for _ in range(draw(st.integers(0, 3))):
            start, end = sorted((draw(edges), draw(edges)))
            if document.text[start:end].strip():
                codings.append(Coding(document.name, draw(CODES), draw(st.sampled_from(["JN", "ŠK"])), start, end))
    return Project("round trip", tuple(documents), tuple(codings))


def read(path: Path, how: ExportSettings) -> list[RawCoding]:
    return list(export_formats.read(Export(str(path), how)))


def squeezed(text: str | None) -> str:
    return " ".join((text or "").split())


def wanted(project: Project, levels: int, coders: bool = True) -> Counter[tuple[object, ...]]:
    """The codings of a project as a tool tells them: document, code, coder, words."""
    return Counter(
        (c.document, c.code_path[-levels:], c.coder if coders else None, squeezed(project.text_of(c)))
        for c in project.codings
    )


def found(codings: list[RawCoding]) -> Counter[tuple[object, ...]]:
    return Counter((c.document, c.code_path, c.coder, squeezed(c.text)) for c in codings)
