"""Ctrl-C before Snakemake has begun, or while a process ends, is no traceback."""

import os
import signal
import subprocess
import sys

import pytest

from crosscase.console.failures import INTERRUPTED
from crosscase.running import interruptions, snakemake_runs
from tests.builders.projects import ROOT

pytestmark = pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="this system cannot hold Ctrl-C back")
WAITS = "signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])"


def test_ctrl_c_that_was_held_back_comes_afterwards() -> None:
    reached = False
    with pytest.raises(KeyboardInterrupt), interruptions.held_back():
        signal.raise_signal(signal.SIGINT)  # to this thread: a test before may have left others
        reached = True
    assert reached


def test_snakemake_begins_with_ctrl_c_held_back() -> None:
    """Python would print a traceback while it starts, or lose the interruption."""
    assert snakemake_runs._run([sys.executable, "-c", f"import signal, sys; sys.exit(not ({WAITS}))"]) == 0
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def test_ctrl_c_that_waited_for_snakemake_is_a_sentence() -> None:
    with interruptions.held_back():
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "crosscase.console.snakemake_main", "--version"],
            env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
    with process:
        process.send_signal(signal.SIGINT)
        answer, said = process.communicate(timeout=60)
    assert (process.returncode, answer, said) == (130, "", f"{INTERRUPTED}\n")


def test_ctrl_c_at_the_end_of_a_process_is_no_traceback() -> None:
    program = (
        "import atexit, os, signal\n"
        "from crosscase.running import interruptions\n"
        "atexit.register(lambda: (interruptions.hold_back(), os.kill(os.getpid(), signal.SIGINT)))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
