"""The groups on the reviewer's page: how many were interviewed, what they raised, and which group is most like them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crosscase.analysis import similarity
from crosscase.analysis.rows import ALL, Completeness, Similarity
from crosscase.study.facts import Group


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group: the codes that it raised, of those that its material was coded for."""

    group: Group
    interviewed: int
    raised: int
    listed: int
    coverage: float | None
    most_like: list[Group]  # of equal groups all
    jaccard: float | None


def lines(groups: Sequence[Group], found: Iterable[Completeness], alike: Sequence[Similarity]) -> Iterator[GroupLine]:
    """A line for each group that was coded for a domain, in the order of the study."""
    over_all = {row.group: row for row in found if row.domain == ALL != row.group}
    names = {group.code: group for group in groups}
    for group in groups:
        if row := over_all.get(group.code):
            near = {
                row.other if row.one == group.code else row.one: row.jaccard
                for row in alike
                if group.code in (row.one, row.other) and row.jaccard is not None
            }
            highest = max(near.values(), default=None)
            most_like = [names[code] for code in names if near.get(code) == highest and highest is not None]
            yield GroupLine(group, row.interviewed, row.codes, row.listed, row.coverage, most_like, highest)


def by_likeness(groups: Sequence[Group], alike: Iterable[Similarity]) -> list[int] | None:
    """Positions of the groups in an order in which those that belong together follow each other.

    The order of the leaves of the tree by average linkage, the first group of each cluster first. None if there is no
    tree.
    """
    heights = {(row.one, row.other): row.merged_at for row in alike}
    known = {pair: height for pair, height in heights.items() if height is not None}
    if not heights or len(known) < len(heights):
        return None
    names = [group.code for group in groups]
    return [names.index(name) for name in similarity.leaf_order(names, known)]
