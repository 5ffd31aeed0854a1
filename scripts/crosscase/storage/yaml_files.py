"""YAML files that people write: whatever stands in one, it becomes a mapping of plain values or a list of sentences.

1. The text is checked first: its size, its encoding, signs that nobody sees.
2. Its events are counted before any value is made: how deep they lie, and how many values the aliases stand for.
3. Dates stay text, and a number is one that a person means. A key that is defined twice, or that YAML does not read as
   text, is a problem. So is a tag such as `!!int`: a value's form already says what it is.
"""

import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any

import yaml

from crosscase.messages.errors import Problem, StudyError, stop_on
from crosscase.messages.wording import counted, cut
from crosscase.storage import yaml_syntax
from crosscase.storage.text_form import useless_sign

_RICH = b"{\\rtf"  # how such files begin
_LARGEST_MB = 4
_DEEPEST = 50  # levels; study.yaml has six
_MOST_VALUES = 200_000  # with all that aliases stand for
_LARGEST = 10**15  # numbers
_MOST = 20  # problems of one kind
_TIMESTAMP = "tag:yaml.org,2002:timestamp"
TEXT, _WHOLE = "tag:yaml.org,2002:str", "tag:yaml.org,2002:int"


def read_mapping(path: str, only_text: bool = False) -> dict[str, Any]:
    """The keys and values of a file. Raises StudyError with every problem, OSError where it cannot be read.

    `only_text` leaves every value as it is written: the version 1.10 is no number.
    """
    text = _text(path)
    try:
        stop_on(_problems_of_events(path, text))
        loader = (_TextLoader if only_text else _Loader)(text)
        value = loader.get_single_data()
    except yaml.MarkedYAMLError as error:
        stop_on(_odd_indentation(path, text))
        raise StudyError(yaml_syntax.problem(path, text, error)) from None
    except yaml.YAMLError:
        raise StudyError(Problem(path, "", "it is not valid YAML", yaml_syntax.CHECK)) from None
    stop_on(Problem(path, f"line {line}", what, remedy) for line, what, remedy in sorted(loader.problems))
    if not isinstance(value, dict):
        raise StudyError(Problem(path, "", "it has no keys", "Write it as `key: value`, one a line."))
    return value


def nodes(path: str) -> yaml.Node | None:
    """The parts of a file that `read_mapping` can read, with their lines."""
    return yaml.compose(_text(path), _Loader)


class _Loader(yaml.CSafeLoader):
    """YAML as usual, but dates are text. `problems` collects what is wrong with keys and values: line, what, remedy."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.problems: list[tuple[int, str, str]] = []

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """A mapping whose keys are texts, each of them once."""
        for key, value in node.value:
            if isinstance(key.value, str) and (sign := _odd_space(key.value)):
                self._add(key, f"its indentation contains {sign}", yaml_syntax.INDENT)
            if key.tag != TEXT:
                what, remedy = "a key is not text", "Write a word before the colon."
                if isinstance(key.value, str):
                    shown = cut(key.value)
                    what, remedy = f"YAML does not read the key {shown!r} as text", f'Quote it: "{shown}"'
                if key.tag == _WHOLE and not value.value and node.flow_style:
                    what, remedy = f"a comma stands before {cut(key.value)!r}", "Write a decimal point for a comma."
                self._add(key, what, remedy)
        keys = [key for key, _ in node.value if isinstance(key.value, str)]
        counts = {name: count for name, count in Counter(key.value for key in keys).items() if count > 1}
        remedy = (
            "Keep one of them." if len(counts) < 2 else "Keep one of them, or indent it below the name of its block."
        )
        for name, count in counts.items():
            last = next(key for key in reversed(keys) if key.value == name)
            self._add(last, f"the key {cut(name)!r} is defined {counted(count, 'time')}", remedy)
        node.value = [(key, value) for key, value in node.value if key.tag == TEXT]
        return super().construct_mapping(node, deep)

    def construct_number(self, node: yaml.ScalarNode) -> int:
        """A whole number that a person can mean."""
        try:
            number = int(self.construct_yaml_int(node))
        except ValueError:
            number = _LARGEST
        if abs(number) >= _LARGEST:
            self._add(node, f"a number of {counted(len(node.value), 'digit')} is beyond any sense", "Correct it.")
            return 1
        return number

    def construct_text(self, node: yaml.ScalarNode) -> str:
        """A text without signs that nobody can see."""
        text = str(self.construct_scalar(node))
        if sign := useless_sign(text):
            self._add(node, f"a value contains {sign}", "Remove it.")
        return text

    def _add(self, node: yaml.Node, what: str, remedy: str) -> None:
        self.problems.append((node.start_mark.line + 1, what, remedy))


class _TextLoader(_Loader):
    """The same, but all values are text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != _TIMESTAMP]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_TextLoader.yaml_implicit_resolvers = {}

