"""The command `crosscase` as a person runs it, in a process of its own; and an environment of a clone that has it."""

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

from crosscase import cli
from tests.builders.projects import ROOT


def crosscase(
    *arguments: object, where: Path, typed: str = "", pipeline: Path = ROOT, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run a command line in a folder, with the pipeline of a clone; it never shows a traceback."""
    command = [sys.executable, "-m", "crosscase.cli", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(pipeline / "scripts"), **variables}
    run = subprocess.run(command, cwd=where, env=environment, input=typed, text=True, check=False, capture_output=True)
    assert "Traceback" not in run.stdout + run.stderr
    return run


def crosscase_here(*arguments: object, where: Path) -> subprocess.CompletedProcess[str]:
    """Run a command line in this process: a quarter of a second less, for what ends before a verb changes anything."""
    output, errors = io.StringIO(), io.StringIO()
    code: int | str | None
    with contextlib.chdir(where), contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
        try:
            code = cli.main([*map(str, arguments)])
        except SystemExit as end:
            code = end.code
    assert isinstance(code, int)
    return subprocess.CompletedProcess(["crosscase", *map(str, arguments)], code, output.getvalue(), errors.getvalue())


def make_environment(clone: Path) -> Path:
    """The environment of these tests in the place of the one that `make` installs, with this clone's command.

    Returns the folder of its programs.
    """
    environment, own = clone / ".venv", Path(sys.prefix)
    programs = environment / "bin"
    programs.mkdir(parents=True)
    for name in ("pyvenv.cfg", "lib"):
        (environment / name).symlink_to(own / name)
    for program in (own / "bin").iterdir():
        if program.name != "crosscase":
            (programs / program.name).symlink_to(program)
    command = programs / "crosscase"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{clone}/scripts" exec "{programs}/python" -m crosscase.cli "$@"\n')
    command.chmod(0o755)
    for stamp in ("libraries", "study", "tests"):
        (environment / stamp).touch()
    return programs
