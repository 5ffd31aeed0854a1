"""The texts of study.yaml, labels.yaml and CITATION.cff that the team wrote, with their places.

The keys of the schema, the values that it lists and the keys of labels are the same in every study, so they tell of
nobody: a participant may be called Mark. The names of authors in the citation file are no such texts.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from crosscase.messages.wording import joined
from crosscase.running.pipeline import SCHEMA
from crosscase.storage import yaml_files, yaml_places
from crosscase.storage.yaml_places import PlacedText
from crosscase.study import citation_texts, own_labels
from crosscase.study.facts import CONFIG


def find() -> Iterator[tuple[str, PlacedText]]:
    """Each text with its file. Raises StudyError if a file cannot be read."""
    keys, values = _of_schema()
    for file in (CONFIG, own_labels.PATH):
        if Path(file).is_file():
            for found in yaml_places.texts_in(file):
                is_given = (file == own_labels.PATH or found.text in keys) if found.is_key else found.text in values
                if not is_given:
                    yield file, found
    yield from ((citation_texts.FILE, found) for found in citation_texts.written())


def keys_of(file: str, place: str) -> str:
    """The keys of a place that tell nothing of its study: without ids, codes and names that the team gave."""
    keys, _ = _of_schema()
    parts = (part for part in place.split(".") if not part.isdecimal())
    return ".".join(part for part in parts if file != CONFIG or part in keys)


def with_keys(lines: str, keys: Iterable[str]) -> str:
    """Lines of a file with the keys above their texts: line 24 (`abstract`)."""
    named = joined(f"`{key}`" for key in sorted({key for key in keys if key}))
    return f"{lines} ({named})" if lines and named else lines or named


@cache
def _of_schema() -> tuple[frozenset[str], frozenset[str]]:
    """The keys of the schema, and the values that it lists."""
    keys: set[str] = set()
    values: set[str] = set()
    unseen: list[Any] = [yaml_files.read_mapping(str(SCHEMA))]
    while unseen:
        part = unseen.pop()
        if isinstance(part, Mapping):
            keys.update(part["properties"] if isinstance(part.get("properties"), Mapping) else ())
            values.update(value for value in (*part.get("enum", ()), part.get("const")) if isinstance(value, str))
            unseen += part.values()
        elif isinstance(part, list):
            unseen += part
    return frozenset(keys), frozenset(values)
