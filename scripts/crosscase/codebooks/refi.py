"""REFI-QDA: the codebook (`.qdc`), or that of a project (`.qdpx`, or a bare `.qde`).

`refi_xml` reads the tree; code sets are ignored. A separator splits names further, as in the codings of a project.
"""

from collections.abc import Iterator

from crosscase.codebooks.listed import ListedCode, Source
from crosscase.messages.errors import unreadable
from crosscase.readers import refi_qda, refi_xml
from crosscase.readers.code_paths import split_levels
from crosscase.readers.look import Likeness, Look

_WHAT = "a REFI-QDA codebook or project"


def recognise(look: Look) -> Likeness:
    """A codebook file, or a file that is recognised as a project."""
    if look.has_line(r"<(\w+:)?CodeBook\b"):
        return Likeness(1.0, "it is a REFI-QDA codebook file")
    return refi_qda.recognise(look)


def read(source: Source) -> Iterator[ListedCode]:
    """Yield the codes in the order of the tree. Raises ReadError also if a GUID has two codes."""
    with refi_xml.opened(source.path, _WHAT, source.limits) as file:
        root = refi_xml.root_of(file, "CodeBook")
    book = root if refi_xml.local(root) == "CodeBook" else next(refi_xml.children(root, "CodeBook"), None)
    if book is None:
        raise unreadable(source.path, "it has no codebook")
    for number, code in enumerate(refi_xml.codes(source.path, book, source.limits), 1):
        place = f"code {number}" + (f" (GUID {code.guid})" if code.guid else "")
        yield ListedCode(split_levels(code.path, source.separator), code.definition, code.codable, place, code.guid)
