"""Shared work: every piece is done once, an error is the same with any number of processes, no process stays behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crosscase.messages.errors import Problem, StudyError
from crosscase.running import shared_work
from crosscase.running.pipeline import PACKAGE

PROCESSES = pytest.mark.parametrize("processes", [1, 2, 3, 9])
SIZES = [1, 5, 2, 5]
shares = pytest.mark.skipif(not shared_work._CAN_FORK, reason="one process does all on this system")


def note(folder: Path, number: int) -> None:
    """Write down that this process had a piece."""
    (folder / f"{number}_{os.getpid()}").touch()


def pieces(folder: Path) -> list[int]:
    """The pieces written down, each as often as it was done."""
    return sorted(int(path.name.partition("_")[0]) for path in folder.iterdir())


def processes_of(folder: Path) -> set[str]:
    return {path.name.partition("_")[2] for path in folder.iterdir()}


@PROCESSES
def test_every_piece_is_done_once(tmp_path: Path, processes: int) -> None:
    shared_work.run_all(lambda number: note(tmp_path, number), SIZES, processes)
    assert pieces(tmp_path) == [0, 1, 2, 3]


@shares
def test_several_processes_work_at_the_same_time(tmp_path: Path) -> None:
    def meet(number: int) -> None:
        note(tmp_path, number)
        end = time.monotonic() + 60
        while len(processes_of(tmp_path)) < 2 and time.monotonic() < end:
            time.sleep(0.01)

    shared_work.run_all(meet, [1, 1], 2)
    assert len(processes_of(tmp_path)) == 2


def test_one_process_does_all_where_there_is_no_fork(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_work, "_CAN_FORK", False)
    shared_work.run_all(lambda number: note(tmp_path, number), SIZES, 2)
    assert pieces(tmp_path) == [0, 1, 2, 3]
    assert processes_of(tmp_path) == {str(os.getpid())}


@PROCESSES
def test_the_first_error_is_raised_whoever_met_it(processes: int, capfd: pytest.CaptureFixture[str]) -> None:
    def fail(number: int) -> None:
        if number != 1:
            raise StudyError(Problem(f"figure {number}", "", "it is too narrow", "Widen it."))

    with pytest.raises(StudyError, match="figure 0"):
        shared_work.run_all(fail, SIZES, processes)
    assert capfd.readouterr() == ("", "")


@shares
def test_the_step_does_what_a_killed_process_had_begun(tmp_path: Path) -> None:
    step = os.getpid()

    def work(number: int) -> None:
        if os.getpid() != step:
            os.kill(os.getpid(), signal.SIGKILL)
        note(tmp_path, number)
        time.sleep(0.05)  # so that the other process gets a piece

    shared_work.run_all(work, [1] * 8, 2)
    assert pieces(tmp_path) == [*range(8)]


BEGIN = """
import os, sys, time
from pathlib import Path
from crosscase.running import shared_work

def work(number):
    Path(f"{number}_{os.getpid()}").touch()
    time.sleep(1)

shared_work.run_all(work, [1] * 40, 2)
"""


def at_work(process: str) -> bool:
    """Whether a process is there and not merely waiting to be forgotten by the system."""
    try:
        return Path("/proc", process, "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


@shares
@pytest.mark.parametrize("ended_by", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_process_works_on_after_the_step_has_ended(tmp_path: Path, ended_by: signal.Signals) -> None:
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    command = [sys.executable, "-c", BEGIN]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL) as step:
        end = time.monotonic() + 30
        while len(processes_of(tmp_path)) < 2 and time.monotonic() < end:
            time.sleep(0.01)
        step.send_signal(ended_by)
    assert len(processes_of(tmp_path)) == 2
    while any(map(at_work, processes_of(tmp_path))):
        assert time.monotonic() < end
        time.sleep(0.05)
    assert len(pieces(tmp_path)) < 40


@PROCESSES
@pytest.mark.parametrize("letter", ["ž", "\ud800"], ids=["a letter", "half a letter"])
def test_work_that_was_begun_gives_its_result(processes: int, letter: str) -> None:
    process, _, text = shared_work.begin(lambda: f"{os.getpid()} " + letter * 10**6, processes)().partition(" ")
    assert (process == str(os.getpid())) == (processes == 1 or not shared_work._CAN_FORK)
    assert text == letter * 10**6


@PROCESSES
def test_what_goes_wrong_in_work_that_was_begun_is_raised_by_the_step(
    processes: int, capfd: pytest.CaptureFixture[str]
) -> None:
    def work() -> str:
        raise StudyError(Problem("file", "", "wrong", "Mend it."))

    result = shared_work.begin(work, processes)
    with pytest.raises(StudyError, match="wrong"):
        result()
    assert capfd.readouterr().err == ""


@shares
def test_work_whose_process_was_killed_is_done_by_the_step() -> None:
    step = os.getpid()

    def work() -> str:
        if os.getpid() != step:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert shared_work.begin(work, 2)() == "done"
