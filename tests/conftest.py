"""Fixtures of all tests: the project, copies of it that can be built, the real samples."""

import fcntl
import gc
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.builders import plain_runs
from tests.builders.commands import crosscase
from tests.builders.projects import ROOT, SAMPLES, Study, copy_project, copy_study
from tests.builders.small_study import write_small_study

# A machine under load is no failure, and what passes once passes again.
settings.register_profile(
    "crosscase", deadline=None, derandomize="CI" in os.environ, max_examples=plain_runs.repeats(16, 100)
)
settings.load_profile("crosscase")

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each step of a build is a process, which would compile all code anew
os.fsync = lambda fd: None  # the steps that a test runs in its own process wait for no disk
gc.disable()  # until all tests are collected: what is made until then stays, and would be searched through in vain
# Who asks for one of these builds, or plans to.
BUILDING = {"project", "unbuilt", "small_study", "rebuilt", "copied", "own_study", "rebuilt_small"}


AT_EXIT = """
import atexit, json, os, sys
from pathlib import Path

def say_what_is_loaded():
    script = Path(sys.argv[0]).name
    Path(os.environ["CROSSCASE_LOADED"], f"{script}.json").write_text(json.dumps(sorted(sys.modules)))

atexit.register(say_what_is_loaded)
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-expected", action="store_true", help="rewrite the committed expected files")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One process more than processors: one waits for a browser, a command or a study that another one builds."""
    return (os.cpu_count() or 1) + 1


def pytest_report_header() -> list[str]:
    """What a plain run leaves out, where somebody may ask for it."""
    return [] if plain_runs.EXHAUSTIVE else ["a plain run: some cases of each test (CROSSCASE_EXHAUSTIVE=1: all)"]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what takes minutes, and put the files of tests into the order in which no process waits for another.

    The files that build come first, then those of most tests: what is long and begins late would else be waited for
    alone. The first file whose tests need the bundled study builds it; the others of the kind come later.
    """
    if not plain_runs.EXHAUSTIVE:
        config.hook.pytest_deselected(items=plain_runs.leave_out(items))
        skip = pytest.mark.skip(reason="takes minutes: set CROSSCASE_EXHAUSTIVE=1")
        for item in items:
            if item.get_closest_marker("exhaustive"):
                item.add_marker(skip)
    _put_in_order(items)


def _put_in_order(items: list[pytest.Item]) -> None:
    taken = (item for item in items if not item.get_closest_marker("skip"))
    wanted = [(item.path, set(getattr(item, "fixturenames", ()))) for item in taken]
    tests, building = Counter(path for path, _ in wanted), Counter(path for path, made in wanted if made & BUILDING)
    waiting = {path for path, made in wanted if "built" in made}
    waiting -= {max(sorted(waiting), key=lambda path: building[path], default=None)}  # the same in all processes

    def turn(path: Path) -> tuple[bool, bool, int, int, Path]:
        builds = building[path] > 0
        return not builds, builds and path in waiting, -building[path], -tests[path], path

    items.sort(key=lambda item: turn(item.path))


def pytest_collection_finish() -> None:
    """Leave what was imported and collected out of every later search for what is no longer used, and search seldom.

    The searches took a sixth of the tests' time.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


@pytest.fixture(autouse=True)
def _working_directory() -> Iterator[None]:
    """Each test begins in the clone: a command goes to the folder of its study, also in the process of a test."""
    yield
    os.chdir(ROOT)


@pytest.fixture
def project(tmp_path: Path) -> Study:
    """A fresh copy of the project, not built."""
    return copy_project(tmp_path / "project")


@pytest.fixture
def unbuilt(tmp_path: Path) -> Study:
    """A fresh copy of the bundled study, without the pipeline, not built."""
    return copy_study(tmp_path / "study")


def build_once(name: str, factory: pytest.TempPathFactory, build: Callable[[Path], tuple[Study, str]]) -> Study:
    """A study that is built once for all processes of a test run; beside it, in `printed`, what the build said."""
    base = factory.getbasetemp()
    # As deep as the folders of tests: a study outside its pipeline knows the way there, and a copy must have the same.
    place = (base.with_name("shared") if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    place.mkdir(exist_ok=True, parents=True)
    with (place / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (place / "failed").exists():
            pytest.fail(f"the study {name!r} does not build; another process shows why")
        if not (place / "pipeline").exists():
            (place / "failed").touch()
            study, printed = build(place / "project")
            (place / "printed").write_text(printed, encoding="utf-8")
            (place / "pipeline").write_text(str(study.snakefile), encoding="utf-8")
            (place / "failed").unlink()
    return Study(place / "project", Path((place / "pipeline").read_text(encoding="utf-8")))


def build_copy(folder: Path) -> tuple[Study, str]:
    """A fresh copy of the project, built by plain Snakemake."""
    study = copy_project(folder)
    return study, study.build()


def build_small(folder: Path) -> tuple[Study, str]:
    """The small study with its package, built by the command and the pipeline of this clone.

    Beside it, in `loaded`, each process of a step has written down what it had loaded at its end.
    """
    study = write_small_study(folder, with_citation=True)
    loaded, hook = folder.with_name("loaded"), folder.with_name("hook")
    for made in (loaded, hook):
        made.mkdir()
    (hook / "sitecustomize.py").write_text(AT_EXIT, encoding="utf-8")
    modules = os.pathsep.join(map(str, (hook, ROOT / "scripts")))
    run = crosscase("build", "--cores", "2", where=folder, PYTHONPATH=modules, CROSSCASE_LOADED=str(loaded))
    assert run.returncode == 0, run.stdout + run.stderr
    return study, run.stderr + run.stdout  # the progress, then the summary


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """The bundled study, built once. Not to be changed."""
    return build_once("built", tmp_path_factory, build_copy)


@pytest.fixture(scope="session")
def built_small(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """The small study, built once. Not to be changed."""
    return build_once("built_small", tmp_path_factory, build_small)


@pytest.fixture
def rebuilt(built: Study, tmp_path: Path) -> Study:
    """A copy of the built study, results and all, that a test may change."""
    folder = tmp_path / "another place" / "project"
    shutil.copytree(built.folder, folder)
    return Study(folder, folder / "Snakefile")


@pytest.fixture
def rebuilt_small(built_small: Study, tmp_path: Path) -> Study:
    """A copy of the small study with all that a build left, which a test may change."""
    shutil.copytree(built_small.folder, tmp_path / "small")
    return Study(tmp_path / "small", built_small.snakefile)


@pytest.fixture
def sample() -> Callable[[str], Path]:
    """Path of a real export; skips the test where the samples are absent."""

    def find(name: str) -> Path:
        if not (SAMPLES / name).exists():
            pytest.skip(f"the real exports are not here: no {SAMPLES / name}")
        return SAMPLES / name

    return find


@pytest.fixture
def small_study(tmp_path: Path) -> Study:
    """The smallest study that has everything a build needs, in a folder of its own, not built."""
    return write_small_study(tmp_path / "small")
