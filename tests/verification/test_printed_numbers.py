"""Verification against the print, and the rules that stop a build."""

from dataclasses import replace
from pathlib import Path

import pytest

from crosscase.messages.errors import StudyError
from crosscase.storage.schemas import Balance, Cell, CodebookEntry, Issue, PublishedCheck, ReviewCount, SampleCount
from crosscase.study.facts import Group, SampleVariable
from crosscase.verification import printed_numbers, stop_rules
from crosscase.verification.printed_numbers import PrintedCategory, PrintedRow
from tests.builders.invented_cells import COUNTRIES

ENTRIES = [CodebookEntry("time", "barriers", "Time", "", "", ["Time"], True, [])]
GROUPS = [Group("CZ", "Czech Republic", "CZ"), Group("NO", "Norway", "NO")]
CELLS = [
    Cell("barriers", "time", "CZ", "present", 1, 40, 1),
    Cell("barriers", "time", "NO", "present", 2, 21, 5),
    Cell("barriers", "time", "PL", "not_coded", None, 0, None),
]
PLACE = "row 7 of the list"
ROLE = SampleVariable("role", "Role", ["Head", "Other", "not stated"], "role_percent")
COUNTS = [
    SampleCount("country", "CZ", 40, 65.6),
    SampleCount("country", "NO", 21, 34.4),
    SampleCount("role", "Head", 45, 73.8),
    SampleCount("role", "Other", 9, 14.8),
    SampleCount("role", "not stated", 7, 11.5),
]


def matrices(*rows: PrintedRow) -> list[tuple[str, float | None, float | None, float, str]]:
    checks = printed_numbers.verify_matrices(rows, CELLS, ENTRIES)
    return [(c.quantity, c.printed, c.printed_elsewhere, c.rebuilt, c.verdict) for c in checks]


def test_rows_that_match() -> None:
    assert matrices(PrintedRow("barriers", "Time", 2, 2)) == [
        ("marks", 2, None, 2, "match"),
        ("total", 2, None, 2, "match"),
        ("sum of totals", 2, None, 2, "match"),
    ]


def test_where_the_print_contradicts_itself_both_numbers_stay() -> None:
    assert matrices(PrintedRow("barriers", "Time", 2, 3)) == [
        ("marks", 2, None, 2, "match"),
        ("total", 3, 2, 2, "print_contradicts_itself"),
        ("sum of totals", 3, 2, 2, "print_contradicts_itself"),
    ]


def test_a_difference_that_is_not_the_prints_fault() -> None:
    assert [check[-1] for check in matrices(PrintedRow("barriers", "Time", 3, 3))] == ["mismatch"] * 3
    assert [check[-1] for check in matrices(PrintedRow("barriers", "Time", 3, 4))] == ["mismatch"] * 3


def test_rows_that_only_one_side_has() -> None:
    checks = list(printed_numbers.verify_matrices([PrintedRow("barriers", "Tme", 2, 2, PLACE)], CELLS, ENTRIES))
    assert (checks[0].verdict, checks[0].remark) == ("mismatch", "the codebook does not have the code of this row")
    assert (checks[-1].row, checks[-1].verdict) == ("time", "not_printed")


def sample(*rows: PrintedCategory) -> dict[tuple[str, str], PublishedCheck]:
    checks = printed_numbers.verify_sample(rows, COUNTS, GROUPS, [ROLE], COUNTRIES)
    return {(check.row, check.quantity): check for check in checks}


def test_percentages_and_participants_missing_in_them() -> None:
    checks = sample(PrintedCategory("role_percent", "Head", 74), PrintedCategory("role_percent", "Other", 15))
    assert checks["Head", "percent"].verdict == "match"
    assert checks["not stated", "percent"].verdict == "not_printed"
    whole = checks["all categories", "participants"]
    assert (whole.verdict, whole.printed, whole.printed_elsewhere) == ("print_contradicts_itself", 54, 61)
    assert "sum to 89 %, which is 54 of 61 participants" in whole.remark


def test_participants_per_group() -> None:
    numbers = (("CZ", 40), ("NO", 20), ("XX", 3))
    rows = [PrintedCategory("participants_per_country", code, n, PLACE) for code, n in numbers]
    verdicts = {row: check.verdict for (row, _), check in sample(*rows).items()}
    assert verdicts == {"CZ": "match", "NO": "mismatch", PLACE: "mismatch"}


