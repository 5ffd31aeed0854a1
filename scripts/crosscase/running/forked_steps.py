"""Steps of a build as forks of a process that has imported what they share.

Each step is a process of its own. Most of the time of a short one goes into starting Python and importing: Snakemake's
part for scripts, this package, the libraries. A `fork_server` imports them once, and each step begins as its copy.
Steps that draw have a server of their own: matplotlib needs numpy, and the others use Arrow without it.

Snakemake has no setting for how a script is started, so `fork_steps` replaces the method that starts it. Scripts are
started as ever where they need numpy for something else, where a build runs too few of their kind, where they run with
conda, in a container, with modules of a cluster or for a benchmark, and where there are no forks, no such method, or no
server any more.
"""

import atexit
import json
import os
import re
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path
from threading import Lock
from typing import Any

from crosscase.running import code_graph, fork_server, interruptions, pipeline

_NUMPY = re.compile(r"^(?:import|from) (numpy|pandas|matplotlib|seaborn|scipy)\b", re.MULTILINE)
_OF_THREADS = ("OMP", "GOTO", "OPENBLAS", "MKL", "VECLIB_MAXIMUM", "NUMEXPR")  # these and the next as Snakemake does
_OF_FOLDERS = ("TMPDIR", "TMP", "TEMPDIR", "TEMP")
WITHOUT_NUMPY, WITH_MATPLOTLIB, OTHER = "without numpy", "with matplotlib", "other"  # kinds of steps
_SEVERAL = 3  # steps of a kind in a build, from which on a server costs less than it spares
_OF_SNAKEMAKE = ("snakemake.logging", "snakemake.iocontainers", "snakemake.io")  # what each script gets from it
_PROGRAM = f"from {fork_server.__name__} import main; main()"


class ForkServer:
    """The way to a fork server, which the first step starts, unless it was started before.

    `imports` gives the modules that it imports, and is asked when the rules are known; `before` are those until then.
    """

    def __init__(self, imports: Callable[[], Iterable[str]], before: Iterable[str] = ()) -> None:
        self._imports = imports
        self._before = before
        self._lock = Lock()
        self._requests: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._is_ready = False

    def begin(self) -> None:
        """Start the server, unless it runs, though the rules are not known yet."""
        with self._lock, suppress(OSError):  # a step then tries again
            self._begun()

    def start(self) -> None:
        """Start the server, unless it runs."""
        with self._lock, suppress(OSError):
            self._connected()

    def run(self, script: str, variables: dict[str, str], errors: Path | None = None) -> int | None:
        """Run a script to its end in a process of its own, with further environment variables.

        Its error output goes to the end of the file `errors`, if there is one.
        Returns its exit code, negative for a signal, or None if no process could be started.
        """
        answer, pipe = os.pipe()
        with os.fdopen(answer, "rb") as stream:
            try:
                request = json.dumps([script, variables, str(errors or "")]).encode()
                with self._lock:
                    socket.send_fds(self._connected(), [request], [pipe])
            except OSError:
                return None
            finally:
                os.close(pipe)
            return int(stream.read() or 1)  # without an answer, the server was ended meanwhile

    def _connected(self) -> socket.socket:
        requests = self._begun()
        if not self._is_ready:
            requests.send(json.dumps([*self._imports()]).encode())
            self._is_ready = True
        return requests

    def _begun(self) -> socket.socket:
        if self._requests is None:
            self._requests, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
            command = [sys.executable, "-P", "-c", _PROGRAM, str(theirs.fileno()), *self._before]
            with theirs, interruptions.held_back():
                self._process = subprocess.Popen(  # noqa: S603 (our own command, without a shell)
                    command, env={**os.environ, **_threads(1)}, pass_fds=[theirs.fileno()]
                )
            atexit.register(self._end_with_python)
        return self._requests

    def end(self) -> None:
        """End the server."""
        if self._requests and self._process:
            self._requests.close()
            if not self._is_ready:  # nobody waits for what it imports
                self._process.kill()
            self._process.wait()

    def _end_with_python(self) -> None:
        interruptions.hold_back()  # nobody would take it
        self.end()


