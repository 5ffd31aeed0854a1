"""Cells with several codes: known names are found again, and nothing that stands in a cell is lost."""

import time
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from crosscase.readers.code_cells import CodeNames

NAMES = st.lists(st.sampled_from(["a", "b", "c", "d e", '"f"']), min_size=1, max_size=3).map(", ".join)
BOOKS = st.lists(NAMES, min_size=1, max_size=8, unique=True)
CELLS = st.text('ab," \n\r:é', max_size=40)
COUNTS = st.none() | st.integers(-1, 60)


def ways(cell: str, book: list[str], count: int) -> int:
    """In how many ways a cell is `count` names of the book: by trial of all places to part it."""
    pieces = cell.split(", ")
    found = 0
    for places in combinations(range(1, len(pieces)), count - 1):
        edges = [0, *places, len(pieces)]
        names = [", ".join(pieces[a:b]) for a, b in pairwise(edges)]
        found += all(name in book for name in names)
    return found


@given(BOOKS, st.data())
def test_names_that_were_joined_come_back(book: list[str], data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(book), min_size=1, max_size=4))
    cell = ", ".join(names)
    known = CodeNames([(name,) for name in book])
    parted = known.split(cell, len(names))
    assert len(parted) == len(names)
    assert ", ".join(parted) == cell
    assert set(parted) <= set(book)
    assume(ways(cell, book, len(names)) == 1)
    assert parted == names


@given(BOOKS, st.data())
def test_names_on_lines_come_back(book: list[str], data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(book), min_size=1, max_size=4))
    assert CodeNames([]).split("\r\n".join(names), commas=False) == names
    assert CodeNames([(name,) for name in book]).split("\n".join(names), len(names)) == names


@given(BOOKS, CELLS, COUNTS, st.booleans())
def test_nothing_is_lost_and_nothing_raised(book: list[str], cell: str, count: int | None, commas: bool) -> None:
    parted = CodeNames([(name,) for name in book]).split(cell, count, commas)
    assert all(name == name.strip() and name for name in parted)
    left = cell
    for name in parted:  # in their order, with nothing but separators between
        before, found, left = left.partition(name)
        assert found
        assert not before.strip(", \r\n")
    assert not left.strip(", \r\n")


BOOK = [("Folder", "A, b"), ("Folder", "A"), ("Folder", "b"), ("Stress",), ("Root", "Mid", "Leaf"), ("Risk: high",)]


@pytest.mark.parametrize(
    ("cell", "count", "names"),
    [
        ("", None, []),
        ("", 3, []),
        (" , , ", None, []),
        ("Folder: A, b, Stress", 2, ["Folder: A, b", "Stress"]),
        ("Folder: A, Folder: b", 2, ["Folder: A", "Folder: b"]),
        ("Folder::A, b, STRESS", 2, ["Folder::A, b", "STRESS"]),
        ("Root: Mid: Leaf, Leaf", 2, ["Root: Mid: Leaf", "Leaf"]),
        ("A, b", 1, ["A, b"]),
        ("A, b", 2, ["A", "b"]),
        ("A, b", None, ["A, b"]),
        ("A, b", 7, ["A, b"]),  # counted what cannot be
        ("new, in vivo, Stress", 2, ["new, in vivo", "Stress"]),  # a code that the codebook lacks
        ("new, in vivo, Stress", None, ["new, in vivo", "Stress"]),
        ("new, in vivo, Stress", 3, ["new", "in vivo", "Stress"]),
        ("Stress, new", 1, ["Stress, new"]),  # the tool says one: it is reported, not guessed
        ("A\nb", 1, ["A", "b"]),  # a line break separates, whatever the count
        ("A\r\n\r\nb, Stress", 3, ["A", "b", "Stress"]),
    ],
)
def test_the_order_of_the_rules(cell: str, count: int | None, names: list[str]) -> None:
    assert CodeNames(BOOK).split(cell, count) == names


@pytest.mark.parametrize(
    ("name", "separator", "path"),
    [
        ("Folder: A, b", None, ("Folder", "A, b")),
        ("folder::a", None, ("Folder", "A")),
        ("Other: A", None, ("Other: A",)),
        ("Other: A", ": ", ("Other", "A")),
        ("Risk: high", None, ("Risk: high",)),
        ("Risk: high", ": ", ("Risk: high",)),  # a name of the codebook is not parted
        ("Leaf", None, ("Leaf",)),
        ("Root::Mid::Leaf", None, ("Root", "Mid", "Leaf")),
    ],
)
def test_levels_are_those_of_the_codebook_or_of_the_study(
    name: str, separator: str | None, path: tuple[str, ...]
) -> None:
    assert CodeNames(BOOK).path(name, separator) == path


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("count", [None, 2, 40, 20_000])
def test_a_long_cell_takes_no_time(count: int | None) -> None:
    """Many ways to part it: the work grows with the cell, not with the ways."""
    known = CodeNames([(", ".join("a" * length),) for length in range(1, 9)])
    started = time.perf_counter()
    parted = known.split(", ".join("a" * 20_000), count)
    assert ", ".join(parted) == ", ".join("a" * 20_000)
    assert time.perf_counter() - started < 10
