"""A domain's codes against the study's countries: what every table and heatmap shows.

1. The codes of the domain stand in the codebook's order, each under its parent.
2. A code that is not to be coded stands there only to hold others, and has no cells.
3. The total of a row is the number of countries in which the code is present, as in the print.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crosscase.messages.errors import Problem, StudyError
from crosscase.storage.schemas import Cell, CodebookEntry, State
from crosscase.study.facts import CONFIG, Domain, Group, NotCoded

# What the states mean, in the words of every legend. ASSUME: see `cells`, rule 3.
MEANINGS: dict[str, str] = {
    State.PRESENT: "at least one participant of the country raised it",
    State.ABSENT: "coded, and no participant of the country raised it",
    State.NOT_CODED: "the country's material was not coded for this domain",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A code in all countries."""

    code: str
    label: str
    level: int  # 0: directly under the domain
    cells: list[Cell]  # in the order of the countries; empty: the code only holds others

    @property
    def total(self) -> int:
        """Number of countries in which the code is present."""
        return sum(cell.state == State.PRESENT for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The codes of a domain, one row each, against the countries."""

    domain: Domain
    groups: list[Group]
    rows: list[Row]

    @property
    def coded_rows(self) -> list[Row]:
        """The rows that have cells."""
        return [row for row in self.rows if row.cells]


def build(cells: Iterable[Cell], codebook: Sequence[CodebookEntry], groups: Sequence[Group], domain: Domain) -> Matrix:
    """The matrix of one domain. Cells of other domains are passed over.

    Raises StudyError where the domain has no code to show, KeyError where a code has no cell for a country.
    """
    found = {(cell.code, cell.group): cell for cell in cells if cell.domain == domain.id}
    entries = [entry for entry in codebook if entry.domain == domain.id]
    if not any(entry.codable for entry in entries):
        what = f"the domain {domain.id!r} has no code that can be coded"
        raise StudyError(Problem(CONFIG, "domains", what, "Add one to the codebook, or take the domain away."))
    rows = [
        Row(
            entry.code,
            entry.label,
            len(entry.path) - 1,
            [found[entry.code, group.code] for group in groups] if entry.codable else [],
        )
        for entry in in_order(entries, "")
    ]
    return Matrix(domain, list(groups), rows)


def gaps(matrix: Matrix, not_coded: Iterable[NotCoded]) -> list[str]:
    """A note for each country whose material was not coded for the matrix' domain, with the reason."""
    names = {group.code: f"{group.name} ({group.code})" for group in matrix.groups}
    here = [gap for gap in not_coded if gap.domain == matrix.domain.id and gap.group in names]
    return [f"Not coded for “{matrix.domain.title}”: {names[gap.group]}. {gap.reason}".strip() for gap in here]


def in_order(entries: Sequence[CodebookEntry], parent: str) -> Iterator[CodebookEntry]:
    """The codes below a parent, depth first; of those not to be coded only the ones that hold others."""
    # ASSUME: a nested code is read under its parent, whatever the codebook's order says of other families.
    for entry in entries:
        if entry.parent == parent:
            below = list(in_order(entries, entry.code))
            if entry.codable or below:
                yield entry
                yield from below
