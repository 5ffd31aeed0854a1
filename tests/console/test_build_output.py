"""What is printed of Snakemake's records, where no step begins or ends for long, and where a terminal is poor."""

import io
import logging
import time
from dataclasses import dataclass
from typing import Any

import pytest
from snakemake_interface_logger_plugins.settings import OutputSettingsLoggerInterface

from crosscase.console.build_output import BuildOutput
from snakemake_logger_plugin_crosscase import LogHandler


class Settings(OutputSettingsLoggerInterface):
    """As Snakemake's command line has them where nothing is asked for."""

    printshellcmds = nocolor = debug_dag = verbose = show_failed_logs = stdout = dryrun = False
    quiet = None


@dataclass
class Clock:
    """A clock that a test sets."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def record(event: str | None, text: str = "", level: int = logging.INFO, **fields: Any) -> logging.LogRecord:
    made = logging.LogRecord("snakemake", level, "", 0, text, None, None)
    made.__dict__.update(fields, **({"event": event} if event else {}))
    return made


def begun(output: BuildOutput) -> BuildOutput:
    output.show(record("workflow_started"))
    output.show(record("run_info", stats={"total": 4}))
    output.show(record("job_info", rule_name="count", wildcards={"export": "cz"}, jobid=1, output=["t"]))
    return output


def test_a_long_step_is_not_silent_where_lines_cannot_be_overwritten() -> None:
    errors, clock = io.StringIO(), Clock()
    output = begun(BuildOutput(errors, io.StringIO(), clock))
    for clock.now in range(60):
        output.draw()
    lines = errors.getvalue().splitlines()
    assert 7 <= len(lines) <= 10
    assert set(lines) == {"[....................] 0 of 4 steps, count cz"}


def test_the_plugin_looks_at_the_clock_by_itself_until_it_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LogHandler, "interval", 0.01)
    handler = LogHandler(Settings(), None)
    errors, clock = io.StringIO(), Clock()
    handler.output = begun(BuildOutput(errors, io.StringIO(), clock))
    clock.now = 6
    end = time.monotonic() + 30
    while not errors.getvalue() and time.monotonic() < end:
        time.sleep(0.01)
    assert errors.getvalue() == "[....................] 0 of 4 steps, count cz\n"
    handler.close()
    clock.now = 600
    time.sleep(0.1)
    assert errors.getvalue().count("\n") == 1


def test_a_step_is_not_announced_for_a_rule_that_makes_nothing() -> None:
    errors, clock = io.StringIO(), Clock()
    output = begun(BuildOutput(errors, io.StringIO(), clock))
    output.show(record("job_finished", job_id=1))
    output.show(record("job_info", rule_name="all", wildcards=None, jobid=0, output=[]))
    clock.now = 6
    output.draw()
    assert errors.getvalue().endswith("0 of 4 steps, count cz\n")


def test_warnings_are_passed_on_and_chatter_is_not() -> None:
    errors, answers = io.StringIO(), io.StringIO()
    output = BuildOutput(errors, answers)
    output.show(record(None, "Building DAG of jobs..."))
    output.show(record(None, "import_codebook (Read the codebook.)"))
    begun(output)
    output.show(record(None, "Select jobs to execute..."))
    output.show(record(None, "The disk is\x1b[2J slow.", logging.WARNING))
    assert errors.getvalue() == "The disk is\\x1b[2J slow.\n"
    assert answers.getvalue() == "import_codebook (Read the codebook.)\n"


def test_answers_and_all_else_are_in_streams_of_their_own() -> None:
    errors, answers = io.StringIO(), io.StringIO()
    output = begun(BuildOutput(errors, answers, Clock()))
    output.show(record("progress", done=1, total=4))
    output.show(record(None, "What was counted:\n  5", crosscase="summary"))
    assert (errors.getvalue(), answers.getvalue()) == ("Done: 1 step in 1 s.\n", "What was counted:\n  5\n")


def test_a_terminal_without_the_letters_and_a_reader_that_is_gone_stop_nothing() -> None:
    raw = io.BytesIO()
    ascii_only = io.TextIOWrapper(raw, encoding="ascii")
    BuildOutput(ascii_only, ascii_only).show(record(None, "Řízení", logging.WARNING))
    assert raw.getvalue() == b"\\u0158\\xedzen\\xed\n"
    ascii_only.close()
    BuildOutput(ascii_only, ascii_only).show(record(None, "Řízení", logging.WARNING))


def test_an_exception_that_ends_snakemake_is_said_once_at_the_end() -> None:
    errors = io.StringIO()
    output = BuildOutput(errors, io.StringIO())
    for _ in range(2):
        output.show(record("error", "WorkflowError:\nThe disk is full.", logging.ERROR, exception="WorkflowError"))
    assert output.close() is False
    output.close()
    assert errors.getvalue() == "The build cannot start or go on: The disk is full (WorkflowError).\n"


def test_a_build_that_is_stopped_before_its_first_step_says_so() -> None:
    errors = io.StringIO()
    output = BuildOutput(errors, io.StringIO())
    output.show(record("error", "Cancelling snakemake on user request.", logging.ERROR, exception="KeyboardInterrupt"))
    assert output.close(), "Snakemake, which may fail to close its event loop now, prints nothing more"
    assert errors.getvalue() == "The build was interrupted. Run the same command again; it goes on where it stopped.\n"


def test_a_dry_run_lists_the_steps_with_their_exports() -> None:
    errors, answers = io.StringIO(), io.StringIO()
    output = begun(BuildOutput(errors, answers, is_plan=True))
    output.show(record("job_info", rule_name="count", wildcards={"export": "at"}, jobid=2, output=["u"]))
    output.show(record("job_info", rule_name="draw", wildcards={}, jobid=3, output=["v"]))
    output.show(record("job_info", rule_name="all", wildcards={}, jobid=4, output=[]))
    output.show(record(None, "This was a dry-run (flag -n)."))
    output.draw()
    output.close()
    output.close()  # as Snakemake does
    assert (answers.getvalue(), errors.getvalue()) == ("A build would run 3 steps:\n  count: at, cz\n  draw\n", "")
