"""Check a package that a study has handed over: `make verify PACKAGE=path`, or this file with any Python.

    python verify_package.py crate.zip        (or the unpacked folder)

Needs the folder `verifier` beside it and nothing else.
"""

import hashlib
import importlib.util
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

if __name__ == "__main__":
    sys.dont_write_bytecode = True  # this file may lie in the package that it checks, where nothing must be added

from verifier import counting, described, parquet, published, sample, sample_by_group, tables
from verifier.package import METADATA, Package, Refused

TOLD = 5  # problems of a check
Check = tuple[str, Callable[[], Iterator[str]]]


def main(path: str) -> int:
    """Print a line a check and a verdict; 0 if all is well."""
    try:
        package = Package(Path(path))
        seal = hashlib.sha256(package.read(METADATA)).hexdigest()
        files = len(package.described)
    except (Refused, ValueError, OSError) as error:  # ValueError: of a file of it, in a sentence
        print(_printable(f"{path}: {error}"))
        print("REFUSED: this is not a package that can be checked.")
        return 2
    print(_printable(f"{path}: {files} files"))
    wrong = sum(not _told(name, check) for name, check in _checks(package))
    if not _has_pyarrow():
        print("--     Parquet files: only their digests were checked; for more, install pyarrow")
    print("--     figures and pages: only their digests were checked")
    print("--     sample: by country; position and the like cannot be counted again, see README.md")
    print(f"{METADATA} has the digest {seal}")
    print(f"NOT VERIFIED: {wrong} of the checks failed." if wrong else "VERIFIED: every check passed.")
    return 1 if wrong else 0


def _checks(package: Package) -> Iterator[Check]:
    """The checks in order: of the files, then of the numbers in them."""
    yield "files: none is missing, none is more", partial(described.listed, package)
    yield "digests: each file is the one described", partial(described.digests, package)
    yield "manifest: the study's list of results agrees", partial(described.manifest, package)
    yield "steps: made and read these files, with this code", partial(described.steps, package)
    try:
        count = counting.Count(package)
        domains = [domain["id"] for domain in package.study["domains"]]
    except Exception as error:
        problem = f"the mentions cannot be counted: {_said(error)}"
        yield "mentions", partial(iter, [problem])
        return
    yield "mentions: each is of a participant and a code that there are", partial(counting.mentions, count)
    yield "tables: none is there that cannot be counted", partial(tables.others, package, domains)
    yield "cells: each is what the mentions say", partial(counting.cells, package, count)
    for domain in domains:
        yield f"table {domain}: every mark, total and count", partial(tables.domain, package, count, domain)
    yield "table sample: counts, per cent and sums", partial(sample.sample, package, count)
    if f"{tables.FOLDER}{sample_by_group.NAME}.csv" in package.sizes:
        yield "table sample by country: sums and forms", partial(sample_by_group.sample_by_group, package, count)
    if published.PUBLISHED in package.sizes:
        yield "comparison with the print: the rebuilt numbers", partial(published.published, package, count)
    if _has_pyarrow():
        yield (
            "Parquet files: the same cells and mentions, and the trace behind them",
            partial(parquet.parquet, package, count),
        )


def _told(name: str, check: Callable[[], Iterator[str]]) -> bool:
    """Run a check and print what it found."""
    problems: list[str] = []
    try:
        problems.extend(check())
    except Exception as error:  # a package may hold anything: what cannot be read is a finding
        problems.append(f"it cannot be checked: {_said(error)}")
    print(_printable(f"{'WRONG' if problems else 'ok':<7}{name}"))
    for problem in islice(problems, TOLD):
        print(_printable(f"       {problem}"))
    if len(problems) > TOLD:
        print(f"       and {len(problems) - TOLD} more")
    return not problems


def _said(error: Exception) -> str:
    """A ValueError of the verifier is a sentence; another error comes from what a file holds."""
    return (
        str(error) if isinstance(error, ValueError) else f"it is not as it should be ({type(error).__name__}: {error})"
    )


def _printable(text: str) -> str:
    """A line without what could steer a terminal."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _has_pyarrow() -> bool:
    return importlib.util.find_spec("pyarrow") is not None


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("Give the path of a package: a folder or a zip.")
    raise SystemExit(main(sys.argv[1]))
