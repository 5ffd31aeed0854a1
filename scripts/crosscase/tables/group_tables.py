"""The table of the sample by group, as `domain_tables.Table` and as CSV. Counts of few participants are suppressed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from crosscase.coding import matrices
from crosscase.storage.schemas import SampleCell, SampleCount
from crosscase.study.facts import Compare, Study
from crosscase.study.own_labels import labels_of
from crosscase.study.result_names import sample_by
from crosscase.tables.domain_tables import (
    SUPPRESSED,
    SUPPRESSED_MARK,
    Entry,
    Heading,
    Line,
    Section,
    Table,
    heading_of,
)
from crosscase.tables.sample_tables import several_note


def tidy_head(compare: Compare) -> tuple[str, ...]:
    """The columns of the CSV file for a statistics program, that of the group with the study's word for it."""
    return ("variable", "category", compare.one, "participants", "least", "most")


class SampleByGroup:
    """The protected counts and their totals, which are those of the one-way tables."""

    def __init__(self, cells: Sequence[SampleCell], counts: Sequence[SampleCount], study: Study) -> None:
        self.cells = cells
        self.study = study
        self.words = labels_of(study)
        self.all = self.words("all_participants")
        numbers = {(count.variable, count.category): count.participants for count in counts}
        self._group_sizes = [numbers[study.compare.one, group.code] for group in study.groups]
        self._category_sizes = Counter[tuple[str, str]]()
        for variable in study.sample:
            for category, broader in variable.generalised.items():
                self._category_sizes[variable.id, broader] += numbers[variable.id, category]

    @property
    def size(self) -> int:
        """Number of participants of the study."""
        return sum(self._group_sizes)

    def rows(self) -> Iterator[tuple[str, str, list[int | None]]]:
        """The variable's title, the category, its counts by group and in total. The last row has all participants."""
        titles = {variable.id: variable.title for variable in self.study.sample}
        for (variable, category), members in groupby(self.cells, key=lambda cell: (cell.variable, cell.category)):
            shown = [cell.participants for cell in members]
            yield titles[variable], category, [*shown, self._category_sizes[variable, category]]
        yield self.all, self.all, [*self._group_sizes, self.size]


def group_table(sample: SampleByGroup, in_several: int = 0) -> Table:
    """Participants by group, with a section of rows for each variable. `in_several` as in `sample_table`."""
    words = sample.words
    sections = [
        Section(
            "" if title == sample.all else title,
            [_line(category, 0 if title == sample.all else 1, counts) for _, category, counts in members],
        )
        for title, members in groupby(sample.rows(), key=lambda row: row[0])
    ]
    return Table(
        id=sample_by(sample.study.compare),
        study=sample.study.title,
        caption=words("sample_by_title", number=str(sample.size)),
        first=words("characteristic"),
        headings=[
            *(heading_of(group, numeric=True) for group in sample.study.groups),
            Heading(words("total"), numeric=True),
        ],
        sections=sections,
        notes=[*_notes(sample, several_note(in_several, words))],
        warning=sample.study.synthetic_note,
        words=words,
    )


def wide(sample: SampleByGroup) -> tuple[list[str], list[list[str]]]:
    """Header and rows of the CSV file for a manuscript: one row for each category, one column for each group."""
    words = sample.words
    codes = [group.code for group in sample.study.groups]
    return [words("head_variable"), words("head_category"), *codes, words("total")], [
        [title, category, *(words("suppressed") if count is None else str(count) for count in counts)]
        for title, category, counts in sample.rows()
    ]


def tidy(sample: SampleByGroup) -> Iterator[list[str | int | None]]:
    """Rows of the CSV file for a statistics program, columns as `tidy_head`; None if a count is suppressed."""
    for cell in sample.cells:
        yield [cell.variable, cell.category, cell.group, cell.participants, cell.least, cell.most]


def _line(category: str, level: int, counts: Sequence[int | None]) -> Line:
    entries = [Entry(SUPPRESSED_MARK, SUPPRESSED) if count is None else Entry(str(count)) for count in counts]
    return Line(category, level, entries)


def _notes(sample: SampleByGroup, in_several: Iterable[str]) -> Iterator[str]:
    """The notes in the order of APA 7: on the whole table, on parts of it, on its mark."""
    yield from matrices.names_of(sample.study.groups)
    yield from in_several
    for variable in sample.study.sample:
        for name, members in variable.broader.items():
            yield f"{name}: {'; '.join(members)}."
    if any(cell.participants is None for cell in sample.cells):
        yield sample.words.counted("hidden", sample.study.k, mark=SUPPRESSED_MARK)
