"""NVivo: the codebook as a table, `Name`, `Description`, `Files` and `References`; levels are indented by spaces.

Source: a published script that reads the headings and spaces. A hierarchy that only the format of the cells shows
is not recognised: all codes are then at the root, which the import reports.
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
    """Yield the codes in the order of the rows. Raises ReadError if an indentation fits no row above."""
    sheet = spreadsheet.read(source.path, limits=source.limits)
    name, description = sheet.require("Name"), sheet.require("Description")
    above: list[tuple[int, CodePath]] = []  # indentation and path of the rows that can be parents of the next
    for record in sheet.records:
        label = record.fields[name]
        indent = len(label) - len(label.lstrip())
        back = above[-1][0] if above else indent
        while above and above[-1][0] >= indent:
            back = above.pop()[0]
        if back > indent:
            what = "the indentation of its name does not match a row above"
            raise unreadable(source.path, what, "Correct the spaces before the name.", record.locator)
        path = (*(above[-1][1] if above else ()), label)
        above.append((indent, path))
        yield ListedCode(path, record.fields[description], None, record.locator)
