"""Fixtures of all tests: the project, copies of it that can be built, the real samples."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

# A machine under load is no failure, and what passes once passes again.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")

ROOT = Path(__file__).parent.parent
SAMPLES = Path(os.environ.get("CROSSCASE_SAMPLES", ROOT.parent / "shared/samples"))
NOT_COPIED = (
    ".*",
    "results",
    "logs",
    "processed",
    "restricted",
    "__pycache__",
    "expected",
)

# Chromium as a machine without a screen and without a network runs it.
BROWSER_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-expected", action="store_true", help="rewrite the committed expected files")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not os.environ.get("CROSSCASE_EXHAUSTIVE"):
        skip = pytest.mark.skip(reason="takes minutes: set CROSSCASE_EXHAUSTIVE=1")
        for item in items:
            if item.get_closest_marker("exhaustive"):
                item.add_marker(skip)


@dataclass(frozen=True)
class Study:
    """A folder with a study, and the pipeline that builds it."""

    folder: Path
    snakefile: Path

    def snakemake(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Snakemake in the study as a user would; output and errors together."""
        beside = self.snakefile.parent == self.folder
        where = [] if beside else ["--snakefile", str(self.snakefile), "--directory", str(self.folder)]
        command = [sys.executable, "-m", "snakemake", "--cores", "2", *where, *arguments]
        return subprocess.run(
            command, cwd=self.folder, text=True, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )

    def build(self, *arguments: str) -> str:
        """Build and return the output; fails the test where the build fails."""
        run = self.snakemake(*arguments)
        assert run.returncode == 0, run.stdout
        return run.stdout

    def planned(self) -> dict[str, int]:
        """The jobs of a dry run: how many of each rule; empty where nothing is to be done."""
        lines = self.build("--dry-run").splitlines()
        if "Job stats:" not in lines:
            return {}
        table = lines[lines.index("Job stats:") + 3 :]
        rows = [line.split() for line in table[: table.index("")]]
        return {rule: int(count) for rule, count in rows if rule not in ("total", "all")}

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        text = self.text(path)
        assert old in text, f"{path} does not hold {old!r}"
        (self.folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def copy_project(folder: Path) -> Study:
    """A copy of the project, as a fresh clone would be."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
    return Study(folder, folder / "Snakefile")


@pytest.fixture
def project(tmp_path: Path) -> Study:
    """A fresh copy of the project, not built."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """The bundled study, built once from a fresh copy. Not to be changed."""
    study = copy_project(tmp_path_factory.mktemp("built") / "project")
    study.build()
    return study


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
