"""What a team must be able to say about its exports, and names as teams write them. All names are invented."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscase.anonymisation.stated_groups import StatedGroups
from crosscase.codebooks import codebook_formats
from crosscase.codebooks.listed import Source
from crosscase.coding.left_out_codes import LeftOutCodes
from crosscase.readers import export_formats
from crosscase.readers.raw import Export, RawCoding
from crosscase.storage.schemas import CodebookEntry
from crosscase.study import configuration
from crosscase.study.facts import ExportSettings
from tests.builders.export_files import FILES
from tests.builders.in_process import COLUMNS, run
from tests.builders.projects import ROOT
from tests.builders.small_study import STUDY, write_csv
from tests.reconstruction.project import Coding, Document, Project

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
        ("a*a", ("a",), False),
        ("a*b*c", ("a-c-b-c",), True),
        ("a*b*c", ("acb",), False),
        ("*", ("",), True),
        ("*a" * 40 + "b", ("a" * 100_000,), False),  # in no time
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


def test_names_that_no_issue_needs_are_not_looked_at(tmp_path: Path) -> None:
    """The names of columns would wait for review."""
    path = table(tmp_path, ("int_de_1", TIME, "no"), header=("Belmiro", "code", "text"))
    found = run(path, replace(TIDY, columns={**COLUMNS, "document": "Belmiro"}))
    assert found.to_review == []


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
    assert found.checks() == {"unseen_signs", "group_normalised"}
    notes = {issue.value: issue.message for issue in found.of("unseen_signs")}
    (document,) = (value for value in notes if value.startswith("D-"))
    assert set(notes) == {document, TIME, "Germany"}
    assert all("1 coding: compared without them" in message for message in notes.values())
    assert [sentence for sentence in found.to_check if sentence.startswith("3 names have a sign that nobody sees")]


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


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("above", [["A study"], ["A study", ""], ['"Two', 'lines", a; b'], ["a,b;c", "x\ty"]])
@pytest.mark.parametrize("header", ["doc,code,text", "Document name,Code,Segment"])
def test_headings_may_stand_below_a_title(tmp_path: Path, separator: str, above: list[str], header: str) -> None:
    lines = [*above, header, f"int_de_1,{TIME},never", f"int_pt_1,{MONEY},none"]
    text = "\n".join([*above, *(line.replace(",", separator) for line in lines[len(above) :])])
    (tmp_path / "export.csv").write_text(text, encoding="utf-8")
    row = 2 if above[0].startswith('"') else len(above) + 1  # a title of two lines is one row
    settings = TIDY if header.startswith("doc") else ExportSettings("", "auto")
    found = run(tmp_path / "export.csv", replace(settings, header_row=row))
    assert found.counts() == {("DE-01", "time"): 1, ("PT-01", "money"): 1}


def test_a_report_of_qualcoder_may_stand_below_a_title(tmp_path: Path) -> None:
    rows = [["Report"], ["File", "Coder", "Coded", "Id", "Codename"], ["int_de_1", "JN", "never", "ctid:1", TIME]]
    write_csv(tmp_path / "export.csv", rows)
    found = run(tmp_path / "export.csv", ExportSettings("", "auto", header_row=2))
    assert found.counts() == {("DE-01", "time"): 1}


@pytest.mark.parametrize("header", ["document,quotation,codes,comment", "Document,Quotation,Codes,Comment"])
def test_the_headings_of_atlasti_web_are_known(tmp_path: Path, header: str) -> None:
    rows = [("int_de_1", "never", f"{TIME}, {MONEY}", ""), ("int_de_1", "never", TIME, "again")]
    found = run(table(tmp_path, *rows, header=header.split(",")), ExportSettings("", "auto"))
    assert found.counts() == {("DE-01", "time"): 2, ("DE-01", "money"): 1}
    assert found.checks() == set()


def test_highlights_of_taguette_need_no_id(tmp_path: Path) -> None:
    rows = [("int_de_1", TIME, "never"), ("int_de_1", TIME, "no"), ("int_de_1", TIME, "no"), ("int_pt_1", "", "x")]
    found = run(table(tmp_path, *rows, header=("document", "tag", "content")), ExportSettings("", "auto"))
    assert found.counts() == {("DE-01", "time"): 2}
    assert found.checks() == {"duplicate_coding", "row_without_code"}
    assert (found.balance.codings, found.balance.left_out) == (3, 1)


def test_excerpts_of_dedoose_need_no_place_and_no_date(tmp_path: Path) -> None:
    header = ("Media Title", "Excerpt Copy", f"Code: {TIME} Applied", f"Code: {TIME} Weight")
    rows = [("int_de_1", "yes", "True", 1), ("int_de_1", "yes", "True", 2), ("int_de_1", "yes", "True", 2)]
    found = run(table(tmp_path, *rows, header=header), ExportSettings("", "auto"))
    assert found.counts() == {("DE-01", "time"): 2}
    assert found.checks() == {"duplicate_coding"}


JOINED = Project(
    "joined",
    (Document("int_de_1", "Never any time.", "DE"),),
    (Coding("int_de_1", ("Staff%Lack%Time",), "JN", 0, 15),),
)


@pytest.mark.parametrize("tool", FILES)
def test_every_format_splits_names_at_the_separator(tmp_path: Path, tool: str) -> None:
    write, settings, tells = FILES[tool]
    write(JOINED, tmp_path / "export")
    source = Export(str(tmp_path / "export"), ExportSettings("", tool, **{**settings, "separator": "%"}))
    assert [coding.code_path for coding in export_formats.read(source)] == [("Staff", "Lack", "Time")]
    assert source.notes.code_paths == ({("Staff", "Lack", "Time")} if "codes" in tells else set())


def test_a_codebook_is_split_as_the_codings_of_its_project(tmp_path: Path) -> None:
    FILES["refi_qda"][0](JOINED, tmp_path / "export")
    book = codebook_formats.read(Source(str(tmp_path / "export"), "%"))
    assert [code.path for code in book.codes if code.listed] == [("Staff", "Lack", "Time")]


@pytest.mark.parametrize(
    ("pattern", "document", "country"),
    [
        ("{group}*", "DE01_int", "DE"),
        ("{group}*", "de_1", "de"),
        ("{group}*", "Germany 1", "Germany"),
        ("{group}*", "DEN01_int", "DEN"),  # no country of the study: an error, not DE
        ("{group}??_*", "DE01_int", None),
        ("{group}01_*", "DE01_int", "DE"),
        ("{group}*_*", "DE01_int", "DE"),
        ("*{group}*", "int_01PT", "PT"),
        ("*{group}*", "interview PT-1", "PT"),
        ("int{group}*", "intPT1", "PT"),
        ("{group}_*", "New Land_1", "New Land"),
        ("{group}_*", "D\u00adE_1", "DE"),
    ],
)
def test_a_pattern_takes_the_countries_of_the_study(pattern: str, document: str, country: str | None) -> None:
    settings = ExportSettings("", "tidy", group_from={"document": pattern})
    stated = StatedGroups(settings, list, own_names=["DE", "Germany", "PT", "Portugal"])
    assert stated.groups_of(RawCoding("", document, ())) == ([country] if country else [])


@pytest.mark.parametrize("between", [" > ", "\u00a0> ", "  >\t", " >\u200b "])
@pytest.mark.parametrize("tool", ["tidy", "maxqda"])
def test_white_space_around_a_separator_does_not_matter(tmp_path: Path, between: str, tool: str) -> None:
    header = ("doc", "code", "text") if tool == "tidy" else ("Document name", "Code", "Segment")
    path = table(tmp_path, ("int_de_1", f"Barriers{between}{TIME}", "never"), header=header)
    assert run(path, TIDY if tool == "tidy" else ExportSettings("", "maxqda")).counts() == {("DE-01", "time"): 1}


def test_signs_that_nobody_sees_hide_no_column_and_no_mark(tmp_path: Path) -> None:
    path = table(tmp_path, ("int_de_1", "x\u200b", "\u200b"), header=("doc", f"Co\u00adde: {TIME}", f"Code: {MONEY}"))
    how = ExportSettings("", "tidy", columns={"document": "doc"}, code_columns=["Code: *"])
    assert run(path, how).counts() == {("DE-01", "time"): 1}
