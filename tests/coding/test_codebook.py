"""The codebook: what is refused, and which code a name in an export means."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.coding import codebook
from crosscase.coding.codebook import Codebook
from crosscase.messages.errors import StudyError
from crosscase.storage.schemas import CodebookEntry, Match
from crosscase.study.facts import Domain

HEADER = "domain,code,label,definition,parent,order,codable,aliases\n"
DOMAINS = [Domain("barriers", "Barriers", ["Barrieren"]), Domain("factors", "Facilitating factors")]
ROWS = """\
factors,funding,Funding,,,1,no,
factors,secure,"Secure, lasting",,funding,2,,Sichere Mittel | seguro
barriers,other,Other,,,2,yes,
barriers,time,Time,,,1,yes,
factors,other_factor,Other,,,3,yes,
barriers,straße,Straßen,,,4,yes,
"""


def read(tmp_path: Path, rows: str) -> Codebook:
    path = tmp_path / "codebook.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return Codebook(codebook.read(str(path), DOMAINS), DOMAINS)


def test_codes_come_in_the_order_of_domains_and_rows(tmp_path: Path) -> None:
    assert list(read(tmp_path, ROWS).entries) == ["time", "other", "straße", "funding", "secure", "other_factor"]


@pytest.mark.parametrize(
    "headings", ["domain,code,label", "Bereich,Code,Bezeichnung", "Domínio,Código,Designação", "Obszar,Kod,Etykieta"]
)
def test_only_what_has_no_default_must_be_there(tmp_path: Path, headings: str) -> None:
    """A codebook without a column `parent` has no levels."""
    path = tmp_path / "codebook.csv"
    path.write_text(f"{headings}\nbarriers,time,Time\nfactors,funding,Funding\n", encoding="utf-8")
    entries = codebook.read(str(path), DOMAINS)
    assert [(entry.code, entry.parent, entry.path, entry.codable) for entry in entries] == [
        ("time", "", ["Time"], True),
        ("funding", "", ["Funding"], True),
    ]


def test_what_must_be_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "codebook.csv"
    path.write_text("order,definition\n1,x\n", encoding="utf-8")
    with pytest.raises(StudyError, match=r"it has no columns 'domain', 'code' and 'label'\."):
        codebook.read(str(path), DOMAINS)


@pytest.mark.parametrize(("codable", "expected"), [("nein", False), ("Tak", True), ("ΝΑΙ", True), ("", True)])
def test_codable_is_understood_in_each_language(tmp_path: Path, codable: str, expected: bool) -> None:
    assert read(tmp_path, f"barriers,time,Time,,,1,{codable},\n").entries["time"].codable is expected


@pytest.mark.parametrize(
    ("path", "match", "code"),
    [
        (["Time"], Match.LABEL, "time"),
        (["  TIME "], Match.LABEL, "time"),
        (["Barriers", "Time"], Match.LABEL, "time"),
        (["Funding", "Secure, lasting"], Match.LABEL, "secure"),
        (["Facilitating factors", "Funding", "secure, LASTING"], Match.LABEL, "secure"),
        (["STRASSEN"], Match.LABEL, "straße"),
        (["Sichere Mittel"], Match.ALIAS, "secure"),
        (["Facilitating factors", "Funding", "Seguro"], Match.ALIAS, "secure"),
        (["Funding"], Match.UNCODABLE, "funding"),
        (["Barriers"], Match.UNCODABLE, None),
        (["barrieren", "Time"], Match.LABEL, "time"),
        (["Barrieren"], Match.UNCODABLE, None),
        (["Other"], Match.AMBIGUOUS, None),
        (["Barriers", "Other"], Match.LABEL, "other"),
        (["Secure, lasting"], Match.UNKNOWN, None),  # a code is known by its path, not by its leaf
        (["Somewhere", "Time"], Match.UNKNOWN, None),
        (["Tine"], Match.UNKNOWN, None),
    ],
)
def test_resolves_paths(tmp_path: Path, path: list[str], match: Match, code: str | None) -> None:
    assert read(tmp_path, ROWS).resolve(path) == (match, code)


def test_suggests_the_nearest_codes(tmp_path: Path) -> None:
    assert read(tmp_path, ROWS).nearest("Barriers > Tiem")[0] == "Time"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("factors,a,A,,,1,,\nfactors,a,B,,,2,,\n", "row 3: the code 'a' is already defined in row 2"),
        ("factors,a,A,,b,1,,\nfactors,b,B,,a,2,,\n", "row 2: the code 'a' is its own ancestor"),
        ("factors,a,A,,a,1,,\n", "row 2: the code 'a' is its own ancestor"),
        ("factors,a,A,,z,1,,\n", "row 2: the parent 'z' is not a code of the codebook"),
        ("factors,a,A,,,1,,\nbarriers,b,B,,a,2,,\n", "row 3: the parent 'a' is in another domain"),
        ("factor,a,A,,,1,,\n", "row 2: the domain 'factor' is not in config/study.yaml"),
        ("factors,a,A,,,first,,\n", "row 2: the order 'first' is not a whole number"),
        ("factors,a,A,,,1,maybe,\n", "row 2: the column `codable` is neither yes nor no"),
        ("factors,,A,,,1,,\n", "row 2: the column `code` is empty"),
        ("factors,a,A,,,1,,\nfactors,b,a ,,,2,,\n", "code a: another code has the same label"),
        ("factors,a,A,,,1,,B\nfactors,b,B,,,2,,\n", "code a: the alias 'B' also means b"),
        (
            "barriers,time,Lack of time,,s,1,,\nbarriers,s,Staff,,,2,,\nbarriers,b,B,,,3,,Staff > Lack of time\n",
            "code b: the alias 'Staff > Lack of time' also means time",
        ),
        (
            "barriers,a,A,,,1,,\nfactors,b,B,,,2,,Barrieren > A\n",
            "code b: the alias 'Barrieren > A' also means a",
        ),
        ("factors,a,A,,c,1,,\nfactors,b,B,,c,2,,a\nfactors,c,C,,,3,,\n", "code b: the alias 'a' also means a"),
        ("factors,a,A,,,1,,x\nfactors,b,B,,,2,,X\n", "code b: the alias 'X' also means a"),
    ],
)
def test_refuses_by_name_and_place(tmp_path: Path, rows: str, words: str) -> None:
    with pytest.raises(StudyError) as error:
        read(tmp_path, rows)
    assert words in str(error.value)


def test_an_alias_may_repeat_the_label_of_its_own_code(tmp_path: Path) -> None:
    assert read(tmp_path, "factors,a,Person,,,1,,PERSON\n").resolve(["person"])[1] == "a"


def test_tells_every_problem(tmp_path: Path) -> None:
    with pytest.raises(StudyError) as error:
        read(tmp_path, "factor,a,A,,,1,,\nbarrier,b,B,,,x,,\n")
    assert len(error.value.problems) == 3


def test_paths_are_given_with_and_without_the_domain() -> None:
    entries = [CodebookEntry("time", "barriers", "Time", "", "", ["Group", "Time"], True, ["čas"])]
    assert Codebook(entries, DOMAINS).paths == {
        (*root, "Group", name) for root in ((), ("Barriers",), ("Barrieren",)) for name in ("Time", "čas")
    }


@given(st.lists(st.sampled_from(["Time", "Other", "Barriers", "Funding", "x", " "]), max_size=4))
def test_any_path_has_an_answer(path: list[str]) -> None:
    entries = [CodebookEntry("time", "barriers", "Time", "", "", ["Time"], True, [])]
    match, code = Codebook(entries, DOMAINS).resolve(path)
    assert (code is not None) == (match is Match.LABEL)
