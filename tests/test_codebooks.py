"""Codebooks of other tools: read, made the study's, compared. All codes are invented."""

import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from crosscase import codebook, codebooks, files
from crosscase.codebooks import adoption, comparison
from crosscase.codebooks.comparison import Change
from crosscase.codebooks.listed import ListedCode
from crosscase.errors import ReadError
from crosscase.normal import fold
from crosscase.study import Domain
from tests.conftest import ROOT

Path_ = tuple[str, ...]
TREE: list[Path_] = [("Barriers",), ("Barriers", "Time, money"), ("Barriers", "Time, money", "Rent"), ("Hope: lost",)]
NAMES = [" > ".join(path) for path in TREE]


def workbook(path: Path, rows: Sequence[Sequence[str]]) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


def lines(path: Path, rows: Sequence[str]) -> None:
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def refi(path: Path) -> None:
    code = '<Code guid="{}" name="{}" isCodable="true">{}</Code>'
    rent = code.format("r", "Rent", "<Description>what a room costs</Description>")
    tree = code.format("b", "Barriers", code.format("t", "Time, money", rent)) + code.format("h", "Hope: lost", "")
    path.write_text(f'<CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes>{tree}</Codes></CodeBook>', encoding="utf-8")


def project(path: Path) -> None:
    refi(path)
    inner = path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Any.qde", f"<Project>{inner}</Project>")


WRITERS: dict[str, Callable[[Path], None]] = {
    "qdc": refi,
    "qdpx": project,
    "maxqda": lambda path: workbook(path, [("Code", "Memo"), *((name, "what a room costs") for name in NAMES)]),
    "maxqda in Polish": lambda path: workbook(path, [("Kod", "Notatka"), *((name, "") for name in NAMES)]),
    "nvivo": lambda path: workbook(
        path,
        [
            ("Name", "Description", "Files", "References"),
            *(("  " * (len(p) - 1) + p[-1], "what a room costs", "1", "2") for p in TREE),
        ],
    ),
    "atlasti": lambda path: lines(
        path,
        [
            "Code;Comment;Code Group 1",
            "Barriers;;",
            "Barriers: Time, money;;",
            "Barriers: Time, money: Rent;;",
            "Hope: lost;;",
        ],
    ),
    "atlasti's manager": lambda path: lines(
        path, ["Code;;;Groups;Comment", "● Barriers;;;;", ";● Time, money;;;", ";;● Rent;;", "● Hope: lost;;;;"]
    ),
}


@pytest.mark.parametrize("tool", WRITERS)
def test_a_tools_codebook_is_read_with_its_tree(tmp_path: Path, tool: str) -> None:
    WRITERS[tool](tmp_path / "codes")
    found = codebooks.read(str(tmp_path / "codes"))
    assert [code.path for code in found] == TREE
    if tool in ("qdc", "qdpx", "maxqda", "nvivo"):
        assert found[2].definition == "what a room costs"


def test_taguettes_tags_are_names(tmp_path: Path) -> None:
    lines(tmp_path / "t.csv", ["tag,description,number of highlights", "barriers.time,no time,3"])
    assert codebooks.read(str(tmp_path / "t.csv")) == [ListedCode(("barriers.time",), "no time")]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "the file is empty"),
        (b"a,b\n1,2\n", "it looks like no codebook that is known"),
        (b"tag,description\n", "it holds no code"),
        (b"<CodeBook><Codes>", "it is not a REFI-QDA codebook or project that can be read"),
        (b'<!DOCTYPE c [<!ENTITY a "b">]><CodeBook/>', "it is not a REFI-QDA codebook or project that can be read"),
        (b"<Other/>", "it has no CodeBook"),
        (b"<CodeBook>" + b"<Code>" * 300 + b"</Code>" * 300 + b"</CodeBook>", "nested more than 100 levels deep"),
        (b"PK\x03\x04 cut", "can be read, or it is damaged"),
    ],
)
def test_what_is_no_codebook_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "codes").write_bytes(content)
    with pytest.raises(ReadError) as error:
        codebooks.read(str(tmp_path / "codes"))
    assert words in str(error.value)


