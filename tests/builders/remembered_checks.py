"""The verifier on many packages that differ in a few files: a check whose files are as before is not done again.

What a check finds depends on the files that it reads, and on those that all counts and words are made of. Checks of
names, digests and descriptions, which each change moves, are done each time.
"""

from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from verifier import checks, tables
from verifier.package import Package

COUNTING = {
    f"verifier.{name}"
    for name in (
        *("agreement", "analysis_tables", "comparisons", "configurations", "exact_tests", "office", "rule_tables"),
        *("sample", "sample_by_group", "tables", "worth"),
    )
}
BEHIND_ALL = ("data/", "code/scripts/crosscase/labels/")  # the counts, the facts of the study, the words
Digests = dict[str, str]
Find = Callable[[], Iterator[str]]
_checks = checks._checks
_known: dict[tuple[str, str], list[tuple[Digests, list[str]]]] = {}


class NotingPackage(Package):
    """A package that notes the digests of the files that are read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.noted: Digests = {}

    def read(self, name: str) -> bytes:
        content = super().read(name)
        self.noted[name] = sha256(content).hexdigest()
        return content


def check(path: str) -> int:
    """What `checks.check` says of a package, and prints."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "Package", NotingPackage)
        patch.setattr(checks, "_checks", _remembered)
        return checks.check(path)


def _remembered(package: NotingPackage) -> Iterator[checks.Check]:
    behind = [package.read(name) for name in sorted(package.sizes) if name.startswith(BEHIND_ALL)]
    key = sha256(b"\0".join(behind)).hexdigest()
    for name, find in _checks(package):
        yield name, partial(_problems, package, (key, name), find) if _is_counting(find) else find


def _is_counting(find: Find) -> bool:
    """Whether a check reads its files alone, and no list of them."""
    return isinstance(find, partial) and find.func.__module__ in COUNTING and find.func is not tables.others


def _problems(package: NotingPackage, key: tuple[str, str], find: Find) -> Iterator[str]:
    known = _known.setdefault(key, [])
    for digests, problems in known:
        if all(name in package.sizes and _digest(package, name) == digest for name, digest in digests.items()):
            yield from problems
            return
    package.noted = {}
    found = []
    for problem in find():  # what cannot be read raises here, and is not remembered
        found.append(problem)
        yield problem
    known.append((package.noted, found))


def _digest(package: NotingPackage, name: str) -> str:
    return sha256(package.read(name)).hexdigest()
