"""The marks under each rule, counted again: the study's own, the usual ones and further ones of the study.

What each participant contributes comes from the mentions, or from the codings where a rule asks for documents or
coders.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from verifier.package import Package, Row

MAIN = "study"
_USUAL: dict[str, dict[str, Any]] = {
    "at_least_2": {"at_least": 2},
    "share_10": {"share": 0.1},
    "share_25": {"share": 0.25},
}
DEFAULT: dict[str, Any] = {
    "unit": "participants",
    "at_least": 1,
    "share": None,
    "coders": "any",
    "parents": "own",
}
CODINGS = "data/codings.csv"


@dataclass
class Own:
    """What a participant said on a code itself."""

    segments: int = 0
    documents: set[str] = field(default_factory=set)


def of_study(package: Package) -> dict[str, dict[str, Any]]:
    """All rules by name, the study's own first."""
    stated = package.study.get("marks", {"rule": {}, "further": {}})
    found = {MAIN: stated["rule"], **_USUAL, **stated["further"]}
    return {name: {**DEFAULT, **rule} for name, rule in found.items()}


def needs_codings(rule: dict[str, Any]) -> bool:
    """Whether mentions do not say enough."""
    return bool(rule["unit"] == "documents" or rule["coders"] != "any")


class Evidence:
    """What participants contribute to each code and group under a rule."""

    def __init__(self, package: Package, rule: dict[str, Any], mentions: list[Row], codes: list[Row]) -> None:
        self._rule = rule
        self._below: dict[str, list[str]] = defaultdict(list)
        for code in codes:
            self._below[code["parent"]].append(code["code"])
        if needs_codings(rule):
            self._own = _from_codings(package.rows(CODINGS), rule["coders"])
        else:
            self._own = defaultdict(Own)
            for row in mentions:
                self._own[row["code"], row["group"], row["participant"]].segments += int(row["segments"])
        self._people: dict[str, dict[str, None]] = defaultdict(dict)
        for _, group, person in self._own:
            self._people[group][person] = None

    def holds_others(self, code: str) -> bool:
        """Whether a code counts what is said on codes below it."""
        return self._rule["parents"] != "own" and bool(self._below[code])

    def amounts(self, code: str, group: str) -> dict[str, int]:
        """How much each participant contributes, in the unit of the rule."""
        found = {person: self._mention(code, group, person) for person in self._people[group]}
        unit = self._rule["unit"]
        return {
            person: 1 if unit == "participants" else said.segments if unit == "segments" else len(said.documents)
            for person, said in found.items()
            if said is not None
        }

    def is_met(self, number: int, asked: int) -> bool:
        """Whether this is a mark."""
        share = self._rule["share"]
        return number >= self._rule["at_least"] and (share is None or number >= Fraction(str(share)) * asked)

    def _mention(self, code: str, group: str, person: str) -> Own | None:
        own = self._own.get((code, group, person))
        if not self.holds_others(code):
            return own
        below = [self._mention(child, group, person) for child in self._below[code]]
        parts = [said for said in below if said is not None]
        enough = bool(parts) if self._rule["parents"] == "any" else len(parts) == len(below)
        if own is None and not enough:
            return None
        parts += [own] if own else []
        return Own(sum(part.segments for part in parts), set().union(*(part.documents for part in parts)))


def _from_codings(rows: list[Row], coders: str) -> dict[tuple[str, str, str], Own]:
    """From the codings of any coder, of one, or of participants and codes that all of their coders gave."""
    everybody: dict[tuple[str, str], set[str]] = defaultdict(set)
    of_code: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        of_code[row["code"], row["group"], row["participant"]].append(row)
        everybody[row["group"], row["participant"]] |= {row["coder"]} - {""}
    found: dict[tuple[str, str, str], Own] = {}
    for key, codings in of_code.items():
        kept = [row for row in codings if coders in ("any", "all", row["coder"])]
        if coders == "all" and {row["coder"] for row in kept} - {""} != everybody[key[1], key[2]]:
            kept = []
        if kept:
            passages = {(row["export"], row["passage"]) for row in kept}
            found[key] = Own(len(passages), {f"{row['export']} {row['document']}" for row in kept})
    return found