LABELS = st.sampled_from(["Time", "Hope", "time ", "Ελπίδα", "A, b", "Zeit", "code"])
TREES = st.lists(st.lists(LABELS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=8, unique=True)


@given(TREES, st.sampled_from([[], [Domain("d", "Time"), Domain("hope", "X", ["Hope"])]]))
def test_an_adopted_codebook_is_read_without_complaint(
    tmp_path_factory: pytest.TempPathFactory, paths: list[Path_], domains: list[Domain]
) -> None:
    adopted = adoption.adopt([ListedCode(path) for path in paths], domains)
    path = tmp_path_factory.mktemp("book") / "codebook.csv"
    files.write_csv(path, codebook.COLUMNS, adopted.rows)
    if adopted.rows:
        assert len(codebook.read(str(path), adopted.domains)) == len(adopted.rows)


def test_the_studys_domains_are_used(tmp_path: Path) -> None:
    adopted = adoption.adopt([ListedCode(path) for path in TREE], [Domain("barriers_of_all", "BARRIERS")])
    assert [row[0] for row in adopted.rows] == ["barriers_of_all", "barriers_of_all", "codes"]
    assert [domain.id for domain in adopted.new_domains] == ["codes"]
    assert '{id: codes, title: "Codes"}' in adoption.told(adopted, "codebook.csv")


def changes(old: Sequence[Path_], new: Sequence[Path_]) -> list[tuple[str, str, str]]:
    rows = comparison.compare([ListedCode(path) for path in old], [ListedCode(path) for path in new])
    return [(row.change, row.old, row.new) for row in rows]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([("A",)], [("a ",)], []),
        ([("A",)], [("A",), ("B",)], [("added", "", "B")]),
        ([("A",), ("B",)], [("A",)], [("removed", "B", "")]),
        ([("A",), ("B",), ("A", "x")], [("A",), ("B",), ("B", "x")], [("moved", "A > x", "B > x")]),
        ([("A", "Time off")], [("A", "Times off")], [("renamed?", "A > Time off", "A > Times off")]),
        (
            [("A",), ("A", "x"), ("A", "y"), ("C", "x")],
            [("Z",), ("Z", "x"), ("Z", "y"), ("C", "x")],
            [
                ("moved with its parent", "A > x", "Z > x"),
                ("moved with its parent", "A > y", "Z > y"),
                ("renamed?", "A", "Z"),
            ],
        ),
    ],
)
def test_changes_are_told_for_what_they_are(
    old: list[Path_], new: list[Path_], told: list[tuple[str, str, str]]
) -> None:
    assert changes(old, new) == told


def test_definitions_and_guids_tell_a_rename() -> None:
    old = [ListedCode(("A",), "no time at all"), ListedCode(("B",), "", True, "g1"), ListedCode(("C",), "x")]
    new = [ListedCode(("Q",), "no time at all"), ListedCode(("R",), "", True, "g1"), ListedCode(("C",), "y", False)]
    rows = {row.old: (row.change, row.new, row.remark) for row in comparison.compare(old, new)}
    assert rows["A"] == (Change.PERHAPS_RENAMED, "Q", "the same definition")
    assert rows["B"] == (Change.RENAMED, "R", "the same GUID")
    kinds = Counter(row.change for row in comparison.compare(old, new))
    assert (kinds[Change.DEFINITION], kinds[Change.CODABLE]) == (1, 1)


@given(TREES)
def test_a_codebook_has_not_changed_from_itself(paths: list[Path_]) -> None:
    assert changes(paths, paths) == []


