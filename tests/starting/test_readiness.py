"""`crosscase check` on studies that cannot be built yet: what was understood, and what is missing, in order."""

import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest
import yaml

from crosscase.codebooks.codebook_edits import DECIDE
from crosscase.starting import readiness
from crosscase.study import study_folder
from tests.builders.commands import crosscase
from tests.builders.projects import ROOT, Study

REGISTER, CODEBOOK = "data/raw/participants.csv", "config/codebook.csv"
Change = Callable[[Study], object]


def lacks(*paths: str) -> Change:
    def change(study: Study) -> None:
        for path in paths:
            (study.folder / path).unlink()

    return change


def has(path: str, old: str, new: str) -> Change:
    return lambda study: study.replace(path, old, new)


@pytest.mark.plain_cases(4)
@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ([], []),
        ([lacks(CODEBOOK)], [f"{CODEBOOK}: the file does not exist"]),
        ([lacks(REGISTER)], [f"{REGISTER}: the file does not exist"]),
        (
            [lacks(REGISTER, CODEBOOK, "data/raw/exports/ie.csv")],
            ["config/study.yaml, exports.ie.file: ", f"{CODEBOOK}: ", f"{REGISTER}: "],
        ),
        ([has(REGISTER, "Aoifnait Mockbride", "")], []),  # a note
        (
            [has(REGISTER, "Aoifnait Mockbride,IE", ","), has(CODEBOOK, "helps,trust", ",trust")],
            [f"{CODEBOOK}, row 4: ", f"{REGISTER}, row 2: the column `country` is empty"],
        ),
        (  # a register that is half filled in is used as far as it goes
            [has(REGISTER, "Mockbride,IE", "Mockbride,"), has(REGISTER, "Talk 3", "Talk 9")],
            [f"{REGISTER}, row 2: the column `country` is empty", f"{REGISTER}: it lacks 1 document of the export en"],
        ),
        (
            [has(REGISTER, "Mockbride,IE", "Mockbride,"), has(CODEBOOK, "barriers,time,Time,,,1,yes,\n", "")],
            [f"{REGISTER}, row 2: ", f"{CODEBOOK}: it lacks 1 code of the export ie"],
        ),
        (
            [has(REGISTER, "Talk 3", "Talk 9"), lacks(CODEBOOK)],
            [f"{CODEBOOK}: ", f"{REGISTER}: it lacks 1 document of the export en"],
        ),
    ],
)
def test_what_is_missing_is_said_at_once_and_in_order(
    changes: list[Change], missing: list[str], small_study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    for change in changes:
        change(small_study)
    monkeypatch.chdir(small_study.folder)
    found = readiness.examine(study_folder.study_here())
    assert [str(problem)[: len(start)] for problem, start in zip(found.missing, missing, strict=True)] == missing
    exports = [re.sub(":.*", "", line) for line in found.exports]
    gone = {"ie"} if any("exports.ie" in start for start in missing) else set()
    assert exports == [name for name in ("en", "ie") if name not in gone]


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    "change",
    [
        {"sample": {"role": {"title": "Role", "categories": ["teacher", "not stated"], "missing": "none"}}},
        {"not_coded": [{"country": "FR", "domain": "barriers", "reason": "invented"}]},
        {"coded": [{"country": "IE", "domain": "nothing"}]},
        {"countries": [{"code": code, "name": "One", "iso": code} for code in ("IE", "EN", "EN")]},
        {"domains": [{"id": "barriers", "title": "Barriers"}, {"id": "barriers", "title": "Helps"}]},
        {"exports": {"en": {"file": "data/raw/exports/en.csv", "format": "tidy"}}},
        {"exports": {"en": {"file": "data/raw/exports/en.csv", "format": "maxqda", "country": "XX"}}},
        {"also_by": ["nothing"]},
        {"analysis": {"truth_table": {"conditions": ["time", "money"], "outcome": ["XX"], "cases": "groups"}}},
        {"marks": {"rule": {"share": 0.5, "unit": "segments"}}},
        {"compare": {"one": "Schule"}, "output_language": "de"},
    ],
)
def test_a_fault_of_study_yaml_hides_none_of_the_lists(change: dict[str, object], small_study: Study) -> None:
    """Both were wrong, and the second was named only when the first was mended."""
    path = small_study.folder / "config/study.yaml"
    config = {**yaml.safe_load(path.read_text(encoding="utf-8")), "guide": "data/raw/guide.csv", **change}
    path.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    guide = "domain,asked,participant\nbarriers,perhaps,IRL-01\n"
    (small_study.folder / "data/raw/guide.csv").write_text(guide, encoding="utf-8")
    small_study.replace(CODEBOOK, "barriers,time,Time,,,1,yes,", "barriers,time,Time,,,1,perhaps,")
    run = crosscase("check", where=small_study.folder)
    assert run.returncode == 1
    lines = run.stderr.splitlines()
    assert lines[0] == "Missing or wrong, in the order in which to do it:"
    assert lines[1].startswith("config/study.yaml, ")
    assert any(line.startswith(f"{CODEBOOK}, row 2: the column `codable`") for line in lines), run.stderr
    assert any("data/raw/guide.csv, row 2: the column `asked`" in line for line in lines), run.stderr


