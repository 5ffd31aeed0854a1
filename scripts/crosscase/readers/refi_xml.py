"""REFI-QDA projects and codebooks as XML: the file, elements by local name, GUIDs in any form, the tree of codes.

Real files have several namespaces, so the namespace is ignored. Source: REFI-QDA 1.5, Project.xsd and
Codebook.xsd.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from crosscase.messages.errors import damaged, unreadable
from crosscase.messages.wording import agree, counted
from crosscase.storage import untrusted_xml, zip_files
from crosscase.storage.limits import Limits
from crosscase.storage.text_form import nfc
from crosscase.storage.zip_files import Archive

_XML = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\0<")
_FALSE = ("false", "0")  # xsd:boolean


@dataclass(frozen=True, slots=True)
class RefiCode:
    """A code of the tree, with the names from the root to it."""

    guid: str
    path: tuple[str, ...]
    definition: str
    codable: bool


@contextmanager
def opened(path: str, what: str, limits: Limits) -> Iterator[tuple[bytes, Archive | None]]:
    """The XML of a file that should be `what`, and the archive that contains it, if there is one.

    In an archive it is the one `*.qde` at its root. Raises ReadError.
    """
    with open(path, "rb") as stream:
        bare = stream.read(4).startswith(_XML)
    if bare:
        yield Path(path).read_bytes(), None
        return
    with zip_files.opened(path, what, limits) as archive:
        found = [name for name in archive.names if name.lower().endswith(".qde") and "/" not in name]
        if len(found) != 1:
            raise unreadable(path, f"it has {counted(len(found), 'project file')} (*.qde) at its root instead of one")
        yield archive.read(found[0]), archive


def parse(path: str, content: bytes, what: str) -> Element:
    """The root of a file that should be `what`. Raises ReadError, also for entities and document types."""
    root = untrusted_xml.root_of(content)
    if root is None:
        raise damaged(path, what)
    return root


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children of an element that have one of these names."""
    return (child for child in element if local(child) in names)


def guid(text: str | None) -> str:
    """A GUID without braces, in lower case: tools write them in any form."""
    return (text or "").strip("{} ").lower()


def targets(element: Element, name: str) -> Iterator[str]:
    """The GUIDs that the children of this name point to."""
    return (guid(child.get("targetGUID")) for child in children(element, name))


def codes(path: str, codebook: Element, limits: Limits) -> list[RefiCode]:
    """The codes below an element, in the file's order.

    Raises ReadError if the tree is too deep or a GUID has two codes."""
    found = list(_codes(path, codebook, (), limits))
    different = {(code.guid, code.path) for code in found if code.guid}
    repeated = [key for key, count in Counter(key for key, _ in different).items() if count > 1]
    if repeated:
        count = len(repeated)
        what = f"{counted(count, 'GUID')} {agree(count, 'is', 'are')} used for more than one code"
        raise unreadable(path, what, "Export it again from the tool with each code only once.", "its codebook")
    return found


def _codes(path: str, element: Element, above: tuple[str, ...], limits: Limits) -> Iterator[RefiCode]:
    if len(above) > limits.code_levels:
        what = f"its codes are nested more than {counted(limits.code_levels, 'level')} deep"
        raise unreadable(
            path, what, "Raise limits.code_levels in config/study.yaml if this is correct.", "its codebook"
        )
    for child in children(element, "Codes", "Code"):
        names = above
        if local(child) == "Code":
            names = (*above, nfc(child.get("name", "")))
            definition = next((nfc(text.text or "") for text in children(child, "Description")), "")
            yield RefiCode(guid(child.get("guid")), names, definition, child.get("isCodable") not in _FALSE)
        yield from _codes(path, child, names, limits)
