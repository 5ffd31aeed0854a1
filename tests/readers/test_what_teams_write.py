"""What a team must be able to say about its exports, and names as teams write them. All names are invented."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscase.coding.left_out_codes import LeftOutCodes
from crosscase.storage.schemas import CodebookEntry
from crosscase.study import configuration
from crosscase.study.facts import ExportSettings
from tests.builders.in_process import COLUMNS, run
from tests.builders.projects import ROOT
from tests.builders.small_study import STUDY, write_csv

TIME, MONEY, TRUST = "Lack of time", "Lack of money", "Lack of trust"
TIDY = ExportSettings("", "tidy", columns=COLUMNS)


def table(folder: Path, *rows: Sequence[object], header: Sequence[str] = ("doc", "code", "text")) -> Path:
    write_csv(folder / "export.csv", [header, *rows])
    return folder / "export.csv"


@pytest.mark.parametrize(
    ("pattern", "path", "is_left_out"),
    [
        ("Speakers", ("Speakers",), True),
        ("speakers ", ("SPEAKERS", "Somebody"), True),  # with all codes below it
        ("Speakers", ("Barriers", "Speakers"), True),
        ("Speakers", ("Speakers of the house",), False),
        ("Speaker*", ("Speakers of the house",), True),
        ("Memo *", ("Memory",), False),
        ("*autocode*", ("Barriers", "Autocoded: money", "x"), True),
        ("Notes > Memo", ("Notes", "Memo"), True),
        ("Notes > Memo", ("Team", "Notes", "Memo", "x"), True),
        ("Notes > Memo", ("Memo",), False),
        ("Notes > *", ("Notes",), False),
        ("Notes > *", ("Notes", "anything"), True),
        ("[a-z]+", ("abc",), False),
        ("Spea\u00adkers", ("Speakers",), True),
    ],
)
def test_a_code_is_left_out_by_name_or_pattern(pattern: str, path: tuple[str, ...], is_left_out: bool) -> None:
    assert LeftOutCodes([pattern]).pattern_of(path) == (pattern if is_left_out else "")


def test_codings_of_codes_that_are_left_out_are_counted_and_no_error(tmp_path: Path) -> None:
    rows = [("int_de_1", "Speakers > Ottokar Erdichtet", "never"), ("int_de_1", "Memo 3", "note"), ("no", "Memo 4", "")]
    path = table(tmp_path, ("int_de_1", TIME, "no"), *rows)
    found = run(path, replace(TIDY, leave_out=["Speakers", "Memo *", "Nothing"]))
    assert found.counts() == {("DE-01", "time"): 1}
    assert (found.balance.codings, found.balance.left_out, found.balance.errors) == (4, 3, 0)
    assert [(issue.value, issue.left_out, issue.severity) for issue in found.of("code_left_out")] == [
        ("Memo *", 2, "note"),
        ("Speakers", 1, "note"),
    ]
    assert {"2 codings left out by `leave_out`: “Memo *”", "1 coding left out by `leave_out`: “Speakers”"} <= {
        *found.to_check
    }
    assert not [sentence for sentence in found.to_check if "Erdichtet" in sentence or "codebook" in sentence]


def test_a_code_of_the_codebook_that_is_left_out_is_a_warning(tmp_path: Path) -> None:
    found = run(table(tmp_path, ("int_de_1", TIME, "no")), replace(TIDY, leave_out=["*time"]))
    (issue,) = found.of("codebook_code_left_out")
    assert (issue.severity, issue.value, issue.left_out, found.balance.left_out) == ("warning", TIME, 0, 1)


def load(**changes: Any) -> dict[str, ExportSettings]:
    plain = yaml.safe_load(yaml.safe_dump(STUDY))
    plain["exports"]["ie"] |= changes.pop("ie", {})
    return configuration.load({**plain, **changes}, ROOT / "workflow/schemas/study.schema.yaml", False).exports


def test_codes_are_left_out_of_all_exports_or_of_one() -> None:
    exports = load(leave_out=["Speakers"], ie={"leave_out": ["Memo*"]})
    assert (exports["ie"].leave_out, exports["en"].leave_out) == (["Speakers", "Memo*"], ["Speakers"])


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u2060", "\ufeff", "\u200e"])
def test_signs_that_nobody_sees_are_told_and_make_no_difference(tmp_path: Path, sign: str) -> None:
    row = (f"int{sign}_de_1", f"Lack of {sign}time", f"Ger{sign}many", "never")
    path = table(tmp_path, row, header=("doc", "code", "land", "text"))
    found = run(path, replace(TIDY, group_from={"variable": "land"}))
    assert found.counts() == {("DE-01", "time"): 1}
    assert found.checks() == {"unseen_signs", "country_normalised"}
    notes = {issue.value: issue.message for issue in found.of("unseen_signs")}
    (document,) = (value for value in notes if value.startswith("D-"))
    assert set(notes) == {document, TIME, "Germany"}
    assert all("1 coding: compared without them" in message for message in notes.values())
    assert [sentence for sentence in found.to_check if sentence.startswith("3 names have signs that nobody sees")]


def entry(code: str, *path: str, codable: bool = True, aliases: Sequence[str] = ()) -> CodebookEntry:
    return CodebookEntry(code, "barriers", path[-1], "", "", list(path), codable, list(aliases))


TWO_PARENTS = [
    entry("staff", "Staff", codable=False),
    entry("staff_time", "Staff", "Time"),
    entry("rooms", "Rooms", codable=False),
    entry("rooms_time", "Rooms", "Time"),
    entry("space", "Rooms", "Space"),
]


@pytest.mark.parametrize(
    ("stated", "check"),
    [
        ("Time", "ambiguous_code"),
        ("Barriers > Time", "ambiguous_code"),
        ("Space", "unknown_code"),
        ("Staff > Time", None),
        ("Elsewhere > Time", "unknown_code"),
    ],
)
def test_a_bare_name_under_two_parents_is_ambiguous(tmp_path: Path, stated: str, check: str | None) -> None:
    found = run(table(tmp_path, ("int_de_1", stated, "no")), entries=TWO_PARENTS)
    assert found.checks() == ({check} if check else set())
    if check == "ambiguous_code":
        (issue,) = found.of(check)
        assert "Barriers > Staff > Time and Barriers > Rooms > Time" in issue.message
        assert "make it an alias" in issue.suggestion
        assert any("name that several codes have" in sentence for sentence in found.to_check)


def test_the_advice_for_an_ambiguous_name_helps(tmp_path: Path) -> None:
    entries = [replace(one, aliases=["Time"]) if one.code == "rooms_time" else one for one in TWO_PARENTS]
    found = run(table(tmp_path, ("int_de_1", "Time", "no")), entries=entries)
    assert found.counts() == {("DE-01", "rooms_time"): 1}


def test_a_heading_and_the_code_of_its_name_are_not_two(tmp_path: Path) -> None:
    entries = [entry("staff", "Staff"), entry("a", "Staff", "Time", codable=False), entry("b", "Staff", "Time", "Time")]
    found = run(table(tmp_path, ("int_de_1", "Time", "no")), entries=entries)
    assert found.checks() == {"unknown_code"}
