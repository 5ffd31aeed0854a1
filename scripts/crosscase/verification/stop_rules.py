"""The two places where a build stops: errors in the codings, and numbers that differ from the print.

A gate reads a list that an earlier step has written whole, so that the list outlives the stop.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscase.coding.quotation_consent import waiting
from crosscase.messages.errors import Problem, StudyError, places, stop_on
from crosscase.storage.schemas import Balance, Issue, PublishedCheck, ReviewCount
from crosscase.verification.printed_numbers import Verdict

_MOST = 10  # kinds of error told of each file; the list holds all


def pass_issues(
    issues: Iterable[Issue],
    balance: Iterable[Balance],
    files: Mapping[str, str],
    listed: str,
    reviews: Iterable[ReviewCount] = (),
) -> str:
    """A sentence on the codings and the issues, and one on the words that wait. Raises StudyError for an error.

    `files` gives the raw file of each export, `listed` is where all issues are listed. What is wrong in
    many places in the same way is told once, with the first place.
    """
    stop_on(_told([issue for issue in issues if issue.severity == "error"], files, listed))
    rows = list(balance)
    total = Counter[str]()
    for row in rows:
        total.update(codings=row.codings, segments=row.segments, warnings=row.warnings, notes=row.notes)
    undecided = sum(review.undecided for review in reviews)
    queue = f"{waiting(undecided)}: see data/restricted/review\n" if undecided else ""
    return (
        f"{total['segments']} of {total['codings']} codings are in the tables; no errors, "
        f"{total['warnings']} warnings, {total['notes']} notes: see {listed}\n{queue}"
    )


def pass_published(checks: Iterable[PublishedCheck], listed: str, withdrawn: bool = False) -> str:
    """A sentence on the verification. Raises StudyError where a mismatch is not the print's fault.

    `withdrawn`: people have withdrawn, so that the numbers are no longer those of the print. That must not keep them
    in the results, so it is told and stops nothing.
    """
    checks = list(checks)
    wrong = [check for check in checks if check.verdict == Verdict.MISMATCH]
    if wrong and withdrawn:
        return f"{len(wrong)} numbers are not those of the print, since people have withdrawn: see {listed}\n"
    if wrong:
        raise StudyError(
            Problem(
                listed,
                f"{check.table}, {check.row}",
                f"{check.quantity} rebuilt {check.rebuilt:g}, printed {check.printed:g}"
                + (f", elsewhere {check.printed_elsewhere:g}" if check.printed_elsewhere is not None else ""),
                check.remark or "Find out which of the two is wrong.",
            )
            for check in wrong
        )
    count = Counter(check.verdict for check in checks)
    return (
        f"{count[Verdict.MATCH]} printed numbers match, in {count[Verdict.CONTRADICTION]} places the print "
        f"contradicts itself, {count[Verdict.NOT_PRINTED]} numbers are not printed: see {listed}\n"
    )


def _told(errors: Sequence[Issue], files: Mapping[str, str], listed: str) -> Iterator[Problem]:
    """The kinds of error of each file, the first of them in words, and where all are."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for error in errors:
        kind = (error.export, f"{error.message} ({error.check}: {error.value})", error.suggestion)
        alike.setdefault(kind, []).append(error.locator)
    problems: dict[str, list[Problem]] = {}
    for (export, message, suggestion), locators in alike.items():
        file = files.get(export, "the study")
        problems.setdefault(file, []).append(Problem(file, places(locators), message, suggestion))
    for kinds in problems.values():
        yield from kinds[:_MOST]
    for file, kinds in problems.items():
        if len(kinds) > _MOST:
            yield Problem(file, "", f"{len(kinds) - _MOST} further kinds of error")
    if errors:
        yield Problem(listed, "", f"all errors are listed there, {len(errors)} in number")
