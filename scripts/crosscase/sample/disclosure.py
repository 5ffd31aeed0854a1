"""The disclosure report: the published numbers that reveal something about single participants.

The team decides what to do about them. The report reveals no more than the other published files do.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from crosscase.labels.labels import Labels
from crosscase.messages.wording import agree, counted, number, with_article
from crosscase.storage.schemas import Cell, Participant, SampleCell, SampleCount
from crosscase.storage.table_columns import Column, Made
from crosscase.study.facts import Compare

# No table is protected against what another one tells of its counts: `tests/sample/test_nested_variables.py`.
_APART = (
    "Each variable's counts are protected alone: of two that tell of each other, such as a role and its coarser form, "
    "publish one"
)


class Check(StrEnum):
    """What is reported."""

    ONE_RAISED = "one_raised"  # a code that exactly one participant of a group raised
    ALL_RAISED = "all_raised"  # a code that all participants of a group raised: everybody knows that each of them did
    SMALL_COUNT = "small_count"  # of participants in one category, or in one group
    ALL_ALIKE = "all_alike"  # all participants of a group are in one category
    SUPPRESSED = "suppressed"  # a count that is not shown


@dataclass(frozen=True, slots=True)
class Exposure:
    """A published number that reveals something about single people, or a suppressed one."""

    check: Annotated[str, Column("why it is listed", values=tuple(Check))]
    table: Annotated[str, Column("id of a domain, or of a variable of the sample", made=Made.STATED)]
    row: Annotated[str, Column("id of a code, or a category", made=Made.STATED)]
    group: Annotated[str, Column("code of the group, as in study.yaml", empty="all groups", made=Made.STATED)]
    participants: Annotated[int | None, Column("the published number", "participants", "suppressed")]
    of: Annotated[int, Column("participants of the group, or of the study", "participants")]
    remark: Annotated[str, Column("what can be worked out of it", empty="nothing to say", made=Made.COMPOSED)]


def matrix_exposures(cells: Iterable[Cell]) -> Iterator[Exposure]:
    """The cells that exactly one or all participants of a group raised."""
    for cell in cells:
        raised = cell.participants
        check = Check.ALL_RAISED if raised == cell.interviewed else Check.ONE_RAISED
        if raised and raised in (1, cell.interviewed):
            yield Exposure(check.value, cell.domain, cell.code, cell.group, raised, cell.interviewed, "")


def sample_exposures(
    counts: Sequence[SampleCount], cells: Iterable[SampleCell], k: int, compare: Compare
) -> Iterator[Exposure]:
    """The counts below k, the groups whose participants are all in one category, and the suppressed counts."""
    group_sizes = {count.category: count.participants for count in counts if count.variable == compare.one}
    total = sum(group_sizes.values())
    for count in counts:
        if 0 < count.participants < k:
            group = count.category if count.variable == compare.one else ""
            check = Check.SMALL_COUNT.value
            yield Exposure(check, count.variable, count.category, group, count.participants, total, "")
    for cell in cells:
        size = group_sizes[cell.group]
        place = cell.variable, cell.category, cell.group
        if cell.participants is None:
            remark = f"between {cell.least} and {cell.most} by the published numbers"
            yield Exposure(Check.SUPPRESSED.value, *place, None, size, remark)
        elif cell.participants == size > 0:
            yield Exposure(Check.ALL_ALIKE.value, *place, size, size, "")


def describe_small_combinations(people: Sequence[Participant], k: int, compare: Compare) -> str:
    """A sentence on how many participants share their group and all variables of the sample with few others.

    For the log, which is not published: the number of small combinations can reveal a suppressed count.
    """
    sizes = Counter(Counter((person.group, *person.variables) for person in people).values())
    below = sum(size * sizes[size] for size in range(1, k))
    return (
        f"Combinations of {compare.one} and all variables of the sample (not published): {sizes[1]} of "
        f"{counted(len(people), 'participant')} {agree(sizes[1], 'has', 'have')} a combination of their own; "
        f"{below} {agree(below, 'is', 'are')} in a combination of fewer than {k}"
    )


def verdict(exposed: Sequence[Exposure], listed: str, compare: Compare) -> str:
    """A sentence on what the team has to decide; it names only what there is."""
    count = Counter(item.check for item in exposed)
    by = f"by {compare.one}"
    in_sample = (
        (count[Check.SMALL_COUNT], "of the sample", ("is small", "are small")),
        (count[Check.SUPPRESSED], by, ("is suppressed", "are suppressed")),
        (count[Check.ALL_ALIKE], by, ("is of all participants", "are of all participants")),
    )
    counts = [f"{counted(n, 'count')} {where} {agree(n, *what)}" for n, where, what in in_sample if n]
    found = "; ".join(
        filter(
            None,
            (_of_cells(count[Check.ONE_RAISED], count[Check.ALL_RAISED], with_article(compare.one)), ", ".join(counts)),
        )
    )
    if not found:
        return f"No published number says something about a single participant: see {listed}\n"
    apart = f" {_APART}." if len({item.table for item in exposed if item.check == Check.SUPPRESSED}) > 1 else ""
    return f"{found}.{apart} Decide before you publish: see {listed}\n"


def sentence(exposed: Iterable[Exposure], words: Labels) -> str:
    """What the team has to decide, in the study's language and without a full stop, for the reviewer's page."""
    count = Counter(item.check for item in exposed)
    found = "; ".join(words.counted(f"disclosure_{check}", count[check]) for check in Check if count[check])
    return words("disclosure_decide", found=found) if found else words("disclosure_nothing")


def _of_cells(one: int, everybody: int, group: str) -> str:
    """How many cells of matrices show that one participant, or all of them, raised a code."""

    def cells(number: int, who: str) -> str:
        return f"{counted(number, 'matrix cell')} {agree(number, 'shows', 'show')} a code that {who} raised"

    if one and everybody:
        return f"{cells(one, f'one participant of {group}')}, {number(everybody)} a code that all of them raised"
    if everybody:
        return cells(everybody, f"all of {group}")
    return cells(one, f"one participant of {group}") if one else ""
