"""The verifier on many packages that differ in a few files: a check whose files are as before is not done again.

What a check finds depends on the files that it reads, and on those that all counts and words are made of. Checks of
names, digests and descriptions, which each change moves, are done each time. Of Word and Excel each file is remembered
alone, and coefficients by the judgements from which they are worked out.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from verifier import checks, coefficients, excel_shape, office, tables, word_shape
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
Parts = dict[str, ElementTree.Element]  # of a document
_checks, _word, _workbook, _coefficients = checks._checks, office.word, office._workbook, coefficients.of
_word_shape, _excel_shape = word_shape.check, excel_shape.check
_known: dict[tuple[str, str], list[tuple[Digests, list[str]]]] = {}
_worked_out: dict[tuple[frozenset[tuple[frozenset[tuple[coefficients.Said, int]], int]], bool], dict[str, Any]] = {}


@cache
def digest_of(content: bytes) -> str:
    """The digest of a file, which most packages of a test share."""
    return sha256(content).hexdigest()


class NotingPackage(Package):
    """A package that notes the digests of the files that are read, and reads each once."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.noted: Digests = {}
        self.behind_all = ""  # the digest of what stands behind all checks
        self._read: dict[str, tuple[bytes, str]] = {}

    def read(self, name: str) -> bytes:
        if name not in self._read:
            content = super().read(name)
            self._read[name] = content, digest_of(content)
        content, self.noted[name] = self._read[name]
        return content

    def digest(self, name: str) -> str:
        self.read(name)
        return self._read[name][1]


def check(path: str) -> int:
    """What `checks.check` says of a package, and prints."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "Package", NotingPackage)
        patch.setattr(checks, "_checks", _remembered)
        patch.setattr(office, "word", _remembered_word)
        patch.setattr(office, "_workbook", _remembered_workbook)
        patch.setattr(word_shape, "check", _remembered_word_shape)
        patch.setattr(excel_shape, "check", _remembered_excel_shape)
        patch.setattr(coefficients, "of", _remembered_coefficients)
        return checks.check(path)


def _remembered(package: NotingPackage) -> Iterator[checks.Check]:
    behind = [package.read(name) for name in sorted(package.sizes) if name.startswith(BEHIND_ALL)]
    package.behind_all = sha256(b"\0".join(behind)).hexdigest()
    for name, find in _checks(package):
        yield name, partial(_problems, package, name, find) if _is_counting(find) else find


def _remembered_word(package: NotingPackage, shown: Sequence[office.Table]) -> Iterator[str]:
    return _problems(package, f"word {_digest_of(shown)}", partial(_word, package, shown))


def _remembered_workbook(
    package: NotingPackage, name: str, tables: Mapping[int, office.Table], domains: Sequence[str]
) -> Iterator[str]:
    key = f"{name} {_digest_of((tables, domains))}"
    return _problems(package, key, partial(_workbook, package, name, tables, domains))


def _remembered_word_shape(package: NotingPackage, parts: Parts) -> Iterator[str]:
    key = f"shape of {package.digest(word_shape.WORD)}"
    return _problems(package, key, partial(_word_shape, package, parts))


def _remembered_excel_shape(package: NotingPackage, parts: Parts, form: excel_shape.Form) -> Iterator[str]:
    key = f"shape of {package.digest(form.name)}, {form}"
    return _problems(package, key, partial(_excel_shape, package, parts, form))


def _digest_of(contents: object) -> str:
    return sha256(repr(contents).encode()).hexdigest()


def _remembered_coefficients(strata: Iterable[coefficients.Stratum], of_two: bool) -> dict[str, Any]:
    """Sums of fractions do not depend on the order of the strata."""
    strata = list(strata)
    key = frozenset(Counter(frozenset(stratum.items()) for stratum in strata).items()), of_two
    if key not in _worked_out:
        _worked_out[key] = _coefficients(strata, of_two)
    return dict(_worked_out[key])


def _is_counting(find: Find) -> bool:
    """Whether a check reads its files alone, and no list of them."""
    return isinstance(find, partial) and find.func.__module__ in COUNTING and find.func is not tables.others


def _problems(package: NotingPackage, name: str, find: Find) -> Iterator[str]:
    """What a check finds, or found when the same files stood behind it; another one that it is part of reads them."""
    known = _known.setdefault((package.behind_all, name), [])
    for digests, problems in known:
        if all(file in package.sizes and package.digest(file) == digest for file, digest in digests.items()):
            package.noted |= digests
            yield from problems
            return
    before, package.noted = package.noted, {}
    found = []
    for problem in find():  # what cannot be read raises here, and is not remembered
        found.append(problem)
        yield problem
    known.append((package.noted, found))
    package.noted = before | package.noted
