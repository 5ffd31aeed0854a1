"""Untrusted files are read in a process of their own, with bounded memory and processor time.

A small file can need any amount of either: packed text, a nested tree, a workbook with one cell in its last corner. No
check of sizes finds all of them, so the operating system bounds the process (`reading_process`): `limits.memory_mb`
and `limits.seconds`. Where it has no such limits, `process_watch` holds the process to them.

1. `iterate` and `call` run a function there. Within the process they run it at once.
2. The process is used again for the next small file, because a step reads its export more than once and each process
   costs a tenth of a second. After a larger file or an unread rest it is ended.
3. A step that reads in any case can `begin` with a copy of itself, which costs nearly nothing.
"""

import atexit
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from crosscase.messages.errors import BeyondLimits, Problem, ReadError, unreadable
from crosscase.messages.wording import counted
from crosscase.storage import process_copies, process_watch, reading_process
from crosscase.storage.limits import MB, Limits
from crosscase.storage.process_copies import ProcessCopy
from crosscase.storage.process_watch import ProcessWatch

ZIP, OLE, DATABASE, PARQUET = b"PK", b"\xd0\xcf\x11\xe0", b"SQLite format 3\0", b"PAR1"  # how files begin
Item = TypeVar("Item")
Result = TypeVar("Result")
_SMALL = 8 * MB  # bytes; after a larger file a process may keep memory that the next one needs
# One thread each: threads take memory and processor time of the bounds.
_SINGLE = {"OMP_NUM_THREADS": "1", "ARROW_IO_THREADS": "1", "ARROW_DEFAULT_MEMORY_POOL": "system"}
# How a process may end that gets no memory: a library aborts, or a system with little memory kills it.
_KILLED = [-getattr(signal, name, 0) for name in ("SIGABRT", "SIGKILL", "SIGSEGV", "SIGBUS")]
_PROGRAM = (
    f"import sys; sys.path.insert(0, sys.argv[1]); from {__package__} import reading_process; reading_process.run()"
)
_idle: list["_Process"] = []


def begin() -> None:
    """Begin the first process as a copy of this one, where that can be. This one has no threads and no data yet."""
    if process_copies.CAN_COPY and not process_watch.NEEDED and not _idle:
        _idle.append(_Process(ProcessCopy(reading_process.run_in_copy, _SINGLE)))


def is_packed(path: str) -> bool:
    """Whether a file is packed or has pages, so that its size says little about what it holds."""
    with open(path, "rb") as stream:
        return stream.read(len(DATABASE)).startswith((ZIP, OLE, DATABASE, PARQUET))


def iterate(
    path: str, limits: Limits, function: Callable[..., Generator[Item, None, Result]], *arguments: object
) -> Generator[Item, None, Result]:
    """Yield what `function(*arguments)`, a function of a module, yields for a file, and return what it returns.

    Raises what it raises, and ReadError if it needs more memory or time than the limits allow.
    """
    if reading_process.has_bounds():
        return (yield from function(*arguments))
    size = Path(path).stat().st_size
    process, done = _idle.pop() if _idle else _started(), False
    try:
        process.ask(function, arguments, limits.memory_for(size), limits.seconds_for(size))
        while True:
            kind, values = process.answer(path, limits, size)
            if kind == reading_process.ERROR:
                done = isinstance(values[0], ReadError)
                raise values[0]
            if kind == reading_process.END:
                done = True
                returned: Result = values[0]
                return returned
            yield from values
    finally:
        process.release(again=done and size <= _SMALL)


def call(path: str, limits: Limits, function: Callable[..., Result], *arguments: object) -> Result:
    """What `function(*arguments)`, a function of a module, returns for a file; errors as of `iterate`."""
    if reading_process.has_bounds():
        return function(*arguments)
    answers = iterate(path, limits, _returned, function, arguments)
    try:
        while True:
            next(answers)
    except StopIteration as end:
        result: Result = end.value
        return result


def _returned(function: Callable[..., Result], arguments: tuple[object, ...]) -> Generator[None, None, Result]:
    yield from ()
    return function(*arguments)


def _started() -> "_Process":
    scripts = Path(reading_process.__file__).parents[2]
    command = [sys.executable, "-I", "-c", _PROGRAM, str(scripts)]
    # Without a shell, and the program is our own.
    process = subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **_SINGLE},
    )
    return _Process(process)


class _Process:
    """A running `reading_process`."""

    def __init__(self, process: "subprocess.Popen[bytes] | ProcessCopy") -> None:
        self._process = process
        self._watch: ProcessWatch | None = None

    def ask(self, function: Callable[..., object], arguments: tuple[object, ...], megabytes: int, seconds: int) -> None:
        """Send a request."""
        assert self._process.stdin is not None  # noqa: S101 (for the types)
        with suppress(BrokenPipeError):  # it has ended: there will be no answer
            call = pickle.dumps((function, arguments))
            bounds = None if process_watch.NEEDED else (megabytes, seconds)
            if process_watch.NEEDED:
                self._watch = ProcessWatch(self._process.pid, megabytes, seconds)
            self._process.stdin.write(pickle.dumps((Path.cwd(), call, bounds)))
            self._process.stdin.flush()

    def answer(self, path: str, limits: Limits, size: int) -> tuple[int, list[Any]]:
        """The kind and the values of the next frame. Raises ReadError if the process has ended."""
        head = self._read(reading_process.HEADER.size)
        if len(head) == reading_process.HEADER.size:
            kind, count, length = reading_process.HEADER.unpack(head)
            content = self._read(length)
            if len(content) == length:
                unpickler = pickle.Unpickler(BytesIO(content))  # noqa: S301 (our own process wrote it)
                return kind, [unpickler.load() for _ in range(count)]
        code = self._process.wait()
        ended_for = self._watch.ended_for if self._watch else ""
        raise _ended_early(path, code, ended_for, limits, size)

    def _read(self, length: int) -> bytes:
        assert self._process.stdout is not None  # noqa: S101 (for the types)
        return self._process.stdout.read(length)

    def release(self, again: bool) -> None:
        """Keep the process for another request, or end it."""
        if self._watch:
            self._watch.stop()
            self._watch = None
        if again and not _idle:
            _idle.append(self)
            return
        self._process.kill()
        self._process.communicate()


def _ended_early(path: str, code: int, ended_for: str, limits: Limits, size: int) -> ReadError:
    if ended_for == process_watch.TIME or code == -getattr(signal, "SIGXCPU", 0):
        seconds = counted(limits.seconds_for(size), "second")
        remedy = "Export it again, or raise limits.seconds in config/study.yaml."
        return BeyondLimits(Problem(path, "", f"reading it takes more than {seconds}", remedy))
    if ended_for != process_watch.MEMORY and code not in (reading_process.NO_MEMORY, *_KILLED):
        return unreadable(path, "it is damaged, or not what it should be")
    what = f"reading it takes more than {limits.memory_for(size):,} MB of memory"
    return BeyondLimits(Problem(path, "", what, "Export it again, or raise limits.memory_mb in config/study.yaml."))


@atexit.register
def end() -> None:
    """End the process that waits, if there is one."""
    while _idle:
        _idle.pop().release(again=False)
