"""How the results were made and checked, from the rows that the steps have written: the last section of the page.

The same facts stand behind each cell, as its proof.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from crosscase.coding.issues import ORDER, STUDY
from crosscase.labels.labels import DEFAULT, Labels
from crosscase.provenance.step_record import Head, RecordedStep, StepRecord
from crosscase.report import view_steps
from crosscase.report.view_steps import RuleLine
from crosscase.storage.schemas import Balance, Issue, PublishedCheck
from crosscase.verification.printed_numbers import Verdict

MOST_ISSUES = 1000  # on the page; issues.csv has all
RESULTS = "results"
FROM_PAGE = ".."  # the page is in a folder of its own within results
_TABLE = "results/tables/{}.csv"


@dataclass(frozen=True, slots=True)
class Made:
    """The rows and sentences on how the results were made and checked."""

    issues: list[Issue]
    balance: list[Balance]
    checks: list[PublishedCheck]  # empty if the study has no printed numbers
    disclosure: str  # the sentence on results/disclosure
    redaction: str  # the sentence on results/redaction
    undecided: int  # words that wait for a person's decision
    steps: StepRecord
    rebuilt: Mapping[str, Any] | None  # reproduced.json, if it exists
    core_sha256: str  # one digest of the results that readers read


@dataclass(frozen=True, slots=True)
class ExportLine:
    """An export: its digest, and the number of its codings in the tables and left out."""

    digest: str
    balance: Balance


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file beside the page."""

    path: str
    link: str
    digest: str


@dataclass(frozen=True, slots=True)
class Rebuild:
    """The result of the last independent rebuild."""

    known: bool  # whether it is about these results
    same: bool
    sentence: str
    varied: str  # what was varied; empty if that is not known or has no words in the language of the page


@dataclass(frozen=True, slots=True)
class Trust:
    """The content of the last section, and what the script shows behind each cell."""

    exports: list[ExportLine]
    codings: int
    segments: int
    severities: dict[str, int]
    issues: list[Issue]
    issues_left_out: int
    checks: list[PublishedCheck]
    verdicts: Counter[str]
    disclosure: str
    redaction: str
    undecided: int
    rebuild: Rebuild
    head: Head
    steps: list[RecordedStep]  # in an order in which they can run
    rules: list[RuleLine]
    files: list[FileLine]

    @property
    def unmatched(self) -> list[PublishedCheck]:
        """The printed numbers whose verdict is not a match."""
        return [check for check in self.checks if check.verdict != Verdict.MATCH]

    def of_domain(self, domain: str) -> dict[str, object]:
        """The table of a domain, its digest and the steps behind it, for the script."""
        table = _TABLE.format(domain)
        digest = view_steps.outputs(self.steps, RESULTS).get(table, "")
        return {"table": table, "digest": digest, "steps": view_steps.behind(self.steps, table)}

    def of_study(self) -> dict[str, object]:
        """What was made by which steps, for the script."""
        head = {key: value for key, value in self.head.items() if key != "steps"}
        packed = view_steps.packed(self.steps, self.head["exports"])
        return {"head": head, "rebuild": self.rebuild.sentence, **packed}


def build(made: Made, words: Labels) -> Trust:
    """The section of a study."""
    steps = view_steps.ordered(made.steps["steps"])
    exports = [row for row in made.balance if row.export != STUDY]
    in_order = sorted(made.issues, key=lambda issue: ORDER.index(issue.severity))
    return Trust(
        exports=[ExportLine(made.steps["exports"].get(row.export, ""), row) for row in exports],
        codings=sum(row.codings for row in exports),
        segments=sum(row.segments for row in exports),
        severities={severity: sum(issue.severity == severity for issue in made.issues) for severity in ORDER},
        issues=in_order[:MOST_ISSUES],
        issues_left_out=max(0, len(in_order) - MOST_ISSUES),
        checks=made.checks,
        verdicts=Counter(check.verdict for check in made.checks),
        disclosure=made.disclosure,
        redaction=made.redaction,
        undecided=made.undecided,
        rebuild=_rebuild(made.rebuilt, made.core_sha256, words),
        head=made.steps,
        steps=steps,
        rules=view_steps.rules(steps),
        files=list(_files(steps)),
    )


def _rebuild(found: Mapping[str, Any] | None, core_sha256: str, words: Labels) -> Rebuild:
    # A verdict on other results says nothing about these.
    if found is None or found["core_sha256"] != core_sha256:
        return Rebuild(False, False, words("rebuild_none"), "")
    same = found["verdict"] == "same"
    what = words.counted("rebuild_same" if same else "rebuild_other", found["files"])
    is_told = bool(found["varied"]) and words.language == DEFAULT  # what was varied has English names
    varied = words("rebuild_varied", varied=", ".join(found["varied"])) if is_told else ""
    return Rebuild(True, same, what, varied)


def _files(steps: Sequence[RecordedStep]) -> Iterator[FileLine]:
    for path, digest in view_steps.outputs(steps, RESULTS).items():
        yield FileLine(path, f"{FROM_PAGE}{path.removeprefix(RESULTS)}", digest or "")
