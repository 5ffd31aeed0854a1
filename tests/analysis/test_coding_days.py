"""A coder who codes again, and coders who drift apart, by the days of their codings. All is invented."""

from crosscase.analysis import coding_days, double_coding
from crosscase.analysis.agreement_tables import OverTime, Period
from crosscase.storage.schemas import Cell, CellCoding, State

CODES = {"time": "barriers", "money": "barriers", "trust": "helps"}
CELLS = [Cell(domain, code, "A", State.PRESENT, 1, 4, 1) for code, domain in CODES.items()]
Rows = list[tuple[str, str, str, str, str]]  # participant, coder, export, code, day


def over_time(rows: Rows) -> list[OverTime]:
    codings = [
        CellCoding(CODES[code], code, "A", participant, export, f"{number:016}", "D", None, None, coder, 1)
        for number, (participant, coder, export, code, _) in enumerate(rows)
    ]
    days = {f"{number:016}": row[4] for number, row in enumerate(rows) if row[4]}
    judgements = double_coding.judgements(double_coding.shared(CELLS, codings), CELLS)
    return list(coding_days.of(judgements, codings, days, {"A": CODES}, seed=1))


AGAIN: Rows = [
    ("P1", "C1", "x", "time", "2024-01-01"),
    ("P1", "C1", "x", "trust", "2024-01-02"),
    ("P1", "C1", "y", "time", "2024-06-01"),
    ("P1", "C1", "y", "money", "2024-06-01"),
]


def test_a_coder_who_codes_again_is_compared_on_the_domains_of_both_times() -> None:
    (found,) = over_time(AGAIN)
    assert (found.period, found.one, found.other, found.units, found.observed) == (Period.AGAIN, "C1", "C1", 2, 0.5)


def test_two_exports_of_one_time_or_without_days_are_no_second_judgement() -> None:
    at_once = [(*row[:4], "2024-01-01") for row in AGAIN]
    mixed = [*AGAIN, ("P1", "C1", "y", "time", "2024-01-01")]
    partly = [*AGAIN[:-1], (*AGAIN[-1][:4], "")]
    assert over_time(at_once) == over_time(mixed) == over_time(partly) == []
    assert over_time([(*row[:4], "") for row in AGAIN]) == []


def test_the_earlier_half_is_compared_with_the_later_one() -> None:
    rows: Rows = []
    for number in (1, 2, 3, 4):
        day, second = f"2024-0{number}-01", "time" if number < 3 else "money"
        rows += [(f"P{number}", "C1", "x", "time", day), (f"P{number}", "C2", "x", second, day)]
    found = {(row.period, row.one): row for row in over_time(rows)}
    assert {key[1] for key in found} == {"(all)", "C1"}
    assert found[Period.EARLIER, "C1"].observed == 1 and found[Period.EARLIER, "C1"].participants == 2
    assert round(found[Period.LATER, "C1"].observed or 0, 3) == 0.333
    assert found[Period.LATER, "C1"].undefined == "" and found[Period.EARLIER, "C1"].positive == 1


def test_one_day_has_no_halves() -> None:
    assert (
        over_time([(f"P{number}", coder, "x", "time", "2024-01-01") for number in (1, 2) for coder in ("C1", "C2")])
        == []
    )
