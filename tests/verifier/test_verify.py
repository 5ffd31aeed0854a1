"""The verifier: a whole package passes, and one that was changed in any way does not."""

import csv
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import remembered_checks
from tests.builders.changed_packages import TABLES, Change, Files, drop, packed, replace, sealed, verdict, verdict_on
from tests.builders.imports import imported
from tests.builders.plain_runs import mostly_exhaustive, repeats
from tests.builders.projects import ROOT, Study
from verifier import checks
from verifier.described import MANIFEST
from verifier.published import PUBLISHED


def test_a_whole_package_passes_as_zip_and_as_folder(built: Study, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("crate.zip", "crate")[: repeats(1, 2)]:
        code, output = verdict_on(built.folder / "results/provenance" / name, capsys)
        assert code == 0, output
        assert "WRONG" not in output
        assert "\nVERIFIED: every check passed; " in output
        for line in ("table barriers:", "table sample:", "cells:", "steps:", "Parquet files: the same cells"):
            assert f"ok     {line}" in output


def test_it_runs_from_within_the_package_without_libraries_and_leaves_nothing_there(
    built: Study, tmp_path: Path
) -> None:
    folder = shutil.copytree(built.folder / "results/provenance/crate", tmp_path / "crate")
    command = [sys.executable, "-S", "code/scripts/verifier", "."]
    keeping = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    run = subprocess.run(command, cwd=folder, env=keeping, text=True, capture_output=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "install pyarrow to check their content" in run.stdout
    assert not list(folder.rglob("__pycache__"))


def test_output_that_nobody_reads_is_no_fault(tmp_path: Path) -> None:
    """Behind `| head` it ended with a traceback."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, str(ROOT / "scripts/verifier"), str(tmp_path)]
    run = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (run.returncode, run.stderr) == (141, "")


def test_it_shares_no_code_with_the_pipeline() -> None:
    modules = imported(ROOT / "scripts/verifier")
    others = {name.split(".")[0] for name in modules} - sys.stdlib_module_names
    assert others == {"verifier", "pyarrow"}


def remove_mention(files: Files) -> None:
    first, *lines = files["data/mentions.csv"].decode().splitlines(keepends=True)
    files["data/mentions.csv"] = "".join([first, *lines[1:]]).encode()


def double_mention(files: Files) -> None:
    files["data/mentions.csv"] += files["data/mentions.csv"].splitlines(keepends=True)[-1]


def remove_row(name: str) -> Change:
    def change(files: Files) -> None:
        files[name] = b"".join(files[name].splitlines(keepends=True)[:-1])

    return change


def put(name: str, content: bytes) -> Change:
    return lambda files: files.update({name: content})


BARRIERS = f"{TABLES}barriers"
FUNDING = "Funding uncertainty or reduction"
PRESENT = 'class="present" aria-label="at least one participant of the country raised it">x<'
UNSEALED: list[tuple[Change, str]] = [
    (
        replace("code/scripts/crosscase/labels/en.toml", '"at least one participant', '"not one participant'),
        "labels/en.toml: 'present' is explained as 'not one participant of the {one} raised it' instead of",
    ),
    (
        lambda f: f.update({f"{BARRIERS}.csv": f[f"{BARRIERS}.csv"][:-1] + b"9"}),
        "barriers.csv is not the described file",
    ),
    (lambda f: f.update({f"{BARRIERS}.csv": f[f"{BARRIERS}.csv"] + b"\n"}), f"{BARRIERS}.csv: number of bytes"),
    (drop("results/figures/barriers.svg"), "results/figures/barriers.svg is missing"),
    (put("results/notes.txt", b"hello"), "results/notes.txt is not described"),
    (put(MANIFEST, b"{}"), "manifest"),
]
OF_A_TABLE: list[tuple[Change, str]] = [
    (replace(f"{BARRIERS}.csv", f"{FUNDING},x", f"{FUNDING},"), f"{BARRIERS}.csv, {FUNDING}: in the table"),
    (replace(f"{BARRIERS}.csv", ",8\n", ",7\n"), f"{BARRIERS}.csv, {FUNDING}: in the table"),
    (replace(f"{BARRIERS}_tidy.csv", "present,8,9,10", "present,9,9,10"), f"{BARRIERS}_tidy.csv, barriers, funding"),
    (replace(f"{BARRIERS}.html", f"{PRESENT}", 'class="absent"><'), f"{BARRIERS}.html, {FUNDING}: in the table"),
    (replace(f"{BARRIERS}.html", f"{FUNDING}<", "Other funding<"), f"{BARRIERS}.html: a row is 'Other funding'"),
    (
        replace(f"{BARRIERS}.tex", "& x & x", "& x &  "),
        f"{BARRIERS}.tex, Funding uncertainty or reduction: in the table",
    ),
    (replace(f"{BARRIERS}.tex", " n & 9 & 6 ", " n & 9 & 5 "), f"{BARRIERS}.tex: the columns of its table number 1"),
    (replace(f"{BARRIERS}.html", "n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}9<", "n 8<"), f"{BARRIERS}.html"),
    (remove_row(f"{BARRIERS}.csv"), f"{BARRIERS}.csv: number of rows: 7, counted 8"),
    (replace("results/cells/cells.csv", "present,2,9,4", "present,2,9,5"), "results/cells/cells.csv, facilitating_"),
    (replace(f"{TABLES}sample.csv", "(CZ),9,14.8", "(CZ),8,14.8"), f"{TABLES}sample.csv, Country, Czech Republic (CZ)"),
    (
        replace(f"{TABLES}sample_tidy.csv", "CZ,9,14.8", "CZ,8,13.1"),
        f"{TABLES}sample_tidy.csv, country, CZ: in the table",
    ),
    (replace(f"{TABLES}sample_tidy.csv", ",45,73.8", ",45,74.8"), "45 of 61 is not 74.8 per cent"),
    (replace(f"{TABLES}sample_tidy.csv", ",45,73.8", ",44,72.1"), "the counts do not add up to 61 participants"),
    (replace(f"{TABLES}sample.html", ">45<", ">46<"), f"{TABLES}sample.html, Manager/director/principal: in the table"),
    (replace(f"{TABLES}sample_by_country.csv", ",6,61", ",5,61"), f"{TABLES}sample_by_country.csv, All participants"),
    (replace(f"{TABLES}sample_by_country.csv", ",suppressed,45", ",6,45"), "sample_by_country_tidy.csv, position"),
    (replace(f"{TABLES}sample_by_country.csv", ",6,suppressed,45", ",6,suppressed,5"), "do not fit the total 5"),
    (
        replace(f"{TABLES}sample_by_country.csv", "suppressed,0,suppressed,0", "suppressed,0,1,0"),
        "position, Other positions, EN: 1 is shown, although counts below 3 must be suppressed",
    ),
    (
        replace(f"{TABLES}sample_by_country.csv", "principal,suppressed,suppressed", "principal,suppressed,5"),
        "position, Other positions, DE: the suppressed count can be worked out to be between 0 and 1",
    ),
    (replace(f"{TABLES}sample_by_country_tidy.csv", ",CZ,3,3,3", ",CZ,3,3,4"), "counted ['3', '3', '3']"),
    (replace(f"{TABLES}sample_by_country_tidy.csv", ",DE,,0,6", ",DE,,0,5"), "counted ['', '0', '6']"),
    (replace(f"{TABLES}sample_by_country.html", ">45<", ">46<"), f"{TABLES}sample_by_country.html, Manager"),
    (replace(f"{TABLES}sample_by_country.tex", "& 45 ", "& 46 "), f"{TABLES}sample_by_country.tex, Manager"),
    (
        replace(f"{TABLES}sample.tex", "& 45 &", "& 46 &"),
        f"{TABLES}sample.tex, Manager/director/principal: in the table",
    ),
    (replace(PUBLISHED, ",9,,9,match", ",9,,8,match"), "marks: in the table 8, counted 9"),
    (replace(PUBLISHED, ",9,,9,match", ",8,,9,match"), "9 does not match the printed 8"),
    (put(f"{TABLES}more.csv", b"a\n"), "results/tables/more.csv belongs neither to a domain nor to the sample"),
]
BEHIND_THE_TABLES: list[tuple[Change, str]] = [
    (remove_mention, "results/cells/cells.csv, "),
    (double_mention, "the mention is listed twice"),
    (remove_row("data/participants.csv"), "the participant does not belong to this group"),
    (replace("data/mentions.csv", ",barriers,", ",virtues,"), "line 2: the code was not coded in this group"),
    (replace("data/study.json", '"code": "CZ"', '"code": "XX"'), "has an unknown group"),
    (replace("data/study.json", '"code": "CZ"', '"cod": "CZ"'), "the mentions cannot be counted: it is not as it"),
    (
        replace("data/codebook.csv", "label", "labels"),
        "it cannot be checked: it is not as it should be (KeyError: 'label')",
    ),
    (put("data/mentions.csv", b"\xff\xfe"), "data/mentions.csv is not UTF-8"),
    (put("data/study.json", b"[" * 100_000), "data/study.json cannot be read as JSON"),
    (drop(f"{TABLES}barriers.html"), "results/tables/barriers.html is missing"),
    (put("results/provenance/cell_codings.parquet", b"PAR1 not"), "it cannot be checked"),
    (
        replace("code/scripts/crosscase/coding/cells.py", "segments[place]", "1"),
        "code/ is not the code in the record of the steps",
    ),
]


@pytest.mark.plain_cases(2)
@pytest.mark.parametrize("number", range(len(UNSEALED)))
def test_what_does_not_fit_its_digest_is_found(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    change, sentence = UNSEALED[number]
    broken = dict(files)
    change(broken)
    code, output = verdict(packed(broken), tmp_path, capsys)
    assert (code, sentence in output) == (1, True), output


SEALED = [*OF_A_TABLE, *BEHIND_THE_TABLES]


@pytest.mark.plain_cases(2)
@pytest.mark.parametrize(
    "number", mostly_exhaustive(map(str, range(len(SEALED))), map(str, range(len(OF_A_TABLE), len(SEALED))))
)
def test_what_was_changed_with_its_digests_is_found(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    change, sentence = SEALED[int(number)]
    broken = dict(files)
    change(broken)
    sealed(broken, and_code=False)
    code, output = verdict(packed(broken), tmp_path, capsys)
    assert (code, sentence in output) == (1, True), output
    assert "NOT VERIFIED" in output


def in_other_files(files: Files, changes: list[tuple[Change, str]]) -> Iterator[tuple[Files, list[str]]]:
    """Packages with as many of the changes as are in files of their own, and what is to be said of each."""
    while changes:
        broken, sentences, later = dict(files), [], []
        for change, sentence in changes:
            alone = dict(files)
            change(alone)
            touched = {name: content for name, content in alone.items() if content != files.get(name)}
            if any(broken.get(name) != files.get(name) for name in touched):
                later.append((change, sentence))
            else:
                broken |= touched
                sentences.append(sentence)
        yield broken, sentences
        changes = later


def test_changes_of_many_files_are_all_found(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "MOST_SHOWN", len(SEALED))
    for broken, sentences in in_other_files(files, OF_A_TABLE):
        sealed(broken, and_code=False)
        code, output = verdict(packed(broken), tmp_path, capsys)
        assert (code, [sentence for sentence in sentences if sentence not in output]) == (1, []), output


def test_sealing_alone_changes_nothing(files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = dict(files)
    sealed(whole)
    code, output = verdict(packed(whole), tmp_path, capsys)
    assert code == 0, output


@settings(max_examples=repeats(3, 15))
@given(data=st.data())
def test_any_number_or_mark_that_was_changed_is_found(
    files: Files, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    names = [name for name in files if name.startswith((TABLES, "results/cells/")) and name.endswith(".csv")]
    name = data.draw(st.sampled_from(sorted(names)))
    head, *rows = csv.reader(io.StringIO(files[name].decode()))
    row = data.draw(st.sampled_from(rows))
    column = data.draw(st.integers(0, len(row) - 1))
    row[column] = "x" if row[column] == "" else "" if row[column] == "x" else f"{row[column]}1"
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([head, *rows])
    broken = dict(files) | {name: text.getvalue().encode()}
    sealed(broken)
    path = tmp_path_factory.mktemp("changed") / "crate.zip"
    path.write_bytes(packed(broken))
    assert remembered_checks.check(str(path)) == 1


def test_names_cannot_steer_a_terminal(files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, output = verdict(packed(files | {"\x1b[2Jevil": b""}), tmp_path, capsys)
    assert "?[2Jevil is not described" in output
    assert "\x1b" not in output
