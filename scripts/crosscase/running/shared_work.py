"""Work that several processes share, in pieces that do not depend on each other, such as the files of a figure.

1. The pieces wait in a pipe, the largest first. Each process takes the next one when it is free.
2. A process ends when no piece is left or when the step has been killed. It waits for nothing else, so none is left
   behind.
3. The step does at the end, in order, what no process has finished. An error is therefore raised by the step itself
   and is the same with any number of processes.
"""

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

_BYTES = 4  # of a piece's number in a pipe
_ANY_TEXT = "surrogatepass"  # half a pair of UTF-16 is a text for Python, and stands in constants of our modules
# Elsewhere there is no fork, or the libraries of the system do not survive it. One process then does all.
_CAN_FORK = sys.platform == "linux"


def run_all(work: Callable[[int], None], sizes: Sequence[int], processes: int) -> None:
    """Call `work` with the number of each piece, 0 to `len(sizes)` - 1, in up to `processes` processes.

    The processes share what the step has loaded. `work` returns nothing, writes files of its piece alone and does not
    use pyarrow, whose threads a new process does not have. It is called twice with a piece that fails. Raises what
    `work` raises for the first such piece.
    """
    processes = min(processes, len(sizes)) if _CAN_FORK else 1
    done = _share(work, sizes, processes) if processes > 1 else set()
    for number in range(len(sizes)):
        if number not in done:
            work(number)


def begin(work: Callable[[], str], processes: int) -> Callable[[], str]:
    """Begin with work whose result is a text in a process beside this one, if there may be several.

    Returns a function that waits for the result. What the process has not finished, or `work` raises, is done, and
    raised, by this one. As above, `work` does not use pyarrow.
    """
    if processes < 2 or not _CAN_FORK:
        return work
    fork = multiprocessing.get_context("fork")
    receive, send = fork.Pipe(duplex=False)

    def send_result() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        with suppress(Exception):
            send.send_bytes(work().encode(errors=_ANY_TEXT))

    helper = fork.Process(target=send_result, daemon=True)  # ends with the step
    helper.start()
    send.close()

    def result() -> str:
        try:
            return receive.recv_bytes().decode(errors=_ANY_TEXT)
        except (EOFError, OSError):  # nothing, or not all of it
            return work()
        finally:
            helper.join()

    return result


def _share(work: Callable[[int], None], sizes: Sequence[int], processes: int) -> set[int]:
    """Do the pieces in several processes, this one among them. Returns the numbers of those that were finished."""
    waiting, enter = os.pipe()
    finished, report = os.pipe()
    for number in sorted(range(len(sizes)), key=lambda number: -sizes[number]):
        os.write(enter, number.to_bytes(_BYTES, "big"))
    os.close(enter)
    step = os.getpid()
    fork = multiprocessing.get_context("fork")
    helpers = [fork.Process(target=_help, args=(work, waiting, report, step)) for _ in range(processes - 1)]
    gc.freeze()  # a collection would write to, and so copy, all memory that the processes share
    try:
        for helper in helpers:
            helper.start()
        _take_pieces(work, waiting, report, lambda: True)
        for helper in helpers:
            helper.join()
    except BaseException:  # Ctrl-C: no helper may write after the step has ended
        for helper in helpers:
            if helper.pid is not None:
                helper.kill()
                helper.join()
        raise
    finally:
        gc.unfreeze()
        os.close(waiting)
        os.close(report)
        with os.fdopen(finished, "rb") as stream:
            numbers = stream.read()
    return {int.from_bytes(numbers[at : at + _BYTES], "big") for at in range(0, len(numbers), _BYTES)}


def _help(work: Callable[[int], None], waiting: int, report: int, step: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends a helper without a traceback
    _take_pieces(work, waiting, report, lambda: os.getppid() == step)


def _take_pieces(work: Callable[[int], None], waiting: int, report: int, wanted: Callable[[], bool]) -> None:
    """Do one waiting piece after the other. One that fails is not reported, and so the step tries it again."""
    while wanted() and (number := os.read(waiting, _BYTES)):
        with suppress(Exception):
            work(int.from_bytes(number, "big"))
            os.write(report, number)
