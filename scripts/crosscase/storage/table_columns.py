"""The columns of a row class: names, types, meanings, units, and the meaning of an empty value.

Each column is described once, beside its type: `count: Annotated[int, Column("how many", unit="codings")]`. This gives
the Arrow schema that `files` checks at every border (`arrow_schemas`), the data package beside the results, the help
of the frames for notebooks and the tables of `docs/api.md`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

_BOOLEANS = {"True": True, "False": False}


class Made(StrEnum):
    """What the pipeline itself writes into a column of text. The leak search holds each value to it."""

    PSEUDONYM = "pseudonym"
    ID = "id"  # a part of a digest
    IDS = "ids"  # several of them
    STATED = "stated"  # a text of study.yaml or of the codebook
    COMPOSED = "composed"  # a sentence made of such texts and numbers
    OUTSIDE = "outside"  # anything: words of an export may be in it


@dataclass(frozen=True, slots=True)
class Column:
    """The content of a column."""

    meaning: str
    unit: str = ""  # of a number
    empty: str = ""  # meaning of an empty value; without it no value is empty
    key: bool = False  # part of the key: no two rows have the same key
    values: tuple[str, ...] = ()  # all values that can occur; without it any value of the type
    made: Made = Made.OUTSIDE  # of a text without `values`
    also: tuple[str, ...] = ()  # values beside the texts of the study
    optional: bool = False  # a file in which no row has a value lacks the column; such columns are the last ones


@dataclass(frozen=True, slots=True)
class NamedColumn:
    """A column of a row class: its name, type and description."""

    name: str
    type: Any  # str, int, float, bool or a list of one of them
    nullable: bool
    about: Column


def describe(row: type) -> list[NamedColumn]:
    """The columns of a row class, in order. Raises TypeError if one has no description."""
    return list(_columns(row))


@cache  # asked for each row of a CSV file
def _columns(row: type) -> tuple[NamedColumn, ...]:
    return tuple(_described(row))


def _described(row: type) -> Iterator[NamedColumn]:
    for name, annotation in get_type_hints(row, include_extras=True).items():
        if get_origin(annotation) is not Annotated:
            raise TypeError(f"{row.__name__}.{name} has no description")
        kind, about = get_args(annotation)
        nullable = isinstance(kind, UnionType)
        inner = next(part for part in get_args(kind) if part is not type(None)) if nullable else kind
        yield NamedColumn(name, inner, nullable, about)


def sentence(column: NamedColumn) -> str:
    """The content of a column, as a sentence."""
    about = column.about
    meaning = f"{about.meaning}; empty: {about.empty}" if about.empty else about.meaning
    return f"{meaning[0].upper()}{meaning[1:]}."


def names(row: type) -> tuple[str, ...]:
    """Names of the columns of a row class, in order."""
    return tuple(field.name for field in fields(row))


def optional_columns(row: type) -> frozenset[str]:
    """The columns that a file may lack."""
    return frozenset(column.name for column in _columns(row) if column.about.optional)


def unused(row: type, rows: Iterable[object]) -> frozenset[str]:
    """The optional columns in which no row has a value."""
    optional = optional_columns(row)
    for item in rows if optional else ():
        optional = frozenset(name for name in optional if getattr(item, name) is None)
    return optional


def from_text(row: type, texts: dict[str, str]) -> dict[str, Any]:
    """The fields of a row class from their text in a CSV file; an empty text is None where allowed."""
    values: dict[str, Any] = {}
    for column in _columns(row):
        text = texts.get(column.name, "") if column.about.optional else texts[column.name]
        read = _BOOLEANS.__getitem__ if column.type is bool else column.type
        values[column.name] = None if column.nullable and not text else read(text)
    return values
