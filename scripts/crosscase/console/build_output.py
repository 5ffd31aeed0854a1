"""What a person sees of a build, made of the records that Snakemake logs."""

import logging
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from crosscase.console import failures
from crosscase.console.progress import Progress, duration
from crosscase.messages.visible_text import visible_lines
from crosscase.messages.wording import counted

KIND = "crosscase"  # attribute of the records that the Snakefile logs: "answer", "summary" or "failure"
_CLEAR = "\r\x1b[K"  # to the beginning of the line, and delete it
_STARTING = ("Building DAG of jobs...", "Assuming unrestricted shared filesystem usage", "host: ")
_STOPPING = ("Terminating processes on user request", "Will exit after finishing currently running jobs")
_NOTHING = "Nothing to be done"
_LAST = ("Exiting because a job execution failed", "At least one job did not complete successfully")


@dataclass
class BuildOutput:
    """Prints one progress line and the last words of a build. `errors` gets all but the answer to a question.

    `printed_by_steps` is the file into which the steps' own error output goes, if there is one. `is_plan`: nothing is
    built (a dry run); what would be is listed at the end.
    """

    errors: TextIO = field(default_factory=lambda: sys.stderr)
    answers: TextIO = field(default_factory=lambda: sys.stdout)
    clock: Callable[[], float] = time.monotonic
    printed_by_steps: Path | None = None
    is_plan: bool = False
    _planned: dict[str, list[str]] = field(default_factory=dict)  # the exports of each step
    _progress: Progress | None = None
    _total: int = 0
    _started: bool = False  # whether Snakemake has begun to build, and does not only answer a question
    _interrupted: bool = False
    _reported: bool = False
    _line: bool = False  # whether the progress line stands in the terminal
    _failed: list[failures.FailedStep] = field(default_factory=list)
    _exceptions: list[tuple[str, str]] = field(default_factory=list)
    _labels: dict[int, str] = field(default_factory=dict)

    def show(self, record: logging.LogRecord) -> None:
        """Print what a record means to a person, if anything."""
        event = str(getattr(record, "event", None) or "")
        showing = getattr(self, f"_show_{event}", None)
        if kind := getattr(record, KIND, ""):
            getattr(self, f"_show_{kind}")(record)
        elif showing:
            showing(record)
        elif not event:
            self._show_text(record)

    def close(self, raised: BaseException | None = None) -> bool:
        """At the end of Snakemake: say what stopped it, where nothing was said yet.

        `raised`: the exception that ends it. Returns whether that is said, as a syntax error in the rules or as an
        interruption, after which Snakemake may fail to close its event loop.
        """
        self._clear()
        syntax = failures.format_syntax_error(raised)
        if not self._reported:
            sentences = [failures.INTERRUPTED] if self._interrupted else self._sentences()
            self._print(self.errors, "\n".join([*sentences, *filter(None, [syntax])]))
            if self._planned and not sentences:
                self._print(self.answers, self._plan())
        self._reported = True
        if (file := self.printed_by_steps) and file.exists() and not file.stat().st_size:
            file.unlink()
        return bool(syntax) or self._interrupted

    def interrupt(self) -> None:
        """Say that an interruption ended Snakemake, unless that was said."""
        if not self._interrupted:
            self._print(self.errors, failures.INTERRUPTED)
        self._interrupted = self._reported = True

    def draw(self) -> None:
        """Bring the progress line up to date, where it can be overwritten or is due."""
        if not self._progress or self._reported:
            return
        now = self.clock()
        if _is_terminal(self.errors):
            self._write(self.errors, _CLEAR + self._progress.line(now, _width(self.errors) - 1))
            self._line = True
        elif self._progress.plain_line_is_due(now):
            self._print(self.errors, self._progress.line(now, 200))

    def _plan(self) -> str:
        """The steps that a build would run, each with its exports."""
        count = sum(map(len, self._planned.values()))
        lines = [f"  {rule}: {', '.join(sorted(names))}".removesuffix(": ") for rule, names in self._planned.items()]
        return "\n".join([f"A build would run {counted(count, 'step')}:", *lines])

    def _sentences(self) -> list[str]:
        return list(dict.fromkeys(failures.format_exception(kind, text) for kind, text in self._exceptions))

    def _show_workflow_started(self, _record: logging.LogRecord) -> None:
        self._started = True

    def _show_run_info(self, record: logging.LogRecord) -> None:
        stats: dict[str, int] = getattr(record, "stats", {})
        self._total = stats.get("total", 0)

    def _show_job_info(self, record: Any) -> None:
        names = [*map(str, (record.wildcards or {}).values())]
        label = " ".join((record.rule_name, *names))
        if self.is_plan:
            if record.output:
                self._planned.setdefault(record.rule_name, []).append(" ".join(names))
            return
        self._labels[record.jobid] = label
        if self._progress is None:
            self._progress = Progress(self.clock(), self._total)
        if record.output:  # a rule without output, such as `all`, only names targets
            self._progress.start(record.jobid, label)
            self.draw()

    def _show_job_finished(self, record: Any) -> None:
        if self._progress:
            self._progress.end(record.job_id)

    def _show_progress(self, record: Any) -> None:
        if self._progress:
            self._progress.done, self._progress.total = record.done, record.total
            self.draw()

    def _show_job_error(self, record: Any) -> None:
        label = self._labels.get(record.jobid, record.rule_name)
        ending = next((found for found in self._exceptions if record.rule_name in found[1]), None)
        if ending:
            self._exceptions.remove(ending)
        self._failed.append(failures.FailedStep(label, tuple(record.log), ending[1] if ending else ""))
        if self._progress:
            self._progress.end(record.jobid)

    def _show_error(self, record: logging.LogRecord) -> None:
        kind, text = getattr(record, "exception", ""), record.getMessage()
        if kind == "KeyboardInterrupt":
            self._interrupted = True
        elif not any(last in text for last in _LAST):
            self._exceptions.append((kind, text))

    def _show_text(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if text.startswith(_STOPPING):
            self._interrupted = True
            self._print(self.errors, "Stopping. The steps at work are being waited for.")
        elif text.startswith(_NOTHING):
            self._print(self.errors, "Nothing to be done: every file that was asked for is up to date.")
        elif record.levelno >= logging.WARNING and not text.startswith(_LAST):
            self._print(self.errors, text)
        elif not self._started and record.levelno >= logging.INFO and not text.startswith(_STARTING):
            self._print(self.answers, text)

    def _show_answer(self, record: logging.LogRecord) -> None:
        self._print(self.answers, record.getMessage())

    def _show_summary(self, record: logging.LogRecord) -> None:
        if self._progress:
            took = duration(self.clock() - self._progress.begun)
            self._print(self.errors, f"Done: {counted(self._progress.done, 'step')} in {took}.")
        self._print(self.answers, record.getMessage())
        self._reported = True

    def _show_failure(self, record: Any) -> None:
        unexplained = []
        if not self._interrupted:
            unexplained = failures.unexplained_steps(self._failed, record.problems, self.printed_by_steps)
            unexplained += self._sentences()
        text = failures.format_failure(record.problems, unexplained, self._interrupted, record.snakemake_log)
        self._print(self.errors, text)
        self._reported = True

    def _clear(self) -> None:
        if self._line:
            self._write(self.errors, _CLEAR)
            self._line = False

    def _print(self, stream: TextIO, text: str) -> None:
        if text:
            self._clear()
            self._write(stream, visible_lines(text) + "\n")

    def _write(self, stream: TextIO, text: str) -> None:
        """Nobody may be listening any more, and not every terminal has every letter."""
        encoding = stream.encoding or "utf-8"
        with suppress(OSError, ValueError):
            stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
            stream.flush()


def _is_terminal(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _width(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
