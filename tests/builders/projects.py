"""Copies of the project that tests build, and where the real samples lie."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.builders import forked_snakemake

ROOT = Path(__file__).parents[2]
SAMPLES = Path(os.environ.get("CROSSCASE_SAMPLES", ROOT.parent / "shared/samples"))
NOT_COPIED = (
    ".*",
    "results",
    "logs",
    "processed",
    "restricted",
    "__pycache__",
    "tests",  # a third of all files, and no build looks at them
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


@dataclass(frozen=True)
class Study:
    """A folder with a study, and the pipeline that builds it."""

    folder: Path
    snakefile: Path

    def snakemake(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Snakemake in the study as a user would; output and errors together."""
        beside = self.snakefile.parent == self.folder
        where = [] if beside else ["--snakefile", str(self.snakefile), "--directory", str(self.folder)]
        arguments = ("--cores", "2", *where, *arguments)
        code, output = forked_snakemake.run(arguments, self.folder)
        return subprocess.CompletedProcess(["snakemake", *arguments], code, output)

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


def copy_study(folder: Path) -> Study:
    """A copy of the bundled study alone, not built, which the pipeline of this clone builds: a tenth of its files."""
    for part in ("config", "data/raw"):
        shutil.copytree(ROOT / part, folder / part)
    shutil.copy(ROOT / "CITATION.cff", folder)
    return Study(folder, ROOT / "Snakefile")


def copy_project(folder: Path) -> Study:
    """A copy of the project, as a fresh clone would be, but with what Python has compiled already."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*NOT_COPIED))
    unfinished = shutil.ignore_patterns("*.pyc.*")  # another process may be compiling
    for compiled in (ROOT / "scripts").rglob("__pycache__"):
        shutil.copytree(compiled, folder / compiled.relative_to(ROOT), ignore=unfinished)
    return Study(folder, folder / "Snakefile")
