"""The facts that the reconstruction must reproduce, read from ``config/``."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped,unused-ignore]

ROOT = Path(__file__).resolve().parents[2]
NOT_STATED = "not stated"

PUBLISHED_TABLE = {
    "position": "professional_position_percent",
    "organisation_type": "organisation_type_percent",
}


@dataclass(frozen=True)
class Code:
    """One code of the codebook, with the number of countries that the slides mark for it."""

    id: str
    domain: str
    domain_title: str
    label: str
    aliases: tuple[str, ...]
    marks: int


@dataclass(frozen=True)
class Facts:
    """What is published of the study, and how its exports are described.

    ``participants`` gives the number of participants of each country; ``categories`` gives, for
    each variable of the sample, each category's number of participants ("not stated" takes the
    rest); ``not_coded`` holds pairs of country and domain; ``exports`` are study.yaml's blocks.
    """

    countries: Mapping[str, str]
    participants: Mapping[str, int]
    categories: Mapping[str, Mapping[str, int]]
    codes: tuple[Code, ...]
    not_coded: frozenset[tuple[str, str]]
    exports: Mapping[str, Mapping[str, Any]]

    def code(self, identifier: str) -> Code:
        """Give the code of this id; raise StopIteration if there is none."""
        return next(code for code in self.codes if code.id == identifier)


@cache
def load() -> Facts:
    """Read the facts from the configuration of this repository."""
    study = yaml.safe_load((ROOT / "config/study.yaml").read_text(encoding="utf-8"))
    printed = _rows("config/published/sample.csv")
    participants = {
        row["category"]: int(row["printed"]) for row in printed if row["table"] == "participants_per_country"
    }
    return Facts(
        countries={country["code"]: country["iso"] for country in study["countries"]},
        participants={country["code"]: participants[country["code"]] for country in study["countries"]},
        categories={
            variable: _counts(printed, PUBLISHED_TABLE[variable], sum(participants.values()))
            for variable in study["sample"]
        },
        codes=_codes({domain["id"]: domain["title"] for domain in study["domains"]}),
        not_coded=frozenset((gap["country"], gap["domain"]) for gap in study["not_coded"]),
        exports=study["exports"],
    )


def _rows(path: str) -> list[dict[str, str]]:
    with (ROOT / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _codes(domains: Mapping[str, str]) -> tuple[Code, ...]:
    marks = {(row["domain"], row["label"]): int(row["printed_marks"]) for row in _rows("config/published/matrices.csv")}
    return tuple(
        Code(
            id=row["code"],
            domain=row["domain"],
            domain_title=domains[row["domain"]],
            label=row["label"],
            aliases=tuple(filter(None, row["aliases"].split(" | "))),
            marks=marks[row["domain"], row["label"]],
        )
        for row in _rows("config/codebook.csv")
    )


def _counts(printed: list[dict[str, str]], table: str, total: int) -> dict[str, int]:
    # ASSUME: a printed percentage is the count out of 61 rounded to whole per cent; study.md
    # gives the counts found that way (45 of 61 is 74 %), and the rest is "not stated".
    counts = {row["category"]: round(int(row["printed"]) * total / 100) for row in printed if row["table"] == table}
    return {**counts, NOT_STATED: total - sum(counts.values())}
