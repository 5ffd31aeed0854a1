"""Time the builds of the bundled study, whole processes, beside Snakemake itself on an empty Snakefile.

    .venv/bin/python benchmarks/time_builds.py [RUNS]

1. From nothing to all outputs, in a fresh copy of the project, on two cores.
2. A build with nothing to do, and `snakemake -n` on an empty Snakefile, in turn, so that a machine whose
   speed drifts slows both. To the peer's time is added that of reading what such a build must read: the
   records of the outputs and the digests of the inputs, each file once.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parent.parent
IGNORED = shutil.ignore_patterns(".*", "results", "logs", "processed", "restricted", "__pycache__")
SNAKEMAKE = [sys.executable, "-m", "snakemake"]


def seconds(command: list[str], folder: Path) -> float:
    """Wall time of a command that must succeed."""
    begin = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begin


def reading(project: Path) -> float:
    """Time to read each record of Snakemake's and to digest each input file once."""
    begin = time.perf_counter()
    for folder in (".snakemake/metadata", "data", "config", "scripts", "workflow"):
        for path in (project / folder).rglob("*"):
            if path.is_file():
                sha256(path.read_bytes()).digest()
    return time.perf_counter() - begin


def told(name: str, times: list[float]) -> str:
    """Minimum, median and maximum of some times, in a row."""
    return f"{name:<42} {min(times):6.2f} {statistics.median(times):7.2f} {max(times):7.2f}"


def main(runs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        project, empty = Path(scratch) / "project", Path(scratch) / "empty"
        empty.mkdir()
        (empty / "Snakefile").touch()
        whole = []
        for _ in range(runs):
            shutil.rmtree(project, ignore_errors=True)
            shutil.copytree(ROOT, project, ignore=IGNORED)
            whole.append(seconds([*SNAKEMAKE, "--cores", "2"], project))
        idle, peer, reads = [], [], []
        for _ in range(5 * runs):
            idle.append(seconds([*SNAKEMAKE, "--cores", "2"], project))
            peer.append(seconds([*SNAKEMAKE, "-n"], empty))
            reads.append(reading(project))
    ratios = [a / (b + c) for a, b, c in zip(idle, peer, reads, strict=True)]
    print(f"{'seconds':<42} {'min':>6} {'median':>7} {'max':>7}")
    print(told("from nothing to all outputs, 2 cores", whole))
    print(told("nothing to do", idle))
    print(told("snakemake -n on an empty Snakefile", peer))
    print(told("reading records and digesting inputs", reads))
    print(told("ratio, nothing to do / (empty + reading)", ratios))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
