"""The table of the sample by country, as `tables.Table` and as CSV: combinations of few participants are left out."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from crosscase.sample.counts import GROUP
from crosscase.storage.schemas import SampleCell, SampleCount
from crosscase.study.facts import Study
from crosscase.tables.domain_tables import SUPPRESSED, SUPPRESSED_MARK, TOTAL, Entry, Heading, Line, Section, Table

ID = "sample_by_country"
ALL = "All participants"
TIDY = ("variable", "category", "country", "participants", "least", "most")


class SampleByGroup:
    """The protected counts with their totals, which are those of the one-way tables."""

    def __init__(self, cells: Sequence[SampleCell], counts: Sequence[SampleCount], study: Study) -> None:
        self.cells = cells
        self.study = study
        numbers = {(count.variable, count.category): count.participants for count in counts}
        self._of_group = [numbers[GROUP, group.code] for group in study.groups]
        self._of_category = Counter[tuple[str, str]]()
        for variable in study.sample:
            for category, broader in variable.generalised.items():
                self._of_category[variable.id, broader] += numbers[variable.id, category]

    @property
    def size(self) -> int:
        """Number of participants of the study."""
        return sum(self._of_group)

    def rows(self) -> Iterator[tuple[str, str, list[int | None]]]:
        """The variable's title, the category, its count in each country and in all; last, all participants."""
        titles = {variable.id: variable.title for variable in self.study.sample}
        for (variable, category), members in groupby(self.cells, key=lambda cell: (cell.variable, cell.category)):
            shown = [cell.participants for cell in members]
            yield titles[variable], category, [*shown, self._of_category[variable, category]]
        yield ALL, ALL, [*self._of_group, self.size]


def group_table(sample: SampleByGroup) -> Table:
    """Participants by country, a group of rows for each variable."""
    sections = [
        Section("" if title == ALL else title, [_line(title, category, counts) for _, category, counts in members])
        for title, members in groupby(sample.rows(), key=lambda row: row[0])
    ]
    return Table(
        id=ID,
        study=sample.study.title,
        caption=f"Participants by country (N = {sample.size})",
        first="Characteristic",
        headings=[
            *(Heading(group.code, group.name, numeric=True) for group in sample.study.groups),
            Heading(TOTAL, numeric=True),
        ],
        sections=sections,
        notes=list(_notes(sample)),
        warning=sample.study.synthetic_note,
    )


def wide(sample: SampleByGroup) -> tuple[list[str], list[list[str]]]:
    """Header and rows of the CSV file for a manuscript: one row a category, one column a country."""
    header = ["variable", "category", *(group.code for group in sample.study.groups), TOTAL]
    return header, [
        [title, category, *(SUPPRESSED if count is None else str(count) for count in counts)]
        for title, category, counts in sample.rows()
    ]


def tidy(sample: SampleByGroup) -> Iterator[list[str | int | None]]:
    """Rows of the CSV file for a statistics program, columns as `TIDY`; None where a count is suppressed."""
    for cell in sample.cells:
        yield [cell.variable, cell.category, cell.group, cell.participants, cell.least, cell.most]


def _line(title: str, category: str, counts: Sequence[int | None]) -> Line:
    entries = [Entry(SUPPRESSED_MARK, SUPPRESSED) if count is None else Entry(str(count)) for count in counts]
    return Line(category, 0 if title == ALL else 1, entries)


def _notes(sample: SampleByGroup) -> Iterator[str]:
    k = sample.study.k
    if any(cell.participants is None for cell in sample.cells):
        yield f"{SUPPRESSED_MARK}: not shown: fewer than {k} participants, or a number that would give away such a one."
    for variable in sample.study.sample:
        for name, members in variable.broader.items():
            yield f"{name}: {'; '.join(members)}."
    yield ", ".join(f"{group.code}: {group.name}" for group in sample.study.groups) + "."
