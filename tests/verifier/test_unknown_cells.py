"""A study with undeclared gaps is built, and the verifier counts its question marks again. All names are invented.

The study has no sample, and a register without names, documents, consent and withdrawals.
"""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.builders.small_study import STUDY, small_study_here, write_csv
from tests.builders.steps_in_process import no_sentences, problems_of_tables
from tests.builders.unpacked_package import Unpacked
from verifier import counting, sample, sample_by_group, tables, words

IDS = {"Talk 1": "IE", "Talk 2": "IE", "Talk 3": "EN", "Talk 4": "EN", "Talk 5": "FR"}  # of Talk 5 there is no export
DECLARED = [{"country": "EN", "domain": "helps"}, {"country": "IE", "domain": "helps"}]


def minimal(change: Callable[[dict[str, Any]], None] = lambda config: None) -> None:
    """Make the small study one with a third country that has no export, and leave out what may be left out."""
    path = Path("config/study.yaml")
    config = {key: value for key, value in STUDY.items() if key != "sample"}
    config["countries"] = [*config["countries"], {"code": "FR", "name": "France", "iso": "FR"}]  # type: ignore[misc]
    change(config)
    path.write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    write_csv(Path("data/raw/participants.csv"), [("participant", "country"), *IDS.items()])
    for export, coding in (("ie", ("Talk 1", "Time", "never")), ("en", ("Talk 3", "Money", "by nobody"))):
        write_csv(Path(f"data/raw/exports/{export}.csv"), [("Interview", "Code", "Text"), coding])


def test_what_is_undeclared_is_built_and_counted_again(capsys: pytest.CaptureFixture[str]) -> None:
    with small_study_here():
        minimal()
        assert problems_of_tables() == []
        assert Path("results/tables/barriers.csv").read_text() == "label,IE,EN,FR,Total\nTime,x,,?,1\nMoney,,x,?,1\n"
        assert Path("results/tables/helps.csv").read_text() == "label,IE,EN,FR,Total\nTrust,?,?,?,0\n"
        issues = list(csv.DictReader(io.StringIO(Path("results/validation/issues.csv").read_text())))
        assert [(issue["check"], issue["value"]) for issue in issues if issue["severity"] == "warning"] == [
            ("domain_without_coding", "EN helps"),
            ("domain_without_coding", "IE helps"),
            ("group_without_coding", "FR"),
            ("participant_without_coding", ""),
            ("participant_without_coding", ""),
            ("participant_without_coding", ""),
            ("participant_without_name", ""),
            ("unused_code", "trust"),
        ]
        (nameless,) = [issue for issue in issues if issue["check"] == "participant_without_name"]
        assert nameless["message"] == "5 participants of 5 have no name there"
        assert _differences() == []
    assert not capsys.readouterr().err


@pytest.mark.plain_cases(2)
@pytest.mark.parametrize("language", ["cs", "de", "el", "fr", "pl"])
def test_a_package_in_another_language_is_counted_again(language: str) -> None:
    with small_study_here():
        minimal(lambda config: config.update(output_language=language, sample=STUDY["sample"]))
        rows = [("participant", "country", "role"), *((who, place, "teacher") for who, place in IDS.items())]
        write_csv(Path("data/raw/participants.csv"), rows)
        Path("config/labels.yaml").write_text("total: Qqsum\n", encoding="utf-8")
        assert problems_of_tables() == []
        assert Path("results/tables/barriers.csv").read_text().splitlines()[0].endswith(",IE,EN,FR,Qqsum")
        package = Unpacked()
        count = counting.Count(package)
        of_sample = [*sample.sample(package, count), *sample_by_group.sample_by_group(package, count)]
        assert [*_differences(), *of_sample, *words.exchanged(package)] == []
        page = Path("results/tables/sample.html")
        page.write_text(page.read_text().replace("100,0", "100.0"))
        assert list(sample.sample(package, count)) != []


def test_a_declared_domain_is_absent_and_not_unknown() -> None:
    with small_study_here():
        minimal(lambda config: config.update(coded=DECLARED))
        assert problems_of_tables() == []
        assert Path("results/tables/helps.csv").read_text() == "label,IE,EN,FR,Total\nTrust,,,?,0\n"
        assert _differences() == []


@pytest.mark.plain_cases(3)
@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("results/cells/cells.csv", "time,FR,unknown,,1,", "time,FR,absent,0,1,0"),
        ("results/tables/barriers.csv", "Time,x,,?,1", "Time,x,,,1"),
        ("results/tables/barriers_tidy.csv", "FR,unknown,,1,", "FR,absent,0,1,0"),
        ("results/tables/barriers.html", ">1–2<", ">1<"),
        ("results/tables/barriers.tex", "& 1–2 ", "& 1 "),
        ("results/tables/barriers.html", "Not declared whether coded", "Coded"),
    ],
)
def test_a_question_mark_that_was_changed_is_noticed(name: str, old: str, new: str) -> None:
    with small_study_here():
        minimal()
        assert problems_of_tables() == []
        text = Path(name).read_text()
        assert old in text
        Path(name).write_text(text.replace(old, new, 1))
        assert _differences() != []


@pytest.mark.parametrize(("column", "value"), [("consent_to_quote", "perhaps"), ("withdrawn", "soon")])
def test_an_optional_column_that_is_there_is_checked(column: str, value: str) -> None:
    with small_study_here():
        minimal()
        rows = [("participant", "country", column), *((who, place, value) for who, place in IDS.items())]
        write_csv(Path("data/raw/participants.csv"), rows)
        (problem,) = problems_of_tables()
        assert f"the column `{column}` has a value that is not allowed" in problem
        assert no_sentences([problem]) == []


def _differences() -> list[str]:
    package = Unpacked()
    count = counting.Count(package)
    of_tables = [problem for name in ("barriers", "helps") for problem in tables.domain(package, count, name)]
    return [*counting.mentions(count), *counting.cells(package, count), *of_tables]
