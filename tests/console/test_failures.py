"""The last words of a build that failed: each problem once, and a sentence for whatever failed without one."""

from pathlib import Path

import pytest

from crosscase.console import failures
from crosscase.console.failures import FailedStep
from crosscase.running import steps


@pytest.fixture(autouse=True)
def in_a_study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("logs").mkdir()


def test_a_problem_that_several_steps_met_is_listed_once_and_in_order() -> None:
    steps.PROBLEMS.write_text("b is wrong.\na is wrong.\nb is wrong.\n", encoding="utf-8")
    assert failures.read_problems() == ["b is wrong.", "a is wrong."]
    steps.PROBLEMS.unlink()
    assert failures.read_problems() == []


def test_many_problems_do_not_fill_the_terminal() -> None:
    problems = [f"{number} is wrong." for number in range(50)]
    lines = failures.format_failure(problems, [], False, "").splitlines()
    assert lines == ["What is wrong with the study:", *problems[:20], "(30 more in logs/problems.txt)"]


def test_results_of_two_builds_are_not_to_be_shared() -> None:
    assert failures.MIXED not in failures.format_failure(["a is wrong."], [], False, "x.log")
    steps.put_notice()
    text = failures.format_failure(["a is wrong."], [], False, "x.log")
    assert text.splitlines()[1:] == [
        "a is wrong.",
        "(This list: logs/problems.txt)",
        "Snakemake's own output is in x.log.",
        failures.MIXED,
    ]


@pytest.mark.parametrize(
    ("ending", "sentence"),
    [
        ("", "The step count cz failed without saying why. Its log: logs/cz.log."),
        ("returned non-zero exit status 1.", "The step count cz failed without saying why. Its log: logs/cz.log."),
        ("returned non-zero exit status 137.", "The step count cz was killed (signal 9), perhaps for want of memory."),
        ("died with <Signals.SIGKILL: 9>.", "The step count cz was killed (signal 9), perhaps for want of memory."),
    ],
)
def test_a_step_that_died_without_a_word_is_named(ending: str, sentence: str) -> None:
    Path("logs/cz.log").write_text("read as tidy\n", encoding="utf-8")
    Path("steps").write_text("MemoryError\n\n", encoding="utf-8")
    step = FailedStep("count cz", ("logs/cz.log",), ending)
    told, printed = failures.unexplained_steps([step], {"a is wrong."}, Path("steps"))
    assert told.startswith(sentence)
    assert printed == "The last line that a step printed: MemoryError"


def test_a_step_whose_log_has_the_problem_is_explained() -> None:
    Path("logs/cz.log").write_text("read as tidy\na is wrong.\n", encoding="utf-8")
    step = FailedStep("count cz", ("logs/cz.log",))
    assert failures.unexplained_steps([step], ["a is wrong."], Path("steps")) == []
    assert len(failures.unexplained_steps([step], ["b is wrong."], None)) == 1


@pytest.mark.parametrize(
    ("kind", "text", "sentence"),
    [
        (
            "MissingRuleException",
            "MissingRuleException:\nNo rule to produce x (if you use input functions make sure that they don't …).",
            "No step makes x. Check the name; `snakemake --list-rules` lists the steps.",
        ),
        (
            "MissingInputException",
            'MissingInputException in rule render_tables in file "/a b/present.smk", line 9:\n'
            "Missing input files for rule render_tables:\n    output: t.csv\n"
            "    affected files:\n        b.csv\n        a.csv",
            "The build needs files that are missing: b.csv, a.csv.",
        ),
        (
            "SyntaxError",
            'SyntaxError in file "/a b/present.smk", line 9:\ninvalid syntax: ',
            "/a b/present.smk, line 9: invalid syntax: (SyntaxError). The pipeline itself has a fault. "
            "Undo the last change to it, or report it.",
        ),
        (
            "KeyError",
            "Traceback (most recent call last):\n  File …\nKeyError: 'x'\n",
            "The pipeline itself has a fault: KeyError: 'x'. Please report it with Snakemake's own output.",
        ),
        (
            "WorkflowError",
            "WorkflowError:\nSomething else.",
            "The build cannot start or go on: Something else (WorkflowError).",
        ),
    ],
)
def test_what_snakemake_says_becomes_a_sentence(kind: str, text: str, sentence: str) -> None:
    assert failures.format_exception(kind, text).startswith(sentence)
