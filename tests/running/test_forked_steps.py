"""Steps as forks of a process that has imported what they share: each runs as Python runs a script."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from crosscase.running.fork_server import ARROW
from crosscase.running.forked_steps import WITH_MATPLOTLIB, WITHOUT_NUMPY, ForkServer, kind_of, shared_modules
from tests.builders.plain_runs import repeats
from tests.builders.projects import ROOT, Study

SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="steps are forked on Linux alone")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ForkServer]:
    """A server that has imported one more module than Python does; it ends with the test, not with the test process."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "scripts"))
    server = ForkServer(lambda: ["wave"], before=[ARROW])
    yield server
    server.end()


def script(folder: Path, text: str, name: str = "step.py") -> str:
    """A script in a folder."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_step_runs_as_python_runs_a_script(server: ForkServer, tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    text = (
        "import atexit, json, os, signal, sys, tempfile, __main__\n"
        f"told = {str(told)!r}\n"
        "class Step: pass\n"
        "facts = [__name__, __main__.__file__, sys.argv, os.environ['TMPDIR'], tempfile.gettempdir(), os.getcwd()]\n"
        "facts += [signal.getsignal(signal.SIGINT) is signal.default_int_handler, Step.__module__]\n"
        "facts += [signal.getsignal(signal.SIGCHLD) == signal.SIG_DFL]\n"
        "facts += [module in sys.modules for module in ('wave', 'pyarrow', 'numpy')]\n"
        "facts += ['' in sys.path or os.getcwd() in sys.path]\n"
        "atexit.register(lambda: open(told, 'w').write(json.dumps(facts)))\n"
    )
    step = script(tmp_path, text)
    assert server.run(step, {"TMPDIR": str(tmp_path)}) == 0
    *facts, in_path = json.loads(told.read_text(encoding="utf-8"))
    here = str(tmp_path)
    assert facts == ["__main__", step, [step], here, here, str(Path.cwd()), True, "__main__", True, True, True, False]
    assert not in_path  # a file of a study must not be taken for a module of Python


@pytest.mark.plain_cases(4)
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", 0),
        ("raise SystemExit(3)", 3),
        ("raise SystemExit('no')", 1),
        ("1 / 0", 1),
        ("import os; os._exit(7)", 7),
        ("import os; os.kill(os.getpid(), 9)", -signal.SIGKILL),
        ("import subprocess, sys; subprocess.run([sys.executable, '-c', 'raise SystemExit(2)'], check=True)", 1),
        ("this is no Python", 1),
    ],
)
def test_the_exit_code_is_that_of_the_script(server: ForkServer, tmp_path: Path, text: str, code: int) -> None:
    assert server.run(script(tmp_path, text), {}) == code
    assert server.run(script(tmp_path, "raise SystemExit(5)"), {}) == 5


def test_a_signal_that_comes_while_one_is_handled_does_not_end_the_server() -> None:
    """The second call tells of the last step, and the first one then finds none."""
    run = subprocess.run(  # a process without any child
        [sys.executable, "-c", "from crosscase.running.fork_server import _tell_ended; _tell_ended({1: 1})"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "scripts")},
        check=False,
        capture_output=True,
    )
    assert (run.returncode, run.stderr) == (0, b"")


def test_what_a_step_prints_and_raises_is_seen(tmp_path: Path) -> None:
    step = script(tmp_path, "print('counted')\n1 / 0\n")
    program = f"from crosscase.running.forked_steps import ForkServer; ForkServer(list).run({step!r}, {{}})"
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    run = subprocess.run([sys.executable, "-c", program], text=True, capture_output=True, env=variables, check=False)
    assert run.stdout == "counted\n"
    assert run.stderr.splitlines()[-1] == "ZeroDivisionError: division by zero"


def test_a_step_that_passes_ends_as_python_does_but_leaves_its_memory_to_the_system(tmp_path: Path) -> None:
    """Python would clear every object at the end, and so copy all memory that the step shares with the server."""
    text = (
        "import atexit, sys, threading, time\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "class Kept:\n"
        "    def __del__(self): print('cleared')\n"
        "def late(name): time.sleep(0.1), sys.stdout.write(f'{name}\\n')\n"
        "sys.modules['kept'] = Kept()\n"
        "atexit.register(print, 'at exit')\n"
        "ThreadPoolExecutor(1).submit(late, 'pool')\n"
        "threading.Thread(target=late, args=['thread']).start()\n"
    )
    step = script(tmp_path, text)
    program = f"from crosscase.running.forked_steps import ForkServer; print(ForkServer(list).run({step!r}, {{}}))"
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    run = subprocess.run([sys.executable, "-c", program], text=True, capture_output=True, env=variables, check=False)
    *late, last, code = run.stdout.split("\n")[:-1]
    assert (set(late), last, code, run.stderr) == ({"pool", "thread"}, "at exit", "0", "")


def test_steps_run_side_by_side_and_do_not_share_what_they_change(server: ForkServer, tmp_path: Path) -> None:
    """Each waits until the other has begun; a module that both change is their own."""
    steps = [
        script(
            tmp_path,
            "import os, sys, time, wave\n"
            f"open({str(tmp_path / f'begun{number}')!r}, 'w').close()\n"
            f"while not os.path.exists({str(tmp_path / f'begun{1 - number}')!r}): time.sleep(0.01)\n"
            "changed = hasattr(wave, 'mark')\n"
            "wave.mark = os.environ['CROSSCASE_MARK'] = 'x'\n"
            "sys.exit(9 if changed else 0)\n",
            f"step{number}.py",
        )
        for number in (0, 1)
    ]
    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(lambda step: server.run(step, {}), steps)) == [0, 0]
    assert server.run(script(tmp_path, "import os, sys; sys.exit('CROSSCASE_MARK' in os.environ)"), {}) == 0


def test_ctrl_c_interrupts_a_step_and_not_the_server_nor_its_start(server: ForkServer, tmp_path: Path) -> None:
    """All processes of a terminal get it; here the first comes while the server starts."""
    begun = tmp_path / "begun"
    step = script(tmp_path, f"import time\nopen({str(begun)!r}, 'w').close()\ntime.sleep(60)")
    with ThreadPoolExecutor(1) as threads:
        result = threads.submit(server.run, step, {})
        while server._process is None:
            time.sleep(0.001)
        os.kill(server._process.pid, signal.SIGINT)
        while not begun.exists():
            time.sleep(0.01)
        os.kill(server._process.pid, signal.SIGINT)
        (child,) = Path(f"/proc/{server._process.pid}/task/{server._process.pid}/children").read_text().split()
        os.kill(int(child), signal.SIGINT)
        assert result.result() == -signal.SIGINT
    assert server.run(script(tmp_path, "raise SystemExit(4)"), {}) == 4


def test_a_server_that_was_started_early_is_the_one_that_runs_the_steps(server: ForkServer, tmp_path: Path) -> None:
    server.start()
    assert (early := server._process)
    server.start()
    assert server.run(script(tmp_path, f"import os, sys; sys.exit(os.getppid() == {early.pid} and 6)"), {}) == 6


def test_a_server_that_began_before_the_rules_are_known_imports_what_they_tell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "scripts"))
    known: list[str] = []
    server = ForkServer(lambda: known, before=["wave"])
    server.begin()
    known.append("chunk")
    assert server.run(script(tmp_path, "import sys; sys.exit(len({'wave', 'chunk'} & {*sys.modules}))"), {}) == 2
    server.end()


def test_a_server_that_no_step_needed_ends_at_once() -> None:
    server = ForkServer(list, before=["wave"])
    server.begin()
    assert (process := server._process)
    server.end()
    assert process.returncode == -signal.SIGKILL


def test_what_a_module_reads_ahead_is_read_once_before_the_steps(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    times = tmp_path / "times"
    script(tmp_path, f"def read_ahead(): open({str(times)!r}, 'a').write('x')", "ahead.py")
    monkeypatch.setenv("PYTHONPATH", f"{ROOT / 'scripts'}:{tmp_path}")
    server = ForkServer(lambda: ["ahead"])
    step = script(tmp_path, f"import sys; sys.exit('ahead' in sys.modules and len(open({str(times)!r}).read()))")
    assert [server.run(step, {}) for _ in range(2)] == [1, 1]
    server.end()


def test_without_a_server_a_step_is_not_begun(server: ForkServer, tmp_path: Path) -> None:
    parent = tmp_path / "parent"
    step = script(tmp_path, f"import os; open({str(parent)!r}, 'a').write(str(os.getppid()) + ' ')")
    assert server.run(step, {}) == 0
    os.kill(int(parent.read_text(encoding="utf-8")), signal.SIGKILL)
    deadline = time.monotonic() + 30
    while server.run(step, {}) is not None:  # until the system has closed the other end
        assert time.monotonic() < deadline
    assert len(parent.read_text(encoding="utf-8").split()) == 1


def test_steps_draw_or_do_without_numpy() -> None:
    """Arrow is imported without numpy before a step that does not draw begins, so its script must import no numpy."""
    program = (
        "import ast, json, os, sys\n"
        "sys.modules['numpy'] = None  # pyarrow takes it where it is, and does without it elsewhere\n"
        "import pyarrow.compute, pyarrow.csv, pyarrow.parquet\n"
        "del sys.modules['numpy']\n"
        "for path in sys.argv[1:]:\n"
        "    if not (process := os.fork()):\n"
        "        tree = ast.parse(open(path).read())\n"
        "        tree.body = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]\n"
        "        exec(compile(tree, path, 'exec'))\n"
        "        print(json.dumps([path, *(name in sys.modules for name in ('matplotlib', 'numpy'))]), flush=True)\n"
        "        os._exit(0)\n"
        "    os.waitpid(process, 0)\n"
    )
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "scripts")}
    looked_at = SCRIPTS[:: repeats(3, 1)]
    command = [sys.executable, "-c", program, *map(str, looked_at)]
    run = subprocess.run(command, text=True, capture_output=True, env=variables, check=True)
    loads = {path: (matplotlib, numpy) for path, matplotlib, numpy in map(json.loads, run.stdout.splitlines())}
    kinds = {(True, True): WITH_MATPLOTLIB, (False, False): WITHOUT_NUMPY}
    assert {path: kinds[slow] for path, slow in loads.items()} == {str(path): kind_of(path.stem) for path in looked_at}


def test_a_server_imports_what_several_of_its_steps_use() -> None:
    def rule(name: str, *wildcards: str) -> SimpleNamespace:
        return SimpleNamespace(name=name, script=f"../../scripts/{name}.py", wildcard_names=set(wildcards))

    rules = [
        rule("anonymise_export", "export"),
        rule("import_segments", "export"),
        rule("render_manuscript"),
        rule("render_tables"),
        rule("plot_heatmaps"),
        rule("plot_analysis"),
        SimpleNamespace(name="all", script=None, wildcard_names=set()),
    ]
    plain, drawing = (set(shared_modules(rules, kind)) for kind in (WITHOUT_NUMPY, WITH_MATPLOTLIB))
    assert plain > {"snakemake.io", "crosscase.running.steps", "crosscase.anonymisation.redaction"}
    assert "crosscase.tables.html_tables" in plain
    assert not any(module.startswith(("crosscase.analysis_tables", "crosscase.heatmaps")) for module in plain)
    assert drawing > {"crosscase.heatmaps.figure_files"}
    assert "crosscase.anonymisation.redaction" not in drawing


def test_a_build_forks_its_steps(built_small: Study) -> None:
    """Each server says at its end what it has loaded, as each step does."""
    loaded = built_small.folder.with_name("loaded")
    assert json.loads((loaded / "-c.json").read_text(encoding="utf-8")).count("crosscase.running.fork_server") == 1
