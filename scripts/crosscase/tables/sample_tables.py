"""The table of the sample: who was interviewed, as `domain_tables.Table` and as CSV."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from crosscase.coding.matrices import name_and_code
from crosscase.messages.wording import counted
from crosscase.storage.schemas import SampleCount
from crosscase.study.facts import Compare, Study
from crosscase.study.result_names import SAMPLE
from crosscase.tables.domain_tables import Entry, Heading, Line, Section, Table

WIDE = ("variable", "category", "participants", "percent")
TIDY = (*WIDE, "total")


def sample_table(counts: Sequence[SampleCount], study: Study) -> Table:
    """Participants and percentages of the sample, with a section of rows for each variable."""
    rows = wide(counts, study)
    sections = [
        Section(title, [Line(category, 1, [Entry(number), Entry(percent)]) for _, category, number, percent in members])
        for title, members in groupby(rows, key=lambda row: row[0])
    ]
    total = _total(counts, study.compare)
    return Table(
        id=SAMPLE,
        study=study.title,
        caption=f"Participants (N = {total})",
        first="Characteristic",
        headings=[
            Heading("n", "participants", numeric=True),
            Heading("%", "per cent of all participants", numeric=True),
        ],
        sections=sections,
        notes=[f"%: of all {counted(total, 'participant')}; rounded, so the percentages may not add up to 100.0."],
        warning=study.synthetic_note,
    )


def wide(counts: Iterable[SampleCount], study: Study) -> Iterator[list[str]]:
    """Rows of the CSV file for a manuscript, columns as `WIDE`: with the names of variables and groups."""
    titles = {study.compare.one: study.compare.heading} | {variable.id: variable.title for variable in study.sample}
    names = {group.code: name_and_code(group) for group in study.groups}
    for count in counts:
        category = names[count.category] if count.variable == study.compare.one else count.category
        yield [titles[count.variable], category, str(count.participants), f"{count.percent:.1f}"]


def tidy(counts: Sequence[SampleCount], compare: Compare) -> Iterator[list[str | int]]:
    """Rows of the CSV file for a statistics program, columns as `TIDY`: ids, and the size of the sample."""
    total = _total(counts, compare)
    for count in counts:
        yield [count.variable, count.category, count.participants, f"{count.percent:.1f}", total]


def _total(counts: Iterable[SampleCount], compare: Compare) -> int:
    # Every participant is in a group, so the groups add up to the sample.
    return sum(count.participants for count in counts if count.variable == compare.one)
