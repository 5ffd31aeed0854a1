"""Snakemake in a process that was forked from one which has imported it: a run begins a second earlier.

Libraries are imported once for all runs of a test process, also those that Snakemake and a pipeline load on the way.
Nothing of crosscase is: a pipeline loads its own modules.
"""

import atexit
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_SERVER = """
import json, os, sys
import jsonschema, nbformat, requests, snakemake.cli, snakemake.report.html_reporter, yaml, yte

for line in sys.stdin:
    arguments, folder, variables, output = json.loads(line)
    process = os.fork()
    if not process:
        descriptor = os.open(output, os.O_WRONLY)
        os.dup2(descriptor, 1)
        os.dup2(descriptor, 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(variables)
        sys.path.insert(0, folder)
        sys.argv = ["snakemake", *arguments]
        code = 1
        try:
            snakemake.cli.main(arguments)
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
            if isinstance(end.code, str):
                print(end.code, file=sys.stderr)
        except BaseException:
            import traceback
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    _, status = os.waitpid(process, 0)
    print(os.waitstatus_to_exitcode(status), flush=True)
"""
_OF_PYTHON = ("PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED")  # what a process reads when it starts


@cache
def _server(*_of_python: str | None) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _SERVER]
    server = subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    atexit.register(_end, server)
    return server


def _end(server: subprocess.Popen[str]) -> None:
    assert server.stdin
    server.stdin.close()
    server.wait()


def run(arguments: Sequence[str], folder: Path) -> tuple[int, str]:
    """Run Snakemake in a folder; its exit code, and output and errors together."""
    server = _server(*map(os.environ.get, _OF_PYTHON))
    assert server.stdin
    assert server.stdout
    with tempfile.NamedTemporaryFile("r", encoding="utf-8", errors="replace") as output:
        server.stdin.write(json.dumps([list(arguments), str(folder), dict(os.environ), output.name]) + "\n")
        server.stdin.flush()
        code = int(server.stdout.readline())
        return code, output.read()
