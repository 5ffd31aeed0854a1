"""The last words of a build that failed: each problem once, and a sentence for whatever failed without one."""

import subprocess
import sys
from pathlib import Path

import pytest

from crosscase.console import failures
from crosscase.console.failures import FailedStep
from crosscase.console.snakemake_logging import prefix_of_steps
from crosscase.running import locks, pipeline, share_notice, steps


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
    share_notice.put()
    Path("results/tables").mkdir()
    assert failures.MIXED not in failures.format_failure(["a is wrong."], [], False, "x.log")  # nothing is there
    Path("results/tables/barriers.csv").touch()
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
            "No step makes x. Check the name; `crosscase build -- --list-rules` lists the steps.",
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


@pytest.mark.parametrize("kind", ["MissingInputException", "ProtectedOutputException", "WorkflowError"])
def test_what_snakemake_says_of_files_while_another_build_is_at_work_is_its_doing(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other build had removed a result while this one planned."""
    monkeypatch.setattr(locks, "_OURS", [])  # another test may have held a folder, for as long as this process lives
    text = f"{kind}:\nUnable to obtain modification time of file t.csv although it existed before."
    with locks.no_build():
        assert "a build is at work in this folder; nothing was changed." in failures.format_exception(kind, text)
        assert failures.format_exception("SyntaxError", text) != failures.format_exception(kind, text)
    assert "a build is at work" not in failures.format_exception(kind, text)


def test_a_full_disk_is_named_wherever_snakemake_meets_it() -> None:
    text = 'OSError in file "/x/trace.smk", line 72:\n[Errno 28] No space left on device'
    sentence = "The disk is full, so the build cannot go on. Make room and run the same command again."
    assert failures.format_exception("RuleException", text) == sentence


def test_a_step_that_could_not_write_its_problems_says_where_they_are() -> None:
    step = FailedStep("count cz", ("logs/cz.log",), "returned non-zero exit status 3.")
    (sentence,) = failures.unexplained_steps([step], set(), None)
    assert sentence == "logs/problems.txt could not be written; what is wrong in the step count cz is printed above."


def test_on_a_full_disk_the_whole_list_of_a_step_comes_to_the_terminal(tmp_path: Path) -> None:
    """The list cannot be written, nor can what a step prints be put into its file."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    for path in (steps.PROBLEMS, Path("logs/a.log"), Path("printed")):
        path.symlink_to("/dev/full")
    code = (
        "from crosscase.messages.errors import Problem, StudyError\n"
        "from crosscase.running import steps\n"
        "with steps.logging_to('logs/a.log'):\n"
        "    raise StudyError(Problem(f'file {number}', '', 'it is wrong') for number in range(50))\n"
    )
    prefix = prefix_of_steps(Path("printed"), is_bash=False).replace("{{", "{").replace("}}", "}")
    command = ["sh", "-c", f'{prefix}"$0" -c "$1"', sys.executable, code]
    environment = {"PYTHONPATH": str(pipeline.SCRIPTS)}
    step = subprocess.run(command, env=environment, text=True, check=False, capture_output=True)
    assert step.returncode == steps.PRINTED
    assert step.stderr.splitlines() == [f"file {number}: it is wrong." for number in range(50)]


def test_a_misspelt_target_gets_the_nearest_step_or_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "results/tables").mkdir(parents=True)
    (tmp_path / "results/tables/barriers.csv").touch()
    monkeypatch.chdir(tmp_path)
    for target, meant in (
        ("results/tables/bariers.csv", "results/tables/barriers.csv"),
        ("render_tabels", "render_tables"),
    ):
        text = f"MissingRuleException:\nNo rule to produce {target} (if you use input functions make sure that they …)."
        said = failures.format_exception("MissingRuleException", text)
        assert said == f"No step makes {target}. Did you mean {meant}?"


def test_a_folder_as_a_target_is_called_one_and_no_copy_in_the_package_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nearest name to results/tables was that of a module of the verifier, in the package."""
    (tmp_path / "results/tables").mkdir(parents=True)
    (tmp_path / "results/provenance/crate/code").mkdir(parents=True)
    (tmp_path / "results/provenance/crate/code/tables.py").touch()
    monkeypatch.chdir(tmp_path)
    text = "MissingRuleException:\nNo rule to produce {} (if you use input functions make sure that they …)."
    said = failures.format_exception("MissingRuleException", text.format("results/tables"))
    assert said == "results/tables is a folder. Name a file in it, or the step that writes it."
    assert "crate" not in failures.format_exception("MissingRuleException", text.format("tables.csv"))


def test_a_file_that_a_build_reads_is_no_target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data/raw").mkdir(parents=True)
    (tmp_path / "data/raw/participants.csv").touch()
    monkeypatch.chdir(tmp_path)
    text = "MissingRuleException:\nNo rule to produce data/raw/participants.csv (if you use input functions make …)."
    said = failures.format_exception("MissingRuleException", text)
    assert said == "data/raw/participants.csv is a file of the study that no step makes. Name a result, or a step."


def test_a_result_that_cannot_be_written_is_told_from_one_that_another_build_makes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of both Snakemake says that the file is protected."""
    monkeypatch.setattr(locks, "_OURS", [])  # another test may hold a folder in this process
    said = (
        'ProtectedOutputException in rule render_report in file "/a b/report.smk", line 11:\n'
        "Write-protected output files for rule render_report:\n    output: index.html\n"
        "    affected files:\n        index.html"
    )
    alone = failures.format_exception("ProtectedOutputException", said)
    assert alone == "The build may not write these results: index.html. Run `chmod u+w` on them."
    with locks.no_build():
        beside = failures.format_exception("ProtectedOutputException", said)
    assert "a build is at work in this folder; nothing was changed. Wait until it has ended" in beside
