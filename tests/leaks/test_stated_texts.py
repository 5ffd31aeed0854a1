"""A text of the study that names somebody is a problem with its place, not one for each result. Names are invented."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscase.leaks import stated_texts
from crosscase.leaks.leak_scan import LeakScan
from crosscase.leaks.leak_table import Leak
from crosscase.leaks.public_texts import public_text, public_words
from crosscase.leaks.search import Search
from crosscase.leaks.stated_texts import Stated
from crosscase.leaks.watched import Watched
from crosscase.messages.errors import Problem, StudyError
from crosscase.running.pipeline import SCHEMA
from crosscase.storage import yaml_files
from crosscase.study.facts import CONFIG
from tests.builders import additions, new_studies
from tests.builders.leak_scans import KNOWN, LISTED, SCAN, TRACES
from tests.builders.projects import ROOT, Study


def problems_of(tmp_path: Path, codebook: str, texts: list[str], **results: str) -> list[Problem]:
    file, folder = tmp_path / "codebook.csv", tmp_path / "results"
    file.write_text(codebook, encoding="utf-8")
    folder.mkdir()
    for name, content in results.items():
        (folder / name).write_text(content, encoding="utf-8")
    with pytest.raises(StudyError) as stopped:
        stated = [Stated(str(file), text, is_code=True, is_asked=True) for text in texts]
        replace(SCAN, stated=stated).verdict_on(folder)
    return stopped.value.problems


CODEBOOK = "code,label\ntime,Time\ncz_07,CZ 07\nroom,Room\nother,with CZ-07\n"
TEXTS = ["time", "Time", "cz_07", "CZ 07", "room", "Room", "other", "with CZ-07"]


def test_the_place_of_a_text_replaces_the_results_that_repeat_it(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, CODEBOOK, TEXTS, a="CZ 07: 3", b="with CZ-07: 4")
    assert (problem.file, problem.place) == (str(tmp_path / "codebook.csv"), "lines 3 and 5")
    assert "identifier (participant)" in problem.what and "CZ" not in str(problem).replace(str(tmp_path), "")
    assert "`keep`" not in problem.remedy


@pytest.mark.parametrize(
    ("text", "is_code", "is_asked", "said", "unsaid"),
    [
        ("with CZ-07", True, True, "be called like a participant", "`keep`"),
        ("with CZ-07", True, True, "another label and another id", "name somebody"),
        ("by Jana Nováčková", True, True, "decide `keep`", "be called like"),
        ("by Jana Nováčková", False, False, "Change it: nothing that is published may name somebody.", "`keep`"),
        ("by Jana Nováčková", False, False, "Change it", "aliases"),
        ("in bluegate", True, True, "Change it. A code needs", "`keep`"),
        ("in bluegate", True, True, "Or take the decision to replace them back", "somebody"),
        ("kept in /srv/interviews/study", False, True, "may name this machine", "`keep`"),
    ],
)
def test_the_advice_has_what_can_help_there_and_no_more(
    tmp_path: Path, text: str, is_code: bool, is_asked: bool, said: str, unsaid: str
) -> None:
    """The review asks about names in study.yaml and the codebook, nowhere about ids, nor about what is decided."""
    file, search = tmp_path / "texts.yaml", Search([*LISTED, Watched("DECIDED", "blue gate")], KNOWN)
    file.write_text(f"one: two\nthree: {text}\n", encoding="utf-8")
    (tmp_path / "results").mkdir()
    (tmp_path / "results/a.txt").write_text(text, encoding="utf-8")
    stated = [Stated(str(file), text, 2, is_code=is_code, is_asked=is_asked)]
    with pytest.raises(StudyError) as stopped:
        LeakScan(search, TRACES, stated=stated).verdict_on(tmp_path / "results")
    (problem,) = stopped.value.problems
    assert problem.place == "line 2"
    assert said in problem.remedy and unsaid not in problem.remedy
    assert problem.remedy in str(problem), "a longer one is cut"


def test_the_table_has_each_text_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "codebook.csv"
    file.write_text(CODEBOOK, encoding="utf-8")
    (tmp_path / "results").mkdir()
    (tmp_path / "results/a.txt").write_text("CZ 07: 3", encoding="utf-8")
    noted: list[Leak] = []
    with pytest.raises(StudyError):
        replace(SCAN, stated=[Stated(str(file), text) for text in TEXTS]).verdict_on(
            tmp_path / "results", note=lambda alarms: noted.extend(leak for alarm in alarms for leak in alarm)
        )
    assert [(leak.file, leak.where, *leak.hit[1:]) for leak in noted] == [
        (str(file), "line 3", "CZ-07", "cz_07"),
        (str(file), "line 3", "CZ-07", "CZ 07"),
        (str(file), "line 5", "CZ-07", "CZ-07"),
    ]


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


NAME = "Jana Nováčková"
SCHEMA_READ = yaml_files.read_mapping(str(SCHEMA))


def planted(part: Any) -> Iterator[tuple[str, Any]]:
    """Each place of study.yaml in which the schema allows a text, by its keys, with a value that has the name there."""
    part = SCHEMA_READ["$defs"][part["$ref"].rpartition("/")[2]] if "$ref" in part else part
    if part.get("type") == "string" and "enum" not in part:
        yield "", NAME
    for one in part.get("oneOf", ()):
        yield from planted(one)
    for key, below in part.get("properties", {}).items():
        yield from ((f"{key}.{keys}".strip("."), {key: value}) for keys, value in planted(below))
    if isinstance(part.get("additionalProperties"), dict):
        yield "", {NAME: "a text"}
        yield from ((keys, {"made_up": value}) for keys, value in planted(part["additionalProperties"]))
    if "items" in part:
        yield from ((keys, ["first", value]) for keys, value in planted(part["items"]))


PLANTED = [*planted(SCHEMA_READ)]


def alarm_about(texts: list[Stated], tmp_path: Path) -> tuple[list[Problem], list[Leak]]:
    """What the scan says of a result that a step makes and that has the name."""
    (tmp_path / "results").mkdir()
    (tmp_path / "results/a.txt").write_text(f"by {NAME}", encoding="utf-8")
    noted: list[Leak] = []
    with pytest.raises(StudyError) as stopped:
        replace(SCAN, stated=texts, made=frozenset({"results/a.txt"})).verdict_on(
            tmp_path / "results", note=lambda alarms: noted.extend(leak for alarm in alarms for leak in alarm)
        )
    return stopped.value.problems, noted


def test_every_kind_of_text_of_study_yaml_is_planted() -> None:
    keys = {keys for keys, _ in PLANTED}
    assert {"title", "not_coded.reason", "sample.missing", "sample.broader", "exports.group_from.document"} <= keys
    assert len(PLANTED) > 60


@pytest.mark.parametrize(("keys", "value"), PLANTED, ids=[keys for keys, _ in PLANTED])
def test_an_alarm_names_the_line_and_the_key_wherever_the_name_stands(
    keys: str, value: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("config").mkdir()
    Path(CONFIG).write_text(yaml.safe_dump({"analysis": {"seed": 1}} | value, allow_unicode=True), encoding="utf-8")
    number = next(n for n, line in enumerate(Path(CONFIG).read_text("utf-8").splitlines(), 1) if NAME in line)
    problems, noted = alarm_about(stated_texts.of_files([], (), (), "config/codebook.csv", ()), tmp_path)
    place = f"line {number} (`{keys}`)"
    assert [(problem.file, problem.place) for problem in problems] == [(CONFIG, place)]
    assert {(leak.file, leak.where) for leak in noted} == {(CONFIG, place)}
    assert "Nov" not in str(problems[0])


def test_a_text_that_results_need_not_show_explains_no_other_result(tmp_path: Path) -> None:
    """A file that no step makes is named all the same, and so is one with somebody else."""
    stated = [Stated("config/study.yaml", NAME, 3, shown=False)]
    (tmp_path / "results").mkdir()
    for name, text in (("a.txt", NAME), ("b.txt", f"{NAME}, Κώστας Παπαλιθάκης"), ("stray.txt", NAME), ("c.txt", "-")):
        (tmp_path / "results" / name).write_text(text, encoding="utf-8")
    made = frozenset({"results/a.txt", "results/b.txt", "results/c.txt"})
    with pytest.raises(StudyError) as stopped:
        replace(SCAN, stated=stated, made=made).verdict_on(tmp_path / "results")
    assert [Path(problem.file).name for problem in stopped.value.problems] == ["study.yaml", "b.txt", "stray.txt"]


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
