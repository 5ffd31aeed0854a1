"""A file among the results that says that nobody may share them yet, and why.

It lies there until the search for identifiers has seen all results, and as long as they show texts of the study, such
as the label of a code or a text of `study.own_texts`, that may name somebody: a person decides about these.
"""

import csv
from pathlib import Path

from crosscase.messages.errors import Problem

NOTICE = Path("results/DO-NOT-SHARE.txt")
LEAK_VERDICT = Path("results/leaks/verdict.txt")
LEAK_TABLE = Path("data/restricted/leaks.csv")  # the words behind alarms, and where they stand: for the team alone
NOT_SEARCHED = "These results have not passed the search for identifiers of people, the last step of a build."
_SEARCH = "Do not share them. Run `crosscase build`: it searches them, or says why it stopped."
_DECIDE = "Do not share these results before somebody has decided about it."
_ISSUES = Path("results/validation/issues.csv")
_MAY_NAME_SOMEBODY = "words_of_study"  # the check of issues about such texts


def put() -> None:
    """Say in the folder of the results that they have not been searched."""
    _write(NOT_SEARCHED, _SEARCH)


def settle(searched: bool) -> None:
    """At the end of a build, leave the notice only where there is a reason.

    `searched`: this build has searched the results, or has found that it need not do so again. Another build, such as
    one of a single table, leaves the notice if a result is newer than the verdict of the last search. It deletes that
    verdict: the next whole build searches again, though the new result may have the same bytes as the old one.
    """
    if searched or _verdict_is_newest():
        settle_searched()
    else:
        withdraw_verdict()


def settle_searched() -> None:
    """Delete the notice of results that have been searched, or say in it which texts of the study are to decide."""
    if to_decide := texts_to_decide():
        _write(*map(str, to_decide), _DECIDE)
    else:
        NOTICE.unlink(missing_ok=True)


def texts_to_decide(issues: Path = _ISSUES) -> list[Problem]:
    """What the list of issues says of texts of the study that may name somebody: in which files, and what to do."""
    if not issues.exists():
        return []
    with issues.open(encoding="utf-8", newline="") as stream:
        found = [issue for issue in csv.DictReader(stream) if issue["check"] == _MAY_NAME_SOMEBODY]
    return [
        Problem(file, "", issue["message"].removeprefix(f"{file}: "), issue["suggestion"])
        for issue in found
        for file in [issue["locator"]]
    ]


def is_of_unfinished_build(notice: str) -> bool:
    """Whether a notice says that a build stopped, and not that something is to decide."""
    return _DECIDE not in notice


def withdraw_verdict() -> None:
    """Delete the verdict on leaks and say so, where some results may be newer than it."""
    LEAK_VERDICT.unlink(missing_ok=True)
    if NOTICE.parent.exists():
        put()


def _write(*lines: str) -> None:
    NOTICE.parent.mkdir(exist_ok=True)
    NOTICE.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _verdict_is_newest() -> bool:
    if not LEAK_VERDICT.exists():
        return False
    searched = LEAK_VERDICT.stat().st_mtime_ns
    others = (path for path in NOTICE.parent.rglob("*") if path != NOTICE)
    return all(path.lstat().st_mtime_ns <= searched for path in others if path.is_symlink() or not path.is_dir())
