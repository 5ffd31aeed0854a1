"""The tables between the steps, each described once.

A class describes a table and a field a column; a field that allows None is a column that may be empty.
`table_columns` reads the descriptions.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated

from crosscase.storage import shared_columns as shared
from crosscase.storage.table_columns import Column, Made


class State(StrEnum):
    """What is known of a code in a group."""

    PRESENT = "present"
    ABSENT = "absent"  # coded, and nobody raised it
    NOT_CODED = "not_coded"  # the group's material was never coded for the domain
    UNKNOWN = "unknown"  # no coding of the group in the domain, and nobody declares whether it was coded
    NOT_ASKED = "not_asked"  # no participant of the group was asked about the domain


COUNTED = (State.PRESENT, State.ABSENT)  # the states of cells that have counts


class Match(StrEnum):
    """How a code's name in an export was matched to the codebook."""

    LABEL = "label"
    ALIAS = "alias"
    UNCODABLE = "uncodable"  # a domain, or a parent code that is not codable
    AMBIGUOUS = "ambiguous"  # more than one code has this path
    UNKNOWN = "unknown"


_NO_COUNT = "not coded, nobody was asked, or unknown"


@dataclass(frozen=True, slots=True)
class Participant:
    """A participant of the register, under a pseudonym, in one group."""

    participant: Annotated[str, Column("pseudonym of the participant", key=True, made=Made.PSEUDONYM)]
    group: Annotated[str, Column("code of the group, as in study.yaml", key=True, made=Made.STATED)]
    variables: Annotated[list[str], Column("categories of the variables of the sample, in the order of study.yaml")]
    consent_to_quote: Annotated[bool, Column("whether the participant agreed to be quoted")]
    # Beside the variables it also keeps the digest of this table, which is published, from being guessed.
    seed: Annotated[str, Column("secret of the study for its draws, the same for every participant")] = ""
    not_asked: Annotated[
        list[str], Column("ids of the domains about which the guide says that the participant was not asked")
    ] = field(default_factory=list)
    place: Annotated[
        int | None,
        Column("place in the stated order of the interviews", "interviews", "no order is stated, or none is known"),
    ] = None


@dataclass(frozen=True, slots=True)
class AnonymisedCoding:
    """A code applied to a passage, in the terms of the tool, with people replaced by pseudonyms."""

    segment_id: shared.SegmentId
    export: shared.Export
    document: shared.Document
    participant: shared.MaybePerson
    stated_groups: Annotated[list[str], Column("groups that the export itself states, before they are understood")]
    code_path: Annotated[list[str], Column("names from the root of the code tree to the code")]
    coder: shared.Coder
    start: shared.Start
    end: shared.End
    text: shared.Text
    fingerprint: shared.Fingerprint
    place: shared.Place = None
    group: shared.MaybeGroup = None
    day: shared.Day = None
    left_out: shared.WordsLeftOut = None


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing that anonymisation saw in an export, see `observations`."""

    export: shared.Export
    kind: Annotated[str, Column("what was observed")]  # an observations.ObservationKind
    name: Annotated[str, Column("pseudonym, redacted name or plain text", empty="the export as a whole")]
    count: Annotated[int, Column("how many codings it has; of offsets, how many were checked", "codings")]
    score: Annotated[float | None, Column("share of the offsets that fit, 0 to 1", empty="it is not about offsets")]
    detail: Annotated[str, Column("what else is known of it", empty="nothing")]


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """How many words of an export wait for a decision in the review, see `reviews`."""

    export: shared.Export
    undecided: Annotated[int, Column("words that wait for a decision", "words")]
    decided: Annotated[int, Column("words that were decided", "words")]
    documents: Annotated[int, Column("of the undecided: documents without usable capital letters", "documents")] = 0
    unfound: Annotated[int, Column("words that no rule had found and a decision replaced", "occurrences")] = 0


@dataclass(frozen=True, slots=True)
class AppliedDecision:
    """A decision of the review that was applied in an export, without the words that it is about."""

    export: shared.Export
    decision: Annotated[str, Column("id of the decision, the same in every export in which it was applied")]
    choice: Annotated[str, Column("what was decided")]  # a reviews.Choice
    where: Annotated[str, Column("where it holds")]  # a reviews.Where
    whole_document: Annotated[bool, Column("whether it is about a document without usable capital letters")]
    reviewer: Annotated[str, Column("digest of who decided, made with the study's key")]
    listed_left: Annotated[int, Column("listed names in small letters that it left in place", "occurrences")] = 0
    in_doubt: Annotated[bool, Column("whether it was about words in doubt, not only about others")] = True


@dataclass(frozen=True, slots=True)
class Segment:
    """A valid coding: one code on one passage of one participant's interview."""

    segment_id: shared.SegmentId
    export: shared.Export
    document: shared.Document
    participant: shared.Person
    group: shared.Group
    domain: shared.Domain
    code: shared.Code
    coder: shared.Coder
    start: shared.Start
    end: shared.End
    text: shared.Text
    place: shared.Place = None
    day: shared.Day = None
    left_out: shared.WordsLeftOut = None


