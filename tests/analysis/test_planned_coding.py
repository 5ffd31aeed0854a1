"""What became of a draw for double coding. All is invented."""

from pathlib import Path

import pytest

from crosscase.analysis import planned_coding
from crosscase.analysis.agreement_tables import Outcome, Planned
from crosscase.labels import labels
from crosscase.messages.errors import StudyError
from crosscase.storage.schemas import CellCoding, Participant

WORDS = labels.of("en", {}, "country", "countries")

PEOPLE = [Participant(f"P{number}", "A", [], True) for number in range(7)]


def coded(participant: str, *coders: str) -> list[CellCoding]:
    return [
        CellCoding("barriers", "time", "A", participant, "x", "0" * 16, "D", None, None, coder, 1) for coder in coders
    ]


PLAN = [Planned("A", f"P{number}", "C2", 2 if number == 3 else 1, 0.5, 7) for number in (0, 1, 2, 3, 9)]
CODINGS = [
    *coded("P0", "C1", "C2"),
    *coded("P1", "C1", "C3"),
    *coded("P2", "C1"),
    *coded("P3", "C1", "C3"),
    *coded("P4", "C1", "C3"),
    *coded("P5", "C1"),
]


def test_each_participant_who_was_drawn_or_coded_twice_has_an_outcome() -> None:
    found = list(planned_coding.outcomes(PLAN, PEOPLE, CODINGS))
    assert [(row.participant, row.outcome) for row in found] == [
        ("P0", Outcome.AS_DRAWN),
        ("P1", Outcome.BY_OTHERS),
        ("P2", Outcome.NOT_YET),
        ("P3", Outcome.BEFORE),
        ("P4", Outcome.NOT_DRAWN),
    ]
    assert list(planned_coding.sentences(PLAN, found, WORDS)) == [
        "4 participants drawn for double coding: 1 coded by two as drawn, 1 by others than drawn, 1 by two before the "
        "draw, 1 not yet by two.",
        "1 participant of the draw is not in the study any more.",
        "1 participant was coded by two without having been drawn.",
    ]
    assert list(planned_coding.sentences([], [], WORDS)) == []


@pytest.mark.parametrize("text", ["group,participant\nA,P0\n", "group\nA,P0,,many,x,y\n"])
def test_a_plan_that_was_changed_is_refused_without_a_quotation(text: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StudyError, match="not a list that a draw wrote"):
        planned_coding.read(path)
