"""The cells of a further comparison: those that the study would have if its groups were others.

ASSUME: a group's domain was coded if the material of one of its participants was. It is not coded only if the study
declares that of all of its participants' own groups.
"""

from collections.abc import Iterator

import pandas as pd

from crosscase.coding import cells
from crosscase.comparisons.grouping import Grouping
from crosscase.storage.frames import to_rows
from crosscase.storage.schemas import Cell
from crosscase.study.facts import Declared, NotCoded, Study


def count(mentions: pd.DataFrame, codebook: pd.DataFrame, grouping: Grouping, study: Study) -> list[Cell]:
    """The cells, in the order of the codebook and the groups.

    The frames have rows of `schemas.Mention` and `CodebookEntry`. Raises KeyError for a mention of nobody.
    """
    places = zip(mentions["participant"], mentions["group"], strict=True)
    regrouped = mentions.assign(group=[grouping.of[place] for place in places])
    rows = [(person, code) for (person, _), code in grouping.of.items()]
    people = pd.DataFrame(rows, columns=["participant", "group"])
    coded = {(item.group, item.domain) for item in study.coded}
    coded |= set(zip(mentions["group"], mentions["domain"], strict=True))
    declared = [
        Declared(code, domain.id)
        for domain in study.domains
        for code, own in _own_groups(grouping)
        if any((group, domain.id) in coded for group in own)
    ]
    aggregated = cells.aggregate(regrouped, people, codebook, grouping.groups, _gaps(grouping, study), declared)
    return list(to_rows(aggregated, Cell))


def _gaps(grouping: Grouping, study: Study) -> Iterator[NotCoded]:
    """The groups and domains of which the study declares that nothing was coded."""
    declared = {(gap.group, gap.domain) for gap in study.not_coded}
    for domain in study.domains:
        for code, own in _own_groups(grouping):
            if all((group, domain.id) in declared for group in own):
                yield NotCoded(code, domain.id, "")


def _own_groups(grouping: Grouping) -> Iterator[tuple[str, set[str]]]:
    """The study's groups of the participants of each group."""
    found: dict[str, set[str]] = {group.code: set() for group in grouping.groups}
    for (_, own), code in grouping.of.items():
        found[code].add(own)
    yield from found.items()
