"""Codings as passages with several codes, as the tools hold them that code a passage many times."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.reconstruction.project import CodePath, Coding, Document, Project


@dataclass(frozen=True)
class Quotation:
    """One passage that one coder marked, and its codes in order; no code is there twice."""

    document: Document
    start: int
    end: int
    coder: str
    codes: tuple[CodePath, ...]

    @property
    def text(self) -> str:
        """Its words."""
        return self.document.text[self.start : self.end]


def of(project: Project) -> Iterator[Quotation]:
    """Yield the quotations; a coding that its coder made twice is a quotation of its own."""
    grouped: dict[tuple[str, int, int, str, int], list[CodePath]] = {}
    seen: Counter[Coding] = Counter()
    for coding in project.codings:
        key = (coding.document, coding.start, coding.end, coding.coder, seen[coding])
        seen[coding] += 1
        grouped.setdefault(key, []).append(coding.code_path)
    for (document, start, end, coder, _), codes in grouped.items():
        yield Quotation(project.document(document), start, end, coder, tuple(codes))
