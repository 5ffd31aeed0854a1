"""The tables of agreement: a class a table, a field a column, as in `rows`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from crosscase.analysis.judgements import Frame, Level
from crosscase.analysis.rows import ALL, Code, Domain, DomainOrAll, Group, GroupOrAll
from crosscase.storage.table_columns import Column, Made


class Undefined(StrEnum):
    """Why coefficients that take chance into account are empty."""

    NOTHING = ""
    NO_UNITS = "undefined: no unit"
    NO_UNMARKED = "undefined: the frame has no unmarked unit"
    ONE_UNIT = "undefined: each code has one unit"
    BY_CHANCE = "undefined: chance alone gives full agreement"


_CodeOrAll = Annotated[
    str,
    Column(f"id of the code, as in the codebook; {ALL}: all codes", key=True, made=Made.STATED, also=(ALL,)),
]
_CoderOrAll = Annotated[
    str, Column(f"pseudonym of a coder; {ALL}: all coders", key=True, made=Made.PSEUDONYM, also=(ALL,))
]
_Person = Annotated[str, Column("pseudonym of the participant", key=True, made=Made.PSEUDONYM)]
_Coder = Annotated[str, Column("pseudonym of the coder", key=True, made=Made.PSEUDONYM)]
_Undefined = Annotated[
    str, Column("why coefficients are empty", empty="they are defined", values=tuple(filter(None, Undefined)))
]
_WHY = "undefined, see `undefined`"
_FEW = "too few participants for an interval, or undefined"


def _ends(of: str, unit: str) -> tuple[Column, Column]:
    low, high = (Column(f"{end} end of the 95 per cent interval of {of}", unit, _FEW) for end in ("lower", "upper"))
    return low, high


_POSITIVE, _NEGATIVE = _ends("`positive`", "share"), _ends("`negative`", "share")
_KAPPA, _COHEN = _ends("`kappa`", "coefficient"), _ends("`cohen`", "coefficient")
_OBSERVED, _ALPHA, _AC1 = _ends("`observed`", "share"), _ends("`alpha`", "coefficient"), _ends("`ac1`", "coefficient")


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree on codes of places that at least two of them coded."""

    level: Annotated[str, Column("place at which a code is given or not", key=True, values=tuple(Level))]
    frame: Annotated[str, Column("whether unmarked places count", key=True, values=tuple(Frame))]
    domain: DomainOrAll
    code: _CodeOrAll
    group: GroupOrAll
    one: _CoderOrAll
    other: _CoderOrAll
    coders: Annotated[int, Column("coders of these places", "coders")]
    participants: Annotated[int, Column("participants with such places", "participants")]
    units: Annotated[int, Column("pairs of such a place and a code", "units")]
    prevalence: Annotated[
        float | None, Column("prevalence index: judgements that give a code less the others, of all", "share", _WHY)
    ]
    bias: Annotated[
        float | None,
        Column("bias index: how much more often one of two coders gives a code", "share of units", "not two coders"),
    ]
    observed: Annotated[float | None, Column("agreement of two coders, the mean over units", "share", _WHY)]
    observed_low: Annotated[float | None, _OBSERVED[0]]
    observed_high: Annotated[float | None, _OBSERVED[1]]
    positive: Annotated[
        float | None, Column("of all times a coder gave it, how often another one did, too", "share", "nobody gave it")
    ]
    positive_low: Annotated[float | None, _POSITIVE[0]]
    positive_high: Annotated[float | None, _POSITIVE[1]]
    negative: Annotated[
        float | None,
        Column("of all times a coder did not give it, how often another one did not", "share", "everybody gave it"),
    ]
    negative_low: Annotated[float | None, _NEGATIVE[0]]
    negative_high: Annotated[float | None, _NEGATIVE[1]]
    alpha: Annotated[float | None, Column("Krippendorff's alpha, nominal", "coefficient", _WHY)]
    alpha_low: Annotated[float | None, _ALPHA[0]]
    alpha_high: Annotated[float | None, _ALPHA[1]]
    kappa: Annotated[float | None, Column("Fleiss' kappa; of two coders Scott's pi", "coefficient", _WHY)]
    kappa_low: Annotated[float | None, _KAPPA[0]]
    kappa_high: Annotated[float | None, _KAPPA[1]]
    cohen: Annotated[float | None, Column("Cohen's kappa", "coefficient", "more than two coders, or undefined")]
    cohen_low: Annotated[float | None, _COHEN[0]]
    cohen_high: Annotated[float | None, _COHEN[1]]
    ac1: Annotated[float | None, Column("Gwet's AC1", "coefficient", _WHY)]
    ac1_low: Annotated[float | None, _AC1[0]]
    ac1_high: Annotated[float | None, _AC1[1]]
    pabak: Annotated[float | None, Column("prevalence- and bias-adjusted kappa", "coefficient", _WHY)]
    undefined: _Undefined


