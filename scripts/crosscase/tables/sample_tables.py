"""The table of the sample: who was interviewed, as `domain_tables.Table` and as CSV."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from crosscase.coding.matrices import name_and_code
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import SampleCount
from crosscase.study.facts import Compare, Study
from crosscase.study.own_labels import labels_of
from crosscase.study.result_names import SAMPLE
from crosscase.tables.domain_tables import Entry, Heading, Line, Section, Table

TIDY = ("variable", "category", "participants", "percent", "total")


def sample_table(counts: Sequence[SampleCount], study: Study, in_several: int = 0) -> Table:
    """Participants and percentages of the sample, with a section of rows for each variable.

    `in_several` is the number of participants in more than one group.
    """
    words = labels_of(study)
    sections = [
        Section(
            title,
            [
                Line(category, 1, [Entry(str(count.participants)), Entry(words.decimal(count.percent))])
                for _, category, count in members
            ],
        )
        for title, members in groupby(_named(counts, study), key=lambda row: row[0])
    ]
    total = _total(counts, study.compare)
    return Table(
        id=SAMPLE,
        study=study.title,
        caption=words("sample_title", number=str(total)),
        first=words("characteristic"),
        headings=[
            Heading("n", words("participants_long"), numeric=True),
            Heading("%", words("percent_long"), numeric=True),
        ],
        sections=sections,
        notes=[words.counted("percent_meaning", total, hundred=words.decimal(100)), *several_note(in_several, words)],
        warning=study.synthetic_note,
        words=words,
    )


def several_note(in_several: int, words: Labels) -> list[str]:
    """The note on participants in more than one group, if there are any."""
    return [words.counted("in_several_groups", in_several)] if in_several else []


def wide_head(words: Labels) -> list[str]:
    """The columns of the CSV file for a manuscript."""
    return [words(f"head_{name}") for name in ("variable", "category", "participants", "percent")]


def wide(counts: Iterable[SampleCount], study: Study) -> Iterator[list[str]]:
    """Rows of the CSV file for a manuscript, columns as `wide_head`: with the names of variables and groups."""
    for title, category, count in _named(counts, study):
        yield [title, category, str(count.participants), f"{count.percent:.1f}"]


def _named(counts: Iterable[SampleCount], study: Study) -> Iterator[tuple[str, str, SampleCount]]:
    """Each count with the title of its variable and the name of its category."""
    one = labels_of(study).one
    titles = {study.compare.one: one[:1].upper() + one[1:]} | {variable.id: variable.title for variable in study.sample}
    names = {group.code: name_and_code(group) for group in study.groups}
    for count in counts:
        yield (
            titles[count.variable],
            names[count.category] if count.variable == study.compare.one else count.category,
            count,
        )


def tidy(counts: Sequence[SampleCount], compare: Compare) -> Iterator[list[str | int]]:
    """Rows of the CSV file for a statistics program, columns as `TIDY`: ids, and the size of the sample."""
    total = _total(counts, compare)
    for count in counts:
        yield [count.variable, count.category, count.participants, f"{count.percent:.1f}", total]


def _total(counts: Iterable[SampleCount], compare: Compare) -> int:
    # Every participant is in a group, so the groups add up to the sample.
    return sum(count.participants for count in counts if count.variable == compare.one)
