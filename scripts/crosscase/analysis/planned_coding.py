"""Which participants were drawn for double coding, and which of them were coded by two.

Only a draw from before the coding shows how reliable the rest is: what is coded twice by choice is often the easy or
the disputed part. The plan is a list of pseudonyms, `config/reliability.csv`; `crosscase reliability sample` writes it.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from crosscase.analysis.agreement_tables import DoubleCoding, Outcome, Planned
from crosscase.labels.labels import Labels
from crosscase.messages.errors import Problem, StudyError
from crosscase.storage import table_columns
from crosscase.storage.schemas import CellCoding, Participant

_TWO = 2


def read(path: str | Path) -> list[Planned]:
    """The plan. Raises StudyError if it is not as the command writes it; the message quotes nothing."""
    with open(path, encoding="utf-8", newline="") as stream:
        records = list(csv.DictReader(stream))
    try:
        return [Planned(**table_columns.from_text(Planned, record)) for record in records]
    except (KeyError, TypeError, ValueError):
        remedy = "Write it again with `crosscase reliability sample`, with the same share and seed."
        raise StudyError(Problem(str(path), "", "it is not a list that a draw wrote", remedy)) from None


def outcomes(
    plan: Iterable[Planned], people: Iterable[Participant], codings: Iterable[CellCoding]
) -> Iterator[DoubleCoding]:
    """Each participant of the study who was drawn or coded by two, by pseudonym: by group first, few would stand as in
    the register.

    Rows of the plan that are of nobody in the study are passed over: who withdrew, or everybody after a change of key.
    """
    planned = {(row.group, row.participant): row for row in plan}
    coders: dict[tuple[str, str], set[str]] = {(one.group, one.participant): set() for one in people}
    for coding in codings:
        if coding.coder is not None:
            coders.setdefault((coding.group, coding.participant), set()).add(coding.coder)
    for key, names in sorted(coders.items(), key=lambda found: (found[0][1], found[0][0])):
        row = planned.get(key)
        if row or len(names) >= _TWO:
            before, share, seed = (row.coders_before, row.share, row.seed) if row else (None, None, None)
            yield DoubleCoding(*key, _outcome(row, names), len(names), before, share, seed)


def sentences(plan: Sequence[Planned], found: Sequence[DoubleCoding], words: Labels) -> Iterator[str]:
    """What became of the plan, in one or two sentences; nothing if there was none and nobody was coded twice."""
    outcomes_of = [row.outcome for row in found]
    if plan:
        drawn = [row for row in found if row.outcome != Outcome.NOT_DRAWN]
        yield words(
            "summary_drawn",
            drawn=len(drawn),
            done=outcomes_of.count(Outcome.AS_DRAWN),
            others=outcomes_of.count(Outcome.BY_OTHERS),
            before=outcomes_of.count(Outcome.BEFORE),
            open=outcomes_of.count(Outcome.NOT_YET),
        )
        if lost := len(plan) - len(drawn):
            yield words.counted("summary_draw_lost", lost)
    if others := outcomes_of.count(Outcome.NOT_DRAWN):
        yield words.counted("summary_not_drawn", others)


def _outcome(row: Planned | None, names: set[str]) -> Outcome:
    if row is None:
        return Outcome.NOT_DRAWN
    if row.coders_before >= _TWO:
        return Outcome.BEFORE
    if len(names) < _TWO:
        return Outcome.NOT_YET
    return Outcome.AS_DRAWN if not row.second_coder or row.second_coder in names else Outcome.BY_OTHERS
