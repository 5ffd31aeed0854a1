"""The names of codes in cells that join them with commas, where names may hold commas, too, and no codebook is known.

ATLAS.ti's table states how many codes a cell has, which decides most cells:

1. A cell of one code is its name; in a cell with as many codes as pieces each piece is one.
2. Of a cell that one split alone explains best with the names and folders that are known, the names are taken, until
   nothing new is found.
3. Of several splits the one whose names explain most other cells is taken. These cells are counted: a person checks.

Without numbers the pieces are the names, and a person is asked for the codebook.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, islice, pairwise

from crosscase.codebooks.listed import CodePath
from crosscase.messages.wording import counted
from crosscase.readers.raw import RawCoding
from crosscase.starting.found import Remark
from crosscase.storage.text_form import fold

_COMMA = ", "
_FOLDER = ": "  # between a code and its folder
_JOINTS = (_FOLDER, "::")  # between the levels of a path
_MOST_SPLITS = 5000  # of one cell that are compared
_BOOK = "Export the list of codes from ATLAS.ti, too, and give it with the exports."
Pieces = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The paths of the codes, and what a person should check."""

    names: frozenset[CodePath]
    remarks: tuple[Remark, ...]


def find(codings: Iterable[RawCoding], known: Collection[CodePath], is_counted: bool) -> Names:
    """The names in the cells of these codings, which the reader has split with the names that are known.

    `is_counted`: the table states how many codes a cell has.
    """
    paths = {tuple(map(fold, path)) for path in known}
    cells = Counter(_cells(codings, paths))
    names = {fold(name): name for path in known for name in (path[-1], *(joint.join(path) for joint in _JOINTS))}
    before = set(names)
    if not is_counted and all(number == 1 for _, number in cells):
        return _as_pieces(cells, before)
    _settle(cells, names)
    doubtful = [cell for cell in cells if not _is_explained(*cell, names)]
    occurrences = _occurrences(doubtful)
    for pieces, number in sorted(doubtful, key=lambda cell: (len(cell[0]) - cell[1], cell)):
        splits = list(islice(_splits(pieces, number), _MOST_SPLITS))
        best = max(splits, key=lambda split: (*_worth(split, names, occurrences), split), default=())
        names |= {fold(name): name for name in best if fold(name) not in names}
    new = frozenset((name,) for folded, name in names.items() if folded not in before)
    count = sum(cells[cell] for cell in doubtful)
    what = f"{counted(count, 'cell')} of codes can be split at its commas in several ways"
    return Names(new, (Remark(what, _BOOK),) if count else ())


def _as_pieces(cells: Collection[tuple[Pieces, int]], known: Collection[str]) -> Names:
    """The pieces of all cells as names."""
    new = {piece for pieces, _ in cells for piece in pieces if fold(_COMMA.join(pieces)) not in known}
    names = frozenset((piece,) for piece in new if fold(piece) not in known)
    what = "codes are separated at commas, since the table does not say how many a cell has"
    return Names(
        names, (Remark(what, f"If names of codes hold commas: {_BOOK}"),) if any(len(p) > 1 for p, _ in cells) else ()
    )


def _cells(codings: Iterable[RawCoding], known: Collection[CodePath]) -> Iterator[tuple[Pieces, int]]:
    """The pieces of each cell, and the number of codes in it: the names of a row, joined, are its cell.

    Cells whose codes are all known are left out.
    """
    for _, row in groupby(codings, key=lambda coding: coding.locator.rpartition(", code ")[0]):
        paths = [coding.code_path for coding in row]
        if not all(tuple(map(fold, path)) in known for path in paths):
            yield tuple(_COMMA.join(map(_JOINTS[0].join, paths)).split(_COMMA)), len(paths)


def _settle(cells: Collection[tuple[Pieces, int]], names: dict[str, str]) -> None:
    """Add the names of cells that can be split in one way, and of those that the known names leave one way."""
    waiting = []
    for pieces, number in cells:
        if number in (1, len(pieces)):
            parts = [_COMMA.join(pieces)] if number == 1 else pieces
            names |= {fold(part): part for part in parts if fold(part) not in names}
        else:
            waiting.append((pieces, number))
    found = True
    while found:
        found = False
        for cell in [*waiting]:
            fewest = _fewest_unknown(*cell, names)
            if len(fewest) == 1:
                waiting.remove(cell)
                new = {fold(name): name for name in fewest[0] if fold(name) not in names}
                names |= new
                found = found or bool(new)


def _fewest_unknown(pieces: Pieces, number: int, names: Collection[str]) -> list[Pieces]:
    """The splits with the fewest unknown names."""
    splits = list(islice(_splits(pieces, number), _MOST_SPLITS))
    folders = {name.partition(_FOLDER)[0] for name in names}
    counts = [(_unknown(split, names), _unknown_folders(split, folders)) for split in splits]
    return [split for split, count in zip(splits, counts, strict=True) if count == min(counts)]


def _unknown(split: Pieces, names: Collection[str]) -> int:
    return sum(fold(name) not in names for name in split)


def _unknown_folders(split: Pieces, folders: Collection[str]) -> int:
    """How many names stand in no known folder, if the codes of the file are in folders."""
    return sum(fold(name).partition(_FOLDER)[0] not in folders for name in split)


def _is_explained(pieces: Pieces, number: int, names: Collection[str]) -> bool:
    return any(all(fold(name) in names for name in split) for split in islice(_splits(pieces, number), _MOST_SPLITS))


def _occurrences(cells: Iterable[tuple[Pieces, int]]) -> Counter[str]:
    """In how many cells each run of pieces is that may be a name."""
    return Counter(
        name
        for pieces, number in cells
        for name in {n for s in islice(_splits(pieces, number), _MOST_SPLITS) for n in s}
    )


def _worth(split: Sequence[str], names: Collection[str], occurrences: Counter[str]) -> tuple[int, int, int]:
    """How good a split is: known names, names of other cells, and names that begin as sentences do."""
    unknown = [name for name in split if fold(name) not in names]
    return -len(unknown), sum(occurrences[name] for name in unknown), sum(not name[:1].islower() for name in split)


def _splits(pieces: Pieces, number: int) -> Iterator[Pieces]:
    """All ways to join neighbouring pieces to so many names."""
    for cuts in combinations(range(1, len(pieces)), number - 1):
        places = (0, *cuts, len(pieces))
        yield tuple(_COMMA.join(pieces[a:b]) for a, b in pairwise(places))
