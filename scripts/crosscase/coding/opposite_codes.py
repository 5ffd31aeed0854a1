"""The column `opposite` of the codebook: which code says the opposite of another.

One of the two rows is enough, since each is the opposite of the other. A code has one opposite at most.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from crosscase.coding import code_names
from crosscase.messages.errors import Problem
from crosscase.messages.suggestions import did_you_mean
from crosscase.messages.wording import cut, joined
from crosscase.storage.schemas import CodebookEntry

_REMEDY = "Write the id, label or path of a code, or leave the column empty."
_MOST = 5  # codes that a message names


def understood(
    path: str, stated: Mapping[str, tuple[str, str]], entries: Sequence[CodebookEntry]
) -> tuple[list[CodebookEntry], list[Problem]]:
    """The codes with their opposites, and what is wrong. `stated`: the place and text of the cell, by code."""
    problems: list[Problem] = []
    named: dict[str, str] = {}
    for code, (place, text) in stated.items():
        found = code_names.named(entries, text)
        why = _why_not(code, text, found, entries)
        if why:
            problems.append(Problem(path, place, *why))
        else:
            named[code] = found[0].code
    of_code: dict[str, set[str]] = defaultdict(set)
    for code, other in named.items():
        of_code[code].add(other)
        of_code[other].add(code)
    problems += _several(path, stated, of_code)
    return [replace(entry, opposite=min(of_code.get(entry.code, ()), default="")) for entry in entries], problems


def pairs(entries: Sequence[CodebookEntry], stated: Sequence[Sequence[str]]) -> list[list[str]]:
    """All pairs of opposites, each once: those of the codebook, and those that study.yaml states."""
    found = [sorted((entry.code, entry.opposite)) for entry in entries if entry.opposite]
    found += [sorted(pair) for pair in stated]
    return [list(pair) for pair in dict.fromkeys(map(tuple, found))]


def _why_not(
    code: str, text: str, found: Sequence[CodebookEntry], entries: Sequence[CodebookEntry]
) -> tuple[str, str] | None:
    """What is wrong with the name of an opposite, and what to do."""
    if not found:
        near = did_you_mean(text, [name for entry in entries for name in (entry.code, entry.label)])
        return f"the opposite {cut(repr(text))} is not a code of the codebook", f"{near} {_REMEDY}".strip()
    if len(found) > 1:
        ids = joined([entry.code for entry in found], _MOST, last="or")
        return f"the opposite {cut(repr(text))} may be several codes", f"Write the id of one: {ids}."
    if found[0].code == code:
        return "a code cannot be its own opposite", "Name another code, or leave the column empty."
    of_two = [entry for entry in entries if entry.code in (code, found[0].code) and not entry.codable]
    if of_two:
        what = f"{of_two[0].code} only holds other codes (codable: no), so nobody can say its opposite"
        return what, "Name the opposite of a code that passages can have."
    return None


def _several(path: str, stated: Mapping[str, tuple[str, str]], of_code: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Codes that have more than one opposite, at the last row that says so."""
    for code, others in of_code.items():
        if len(others) > 1:
            places = [place for one, (place, _) in stated.items() if one == code or one in others]
            what = f"the code {code} has several opposites: {joined(sorted(others), _MOST)}"
            yield Problem(path, places[-1], what, "Keep one of them.")
