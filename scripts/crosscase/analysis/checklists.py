"""What a build knows of the items of two checklists for reports of interview studies; authors fill in the rest.

COREQ has 32 items (A. Tong, P. Sainsbury and J. Craig, Int. J. Qual. Health Care 19, 2007), SRQR 21 (B. C. O'Brien and
others, Academic Medicine 89, 2014). Items have their numbers there, and short names of our own: read the checklists for
what each asks. What a build says is a part of an answer at most; it knows no interviewer, no setting and no paradigm.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from crosscase.storage.table_columns import Column, Made


class Filled(StrEnum):
    """How far a build fills in an item."""

    IN_PART = "in part"
    BY_AUTHORS = "to be filled in by the authors"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a checklist."""

    number: Annotated[str, Column("number of the item in the checklist", key=True, made=Made.COMPOSED)]
    part: Annotated[str, Column("part of the checklist", made=Made.COMPOSED)]
    item: Annotated[str, Column("what the item is about, in short", made=Made.COMPOSED)]
    filled: Annotated[str, Column("whether the build says something on it", values=tuple(Filled))]
    text: Annotated[str, Column("what the build knows", empty="nothing", made=Made.COMPOSED)]
    source: Annotated[str, Column("where it stands", empty="the build knows nothing", made=Made.COMPOSED)]
    page: Annotated[str, Column("page of the manuscript, for the authors", empty="not filled in", made=Made.COMPOSED)]


_TEAM, _DESIGN, _ANALYSIS = "team and reflexivity", "study design", "analysis and findings"
COREQ = (
    *((_TEAM, name) for name in ("interviewer", "credentials", "occupation", "gender", "experience and training")),
    *((_TEAM, name) for name in ("earlier relationship", "what participants knew", "interviewer's interests")),
    *((_DESIGN, name) for name in ("methodological orientation", "sampling", "how participants were approached")),
    *((_DESIGN, name) for name in ("sample size", "who did not take part", "setting", "who else was present")),
    *((_DESIGN, name) for name in ("description of the sample", "interview guide", "repeated interviews")),
    *((_DESIGN, name) for name in ("recording", "field notes", "duration", "saturation", "transcripts returned")),
    *((_ANALYSIS, name) for name in ("number of coders", "coding tree", "where codes came from", "software")),
    *((_ANALYSIS, name) for name in ("feedback of participants", "quotations", "data and findings agree")),
    *((_ANALYSIS, name) for name in ("major themes", "minor themes")),
)
SRQR = (
    *(("title and abstract", name) for name in ("title", "abstract")),
    *(("introduction", name) for name in ("problem", "purpose or question")),
    *(("methods", name) for name in ("approach and paradigm", "researchers", "context", "sampling", "ethics")),
    *(("methods", name) for name in ("data collection", "instruments", "units of study", "data processing")),
    *(("methods", name) for name in ("data analysis", "trustworthiness")),
    *(("results", name) for name in ("synthesis and interpretation", "links to data")),
    *(("discussion", name) for name in ("earlier work, transferability", "limitations")),
    *(("other", name) for name in ("conflicts of interest", "funding")),
)


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


def coreq(known: Mapping[Fact, str]) -> Iterator[Item]:
    """The 32 items of COREQ. `known`: a sentence for each fact that the build has."""
    yield from _items(COREQ, "", _OF_COREQ, known)


def srqr(known: Mapping[Fact, str]) -> Iterator[Item]:
    """The 21 items of SRQR, S1 to S21. `known`: a sentence for each fact that the build has."""
    yield from _items(SRQR, "S", _OF_SRQR, known)


def _items(
    names: Sequence[tuple[str, str]], prefix: str, facts: Mapping[int, Fact], known: Mapping[Fact, str]
) -> Iterator[Item]:
    for number, (part, name) in enumerate(names, 1):
        fact = facts.get(number)
        text = known.get(fact, "") if fact else ""
        filled = Filled.IN_PART if text else Filled.BY_AUTHORS
        source = SOURCES[fact] if fact and text else ""
        yield Item(f"{prefix}{number}", part, name, filled, text, source, "")
