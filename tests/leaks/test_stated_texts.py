"""A text of the study that names somebody is a problem with its place, not one for each result. Names are invented."""

from dataclasses import replace
from pathlib import Path

import pytest

from crosscase.leaks.public_words import public_text, public_words
from crosscase.leaks.stated_texts import Stated
from crosscase.messages.errors import Problem, StudyError
from tests.builders import additions, new_studies
from tests.builders.leak_scans import SCAN
from tests.builders.projects import ROOT, Study


def problems_of(tmp_path: Path, codebook: str, texts: list[str], **results: str) -> list[Problem]:
    file, folder = tmp_path / "codebook.csv", tmp_path / "results"
    file.write_text(codebook, encoding="utf-8")
    folder.mkdir()
    for name, content in results.items():
        (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(StudyError) as stopped:
        replace(SCAN, stated=[Stated(str(file), text) for text in texts]).verdict_on(folder)
    return stopped.value.problems


CODEBOOK = "code,label\ntime,Time\ncz_07,CZ 07\nroom,Room\nother,with CZ-07\n"
TEXTS = ["time", "Time", "cz_07", "CZ 07", "room", "Room", "other", "with CZ-07"]


def test_the_place_of_a_text_replaces_the_results_that_repeat_it(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, CODEBOOK, TEXTS, a="CZ 07: 3", b="with CZ-07: 4")
    assert (problem.file, problem.place) == (str(tmp_path / "codebook.csv"), "lines 3 and 5")
    assert "identifier (participant)" in problem.what and "CZ" not in str(problem).replace(str(tmp_path), "")
    assert "`keep`" not in problem.remedy


def test_what_the_study_does_not_state_is_a_problem_of_its_result(tmp_path: Path) -> None:
    stated, result = problems_of(tmp_path, CODEBOOK, TEXTS, a="CZ 07: 3", b="Jana Nováčková")
    assert stated.place == "lines 3 and 5" and result.file.endswith("/b")


def test_without_a_leak_no_text_of_the_study_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "results").mkdir()
    assert (
        replace(SCAN, stated=[Stated("none", text, shown=False) for text in TEXTS])
        .verdict_on(tmp_path / "results")
        .startswith("No leak found")
    )


def test_a_text_that_is_on_no_line_has_no_place(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, 'code,label\njana,"Jana\nNováčková"\n', ["Jana Nováčková"], a="Jana Nováčková")
    assert problem.place == "" and "`keep`" in problem.remedy


def test_a_workbook_has_no_public_words_but_its_texts(tmp_path: Path) -> None:
    book = additions.workbook(tmp_path / "codebook.xlsx", {"Codes": [("code", "label"), ("hope", "Hope")]})
    without = public_words(public_text([]))
    assert public_words(public_text([str(book)])) == without


def study(tmp_path: Path) -> Study:
    rows = [
        (f"{group}-{number}", group, code, f"{new_studies.SAID} {code} {number}.")
        for group in ("DE", "UK")
        for number in range(1, 5)
        for code in ("Trust", "DE 1")
    ]
    new_studies.new(tmp_path, new_studies.table(tmp_path / "all.csv", rows))
    return Study(tmp_path / "s", ROOT / "Snakefile")


@pytest.mark.exhaustive
def test_a_code_called_like_a_document_stops_a_build_and_what_is_advised_helps(tmp_path: Path) -> None:
    built = study(tmp_path)
    failed = built.snakemake()
    said = failed.stdout
    assert failed.returncode
    assert "config/codebook.csv, line 3: it contains an identifier (document), which results repeat." in said
    assert "results/" not in said.partition("which results repeat")[2].partition("\n")[0]
    built.replace("config/codebook.csv", "codes,de_1,DE 1,,,2,yes,,", "codes,germany,Germany,,,2,yes,DE 1,")
    built.build()
    assert "codes,germany,DE,present,4,4,4" in built.text("results/cells/cells.csv")
    assert "also coded as" not in built.text("results/report/index.html")
