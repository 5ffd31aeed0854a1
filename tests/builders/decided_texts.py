"""Texts under rows of decisions. All people, streets and numbers are invented."""

import csv
import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from crosscase.anonymisation.decision_rows import COLUMNS, read_decisions
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.review_outcomes import Outcomes
from crosscase.anonymisation.reviews import Reviews
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load

KEY = bytes(range(32))
GERMAN = Setting(("DE",), (load("de"),))
ENGLISH = Setting(("IE",), (load("en"),))
DOCUMENT = "Talk 1"
WIDE = (
    "Ich habe eine Nachbarin, die holt ihn und den Mehmet ab, die wohnt im gleichen Haus, dritter Stock, "
    "Am Krähbach 7, und die macht das ehrenamtlich."
)
EDGES = "Dort wohnt sie, dritter Stock, Am Krähbach 7! Und Quilpert war da."
REDACT = {"decision": "redact"}
DECIDED = {"by": "A", "on": "2026-01-01", "where": "everywhere"}


def written(path: Path, rows: Iterable[dict[str, str]]) -> Path:
    """A file of decisions with some rows, everywhere and by somebody unless they say else."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS)
        writer.writeheader()
        writer.writerows(DECIDED | row for row in rows)
    return path


class Outcome:
    """What becomes of a text under some rows of decisions, and what waits after it."""

    def __init__(
        self,
        path: Path,
        text: str,
        rows: Iterable[dict[str, str]],
        setting: Setting = GERMAN,
        document: str = DOCUMENT,
    ) -> None:
        self.pseudonyms = pseudonyms = Pseudonyms(KEY)
        decisions, problems = read_decisions(str(written(path, rows)), pseudonyms)
        assert not problems
        self.reviews = Reviews("x", decisions, pseudonyms)
        redactor = Redactor(ListedNames([], {}), pseudonyms)
        outcomes = Outcomes(self.reviews)
        redacted = redactor.redact(text, setting, partial(outcomes.of, document, setting=setting))
        self.numbered, self.text = redacted.text, re.sub(r"_\d{8}", "", redacted.text)
        self.doubts = [redacted.text[doubt.start : doubt.end] for doubt in redacted.doubts]
        self.waiting = [dict(zip(COLUMNS, row, strict=True)) for row in self.reviews.queue()]
        self.words = [row["words"] for row in self.waiting]
