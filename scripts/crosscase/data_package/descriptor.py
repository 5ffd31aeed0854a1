"""The descriptor of a Data Package (version 1): of each table its types, units, keys and missing values.

Frictionless in Python and R, and data repositories, read it as `datapackage.json`. A table of which nothing is known is
listed with its path and format alone.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from crosscase.data_package import result_tables
from crosscase.data_package.result_tables import CELLS, ResultTable
from crosscase.storage import table_columns
from crosscase.storage.table_columns import NamedColumn
from crosscase.study.facts import Compare, Study

FILE = "datapackage.json"
ENDINGS = {".csv": "text/csv", ".parquet": "application/vnd.apache.parquet"}
_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}
_CELL = ("domain", "code", "group")
_PARTICIPANTS = "data/participants.csv"


def is_table(path: str) -> bool:
    """Whether a file is a table that a descriptor describes."""
    return PurePosixPath(path).suffix in ENDINGS


def describe(
    paths: Iterable[str], study: Study, base: str = "", columns: Mapping[str, Sequence[str]] | None = None
) -> dict[str, Any]:
    """The descriptor of some tables, sorted by path. Their paths in it are relative to `base`.

    `study` needs id, title, synthetic_note, groups, compare and domains. `columns` names, by path, the columns of
    a table that has only some of its row class, in their order.
    """
    tables = {path: result_tables.describe(path, study) for path in sorted(paths)}
    for path, names in (columns or {}).items():
        if table := tables.get(path):
            known = {column.name: column for column in table.columns}
            tables[path] = ResultTable([known[name] for name in names], table.missing)
    described = {path for path, table in tables.items() if table}
    about = {"name": study.id, "title": study.title, "description": study.synthetic_note}
    return {
        "profile": "data-package",
        **{key: value for key, value in about.items() if value},
        "resources": [_resource(path, table, base, described, study) for path, table in tables.items()],
    }


def _resource(
    path: str, table: ResultTable | None, base: str, described: Collection[str], study: Study
) -> dict[str, Any]:
    ending = PurePosixPath(path).suffix
    resource: dict[str, Any] = {
        "name": _name(path, base),
        "path": path.removeprefix(base),
        "format": ending[1:],
        "mediatype": ENDINGS[ending],
    }
    if ending == ".csv":
        resource["encoding"] = "utf-8"
    if table is None:
        return resource
    profile = {"profile": "tabular-data-resource"} if ending == ".csv" else {}
    return {**resource, **profile, "schema": _schema(path, table, base, described, study)}


def _name(path: str, base: str) -> str:
    return path.removeprefix(base).lower().replace("/", ".")


def _schema(path: str, table: ResultTable, base: str, described: Collection[str], study: Study) -> dict[str, Any]:
    key = [column.name for column in table.columns if column.about.key]
    single = [column.name for column in table.columns if not column.about.also]  # rows of all groups refer to no cell
    references = list(_references(path, single, base, described, study.compare))
    return {
        "fields": [_field(column, study) for column in table.columns],
        "missingValues": list(table.missing),
        **({"primaryKey": key} if key else {}),
        **({"foreignKeys": references} if references else {}),
    }


def _field(column: NamedColumn, study: Study) -> dict[str, Any]:
    about = column.about
    constraints: dict[str, Any] = {} if about.empty else {"required": True}
    if values := list(about.values) or _known(column.name, study):
        constraints["enum"] = [*values, *about.also]
    return {
        "name": column.name,
        # A list is `any`: frictionless refuses it as an `array`, since pandas reads it from Parquet as one of numpy.
        "type": _TYPES.get(column.type, "any"),
        "description": table_columns.sentence(column),
        **({"unit": about.unit} if about.unit else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _known(name: str, study: Study) -> list[str]:
    """What can stand in a column of groups or domains."""
    groups = [group.code for group in study.groups]
    known = {"group": groups, study.compare.one: groups, "domain": [domain.id for domain in study.domains]}
    return known.get(name, [])


def _references(
    path: str, columns: Sequence[str], base: str, described: Collection[str], compare: Compare
) -> Iterator[dict[str, Any]]:
    """A row that is about a cell, or about a participant, refers to it."""
    cell = [compare.one if name == "group" and compare.one in columns else name for name in _CELL]
    if not path.startswith(CELLS) and f"{CELLS}.csv" in described and set(cell) <= set(columns):
        yield {"fields": cell, "reference": {"resource": _name(f"{CELLS}.csv", base), "fields": list(_CELL)}}
    person = ["participant", "group"]
    if path != _PARTICIPANTS and _PARTICIPANTS in described and set(person) <= set(columns):
        yield {"fields": person, "reference": {"resource": _name(_PARTICIPANTS, base), "fields": person}}
