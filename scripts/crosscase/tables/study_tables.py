"""All tables of a study in all their forms: one for each domain, the sample, and the sample by group."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscase.coding import matrices
from crosscase.storage.schemas import Cell, CodebookEntry, SampleCell, SampleCount
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of
from crosscase.tables import domain_tables, group_tables, sample_tables
from crosscase.tables.domain_tables import Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file: its header and its rows."""

    header: Sequence[str]
    rows: Iterable[Sequence[str | int | None]]


@dataclass(frozen=True, slots=True)
class StudyTable:
    """A table with its caption and notes, and the same as CSV for a manuscript (wide) and for statistics (tidy)."""

    table: Table
    wide: Sheet
    tidy: Sheet
    counts: Table | None = None  # the same cells with their numbers; a CSV file has both


def domains(study: Study, cells: Sequence[Cell], codebook: Sequence[CodebookEntry]) -> Iterator[StudyTable]:
    """The table of each domain, in the study's order."""
    for domain in study.domains:
        matrix = matrices.build(cells, codebook, study.groups, domain)
        yield StudyTable(
            domain_tables.domain_table(matrix, study),
            Sheet(*domain_tables.wide(matrix, labels_of(study))),
            Sheet(domain_tables.tidy_head(study.compare, study.has_guide), list(domain_tables.tidy(matrix))),
            domain_tables.counts_table(matrix, study),
        )


def all_tables(made: Iterable[StudyTable], of_analysis: Iterable[Table] = ()) -> dict[int, Table]:
    """The tables by their numbers: marks, the numbers behind them, the sample, and what the analysis says of marks."""
    made = list(made)
    domains = [one.table for one in made if one.counts], [one.counts for one in made if one.counts]
    every = [*domains[0], *domains[1], *(one.table for one in made if not one.counts), *of_analysis]
    return dict(enumerate(every, 1))


@dataclass(frozen=True, slots=True)
class Workbook:
    """The tables of one workbook by their numbers, and its list of cells."""

    tables: dict[int, Table]
    cells: Sheet | None = None


def workbooks(
    made: Iterable[StudyTable], of_analysis: Iterable[Table], numbered: Mapping[int, Table]
) -> Iterator[Workbook]:
    """A workbook for each table, with its number among all: marks stand beside the numbers behind them."""
    numbers = {id(table): number for number, table in numbered.items()}
    for one in made:
        kept = [one.table, one.counts] if one.counts else [one.table]
        yield Workbook({numbers[id(table)]: table for table in kept}, one.tidy if one.counts else None)
    for table in of_analysis:
        yield Workbook({numbers[id(table)]: table})


def all_cells(made: Iterable[StudyTable]) -> Sheet:
    """The cells of all domains, one below the other."""
    sheets = [one.tidy for one in made if one.counts]
    return Sheet(sheets[0].header, [row for sheet in sheets for row in sheet.rows])


def sample(
    study: Study, counts: Sequence[SampleCount], by_group: Sequence[SampleCell], in_several: int
) -> Iterator[StudyTable]:
    """The table of the sample and, if the study has variables of the sample, that of the sample by group.

    `in_several` is the number of participants in more than one group.
    """
    yield StudyTable(
        sample_tables.sample_table(counts, study, in_several),
        Sheet(sample_tables.wide_head(labels_of(study)), sample_tables.wide(counts, study)),
        Sheet(sample_tables.TIDY, sample_tables.tidy(counts, study.compare)),
    )
    if study.sample:
        protected = group_tables.SampleByGroup(by_group, counts, study)
        yield StudyTable(
            group_tables.group_table(protected, in_several),
            Sheet(*group_tables.wide(protected)),
            Sheet(group_tables.tidy_head(study.compare), group_tables.tidy(protected)),
        )
