"""Whole builds of a small study, as a person sees them: good, failing, interrupted, in a terminal and in a file."""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from tests.builders import forked_snakemake
from tests.builders.plain_runs import mostly_exhaustive
from tests.builders.projects import ROOT, Study, copy_project
from tests.builders.small_study import CODINGS, write_csv, write_small_study

PATIENCE = 300  # seconds, on a machine under load
STEP = "data/processed/codebook.parquet"  # of a step that needs no other
NOISE = re.compile(
    r"Traceback|RuleException|CalledProcessError|WorkflowError|Error in rule|Shutting down|Building DAG|"
    r"jobid|^rule |Select jobs|Complete log|Exiting because|Elapsed|SNAKEMAKE",
    re.MULTILINE,
)
WITH_PLUGIN = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
# Snakemake as where crosscase is not installed: without the folder that holds the plugin.
WITHOUT_PLUGIN = """
import pathlib, sys
sys.path[:] = [path for path in sys.path if not (pathlib.Path(path) / "snakemake_logger_plugin_crosscase").exists()]
from snakemake.cli import main
main(sys.argv[1:])
"""


def command(study: Study, *arguments: str) -> list[str]:
    where = ["--snakefile", str(study.snakefile), "--directory", str(study.folder)]
    return [sys.executable, "-m", "snakemake", *where, "--logger", "crosscase", "--cores", "2", "--", *arguments]


def run(arguments: list[str], env: dict[str, str] = WITH_PLUGIN) -> subprocess.CompletedProcess[str]:
    """Run a command whose output goes into a file, as far as it can see; Snakemake has its libraries already."""
    if arguments[1:3] == ["-m", "snakemake"]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("PYTHONPATH", env["PYTHONPATH"])
            code, output = forked_snakemake.run(arguments[3:], Path.cwd())
        return subprocess.CompletedProcess(arguments, code, output)
    return subprocess.run(
        arguments, env=env, text=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=PATIENCE
    )


def run_in_terminal(arguments: list[str], columns: int, interrupt_at: str = "") -> tuple[int, str]:
    """Run a command in a terminal of some width; press Ctrl-C when it has printed something."""
    process, terminal = pty.fork()
    if not process:
        os.execve(arguments[0], arguments, WITH_PLUGIN)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    output, end = b"", time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        try:
            read = os.read(terminal, 4096)
        except OSError:  # the other side is closed
            break
        output += read
        if interrupt_at and interrupt_at.encode() in output:
            os.write(terminal, b"\x03")
            interrupt_at = ""
    os.close(terminal)
    if time.monotonic() >= end:
        os.kill(process, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), output.decode()


def snakemakes_log(study: Study) -> str:
    return max((study.folder / ".snakemake/log").glob("*.log")).read_text(encoding="utf-8")


def without_profile_line(output: str) -> list[str]:
    """The lines, without the one that Snakemake prints before it loads any plugin."""
    return [line for line in output.splitlines() if not line.startswith("Using workflow specific profile")]


@pytest.fixture(scope="module")
def good(built_small: Study, tmp_path_factory: pytest.TempPathFactory) -> tuple[Study, str]:
    """A small study that was built, and what the build printed."""
    folder = tmp_path_factory.mktemp("good") / "small"
    shutil.copytree(built_small.folder, folder)
    return Study(folder, built_small.snakefile), built_small.folder.with_name("printed").read_text(encoding="utf-8")


def test_a_good_build_says_in_a_few_lines_what_was_counted_and_what_to_do(good: tuple[Study, str]) -> None:
    lines = without_profile_line(good[1])
    assert len(lines) <= 29, good[1]
    assert not NOISE.search(good[1]), good[1]
    done = next(number for number, line in enumerate(lines) if line.startswith("Done: "))
    assert all(re.match(r"\[#*\.*\] \d+ of \d+ steps, \w+", line) for line in lines[:done]), good[1]
    assert re.fullmatch(r"Done: \d\d steps in \d+ (s|min)\.", lines[done])
    assert lines[done + 1] == "What was counted:"
    assert lines[done + 2].startswith("  5 of 5 codings are in the tables")
    assert lines[-2:] == ["What to open:", "  results/report/index.html"]


def test_snakemakes_own_output_is_whole_in_its_log(good: tuple[Study, str]) -> None:
    log = snakemakes_log(good[0])
    total = int(re.findall(r"^total\s+(\d+)$", log, re.MULTILINE)[0])
    assert log.count("Finished jobid: ") == total
    assert "What was counted:" in log
    assert not list((good[0].folder / ".snakemake/log").glob("*.steps"))  # no step printed anything


def test_with_nothing_to_do_a_build_says_just_that(good: tuple[Study, str]) -> None:
    again = run(command(good[0]))
    assert again.returncode == 0
    assert without_profile_line(again.stdout) == ["Nothing to be done: every file that was asked for is up to date."]


