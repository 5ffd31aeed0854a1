"""The fields of JSON, in which only texts can hold words: numbers and truth values are no words.

A page of the pipeline has its data as JSON in scripts. Keys that occur twice are read twice.
"""

import json
import re
from typing import Any

from crosscase.leaks.proofs import PATTERNS

_SCRIPT = re.compile(r'<script type="application/json" id="([^"]*)">(.*?)</script>', re.DOTALL)
_PROVEN = tuple(map(re.compile, PATTERNS.values()))
_NESTED = frozenset({list, tuple})


def of_json(text: str) -> list[str] | None:
    """The different texts in JSON, except columns of ids; None if it is no JSON."""
    if text.lstrip()[:1] not in ("{", "["):
        return None
    try:
        value = json.loads(text, object_pairs_hook=list)
    except (ValueError, RecursionError):
        return None
    found: dict[str, None] = {}
    _collect(value, found)
    return list(found)


def scripts_of_page(html: str) -> tuple[str, list[tuple[str, str]]]:
    """A page without its scripts of data, and the id and content of each. One that is no JSON stays in the page."""
    found: list[tuple[str, str]] = []

    def take(match: re.Match[str]) -> str:
        found.append((match[1], match[2]))
        return match[1]

    return (_SCRIPT.sub(take, html), found) if 'type="application/json"' in html else (html, [])


def _collect(values: list[Any], found: dict[str, None]) -> None:
    """Add the texts in a list, or in an object, which is a list of pairs."""
    kinds = set(map(type, values))
    if not kinds.isdisjoint(_NESTED):
        for item in values:
            if type(item) is tuple:
                key, item = item
                found[key] = None
            if type(item) is str:
                found[item] = None
            elif type(item) is list:
                _collect(item, found)
    elif str in kinds:
        different = dict.fromkeys(values if len(kinds) == 1 else filter(_is_text, values))
        if not any(all(map(pattern.match, different)) for pattern in _PROVEN):
            found |= different


def _is_text(value: Any) -> bool:
    return isinstance(value, str)
