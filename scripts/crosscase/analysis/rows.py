"""The tables of the analysis: a class a table, a field a column, as in `storage.schemas`."""

from dataclasses import dataclass
from typing import Annotated

from crosscase.storage.schemas import State
from crosscase.storage.table_columns import Column, Made

ALL = "(all)"  # groups, or domains
Domain = Annotated[str, Column("id of the domain, as in study.yaml", key=True, made=Made.STATED)]
Code = Annotated[str, Column("id of the code, as in the codebook", key=True, made=Made.STATED)]
Group = Annotated[str, Column("code of the group, as in study.yaml", key=True, made=Made.STATED)]
GroupOrAll = Annotated[
    str,
    Column(f"code of the group, as in study.yaml; {ALL}: all groups", key=True, made=Made.STATED, also=(ALL,)),
]
DomainOrAll = Annotated[
    str,
    Column(f"id of the domain, as in study.yaml; {ALL}: all domains", key=True, made=Made.STATED, also=(ALL,)),
]
_NOTHING = "not coded, or unknown"
_UNUSED = "the study does not use saturation"
_NO_INTERVAL = "no estimate, or it is that of the codes raised"


@dataclass(frozen=True, slots=True)
class CellWorth:
    """What the mark of one cell rests on, and what another draw of participants would have shown."""

    domain: Domain
    code: Code
    group: Group
    state: Annotated[str, Column("whether a participant of the group raised the code", values=tuple(State))]
    participants: Annotated[int | None, Column("participants who raised the code", "participants", _NOTHING)]
    interviewed: Annotated[int, Column("participants of the group who were interviewed", "participants")]
    share: Annotated[float | None, Column("participants who raised the code", "share of interviewed", _NOTHING)]
    low: Annotated[
        float | None, Column("lower end of the share's 95 per cent interval", "share of interviewed", _NOTHING)
    ]
    high: Annotated[
        float | None, Column("upper end of the share's 95 per cent interval", "share of interviewed", _NOTHING)
    ]
    most_if_nobody: Annotated[
        float | None,
        Column(
            "largest share that nobody raising it is compatible with, one-sided 95 per cent",
            "share",
            f"somebody raised it, {_NOTHING}",
        ),
    ]
    fragile: Annotated[bool, Column("whether the mark rests on one participant: without that one it is absent")]
    rarefied: Annotated[
        float | None,
        Column("chance of the mark with as many of the interviews as the smallest group has", "probability", _NOTHING),
    ]


@dataclass(frozen=True, slots=True)
class TotalWorth:
    """The number of groups that have a code, under several rules and with fewer interviews."""

    domain: Domain
    code: Code
    groups: Annotated[int, Column("groups whose material was coded for the domain", "groups")]
    total: Annotated[int, Column("groups in which at least one participant raised the code", "groups")]
    at_least_two: Annotated[int, Column("groups in which at least two participants did", "groups")]
    at_least_tenth: Annotated[int, Column("groups in which at least 10 per cent of the interviewed did", "groups")]
    at_least_quarter: Annotated[int, Column("groups in which at least 25 per cent of the interviewed did", "groups")]
    fragile: Annotated[int, Column("groups whose mark rests on one participant", "groups")]
    drawn: Annotated[int, Column("interviews of the smallest group that was coded for the domain", "participants")]
    expected: Annotated[float, Column("expected total with so many interviews in each group", "groups")]
    deviation: Annotated[
        float, Column("standard deviation of that total over all such choices of interviews", "groups")
    ]


