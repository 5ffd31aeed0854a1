"""A process that has imported what steps share, and of which each step is a fork (see `forked_steps`).

It is asked through a socket. The first message names modules to import. Each further one names the script of a step,
the environment variables that it needs, and the file for its error output, if it has one. It carries the end of a pipe,
into which the exit code is written when the step has ended. The server ends when the socket is closed. It is started
with Ctrl-C blocked, which reaches all processes of a terminal: it waits until Snakemake ends, and only steps are
interrupted.
"""

import atexit
import gc
import json
import os
import runpy
import signal
import socket
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module

from crosscase.running import steps
from crosscase.storage import arrow_library

ARROW = "arrow without numpy"
_SLOWEST_PART = "pyarrow.compute"  # which the last step uses, when no other one runs beside it
_STDERR = 2
_LONGEST_MESSAGE = 64 * 1024  # bytes


def main() -> None:
    """Serve the socket whose descriptor is the first argument; in each fork, run its step as Python runs a script.

    The further arguments are modules to import before; the first message names others.
    """
    gc.disable()  # what is imported stays
    requests = socket.socket(fileno=int(sys.argv[1]))
    _import(sys.argv[2:])
    _import(json.loads(requests.recv(_LONGEST_MESSAGE) or "[]"))
    step = _serve(requests)
    if step:
        gc.enable()
        sys.argv = [step]
        runpy.run_path(step, run_name="__main__")
    _end_at_once()


def _import(modules: Iterable[str]) -> None:
    """Import some modules; `ARROW` among them stands for pyarrow without numpy.

    If one has a function `read_ahead`, it is called: it reads what most steps need, whatever the study.
    """
    for module in modules:
        with suppress(Exception), arrow_library.without_numpy():  # a step that needs it will say what is wrong
            if module == ARROW:
                arrow_library.load(_SLOWEST_PART)
            else:
                getattr(import_module(module), "read_ahead", lambda: None)()


def _serve(requests: socket.socket) -> str | None:
    """Fork a process for each step that is asked for. Returns in the server with None, in each fork with its script."""
    pipes: dict[int, int] = {}  # by the process of the step
    before = signal.signal(signal.SIGCHLD, lambda *_: _tell_ended(pipes))
    while True:
        message, descriptors, *_ = socket.recv_fds(requests, _LONGEST_MESSAGE, 1)
        if not message:
            return None
        script, variables, errors = json.loads(message)
        gc.freeze()  # a collection in a step would write to, and so copy, all memory that it shares
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])  # until the pipe of the step is noted
        process = os.fork()
        if process:
            pipes[process] = descriptors[0]
            signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
            continue
        requests.close()
        for pipe in (*pipes.values(), *descriptors):
            os.close(pipe)
        os.environ.update(variables)
        if errors:
            _divert_errors(errors)
        signal.signal(signal.SIGCHLD, before)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD, signal.SIGINT])
        return str(script)


def _end_at_once() -> None:
    """End as Python does after a script, but leave the memory to the system.

    Python would clear each object, and so copy the memory that the steps share: half of the time of a short step.
    """
    threading._shutdown()  # type: ignore[attr-defined] # as `multiprocessing` ends its processes
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _divert_errors(file: str) -> None:
    """Let error output go to the end of a file, and say where it went before: to the terminal of the build."""
    os.environ[steps.TERMINAL] = str(os.dup(_STDERR))
    descriptor = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)
    os.dup2(descriptor, _STDERR)
    os.close(descriptor)


def _tell_ended(pipes: dict[int, int]) -> None:
    """Write the exit code of each step that has ended, negative for a signal, into its pipe."""
    while pipes:
        try:
            process, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:  # another signal came meanwhile, and its call has told of the last one
            return
        if not process:
            return
        pipe = pipes.pop(process)
        with suppress(OSError):  # nobody waits any more
            os.write(pipe, str(os.waitstatus_to_exitcode(status)).encode())
        os.close(pipe)
