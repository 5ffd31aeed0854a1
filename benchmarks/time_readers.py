"""Time the readers of exports beside their peers on the same large files, whole processes.

    .venv/bin/python -m benchmarks.time_readers [--runs 5] [--scale 1] [--only NAME ...]

1. Files of invented words are made in a temporary folder: up to 4 GB at full scale. So is an environment for the
   peers, unless `--peers` names the interpreter of one that has `requirements-peers.txt`.
2. Ours and the peers read the same file in turn, each in a process of its own, so that a machine whose
   speed drifts slows all. The file is read once before, so that it lies in the system's cache.
3. Ours also reads the same kind of file with fewer rows: memory that does not grow, time that grows with the rows.

The table has the median and the range of the seconds, the rows a second, the most memory that a run took, and
the speed of ours beside that of each peer: the median over the pairs of runs.
"""

import argparse
import platform
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import made_exports, made_project
from benchmarks.read_once import CORES, OURS, READERS

ROOT = Path(__file__).parent.parent
DUCKDB = tuple(name for name in READERS if name.startswith("duckdb"))
OWN_LIBRARIES = (OURS, "csv.reader", "sqlite3", "ElementTree")  # the others run in the peers' environment


@dataclass(frozen=True)
class Case:
    """A kind of file: who writes it, with how many rows; the peers read the last."""

    file: str
    write: Callable[[Path, int], None]
    rows: tuple[int, ...]
    peers: tuple[str, ...]


CASES = (
    Case("tidy.csv", made_exports.tidy_csv, (1_250_000, 5_000_000), ("csv.reader", "pyarrow batches", *DUCKDB)),
    Case("tidy.parquet", made_exports.tidy_parquet, (1_250_000, 5_000_000), ("pyarrow batches", *DUCKDB)),
    Case("taguette.sqlite3", made_exports.taguette, (500_000, 2_000_000), ("sqlite3",)),
    Case("qualcoder.qda", made_exports.qualcoder, (500_000, 2_000_000), ("sqlite3",)),
    Case("project.qdpx", made_project.refi_qda, (50_000, 100_000, 200_000), ("qdaPy", "ElementTree")),
    Case("maxqda.xlsx", made_exports.maxqda, (50_000, 200_000), ("openpyxl", "pandas")),
)


@dataclass
class Times:
    """What was measured of one reader on one file."""

    seconds: list[float] = field(default_factory=list)
    memory: int = 0
    refused: str = ""

    def add(self, command: list[str], rows: int) -> None:
        """Run once more and measure. A reader that fails or counts otherwise is not run again."""
        if self.refused:
            return
        begin = time.perf_counter()
        paths = {"PYTHONPATH": f"{ROOT}:{ROOT / 'scripts'}", "PATH": ""}
        run = subprocess.run(command, env=paths, capture_output=True, text=True, check=False)
        self.seconds.append(time.perf_counter() - begin)
        if run.returncode:
            self.refused = run.stderr.strip().splitlines()[-1].partition(": ")[2]
            return
        found, memory = map(int, run.stdout.split())
        self.memory = max(self.memory, memory)
        if found != rows:
            self.refused = f"counted {found:,}"


def environment(folder: Path, wanted: Path = ROOT / "benchmarks/requirements-peers.txt") -> Path:
    """The interpreter of a new environment with the peers."""
    venv.create(folder, with_pip=True)
    python = folder / "bin/python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", wanted], check=True)
    return python


def measure(path: Path, rows: int, names: tuple[str, ...], peers: Path, runs: int) -> dict[str, Times]:
    """Run all readers in turn, `runs` times."""
    times = {name: Times() for name in names}
    with path.open("rb") as stream:
        while stream.read(2**24):
            pass
    for _ in range(runs):
        for name, measured in times.items():
            python = sys.executable if name in OWN_LIBRARIES else str(peers)
            measured.add([python, "-m", "benchmarks.read_once", name, str(path)], rows)
    return times


def format_row(name: str, times: Times, ours: Times, rows: int) -> str:
    """A row of the table."""
    if times.refused:
        return f"| {name} | {times.refused} | | | |"
    median = statistics.median(times.seconds)
    span = f"{median:.2f} ({min(times.seconds):.2f} to {max(times.seconds):.2f})"
    beside = ""
    if name != OURS and not ours.refused:
        pairs = zip(ours.seconds, times.seconds, strict=True)
        beside = f"{statistics.median(peer / own for own, peer in pairs):.2f}"
    return f"| {name} | {span} | {rows / median:,.0f} | {times.memory / 2**20:,.0f} | {beside} |"


def report(case: Case, scale: float, peers: Path, runs: int, folder: Path) -> None:
    """Make the files of a case one by one, measure, print."""
    path = folder / case.file
    for full in case.rows:
        rows = round(full * scale)
        path.unlink(missing_ok=True)
        case.write(path, rows)
        size = path.stat().st_size / 2**20
        names = (OURS, *case.peers) if full == case.rows[-1] else (OURS,)
        times = measure(path, rows, names, peers, runs)
        print(f"\n| `{case.file}`, {rows:,} rows, {size:,.0f} MiB | seconds | rows/s | MiB | ours beside it |")
        print("| --- | --- | --- | --- | --- |")
        for name, measured in times.items():
            print(format_row(name, measured, times[OURS], rows), flush=True)
    path.unlink()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--scale", type=float, default=1, help="of the numbers of rows")
    parser.add_argument("--only", nargs="+", choices=[case.file for case in CASES])
    parser.add_argument("--peers", type=Path, help="interpreter of an environment with the peers")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        peers = asked.peers or environment(Path(scratch) / "peers")
        print(f"{CORES} cores, Python {platform.python_version()}, {asked.runs} runs")
        for case in CASES:
            if not asked.only or case.file in asked.only:
                report(case, asked.scale, peers, asked.runs, Path(scratch))


if __name__ == "__main__":
    main()