_Loader.add_constructor(_WHOLE, _Loader.construct_number)
_Loader.add_constructor(TEXT, _Loader.construct_text)


def _text(path: str) -> str:
    """The text of a file. Raises StudyError where it is too large, no UTF-8, or has control characters."""
    if Path(path).stat().st_size > _LARGEST_MB * 2**20:
        raise StudyError(Problem(path, "", f"it is larger than {_LARGEST_MB} MB", "Keep only its own keys there."))
    content = Path(path).read_bytes()
    if content.lstrip().startswith(_RICH):
        raise StudyError(Problem(path, "", "it is a text with formats (RTF)", "Save it as plain text, in UTF-8."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
        what = "it is UTF-16 text" if wide else "it is not UTF-8 text"
        place = "" if wide else f"line {len(content[: error.start].splitlines()) or 1}"
        raise StudyError(Problem(path, place, what, "Save it as UTF-8.")) from None
    if text.count("\0") > len(text) / 4:
        raise StudyError(Problem(path, "", "it is UTF-16 text", "Save it as UTF-8."))
    stop_on(_unusable(path, text))
    return text


def _odd_space(line: str) -> str:
    """The name of a sign in the indentation of a line that looks like a space and is none to YAML, or nothing."""
    indentation = line[: len(line) - len(line.lstrip())]
    found = next((sign for sign in indentation if unicodedata.category(sign) == "Zs" and sign != " "), "")
    return f"the sign {unicodedata.name(found).lower()} (U+{ord(found):04X})" if found else ""


def _odd_indentation(path: str, text: str) -> Iterator[Problem]:
    """Lines of a text that is not valid YAML with such signs."""
    lines = [(number, sign) for number, line in enumerate(text.split("\n"), 1) if (sign := _odd_space(line))]
    for number, sign in lines[:_MOST]:
        yield Problem(path, f"line {number}", f"its indentation contains {sign}", yaml_syntax.INDENT)


def _unusable(path: str, text: str) -> Iterator[Problem]:
    lines = [(number, sign) for number, line in enumerate(text.split("\n"), 1) if (sign := useless_sign(line))]
    for number, sign in lines[:_MOST]:
        yield Problem(path, f"line {number}", f"it contains {sign}", "Remove it.")
    if len(lines) > _MOST:
        what = f"{counted(len(lines) - _MOST, 'more line has', 'more lines have')} such signs"
        yield Problem(path, "", what, "Save the file as text.")


def _problems_of_events(path: str, text: str) -> Iterator[Problem]:
    """What would make too many values, or values of other kinds, before they are made. Stops at the first of its kind.

    An alias stands for all that its anchor has, so their product, not their number, is counted.
    """
    unfinished: list[tuple[str | None, int]] = []  # the anchor of each open collection, and the sum before it
    sizes: dict[str, int] = {}  # of what each anchor stands for
    total = 0
    for event in yaml.parse(text, yaml.CSafeLoader):
        place = f"line {event.start_mark.line + 1}" if event.start_mark else ""
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            yield Problem(path, place, f"the tag {shown!r} is not read", "Write the value without it.")
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in sizes:
                yield Problem(path, place, f"*{event.anchor} is an alias of itself or of nothing", "Write it out.")
                return
            total += sizes[event.anchor]
        elif isinstance(event, yaml.CollectionStartEvent):
            unfinished.append((event.anchor, total))
            total += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            anchor, before = unfinished.pop()
            sizes |= {anchor: total - before} if anchor else {}
        elif isinstance(event, yaml.ScalarEvent):
            total += 1
            sizes |= {event.anchor: 1} if event.anchor else {}
        if len(unfinished) > _DEEPEST:
            yield Problem(path, place, f"its blocks go deeper than {counted(_DEEPEST, 'level')}", yaml_syntax.CHECK)
            return
        if total > _MOST_VALUES:
            yield Problem(
                path, place, f"aliases stand for more than {counted(_MOST_VALUES, 'value')}", "Write them out."
            )
            return