def test_the_command_prints_nothing_of_snakemakes(good: tuple[Study, str]) -> None:
    build = [sys.executable, "-m", "crosscase.cli", "build", "--cores", "2", "--study", str(good[0].folder)]
    again = run(build)
    assert again.returncode == 0
    assert again.stdout == "Nothing to be done: every file that was asked for is up to date.\n"
    in_full = run([*build, "--verbose", "--", "--force", "data/processed/codebook.parquet"])
    assert "Finished jobid: 0 (Rule: import_codebook)" in in_full.stdout


@pytest.mark.exhaustive
def test_a_question_to_snakemake_is_answered_by_snakemake(good: tuple[Study, str]) -> None:
    arguments = command(good[0])
    at = arguments.index("--cores")
    listed = run([*arguments[:at], "--list-rules"])
    assert "anonymise_export (" in listed.stdout
    planned = run([*arguments[:at], "--dry-run", "--forceall", *arguments[at:]])
    plan = re.search(r"^A build would run (\d+) steps:\n((?:  .+\n)+)", planned.stdout, re.MULTILINE)
    assert plan
    assert int(plan[1]) == plan[2].count("\n") + plan[2].count(",") > 10
    assert not NOISE.search(planned.stdout)
    in_full = run([*arguments[:at], "--printshellcmds", "--force", *arguments[at:], "data/processed/codebook.parquet"])
    assert "Finished jobid: 0 (Rule: import_codebook)" in in_full.stdout


@pytest.mark.exhaustive
def test_plain_snakemake_says_little_where_crosscase_is_installed_and_prints_as_always_elsewhere(
    small_study: Study,
) -> None:
    where = ["--snakefile", str(small_study.snakefile), "--directory", str(small_study.folder), "--cores", "2"]
    target = "data/processed/codebook.parquet"
    quiet = run([sys.executable, "-m", "snakemake", *where, target])
    done, not_searched = without_profile_line(quiet.stdout)[-2:]
    assert re.fullmatch(r"Done: 1 step in \d+ s\.", done)
    assert not_searched.startswith("This build did not search the results")
    assert not NOISE.search(quiet.stdout)
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    elsewhere = run([sys.executable, "-c", WITHOUT_PLUGIN, *where, "--force", target], plain)
    assert elsewhere.returncode == 0
    assert "Finished jobid: 0 (Rule: import_codebook)" in elsewhere.stdout
    (small_study.folder / "data/raw/exports/ie.csv").write_text("", encoding="utf-8")
    failed = run([sys.executable, "-c", WITHOUT_PLUGIN, *where, "data/processed/mentions/ie.parquet"], plain)
    assert failed.returncode == 1
    assert "What is wrong with the study:\ndata/raw/exports/ie.csv: the file is empty." in failed.stdout


def test_a_build_that_fails_in_several_exports_lists_each_problem_once(small_study: Study) -> None:
    (small_study.folder / "data/raw/exports/ie.csv").write_text("", encoding="utf-8")
    (small_study.folder / "data/raw/exports/en.csv").write_text("Interview,Code\nTalk 3,Time\n", encoding="utf-8")
    failed = run(command(small_study))
    assert failed.returncode == 1
    assert not NOISE.search(failed.stdout), failed.stdout
    lines = without_profile_line(failed.stdout)
    heading = lines.index("What is wrong with the study:")
    problems = lines[heading + 1 : heading + 3]
    assert [re.split(r"[,:]", problem)[0] for problem in sorted(problems)] == [
        "data/raw/exports/en.csv",
        "data/raw/exports/ie.csv",
    ]
    assert lines[heading + 3] == "(This list: logs/problems.txt)"
    (log,) = re.findall(r"Snakemake's own output is in (\S+)\.$", lines[heading + 4])
    assert "Error in rule anonymise_export" in small_study.text(log)
    assert all(failed.stdout.count(problem) == 1 for problem in problems)


def test_what_a_file_or_a_code_is_called_does_not_reach_the_terminal_as_a_command(small_study: Study) -> None:
    hostile = "data/raw/exports/ie\u202e[2J.csv"
    (small_study.folder / "data/raw/exports/ie.csv").rename(small_study.folder / hostile)
    small_study.replace("config/study.yaml", "data/raw/exports/ie.csv", '"data/raw/exports/ie\\u202e[2J.csv"')
    write_csv(small_study.folder / hostile, [("Interview", "Code", "Text"), ("Talk 1", "T\x1b]0;x\x07ime", "words")])
    write_csv(
        small_study.folder / "data/raw/exports/en.csv",
        [("Interview", "Code", "Text"), *CODINGS["en"], ("Talk 3", "red\x1b[31m\u202ecode", "words")],
    )
    failed = run(command(small_study))
    assert failed.returncode == 1
    assert "unknown_code" in failed.stdout
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", failed.stdout), repr(failed.stdout)
    assert "\x1b" not in small_study.text("logs/problems.txt")


