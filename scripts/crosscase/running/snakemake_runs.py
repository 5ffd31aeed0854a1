"""Run Snakemake with this pipeline on the study of the working directory.

Snakemake runs in a process of its own, through its command line: that is the interface which its documentation keeps
stable and which takes the settings of the profile; its Python interface does neither. What follows `--` is handed to
it as it is.
"""

import importlib.util
import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from crosscase.messages.errors import Problem, StudyError
from crosscase.running import interruptions, pipeline

_PATIENCE = 1  # seconds
_KILLED = 9  # SIGKILL, which other systems do not name
LOGGER = "crosscase"  # the name of our logger plugin, which prints a build in a few lines


def build(targets: Sequence[str], cores: str = "all", further: Sequence[str] = (), verbose: bool = False) -> int:
    """Build targets (none: everything) and return 0 if all went well, or else 1.

    `cores` is a number or `all`, `further` are options of Snakemake; with `verbose` it prints its own output.
    Raises StudyError where Snakemake is missing or too old.
    """
    check_version()
    where = ["--snakefile", str(pipeline.SNAKEFILE), "--directory", str(Path.cwd())]
    how = [*options_of_profile(pipeline.PROFILE), "--cores", cores, *_output(verbose)]
    # -P: a file of the study that is called like a module of Python, such as json.py, is not run.
    return _run([sys.executable, "-P", "-m", "crosscase.console.snakemake_main", *targets, *where, *how, *further])


def options_of_profile(profile: Path) -> list[str]:
    """The settings of a profile as options of the command line, since Snakemake prints a line on profiles it reads."""
    import yaml

    settings = yaml.safe_load((profile / "config.yaml").read_text(encoding="utf-8"))
    options = ["--workflow-profile", "none"]
    for name, value in settings.items():
        values = value if isinstance(value, list) else [] if value is True else [value]
        options += [f"--{name}", *map(str, values)]
    return options


def check_version() -> None:
    """Raise StudyError where Snakemake is not installed or too old for the profile, on whose keys it would stop."""
    needed = _needed()
    try:
        found = metadata.version("snakemake")
    except metadata.PackageNotFoundError:
        found = ""
    if _numbers(found) < _numbers(needed):
        what = f"Snakemake {found} is too old" if found else "Snakemake is not installed"
        remedy = f"Install {needed} or newer into this environment, or run `make` in a clone of crosscase, which does."
        raise StudyError(Problem(sys.prefix, "", what, remedy))


def _needed() -> str:
    """The oldest version of Snakemake that the project declares."""
    declared = re.search(r'"snakemake\[reports\]>=([\d.]+)', pipeline.PROJECT.read_text(encoding="utf-8"))
    return declared[1] if declared else "0"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", version)[:2]))


def _output(verbose: bool) -> list[str]:
    """How the build prints: in a few lines by our plugin; asked for shell commands, Snakemake prints by itself."""
    if verbose:
        return ["--printshellcmds"]
    has_plugin = importlib.util.find_spec(f"snakemake_logger_plugin_{LOGGER}") is not None
    return ["--logger", LOGGER] if has_plugin else []


def _run(command: Sequence[str]) -> int:
    """Run Snakemake to its end; who stops this process stops Snakemake, which stops its steps."""
    path = os.pathsep.join(filter(None, [str(pipeline.SCRIPTS), os.environ.get("PYTHONPATH")]))
    environment = {**os.environ, "PYTHONPATH": path}  # the plugin is found though the project is not installed
    with interruptions.held_back():  # until `snakemake_main` can say something about it
        process = subprocess.Popen(command, env=environment)  # noqa: S603 (our own command, without a shell)
    with process:
        before = signal.signal(signal.SIGTERM, lambda *_: process.terminate())
        try:
            code = process.wait()
            if code == -_KILLED:  # it could say nothing any more
                what = f"Snakemake was killed (signal {_KILLED}), perhaps for want of memory"
                raise StudyError(
                    Problem(
                        "the build",
                        "",
                        what,
                        "results/ may be incomplete: do not share it. Build again: what was finished is kept.",
                    )
                )
            return 1 if code else 0
        except KeyboardInterrupt:
            _stop(process)
            raise
        finally:
            signal.signal(signal.SIGTERM, before)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Wait until Snakemake has stopped. The terminal has interrupted it, too, but it may lose an interruption."""
    try:
        process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.terminate()  # it starts no further step; where it is stopping already, this changes nothing
        process.wait()
