"""REFI-QDA: a codebook (`.qdc`), or the codebook within a project (`.qdpx`, `.qde`)."""

from pathlib import Path

from crosscase import archives
from crosscase.codebooks.listed import ListedCode
from crosscase.errors import unreadable
from crosscase.limits import DEFAULT
from crosscase.readers import refi_xml

_WHAT = "a REFI-QDA codebook or project"
_STARTS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\0<")


def recognise(path: str) -> bool:
    """An XML file, or an archive with a `*.qde` at its root."""
    head = Path(path).read_bytes()[:4] if Path(path).is_file() else b""
    return head.startswith(_STARTS) or (head.startswith(b"PK") and bool(_inner(path)))


def read(path: str) -> list[ListedCode]:
    """The codes of the tree."""
    content = Path(path).read_bytes()
    if content.startswith(b"PK"):
        with archives.opened(path, _WHAT, DEFAULT) as archive:
            content = archive.read(_inner(path)[0])
    root = refi_xml.parse(path, content, _WHAT)
    book = root if refi_xml.local(root) == "CodeBook" else next(refi_xml.children(root, "CodeBook"), None)
    if book is None:
        raise unreadable(path, f"it is not {_WHAT}: it has no CodeBook")
    return [ListedCode(c.path, c.definition, c.codable, c.guid) for c in refi_xml.codes(path, book, DEFAULT)]


def _inner(path: str) -> list[str]:
    with archives.opened(path, _WHAT, DEFAULT) as archive:
        return [name for name in archive.names if name.lower().endswith(".qde") and "/" not in name]
