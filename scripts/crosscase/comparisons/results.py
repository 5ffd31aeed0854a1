"""The tables and figures of a further comparison, with the renderers of the study's own.

They show the study with other groups. Its words for what is compared are the general ones of its language, and every
table and figure says, where it also says that data are synthetic, that it is for the team alone. For CSV files `about`
says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crosscase.coding import matrices
from crosscase.coding.matrices import Matrix
from crosscase.comparisons.grouping import BESIDE, Grouping
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import Cell, CodebookEntry
from crosscase.study import slices
from crosscase.study.facts import GROUPS, Domain, Group, Study
from crosscase.study.own_labels import labels_of
from crosscase.tables import domain_tables, sample_tables
from crosscase.tables.study_tables import Sheet, StudyTable


@dataclass(frozen=True, slots=True)
class Comparison:
    """A further comparison: the study as it would be with these groups, and its matrices."""

    title: str  # the study's, and by what it is compared here
    study: Study
    whole_names: list[Matrix]  # with whole names as heads of columns, for CSV
    printed: list[Matrix]  # with short ones, for tables and figures

    def about(self) -> str:
        """Whom the folder is for: a CSV file in it has no place for a sentence."""
        return f"# {self.title}\n\n{self.study.synthetic_note}\n"

    def tables(self) -> Iterator[StudyTable]:
        """The table of each domain, as `tables.study_tables.domains` gives them."""
        for whole, printed in zip(self.whole_names, self.printed, strict=True):
            yield StudyTable(
                domain_tables.domain_table(printed, self.study),
                Sheet(*domain_tables.wide(whole, labels_of(self.study))),
                Sheet(
                    domain_tables.tidy_head(self.study.compare, self.study.has_guide), list(domain_tables.tidy(whole))
                ),
                domain_tables.counts_table(printed, self.study),
            )


def name_of(columns: Sequence[str], study: Study) -> str:
    """By what some columns compare, in words."""
    own = labels_of(study)
    return BESIDE.join(_title(name, study, own) for name in columns)


def compare(
    study: Study, columns: Sequence[str], grouping: Grouping, cells: Sequence[Cell], codebook: Sequence[CodebookEntry]
) -> Comparison:
    """The comparison by some columns, whose groups and cells are given."""
    words = labels_of(slices.replaced(study, compare=GROUPS))
    by = name_of(columns, study)
    domains = [Domain(item.id, words("by_title", title=item.title, by=by)) for item in study.domains]
    short = {group.code: group.name for group in grouping.groups}
    changed = slices.replaced(
        study,
        compare=GROUPS,
        groups=[Group(group.name, group.code) for group in grouping.groups],
        domains=domains,
        not_coded=[],  # the remarks name what was not coded
        synthetic_note=" ".join(filter(None, [words("team_alone"), study.synthetic_note])),
    )
    shortened = [replace(cell, group=short[cell.group]) for cell in cells]
    remarks = {domain.id: list(_remarks(domain, grouping, study, words)) for domain in study.domains}
    return Comparison(
        words("by_title", title=study.title, by=by),
        changed,
        [matrices.build(cells, codebook, grouping.groups, domain) for domain in domains],
        [
            replace(matrices.build(shortened, codebook, changed.groups, domain), remarks=remarks[domain.id])
            for domain in domains
        ],
    )


def _title(column: str, study: Study, own: Labels) -> str:
    """The heading of a column of the register in tables."""
    titles = {variable.id: variable.title for variable in study.sample}
    return titles.get(column) or own.one[:1].upper() + own.one[1:]


def _remarks(domain: Domain, grouping: Grouping, study: Study, words: Labels) -> Iterator[str]:
    """Notes on the heads of columns, the study's groups that were not coded, and participants in several groups."""
    yield from matrices.names_of([Group(group.name, group.code) for group in grouping.groups])
    own = matrices.Matrix(domain, study.groups, [])
    yield from matrices.gaps(own, study.not_coded, words)
    yield from sample_tables.several_note(grouping.in_several, words)
