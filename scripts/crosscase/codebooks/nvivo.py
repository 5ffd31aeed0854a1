"""NVivo: the codebook as a table, `Name`, `Description`, `Files` and `References`; levels are indented by spaces.

Source: headings and spaces as a published script reads them. A hierarchy that is shown by the format of the cells
alone is not seen: the codes then all stand at the root, which the import says.
"""

from collections.abc import Iterator

from crosscase.codebooks.listed import CodePath, ListedCode, Source
from crosscase.messages.errors import unreadable
from crosscase.readers.look import Likeness, Look
from crosscase.spreadsheets import spreadsheet


def recognise(look: Look) -> Likeness:
    """A table with the headings; `Files` was `Sources` before NVivo 12."""
    alike = look.has_headings(["Name"], ["Description"], ["Files", "Sources"], ["References"])
    return Likeness(1.0, "it has the headings of NVivo's codebook") if alike else Likeness()


def read(source: Source) -> Iterator[ListedCode]:
    """Yield the codes in the order of the rows. Raises ReadError where an indentation fits no row above."""
    sheet = spreadsheet.read(source.path, limits=source.limits)
    name, description = sheet.require("Name"), sheet.require("Description")
    above: list[tuple[int, CodePath]] = []  # how far indented, and the path, of the rows that the next may lie below
    for record in sheet.records:
        label = record.fields[name]
        indent = len(label) - len(label.lstrip())
        back = above[-1][0] if above else indent
        while above and above[-1][0] >= indent:
            back = above.pop()[0]
        if back > indent:
            what = "its name is indented like no row that it could lie beside"
            raise unreadable(source.path, what, "Correct the spaces before it.", record.locator)
        path = (*(above[-1][1] if above else ()), label)
        above.append((indent, path))
        yield ListedCode(path, record.fields[description], None, record.locator)
