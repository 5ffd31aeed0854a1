"""Cells: each code in each group, in one of five states.

1. Mentions are summed over the exports.
2. Every code has a cell for every group, even if nobody mentioned it: absence is not silence.
3. A cell is `not_coded` if the study declares it, else `present` if at least one participant of
   the group raised the code (or as the study's own rule has it, see `mark_rules`), else `not_asked` if nobody there was
   asked about the domain, see `exposure`. It is `absent` only if the group's material was coded for the domain: some
   code of the domain has a coding there, or the study declares it. Otherwise it is `unknown`.
4. `interviewed` counts those who were asked. Where nobody says who was, that is everybody.

Source of rule 3: the study's slides, for factors and barriers ("if at least one of the participants
addressed it"). ASSUME: the rule also holds for the impacts; the slides do not say so.
"""

from collections.abc import Collection, Iterable, Sequence

import pandas as pd

from crosscase.coding import exposure
from crosscase.storage import table_columns
from crosscase.storage.schemas import COUNTED, Cell, State
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
    silent: exposure.Silent | None = None,
    marked: Collection[tuple[str, str]] | None = None,
) -> pd.DataFrame:
    """The cells of the study, columns as in `schemas.Cell`, codes and groups in the order of the study.

    The frames have rows of `schemas.Mention`, `Participant` and `CodebookEntry`. A participant counts once in each
    group, and may occur more often, because the anonymisation of every export writes the whole register.
    `declared`: see rule 3. `silent` are those who were not asked, see `exposure.not_asked`; None: there is no guide.
    `marked` are the codes and groups with a mark; None: those that at least one participant raised.
    """
    interviewed = participants.drop_duplicates(["participant", "group"]).groupby("group").size().rename("interviewed")
    raised = mentions.groupby(_PLACE).agg(participants=("participant", "nunique"), segments=("segments", "sum"))
    codes = codebook.loc[codebook["codable"], ["domain", "code"]]
    cells = codes.merge(pd.DataFrame({"group": [group.code for group in groups]}), how="cross")
    cells = cells.join(interviewed, on="group").join(raised, on=_PLACE)
    counts = ["interviewed", *_RAISED]
    cells[counts] = cells[counts].fillna(0).astype("Int64")
    missed = [len((silent or {}).get(place, ())) for place in zip(cells["group"], cells["domain"], strict=True)]
    cells["interviewed"] -= missed
    cells["not_asked"] = pd.Series(None if silent is None else missed, index=cells.index, dtype="Int64")
    gaps = {(gap.group, gap.domain) for gap in not_coded}
    coded = {(item.group, item.domain) for item in declared} | set(
        zip(mentions["group"], mentions["domain"], strict=True)
    )
    places = zip(cells["code"], cells["group"], strict=True)
    is_present = cells["participants"] > 0 if marked is None else [place in marked for place in places]
    cells["state"] = [
        _state((group, domain) in gaps, (group, domain) in coded, is_marked, not asked and missing > 0).value
        for group, domain, is_marked, asked, missing in zip(
            *(cells[name] for name in ("group", "domain")), is_present, cells["interviewed"], missed, strict=True
        )
    ]
    cells.loc[~cells["state"].isin(COUNTED), _RAISED] = pd.NA
    return cells[list(table_columns.names(Cell))]


def _state(declared_gap: bool, coded: bool, raised: bool, unasked: bool) -> State:
    if declared_gap:
        return State.NOT_CODED
    if unasked:
        return State.NOT_ASKED
    if not coded:
        return State.UNKNOWN
    return State.PRESENT if raised else State.ABSENT
