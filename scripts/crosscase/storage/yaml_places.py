"""Where each text of a YAML file stands: the keys above it, and its line."""

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from crosscase.storage import yaml_files

_CALLED = ("code", "id")  # keys by which an item of a list goes


class PlacedText(NamedTuple):
    """A key or a value that is text."""

    place: str  # the keys with dots between; an item of a list goes by its code or id, else by its number
    line: int
    text: str
    is_key: bool


def texts_in(path: str) -> list[PlacedText]:
    """All texts of a file. Raises StudyError where it is no mapping that can be read."""
    yaml_files.read_mapping(path)  # what stands in it is bounded, also behind aliases
    return list(_texts(yaml_files.nodes(path), ""))


def _texts(node: yaml.Node | None, place: str) -> Iterator[PlacedText]:
    if isinstance(node, yaml.ScalarNode) and node.tag == yaml_files.TEXT:
        yield PlacedText(place, node.start_mark.line + 1, node.value, False)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = f"{place}.{key.value}".strip(".")
            yield PlacedText(below, key.start_mark.line + 1, key.value, True)
            yield from _texts(value, below)
    elif isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            yield from _texts(item, f"{place}.{_called(item) or number}")


def _called(item: yaml.Node) -> str:
    pairs = item.value if isinstance(item, yaml.MappingNode) else []
    found = {key.value: value.value for key, value in pairs if isinstance(value, yaml.ScalarNode)}
    return next((found[key] for key in _CALLED if key in found), "")
