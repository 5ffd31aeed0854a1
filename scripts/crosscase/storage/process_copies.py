"""A copy of this process that answers requests: it begins at once, with all that this one has imported.

It has what `bounded_reading` uses of `subprocess.Popen`. Only Linux copies a process safely, and only one without
threads.
"""

import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress

CAN_COPY = sys.platform == "linux"


class ProcessCopy:
    """A copy in which a function runs, with pipes as its standard input and output. It prints no errors."""

    def __init__(self, run: Callable[[], None], variables: Mapping[str, str]) -> None:
        their_input, requests = os.pipe()
        answers, their_output = os.pipe()
        self.pid = os.fork()
        if not self.pid:
            _become(run, variables, their_input, their_output)
        os.close(their_input)
        os.close(their_output)
        self.stdin, self.stdout = open(requests, "wb"), open(answers, "rb")  # noqa: SIM115 (until the end)
        self._code: int | None = None

    def wait(self) -> int:
        """Wait for its end. Returns its exit code, negative for a signal."""
        if self._code is None:
            self._code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self._code

    def kill(self) -> None:
        """Kill it, unless its end is known."""
        if self._code is None:
            os.kill(self.pid, signal.SIGKILL)

    def communicate(self) -> None:
        """Close the pipes and wait for its end."""
        with suppress(BrokenPipeError):
            self.stdin.close()
        self.stdout.close()
        self.wait()


def _become(run: Callable[[], None], variables: Mapping[str, str], requests: int, answers: int) -> None:
    """Run the function in the copy, which has no other file of the process open: not its lock, nor its log."""
    code = 1
    try:
        for number, stream in enumerate((requests, answers, os.open(os.devnull, os.O_WRONLY))):
            os.dup2(stream, number)
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        os.environ.update(variables)
        streams = open(0), open(1, "w")  # noqa: SIM115 (the others may hold what is not written yet)
        sys.stdin, sys.stdout = streams
        run()
        code = 0
    finally:
        os._exit(code)
