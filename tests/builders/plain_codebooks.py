"""Plain tables, written and read as codebooks."""

from pathlib import Path

from crosscase.codebooks import codebook_formats
from crosscase.codebooks.listed import CodePath, ListedCodebook


def codes(path: Path, *lines: str, separator: str | None = None) -> list[tuple[CodePath, str]]:
    """The codes of a plain table, as paths with what they mean."""
    return [(code.path, code.definition) for code in book(path, *lines, separator=separator).codes]


def book(path: Path, *lines: str, separator: str | None = None) -> ListedCodebook:
    """A plain table with these lines, read as a codebook."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = codebook_formats.read(codebook_formats.source(str(path), separator, None))
    assert found.format == "plain table"
    return found
