"""NVivo: the codebook as XLSX, `Name`, `Description`, `Files`, `References`; what is below a code is indented.

[inferred] A name may also be a path with backslashes; before NVivo 12 `Sources` stands for `Files`.
"""

import re

from crosscase import spreadsheets
from crosscase.codebooks.listed import ListedCode

_ROOT = re.compile(r"(?:Codes|Nodes)\\+")


def recognise(headings: set[str]) -> bool:
    """Names with the number of their references."""
    return {"name", "description", "references"} <= headings


def read(path: str) -> list[ListedCode]:
    """The codes; more white space before a name than before the last one puts it below that."""
    sheet = spreadsheets.read(path)
    name, description = sheet.require("Name"), sheet.require("Description")
    found: list[ListedCode] = []
    above: list[tuple[int, tuple[str, ...]]] = []  # how far the codes on the way down are indented, and their paths
    for record in sheet.records:
        text = record.fields[name]
        label = _ROOT.sub("", text.strip())
        if not label:
            continue
        indent = len(text) - len(text.lstrip())
        while above and above[-1][0] >= indent:
            above.pop()
        code = (*(above[-1][1] if above else ()), *re.split(r"\\+", label))
        above.append((indent, code))
        found.append(ListedCode(code, record.fields[description]))
    return found