@dataclass(frozen=True, slots=True)
class CellCoding:
    """A valid coding under the cell that counts it, without its words."""

    domain: shared.Domain
    code: shared.Code
    group: shared.Group
    participant: shared.Person
    export: Annotated[str, Column("name of the export, as in study.yaml", key=True, made=Made.STATED)]
    segment_id: Annotated[str, Column(shared.ID_OF_CODING, key=True, made=Made.ID)]
    document: shared.Document
    start: shared.Start
    end: shared.End
    coder: shared.Coder
    passage: Annotated[
        int, Column("number of the passage, from 1; codings of a participant and code with one number count once")
    ]


@dataclass(frozen=True, slots=True)
class Mention:
    """The number of segments of one export in which a participant mentions a code (never 0)."""

    export: Annotated[str, Column("name of the export, as in study.yaml", key=True, made=Made.STATED)]
    participant: Annotated[str, Column("pseudonym of the participant", key=True, made=Made.PSEUDONYM)]
    group: Annotated[str, Column("code of the group, as in study.yaml", key=True, made=Made.STATED)]
    domain: shared.Domain
    code: Annotated[str, Column("id of the code, as in the codebook", key=True, made=Made.STATED)]
    segments: Annotated[int, Column("segments in which the participant mentions the code, at least 1", "segments")]
    codings: Annotated[int, Column("valid codings of these segments; more if several people coded one", "codings")]


