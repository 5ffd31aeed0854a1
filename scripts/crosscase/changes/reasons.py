"""Why a cell differs: what became of each coding, as far as the builds show it, and what else differs.

The reason of a coding that came or went is the first that holds of: its export, its participant, its code or its coder
is in one build alone; the export has another content; the export is the same, so that the codebook, the register or
`study.yaml` decides whether the coding counts.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from crosscase.changes.cell_changes import CellChange
from crosscase.changes.coding_changes import CodingChange, Place, cell_of
from crosscase.changes.compared import Build
from crosscase.storage.schemas import COUNTED, CellCoding, State


class Why(StrEnum):
    """The reasons; each has its words in the label files, as `why_…`."""

    CAME_EXPORT = "came_export"
    CAME_PARTICIPANT = "came_participant"
    CAME_CODE = "came_code"
    CAME_CODER = "came_coder"
    CAME_FILE = "came_file"
    CAME_COUNTED = "came_counted"
    CAME = "came"
    WENT_EXPORT = "went_export"
    WENT_PARTICIPANT = "went_participant"
    WENT_CODE = "went_code"
    WENT_CODER = "went_coder"
    WENT_FILE = "went_file"
    WENT_COUNTED = "went_counted"
    WENT = "went"
    FROM = "from"  # another cell
    TO = "to"  # another cell
    WITHIN = "within"  # the cell
    NO_OLD = "no_old"
    NO_NEW = "no_new"
    INTERVIEWED = "n"
    DECLARED = "declared"
    ASKED = "asked"
    RULE = "rule"
    ELSEWHERE = "elsewhere"  # the rule, or what it counts besides the codings of the cell
    MERGING = "merging"


_CAME = (Why.CAME_EXPORT, Why.CAME_PARTICIPANT, Why.CAME_CODE, Why.CAME_CODER, Why.CAME_FILE, Why.CAME_COUNTED)
_WENT = (Why.WENT_EXPORT, Why.WENT_PARTICIPANT, Why.WENT_CODE, Why.WENT_CODER, Why.WENT_FILE, Why.WENT_COUNTED)
_Field = Callable[[CellCoding], object]
_FIELDS: tuple[_Field, ...] = (
    lambda coding: coding.export,
    lambda coding: coding.participant,
    lambda coding: (coding.domain, coding.code),
    lambda coding: coding.coder,
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a cell differs. Of codings: the cell that counts it in the other build, its export and coder."""

    why: Why
    other: Place | None = None
    export: str = ""
    coder: str = ""
    before: int = 0  # participants interviewed
    after: int = 0


class Causes:
    """What two builds know, looked up once for all codings. `old` has the new ids of codes."""

    def __init__(self, old: Build, new: Build) -> None:
        self._old, self._new = _known(old), _known(new)
        self._digests = old.export_digests, new.export_digests

    def of_coding(self, change: CodingChange, place: Place) -> Reason:
        """What a change of a coding is to a cell."""
        old, new = change.old, change.new
        coding = new or old
        if coding is None:
            raise ValueError("a change of no coding")
        before, after = (cell_of(side) if side else None for side in (old, new))
        if new is None:
            why, other = self._cause(coding, self._new, _WENT, Why.WENT), None
        elif old is None:
            why, other = self._cause(coding, self._old, _CAME, Why.CAME), None
        elif before == after:
            why, other = Why.WITHIN, None
        else:
            why, other = (Why.FROM, before) if after == place else (Why.TO, after)
        return Reason(why, other, coding.export, coding.coder or "")

    def _cause(self, coding: CellCoding, others: list[set[object]], causes: tuple[Why, ...], unknown: Why) -> Why:
        for cause, field, known in zip(causes, _FIELDS, others, strict=False):
            if (value := field(coding)) is not None and value not in known:
                return cause
        digests = {file.get(coding.export, "") for file in self._digests}
        if "" in digests:
            return unknown  # a build without a record of its exports
        return causes[-2] if len(digests) > 1 else causes[-1]


def others(change: CellChange, has_other_rule: bool | None) -> Iterator[Reason]:
    """Why a cell differs besides its codings. `has_other_rule`: whether the rule for marks differs; None: not known.

    A rule may count codings of other cells, too: of codes below one, or of all coders of a participant.
    """
    old, new = change.old, change.new
    if old is None or new is None:
        yield Reason(Why.NO_OLD if old is None else Why.NO_NEW)
        return
    if old.interviewed != new.interviewed:
        yield Reason(Why.INTERVIEWED, before=old.interviewed, after=new.interviewed)
    is_asked = old.state != new.state and State.NOT_ASKED in (old.state, new.state)
    if is_asked or (old.not_asked or 0) != (new.not_asked or 0):
        yield Reason(Why.ASKED)
    is_same = old.interviewed == new.interviewed and not change.codings
    if old.state != new.state and {old.state, new.state} <= {*COUNTED} and (has_other_rule or is_same):
        yield Reason(Why.RULE if has_other_rule else Why.ELSEWHERE)
    is_declared = old.state != new.state and {old.state, new.state} & {State.NOT_CODED, State.UNKNOWN}
    if is_declared:
        yield Reason(Why.DECLARED)
    elif not change.codings and None not in (old.segments, new.segments) and old.segments != new.segments:
        yield Reason(Why.MERGING)


def _known(build: Build) -> list[set[object]]:
    coders = {coding.coder for coding in build.codings}
    return [{*build.exports}, {*build.people}, {*build.entries}, {*coders}]
