"""Which cases hold a passage: those with a part around it, or without a place."""

from hypothesis import given
from hypothesis import strategies as st

from crosscase.readers.cases import Cases, Link

EDGES = st.none() | st.integers(0, 12)
LINKS = st.builds(Link, st.integers(1, 4), EDGES, EDGES)
NAMES = {1: "Anna", 2: "Ben", 3: "Site"}  # the fourth is deleted


def naive(link: Link, start: int | None, end: int | None) -> bool:
    if link.start is None or link.end is None or start is None or end is None:
        return True
    return link.start <= start and end <= link.end


@given(st.lists(LINKS, max_size=8), EDGES, EDGES)
def test_a_case_holds_what_lies_in_one_of_its_parts(links: list[Link], start: int | None, end: int | None) -> None:
    found = Cases(NAMES, {7: links}).holding(7, start, end)
    assert len(found) == len(set(found))
    assert set(found) == {link.case for link in links if link.case in NAMES and naive(link, start, end)}
