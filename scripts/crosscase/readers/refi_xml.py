"""REFI-QDA projects and codebooks as XML: the file, elements by local name, GUIDs in any form, the tree of codes.

Real files have several namespaces, so the namespace is ignored. Source: REFI-QDA 1.5, Project.xsd and
Codebook.xsd.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from crosscase.messages.errors import BeyondLimits, Problem, damaged, unreadable
from crosscase.messages.wording import agree, counted
from crosscase.storage import untrusted_xml, zip_files
from crosscase.storage.limits import Limits
from crosscase.storage.text_form import nfc
from crosscase.storage.zip_files import Archive

_XML = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\0<")
_PIECE = 2**16  # bytes, of which all elements are in memory at once
_FALSE = ("false", "0")  # xsd:boolean


@dataclass(frozen=True, slots=True)
class RefiCode:
    """A code of the tree, with the names from the root to it."""

    guid: str
    path: tuple[str, ...]
    definition: str
    codable: bool


@dataclass(frozen=True, slots=True)
class RefiFile:
    """A file that should be `what`, and the archive that contains its XML, if there is one."""

    path: str
    what: str
    archive: Archive | None
    name: str  # of the XML in the archive

    def ends(self) -> Iterator[Sequence[Element]]:
        """The elements of the XML, as `untrusted_xml.ends` yields them. Raises ReadError if it is damaged."""
        elements = untrusted_xml.ends(self._pieces())
        while True:
            try:
                chain = next(elements)
            except StopIteration:
                return
            except ValueError:
                raise damaged(self.path, self.what) from None
            yield chain

    def _pieces(self) -> Iterator[bytes]:
        if self.archive:
            for piece in self.archive.pieces(self.name):
                yield from (piece[start : start + _PIECE] for start in range(0, len(piece), _PIECE))
            return
        with open(self.path, "rb") as stream:
            while piece := stream.read(_PIECE):
                yield piece


@contextmanager
def opened(path: str, what: str, limits: Limits) -> Iterator[RefiFile]:
    """Open a file that should be `what`. In an archive its XML is the one `*.qde` at the root. Raises ReadError."""
    with open(path, "rb") as stream:
        bare = stream.read(4).startswith(_XML)
    if bare:
        yield RefiFile(path, what, None, "")
        return
    with zip_files.opened(path, what, limits) as archive:
        found = [name for name in archive.names if name.lower().endswith(".qde") and "/" not in name]
        if len(found) != 1:
            raise unreadable(path, f"it has {counted(len(found), 'project file')} (*.qde) at its root instead of one")
        yield RefiFile(path, what, archive, found[0])


def root_of(file: RefiFile, *kept: str, note: Callable[[Sequence[Element]], None] = lambda _: None) -> Element:
    """The root of an XML with these sections of it; of the others nothing stays in memory.

    `note` is called at the end of each element, with the elements from the root to it.
    """
    root = Element("empty")
    for chain in file.ends():
        note(chain)
        root = chain[0]
        if len(chain) > 1 and local(root) == "Project" and local(chain[1]) not in kept:
            untrusted_xml.drop(chain)
    return root


def items(file: RefiFile, section: str) -> Iterator[Element]:
    """The elements of a section of a project, one after the other: only one of them is in memory."""
    for chain in file.ends():
        if len(chain) == 3 and local(chain[1]) == section:
            yield chain[2]
        if len(chain) < 4 or local(chain[1]) != section:
            untrusted_xml.drop(chain)


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
        remedy = "Raise limits.code_levels in config/study.yaml if this is correct."
        raise BeyondLimits(Problem(path, "its codebook", what, remedy))
    for child in children(element, "Codes", "Code"):
        names = above
        if local(child) == "Code":
            names = (*above, nfc(child.get("name", "")))
            definition = next((nfc(text.text or "") for text in children(child, "Description")), "")
            yield RefiCode(guid(child.get("guid")), names, definition, child.get("isCodable") not in _FALSE)
        yield from _codes(path, child, names, limits)
