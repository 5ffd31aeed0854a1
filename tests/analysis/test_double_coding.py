"""Units of participants whom several coders coded, and what their agreement is counted from. All is invented."""

import pytest

from crosscase.analysis import agreement_rows, double_coding
from crosscase.analysis.judgements import Frame
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
    found = double_coding.units(CELLS, CODINGS)
    assert [(*unit[1:4], unit.codings) for unit in found] == [
        ("time", "A", "P1", {"C1": 2, "C2": 1}),
        ("time", "B", "P3", {"C1": 0, "C3": 1}),
        ("money", "A", "P1", {"C1": 0, "C2": 0}),
        ("money", "B", "P3", {"C1": 1, "C3": 0}),
        ("trust", "A", "P1", {"C1": 0, "C2": 1}),
    ]


def test_what_coders_disagree_on_is_listed_coder_by_coder() -> None:
    found = list(double_coding.disagreements(double_coding.units(CELLS, CODINGS)))
    assert [(row.code, row.participant, row.coder, row.codings) for row in found] == [
        *(("time", "P3", "C1", 0), ("time", "P3", "C3", 1)),
        *(("money", "P3", "C1", 1), ("money", "P3", "C3", 0)),
        *(("trust", "P1", "C1", 0), ("trust", "P1", "C2", 1)),
    ]


def test_agreement_on_a_code_a_domain_a_group_and_all() -> None:
    said = double_coding.judgements(double_coding.units(CELLS, CODINGS))
    found = [row for row in agreement_rows.of(said, seed=1) if row.frame == Frame.ALL]
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
    said = double_coding.judgements(double_coding.units(cells, codings))
    row, *_ = agreement_rows.of(said, seed=1)
    assert (row.units, row.observed, row.positive) == (31, 0.967742, 0.947368)
    assert (row.alpha, row.kappa, row.cohen, row.ac1, row.pabak) == (None, None, None, None, 0.935484)
    assert row.undefined == "undefined: each code has one unit"


def test_without_double_coding_there_is_nothing_to_say() -> None:
    found = double_coding.units(CELLS, [row for row in CODINGS if row.coder == "C1"])
    assert not found and not list(double_coding.judgements(found)) and not list(double_coding.disagreements(found))
