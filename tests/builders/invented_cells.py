"""Cells of invented studies of any size, for the tests of tables and figures."""

from collections.abc import Sequence
from dataclasses import replace

from crosscase.coding import matrices
from crosscase.coding.matrices import Matrix
from crosscase.storage.schemas import Cell, CodebookEntry
from crosscase.study.facts import Compare, Domain, Group, NotCoded, Study

TITLE = "A study of services"
WARNING = "Synthetic: nobody said this."
DOMAIN = Domain("barriers", "Barriers")
GROUPS = [Group("CZ", "Czech Republic", "CZ"), Group("EL", "Greece", "GR"), Group("NO", "Norway", "NO")]
GAP = NotCoded("NO", "barriers", "The interviews were lost.")
COUNTRIES = Compare("country", "countries")
STUDY = Study(
    id="services",
    title=TITLE,
    synthetic=True,
    synthetic_note=WARNING,
    codebook="codebook.csv",
    register="participants.csv",
    groups=GROUPS,
    domains=[DOMAIN],
    sample=[],
    exports={},
    compare=COUNTRIES,
    not_coded=[GAP],
)
HOSTILE = [
    r"100% of $x_1$ & $y^2$ \cmd {braces} #1 ~ [option] -- <b>bold</b> | 'quoted' \"double\"",
    "Ελλάδα: ανάγκες της οικογένειας, zażółć gęślą jaźń, příliš žluťoučký kůň",
    "services/professionals/authorities/" * 6,
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung",
    "[a label that opens a bracket",
    "A label of many words " * 12,
]


def entry(code: str, label: str, parent: str = "", depth: int = 0, codable: bool = True) -> CodebookEntry:
    """A code of the domain, `depth` levels below it."""
    return CodebookEntry(code, DOMAIN.id, label, "", parent, ["…"] * depth + [label], codable, [])


def cell(code: str, group: str, participants: int | None, interviewed: int = 10) -> Cell:
    """A cell in the state that its number of participants says; None: not coded."""
    state = "not_coded" if participants is None else "present" if participants else "absent"
    segments = None if participants is None else 2 * participants
    return Cell(DOMAIN.id, code, group, state, participants, interviewed, segments)


def small_codebook() -> list[CodebookEntry]:
    """The codes of the small matrix, in an order that must be mended."""
    return [
        entry("money", "Money & means", codable=False),
        entry("time", "Time"),
        entry("funds", "Funds <cut>", "money", 1),
        entry("staff", "Staff", "funds", 2),
        entry("empty", "Holds nothing", codable=False),
    ]


def small() -> Matrix:
    """Three states, three levels, a parent that is not coded, in an order that must be mended."""
    cells = [
        *(cell("time", "CZ", 2), cell("time", "EL", 0), cell("time", "NO", None)),
        *(cell("funds", "NO", None), cell("funds", "EL", 10), cell("funds", "CZ", 1)),
        *(cell("staff", "CZ", 0), cell("staff", "EL", 0), cell("staff", "NO", None)),
    ]
    return matrices.build(cells, small_codebook(), GROUPS, DOMAIN)


def with_unknown() -> Matrix:
    """The small matrix, but of Greece nobody says whether its material was coded."""
    found = small()
    rows = [replace(row, cells=[unknown(one) if one.group == "EL" else one for one in row.cells]) for row in found.rows]
    return replace(found, rows=rows)


def unknown(one: Cell) -> Cell:
    """A cell of which it is unknown whether it was coded."""
    return replace(one, state="unknown", participants=None, segments=None)


def large(
    codes: int, groups: int, labels: Sequence[str] = ("Code",), states: Sequence[int | None] = (7, 0, None, 29)
) -> Matrix:
    """Codes on three levels, each with one of the labels, its cells running through the states."""
    places = [Group(f"{chr(65 + i // 26)}{chr(65 + i % 26)}", f"Country {i}", "XX") for i in range(groups)]
    codebook = [
        entry(f"c{i}", f"{labels[i % len(labels)]} {i}", f"c{i - 1}" if i % 3 else "", i % 3) for i in range(codes)
    ]
    cells = [
        cell(item.code, place.code, states[(row + column) % len(states)], 30)
        for row, item in enumerate(codebook)
        for column, place in enumerate(places)
    ]
    return matrices.build(cells, codebook, places, DOMAIN)