def fork_steps(workflow: Any, file_of_errors: Callable[[], Path | None], begin: bool) -> Callable[[], None]:
    """From now on, Snakemake runs the scripts of the steps as forks, where it can.

    `file_of_errors` says, when a step begins, which file gets its error output, if any does. Where a build will run
    most steps, the server of most of them may `begin` at once, and goes on while Snakemake plans, when the rules are
    known and the function is called that this one returns.
    """
    from snakemake.script import PythonScript

    start_python = getattr(PythonScript, "execute_script", None)
    if sys.platform != "linux" or start_python is None:
        return lambda: None
    kinds = (WITHOUT_NUMPY, WITH_MATPLOTLIB)
    before = {WITHOUT_NUMPY: (fork_server.ARROW, *_OF_SNAKEMAKE)}
    servers = {kind: ForkServer(partial(shared_modules, workflow.rules, kind), before.get(kind, ())) for kind in kinds}
    if begin:
        servers[WITHOUT_NUMPY].begin()

    @cache
    def served() -> list[str]:
        """The kinds of which there are several steps. Their servers start with the first one, while a core is idle."""
        jobs = workflow.dag.needrun_jobs(exclude_finished=False)
        steps = Counter(kind_of(job.rule.name) for job in jobs if job.rule.script)
        found = [kind for kind in kinds if steps[kind] >= _SEVERAL]
        for kind in found:
            servers[kind].start()
        return found

    def execute_script(self: Any, fname: str, edit: bool = False) -> None:
        """Run the file that Snakemake has made of a script. Raises CalledProcessError if it fails."""
        code, kind = None, kind_of(self.rulename)
        elsewhere = self.conda_env or self.container_img or self.env_modules or self.bench_record
        if not elsewhere and kind in served():
            folder = self.resources.get("tmpdir")
            variables = _threads(self.threads) | (dict.fromkeys(_OF_FOLDERS, folder) if folder else {})
            code = servers[kind].run(fname, variables, file_of_errors())
        if code is None:
            start_python(self, fname, edit)
        elif code:
            raise subprocess.CalledProcessError(code, [sys.executable, fname])

    def start_early() -> None:
        plugin = workflow.executor_plugin
        if plugin and workflow.local_exec and not (workflow.dryrun or workflow.touch):
            servers[WITHOUT_NUMPY].start()

    PythonScript.execute_script = execute_script
    return start_early


def shared_modules(rules: Iterable[Any], kind: str) -> list[str]:
    """The modules that several steps of a kind use, those that run for each export being several.

    They do not depend on the steps that have run before. Snakemake's part for scripts is among them.
    """
    used: Counter[Path] = Counter()
    for rule in rules:
        if rule.script and kind_of(rule.name) == kind:
            used.update(dict.fromkeys(code_graph.modules_of(_script(rule.name)), 2 if rule.wildcard_names else 1))
    shared = sorted(file for file, steps in used.items() if file.suffix == ".py" and steps > 1)
    modules = (file.relative_to(pipeline.SCRIPTS).with_suffix("") for file in shared)
    return [*_OF_SNAKEMAKE, *(".".join(module.parts).removesuffix(".__init__") for module in modules)]


@cache
def kind_of(rule: str) -> str:
    """The kind of a step, by the libraries that its script and the modules that it uses import at their top."""
    script = _script(rule)
    libraries = {name for file in (script, *code_graph.modules_of(script)) for name in _slow_libraries(file)}
    return WITH_MATPLOTLIB if "matplotlib" in libraries else OTHER if libraries else WITHOUT_NUMPY


@cache
def _slow_libraries(file: Path) -> list[str]:
    return _NUMPY.findall(file.read_text(encoding="utf-8")) if file.suffix == ".py" else []


def _script(rule: str) -> Path:
    return pipeline.SCRIPTS / f"{rule}.py"


def _threads(number: int) -> dict[str, str]:
    return {f"{library}_NUM_THREADS": str(number) for library in _OF_THREADS}
