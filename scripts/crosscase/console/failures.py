"""What a build that failed says at its end: each problem once, and what failed without saying why."""

import errno
import os
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosscase.messages.suggestions import nearest
from crosscase.running import locks, pipeline, places
from crosscase.running.share_notice import NOTICE
from crosscase.running.steps import BUILT, PRINTED, PROBLEMS

MOST = 20  # problems in the terminal; the list holds all
_LIKE = 0.75  # how alike two names are that are probably one, from 0 to 1
MIXED = "results/ may be incomplete, or mix files of this build and an earlier one. Do not share any of them."
INTERRUPTED = "The build was interrupted. Run the same command again; it goes on where it stopped."
_FULL = os.strerror(errno.ENOSPC)
_STATUS = re.compile(r"exit status (\d+)|died with <Signals\.\w+: (\d+)>")
_BY_SIGNAL = 128  # a shell adds this to the number of the signal that ended its command
_HEADER = re.compile(r"^\w+(?: in rule (?P<rule>\w+))?(?: in file \"?(?P<file>[^\n\"]+?)\"?, line (?P<line>\d+))?:\n")
_INPUTS = re.compile(r"affected files:\n(?P<files>(?:\s+\S.*\n?)+)")
_OF_FILES = ("MissingInputException", "ProtectedOutputException", "WorkflowError")  # kinds of exceptions
_FOR_EACH = "Target rules may not contain wildcards"
_NAME_A_FILE = (
    "A step that runs once for each export (anonymise_export, import_segments) cannot be named by itself. Name a file "
    "that it writes, such as data/processed/segments/EXPORT.parquet with the name of an export for EXPORT, or a step "
    "after it, such as validate_codes."
)
_PACKAGED = Path("results/provenance/crate")  # copies of code and results, which no step makes by their own name
_BUILT = tuple(f"{folder}/" for folder in BUILT)
_WANTED = re.compile(r"No rule to produce (?P<target>.+?) \(if you use input functions", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FailedStep:
    """A step that failed: its name with the export, its logs, and how Snakemake says that it ended."""

    label: str
    logs: tuple[str, ...]
    ending: str = ""


def read_problems() -> list[str]:
    """The problems of the last build, each once, in the order in which the steps found them."""
    text = PROBLEMS.read_text(encoding="utf-8") if PROBLEMS.exists() else ""
    return list(dict.fromkeys(text.splitlines()))


def format_failure(problems: Sequence[str], unexplained: Sequence[str], interrupted: bool, log: str) -> str:
    """The last words of a build that failed.

    `problems`: sentences on the study; `unexplained`: sentences on steps that failed without one; `log`: the file with
    Snakemake's own output, empty where it keeps none.
    """
    lines = []
    if interrupted:
        lines.append(INTERRUPTED)
    if problems:
        lines += ["What is wrong with the study:", *problems[:MOST]]
        hidden = len(problems) - MOST
        lines.append(f"({hidden} more in {PROBLEMS})" if hidden > 0 else f"(This list: {PROBLEMS})")
    lines += unexplained
    if not lines:
        lines.append("The build stopped.")
    if log and not interrupted:
        lines.append(f"Snakemake's own output is in {log}.")
    if NOTICE.exists() and any(path.is_file() and path != NOTICE for path in NOTICE.parent.rglob("*")):
        lines.append(MIXED)
    return places.located("\n".join(lines))


def unexplained_steps(steps: Collection[FailedStep], problems: Collection[str], printed: Path | None) -> list[str]:
    """A sentence on each failed step whose log holds none of the problems; `printed` is what steps wrote to stderr."""
    silent = [step for step in steps if not any(_holds(log, problems) for log in step.logs)]
    sentences = [_format_silent(step) for step in silent]
    if silent and (words := _last_line(printed)):
        sentences.append(f"The last line that a step printed: {words}")
    return sentences


def format_exception(kind: str, text: str) -> str:
    """What Snakemake says when it cannot start or go on, as a sentence. `kind`: the class of its exception."""
    if _FULL in text:
        return "The disk is full, so the build cannot go on. Make room and run the same command again."
    if _FOR_EACH in text:
        return _NAME_A_FILE
    header = _HEADER.match(text)
    body = text[header.end() :] if header else text
    if wanted := _WANTED.search(body):
        if Path(wanted["target"]).is_dir():
            return f"{wanted['target']} is a folder. Name a file in it, or the step that writes it."
        if Path(wanted["target"]).is_file() and not wanted["target"].startswith(_BUILT):
            return f"{wanted['target']} is a file of the study that no step makes. Name a result, or a step."
        near = _nearest_target(wanted["target"])
        remedy = (
            f"Did you mean {near}?" if near else "Check the name; `crosscase build -- --list-rules` lists the steps."
        )
        return f"No step makes {wanted['target']}. {remedy}"
    if kind in _OF_FILES and (sentence := locks.other_build()):
        return sentence  # which removes results to make them again: what Snakemake says of them means nothing
    if kind == "MissingInputException" and (inputs := _INPUTS.search(body)):
        return f"The build needs files that are missing: {_files(inputs)}."
    if kind == "ProtectedOutputException" and (outputs := _INPUTS.search(body)):
        return f"The build may not write these results: {_files(outputs)}. Run `chmod u+w` on them."
    first = next((line.strip() for line in body.splitlines() if line.strip() not in ("", "Error:")), kind)
    if header and header["file"]:
        rule = f", rule {header['rule']}" if header["rule"] else ""
        remedy = "The pipeline itself has a fault. Undo the last change to it, or report it."
        return f"{header['file']}, line {header['line']}{rule}: {first.rstrip('.')} ({kind}). {remedy}"
    if "Traceback (most recent call last)" in text:
        last = text.rstrip().splitlines()[-1]
        return f"The pipeline itself has a fault: {last.rstrip('.')}. Please report it with Snakemake's own output."
    return f"The build cannot start or go on: {first.rstrip('.')} ({kind})."


def _files(affected: re.Match[str]) -> str:
    """The files that Snakemake lists, each once."""
    return ", ".join(dict.fromkeys(line.strip() for line in affected["files"].splitlines()))


def _nearest_target(target: str) -> str:
    """The step, or the file of an earlier build, whose name is most like a target; empty if none is like it."""
    known = {script.stem: script.stem for script in pipeline.SCRIPTS.glob("*.py")}
    files = (file for file in sorted(Path("results").rglob("*.*")) if not file.is_relative_to(_PACKAGED))
    known |= {file.name: str(file) for file in files}
    return known.get(nearest(Path(target).name, known, _LIKE), "")


def format_syntax_error(error: BaseException | None) -> str:
    """A sentence on a syntax error in the rules, on which Snakemake itself stumbles (9.27); empty for all else."""
    while error:
        if isinstance(error, SyntaxError):
            place = f'in file "{error.filename}", line {error.lineno}'
            return format_exception("SyntaxError", f"SyntaxError {place}:\n{error.msg}")
        error = error.__context__
    return ""


def _format_silent(step: FailedStep) -> str:
    logs = ", ".join(log for log in step.logs if Path(log).exists())
    where = f" Its log: {logs}." if logs else ""
    if _status(step.ending) == PRINTED:
        return f"{PROBLEMS} could not be written; what is wrong in the step {step.label} is printed above."
    if signal := _signal(step.ending):
        return f"The step {step.label} was killed (signal {signal}), perhaps for want of memory.{where}"
    return f"The step {step.label} failed without saying why.{where}"


def _signal(ending: str) -> int:
    """The signal that ended a step; 0 where it ended by itself."""
    found = _STATUS.search(ending)
    return int(found[2]) if found and found[2] else max(_status(ending) - _BY_SIGNAL, 0)


def _status(ending: str) -> int:
    """The exit status of a step; 0 where Snakemake does not tell it."""
    found = _STATUS.search(ending)
    return int(found[1] or 0) if found else 0


def _holds(log: str, problems: Collection[str]) -> bool:
    try:
        lines = Path(log).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return any(line in problems for line in lines)


def _last_line(path: Path | None) -> str:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").split("\n") if path else []
    except OSError:
        return ""
    return next((line.strip() for line in reversed(lines) if line.strip()), "")