@dataclass(frozen=True, slots=True)
class Cell:
    """A code in a group. Counts are None if the domain was not coded, nobody was asked, or that is unknown."""

    domain: Annotated[str, Column("id of the domain, as in study.yaml", key=True, made=Made.STATED)]
    code: Annotated[str, Column("id of the code, as in the codebook", key=True, made=Made.STATED)]
    group: Annotated[str, Column("code of the group, as in study.yaml", key=True, made=Made.STATED)]
    state: Annotated[str, Column("whether a participant of the group raised the code", values=tuple(State))]
    participants: Annotated[int | None, Column("participants who raised the code", "participants", _NO_COUNT)]
    interviewed: Annotated[
        int, Column("participants of the group who were interviewed, and asked about the domain", "participants")
    ]
    segments: Annotated[int | None, Column("segments in which the code was raised", "segments", _NO_COUNT)]
    not_asked: Annotated[
        int | None,
        Column(
            "participants of the group who were not asked about the domain and said nothing on it",
            "participants",
            "the study has no guide",
            optional=True,
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class SampleCount:
    """The number of participants in one category."""

    variable: shared.Variable
    category: Annotated[str, Column("category of the variable", key=True, made=Made.STATED)]
    participants: Annotated[int, Column("participants in the category", "participants")]
    percent: Annotated[float, Column("share of all participants, one decimal", "per cent")]


@dataclass(frozen=True, slots=True)
class SampleCell:
    """The number of participants of a group in one broader category, or that it is not published."""

    variable: shared.Variable
    category: Annotated[
        str, Column("category of the variable, a broader one where study.yaml has it", key=True, made=Made.STATED)
    ]
    group: Annotated[str, Column("code of the group, as in study.yaml", key=True, made=Made.STATED)]
    participants: Annotated[
        int | None, Column("participants in the category", "participants", "suppressed, to protect participants")
    ]
    least: Annotated[int, Column("smallest number that the published counts allow", "participants")]
    most: Annotated[int, Column("largest number that the published counts allow", "participants")]


@dataclass(frozen=True, slots=True)
class RedactionCount:
    """How often something of one kind was replaced, hidden or decided in an export, or in the study as a whole."""

    export: shared.ExportOrStudy
    part: Annotated[str, Column("what is counted")]  # a redaction_summary.kinds.Part
    kind: Annotated[str, Column("kind of it")]  # one of redaction_summary.kinds.KINDS
    count: Annotated[
        int, Column("how many there are; what several exports share counts once in the study", "those of `part`")
    ]
    passages: Annotated[int | None, Column("coded passages with such words", "passages", "it is no replacement")]


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that a person should check, with its place in the raw file."""

    severity: Annotated[str, Column("how serious it is: an error stops the build", values=("error", "warning", "note"))]
    check: Annotated[str, Column("id of the check that found it")]
    export: shared.ExportOrStudy
    locator: Annotated[
        str,
        Column(
            "place: id of a coding or pseudonym of a participant, or a file of the study", empty="the export as a whole"
        ),
    ]
    value: Annotated[str, Column("value at that place", empty="nothing, or nothing that may be shown")]
    message: Annotated[str, Column("what is wrong")]
    suggestion: Annotated[str, Column("what to do about it", empty="no suggestion")]
    left_out: Annotated[int, Column("codings that it keeps out of the segments; each counts once", "codings")]


@dataclass(frozen=True, slots=True)
class Balance:
    """What became of the codings of an export: codings = segments + left_out."""

    export: shared.ExportOrStudy
    codings: Annotated[int, Column("codings in the raw export", "codings")]
    segments: Annotated[int, Column("valid codings", "codings")]
    merged: Annotated[int, Column("valid codings that count as one segment with another", "codings")]
    left_out: Annotated[int, Column("codings that an issue keeps out", "codings")]
    errors: Annotated[int, Column("issues that are errors", "issues")]
    warnings: Annotated[int, Column("issues that are warnings", "issues")]
    notes: Annotated[int, Column("issues that are notes", "issues")]


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """A code of the codebook."""

    code: Annotated[str, Column("id of the code", key=True, made=Made.STATED)]
    domain: shared.Domain
    label: Annotated[str, Column("label of the code, as in the tables", made=Made.STATED)]
    definition: Annotated[str, Column("what the code means", empty="the codebook has no definition", made=Made.STATED)]
    parent: Annotated[
        str, Column("id of the code above it", empty="it stands directly under the domain", made=Made.STATED)
    ]
    path: Annotated[
        list[str], Column("labels from the root to the code, without the title of the domain", made=Made.STATED)
    ]
    codable: Annotated[bool, Column("whether passages can have the code; otherwise it only holds other codes")]
    aliases: Annotated[list[str], Column("other names of the code in exports", made=Made.STATED)]
    opposite: Annotated[
        str, Column("id of the code that says the opposite", empty="the codebook names none", made=Made.STATED)
    ] = ""


@dataclass(frozen=True, slots=True)
class PublishedCheck:
    """A printed number and the rebuilt one."""

    table: Annotated[str, Column("table of the print", made=Made.COMPOSED)]
    row: Annotated[str, Column("row of that table", made=Made.COMPOSED)]
    quantity: Annotated[str, Column("what the numbers count", made=Made.COMPOSED)]
    printed: Annotated[float | None, Column("the printed number", "that of `quantity`", "the print does not have it")]
    printed_elsewhere: Annotated[
        float | None, Column("another number that the print has for it", "that of `quantity`", "there is no other")
    ]
    rebuilt: Annotated[float, Column("the rebuilt number", "that of `quantity`")]
    verdict: Annotated[str, Column("what the comparison showed")]  # a printed_numbers.Verdict
    remark: Annotated[str, Column("how the numbers differ", empty="nothing to say", made=Made.COMPOSED)]
