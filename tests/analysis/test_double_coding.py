"""Units of participants whom several coders coded, and what their agreement is counted from. All is invented."""

from dataclasses import replace

import pytest

from crosscase.analysis import agreement_rows, double_coding, sums_of_people
from crosscase.analysis.judgements import Frame, Judgement
from crosscase.analysis.rows import ALL
from crosscase.storage.schemas import Cell, CellCoding, State

CODES = {"time": "barriers", "money": "barriers", "trust": "helps"}
CELLS = [
    Cell(domain, code, group, State.NOT_CODED if (group, domain) == ("B", "helps") else State.PRESENT, 1, 2, 1)
    for code, domain in CODES.items()
    for group in "AB"
]


def coding(group: str, participant: str, coder: str | None, code: str, export: str = "x") -> CellCoding:
    document = f"D-{export}-{participant}"  # its pseudonym differs from export to export
    return CellCoding(CODES[code], code, group, participant, export, "0" * 16, document, None, None, coder, 1)


CODINGS = [
    coding("A", "P1", "C1", "time"),
    coding("A", "P1", "C1", "time"),
    coding("A", "P1", "C2", "time", "y"),
    coding("A", "P1", "C2", "trust", "y"),
    coding("A", "P2", "C1", "money"),  # one coder: no judgement of another
    coding("B", "P3", "C1", "money"),
    coding("B", "P3", "C3", "time"),
    coding("B", "P4", None, "time"),
    coding("B", "P4", "C1", "time"),
    coding("B", "P5", "C1", "time"),
    coding("B", "P5", "C4", "trust"),  # a domain that was not coded for the group
]


def test_units_are_the_codes_of_participants_that_two_coders_coded() -> None:
    found = double_coding.shared(CELLS, CODINGS)
    assert [(one.group, one.participant) for one in found] == [("A", "P1"), ("B", "P3")]
    units = {
        (said.participant, code): (one.times(code), dict(said.units(code, Frame.ALL)))
        for one, said in zip(found, double_coding.judgements(found, CELLS), strict=True)
        for code in said.codes
    }
    assert units == {
        ("P1", "time"): ({"C1": 2, "C2": 1}, {(True, True): 1}),
        ("P1", "money"): ({"C1": 0, "C2": 0}, {(False, False): 1}),
        ("P1", "trust"): ({"C1": 0, "C2": 1}, {(False, True): 1}),
        ("P3", "time"): ({"C1": 0, "C3": 1}, {(False, True): 1}),
        ("P3", "money"): ({"C1": 1, "C3": 0}, {(True, False): 1}),
    }


def test_what_coders_disagree_on_is_listed_coder_by_coder() -> None:
    found = list(double_coding.disagreements(double_coding.shared(CELLS, CODINGS), CELLS))
    assert [(row.code, row.participant, row.coder, row.codings) for row in found] == [
        *(("time", "P3", "C1", 0), ("time", "P3", "C3", 1)),
        *(("money", "P3", "C1", 1), ("money", "P3", "C3", 0)),
        *(("trust", "P1", "C1", 0), ("trust", "P1", "C2", 1)),
    ]


def test_a_pair_keeps_the_marked_units_that_a_third_coder_gave() -> None:
    codings = [coding("A", "P1", coder, code) for coder, code in (("C1", "time"), ("C2", "time"), ("C3", "money"))]
    (said,) = double_coding.judgements(double_coding.shared(CELLS, codings), CELLS)
    pair = said.of(("C1", "C2"))
    assert pair.units("money", Frame.MARKED) == pair.units("trust", Frame.ALL) == {(False, False): 1}
    assert not pair.units("trust", Frame.MARKED)


def said_of(cells: list[Cell], codings: list[CellCoding]) -> list[Judgement]:
    return list(double_coding.judgements(double_coding.shared(cells, codings), cells))


