"""YAML files that people write: whatever stands in one, it becomes a mapping of plain values or a list of sentences.

1. The text is checked first: its size, its encoding, signs that nobody sees.
2. Its events are counted before any value is made: how deep they lie, and how many values the aliases stand for.
3. Dates stay text, and a number is one that a person means. A key that is defined twice, or that YAML does not read as
   text, is a problem. So is a tag such as `!!int`: a value's form already says what it is.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any

import yaml

from crosscase.messages.errors import Problem, StudyError, stop_on
from crosscase.messages.wording import counted, cut
from crosscase.storage.text_form import useless_sign

_LARGEST_MB = 4
_DEEPEST = 50  # levels; study.yaml has six
_MOST_VALUES = 200_000  # with all that aliases stand for
_LARGEST = 10**15  # numbers
_MOST = 20  # problems of one kind
_TIMESTAMP = "tag:yaml.org,2002:timestamp"
_TEXT, _WHOLE = "tag:yaml.org,2002:str", "tag:yaml.org,2002:int"
_INDENT = "Indent with usual spaces."
_SYNTAX = "Check indentation and quotes; a value with a colon in it needs quotes."
_BEGINS = "Quote a value that begins with one of % @ ` * & - [ { or has a sign such as : or #."
# What the library says, and what it means to a person.
_SAID = {
    "found a tab character": ("its indentation contains a tab", _INDENT),
    "found character that cannot start any token": ("a value begins with a sign that YAML reserves", _BEGINS),
    "did not find expected alphabetic": ("a value begins with a sign that YAML reserves", _BEGINS),
    "block sequence entries are not allowed": ("an item of a list stands where a value is expected", _BEGINS),
    "could not find expected ':'": (
        "the line before has no space behind its colon, or no colon",
        "Write it as `key: value`.",
    ),
    "found unexpected end of stream": ("a quote is opened and never closed", "Close it, or leave out both quotes."),
    "did not find expected key": ("its indentation does not fit the lines above", "Indent keys of one block alike."),
    "did not find expected '-'": (
        "a key stands where the lines above have a list",
        "Begin each item with `- `, or no item.",
    ),
    "did not find expected ',' or": ("a list or block in brackets is not closed", "Close it with ] or }."),
}
_COLON = re.compile(r"""^(?P<before>\s*(?:- )?[\w-]+: +)(?P<value>[^"'\[{|>&*!%@`#].*?)\s*$""")


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
        raise StudyError(_problem_of_syntax(path, text, error)) from None
    except yaml.YAMLError:
        raise StudyError(Problem(path, "", "it is not valid YAML", _SYNTAX)) from None
    stop_on(Problem(path, f"line {line}", what, remedy) for line, what, remedy in sorted(loader.problems))
    if not isinstance(value, dict):
        raise StudyError(Problem(path, "", "it has no keys", "Write it as `key: value`, one a line."))
    return value


def _problem_of_syntax(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """What the library found, in plain words; a value that needs quotes is shown with them."""
    found = str(error.problem)
    is_open = found.startswith(("found unexpected end of stream", "did not find expected ',' or"))
    mark = error.context_mark if is_open and error.context_mark else error.problem_mark
    number = mark.line + 1 if mark else 0
    what, remedy = next((said for begin, said in _SAID.items() if found.startswith(begin)), (found, _SYNTAX))
    line = dict(enumerate(text.split("\n"), 1)).get(number, "")
    if found.startswith("did not find expected key") and re.search("['\"]", line):
        what, remedy = "a value in quotes goes on behind its last quote", "Quote all of it; use other quotes within it."
    if found.startswith("mapping values are not allowed"):
        what, remedy = "a value has a colon in it", "Put the value in quotes."
        if parts := _COLON.match(line):
            quoted = parts["value"].replace('"', "'")
            remedy = f'Put the value in quotes: {cut(parts["before"].strip())} "{cut(quoted)}"'
    return Problem(path, f"line {number}" if number else "", f"it is not valid YAML: {what}", remedy)


class _Loader(yaml.CSafeLoader):
    """YAML as usual, but dates are text. `problems` collects what is wrong with keys and values: line, what, remedy."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.problems: list[tuple[int, str, str]] = []

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """A mapping whose keys are texts, each of them once."""
        for key, value in node.value:
            if isinstance(key.value, str) and (sign := _odd_space(key.value)):
                self._add(key, f"its indentation contains {sign}", _INDENT)
            if key.tag != _TEXT:
                what, remedy = "a key is not text", "Write a word before the colon."
                if isinstance(key.value, str):
                    shown = cut(key.value)
                    what, remedy = f"YAML does not read the key {shown!r} as text", f'Quote it: "{shown}"'
                if key.tag == _WHOLE and not value.value and node.flow_style:
                    what, remedy = f"a comma stands before {cut(key.value)!r}", "Write a decimal point for a comma."
                self._add(key, what, remedy)
        keys = [key for key, _ in node.value if isinstance(key.value, str)]
        for name, count in Counter(key.value for key in keys).items():
            if count > 1:
                last = next(key for key in reversed(keys) if key.value == name)
                self._add(last, f"the key {cut(name)!r} is defined {counted(count, 'time')}", "Keep one of them.")
        node.value = [(key, value) for key, value in node.value if key.tag == _TEXT]
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
_Loader.add_constructor(_TEXT, _Loader.construct_text)


def _text(path: str) -> str:
    """The text of a file. Raises StudyError where it is too large, no UTF-8, or has control characters."""
    if Path(path).stat().st_size > _LARGEST_MB * 2**20:
        raise StudyError(Problem(path, "", f"it is larger than {_LARGEST_MB} MB", "Keep only its own keys there."))
    content = Path(path).read_bytes()
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
        yield Problem(path, f"line {number}", f"its indentation contains {sign}", _INDENT)


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
            yield Problem(path, place, f"its blocks go deeper than {counted(_DEEPEST, 'level')}", _SYNTAX)
            return
        if total > _MOST_VALUES:
            yield Problem(
                path, place, f"aliases stand for more than {counted(_MOST_VALUES, 'value')}", "Write them out."
            )
            return
