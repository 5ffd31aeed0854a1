"""Fills in the register of a new study as a person would: names and consent of everybody. The names are invented."""

import csv
from collections.abc import Callable
from pathlib import Path

import yaml

from crosscase.spreadsheets import spreadsheet
from crosscase.starting import register_workbook
from crosscase.starting.study_text import REGISTER
from crosscase.study.facts import CONFIG, Group
from tests.builders.projects import ROOT

Filled = tuple[str, str]  # name and consent


def lines_of(study: Path) -> list[list[str]]:
    """The rows of the register of a new study, below the headings."""
    return [list(record.fields.values()) for record in spreadsheet.read(str(study / REGISTER)).records]


def fill_in(study: Path, who: Callable[[int, str], Filled] | None = None) -> None:
    """Write a name and a consent into each row; `who` gives them for the number of a row and its document."""
    lines = lines_of(study)
    for number, line in enumerate(lines):
        document = line[register_workbook.COLUMNS.index("documents")]
        name, consent = who(number, document) if who else (f"Inventedname{number} Nobody", "no")
        line[register_workbook.COLUMNS.index("name")] = name
        line[register_workbook.COLUMNS.index("consent_to_quote")] = consent
    (study / REGISTER).write_bytes(register_workbook.write(lines, [Group("AA", "Any", "DE")], _word(study)))


def _word(study: Path) -> str:
    """The study's word for what it compares, which is the heading of a column."""
    config = yaml.safe_load((study / CONFIG).read_text(encoding="utf-8"))
    return str(config.get("compare", {}).get("one", "country"))


def of_bundled_study(_: int, document: str) -> Filled:
    """The invented participant of the bundled study who has a document."""
    with (ROOT / "data/raw/participants.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if document in row["documents"].split(" | "):
                return row["name"], row["consent_to_quote"]
    raise AssertionError(f"nobody has {document}")
