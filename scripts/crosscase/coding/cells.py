"""Cells: each code in each group, in one of four states.

1. Mentions are summed over the exports.
2. Every code has a cell for every group, even if nobody mentioned it: absence is not silence.
3. A cell is `not_coded` if the study declares it, else `present` if at least one participant of
   the group raised the code. It is `absent` only if the group's material was coded for the domain: some code of the
   domain has a coding there, or the study declares it. Otherwise it is `unknown`.

Source of rule 3: the study's slides, for factors and barriers ("if at least one of the participants
addressed it"). ASSUME: the rule also holds for the impacts; the slides do not say so.
"""

from collections.abc import Iterable, Sequence

import pandas as pd

from crosscase.storage import table_columns
from crosscase.storage.schemas import Cell, State
from crosscase.study.facts import Declared, Group, NotCoded

_PLACE = ["code", "group"]
_RAISED = ["participants", "segments"]


def aggregate(
    mentions: pd.DataFrame,
    participants: pd.DataFrame,
    codebook: pd.DataFrame,
    groups: Sequence[Group],
    not_coded: Iterable[NotCoded],
    declared: Iterable[Declared] = (),
) -> pd.DataFrame:
    """The cells of the study, columns as in `schemas.Cell`, codes and groups in the order of the study.

    The frames have rows of `schemas.Mention`, `Participant` and `CodebookEntry`. A participant counts once in each
    group, and may occur more often, because the anonymisation of every export writes the whole register.
    `declared`: see rule 3.
    """
    interviewed = participants.drop_duplicates(["participant", "group"]).groupby("group").size().rename("interviewed")
    raised = mentions.groupby(_PLACE).agg(participants=("participant", "nunique"), segments=("segments", "sum"))
    codes = codebook.loc[codebook["codable"], ["domain", "code"]]
    cells = codes.merge(pd.DataFrame({"group": [group.code for group in groups]}), how="cross")
    cells = cells.join(interviewed, on="group").join(raised, on=_PLACE)
    counts = ["interviewed", *_RAISED]
    cells[counts] = cells[counts].fillna(0).astype("Int64")
    gaps = {(gap.group, gap.domain) for gap in not_coded}
    coded = {(item.group, item.domain) for item in declared} | set(
        zip(mentions["group"], mentions["domain"], strict=True)
    )
    cells["state"] = [
        _state((group, domain) in gaps, (group, domain) in coded, number > 0).value
        for group, domain, number in zip(cells["group"], cells["domain"], cells["participants"], strict=True)
    ]
    cells.loc[~cells["state"].isin([State.PRESENT, State.ABSENT]), _RAISED] = pd.NA
    return cells[list(table_columns.names(Cell))]


def _state(declared_gap: bool, coded: bool, raised: bool) -> State:
    if declared_gap:
        return State.NOT_CODED
    if not coded:
        return State.UNKNOWN
    return State.PRESENT if raised else State.ABSENT
