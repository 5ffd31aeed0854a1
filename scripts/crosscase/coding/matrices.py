"""A domain's codes by the study's groups: the content of every domain table and heatmap.

1. The codes of the domain are in the codebook's order, each under its parent.
2. A code that is not codable is only a heading for others and has no cells.
3. The total of a row is the number of groups in which the code is present, as in print. Where a cell is unknown, or
   not everybody was asked and nobody raised the code, it is a range: the code may be present there, too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscase.coding import codebook_version, mark_rules
from crosscase.coding.codebook_version import CodebookVersion
from crosscase.labels.labels import Labels
from crosscase.messages.errors import Problem, StudyError
from crosscase.storage.schemas import Cell, CodebookEntry, State
from crosscase.study.facts import CONFIG, Domain, Group, MarkRule, NotCoded


def meanings(words: Labels, rule: MarkRule) -> dict[str, str]:
    """The meaning of the states, as every legend says it. ASSUME: see `cells`, rule 3."""
    return mark_rules.meanings({state: words(f"meaning_{state}") for state in State}, rule, words)


def other_rules(rules: Mapping[str, MarkRule], words: Labels) -> list[str]:
    """The note on the further rules of the study; none if it states none."""
    listed = "; ".join(f"{name}: {mark_rules.words_for(rule, words)}" for name, rule in rules.items())
    return [words("other_rules", file="results/analysis/rules.csv", rules=listed)] if rules else []


@dataclass(frozen=True, slots=True)
class Row:
    """A code in all groups."""

    code: str
    label: str
    level: int  # 0: directly under the domain
    cells: list[Cell]  # in the order of the groups; empty: the code is only a heading for others

    @property
    def total(self) -> int:
        """Number of groups in which the code is present."""
        return sum(cell.state == State.PRESENT for cell in self.cells)

    @property
    def range(self) -> str:
        """The total as text: a range from the least to the most where the code may be present in further groups."""
        return str(self.total) if self.most == self.total else f"{self.total}–{self.most}"

    @property
    def most(self) -> int:
        """The total if the code were present wherever that is unknown or somebody was not asked."""
        return self.total + sum(map(may_be_present, self.cells))


@dataclass(frozen=True, slots=True)
class Matrix:
    """The codes of a domain, one row each, by group."""

    domain: Domain
    groups: list[Group]
    rows: list[Row]
    remarks: Sequence[str] = ()  # further notes of its table and figures
    codebook: CodebookVersion | None = None

    @property
    def coded_rows(self) -> list[Row]:
        """The rows that have cells."""
        return [row for row in self.rows if row.cells]


def may_be_present(cell: Cell) -> bool:
    """Whether a code that is not present may be so: that is unknown, or somebody was not asked."""
    return cell.state in (State.UNKNOWN, State.NOT_ASKED) or (cell.state == State.ABSENT and bool(cell.not_asked))


def build(cells: Iterable[Cell], codebook: Sequence[CodebookEntry], groups: Sequence[Group], domain: Domain) -> Matrix:
    """The matrix of one domain. Cells of other domains are ignored.

    Raises StudyError if the domain has no codable code, KeyError if a code has no cell for a group.
    """
    found = {(cell.code, cell.group): cell for cell in cells if cell.domain == domain.id}
    entries = [entry for entry in codebook if entry.domain == domain.id]
    if not any(entry.codable for entry in entries):
        what = f"the domain {domain.id!r} has no codable code"
        raise StudyError(Problem(CONFIG, "domains", what, "Add one to the codebook, or remove the domain."))
    rows = [
        Row(
            entry.code,
            entry.label,
            len(entry.path) - 1,
            [found[entry.code, group.code] for group in groups] if entry.codable else [],
        )
        for entry in in_order(entries, "")
    ]
    return Matrix(domain, list(groups), rows, codebook=codebook_version.of(codebook))


def gaps(matrix: Matrix, not_coded: Iterable[NotCoded], words: Labels) -> list[str]:
    """A note for each group whose material was not coded for the domain of the matrix, with the reason.

    Then those that name the groups of which that is not known, and in which not everybody was asked, and the remarks of
    the matrix.
    """
    names = {group.code: name_and_code(group) for group in matrix.groups}
    title = matrix.domain.title
    declared = [gap for gap in not_coded if gap.domain == matrix.domain.id and gap.group in names]
    notes = [f"{words('gap', title=title, group=names[gap.group])} {gap.reason}".strip() for gap in declared]
    unknown = {cell.group for row in matrix.rows for cell in row.cells if cell.state == State.UNKNOWN}
    listed = ", ".join(names[group.code] for group in matrix.groups if group.code in unknown)
    notes += [words("undeclared", title=title, groups=listed)] if listed else []
    asked = {cell.group: exposure_of(cell) for row in matrix.rows for cell in row.cells if cell.not_asked}
    listed = ", ".join(f"{names[group.code]} {asked[group.code]}" for group in matrix.groups if group.code in asked)
    notes += [words("asked_about", title=title, groups=listed)] if listed else []
    return [*notes, *matrix.remarks]


def exposure_of(cell: Cell) -> str:
    """How many of those interviewed were asked."""
    return f"{cell.interviewed}/{cell.interviewed + (cell.not_asked or 0)}"


def interviewed(cells: Iterable[Cell]) -> dict[str, str]:
    """The number of participants of each group who were asked; a range where it differs between domains."""
    found: dict[str, set[int]] = {}
    for cell in cells:
        found.setdefault(cell.group, set()).add(cell.interviewed)
    ends = {group: sorted({min(numbers), max(numbers)}) for group, numbers in found.items()}
    return {group: "–".join(map(str, numbers)) for group, numbers in ends.items()}


def names_of(groups: Iterable[Group]) -> Iterator[str]:
    """The note that says what the codes of the groups stand for; none if they are the names."""
    if named := [f"{group.code}: {group.name}" for group in groups if group.name != group.code]:
        yield ", ".join(named) + "."


def general_notes(matrix: Matrix, words: Labels) -> Iterator[str]:
    """The notes on a whole table or figure: what the codes of the groups stand for, then the codebook."""
    yield from names_of(matrix.groups)
    if matrix.codebook:
        yield matrix.codebook.note(words)


def meaning_of_total(cells: Iterable[Cell]) -> str:
    """The key of the text that says what a total is, for the cells of a table."""
    found = list(cells)
    if any(cell.not_asked for cell in found):
        return "total_asked"
    return "total_range" if any(cell.state == State.UNKNOWN for cell in found) else "total_meaning"


def name_and_code(group: Group) -> str:
    """The name of a group and its code in brackets; the name alone if they are equal."""
    return group.name if group.name == group.code else f"{group.name} ({group.code})"


def in_order(entries: Sequence[CodebookEntry], parent: str) -> Iterator[CodebookEntry]:
    """The codes below a parent, depth first. A code that is not codable is included only if others are below it."""
    # ASSUME: a nested code is shown under its parent, even if the codebook's order puts other codes between them.
    for entry in entries:
        if entry.parent == parent:
            below = list(in_order(entries, entry.code))
            if entry.codable or below:
                yield entry
                yield from below