def test_a_printed_table_that_no_variable_names_is_a_mismatch() -> None:
    assert sample(PrintedCategory("ages", "30-40", 3, PLACE))[PLACE, ""].verdict == "mismatch"


def test_what_the_study_has_no_word_for_is_named_by_its_place_alone(tmp_path: Path) -> None:
    """A label, a domain, a category and a table of the print may be somebody's words. The name is invented."""
    rows = "barriers,Time of Blomfield,2,2\nBlomfield,Time,2,2\nbarriers,Time,2,2\n"
    matrices = tmp_path / "m.csv"
    matrices.write_text(f"domain,label,printed_marks,printed_total\n{rows}", encoding="utf-8")
    categories = "role_percent,Blomfield,9\nBlomfield,Head,9\nparticipants_per_country,Blomfield,9\n"
    of_sample = tmp_path / "s.csv"
    of_sample.write_text(f"table,category,printed\n{categories}", encoding="utf-8")
    checks = [
        *printed_numbers.verify_matrices(printed_numbers.read_matrices(str(matrices)), CELLS, ENTRIES),
        *printed_numbers.verify_sample(printed_numbers.read_sample(str(of_sample)), COUNTS, GROUPS, [ROLE], COUNTRIES),
    ]
    with pytest.raises(StudyError) as stopped:
        stop_rules.stop_on_mismatches(checks, "list.csv")
    assert "Blomfield" not in "".join(map(str, (*stopped.value.problems, *checks)))
    places = [*(f"row {number} of {matrices}" for number in (2, 3)), *(f"row {n} of {of_sample}" for n in (2, 3, 4))]
    assert all(any(place in str(problem) for problem in stopped.value.problems) for place in places)
    assert {check.row for check in checks} >= {"Time", "Head", "CZ"}


def test_the_print_must_be_numbers(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("table,category,printed\nrole_percent,Head,many\n")
    with pytest.raises(StudyError, match="row 2: the column `printed` is not a whole number"):
        printed_numbers.read_sample(str(tmp_path / "p.csv"))


def check(verdict: str) -> PublishedCheck:
    return PublishedCheck("barriers", "Time", "marks", 3, None, 2, verdict, "")


def test_a_mismatch_stops_the_build() -> None:
    sentence = stop_rules.stop_on_mismatches(
        [check("match"), check("print_contradicts_itself"), check("not_printed")], "list.csv"
    )
    assert sentence == (
        "1 printed number matches; the print contradicts itself in 1 place; 1 number is not printed: see list.csv\n"
    )
    with pytest.raises(StudyError, match=r"list.csv, barriers, Time: marks: rebuilt 2, printed 3\."):
        stop_rules.stop_on_mismatches([check("match"), check("mismatch")], "list.csv")
    sentence = stop_rules.stop_on_mismatches([check("match"), check("mismatch")], "list.csv", withdrawn=True)
    assert sentence == "1 number differs from the print, because participants have withdrawn: see list.csv\n"


def issue(severity: str, export: str = "cz") -> Issue:
    return Issue(severity, "unknown_code", export, "row 7", "Tme", "the code is not in the codebook", "Fix it.", 1)


def test_an_error_stops_the_build() -> None:
    balance = [Balance("cz", 10, 9, 0, 1, 0, 1, 2), Balance("", 0, 0, 0, 0, 0, 3, 0)]
    sentence = stop_rules.verdict(9, balance, [issue("warning")], "issues.csv")
    assert sentence == "9 of 10 codings are in the tables; no errors, 4 warnings, 2 notes: see issues.csv\n"
    with_review = stop_rules.verdict(9, balance, [], "issues.csv", [ReviewCount("cz", 1, 3)])
    assert "\n1 word that may identify somebody waits for a decision: run `crosscase review`\n" in with_review
    alike = [issue("error"), replace(issue("error"), locator="row 9")]
    many = [replace(issue("error"), value=str(number)) for number in range(25)]
    with pytest.raises(StudyError) as error:
        stop_rules.stop_on_errors([*alike, *many], {"cz": "data/raw/cz.xlsx"}, "issues.csv")
    lines = str(error.value).splitlines()
    what = "the code is not in the codebook (unknown_code: Tme). Fix it."
    assert lines[0] == f"data/raw/cz.xlsx, row 7 and 1 more place: {what}"
    assert lines[-2:] == [
        "data/raw/cz.xlsx: 16 more kinds of error.",
        "issues.csv: all 27 errors are listed in this file.",
    ]
    assert len(lines) == 12
