"""A codebook as a tool lists it: codes by their path, with the levels that the file implies."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crosscase.storage.limits import DEFAULT, Limits
from crosscase.storage.text_form import fold
from crosscase.study.facts import Domain

CodePath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The input of a reader: the file, and settings of the study."""

    path: str
    separator: str | None = None  # between the levels in a name; None: that of the tool, if it has one
    limits: Limits = DEFAULT
    domains: Sequence[Domain] = ()
    remarks: list[str] = field(default_factory=list)  # sentences of a reader on what the team must check


@dataclass(frozen=True, slots=True)
class ListedCode:
    """A code, or a level above codes, as the file lists it."""

    path: CodePath  # from the root of the tree to the code
    definition: str
    codable: bool | None  # None: the file does not say
    locator: str
    guid: str = ""
    listed: bool = True  # False: the file names it only as a level above others
    id: str = ""  # id of a code or domain of codebook.csv
    also: CodePath = ()  # its aliases or other names in codebook.csv, or other names in another file
    opposite: str = ""  # id of the code that says the opposite, in codebook.csv


@dataclass(frozen=True, slots=True)
class ListedCodebook:
    """The codes of a file: each path once, parents before children, otherwise in the order of the file."""

    path: str
    format: str
    codes: list[ListedCode]
    repeated: list[tuple[str, str]]  # places of a code, and of its repetition with the same path
    remarks: list[str] = field(default_factory=list)  # of the reader, on what the team must check

    @property
    def count(self) -> int:
        """The number of codes that the file lists."""
        return sum(code.listed for code in self.codes)


def key(path: CodePath) -> CodePath:
    """The form in which paths are compared."""
    return tuple(map(fold, path))


def complete(codes: Iterable[ListedCode]) -> tuple[list[ListedCode], list[tuple[str, str]]]:
    """The codes with the levels above them that are not listed, and the places of those listed twice."""
    found: dict[CodePath, ListedCode] = {}
    repeated = []
    for code in codes:
        for depth in range(1, len(code.path)):
            above = code.path[:depth]
            found.setdefault(key(above), ListedCode(above, "", None, f"above {code.locator}", listed=False))
        first = found.get(key(code.path))
        if first and first.listed:
            repeated.append((first.locator, code.locator))
        else:
            found[key(code.path)] = code  # replaces a level that was implied before it was listed
    return list(found.values()), repeated
