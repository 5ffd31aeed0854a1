"""Exact test, truth table and cases of the small study, with whatever rule and guide, are counted again."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from crosscase.starting import readiness
from crosscase.study import study_folder
from tests.builders.small_study import STUDY, small_study_here, write_csv
from tests.builders.steps_in_process import problems_of_analysis
from tests.builders.unpacked_package import Unpacked
from verifier import comparisons, configurations, counting, exact_tests, rule_tables, validation

FOLDER = Path("results/analysis")
ANALYSIS = {
    "group_test": {"least": 2, "correction": "benjamini_hochberg"},
    "opposites": [["money", "trust"]],
}
GUIDE = [("participant", "domain", "asked"), ("IRL-02", "helps", "no"), ("ENG-02", "barriers", "no")]


def build(truth_table: dict[str, Any], marks: dict[str, Any], guide: bool) -> None:
    config = {**STUDY, "analysis": {**ANALYSIS, "truth_table": truth_table}, "marks": {"rule": marks}}
    if guide:
        write_csv(Path("data/raw/guide.csv"), GUIDE)
        config["guide"] = "data/raw/guide.csv"
    Path("config/study.yaml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
    assert problems_of_analysis() == []


def differences() -> list[str]:
    package = Unpacked()
    count = counting.Count(package)
    found = [*exact_tests.group_test(package, count), *comparisons.holders(package, count)]
    return [*found, *configurations.truth_table(package, count), *rule_tables.evidence(package, count)]


BY_PARTICIPANT = {"conditions": ["time", "money"], "outcome": "trust"}
BY_GROUP = {"conditions": ["time"], "outcome": ["EN"], "cases": "groups"}


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize(
    ("truth_table", "marks", "guide", "cases"),
    [
        (BY_PARTICIPANT, {"at_least": 2}, True, ["EN,,,1", "EN,0,1,0", "IE,1,0,", "IE,1,0,1"]),
        (BY_GROUP, {"share": 0.75}, False, ["EN,0,1", "IE,1,0"]),
    ],
)
def test_results_are_counted_again_under_any_rule(
    truth_table: dict[str, Any], marks: dict[str, Any], guide: bool, cases: list[str]
) -> None:
    """Who was not asked has no value. Each file that somebody changed is noticed."""
    with small_study_here():
        build(truth_table, marks, guide)
        _, *rows = (FOLDER / "qca_cases.csv").read_text(encoding="utf-8").splitlines()
        assert sorted(row.partition(",")[2] if row.startswith("P-") else row for row in rows) == cases
        assert differences() == []
        for name, old, new in (
            ("group_test.csv", ",benjamini_hochberg,", ",holm,"),
            ("cooccurrence_cases.csv", ",IE", ",EN"),
            ("qca_cases.csv", ",1", ",0"),
            ("truth_table.csv", "\n1", "\n0"),
            ("evidence.csv", "at_least_2", "at_least_9"),
        ):
            text = (FOLDER / name).read_text(encoding="utf-8")
            (FOLDER / name).write_text(text.replace(old, new, 1), encoding="utf-8")
            assert differences() != [], name
            (FOLDER / name).write_text(text, encoding="utf-8")


def test_a_code_that_is_not_in_the_codebook_is_a_problem() -> None:
    with small_study_here():
        truth_table = {"conditions": ["tyme"], "outcome": "trust"}
        config = {
            **STUDY,
            "analysis": {"truth_table": truth_table, "opposites": [["time", "trust"], ["money", "trust"]]},
        }
        Path("config/study.yaml").write_text(yaml.safe_dump(config, sort_keys=False), encoding="utf-8")
        for problems in (problems_of_analysis(), list(map(str, readiness.examine(study_folder.study_here()).missing))):
            one, other = problems
            assert "analysis.truth_table: 'tyme' is no code that passages can have. Did you mean 'time'?" in one
            assert "analysis.opposites: 'trust' has several opposites. Keep one pair with it." in other


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("removed", ["data/not_asked.csv", "results/validation/issues.csv"])
def test_a_guide_that_codings_contradict_is_seen_in_both_places(removed: str) -> None:
    """A row on somebody who spoke in the domain changes no number: it could vanish, or come, unnoticed."""
    with small_study_here():
        build(BY_PARTICIPANT, {"at_least": 1}, True)
        package = Unpacked()
        count = counting.Count(package)
        spoke = [row for row in count.unasked if row[2] == "helps"]
        write_csv(Path("data/raw/guide.csv"), [*GUIDE, ("ENG-02", "helps", "no")])
        assert problems_of_analysis() == []
        package = Unpacked()
        count = counting.Count(package)
        (contradicted,) = [row for row in count.unasked if row[2] == "helps" and row not in spoke]
        assert list(validation.unasked(package, count)) == []
        if removed.startswith("data"):
            count.unasked.remove(contradicted)
        else:
            path = Path(removed)
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            path.write_text("".join(line for line in lines if "raised_unasked" not in line), encoding="utf-8")
        (difference,) = validation.unasked(package, count)
        assert f"participant {contradicted[0]}, helps: whether the guide contradicts the codings" in difference
