"""What is wrong with a text that is not valid YAML, in plain sentences instead of the library's."""

import re

import yaml

from crosscase.messages.errors import Problem
from crosscase.messages.wording import cut

INDENT = "Indent with usual spaces."
CHECK = "Check indentation and quotes; a value with a colon in it needs quotes."
_SLASHES = "Write / for each of them, or use single quotes."
_BEGINS = "Quote a value that begins with one of % @ ` * & - [ { or has a sign such as : or #."
# What the library says, and what it means to a person.
_SAID = {
    "found a tab character": ("its indentation contains a tab", INDENT),
    "found character that cannot start any token": ("a value begins with a sign that YAML reserves", _BEGINS),
    "did not find expected alphabetic": ("a value begins with a sign that YAML reserves", _BEGINS),
    "block sequence entries are not allowed": ("an item of a list stands where a value is expected", _BEGINS),
    "could not find expected ':'": (
        "the line before has no space behind its colon, or no colon",
        "Write it as `key: value`.",
    ),
    "did not find expected hexdecimal": ("a value in double quotes has a backslash", _SLASHES),
    "found unknown escape character": ("a value in double quotes has a backslash", _SLASHES),
    "found unexpected end of stream": ("a quote is opened and never closed", "Close it, or leave out both quotes."),
    "did not find expected key": ("its indentation does not fit the lines above", "Indent keys of one block alike."),
    "did not find expected '-'": (
        "a key stands where the lines above have a list",
        "Begin each item with `- `, or no item.",
    ),
    "did not find expected ',' or": ("a list or block in brackets is not closed", "Close it with ] or }."),
}
_COLON = re.compile(r"""^(?P<before>\s*(?:- )?[\w-]+: +)(?P<value>[^"'\[{|>&*!%@`#].*?)\s*$""")


def problem(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """The problem of a text that is not YAML; a value that needs quotes is shown with them."""
    found = str(error.problem)
    is_open = found.startswith(("found unexpected end of stream", "did not find expected ',' or"))
    mark = error.context_mark if is_open and error.context_mark else error.problem_mark
    number = mark.line + 1 if mark else 0
    what, remedy = next((said for begin, said in _SAID.items() if found.startswith(begin)), (found, CHECK))
    lines = dict(enumerate(text.split("\n"), 1))
    line = lines.get(number, "")
    if found.startswith("did not find expected key") and re.search("['\"]", line):
        what, remedy = "a value in quotes goes on behind its last quote", "Quote all of it; use other quotes within it."
    above = lines.get(number - 1, "")
    if found.startswith("mapping values are not allowed") and re.match(r"\s*-\w", above):
        number, what, remedy = number - 1, "a dash has no space behind it", "Write `- ` before an item of a list."
    elif found.startswith("mapping values are not allowed"):
        what, remedy = "a value has a colon in it", "Put the value in quotes."
        if parts := _COLON.match(line):
            quoted = parts["value"].replace('"', "'")
            remedy = f'Put the value in quotes: {cut(parts["before"].strip())} "{cut(quoted)}"'
    return Problem(path, f"line {number}" if number else "", f"it is not valid YAML: {what}", remedy)