class Period(StrEnum):
    """What is compared over time."""

    AGAIN = "again"  # what one coder said first with what the same coder said later
    EARLIER = "earlier"  # two coders, of the half of the participants whose coding was done first
    LATER = "later"


@dataclass(frozen=True, slots=True)
class OverTime:
    """How far a coder agrees with what the same coder said before, and coders with each other as time goes on."""

    period: Annotated[str, Column("what is compared", key=True, values=tuple(Period))]
    one: _CoderOrAll
    other: _CoderOrAll
    participants: Annotated[int, Column("participants who are compared", "participants")]
    units: Annotated[int, Column("pairs of such a participant and a code", "units")]
    observed: Annotated[float | None, Column("agreement, the mean over units", "share", _WHY)]
    positive: Annotated[
        float | None,
        Column("of all times a code was given, how often it was again", "share", "nobody gave it"),
    ]
    alpha: Annotated[float | None, Column("Krippendorff's alpha, nominal", "coefficient", _WHY)]
    alpha_low: Annotated[float | None, _ALPHA[0]]
    alpha_high: Annotated[float | None, _ALPHA[1]]
    ac1: Annotated[float | None, Column("Gwet's AC1", "coefficient", _WHY)]
    undefined: _Undefined


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What one coder said of a code of a participant on which coders disagree."""

    domain: Domain
    code: Code
    group: Group
    participant: _Person
    coder: _Coder
    codings: Annotated[int, Column("codings of the participant with this code by the coder", "codings")]


@dataclass(frozen=True, slots=True)
class DisputedSegment:
    """What one coder said of a code of a segment on which coders disagree, with the place of the segment."""

    domain: Domain
    code: Code
    group: Group
    participant: _Person
    document: Annotated[str, Column("pseudonym of the document in the coder's export", key=True, made=Made.PSEUDONYM)]
    start: Annotated[int, Column("first position of the segment", "as `counts`", key=True)]
    end: Annotated[
        int, Column("last paragraph of the segment, or the first character behind it", "as `counts`", key=True)
    ]
    counts: Annotated[str, Column("what positions count", values=(Level.CHARACTER, Level.PARAGRAPH))]
    coder: _Coder
    given: Annotated[bool, Column("whether the coder gave the segment this code")]


class Outcome(StrEnum):
    """What became of a participant who was drawn for double coding, or was coded by two."""

    AS_DRAWN = "coded by two as drawn"
    BY_OTHERS = "coded by two, by others than drawn"
    BEFORE = "coded by two before the draw"
    NOT_YET = "drawn, not coded by two"
    NOT_DRAWN = "coded by two, not drawn"


@dataclass(frozen=True, slots=True)
class Planned:
    """A participant who was drawn for double coding, under pseudonyms."""

    group: Group
    participant: _Person
    second_coder: Annotated[str, Column("pseudonym of who is to code it", empty="anybody else", made=Made.PSEUDONYM)]
    coders_before: Annotated[int, Column("coders of the participant when it was drawn", "coders")]
    share: Annotated[float, Column("share of each group that was drawn", "share of participants")]
    seed: Annotated[int, Column("seed of the draw")]


@dataclass(frozen=True, slots=True)
class DoubleCoding:
    """A participant who was drawn for double coding, or coded by two, and what happened."""

    group: Group
    participant: _Person
    outcome: Annotated[str, Column("whether it was drawn, and whether two coded it", values=tuple(Outcome))]
    coders: Annotated[int, Column("coders of the participant", "coders")]
    coders_before: Annotated[int | None, Column("coders of it when it was drawn", "coders", "it was not drawn")]
    share: Annotated[float | None, Column("share of each group that was drawn", "share", "it was not drawn")]
    seed: Annotated[int | None, Column("seed of the draw", empty="it was not drawn")]
