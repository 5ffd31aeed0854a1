"""Functions run in another process as they would here, and the process ends when it should."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest

from crosscase.messages.errors import ReadError
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.storage import bounded_reading, process_copies, process_watch, reading_process
from crosscase.storage.limits import MB, Limits
from crosscase.study.facts import ExportSettings
from tests.builders.bombs import BOMBS
from tests.builders.bounded_functions import NAME, busy, counted, failing, files_and_folder, hoarding, squares
from tests.builders.export_files import COLUMNS
from tests.builders.plain_runs import repeats
from tests.builders.projects import ROOT

PROGRAM = bounded_reading._PROGRAM
LIMITS = Limits(memory_mb=256, seconds=2)
copies = pytest.mark.skipif(not process_copies.CAN_COPY, reason="no process is copied on this system")


@pytest.fixture(params=["new", pytest.param("copied", marks=copies)])
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[str]:
    """A file to read, in a process that was started anew or is a copy of this one."""
    bounded_reading.end()
    if request.param == "copied":
        bounded_reading.begin()
    monkeypatch.setattr(bounded_reading, "_PROGRAM", f"import sys; sys.path.append({str(ROOT)!r}); {PROGRAM}")
    (tmp_path / "file").write_text("words")
    yield str(tmp_path / "file")
    bounded_reading.end()


def processes(path: str, most: int = 1) -> set[int]:
    return {number for number, _ in bounded_reading.iterate(path, LIMITS, counted, most)}


def test_items_come_in_their_order_and_the_returned_value_last(path: str) -> None:
    most = repeats(10_000, 30_000)
    items = bounded_reading.iterate(path, LIMITS, counted, most)
    found = []
    while True:
        try:
            found.append(next(items))
        except StopIteration as end:
            assert end.value == "done"
            break
    assert [place for _, place in found] == list(range(most))
    assert {process for process, _ in found} != {os.getpid()}
    assert bounded_reading.call(path, LIMITS, squares, [1, 2]) == [1, 4]


def test_a_process_is_used_again_unless_it_may_keep_memory_or_has_a_rest(path: str) -> None:
    (first,) = processes(path)
    assert processes(path) == {first}
    with pytest.raises(ReadError):
        list(bounded_reading.iterate(path, LIMITS, failing, "refused"))
    assert processes(path) == {first}, "after a file that was refused"
    rest = bounded_reading.iterate(path, LIMITS, counted, 10_000_000)
    next(rest)
    rest.close()
    (second,) = processes(path)
    assert second != first, "after a rest that nobody read"
    os.truncate(path, 9 * MB)
    assert processes(path) == {second}
    assert processes(path) != {second}, "after a large file"


@pytest.mark.exhaustive
@pytest.mark.parametrize("watched", [False, True])
@pytest.mark.parametrize(
    ("function", "much", "little", "words"),
    [
        (hoarding, 600, 20, "reading it takes more than 256 MB of memory"),
        (busy, 6, 0.2, "reading it takes more than 2 seconds"),
    ],
)
def test_memory_and_time_are_bounded_by_the_system_or_by_a_watch(
    path: str,
    monkeypatch: pytest.MonkeyPatch,
    function: Callable[[float], Generator[int, None, None]],
    much: float,
    little: float,
    words: str,
    watched: bool,
) -> None:
    """macOS bounds the time alone, Windows neither: there the process is watched."""
    monkeypatch.setattr(process_watch, "NEEDED", watched)
    if watched:
        bounded_reading.end()  # no system that needs a watch copies a process: the watch would count what a copy shares
    for _ in range(2):
        with pytest.raises(ReadError, match=words):
            list(bounded_reading.iterate(path, LIMITS, function, much))
        assert len(list(bounded_reading.iterate(path, LIMITS, function, little))) == 1


def test_a_bomb_is_refused_where_the_system_has_no_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bounded_reading.end()
    monkeypatch.setattr(process_watch, "NEEDED", True)
    tool, make, _ = BOMBS["parquet: one text in each row"]
    make(tmp_path / "export")
    how = ExportSettings("", tool, columns=COLUMNS)
    with pytest.raises(ReadError, match="reading it takes more than"):
        list(export_formats.read(Export(str(tmp_path / "export"), how, limits=LIMITS)))


def test_two_files_are_read_at_the_same_time(path: str) -> None:
    one, other = (bounded_reading.iterate(path, LIMITS, counted, 3) for _ in range(2))
    both = list(zip(one, other, strict=True))
    assert len(both) == 3
    assert all(here[0] != there[0] for here, there in both)


def test_errors_are_what_they_are_here(path: str) -> None:
    with pytest.raises(ReadError) as refused:
        list(bounded_reading.iterate(path, LIMITS, failing, "refused"))
    assert [problem.place for problem in refused.value.problems] == ["row 1", "row 2"]
    with pytest.raises(KeyError, match=NAME) as defect:
        list(bounded_reading.iterate(path, LIMITS, failing, "defect"))
    (frames,) = reading_process.frames_of(defect.value)
    assert "in failing" in frames
    assert NAME not in frames, "a step that is confidential logs these lines and no message"
    with pytest.raises(RuntimeError, match=f"Local: {NAME}"):
        list(bounded_reading.iterate(path, LIMITS, failing, "unsendable"))
    with pytest.raises(ReadError, match="it is damaged, or not what it should be"):
        list(bounded_reading.iterate(path, LIMITS, failing, "died"))


def test_a_function_that_is_not_there_is_a_defect(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bounded_reading.end()
    monkeypatch.setattr(bounded_reading, "_PROGRAM", PROGRAM)
    with pytest.raises(ModuleNotFoundError):
        processes(path)


def test_within_the_bounds_functions_run_at_once(path: str) -> None:
    with reading_process.within_bounds():
        assert processes(path) == {os.getpid()}
        assert bounded_reading.call(path, LIMITS, os.getpid) == os.getpid()


@copies
def test_a_copy_is_bounded_as_a_new_process_is(path: str) -> None:
    """The memory that it has from this process does not count. The second time, the process is a new one."""
    for _ in range(2):
        with pytest.raises(ReadError, match="reading it takes more than 256 MB of memory"):
            list(bounded_reading.iterate(path, LIMITS, hoarding, 600))


@copies
def test_a_copy_holds_no_file_of_the_step_open_and_sees_where_it_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bounded_reading.end()
    (tmp_path / "file").touch()
    with open(tmp_path / "log", "w") as log:
        log.write("not written yet")
        bounded_reading.begin()
        monkeypatch.chdir(tmp_path)
        opened, folder = bounded_reading.call("file", LIMITS, files_and_folder)
        bounded_reading.end()
    assert (opened, folder) == ({0, 1, 2}, str(tmp_path))
    assert (tmp_path / "log").read_text() == "not written yet"


@copies
def test_a_copy_ends_with_its_step(tmp_path: Path) -> None:
    program = (
        "import os, signal, sys; from crosscase.storage import bounded_reading; bounded_reading.begin()\n"
        "print(bounded_reading._idle[0]._process.pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    run = subprocess.run([sys.executable, "-c", program], text=True, stdout=subprocess.PIPE, env=variables, check=False)
    end = time.monotonic() + 30
    while is_running(int(run.stdout)):
        assert time.monotonic() < end
        time.sleep(0.01)


def is_running(process: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
