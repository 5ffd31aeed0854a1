"""Fixtures of all tests: the project, copies of it that can be built, the real samples."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.builders.projects import SAMPLES, Study, copy_project
from tests.builders.small_study import write_small_study

# A machine under load is no failure, and what passes once passes again.
settings.register_profile("crosscase", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("crosscase")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-expected", action="store_true", help="rewrite the committed expected files")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not os.environ.get("CROSSCASE_EXHAUSTIVE"):
        skip = pytest.mark.skip(reason="takes minutes: set CROSSCASE_EXHAUSTIVE=1")
        for item in items:
            if item.get_closest_marker("exhaustive"):
                item.add_marker(skip)


@pytest.fixture
def project(tmp_path: Path) -> Study:
    """A fresh copy of the project, not built."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """The bundled study, built once from a fresh copy, for all processes of a test run. Not to be changed."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "built" / "project"
    folder.parent.mkdir(exist_ok=True)
    with (shared / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (folder.parent / "failed").exists():
            pytest.fail("the bundled study does not build; another process shows why")
        if not folder.exists():
            (folder.parent / "failed").touch()
            copy_project(folder).build()
            (folder.parent / "failed").unlink()
    return Study(folder, folder / "Snakefile")


@pytest.fixture
def rebuilt(built: Study, tmp_path: Path) -> Study:
    """A copy of the built study, results and all, that a test may change."""
    folder = tmp_path / "another place" / "project"
    shutil.copytree(built.folder, folder)
    return Study(folder, folder / "Snakefile")


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
