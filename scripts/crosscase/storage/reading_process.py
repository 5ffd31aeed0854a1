"""The process in which untrusted files are read: it runs functions of the package within bounds, one after the other.

`bounded_reading` starts it. A request on standard input is a pickle: the working folder, the pickle of the function and
its arguments, and its bounds, the memory in MB and the processor time in seconds, or None if it is watched from without
(`process_watch`). The answers go to standard output as
frames: a header, then pickles.

1. `ITEMS`: as many items as the header says, which the function has yielded.
2. `END`: what it has returned, when it is done. `ERROR`: what it has raised.

Without memory the process ends with `NO_MEMORY`, and after too much time by a signal. It ends by itself, too, when
nobody reads its answers or sends another request.
"""

import os
import pickle
import struct
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from crosscase.storage import arrow_library
from crosscase.storage.limits import MB

HEADER = struct.Struct(">BIQ")  # kind, number of items, bytes
ITEMS, END, ERROR = range(3)
NO_MEMORY = 3
_FRAMES = "In the process that reads files:\n"  # before the lines of the code at which an error was raised
_FRAME = 2**18  # bytes; a frame with more gets no further item
_within_bounds = ContextVar("_within_bounds", default=False)
_inherited = ContextVar("_inherited", default=0)  # bytes of memory that are no request's


def answer_all(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests until there are no more."""
    while True:
        try:
            request = pickle.load(requests)  # noqa: S301 (from the process that started this one)
        except EOFError:
            return
        folder, call, bounds = request
        if bounds:
            _bound(*bounds)
        try:
            os.chdir(folder)  # paths are as whoever asks sees them, now
            function, arguments = pickle.loads(call)  # noqa: S301 (imports the module of the function)
            _answer(answers, function(*arguments))
        except MemoryError:
            raise
        except Exception as error:
            _send(answers, ERROR, [_portable(error)])


def _portable(error: Exception) -> Exception:
    """An error as it can be sent, with the lines of the code at which it was raised."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 (our own)
    except Exception:
        error = RuntimeError(f"{type(error).__name__}: {error}").with_traceback(error.__traceback__)
    error.add_note(_FRAMES + "".join(traceback.format_tb(error.__traceback__)))
    return error


def frames_of(error: Exception) -> list[str]:
    """The lines of the code at which an error of this process was raised; none for another error."""
    return [note for note in getattr(error, "__notes__", ()) if note.startswith(_FRAMES)]


def _answer(answers: IO[bytes], items: Iterator[object]) -> None:
    """Send the items in frames, so that neither side has many of them in memory."""
    while True:
        buffer = BytesIO()
        pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)  # what items share is in a frame once
        count = 0
        while buffer.tell() < _FRAME:
            try:
                item = next(items)
            except StopIteration as end:
                _write(answers, ITEMS, count, buffer)
                _send(answers, END, [end.value])
                return
            pickler.dump(item)
            count += 1
        _write(answers, ITEMS, count, buffer)


def _send(answers: IO[bytes], kind: int, values: list[Any]) -> None:
    buffer = BytesIO()
    for value in values:
        pickle.dump(value, buffer, pickle.HIGHEST_PROTOCOL)
    _write(answers, kind, len(values), buffer)


def _write(answers: IO[bytes], kind: int, count: int, buffer: BytesIO) -> None:
    answers.write(HEADER.pack(kind, count, buffer.tell()))
    answers.write(buffer.getbuffer())
    answers.flush()


def _bound(megabytes: int, seconds: int) -> None:
    """Bound what the next request may take. Nothing is bounded on a system without such limits."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _set(resource, resource.RLIMIT_CORE, 0)
    _set(resource, resource.RLIMIT_DATA, megabytes * MB + _inherited.get())
    _set(resource, resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + seconds)


def _set(resource: Any, kind: int, limit: int) -> None:
    with suppress(ValueError, OSError):  # the system has no such limit, or a stricter one
        resource.setrlimit(kind, (limit, resource.getrlimit(kind)[1]))


@contextmanager
def within_bounds() -> Iterator[None]:
    """Within this context functions run at once, because this is the process with bounds."""
    token = _within_bounds.set(True)
    try:
        yield
    finally:
        _within_bounds.reset(token)


def has_bounds() -> bool:
    """Whether this is the process with bounds."""
    return _within_bounds.get()


def run() -> None:
    """Answer the requests on standard input."""
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints is no answer
    with within_bounds(), arrow_library.without_numpy(), suppress(BrokenPipeError):  # nobody reads any more
        try:
            answer_all(sys.stdin.buffer, answers)
        except MemoryError:
            os._exit(NO_MEMORY)  # at once: tidying up may need memory, too


def run_in_copy() -> None:
    """Answer the requests on standard input in a copy of a step, which has used memory and loaded libraries before."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])  # of data, as the system bounds them
    _inherited.set(pages * os.sysconf("SC_PAGE_SIZE"))
    if arrow := sys.modules.get("pyarrow"):  # which has read the variables that a new process gets for it
        arrow.set_memory_pool(arrow.system_memory_pool())
        arrow.set_io_thread_count(1)
        arrow.set_cpu_count(1)
    run()
