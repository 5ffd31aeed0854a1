"""Levels of a plain table that has one column of names: by numbers such as `1.2.1`, or by how far names are indented.

1. Numbers stand before all names (`1.2 Turnover`), or in a column beside them. One that others begin with lies above
   them. The name with its number becomes an alias, and so does the path of such names.
2. Names are indented by two spaces or more; a single space is a slip.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from crosscase.codebooks.listed import CodePath
from crosscase.codebooks.plain_rows import Row
from crosscase.coding.code_names import SEPARATOR

Number = tuple[str, ...]
_NUMBER = r"\s*([^\W\d_]{0,3})[ .-]?(\d+(?:\.\d+)*)([a-z])?"  # 1, 1.2.1, K1.1, 1a
_ALONE = re.compile(rf"{_NUMBER}[.):]*\s*")
_BEFORE = re.compile(rf"{_NUMBER}(?:[.):]+\s*|\s+)(?=\S)")
_INDENTED = 2  # columns
_TAB = 4


def levelled(rows: Sequence[Row], levels: int) -> list[Row]:
    """The rows with the levels that numbers or spaces show; unchanged if they show none, or if the table has others.

    A path that is deeper than so many levels is cut just above that, for an error.
    """
    if any(len(row.path) != 1 or row.parent or not row.is_code for row in rows):
        return list(rows)
    names = [row.path[0] for row in rows]
    before = [match for name in names if (match := _BEFORE.match(name))]
    if len(before) == len(rows):
        rests = [name[match.end() :] for name, match in zip(names, before, strict=True)]
        return _numbered(rows, before, rests, names, levels)
    for column in ([row.number for row in rows], [row.short for row in rows]):
        alone = [match for cell in column if (match := _ALONE.fullmatch(cell))]
        if len(alone) == len(rows):
            written = [f"{cell} {name}" for cell, name in zip(column, names, strict=True)]
            return _numbered(rows, alone, names, written, levels)
    return _indented(rows, levels)


def _numbered(
    rows: Sequence[Row], matches: Sequence[re.Match[str]], names: Sequence[str], written: Sequence[str], levels: int
) -> list[Row]:
    """The rows below those whose numbers theirs begin with; unchanged if there are none, or if a number is repeated."""
    numbers = list(map(_number, matches))
    places = {number: index for index, number in enumerate(numbers)}
    chains = [list(islice(_chain(number, places), levels + 1)) for number in numbers]
    if len(places) < len(rows) or all(len(chain) == 1 for chain in chains):
        return list(rows)
    return [
        replace(row, path=tuple(names[i] for i in chain), written=_aliases([written[i] for i in chain]))
        for row, chain in zip(rows, chains, strict=True)
    ]


def _number(match: re.Match[str]) -> Number:
    """The parts of a number; `1.0` is 1."""
    letters, digits, letter = match.groups()
    first, *others = (part.lstrip("0") or "0" for part in digits.split("."))
    while others and others[-1] == "0":
        others.pop()
    return tuple(filter(None, (letters.casefold(), first, *others, letter)))


def _chain(number: Number, places: Mapping[Number, int]) -> Iterator[int]:
    """The rows from the root to the one with this number."""
    return (places[above] for end in range(1, len(number) + 1) if (above := number[:end]) in places)


def _aliases(written: Sequence[str]) -> CodePath:
    """How exports may call a code: its name with the number, alone or with the levels above it."""
    return (written[-1], *([SEPARATOR.join(written)] if len(written) > 1 else []))


def _indented(rows: Sequence[Row], levels: int) -> list[Row]:
    """The rows below those that are less indented; unchanged if none is indented, or if the first one is."""
    widths = [_indent(row.path[0]) for row in rows]
    if not widths or widths[0] or not any(widths):
        return list(rows)
    above: list[tuple[int, str]] = []
    found = []
    for row, width in zip(rows, widths, strict=True):
        while above and above[-1][0] >= width:
            above.pop()
        above.append((width, row.path[0].strip()))
        found.append(replace(row, path=tuple(name for _, name in above[: levels + 1])))
    return found


def _indent(name: str) -> int:
    width = len(line := name.expandtabs(_TAB)) - len(line.lstrip())
    return width if width >= _INDENTED else 0
