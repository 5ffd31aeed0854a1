"""A slice of the study: the few facts that a step uses, as Snakemake passes and compares them.

A rule takes the slice, its script restores it. A step thus reruns when a fact of its slice changes, and only then;
a fact that the slice does not hold cannot be read by mistake, since `Study` then says what is missing.
"""

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from crosscase.study.facts import Study


def take(study: Study, *names: str, export: str | None = None) -> dict[str, Any]:
    """The named fields of a study as plain data. With `export`, `exports` has that export only."""
    plain = {name: _plain(getattr(study, name)) for name in names}
    if export is not None:
        plain["exports"] = {export: _plain(study.exports[export])}
    return plain


def restore(plain: Mapping[str, Any]) -> Study:
    """The study of a slice. Reading a field that is not in the slice raises AttributeError."""
    annotations = get_type_hints(Study)
    study = object.__new__(Study)
    for name, value in plain.items():
        object.__setattr__(study, name, _typed(annotations[name], value))
    return study


def replaced(study: Study, **facts: Any) -> Study:
    """A study, whole or of a slice, with other facts in the place of some."""
    changed = object.__new__(Study)
    kept = {name: getattr(study, name) for name in Study.__dataclass_fields__ if hasattr(study, name)}
    for name, value in {**kept, **facts}.items():
        object.__setattr__(changed, name, value)
    return changed


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _typed(annotation: Any, value: Any) -> Any:
    """A value of plain data in the type of its field: a dataclass, a list or mapping of such, or as it is."""
    if isinstance(annotation, type) and is_dataclass(annotation):
        return annotation(**value)
    if get_origin(annotation) is list:
        return [_typed(get_args(annotation)[0], item) for item in value]
    if get_origin(annotation) is dict:
        return {key: _typed(get_args(annotation)[1], item) for key, item in value.items()}
    return value
