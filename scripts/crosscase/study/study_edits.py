"""Changes of study.yaml as text: an export, a group, single keys of an export. All else keeps its bytes.

PyYAML says where a block begins and ends. What is inserted is read again, with the rest, before it is returned.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import yaml

from crosscase.messages.errors import Problem, StudyError
from crosscase.study.facts import CONFIG

_BY_HAND = "Write it into the file yourself: "
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # as YAML counts lines


class StudyText:
    """The text of study.yaml while it is changed."""

    def __init__(self, content: bytes) -> None:
        self._mark = "\ufeff" if content.startswith("\ufeff".encode()) else ""
        self._text = content.decode("utf-8-sig")

    def content(self) -> bytes:
        """The changed file."""
        return (self._mark + self._text).encode()

    def add_export(self, name: str, keys: Mapping[str, Any]) -> None:
        """Add an export below the last one. Raises StudyError if the file has another form than usual."""
        lines = [f"{_scalar(name)}:", *(f"  {key}: {_flow(value)}" for key, value in keys.items())]
        with self._or_by_hand(lines):
            exports = self._mapping("exports")
            self._add(exports, lines, f"{_scalar(name)}: {_flow(dict(keys))}")
            _stop_unless(self._value("exports", name) == dict(keys))

    def change_export(self, name: str, keys: Mapping[str, Any]) -> None:
        """Give keys of an export other values; one that is None is removed. Raises StudyError as `add_export` does."""
        changed = {key: value for key, value in keys.items() if value is not None}
        with self._or_by_hand([f"exports.{name}: {_flow(changed)}"]):
            wanted = {
                key: value for key, value in {**self._value("exports", name), **keys}.items() if value is not None
            }
            for key, value in keys.items():
                self._set(name, key, value)
            _stop_unless(self._value("exports", name) == wanted)

    def add_group(self, group: Mapping[str, Any]) -> None:
        """Add a group behind the last one. Raises StudyError as `add_export` does."""
        self._add_item("countries" if self._node("groups") is None else "groups", group)

    def add_domain(self, domain: Mapping[str, Any]) -> None:
        """Add a domain behind the last one. Raises StudyError as `add_export` does."""
        self._add_item("domains", domain)

    def _add_item(self, place: str, item: Mapping[str, Any]) -> None:
        line = f"- {_flow(dict(item))}"
        with self._or_by_hand([f"{place}: {line}"]):
            items = self._node(place)
            _stop_unless(isinstance(items, yaml.SequenceNode))
            self._add(items, [line], _flow(dict(item)))
            _stop_unless(self._value(place)[-1] == dict(item))

    def _set(self, name: str, key: str, value: object) -> None:
        export, node = self._mapping("exports", name), self._node("exports", name, key)
        if node is None:
            if value is not None:
                pair = f"{key}: {_flow(value)}"
                self._add(export, [pair], pair)
        elif value is None:
            self._text = _without(self._text, export, key)
        else:
            _stop_unless(isinstance(node, yaml.ScalarNode) and node.start_mark.line == node.end_mark.line)
            self._text = self._text[: node.start_mark.index] + _flow(value) + self._text[node.end_mark.index :]

    def _node(self, *keys: str) -> Any:
        node: Any = yaml.compose(self._text, yaml.SafeLoader)
        for key in keys:
            pairs = node.value if isinstance(node, yaml.MappingNode) else []
            node = next((value for name, value in pairs if name.value == key), None)
        return node

    def _mapping(self, *keys: str) -> Any:
        node = self._node(*keys)
        _stop_unless(isinstance(node, yaml.MappingNode))
        return node

    def _value(self, *keys: str) -> Any:
        found = yaml.load(self._text, yaml.SafeLoader)
        for key in keys:
            found = found[key]
        return found

    def _add(self, block: Any, lines: Sequence[str], in_braces: str) -> None:
        """Insert lines below the last line of a block, or a text into its braces.

        Comments and empty lines behind a block stay behind the new lines.
        """
        if block.flow_style:
            place = block.end_mark.index - 1
            before = self._text[:place].rstrip()
            between = "" if before.endswith(("{", "[")) else " " if before.endswith(",") else ", "
            self._text = before + between + in_braces + self._text[place:]
            return
        indent = " " * _first_of(block).start_mark.column
        place, ending = _end_of_line(self._text, _last_leaf(block))
        before = self._text[:place]
        if not _LINE_END.search(before[-1:]):
            self._text = before + "".join(f"{ending}{indent}{line}" for line in lines) + self._text[place:]
        else:
            self._text = before + "".join(f"{indent}{line}{ending}" for line in lines) + self._text[place:]

    @contextmanager
    def _or_by_hand(self, lines: Sequence[str]) -> Iterator[None]:
        """Raise StudyError with what to write if the file has another form than usual. The text is as before then."""
        before = self._text
        try:
            yield
        except (yaml.YAMLError, _UnusualError, LookupError, TypeError):
            self._text = before
            what = "it is not written in a usual form"
            raise StudyError(Problem(CONFIG, "", what, f"{_BY_HAND}{' '.join(lines)}")) from None


class _UnusualError(Exception):
    """The file has another form than usual."""


def _stop_unless(is_usual: bool) -> None:
    if not is_usual:
        raise _UnusualError


def _first_of(block: Any) -> Any:
    """The node where the lines of a block begin: its first key, or the block itself with its hyphen."""
    return block.value[0][0] if isinstance(block, yaml.MappingNode) else block


def _last_leaf(node: Any) -> Any:
    """The last value of a block, or the block itself if it is in braces."""
    while node.value and not isinstance(node, yaml.ScalarNode) and not node.flow_style:
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return node


def _end_of_line(text: str, leaf: Any) -> tuple[int, str]:
    """The place behind the last line of a value, and how lines end there."""
    mark = leaf.end_mark
    found = _LINE_END.search(text, mark.index if mark.column else max(mark.index - 2, 0)) or _LINE_END.search(text)
    ending = found[0] if found else "\n"
    if not mark.column:
        return mark.index, ending
    return (found.end() if found and found.start() >= mark.index else len(text)), ending


def _without(text: str, block: Any, key: str) -> str:
    """The text without a key of a block."""
    place = next(number for number, (name, _) in enumerate(block.value) if name.value == key)
    name, value = block.value[place]
    start, end = name.start_mark.index, value.end_mark.index
    if not block.flow_style:
        return text[: start - name.start_mark.column] + text[_end_of_line(text, _last_leaf(value))[0] :]
    if place:
        return text[: block.value[place - 1][1].end_mark.index] + text[end:]
    return text[:start] + text[block.value[1][0].start_mark.index if len(block.value) > 1 else end :]


def _scalar(value: str) -> str:
    return _flow(value)


def _flow(value: object) -> str:
    """A value on one line, in a form that may also stand in braces."""
    text = yaml.safe_dump([value], sort_keys=False, allow_unicode=True, default_flow_style=True, width=10**6)
    return text.removesuffix("\n")[1:-1]