@dataclass(frozen=True, slots=True)
class Completeness:
    """How complete the codes of a group are, in a domain or over all domains that were coded for it."""

    domain: DomainOrAll
    group: GroupOrAll
    interviewed: Annotated[int, Column("participants of the group who were interviewed", "participants")]
    codes: Annotated[int, Column("codes that at least one of them raised", "codes")]
    listed: Annotated[int, Column("codes that the codebook has for them", "codes")]
    raised_once: Annotated[int, Column("of these, codes that one participant raised", "codes")]
    raised_twice: Annotated[int, Column("of these, codes that two participants raised", "codes")]
    coverage: Annotated[float | None, Column("sample coverage of all interviews", "share", "nothing shows it")]
    estimated: Annotated[
        float | None,
        Column("least number of codes in all with more interviews (Chao2)", "codes", f"nothing shows it, or {_UNUSED}"),
    ]
    low: Annotated[
        float | None,
        Column("lower end of its 95 per cent interval", "codes", _NO_INTERVAL),
    ]
    high: Annotated[
        float | None,
        Column("upper end of its 95 per cent interval", "codes", _NO_INTERVAL),
    ]
    base: Annotated[
        float | None,
        Column(
            "coverage at which the groups of the domain are compared",
            "share",
            "no coverage, or one interview exceeds it",
        ),
    ]
    interviews_at_base: Annotated[
        float | None, Column("interviews of the group that reach that coverage", "participants", "as `base`")
    ]
    codes_at_base: Annotated[float | None, Column("codes expected in so many interviews", "codes", "as `base`")]


@dataclass(frozen=True, slots=True)
class Accumulated:
    """The codes expected after so many interviews of a group, over all orders of the interviews."""

    domain: DomainOrAll
    group: GroupOrAll
    interviews: Annotated[int, Column("interviews, drawn at random", "participants", key=True)]
    codes: Annotated[float, Column("expected number of different codes", "codes")]
    deviation: Annotated[float, Column("standard deviation of that number", "codes")]
    coverage: Annotated[float | None, Column("sample coverage of so many interviews", "share", "nothing shows it")]
    new_in_run: Annotated[
        float | None,
        Column(
            "new codes expected in the next two interviews, of those in the first four",
            "share",
            f"no such interviews, or {_UNUSED}",
        ),
    ]


@dataclass(frozen=True, slots=True)
class Cooccurrence:
    """Two codes that at least one participant raised both."""

    one: Annotated[str, Column("id of a code, as in the codebook", key=True, made=Made.STATED)]
    other: Annotated[str, Column("id of a later code, as in the codebook", key=True, made=Made.STATED)]
    raised_one: Annotated[int, Column("participants who raised the first code", "participants")]
    raised_other: Annotated[int, Column("participants who raised the second code", "participants")]
    raised_both: Annotated[int, Column("participants who raised both", "participants")]
    jaccard: Annotated[float, Column("those who raised both, of those who raised either", "share")]
    passages: Annotated[int, Column("passages with both codes, where the export has places", "passages")]


@dataclass(frozen=True, slots=True)
class CommonHolder:
    """A participant who raised both codes of a pair."""

    one: Annotated[str, Column("id of a code, as in the codebook", key=True, made=Made.STATED)]
    other: Annotated[str, Column("id of a later code, as in the codebook", key=True, made=Made.STATED)]
    participant: Annotated[str, Column("pseudonym of a participant who raised both", key=True, made=Made.PSEUDONYM)]
    group: Annotated[
        str,
        Column("code of a group in which the participant raised one of them", key=True, made=Made.STATED),
    ]


@dataclass(frozen=True, slots=True)
class Similarity:
    """How alike two groups are by the codes that are present in them."""

    one: Annotated[str, Column("code of a group, as in study.yaml", key=True, made=Made.STATED)]
    other: Annotated[str, Column("code of a later group, as in study.yaml", key=True, made=Made.STATED)]
    both: Annotated[int, Column("codes present in both groups", "codes")]
    either: Annotated[int, Column("codes present in at least one of them, of domains coded for both", "codes")]
    jaccard: Annotated[float | None, Column("codes in both, of those in either", "share", "no code in either")]
    merged_at: Annotated[
        float | None,
        Column("height at which average linkage merges them", "1 - Jaccard", "some groups cannot be compared"),
    ]
