"""Time whole builds of the bundled study: from nothing, and with nothing to do.

    .venv/bin/python benchmarks/time_builds.py [--runs N] [--cores N] [--against COMMIT]

1. From nothing to all outputs, in a fresh copy of the files that git tracks.
2. A build with nothing to do, beside `snakemake -n` on an empty Snakefile. To the time of the latter is added that of
   reading what such a build must read: the records of the outputs and the digests of the inputs, each file once.

What is compared runs in turn, so that a machine whose speed drifts slows all of it alike. With `--against`, the
project as it was in a commit is built the same way, with the same environment. CPU is the user and system time of
all processes of a build; unlike the wall time it hardly depends on what else the machine does.
"""

import argparse
import io
import os
import resource
import statistics
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[1]
SNAKEMAKE = (sys.executable, "-m", "snakemake")
IDLE_RUNS = 3  # builds with nothing to do for each one from nothing
HERE = "this code"
# As everywhere by default, Python keeps what it has compiled: where it is told not to, each job compiles all anew.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(frozen=True, slots=True)
class Seconds:
    """How long something took."""

    wall: float
    cpu: float

    def __add__(self, other: "Seconds") -> "Seconds":
        return Seconds(self.wall + other.wall, self.cpu + other.cpu)


def timed(command: Sequence[str], folder: Path) -> Seconds:
    """Times of a command, which must succeed, and of all processes that it starts."""
    begin, used = time.perf_counter(), children()
    run = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if run.returncode:
        sys.exit(f"{' '.join(command)} failed in {folder}:\n{run.stdout[-4000:]}")
    return Seconds(time.perf_counter() - begin, children() - used)


def children() -> float:
    """User and system time of all processes that this one has started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def reading(project: Path) -> Seconds:
    """Times of reading each record of Snakemake's and of digesting each input file once."""
    begin, used = time.perf_counter(), time.process_time()
    for folder in (".snakemake/metadata", "data", "config", "scripts", "workflow"):
        for path in (project / folder).rglob("*"):
            if path.is_file():
                sha256(path.read_bytes()).digest()
    return Seconds(time.perf_counter() - begin, time.process_time() - used)


def fresh_copy(commit: str, folder: Path) -> None:
    """Write the project into a new folder: the tracked files as they are now, or as they were in a commit."""
    if commit == HERE:
        names = subprocess.run(("git", "ls-files", "-z"), cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
        for name in filter(None, names.decode().split("\0")):
            if (ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes((ROOT / name).read_bytes())
        return
    packed = subprocess.run(("git", "archive", commit), cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


def line(name: str, times: Sequence[Seconds]) -> str:
    """Smallest and median wall time, and the same of the CPU time, in a row."""
    wall, cpu = sorted(time.wall for time in times), sorted(time.cpu for time in times)
    return f"{name:<48} {wall[0]:8.2f} {statistics.median(wall):8.2f} {cpu[0]:8.2f} {statistics.median(cpu):8.2f}"


def ratio(name: str, times: Sequence[Seconds], others: Sequence[Seconds]) -> str:
    """Smallest and median ratio of times that were taken in turn."""
    pairs = list(zip(times, others, strict=True))
    wall = sorted(one.wall / other.wall for one, other in pairs)
    cpu = sorted(one.cpu / other.cpu for one, other in pairs)
    return f"{name:<48} {wall[0]:8.2f} {statistics.median(wall):8.2f} {cpu[0]:8.2f} {statistics.median(cpu):8.2f}"


def main(runs: int, cores: int, against: str | None) -> None:
    """Measure and print."""
    builds = [HERE, *([against] if against else [])]
    build = (*SNAKEMAKE, "--cores", str(cores))
    whole: dict[str, list[Seconds]] = {name: [] for name in builds}
    idle: dict[str, list[Seconds]] = {name: [] for name in builds}
    least: dict[str, list[Seconds]] = {name: [] for name in builds}
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as scratch:
            empty = Path(scratch) / "empty"
            empty.mkdir()
            (empty / "Snakefile").touch()
            projects = {name: Path(scratch) / f"project{number}" for number, name in enumerate(builds)}
            for name, project in projects.items():
                fresh_copy(name, project)
                whole[name].append(timed(build, project))
            for _ in range(IDLE_RUNS):
                for name, project in projects.items():
                    idle[name].append(timed(build, project))
                    least[name].append(timed((*SNAKEMAKE, "-n"), empty) + reading(project))
    print(f"{os.cpu_count()} cores of the machine, {cores} of the build, {runs} runs")
    print(f"{'':<48} {'wall':>8} {'':>8} {'CPU':>8}")
    print(f"{'seconds':<48} {'least':>8} {'median':>8} {'least':>8} {'median':>8}")
    for name in builds:
        print(line(f"from nothing, {name}", whole[name]))
        print(line(f"nothing to do, {name}", idle[name]))
        print(line("  empty Snakefile and reading the inputs", least[name]))
        print(ratio("  ratio of the two", idle[name], least[name]))
    if against:
        print(ratio(f"ratio to {against}, from nothing", whole[HERE], whole[against]))
        print(ratio(f"ratio to {against}, nothing to do", idle[HERE], idle[against]))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="builds from nothing (default: 3)")
    parser.add_argument("--cores", type=int, default=2, help="cores of each build (default: 2)")
    parser.add_argument("--against", metavar="COMMIT", help="build the project of this commit, too, in turn")
    options = parser.parse_args()
    main(options.runs, options.cores, options.against)
