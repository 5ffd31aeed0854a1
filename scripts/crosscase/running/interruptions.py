"""Ctrl-C, which reaches all processes of a terminal, held back while none of our code could say anything about it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

_CAN_WAIT = hasattr(signal, "pthread_sigmask")  # not on Windows


@contextmanager
def held_back() -> Iterator[None]:
    """Let Ctrl-C wait in this thread, and in a process that it starts until that one calls `let_through`."""
    if not _CAN_WAIT:
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def hold_back() -> None:
    """Let Ctrl-C wait from now on, as at the end of a process."""
    if _CAN_WAIT:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])


def let_through() -> None:
    """Take Ctrl-C from now on, and one that waited. Raises KeyboardInterrupt if one did."""
    if _CAN_WAIT:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