def test_in_a_narrow_terminal_the_progress_line_is_overwritten_and_fits(small_study: Study) -> None:
    status, output = run_in_terminal(command(small_study, "data/processed/mentions/ie.parquet"), 40)
    assert status == 0, output
    (drawn,) = [line for line in output.split("\r\n") if "\x1b[K" in line]
    states = [state.removesuffix("\r") for state in drawn.split("\x1b[K")]
    assert any("anonymise_export ie" in state for state in states)
    assert all(len(state) < 40 for state in states)
    assert re.fullmatch(r"Done: \d steps in \d+ s\.", states[-1])  # in the place of the line, which is gone
    assert not NOISE.search(output)


def test_ctrl_c_ends_a_build_with_a_sentence_and_the_next_one_goes_on(small_study: Study) -> None:
    target = "data/processed/mentions/ie.parquet"
    status, output = run_in_terminal(command(small_study, target), 100, interrupt_at="anonymise_export ie")
    assert status == 1, output
    assert not NOISE.search(output), output
    assert output.count("The build was interrupted. Run the same command again; it goes on where it stopped.") == 1
    assert "failed" not in output
    assert run(command(small_study, target)).returncode == 0


@pytest.mark.exhaustive
def test_a_target_that_no_step_makes_is_named(good: tuple[Study, str]) -> None:
    failed = run(command(good[0], "results/tables/nonsense.csv"))
    assert failed.returncode == 1
    assert without_profile_line(failed.stdout) == [
        "No step makes results/tables/nonsense.csv. Check the name; `crosscase build -- --list-rules` lists the steps."
    ]


FAULTS = {
    "syntax": ("workflow/rules/report.smk", "rule render_report:", "rule render_report", "report.smk, line 1"),
    "name": ("workflow/rules/report.smk", 'code_of("render_report"', 'code_off("render_report"', "'code_off' is not"),
    "input": (
        "workflow/rules/prepare.smk",
        "    input:\n        codebook=STUDY.codebook,",
        '    input:\n        codebook="config/none.csv",',
        "The build needs files that are missing: config/none.csv.",
    ),
    "import": (
        "scripts/import_codebook.py",
        "from crosscase",
        "import no_such_module\nfrom crosscase",
        "The last line that a step printed: ModuleNotFoundError: No module named 'no_such_module'",
    ),
    "kill": (
        "scripts/import_codebook.py",
        "from crosscase",
        "import os\nos.kill(os.getpid(), 9)\nfrom crosscase",
        "The step import_codebook was killed (signal 9), perhaps for want of memory.",
    ),
}


@pytest.mark.parametrize("fault", mostly_exhaustive(FAULTS, ["import"]))
def test_a_fault_of_the_pipeline_is_a_sentence_without_a_traceback(fault: str, tmp_path: Path) -> None:
    file, old, new, sentence = FAULTS[fault]
    pipeline = copy_project(tmp_path / "pipeline")
    pipeline.replace(file, old, new)
    study = write_small_study(tmp_path / "small")
    failed = run(command(Study(study.folder, pipeline.snakefile), STEP))
    assert failed.returncode == 1
    assert sentence in failed.stdout, failed.stdout
    assert not NOISE.search(failed.stdout), failed.stdout


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("module", ["study/configuration.py", "coding/codebook.py"])
def test_a_pipeline_runs_its_own_modules_though_another_copy_is_installed(module: str, tmp_path: Path) -> None:
    """The first of the two is loaded by the rules, the other one by a step."""
    pipeline = copy_project(tmp_path / "pipeline")
    with (pipeline.folder / "scripts/crosscase" / module).open("a", encoding="utf-8") as stream:
        stream.write("\nraise SystemExit('the module of the copy')\n")
    study = write_small_study(tmp_path / "small")
    failed = run(command(Study(study.folder, pipeline.snakefile), STEP))
    assert failed.returncode == 1
    assert "the module of the copy" in failed.stdout, failed.stdout


@pytest.mark.parametrize("more", [(), ("--verbose",)])
def test_an_interruption_while_snakemake_plans_is_a_sentence(tmp_path: Path, more: tuple[str, ...]) -> None:
    """Snakemake leaves it to Python, which prints a traceback. Whoever asks for more than a sentence gets that."""
    interrupting = "def asked(wildcards):\n    raise KeyboardInterrupt\n\n\nrule all:\n    input:\n        asked,\n"
    (tmp_path / "Snakefile").write_text(interrupting, encoding="utf-8")
    where = ["--snakefile", str(tmp_path / "Snakefile"), "--directory", str(tmp_path)]
    arguments = [sys.executable, "-c", "from snakemake.cli import main; main()", *where, "--logger", "crosscase", *more]
    found = run([*arguments, "--cores", "1"])
    assert found.returncode != 0
    assert ("Traceback" in found.stdout) is bool(more)
    assert found.stdout.count("The build was interrupted. Run the same command again") == (not more)
