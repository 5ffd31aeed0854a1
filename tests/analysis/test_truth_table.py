"""Cases and truth table for QCA: what is unknown stays empty, and every case is in one row or said to be in none."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis import truth_table
from crosscase.analysis.truth_table import Case
from crosscase.labels import labels
from crosscase.storage import files
from crosscase.storage.schemas import Cell, Participant, State
from crosscase.study.facts import TruthTable

WORDS = labels.of("en", {}, "country", "countries")

SIGNS = {"x": State.PRESENT, "": State.ABSENT, "-": State.NOT_CODED, "?": State.UNKNOWN, "–": State.NOT_ASKED}
OF_CODES = TruthTable(["a", "b"], "c", [], "groups")
PEOPLE = [Participant(f"P-{n}", group, [], True) for n, group in enumerate(("B", "A", "A"), 1)]


def cells(**groups: str) -> list[Cell]:
    """The cells of the codes a, b, c: a sign a code, several groups."""
    return [
        Cell("d", code, group, SIGNS[signs.split(",")[number]], None, 2, None)
        for number, code in enumerate("abc")
        for group, signs in groups.items()
    ]


def test_groups_have_the_states_of_the_tables() -> None:
    found = truth_table.of_groups(cells(A="x,,x", B="-,x,x", C="?,,–"), OF_CODES)
    assert found == [Case(("A",), (1, 0, 1)), Case(("B",), (None, 1, 1)), Case(("C",), (None, 0, None))]
    by_groups = TruthTable(["a"], "", ["B", "C"], "groups")
    assert [case.values[-1] for case in truth_table.of_groups(cells(A="x,,x", B="-,x,x", C="?,,–"), by_groups)] == [
        *(0, 1, 1)
    ]


def test_a_participant_has_what_he_or_she_raised_and_nothing_where_nobody_asked() -> None:
    wanted = TruthTable(["a", "b"], "", ["B"])
    raised = {("a", "A"): {"P-2": 1}, ("b", "B"): {"P-1": 3}}
    silent = {("A", "d"): {"P-3"}}
    found = truth_table.of(cells(A="x,,x", B="?,x,x"), PEOPLE, silent, raised, wanted)
    assert found == [
        Case(("P-2", "A"), (1, 0, 0)),
        Case(("P-3", "A"), (None, None, 0)),
        Case(("P-1", "B"), (None, 1, 1)),
    ]
    head, rows = truth_table.rows_of_cases(found, wanted)
    assert (head, rows[1]) == (["case", "group", "a", "b", "outcome"], ["P-3", "A", None, None, 0])
    head, rows = truth_table.rows_of_combinations(found, wanted)
    assert (head, rows) == (["a", "b", "outcome", "n", "consistency", "cases"], [[1, 0, "0", 1, 0, "P-2 A"]])


@pytest.mark.parametrize("kind", ["participants", "groups"])
def test_the_file_of_cases_gives_the_cases_back(tmp_path: Path, kind: str) -> None:
    wanted = TruthTable(["a", "b"], "c", [], kind)
    names = [("P-1", "=Land"), ("P-2", "A B")] if kind == "participants" else [("=Land",), ("A B",)]
    cases = [Case(name, values) for name, values in zip(names, ((1, 0, None), (None, 1, 1)), strict=True)]
    path = tmp_path / "qca_cases.csv"
    files.write_csv(path, *truth_table.rows_of_cases(cases, wanted))
    assert truth_table.read(path, wanted) == cases


def test_rows_with_and_without_the_outcome_contradict_themselves() -> None:
    values = ((1, 0, 1), (1, 0, 0), (1, 0, 1), (0, 0, 0), (1, 1, 1), (1, None, 1), (0, 1, None))
    cases = [Case((f"G{number}",), value) for number, value in enumerate(values)]
    assert truth_table.rows_of_combinations(cases, OF_CODES)[1] == [
        [1, 1, "1", 1, 1, "G4"],
        [1, 0, "C", 3, 0.666667, "G0; G1; G2"],
        [0, 0, "0", 1, 0, "G3"],
    ]
    assert list(truth_table.sentences(cases, OF_CODES, WORDS)) == [
        "The truth table has 2 conditions and 5 cases: 3 of 4 combinations occur, 1 with and without the outcome.",
        "2 cases not in it: not asked, not coded, or unknown for a condition or the outcome.",
    ]
    assert not truth_table.combinations([])


@given(st.lists(st.tuples(*[st.sampled_from([0, 1, None])] * 3)))
def test_every_known_case_is_in_one_row(values: list[tuple[int | None, ...]]) -> None:
    cases = [Case((f"G{number}",), value) for number, value in enumerate(values)]
    _, rows = truth_table.rows_of_combinations(cases, OF_CODES)
    members = Counter(name for row in rows for name in str(row[-1]).split("; "))
    assert members == Counter(case.name[0] for case in cases if None not in case.values)
    assert [row[3] for row in rows] == [len(str(row[-1]).split("; ")) for row in rows]


@pytest.mark.parametrize(
    ("codes", "names"),
    [
        (["time", "Money_2"], ["time", "Money_2"]),
        (["2", "zeit für", "c2"], ["c1", "c2", "c3"]),
        (["Case", "a.b", "a", "A"], ["c1", "c2", "a", "c4"]),
    ],
)
def test_columns_have_names_that_the_programs_take(codes: list[str], names: list[str]) -> None:
    assert list(truth_table.names_of(codes).items()) == list(zip(codes, names, strict=True))