@given(TREES, TREES)
def test_every_code_is_accounted_for(old: list[Path_], new: list[Path_]) -> None:
    rows = changes(old, new)
    before, after = ({fold(" > ".join(map(fold, path))) for path in paths} for paths in (old, new))
    left = {fold(row[1]) for row in rows if row[1]}
    arrived = {fold(row[2]) for row in rows if row[2]}
    assert left == before - after
    assert arrived == after - before


def command(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=cwd, text=True, capture_output=True, check=False)


def test_a_codebook_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    refi(tmp_path / "codes.qdc")
    adopt = (str(ROOT / "scripts/adopt_codebook.py"), "codes.qdc", "--into", "codebook.csv")
    first = command(*adopt, cwd=tmp_path)
    assert (first.returncode, first.stdout.splitlines()[0]) == (0, "codebook.csv: 3 codes in 2 domains.")
    before = (tmp_path / "codebook.csv").read_bytes()
    second = command(*adopt, cwd=tmp_path)
    assert second.returncode == 1
    assert "it is there already and was left as it is" in second.stderr
    assert "Traceback" not in second.stderr
    assert (tmp_path / "codebook.csv").read_bytes() == before
    assert command(*adopt, "--replace", cwd=tmp_path).returncode == 0


def test_two_codebooks_are_compared_on_the_terminal_and_in_a_file(tmp_path: Path) -> None:
    refi(tmp_path / "old.qdc")
    lines(tmp_path / "new.csv", ["Code;Comment;Code Group 1", "Barriers;;", "Barriers: Time;;"])
    compare = str(ROOT / "scripts/compare_codebooks.py")
    run = command(compare, "old.qdc", "new.csv", "--csv", "changes.csv", cwd=tmp_path)
    assert run.returncode == 0
    assert run.stdout.startswith("4 codes before, 2 now: ")
    assert (tmp_path / "changes.csv").read_text().startswith("change,old,new,remark\n")
    assert command(compare, "old.qdc", "nothing", cwd=tmp_path).stderr.startswith("nothing: it cannot be read")


def test_the_studys_own_codebook_is_that_of_its_archive(tmp_path: Path) -> None:
    """What is archived as .qdc is what `config/codebook.csv` says."""
    from crosscase import refi_archive, study

    described = study.read_domains(str(ROOT / "config/study.yaml"))
    entries = codebook.read(str(ROOT / "config/codebook.csv"), described)
    (tmp_path / "c.qdc").write_bytes(refi_archive.codebook(entries, described))
    old, new = codebooks.read(str(ROOT / "config/codebook.csv")), codebooks.read(str(tmp_path / "c.qdc"))
    assert comparison.compare(old, new) == []


@pytest.mark.parametrize(
    ("name", "count", "depth"),
    [
        ("atlasti/20250914_codebook_full.csv", 465, 2),
        ("atlasti/20250914_code_list_frequencies.csv", 465, 2),
        ("taguette/codebook_20220223_0.csv", 120, 1),
        ("taguette/codebook_20220303_8.csv", 22, 1),
        ("qualitative-coding/demo.qdpx", 262, 7),
        ("refi-standard/Project.qde", 14, 1),
    ],
)
def test_real_codebooks_are_read(sample: Callable[[str], Path], name: str, count: int, depth: int) -> None:
    codes = codebooks.read(str(sample(name)))
    assert (len(codes), max(len(code.path) for code in codes)) == (count, depth)


def test_two_real_lists_of_one_project_agree_and_drift_is_told(sample: Callable[[str], Path]) -> None:
    full, manager = (sample(f"atlasti/20250914_{name}.csv") for name in ("codebook_full", "code_list_frequencies"))
    assert comparison.compare(codebooks.read(str(full)), codebooks.read(str(manager))) == []
    first, last = (codebooks.read(str(sample(f"taguette/codebook_2022{name}.csv"))) for name in ("0223_0", "0303_8"))
    kinds = Counter(row.change for row in comparison.compare(first, last))
    assert len(first) - kinds["removed"] + kinds["added"] == len(last)
