"""Cells: each code in each group, in one of three states.

1. Mentions are summed over the exports.
2. Every code has a cell for every group, even if nobody mentioned it: absence is not silence.
3. A cell is `not_coded` if the study declares it, else `present` if at least one participant of
   the group raised the code, else `absent`.

Source of rule 3: the study's slides, for factors and barriers ("if at least one of the participants
addressed it"). ASSUME: the rule also holds for the impacts; the slides do not say so.
"""

from collections.abc import Iterable, Sequence

import pandas as pd

from crosscase.storage import table_columns
from crosscase.storage.schemas import Cell, State
from crosscase.study.facts import Group, NotCoded

_PLACE = ["code", "group"]
_RAISED = ["participants", "segments"]


def aggregate(
    mentions: pd.DataFrame,
    participants: pd.DataFrame,
    codebook: pd.DataFrame,
    groups: Sequence[Group],
    not_coded: Iterable[NotCoded],
) -> pd.DataFrame:
    """The cells of the study, columns as in `schemas.Cell`, codes and groups in the order of the study.

    The frames have rows of `schemas.Mention`, `Participant` and `CodebookEntry`. A participant may occur more
    than once, because the anonymisation of every export writes the whole register.
    """
    interviewed = participants.drop_duplicates("participant").groupby("group").size().rename("interviewed")
    raised = mentions.groupby(_PLACE).agg(participants=("participant", "nunique"), segments=("segments", "sum"))
    codes = codebook.loc[codebook["codable"], ["domain", "code"]]
    cells = codes.merge(pd.DataFrame({"group": [group.code for group in groups]}), how="cross")
    cells = cells.join(interviewed, on="group").join(raised, on=_PLACE)
    counts = ["interviewed", *_RAISED]
    cells[counts] = cells[counts].fillna(0).astype("Int64")
    cells["state"] = cells["participants"].gt(0).map({True: State.PRESENT.value, False: State.ABSENT.value})
    gaps = {(gap.group, gap.domain) for gap in not_coded}
    gap = [place in gaps for place in zip(cells["group"], cells["domain"], strict=True)]
    cells.loc[gap, "state"] = State.NOT_CODED.value
    cells.loc[gap, _RAISED] = pd.NA
    return cells[list(table_columns.names(Cell))]
