"""The texts that a study states, and where it states one that names somebody: results repeat it.

A code that is called like a participant, or a domain that has a name in its title, is in most results. What helps is
to change the text, so a problem names its place.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from crosscase.leaks.watched import CALLED
from crosscase.messages.errors import Problem
from crosscase.storage.text_lines import lines_with

_CHANGE = (
    "Change it: nothing that is published may name somebody, or be called like a participant, a document or a coder."
    " A code needs another label and another id (`code`). What exports call it goes into its `aliases`."
)
_KEEP = "Not a name: decide `keep` in the review."


def texts_in(value: Any) -> Iterator[str]:
    """Every text in the facts of a study or in its codebook, as far as its slice has them."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name, None))
    elif isinstance(value, Mapping):
        yield from texts_in([*value.keys(), *value.values()])
    elif isinstance(value, Collection):
        for item in value:
            yield from texts_in(item)


def naming_somebody(
    stated: Mapping[str, Collection[str]], kinds_in: Callable[[str], Collection[str]]
) -> Iterator[tuple[Problem, frozenset[str]]]:
    """A problem for each kind of identifier in each file of the study, and these kinds.

    `stated` has the texts of each file; `kinds_in` finds the kinds of identifier in a text.
    """
    for file, texts in stated.items():
        places: dict[tuple[str, ...], list[str]] = {}
        for text in sorted(filter(None, texts)):
            if kinds := tuple(sorted(kinds_in(text))):
                places.setdefault(kinds, []).append(text)
        for kinds, found in sorted(places.items()):
            what = f"it contains an identifier ({', '.join(kinds).lower()}), which results repeat"
            remedy = _CHANGE if CALLED.issuperset(kinds) else f"{_CHANGE} {_KEEP}"
            yield Problem(file, lines_with(file, found), what, remedy), frozenset(kinds)
