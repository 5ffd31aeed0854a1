"""Tables and workbooks of a stranger, and the study that `crosscase new` makes of them. All of it is invented."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from crosscase.messages.errors import Problem
from crosscase.starting import new_study
from crosscase.starting.new_study import Wishes
from tests.builders import additions

HEADINGS = ("document", "school", "code", "text")
SAID = "We met every week and talked."
Row = Sequence[str]
NO_HEADINGS: Mapping[str, Row] = {}


def table(path: Path, rows: Sequence[Row], headings: Row = HEADINGS) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([headings, *rows])
    return str(path)


def workbook(path: Path, sheets: Mapping[str, Sequence[Row]], headings: Mapping[str, Row] = NO_HEADINGS) -> str:
    return str(additions.workbook(path, {name: [headings.get(name, HEADINGS), *rows] for name, rows in sheets.items()}))


def new(folder: Path, *paths: object, by: str = "school") -> tuple[list[str], list[Problem]]:
    said, points = new_study.create(folder / "s", [*map(str, paths)], Wishes(by, "Title"), lambda _, default: default)
    return said, [*points]


def config(folder: Path) -> dict[str, dict[str, dict[str, object]]]:
    return yaml.safe_load((folder / "s/config/study.yaml").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


NORTH, SOUTH = (
    [("D1", "North", "Trust", SAID)],
    [("D2", "South", "Time", SAID), ("D3", "South", "Time", f"{SAID} Again.")],
)
