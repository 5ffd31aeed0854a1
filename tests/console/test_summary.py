"""The last words of a build that went well speak of what this build made, and of nothing else."""

from pathlib import Path

import pytest

from crosscase.console.summary import format_summary
from crosscase.running import share_notice

VERDICTS = {
    "results/validation/verdict.txt": "5 of 5 codings are in the tables\n2 words wait for review\n",
    "results/verification/verdict.txt": "9 printed numbers match\n",
    "results/disclosure/verdict.txt": "3 cells rest on one participant\n",
    "results/leaks/verdict.txt": "No leak found\n",
    "results/report/index.html": "<html>",
}


@pytest.fixture(autouse=True)
def in_a_built_study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in VERDICTS.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")


def test_it_says_what_was_counted_what_is_to_decide_and_what_to_open() -> None:
    assert format_summary(VERDICTS).splitlines() == [
        "What was counted:",
        "  5 of 5 codings are in the tables",
        "  9 printed numbers match",
        "  No leak found",
        "What is to decide:",
        "  2 words wait for review",
        "  3 cells rest on one participant",
        "What to open:",
        "  results/report/index.html",
    ]


def test_the_archive_is_named_where_it_was_asked_for() -> None:
    Path("results/archive").mkdir()
    Path("results/archive/small.qdpx").touch()
    assert "qdpx" not in format_summary(VERDICTS)
    made = [*VERDICTS, "results/archive/small.qdpx"]
    assert format_summary(made).splitlines()[-2:] == ["  results/report/index.html", "  results/archive/small.qdpx"]


def test_comparisons_for_the_team_are_named_if_there_are_some() -> None:
    made = [*VERDICTS, "data/processed/also_by/role/cells.csv"]
    assert format_summary(made).splitlines()[-2:] == ["What is for the team alone:", "  data/processed/also_by/"]


def test_what_the_build_did_not_look_at_is_not_repeated() -> None:
    assert format_summary({"results/leaks/verdict.txt"}) == "What was counted:\n  No leak found"
    assert format_summary({"results/figures/barriers.svg"}) == ""


def test_results_that_no_search_has_seen_are_not_called_clean() -> None:
    share_notice.put()
    (line,) = format_summary({"results/figures/barriers.svg"}).splitlines()
    assert line.startswith("This build did not search the results for identifiers, so results/DO-NOT-SHARE.txt")


def test_a_verdict_that_a_study_has_not_is_left_out() -> None:
    Path("results/verification/verdict.txt").unlink()
    assert "printed" not in format_summary(VERDICTS)
