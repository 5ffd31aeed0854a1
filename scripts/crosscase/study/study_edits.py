"""Changes of study.yaml as text: an export, a group, another file of an export. All else keeps its bytes.

PyYAML says where a block begins and ends. What is inserted is read again, with the rest, before it is returned.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from crosscase.messages.errors import Problem, StudyError
from crosscase.study.facts import CONFIG

_BY_HAND = "Write it into the file yourself: "


class StudyText:
    """The text of study.yaml while it is changed."""

    def __init__(self, content: bytes) -> None:
        self._mark = "\ufeff" if content.startswith("\ufeff".encode()) else ""
        text = content.decode("utf-8-sig")
        self._ending = "\r\n" if "\r\n" in text else "\n"
        self._text = text.replace("\r\n", "\n")

    def content(self) -> bytes:
        """The changed file."""
        return (self._mark + self._text.replace("\n", self._ending)).encode()

    def add_export(self, name: str, keys: Mapping[str, Any]) -> None:
        """Add an export below the last one. Raises StudyError if the file has another form than usual."""
        exports = self._node("exports")
        lines = [f"{_scalar(name)}:", *(f"  {key}: {_flow(value)}" for key, value in keys.items())]
        if not isinstance(exports, yaml.MappingNode):
            raise self._unusual(lines)
        if exports.flow_style:
            self._insert_in_braces(exports, f"{_scalar(name)}: {_flow(dict(keys))}")
        else:
            indent = " " * exports.value[0][0].start_mark.column
            self._insert_below(exports, [indent + line for line in lines])
        self._check(("exports", name), dict(keys), lines)

    def set_file(self, name: str, file: str) -> None:
        """Name another file of an export."""
        node = self._node("exports", name, "file")
        if not isinstance(node, yaml.ScalarNode) or node.start_mark.line != node.end_mark.line:
            raise self._unusual([f"exports.{name}.file: {file}"])
        lines = self._text.split("\n")
        line = lines[node.start_mark.line]
        lines[node.start_mark.line] = line[: node.start_mark.column] + _scalar(file) + line[node.end_mark.column :]
        self._text = "\n".join(lines)
        self._check(("exports", name, "file"), file, [file])

    def add_group(self, group: Mapping[str, Any]) -> None:
        """Add a group behind the last one."""
        place = next(key for key in ("groups", "countries") if self._node(key) is not None)
        groups = self._node(place)
        lines = [f"- {_flow(dict(group))}"]
        if not isinstance(groups, yaml.SequenceNode):
            raise self._unusual(lines)
        if groups.flow_style:
            self._insert_in_braces(groups, _flow(dict(group)))
        else:
            self._insert_below(groups, [" " * groups.start_mark.column + lines[0]])
        if self._value(place)[-1] != dict(group):
            raise self._unusual(lines)

    def _node(self, *keys: str) -> yaml.Node | None:
        node: yaml.Node | None = yaml.compose(self._text, yaml.SafeLoader)
        for key in keys:
            pairs = node.value if isinstance(node, yaml.MappingNode) else []
            node = next((value for name, value in pairs if name.value == key), None)
        return node

    def _value(self, *keys: str) -> Any:
        found = yaml.load(self._text, yaml.SafeLoader)
        for key in keys:
            found = found[key]
        return found

    def _insert_below(self, block: yaml.Node, new: Sequence[str]) -> None:
        """Insert lines below the last line of a block; comments and empty lines behind it stay behind the new ones."""
        last = _last_leaf(block)
        number = last.end_mark.line + (last.end_mark.column > 0)
        lines = self._text.split("\n")
        lines[number:number] = new
        self._text = "\n".join(lines)

    def _insert_in_braces(self, block: yaml.Node, new: str) -> None:
        lines = self._text.split("\n")
        line, column = block.end_mark.line, block.end_mark.column - 1
        lines[line] = f"{lines[line][:column].rstrip()}, {new}{lines[line][column:]}"
        self._text = "\n".join(lines)

    def _check(self, keys: Sequence[str], value: Any, lines: Sequence[str]) -> None:
        if self._value(*keys) != value:
            raise self._unusual(lines)

    def _unusual(self, lines: Sequence[str]) -> StudyError:
        return StudyError(Problem(CONFIG, "", "it is not written in a usual form", f"{_BY_HAND}{' '.join(lines)}"))


def _last_leaf(node: yaml.Node) -> yaml.Node:
    """The last value of a block, or the block itself if it is in braces."""
    while node.value and not isinstance(node, yaml.ScalarNode) and not node.flow_style:  # type: ignore[attr-defined]
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return node


def _scalar(value: str) -> str:
    return _flow([value])[1:-1]


def _flow(value: object) -> str:
    """A value on one line."""
    text = yaml.safe_dump(value, sort_keys=False, allow_unicode=True, default_flow_style=True, width=10**6)
    return text.removesuffix("\n").removesuffix("\n...")
