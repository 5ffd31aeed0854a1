"""The rows that pass between the steps, each described once.

A class is a table, a field is a column; a field that allows None is a column that may be empty.
`arrow` turns a class into the Arrow schema that `files` checks at every border.
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Participant:
    """A person of the register, under a pseudonym."""

    participant: str  # pseudonym
    group: str  # code of the country, as in study.yaml
    variables: list[str]  # categories of the sample's variables, in the order of study.yaml
    consent_to_quote: bool
    locator: str  # row of the register


@dataclass(frozen=True, slots=True)
class AnonymisedCoding:
    """A code applied to a passage, in the words of the tool but without the people."""

    segment_id: str  # digest of the export's digest and the locator
    export: str
    document: str  # pseudonym
    participant: str | None  # pseudonym; None: the document is not in the register
    stated_groups: list[str]  # what the export itself says, before it is understood
    code_path: list[str]  # names from the root of the code tree to the code
    coder: str | None  # pseudonym
    start: int | None  # place in the document as the tool counts: characters, bytes, paragraphs
    end: int | None
    text: str | None  # redacted; None: the coding has no words (a picture, a whole document)
    locator: str  # place in the raw export
    fingerprint: str  # the same for two codings that differ in nothing but their locator


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing that the door saw in an export, see `observations`."""

    export: str
    kind: str  # a observations.ObservationKind
    name: str  # pseudonym, redacted name or plain word
    count: int  # codings; of offsets selections
    score: float | None  # of offsets, 0 to 1
    detail: str


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """How many words of an export wait for a person's decision, see `reviews`."""

    export: str
    undecided: int
    decided: int


@dataclass(frozen=True, slots=True)
class ImportedSegment:
    """A coding in the study's vocabulary as far as it could be understood; not yet validated."""

    segment_id: str
    export: str
    document: str
    participant: str | None
    group: str | None  # the register's
    domain: str | None
    code: str | None
    coder: str | None
    start: int | None
    end: int | None
    text: str | None
    locator: str
    fingerprint: str
    stated_code: str  # the code's path as the export writes it
    code_match: str  # a Match
    stated_groups: list[str]  # as the export writes them; empty: it states none


@dataclass(frozen=True, slots=True)
class Segment:
    """A valid coding: one code on one passage of one participant's interview."""

    segment_id: str
    export: str
    document: str
    participant: str
    group: str
    domain: str
    code: str
    coder: str | None
    start: int | None
    end: int | None
    text: str | None
    locator: str


@dataclass(frozen=True, slots=True)
class CellCoding:
    """A valid coding under the cell that it stands behind, without its words."""

    domain: str
    code: str
    group: str
    participant: str
    export: str
    segment_id: str
    document: str
    start: int | None
    end: int | None
    coder: str | None
    locator: str  # place in the raw export
    passage: int  # 1 and up; codings of one participant and code with one number are one segment of the cell


@dataclass(frozen=True, slots=True)
class Mention:
    """In how many segments of one export a participant mentions a code (never 0)."""

    export: str
    participant: str
    group: str
    domain: str
    code: str
    segments: int


class State(StrEnum):
    """What is known of a code in a country."""

    PRESENT = "present"
    ABSENT = "absent"  # coded, and nobody raised it
    NOT_CODED = "not_coded"  # the country's material was never coded for the domain


class Match(StrEnum):
    """How a code's name in an export was understood."""

    LABEL = "label"
    ALIAS = "alias"
    UNCODABLE = "uncodable"  # a domain, or a parent that is not to be coded
    AMBIGUOUS = "ambiguous"  # more than one code has this path
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Cell:
    """A code in a country. Counts are None where the domain was not coded."""

    domain: str
    code: str
    group: str
    state: str  # a State
    participants: int | None  # who raised it
    interviewed: int
    segments: int | None


@dataclass(frozen=True, slots=True)
class SampleCount:
    """How many participants of the study fall in one category."""

    variable: str
    category: str
    participants: int
    percent: float  # of all participants, one decimal


@dataclass(frozen=True, slots=True)
class SampleCell:
    """How many participants of a country fall in one broader category, or that this is not published."""

    variable: str
    category: str  # a broader one, where study.yaml has it
    group: str
    participants: int | None  # None: suppressed
    least: int  # what the published numbers say of it all the same
    most: int


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that a person should look at, with its place in the raw file."""

    severity: str  # error, warning or note
    check: str
    export: str  # empty: the study as a whole
    locator: str
    value: str
    message: str
    suggestion: str
    left_out: int  # codings that this issue keeps out of the segments; a coding is counted once


@dataclass(frozen=True, slots=True)
class Balance:
    """What became of the codings of an export: codings = segments + left_out."""

    export: str
    codings: int
    segments: int
    left_out: int
    errors: int
    warnings: int
    notes: int


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """A code of the codebook."""

    code: str
    domain: str
    label: str
    definition: str
    parent: str  # empty: directly under the domain
    path: list[str]  # labels from the root to the code, the domain's title not included
    codable: bool
    aliases: list[str]


@dataclass(frozen=True, slots=True)
class PublishedCheck:
    """A printed number beside the rebuilt one."""

    table: str
    row: str
    quantity: str
    printed: float | None
    printed_elsewhere: float | None  # the print's other number for the same thing, if it has one
    rebuilt: float
    verdict: str  # a published.Verdict
    remark: str


@dataclass(frozen=True, slots=True)
class Exposure:
    """A published number that says something of single people, or one that was kept back."""

    check: str  # a disclosure.Check
    table: str  # a domain, or a variable of the sample
    row: str  # a code or a category
    group: str  # empty: all
    participants: int | None  # None: suppressed
    of: int  # participants of the country, or of the study
    remark: str


_ARROW = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


def _arrow_type(annotation: Any) -> pa.DataType:
    if get_origin(annotation) is list:
        return pa.list_(_ARROW[get_args(annotation)[0]])
    return _ARROW[annotation]


def arrow(row: type) -> pa.Schema:
    """Arrow schema of a row class: one column a field, nullable where the field allows None."""
    columns = []
    for name, annotation in get_type_hints(row).items():
        nullable = isinstance(annotation, UnionType)
        inner = next(a for a in get_args(annotation) if a is not type(None)) if nullable else annotation
        columns.append(pa.field(name, _arrow_type(inner), nullable))
    return pa.schema(columns)


def columns(row: type) -> tuple[str, ...]:
    """Names of the columns of a row class, in order."""
    return tuple(field.name for field in fields(row))


def typed(row: type, fields: dict[str, str]) -> dict[str, Any]:
    """The fields of a row class from their text in a CSV file; an empty text is None where allowed."""
    values: dict[str, Any] = {}
    for name, annotation in get_type_hints(row).items():
        kinds = [kind for kind in get_args(annotation) or (annotation,) if kind is not type(None)]
        optional = isinstance(annotation, UnionType)
        values[name] = None if optional and not fields[name] else kinds[0](fields[name])
    return values
