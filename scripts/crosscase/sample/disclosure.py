"""The disclosure report: which published numbers say something of single people.

The team decides what to do about them. The report says no more of anybody than the other published files do.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from crosscase.sample.counts import GROUP
from crosscase.storage.schemas import Cell, Exposure, Participant, SampleCell, SampleCount


class Check(StrEnum):
    """What is reported."""

    ONE_RAISED = "one_raised"  # a code that exactly one of a country's participants raised
    ALL_RAISED = "all_raised"  # a code that all of them raised: who took part is known to have done so
    SMALL_COUNT = "small_count"  # of the sample in one category, or in one country
    ALL_ALIKE = "all_alike"  # all participants of a country in one category
    SUPPRESSED = "suppressed"  # a count that is not shown


def of_matrices(cells: Iterable[Cell]) -> Iterator[Exposure]:
    """The cells that exactly one or all of a country's participants raised."""
    for cell in cells:
        raised = cell.participants
        check = Check.ALL_RAISED if raised == cell.interviewed else Check.ONE_RAISED
        if raised and raised in (1, cell.interviewed):
            yield Exposure(check.value, cell.domain, cell.code, cell.group, raised, cell.interviewed, "")


def of_sample(counts: Sequence[SampleCount], cells: Iterable[SampleCell], k: int) -> Iterator[Exposure]:
    """The counts below k, the countries whose participants are all alike, and what was suppressed."""
    of_group = {count.category: count.participants for count in counts if count.variable == GROUP}
    total = sum(of_group.values())
    for count in counts:
        if 0 < count.participants < k:
            group = count.category if count.variable == GROUP else ""
            check = Check.SMALL_COUNT.value
            yield Exposure(check, count.variable, count.category, group, count.participants, total, "")
    for cell in cells:
        of = of_group[cell.group]
        place = cell.variable, cell.category, cell.group
        if cell.participants is None:
            remark = f"from {cell.least} to {cell.most} by what is published"
            yield Exposure(Check.SUPPRESSED.value, *place, None, of, remark)
        elif cell.participants == of > 0:
            yield Exposure(Check.ALL_ALIKE.value, *place, of, of, "")


def singled_out(people: Sequence[Participant], k: int) -> str:
    """How many participants share their country and all variables of the sample with few others.

    For the log, which is not published: how many small combinations there are can give back a suppressed count.
    """
    sizes = Counter(Counter((person.group, *person.variables) for person in people).values())
    below = sum(size * sizes[size] for size in range(1, k))
    return (
        f"country and all variables of the sample together, which are published nowhere: of {len(people)} "
        f"participants {sizes[1]} are alone in their combination, {below} share it with fewer than {k - 1} others"
    )


def verdict(exposed: Iterable[Exposure], listed: str) -> str:
    """A sentence on what the team should decide."""
    count = Counter(item.check for item in exposed)
    raised = f"{count[Check.ONE_RAISED]} cells of the matrices rest on one participant of a country"
    return (
        f"{raised}, {count[Check.ALL_RAISED]} on all of them; {count[Check.SMALL_COUNT]} counts of the sample are "
        f"small, {count[Check.SUPPRESSED]} by country are suppressed: decide before you publish, see {listed}\n"
    )
