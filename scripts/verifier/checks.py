"""All checks of a package, in order: each prints a line, and the last line is the verdict."""

import hashlib
import importlib.util
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from verifier import (
    agreement,
    analysis_tables,
    codebook,
    codings,
    comparisons,
    configurations,
    contents,
    counting,
    described,
    exact_tests,
    office,
    parquet,
    published,
    rule_tables,
    sample,
    sample_by_group,
    tables,
    validation,
    words,
    worth,
)
from verifier.package import METADATA, Package, Refused

MOST_SHOWN = 5  # problems of a check
Check = tuple[str, Callable[[], Iterator[str]]]


def check(path: str) -> int:
    """Check a package; return 0 if all is well, 1 if a check failed, 2 if it is no package that can be checked."""
    try:
        package = Package(Path(path))
        digest = hashlib.sha256(package.read(METADATA)).hexdigest()
        files = len(package.described)
    except (Refused, ValueError, OSError) as error:  # a ValueError of the verifier is a sentence about a file
        print(_printable(f"{path}: {error}"))
        print("REFUSED: this package cannot be checked.")
        return 2
    print(_printable(f"{path}: {files} file{'' if files == 1 else 's'}"))
    failed = sum(not _passes(name, check) for name, check in _checks(package))
    if not _has_pyarrow():
        print("--     Parquet files: only their digests were checked; install pyarrow to check their content")
    print("--     sample: only counts by group were counted again; the package has no other variables, see README.md")
    outside = [*contents.not_counted(package, _has_pyarrow())]
    print("--     not counted again, only their digests were checked:")
    for name in outside:
        print(_printable(f"         {name}"))
    print(f"SHA-256 of {METADATA}: {digest}")
    checks = f"{failed} check{'' if failed == 1 else 's'}"
    not_counted = f"{len(outside)} file{'' if len(outside) == 1 else 's'}"
    passed = f"VERIFIED: every check passed; {not_counted} above are not counted again, in whole or in part."
    print(f"NOT VERIFIED: {checks} failed." if failed else passed)
    return 1 if failed else 0


def _checks(package: Package) -> Iterator[Check]:
    """The checks in order: first of the files, then of the numbers in them."""
    yield "files: none is missing, none is added", partial(described.complete, package)
    yield "list of files: those that every package of such a study has", partial(contents.complete, package)
    yield "digests: each file has the described digest", partial(described.digests, package)
    yield "manifest: the study's list of results agrees", partial(described.manifest, package)
    yield "steps: they made and read these files, with this code", partial(described.steps, package)
    yield "steps: each result is of one, and each file has one digest", partial(_both, package)
    try:
        count = counting.Count(package)
        domains = [domain["id"] for domain in package.study["domains"]]
    except Exception as error:
        problem = f"the mentions cannot be counted: {_sentence(error)}"
        yield "mentions", partial(iter, [problem])
        return
    yield "mentions: each has a known participant and code", partial(counting.mentions, count)
    yield "mentions: the codings behind each", partial(codings.codings, package, count)
    yield "codebook: the same in all places", partial(codebook.codebook, package, count)
    yield "tables: each can be counted again", partial(tables.others, package, domains)
    yield "words: the states of a cell are called what they are", partial(words.exchanged, package)
    yield "cells: each agrees with the mentions", partial(counting.cells, package, count)
    for domain in domains:
        yield f"table {domain}: every mark, total and count", partial(tables.domain, package, count, domain)
    yield "table sample: counts, percentages and sums", partial(sample.sample, package, count)
    if package.study["sample"]:
        yield f"table {package.sample_by}: sums and formats", partial(sample_by_group.sample_by_group, package, count)
    yield "Word and Excel: the rows, notes and numbers of all tables", partial(office.office, package)
    yield "worth of the marks: shares, intervals and fewer interviews", partial(worth.marks, package, count)
    yield "worth of the totals: other rules and fewer interviews", partial(worth.totals, package, count)
    yield "marks under each rule, and without each participant", partial(rule_tables.cells, package, count)
    yield "totals under each rule", partial(rule_tables.totals, package, count)
    yield "thresholds: marks and totals that a rule changes", partial(rule_tables.thresholds, package, count)
    yield "evidence: a row for each code", partial(rule_tables.evidence, package, count)
    yield "evidence: passages that may be quoted are of the code", partial(codings.quotable, package)
    yield "quotations: who raised the code, and how often", partial(analysis_tables.quotations, package, count)
    for name in analysis_tables.names(package):
        yield (
            f"table {name}: the rows, notes and numbers of its file",
            partial(analysis_tables.check, package, count, name),
        )
    yield "completeness: interviews and codes by group", partial(worth.groups, package, count)
    yield "accumulation: codes after so many interviews", partial(worth.curves, package, count)
    if package.study.get("saturation"):
        yield "saturation: base, runs and threshold", partial(worth.saturation, package, count)
    yield "agreement: coefficients of coders at each level", partial(agreement.agreement, package, count)
    yield "agreement: codes on which coders disagree", partial(agreement.disagreements, package, count)
    yield "agreement: segments on which coders disagree", partial(agreement.disputed, package, count)
    yield "codes that come together: participants", partial(comparisons.cooccurrence, package, count)
    yield "codes that come together: who raised both", partial(comparisons.holders, package, count)
    if package.study["group_test"]["is_used"]:
        yield "codes that tell groups apart: exact test", partial(exact_tests.group_test, package, count)
    if package.study["truth_table"]["conditions"]:
        yield "truth table: cases and combinations", partial(configurations.truth_table, package, count)
    yield "groups that are alike: codes", partial(comparisons.similarity, package, count)
    yield "balance: codings, issues and what was left out", partial(validation.balance, package, count)
    if package.study.get("has_guide"):
        yield "issues: codings of those who were not asked", partial(validation.unasked, package, count)
    yield "verdict: the numbers of codings and issues", partial(validation.verdict, package, count)
    if package.study["published"]:
        yield "comparison with the print: numbers and verdicts", partial(published.published, package, count)
        yield "verdict on the print: its numbers", partial(validation.printed, package)
    if _has_pyarrow():
        yield (
            "Parquet files: the same cells, mentions and codings behind them",
            partial(parquet.parquet, package, count),
        )
        yield "Parquet files: the same sample and codebook", partial(parquet.others, package)


def _both(package: Package) -> Iterator[str]:
    yield from described.inputs(package)
    yield from described.made(package)


def _passes(name: str, check: Callable[[], Iterator[str]]) -> bool:
    """Run a check, print its problems, and return whether there are none."""
    problems: list[str] = []
    try:
        problems.extend(check())
    except Exception as error:  # a package may contain anything: an unreadable file is a problem
        problems.append(f"it cannot be checked: {_sentence(error)}")
    print(_printable(f"{'WRONG' if problems else 'ok':<7}{name}"))
    for problem in islice(problems, MOST_SHOWN):
        print(_printable(f"       {problem}"))
    if len(problems) > MOST_SHOWN:
        print(f"       and {len(problems) - MOST_SHOWN} more")
    return not problems


def _sentence(error: Exception) -> str:
    """The sentence of an error: a ValueError of the verifier has one; other errors come from the content of a file."""
    return (
        str(error) if isinstance(error, ValueError) else f"it is not as it should be ({type(error).__name__}: {error})"
    )


def _printable(text: str) -> str:
    """A line without characters that could control a terminal."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _has_pyarrow() -> bool:
    return importlib.util.find_spec("pyarrow") is not None
