"""Which results the rules declare: by their marks, in the order of the rules, for all values of their wildcards."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from crosscase.running.declared_results import (
    DeclaredResults,
    fills_folder,
    for_team,
    kept_back,
    on_request,
    packed,
    summarises_results,
    volatile,
)


@dataclass
class Rule:
    """A rule as Snakemake keeps it: outputs are text with flags, wildcards may be constrained."""

    name: str
    output: Sequence[Any]


RULES = [
    Rule("count", [packed("data/processed/mentions/{export,cz|de}.parquet")]),
    Rule("look", [kept_back("results/preflight/{export}.txt")]),
    Rule("describe", [summarises_results("results/columns.json")]),
    Rule("record", [summarises_results("results/steps.json")]),
    Rule("checkout", [volatile("results/checkout.json")]),
    Rule("pack", [fills_folder(summarises_results("results/crate/about.json")), summarises_results("results/c.zip")]),
    Rule("archive", [on_request("results/archive/study.qdpx")]),
    Rule("scan", [summarises_results("results/verdict.txt")]),
    Rule("compare", [for_team("data/processed/also_by/role/cells.csv")]),
    Rule("added_last", ["results/new folder/new.csv"]),
]
PLAIN = ["results/preflight/cz.txt", "results/preflight/de.txt", "results/new folder/new.csv"]
RESULTS = DeclaredResults(RULES, {"export": ["cz", "de"]})


def test_a_summary_is_made_of_all_results_but_its_own_and_those_of_later_summaries() -> None:
    assert sorted(RESULTS.before("describe")) == sorted(PLAIN)
    assert sorted(RESULTS.before("record")) == sorted([*PLAIN, "results/columns.json"])
    made_before = ["results/columns.json", "results/steps.json"]
    assert sorted(RESULTS.before("pack")) == sorted([*PLAIN, *made_before])


def test_with_the_results_goes_what_is_marked_to_be_packed() -> None:
    mentions = [f"data/processed/mentions/{export}.parquet" for export in ("cz", "de")]
    assert sorted(RESULTS.packable("pack")) == sorted([*RESULTS.before("pack"), *mentions])


def test_what_is_for_the_team_alone_is_in_no_summary_and_behind_none() -> None:
    (private,) = RESULTS.for_team
    for listed in (RESULTS.packable("pack"), RESULTS.before("record"), RESULTS.others("scan", True), RESULTS.paths):
        assert private not in listed
    assert "compare" not in RESULTS.rules_behind("record")
    assert private in RESULTS.all_outputs


def test_the_search_is_of_all_results_wherever_their_rules_stand() -> None:
    everything = set(RESULTS.paths) - {"results/verdict.txt"}
    assert set(RESULTS.others("scan", requested=True)) == everything
    assert set(RESULTS.others("scan", requested=False)) == everything - {"results/archive/study.qdpx"}


def test_results_are_known_by_their_marks() -> None:
    assert RESULTS.kept_back == PLAIN[:2]
    assert RESULTS.on_request == ["results/archive/study.qdpx"]
    assert RESULTS.volatile == ["results/checkout.json"]
    assert RESULTS.folders == ["results/crate"]


def test_the_rules_behind_a_record_are_those_that_can_run_before_it() -> None:
    assert RESULTS.rules_behind("record") == {"count", "look", "describe", "archive", "added_last"}


def test_the_files_of_each_export_are_found_by_patterns() -> None:
    assert RESULTS.patterns("export") == ["data/processed/mentions/*.parquet", "results/preflight/*.txt"]


def test_a_wildcard_without_values_is_refused() -> None:
    with pytest.raises(ValueError, match=r"rule draw: no values are known of the wildcard figure in results/\{figure"):
        DeclaredResults([Rule("draw", ["results/{figure}.svg"])], {"export": ["cz"]})


def test_no_step_overwrites_a_file_of_the_study_or_of_another_step() -> None:
    rules = [Rule("ask", ["data/restricted/review/{export}.csv"]), Rule("draw", ["results/a.svg", "results/./A.svg"])]
    results = DeclaredResults(rules, {"export": ["cz", "decisions"]})
    named = {"decisions": "data/restricted/review/decisions.csv", "register": "data/raw/people.csv"}
    assert [str(problem) for problem in results.overwriting(named)] == [
        "data/restricted/review/decisions.csv: the step ask would overwrite the file that the key `decisions` of the "
        "study names. Give the export or domain another name, or move the file.",
        "results/./A.svg: the step draw would overwrite a result of the step draw. Give the export or domain another "
        "name, or move the file.",
    ]
    assert not list(RESULTS.overwriting(named))