def test_citation_and_decisions_are_looked_at_with_the_lists(
    small_study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The citation stopped a build before any list was read."""
    (small_study.folder / "CITATION.cff").write_text("title: A small study\n", encoding="utf-8")
    (small_study.folder / "data/decisions.csv").write_text("words\nnobody\n", encoding="utf-8")
    small_study.replace(CODEBOOK, "barriers,time,Time,,,1,yes,", "barriers,time,Time,,,1,perhaps,")
    config = small_study.folder / "config/study.yaml"
    config.write_text(f"{config.read_text(encoding='utf-8')}decisions: data/decisions.csv\n", encoding="utf-8")
    monkeypatch.chdir(small_study.folder)
    found = readiness.examine(study_folder.study_here())
    assert {problem.file for problem in found.missing} == {"CITATION.cff", "data/decisions.csv", CODEBOOK}


def test_the_command_says_what_it_understood_and_what_to_do(small_study: Study) -> None:
    lacks(CODEBOOK, REGISTER)(small_study)
    run = crosscase("check", "--study", small_study.folder, where=small_study.folder.parent)
    assert run.returncode == 1
    columns = "“Interview” is the document"
    assert run.stdout.splitlines() == [
        f"en: read as tidy; 2 documents, 2 codes, 2 codings; {columns}",
        f"ie: read as tidy; 2 documents, 2 codes, 3 codings; {columns}",
    ]
    lines = run.stderr.splitlines()
    assert lines[0] == "Missing or wrong, in the order in which to do it:"
    assert "crosscase codebook import" in lines[1]
    assert "participant, name, country, documents, consent_to_quote, withdrawn, role" in lines[2]
    assert "Talk" not in run.stdout + run.stderr


def test_what_is_to_decide_is_listed(small_study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (small_study.folder / CODEBOOK).read_text(encoding="utf-8").splitlines()
    asked = [f"{text[0]},{DECIDE}", f"{text[1]},", f"{text[2]},the same?", f"{text[3]},"]
    (small_study.folder / CODEBOOK).write_text("\n".join(asked) + "\n", encoding="utf-8")
    monkeypatch.chdir(small_study.folder)
    (problem,) = readiness.examine(study_folder.study_here()).to_decide
    assert (problem.place, problem.what) == ("row 3, column `decide`", "the same?")


def test_participants_without_a_name_are_noted(small_study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    has(REGISTER, "Aoifnait Mockbride", "")(small_study)
    monkeypatch.chdir(small_study.folder)
    found = readiness.examine(study_folder.study_here())
    assert [problem.what for problem in found.to_decide] == ["1 participant of 4 has no name there"]


def test_several_participants_of_one_name_may_be_one(small_study: Study, monkeypatch: pytest.MonkeyPatch) -> None:
    has(REGISTER, "Wilfrith Shamwell", "aoifnait  Mockbride")(small_study)
    monkeypatch.chdir(small_study.folder)
    (problem,) = readiness.examine(study_folder.study_here()).to_decide
    assert (problem.what, "Mockbride" in str(problem)) == ("several participants have one name", False)
    assert re.fullmatch(r"row \d and row \d", problem.place)


@pytest.mark.plain_cases(3)
@pytest.mark.parametrize(
    ("old", "new", "whole", "part"),
    [
        ("title: A small study", "title: A study of Aoifnait Mockbride", "title", ""),
        ("title: A small study", "title: Study, Mockbride Aoifnait", "title", ""),
        ("  en:", "  interview_wilfrith_shamwell:", "exports.interview_wilfrith_shamwell", ""),
        ("  en:", "  shamwell:", "", "exports.shamwell"),
        ("title: Helps", "title: Mockbride helps", "", "domains.helps.title"),
        ("  en:", "  interviews:", "", ""),
        ("title: A small study", "title: Wilfrith and Edburga", "", "title"),  # two people
    ],
)
def test_a_name_of_the_register_in_study_yaml_is_said(
    old: str, new: str, whole: str, part: str, small_study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    has("config/study.yaml", old, new)(small_study)
    register_file = small_study.folder / REGISTER
    if old == "  en:":
        text = register_file.read_text(encoding="utf-8").replace(",en,", f",{new.strip(' :')},")
        register_file.write_text(text, encoding="utf-8")
    monkeypatch.chdir(small_study.folder)
    found = readiness.examine(study_folder.study_here())
    assert [problem.place for problem in found.missing] == [*filter(None, [whole])]
    assert [problem.place for problem in found.to_decide] == [*filter(None, [part])]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",Time,nobody said which", "1 coding has no document: not counted"),
        ("Talk 1,,a text without a code", "1 row has a text but no code: not counted"),
    ],
)
def test_what_of_an_export_is_not_counted_is_said(
    row: str, said: str, small_study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = small_study.folder / "data/raw/exports/ie.csv"
    path.write_text(f"{path.read_text(encoding='utf-8')}{row}\n", encoding="utf-8")
    monkeypatch.chdir(small_study.folder)
    found = readiness.examine(study_folder.study_here())
    assert [(problem.place, problem.what) for problem in found.to_decide] == [("exports.ie", said)]
    assert found.missing == []


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        (CODEBOOK, "Money", "Money \U0010fffd", f"{CODEBOOK}: no installed font has the character '"),
        ("config/study.yaml", "name: England", "name: England\U0010fffd", "config/study.yaml: no installed font has"),
        ("config/study.yaml", "title: Helps", "title: Helps\U0010fffd", "(U+10FFFD) of 'Helps"),
    ],
)
def test_a_letter_that_no_font_has_is_said_before_a_build(
    path: str, old: str, new: str, says: str, small_study: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_study.replace(path, old, new)
    monkeypatch.chdir(small_study.folder)
    assert any(says in str(problem) for problem in readiness.examine(study_folder.study_here()).missing)


def test_usual_letters_need_no_library_of_fonts(small_study: Study) -> None:
    small_study.replace(CODEBOOK, "Money", "Zeit – Σχολείο, Школа, naïveté …")
    look = "import sys\nfrom crosscase.starting import readiness\nfrom crosscase.study import study_folder\n"
    look += "readiness.examine(study_folder.study_here())\nprint('matplotlib' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    command = [sys.executable, "-c", look]
    run = subprocess.run(command, cwd=small_study.folder, env=environment, capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
