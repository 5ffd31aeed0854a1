"""The taken places of a text, and what lies outside them."""

from hypothesis import given
from hypothesis import strategies as st

from crosscase.detectors.spans import Span, Taken

TEXT = "abc def\nghi jkl mno\npqr stu"
PLACES = st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: (*sorted(ends),)))


@given(places=PLACES, start=st.integers(0, len(TEXT) - 1), length=st.integers(1, len(TEXT)))
def test_a_span_overlaps_a_place_where_they_share_a_character(
    places: list[tuple[int, int]], start: int, length: int
) -> None:
    end = min(start + length, len(TEXT))
    shares = any(begin < end and start < stop and begin < stop for begin, stop in places)
    assert bool([place for place in Taken(places).overlapping(start, end) if place[0] < place[1]]) == shares


@given(places=PLACES)
def test_the_parts_outside_have_all_letters_that_no_place_has(places: list[tuple[int, int]]) -> None:
    span = Span(0, len(TEXT), "PERSON", TEXT, "")
    parts = list(Taken(places).parts_outside(TEXT, span))
    outside = {n for part in parts for n in range(part.start, part.end) if TEXT[n].isalpha()}
    inside = {n for start, end in places for n in range(start, end)}
    assert outside == {n for n, letter in enumerate(TEXT) if letter.isalpha() and n not in inside}
    assert not any("\n" in TEXT[part.start : part.end] for part in parts)
