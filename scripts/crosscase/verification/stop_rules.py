"""What stops a build: errors in the codings, numbers that differ from the print, and nobody who is left to count.

A stop rule reads a list that an earlier step has completed, so that the list remains after the stop.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crosscase.coding.issues import SAID_AT_END
from crosscase.coding.quotation_consent import undecided_words
from crosscase.messages.errors import Problem, StudyError, stop_on
from crosscase.messages.wording import agree, counted, first_place, number
from crosscase.storage.schemas import Balance, Issue, Participant, PublishedCheck, ReviewCount
from crosscase.verification.printed_numbers import Verdict

_MOST = 10  # kinds of error reported for each file; the list has all


def stop_on_errors(issues: Iterable[Issue], files: Mapping[str, str], listed: str) -> None:
    """Raise StudyError if an issue is an error.

    `files` gives the raw file of each export, `listed` is the list of all issues. Equal errors in many
    places are reported once, with the first place.
    """
    stop_on(_error_problems([issue for issue in issues if issue.severity == "error"], files, listed))


def stop_without_people(people: Sequence[Participant]) -> None:
    """Raise StudyError if nobody is left whom the tables could count."""
    if not people:
        what = "every participant has withdrawn, so there is nobody to count"
        remedy = "Add those who take part, or correct the column `withdrawn`."
        raise StudyError(Problem("the register", "", what, remedy))


def verdict(
    in_cells: int,
    balance: Iterable[Balance],
    issues: Iterable[Issue],
    listed: str,
    reviews: Iterable[ReviewCount] = (),
) -> str:
    """A sentence on the codings and issues of a study without errors, then those on words that wait for review.

    `in_cells` is the number of codings that the cells count, from `cell_sums.codings_in_cells`.
    """
    found = list(issues)
    total = Counter[str]()
    for row in balance:
        total.update(codings=row.codings, merged=row.merged, warnings=row.warnings, notes=row.notes)
    undecided = sum(review.undecided for review in reviews)
    merged = f", {number(total['merged'])} of them as one segment with another" if total["merged"] else ""
    queue = f"{undecided_words(undecided)}: run `crosscase review`\n" if undecided else ""
    queue += "".join(f"{issue.message}\n" for issue in found if issue.check in SAID_AT_END)
    return (
        f"{number(in_cells)} of {counted(total['codings'], 'coding')} {agree(total['codings'], 'is', 'are')} "
        f"in the tables{merged}; no errors, {counted(total['warnings'], 'warning')}, "
        f"{counted(total['notes'], 'note')}: see {listed}\n{queue}"
    )


def stop_on_mismatches(checks: Iterable[PublishedCheck], listed: str, withdrawn: bool = False) -> str:
    """A sentence on the verification. Raises StudyError if a number differs and the print does not contradict itself.

    `withdrawn`: participants have withdrawn, so that the numbers differ from the print. The build goes on, because
    stopping it would leave these participants in the results.
    """
    checks = list(checks)
    wrong = [check for check in checks if check.verdict == Verdict.MISMATCH]
    if wrong and withdrawn:
        differ = f"{counted(len(wrong), 'number')} {agree(len(wrong), 'differs', 'differ')}"
        return f"{differ} from the print, because participants have withdrawn: see {listed}\n"
    if wrong:
        raise StudyError(
            Problem(
                listed,
                f"{check.table}, {check.row}",
                f"{check.quantity}: rebuilt {check.rebuilt:g}, printed {check.printed:g}"
                + (f", printed elsewhere {check.printed_elsewhere:g}" if check.printed_elsewhere is not None else ""),
                check.remark or "Find out which number is wrong.",
            )
            for check in wrong
        )
    count = Counter(check.verdict for check in checks)
    match, missing = count[Verdict.MATCH], count[Verdict.NOT_PRINTED]
    return (
        f"{counted(match, 'printed number')} {agree(match, 'matches', 'match')}; the print contradicts itself in "
        f"{counted(count[Verdict.CONTRADICTION], 'place')}; {counted(missing, 'number')} {agree(missing, 'is', 'are')} "
        f"not printed: see {listed}\n"
    )


def _error_problems(errors: Sequence[Issue], files: Mapping[str, str], listed: str) -> Iterator[Problem]:
    """The first kinds of error of each file, and where all errors are listed."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for error in errors:
        kind = (error.export, f"{error.message} ({error.check}: {error.value})", error.suggestion)
        alike.setdefault(kind, []).append(error.locator)
    problems: dict[str, list[Problem]] = {}
    for (export, message, suggestion), locators in alike.items():
        file = files.get(export, "the study")
        problems.setdefault(file, []).append(Problem(file, first_place(locators), message, suggestion))
    for kinds in problems.values():
        yield from kinds[:_MOST]
    for file, kinds in problems.items():
        if len(kinds) > _MOST:
            more = len(kinds) - _MOST
            yield Problem(file, "", counted(more, "more kind of error", "more kinds of error"))
    if errors:
        count = len(errors)
        all_errors = agree(count, "the error is", f"all {counted(count, 'error')} are")
        yield Problem(listed, "", f"{all_errors} listed in this file")
