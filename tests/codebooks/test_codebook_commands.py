"""The commands that import and compare codebooks, on files as the tools wrote them."""

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from crosscase.coding import codebook
from tests.builders.codebook_files import code
from tests.builders.commands import crosscase_here
from tests.builders.projects import ROOT, SAMPLES
from tests.reconstruction.writers import codebooks as writers


def run(verb: str, *arguments: object, where: Path) -> subprocess.CompletedProcess[str]:
    """Run `crosscase codebook` as a person would, but in this process."""
    return crosscase_here("codebook", verb, *arguments, where=where)


INTO = ["--into", "config/codebook.csv"]
CODES = [code("Barriers"), code("Barriers > Time", "Too little."), code("Hope")]


def test_a_codebook_is_imported_compared_and_only_then_replaced(tmp_path: Path) -> None:
    first, second, into = tmp_path / "one.qdc", tmp_path / "two.xlsx", tmp_path / "config/codebook.csv"
    writers.write_qdc(CODES, first)
    writers.write_maxqda([*CODES[:2], code("Barriers > Money"), CODES[2]], second)
    done = run("import", first, *INTO, where=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Written: config/codebook.csv, 2 codes in 2 domains." in done.stdout
    assert "  - {id: barriers, title: Barriers}\n  - {id: codes, title: Codes}\n" in done.stdout
    before = into.read_bytes()

    done = run("import", second, *INTO, where=tmp_path)
    assert done.returncode == 1
    assert done.stderr == ("config/codebook.csv exists already and was left as it is. Add --replace to replace it.\n")
    assert "added (1)\n  Barriers > Money\n" in done.stdout
    assert into.read_bytes() == before

    done = run("import", second, *INTO, "--replace", where=tmp_path)
    assert done.returncode == 0
    rows = list(csv.DictReader(into.open(encoding="utf-8")))
    assert [row["code"] for row in rows] == ["time", "money", "hope"]
    assert [path.name for path in into.parent.iterdir()] == ["codebook.csv"]


def test_the_study_beside_the_codebook_is_regarded(tmp_path: Path) -> None:
    (tmp_path / "config").mkdir()
    config = yaml.safe_load((ROOT / "config/study.yaml").read_text(encoding="utf-8"))
    (tmp_path / "config/study.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")  # none of its files is there
    writers.write_qdc(CODES, tmp_path / "c.qdc")
    done = run("import", "c.qdc", "--domain", "Impacts on services", where=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Add to config/study.yaml" not in done.stdout
    rows = list(csv.DictReader((tmp_path / "config/codebook.csv").open(encoding="utf-8")))
    assert [(row["domain"], row["code"]) for row in rows] == [("barriers", "time"), ("impacts_on_services", "hope")]
    (tmp_path / "config/study.yaml").write_text("domain: x\n", encoding="utf-8")
    done = run("import", "c.qdc", "--replace", where=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "the key 'domain' is not known. Did you mean 'domains'?" in done.stderr


def test_two_codebooks_are_compared_as_text_and_as_table(tmp_path: Path) -> None:
    writers.write_taguette(CODES, tmp_path / "old.csv")
    writers.write_nvivo([CODES[0], code("Barriers > Time", "Far too little.")], tmp_path / "new.xlsx")
    done = run("compare", "old.csv", "new.xlsx", "--separator", ".", "--csv", "out/changes.csv", where=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        "old: old.csv (Taguette), 3 codes\nnew: new.xlsx (NVivo), 2 codes\n"
        "2 in the same place, 1 removed, 1 definition changed\n\n"
        "removed (1)\n  Hope\n\ndefinition changed (1)\n  Barriers > Time\n"
    )
    assert (tmp_path / "out/changes.csv").read_text(encoding="utf-8") == (
        "change,old,new,detail,before,after\nremoved,Hope,,,,\n"
        "definition changed,Barriers > Time,Barriers > Time,,Too little.,Far too little.\n"
    )


@pytest.mark.parametrize(
    ("verb", "arguments", "words"),
    [
        (
            "import",
            ["nothing.qdc", *INTO],
            "nothing.qdc: the file does not exist. Correct the path, or put the file there.",
        ),
        ("import", ["", *INTO], "the file does not exist."),
        ("import", ["words.txt", *INTO], "words.txt: the format was not recognised"),
        ("import", ["c.qdc", "--into", "words.txt/c.csv"], "words.txt: it cannot be read or written ("),
        ("compare", ["c.qdc", "words.txt"], "words.txt: the format was not recognised"),
        ("compare", ["c.qdc", "."], ".: it is a folder, not a file. Give the path of the file in it."),
        ("compare", ["c.qdc", "c.qdc", "--csv", "."], ": it cannot be read or written ("),
    ],
)
def test_an_error_is_a_sentence(tmp_path: Path, verb: str, arguments: list[str], words: str) -> None:
    writers.write_qdc(CODES, tmp_path / "c.qdc")
    (tmp_path / "words.txt").write_text("just words\n", encoding="utf-8")
    done = run(verb, *arguments, where=tmp_path)
    assert done.returncode == 1
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_alias_that_no_longer_fits_is_reported_after_writing(tmp_path: Path) -> None:
    writers.write_qdc([code("A"), code("A > x"), code("A > y")], tmp_path / "c.qdc")
    (tmp_path / "codebook.csv").write_text(f"{','.join(codebook.COLUMNS)}\na,x,x,,,1,yes,y,\n", encoding="utf-8")
    done = run("import", "c.qdc", "--into", "codebook.csv", "--replace", where=tmp_path)
    assert done.returncode == 1
    assert done.stderr == "codebook.csv, code x: the alias 'y' also means y. Keep it for one of the codes.\n"


def test_the_study_of_the_command_line_says_where_and_what_the_domains_are(tmp_path: Path) -> None:
    study = tmp_path / "a study"
    shutil.copytree(ROOT / "config", study / "config")
    writers.write_taguette(CODES, tmp_path / "a file.csv")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = run("import", "../a file.csv", "--separator", ".", "--study", study, where=elsewhere)
    assert (done.returncode, "config/codebook.csv exists already" in done.stderr) == (1, True)
    options = ["--separator", ".", "--into", "out here.csv", "--domain", "Impacts on services"]
    done = run("import", "../a file.csv", *options, "--study", study, where=elsewhere)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Written: {elsewhere / 'out here.csv'}, 2 codes in 2 domains." in done.stdout
    assert "Add to config/study.yaml" not in done.stdout  # the study has both domains
    done = run("compare", study / "config/codebook.csv", "out here.csv", "--study", study, where=elsewhere)
    assert (done.returncode, "\n2 in the same place, 33 removed, 2 added\n" in done.stdout) == (0, True), done.stdout


def test_roots_may_become_codes(tmp_path: Path) -> None:
    writers.write_taguette(CODES, tmp_path / "c.csv")
    done = run("import", "c.csv", *INTO, "--separator", ".", "--roots", "codes", where=tmp_path)
    assert (done.returncode, "3 codes in 1 domain" in done.stdout) == (0, True)


@pytest.mark.parametrize(
    ("name", "domains", "codes"),
    [
        ("atlasti/20250914_codebook_full.csv", 18, 447),
        ("atlasti/20250914_code_list_frequencies.csv", 18, 447),
        ("taguette/codebook_20220223_0.csv", 1, 120),
        ("qualitative-coding/demo.qdpx", 3, 259),
        ("refi-standard/TestProject.qdpx", 1, 14),
    ],
)
def test_real_codebooks_are_imported_whole(tmp_path: Path, name: str, domains: int, codes: int) -> None:
    if not (SAMPLES / name).exists():
        pytest.skip(f"the real exports are not here: no {SAMPLES / name}")
    done = run("import", SAMPLES / name, "--into", "codebook.csv", where=tmp_path)
    assert done.returncode == 0, done.stderr
    assert f", {codes} codes in {domains} domain" in done.stdout
    done = run("compare", SAMPLES / name, "codebook.csv", where=tmp_path)
    assert f"\n{codes + (domains if domains > 1 else 0)} in the same place\n" in done.stdout