def test_agreement_on_a_code_a_domain_a_group_and_all() -> None:
    found = [row for row in agreement_rows.of(said_of(CELLS, CODINGS), seed=1) if row.frame == Frame.ALL]
    rows = {(row.domain, row.code, row.group): row for row in found if row.one == ALL}
    time = rows["barriers", "time", ALL]
    assert (time.coders, time.participants, time.units, time.observed, time.cohen) == (3, 2, 2, 0.5, None)
    whole = rows["barriers", ALL, "A"]
    assert (whole.coders, whole.participants, whole.units, whole.observed, whole.cohen) == (2, 1, 2, 1, None)
    assert (whole.prevalence, whole.bias, whole.positive, whole.negative, whole.alpha) == (0, 0, 1, 1, None)
    assert whole.undefined == "undefined: each code has one unit"
    everything = rows[ALL, ALL, ALL]
    assert (everything.units, everything.observed) == (5, 0.4)
    one = rows["helps", "trust", ALL]
    assert (one.observed, one.positive, one.negative) == (0, 0, 0)
    assert rows["barriers", "money", ALL].pabak == pytest.approx(0)
    pairs = {(row.one, row.other): row for row in found if row.one != ALL}
    assert {pair: row.units for pair, row in pairs.items()} == {("C1", "C2"): 3, ("C1", "C3"): 2}
    assert pairs["C1", "C2"].bias == 0.333333 and pairs["C1", "C2"].prevalence == 0


def test_coders_who_meet_on_one_participant_show_no_chance() -> None:
    """The formulas would give alpha 0 and kappa -1 for any disagreement, however many codes they agree on."""
    cells = [Cell("d", f"c{number}", "A", State.PRESENT, 1, 1, 1) for number in range(31)]
    codings = [
        CellCoding("d", f"c{number}", "A", "P1", "x", "0", "D", None, None, coder, 1)
        for coder, codes in (("C1", range(10)), ("C2", range(1, 10)))
        for number in codes
    ]
    row, *_ = agreement_rows.of(said_of(cells, codings), seed=1)
    assert (row.units, row.observed, row.positive) == (31, 0.967742, 0.947368)
    assert (row.alpha, row.kappa, row.cohen, row.ac1, row.pabak) == (None, None, None, None, 0.935484)
    assert row.undefined == "undefined: each code has one unit"


def test_without_double_coding_there_is_nothing_to_say() -> None:
    alone = [row for row in CODINGS if row.coder == "C1"]
    assert not double_coding.shared(CELLS, alone) and not said_of(CELLS, alone)
    assert not list(double_coding.disagreements([], CELLS))


def test_codes_have_the_order_of_the_codebook_where_a_group_was_coded_for_the_later_domain_alone() -> None:
    cells = [
        replace(row, state=State.NOT_CODED) if (row.group, row.domain) == ("A", "barriers") else row for row in CELLS
    ]
    codings = [*CODINGS, coding("A", "P1", "C1", "trust")]
    found = agreement_rows.of(said_of(cells, codings), seed=1)
    assert [row.code for row in found if row.code != ALL and row.frame == Frame.ALL] == ["time", "money", "trust"]


def test_of_codes_that_nobody_gave_there_is_one_sum() -> None:
    """With 3,000 codes and 600 participants there were two million, at each of three levels."""
    codes = [f"c{number}" for number in range(3000)]
    cells = [Cell("d", code, "A", State.PRESENT, 1, 6, 1) for code in codes]
    codings = [
        CellCoding("d", code, "A", f"P{person}", "x", "0", "D", None, None, coder, 1)
        for person in range(6)
        for coder, code in (("C1", f"c{person}"), ("C2", "c1"))
    ]
    people = sums_of_people.of(said_of(cells, codings), Frame.ALL, scale=2)
    row = sums_of_people.People(people, codes)
    assert [(column.code, column.times) for column in row.columns] == [
        *((f"c{number}", 1) for number in range(6)),
        ("c6", 2994),
    ]
    whole, *_ = agreement_rows.of(said_of(cells, codings), seed=1)
    assert (whole.units, whole.participants, whole.observed) == (18_000, 6, round(17_990 / 18_000, 6))
