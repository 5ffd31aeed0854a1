"""Not asked is no absence: states, denominators and totals of studies with a guide."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.coding import cells, completeness, exposure, issues, matrices
from crosscase.labels import labels
from crosscase.storage.schemas import Cell, CodebookEntry, Mention, Participant, State
from crosscase.study.facts import Declared, Domain, Group, NotCoded
from tests.builders.invented_cells import STUDY
from tests.builders.plain_runs import repeats

GROUPS = [Group("CZ", "Czech Republic"), Group("NO", "Norway")]
ENTRIES = [
    CodebookEntry("time", "barriers", "Time", "", "", ["Time"], True, []),
    CodebookEntry("money", "barriers", "Money", "", "", ["Money"], True, []),
]
CODED = [Declared("CZ", "barriers"), Declared("NO", "barriers")]


def people(*silent: bool, group: str = "NO") -> list[Participant]:
    """Participants of a group; of each whether it was not asked about the domain."""
    return [
        Participant(f"P-{group}{n}", group, [], True, "", ["barriers"] if is_silent else [])
        for n, is_silent in enumerate(silent)
    ]


def said(person: Participant, code: str = "time") -> Mention:
    return Mention("a", person.participant, person.group, "barriers", code, 1, 1)


def counted(
    register: Sequence[Participant], mentions: Sequence[Mention], gaps: Sequence[NotCoded] = (), guide: bool = True
) -> dict[tuple[str, str], Cell]:
    silent = exposure.not_asked(register, mentions) if guide else None
    members = [(person.participant, person.group) for person in register]
    found = cells.aggregate(mentions, members, ENTRIES, GROUPS, gaps, CODED, silent)
    return {(cell.code, cell.group): cell for cell in found}


@pytest.mark.parametrize(
    ("silent", "speakers", "expected"),
    [
        ([False, False], [], (State.ABSENT, 0, 2, 0)),
        ([True, False], [], (State.ABSENT, 0, 1, 1)),
        ([True, True], [], (State.NOT_ASKED, None, 0, 2)),
        ([True, True], [0], (State.PRESENT, 1, 1, 1)),  # who speaks unasked counts as asked
        ([True, False], [1], (State.PRESENT, 1, 1, 1)),
        ([], [], (State.ABSENT, 0, 0, 0)),  # nobody was interviewed: the declaration holds
    ],
)
def test_the_state_and_the_numbers_of_a_cell(
    silent: list[bool], speakers: list[int], expected: tuple[State, int | None, int, int]
) -> None:
    register = people(*silent)
    cell = counted(register, [said(register[n]) for n in speakers])["time", "NO"]
    assert (cell.state, cell.participants, cell.interviewed, cell.not_asked) == expected


def test_what_was_never_coded_was_not_coded_whoever_was_asked() -> None:
    cell = counted(people(True), [], [NotCoded("NO", "barriers", "")])["time", "NO"]
    assert (cell.state, cell.not_asked) == (State.NOT_CODED, 1)


def test_without_a_guide_there_is_no_such_number() -> None:
    assert counted(people(False), [], guide=False)["time", "NO"].not_asked is None


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=6), st.lists(st.booleans(), max_size=3))
@settings(max_examples=repeats(10, 25), deadline=None)
def test_a_total_lies_in_its_range_whatever_those_not_asked_would_have_said(
    asked: list[tuple[bool, bool]], others: list[bool]
) -> None:
    register = [*people(*(silent for silent, _ in asked)), *people(*others, group="CZ")]
    mentions = [said(person) for person, (silent, speaks) in zip(register, asked, strict=False) if speaks]
    found = counted(register, mentions)
    row = matrices.Row("time", "Time", 0, [found["time", group.code] for group in GROUPS])
    silent = exposure.not_asked(register, mentions)
    every = [said(person) for person in register if person.participant in silent[person.group, "barriers"]]
    most = counted([*people(*([False] * len(asked))), *people(*([False] * len(others)), group="CZ")], mentions + every)
    assert row.total <= sum(most["time", group.code].state == State.PRESENT for group in GROUPS) == row.most
    assert all(cell.interviewed + (cell.not_asked or 0) == len(asked) for (_, g), cell in found.items() if g == "NO")


def test_the_notes_say_how_many_were_asked_and_what_a_range_is() -> None:
    register = [*people(True, False, False), *people(True, group="CZ")]
    matrix = matrices.build(
        counted(register, [said(register[1], "money")]).values(), ENTRIES, GROUPS, Domain("barriers", "Barriers")
    )
    words = labels.of("en", {}, "country", "countries")
    assert [row.range for row in matrix.rows] == ["0–2", "1–2"]
    assert matrices.gaps(matrix, [], words) == [
        "Asked about “Barriers”, of those interviewed: Czech Republic (CZ) 0/1, Norway (NO) 2/3."
    ]
    assert matrices.meaning_of_total(cell for row in matrix.rows for cell in row.cells) == "total_asked"


def test_who_spoke_unasked_is_listed_and_nothing_is_missing_where_nobody_was_asked() -> None:
    register = [*people(True), *people(True, group="CZ")]
    study = STUDY
    found = list(
        completeness.inspect([said(register[0])], register, ENTRIES, study, issues.Inspector("", {}, study.compare))
    )
    assert [issue.locator for issue in found if issue.check == "raised_unasked"] == ["participant P-NO0"]
    assert "CZ barriers" not in [issue.value for issue in found if issue.check == "domain_without_coding"]
