"""One row a finding, and the checklists: what the numbers of other tables say, and nothing else. All is invented."""

import pytest

from crosscase.analysis import checklists, findings, reported_facts
from crosscase.analysis.checklists import Fact, Filled
from crosscase.analysis.rules import STUDY, RuleCell
from crosscase.labels import labels
from crosscase.storage.schemas import Cell, CellCoding, CodebookEntry, Participant, State
from tests.builders.invented_cells import STUDY as INVENTED

CODEBOOK = [
    CodebookEntry("time", "d", "Time", "not enough of it", "", ["Time"], True, []),
    CodebookEntry("haste", "d", "Haste", "", "", ["Haste"], True, []),
]
CELLS = [
    Cell("d", "time", "CZ", State.PRESENT, 1, 4, 2),
    Cell("d", "time", "EL", State.PRESENT, 3, 5, 9),
    Cell("d", "time", "NO", State.NOT_CODED, None, 4, None),
]


def ruled(rule: str, group: str, state: State, without_present: int | None) -> RuleCell:
    return RuleCell(rule, "d", "time", group, state, 1, 1, 4, without_present, 0, 0)


WORDS = labels.of("en", {}, "country", "countries")
RULED = [
    *(ruled(STUDY, "CZ", State.PRESENT, 3), ruled(STUDY, "EL", State.PRESENT, 4)),
    *(ruled("at_least_2", "CZ", State.ABSENT, 0), ruled("at_least_2", "EL", State.PRESENT, 4)),
    *(ruled("share_10", "CZ", State.PRESENT, 3), ruled("share_10", "EL", State.PRESENT, 4)),
]


def rows(
    cells: list[Cell], quotes: dict[tuple[str, str], list[str]], opposites: dict[str, findings.Opposite] | None = None
) -> list[findings.Finding]:
    rule = "at least 1 participant"
    return list(findings.of_codes(cells, CODEBOOK, RULED, [], quotes, opposites or {}, WORDS, rule))


def test_a_row_says_what_stands_behind_a_code() -> None:
    (row,) = rows(CELLS, {("time", "EL"): list("abcde"), ("time", "CZ"): ["f", "g"], ("haste", "CZ"): ["h"]})
    assert (row.label, row.definition, row.present, row.counted) == ("Time", "not enough of it", 2, 2)
    assert row.by_group == "CZ present 1 of 4; EL present 3 of 5; NO not coded"
    assert (row.participants, row.interviewed, row.fragile) == (4, 9, "CZ")
    assert (row.quotes, row.quotable) == (7, "f; g; a; b; c")
    assert (row.unchanged_under, row.changed_under) == ("share_10", "at_least_2: CZ")
    assert (row.double_coded, row.agreement, row.alpha) == (0, None, None)
    assert (row.opposite, row.opposite_by_group, row.both) == ("", "", None)
    assert row.sentence == (
        "“Time” was raised by 4 of 9 participants and is present in 2 of 2 countries (at least 1 participant; not "
        "counted: NO not coded)."
    )


@pytest.mark.parametrize("state", [State.NOT_CODED, State.UNKNOWN, State.NOT_ASKED])
def test_a_row_in_which_nothing_was_counted_says_so(state: State) -> None:
    (row,) = rows([Cell("d", "time", "NO", state, None, 0, None)], {})
    words = WORDS(state)
    assert (row.present, row.counted, row.by_group) == (0, 0, f"NO {words}")
    assert row.sentence == f"“Time”: nothing was counted (NO {words})."


def test_the_opposite_is_told_in_both_directions() -> None:
    def coding(code: str, person: str) -> CellCoding:
        return CellCoding("d", code, "CZ", person, "x", "0", "D", None, None, None, 1)

    codings = [coding("time", "P1"), coding("haste", "P1"), coding("time", "P2"), coding("haste", "P3")]
    found = findings.opposites_of([["haste", "time"]], codings)
    assert found == {"haste": findings.Opposite("time", 1), "time": findings.Opposite("haste", 1)}
    more = [Cell("d", "haste", "CZ", State.PRESENT, 2, 4, 2)]
    one, other = rows([*CELLS, *more], {}, found)
    assert (one.opposite, one.opposite_by_group, one.both) == ("haste", "CZ present 2 of 4", 1)
    assert (other.opposite, other.opposite_by_group) == ("time", one.by_group)


def test_checklists_have_all_items_and_say_what_is_left_to_authors() -> None:
    for items, numbers in (
        (checklists.coreq({}, WORDS), [str(number) for number in range(1, 33)]),
        (checklists.srqr({}, WORDS), [f"S{number}" for number in range(1, 22)]),
    ):
        found = list(items)
        assert [item.number for item in found] == numbers
        assert len({(item.part, item.item) for item in found}) == len(numbers)
        assert {(item.filled, item.text, item.source) for item in found} == {(Filled.BY_AUTHORS, "", "")}
    every = {fact: f"It is {fact}." for fact in Fact}
    used = {
        item.text
        for item in (*checklists.coreq(every, WORDS), *checklists.srqr(every, WORDS))
        if item.filled == Filled.IN_PART
    }
    assert used == set(every.values())
    assert set(checklists.SOURCES) == set(Fact)


def test_sentences_are_made_of_what_there_is() -> None:
    people = [Participant("P1", "CZ", [], True), Participant("P1", "EL", [], True), Participant("P2", "CZ", [], False)]
    known = reported_facts.of(
        reported_facts.Material(INVENTED, people, rows(CELLS, {("time", "CZ"): ["0"]}), [], [], [])
    )
    assert known[Fact.SAMPLE] == "Synthetic data: 2 participants: CZ 2, EL 1, NO 0."
    assert known[Fact.CONSENT] == "Synthetic data: 1 of 2 participants agreed to be quoted."
    assert known[Fact.EVERYWHERE] == (
        "Synthetic data: 1 of 1 code is present in every group that was coded and asked: Time."
    )
    assert known[Fact.WEIGHT] == "Synthetic data: Marks that leaving out one participant may undo: 1 of 2."
    assert known.keys().isdisjoint({Fact.CODERS, Fact.GUIDE, Fact.VARIABLES})
    assert reported_facts.of(reported_facts.Material(INVENTED, [], [], [], [], []))[Fact.WEIGHT]
