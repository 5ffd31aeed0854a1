"""What a build knows of the items of two checklists for reports of interview studies; authors fill in the rest.

COREQ has 32 items (A. Tong, P. Sainsbury and J. Craig, Int. J. Qual. Health Care 19, 2007), SRQR 21 (B. C. O'Brien and
others, Academic Medicine 89, 2014). Items have their numbers there, and short names of our own: read the checklists for
what each asks. What a build says is a part of an answer at most; it knows no interviewer, no setting and no paradigm.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from crosscase.labels import labels
from crosscase.labels.labels import Labels
from crosscase.storage.table_columns import Column, Made


class Filled(StrEnum):
    """How far a build fills in an item."""

    IN_PART = "in part"
    BY_AUTHORS = "to be filled in by the authors"


NUMBERS = (*(str(number) for number in range(1, 33)), *(f"S{number}" for number in range(1, 22)))


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a checklist."""

    number: Annotated[str, Column("number of the item in the checklist", key=True, values=NUMBERS)]
    part: Annotated[str, Column("part of the checklist", made=Made.COMPOSED)]
    item: Annotated[str, Column("what the item is about, in short", made=Made.COMPOSED)]
    filled: Annotated[str, Column("whether the build says something on it", values=tuple(Filled))]
    text: Annotated[str, Column("what the build knows", empty="nothing", made=Made.COMPOSED)]
    source: Annotated[str, Column("where it stands", empty="the build knows nothing", made=Made.COMPOSED)]
    page: Annotated[str, Column("page of the manuscript, for the authors", empty="not filled in", made=Made.COMPOSED)]


# The parts of each checklist: keys of the labels, whose texts have the name of the part, then those of its items.
COREQ = ("coreq_team", "coreq_design", "coreq_analysis")
SRQR = ("srqr_title", "srqr_introduction", "srqr_methods", "srqr_results", "srqr_discussion", "srqr_other")


class Fact(StrEnum):
    """What a build may know."""

    TITLE = "title"
    SAMPLE = "sample"
    VARIABLES = "variables"
    GUIDE = "guide"
    SATURATION = "saturation"
    CODERS = "coders"
    CODES = "codes"
    SOFTWARE = "software"
    QUOTES = "quotes"
    RULE = "rule"
    TRACED = "traced"
    EVERYWHERE = "everywhere"
    SELDOM = "seldom"
    CONSENT = "consent"
    PROCESSING = "processing"
    WEIGHT = "weight"


SOURCES = {
    Fact.TITLE: "config/study.yaml",
    Fact.SAMPLE: "results/tables/sample.csv",
    Fact.VARIABLES: "results/tables/sample.csv",
    Fact.GUIDE: "results/cells/cells.csv",
    Fact.SATURATION: "results/analysis/saturation.csv",
    Fact.CODERS: "results/analysis/agreement.csv",
    Fact.CODES: "results/analysis/evidence.csv",
    Fact.SOFTWARE: "results/provenance/steps.json",
    Fact.QUOTES: "results/report/index.html",
    Fact.RULE: "results/analysis/thresholds.csv",
    Fact.TRACED: "results/provenance/cell_codings.parquet",
    Fact.EVERYWHERE: "results/analysis/evidence.csv",
    Fact.SELDOM: "results/analysis/evidence.csv",
    Fact.CONSENT: "results/redaction/summary.md",
    Fact.PROCESSING: "results/redaction/summary.md",
    Fact.WEIGHT: "results/analysis/summary.txt",
}
_OF_COREQ = {
    12: Fact.SAMPLE,
    16: Fact.VARIABLES,
    17: Fact.GUIDE,
    22: Fact.SATURATION,
    24: Fact.CODERS,
    25: Fact.CODES,
    27: Fact.SOFTWARE,
    29: Fact.QUOTES,
    30: Fact.TRACED,
    31: Fact.EVERYWHERE,
    32: Fact.SELDOM,
}
_OF_SRQR = {
    1: Fact.TITLE,
    9: Fact.CONSENT,
    11: Fact.GUIDE,
    12: Fact.SAMPLE,
    13: Fact.PROCESSING,
    14: Fact.RULE,
    15: Fact.CODERS,
    16: Fact.EVERYWHERE,
    17: Fact.QUOTES,
    19: Fact.WEIGHT,
}


def coreq(known: Mapping[Fact, str], words: Labels) -> Iterator[Item]:
    """The 32 items of COREQ. `known`: a sentence for each fact that the build has."""
    yield from _items(COREQ, "", _OF_COREQ, known, words)


def srqr(known: Mapping[Fact, str], words: Labels) -> Iterator[Item]:
    """The 21 items of SRQR, S1 to S21. `known`: a sentence for each fact that the build has."""
    yield from _items(SRQR, "S", _OF_SRQR, known, words)


def _items(
    parts: Sequence[str], prefix: str, facts: Mapping[int, Fact], known: Mapping[Fact, str], words: Labels
) -> Iterator[Item]:
    lists = [words(key).split(labels.BETWEEN) for key in parts]
    for number, (part, name) in enumerate(((part, name) for part, *names in lists for name in names), 1):
        fact = facts.get(number)
        text = known.get(fact, "") if fact else ""
        filled = Filled.IN_PART if text else Filled.BY_AUTHORS
        source = SOURCES[fact] if fact and text else ""
        yield Item(f"{prefix}{number}", part, name, filled, text, source, "")
