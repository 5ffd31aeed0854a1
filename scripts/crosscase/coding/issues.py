"""Issues: what a person should check, with a severity that a study may change.

An error stops the build, a warning is counted, a note records what was done.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from crosscase.coding.severity import SEVERITY
from crosscase.messages.errors import Problem
from crosscase.storage.schemas import Balance, Issue
from crosscase.study.facts import GROUPS, Compare

# Anonymisation leaves their codings out.
HELD_BACK = ("withdrawn_participant", "group_code", "speaker_code", "code_left_out")
SAID_AT_END = ("words_of_study", "no_word_lists", "basic_language")  # of a build
# True of the study only if every export reports it.
OF_ALL_EXPORTS = ("decision_without_document", "decision_without_effect")
STUDY = ""  # the `export` of an issue that concerns the study as a whole
ORDER = ("error", "warning", "note")


class Inspector:
    """Makes the issues of one export (or, with an empty name, of the study)."""

    def __init__(self, export: str, severity: Mapping[str, str], compare: Compare = GROUPS) -> None:
        self.compare = compare  # the study's words for what it compares, for messages
        self._export = export
        self._severity = {**SEVERITY, **severity}

    def issue(
        self, check: str, locator: str, value: str, message: str, suggestion: str = "", left_out: int = 0
    ) -> Issue:
        """An issue of one of the checks in `SEVERITY`; `left_out` is the number of codings that it leaves out."""
        severity = self._severity[check]
        return Issue(severity, check, self._export, locator, value, message, suggestion, left_out)


def study_issues(check: str, problems: Iterable[Problem], severity: Mapping[str, str]) -> Iterator[Issue]:
    """Issues of the study as a whole, from the problems of one of its files."""
    inspector = Inspector(STUDY, severity)
    for problem in problems:
        yield inspector.issue(check, problem.file, problem.place, problem.what, problem.remedy)


def without_repeats(issues: Iterable[Issue], exports: int) -> list[Issue]:
    """Remove duplicates of study-wide issues, which the anonymisation of each of these `exports` reports.

    What only some of them report does not hold for the study, if it must hold for all (`OF_ALL_EXPORTS`). Such issues
    may differ in what they suggest: the one that suggests most stays.
    """
    found = list(issues)
    of_study = [issue for issue in found if issue.export == STUDY]
    of_all: dict[tuple[str, ...], list[Issue]] = {}
    for issue in of_study:
        if issue.check in OF_ALL_EXPORTS:
            of_all.setdefault((issue.check, issue.locator, issue.value, issue.message), []).append(issue)
    whole = [
        max(alike, key=lambda issue: (len(issue.suggestion), issue.suggestion))
        for alike in of_all.values()
        if len(alike) == exports
    ]
    others = dict.fromkeys(issue for issue in of_study if issue.check not in OF_ALL_EXPORTS)
    return [*(issue for issue in found if issue.export != STUDY), *others, *whole]


def balance(
    passed: Mapping[str, int], valid: Mapping[str, int], mentioned: Mapping[str, int], issues: Collection[Issue]
) -> Iterator[Balance]:
    """Account for the codings of each export, then of the study.

    `passed` counts the anonymised codings, `valid` the valid segments, and `mentioned` the segments in the mentions.
    The issues count the codings that anonymisation left out: with `passed` they make the number of codings in the raw
    export.
    Raises ValueError if codings are neither valid nor left out.
    """
    kinds = Counter((issue.export, issue.severity) for issue in issues)
    left_out: Counter[str] = Counter()
    held_back: Counter[str] = Counter()
    for issue in issues:
        left_out[issue.export] += issue.left_out
        held_back[issue.export] += issue.left_out if issue.check in HELD_BACK else 0
    rows = []
    for export in (*passed, STUDY):
        codings = passed.get(export, 0) + held_back[export]
        severities = [kinds[export, severity] for severity in ORDER]
        merged = valid.get(export, 0) - mentioned.get(export, 0)
        rows.append(Balance(export, codings, valid.get(export, 0), merged, left_out[export], *severities))
        if codings != rows[-1].segments + rows[-1].left_out:
            raise ValueError(f"the codings of the export {export} do not add up")
    yield from rows


def sort_key(issue: Issue) -> tuple[int, str, str, list[tuple[int, str]], str]:
    """Errors first, then by export, check and place. Numbers in a place are sorted by value."""
    return (ORDER.index(issue.severity), issue.export, issue.check, _natural(issue.locator), issue.value)


def _natural(text: str) -> list[tuple[int, str]]:
    words = text.replace(",", " ").split()
    return [(int(word), "") if word.isdecimal() else (-1, word) for word in words]
