"""Time the leak search over the results of a large study, and beside it the mere reading of the same files.

    PYTHONPATH=scripts .venv/bin/python -m benchmarks.time_leak_search [--segments N] [--people N] [--cores N]

The results are written as the steps write them. Reading means: each file by the reader of its kind, the data of the
page and the files of the crate among them. The lists of identifiers are read before: they do not grow with the results.
"""

import argparse
import tempfile
from pathlib import Path

from tests.builders import large_results
from tests.builders.timing import timed


def main() -> None:
    """Write, read and search the results, and print the times."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--segments", type=int, default=10**6)
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--cores", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        large_results.write(Path(folder), options.segments, options.people)
        prepared = timed(lambda: large_results.scan(options.people))
        scan = large_results.scan(options.people)
        read = timed(lambda: large_results.read(Path(folder)))
        searched = timed(lambda: scan.verdict_on(Path(folder), options.cores))
    for what, (wall, used) in (("identifiers prepared", prepared), ("files read", read), ("files searched", searched)):
        print(f"{what:22}{wall:8.1f} s {used:8.1f} s of processors")
    print(f"searched / read: {searched[0] / read[0]:.2f} by the clock, {searched[1] / read[1]:.2f} of processors")


if __name__ == "__main__":
    main()
