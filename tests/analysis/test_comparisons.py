"""Codes that come together, and groups that are alike: a published tree, and counts by hand. All names are invented."""

from fractions import Fraction as F
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.analysis import completeness, cooccurrence, similarity, summary, worth
from crosscase.analysis.intervals import Method
from crosscase.labels import labels
from crosscase.storage.schemas import Cell, CellCoding, Mention, State

WORDS = labels.of("en", {}, "country", "countries")

# The 5S ribosomal RNA of five bacteria, as in the article on UPGMA in Wikipedia.
DISTANCES = dict(zip(combinations("abcde", 2), map(F, (17, 21, 31, 23, 30, 34, 21, 28, 39, 43)), strict=True))


def test_average_linkage_as_published() -> None:
    heights = similarity.merged_at("abcde", DISTANCES)
    assert [heights[pair] for pair in DISTANCES] == [17, 33, 33, 22, 33, 33, 22, 28, 33, 33]
    found = similarity.correlation([float(d) for d in DISTANCES.values()], [float(heights[p]) for p in DISTANCES])
    assert found == pytest.approx(0.730203, abs=1e-6)


RAISED = {"1": 1, "0": 0, ".": None}


def cells(**groups: str) -> list[Cell]:
    """Cells from a string a group: 1 present, 0 absent, . not coded."""
    states = {"1": State.PRESENT, "0": State.ABSENT, ".": State.NOT_CODED}
    return [
        Cell("d", f"c{number}", group, states[marks[number]], RAISED[marks[number]], 1, RAISED[marks[number]])
        for number in range(len(next(iter(groups.values()))))
        for group, marks in groups.items()
    ]


def test_groups_are_compared_by_what_was_coded_in_both() -> None:
    found = {(row.one, row.other): row for row in similarity.of_groups(cells(A="1101001", B="1001101", C="110...."))}
    assert (found["A", "B"].both, found["A", "B"].either, found["A", "B"].jaccard) == (3, 5, 0.6)
    assert (found["A", "C"].both, found["A", "C"].either, found["A", "C"].jaccard) == (2, 2, 1)
    assert found["A", "C"].merged_at == 0
    assert found["A", "B"].merged_at == found["B", "C"].merged_at == pytest.approx((0.4 + 0.5) / 2)


@pytest.mark.parametrize("marks", [{"A": "00", "B": "00"}, {"A": "..", "B": "11"}])
def test_groups_without_a_common_code_cannot_be_compared(marks: dict[str, str]) -> None:
    (row,) = similarity.of_groups(cells(**marks))
    assert (row.either, row.jaccard, row.merged_at) == (0, None, None)
    assert similarity.fit([row]) is None
    assert not list(similarity.of_groups(cells(A="11")))


@given(st.lists(st.lists(st.booleans(), min_size=5, max_size=5).filter(any), min_size=2, max_size=6))
def test_a_tree_is_never_nearer_than_its_nearest_pair_nor_farther_than_its_farthest(groups: list[list[bool]]) -> None:
    names = {f"G{number}": "".join(str(int(mark)) for mark in marks) for number, marks in enumerate(groups)}
    found = list(similarity.of_groups(cells(**names)))
    apart = [1 - (row.jaccard or 0) for row in found]
    for row in found:
        assert row.merged_at is not None and min(apart) - 1e-6 <= row.merged_at <= max(apart) + 1e-6
    again = list(similarity.of_groups(cells(**dict(reversed(names.items())))))
    assert {frozenset((row.one, row.other)): row.jaccard for row in again} == {
        frozenset((row.one, row.other)): row.jaccard for row in found
    }


def test_codes_that_come_together() -> None:
    said = [("P1", "a"), ("P1", "b"), ("P2", "a"), ("P3", "b"), ("P3", "c"), ("P1", "b")]
    mentions = [Mention(f"x{number}", who, "A", "d", code, 1, 1) for number, (who, code) in enumerate(said)]
    codings = [
        CellCoding("d", code, "A", "P1", "x", "0" * 16, document, start, start and start + 9, None, 1)
        for code, document, start in (
            ("a", "D1", 5),
            ("b", "D1", 5),
            ("a", "D2", None),
            ("b", "D2", None),
            ("c", "D1", 6),
        )
    ]
    rows = list(cooccurrence.of_codes("cba", mentions, codings, {"x": "tidy"}))
    assert [(row.one, row.other, row.raised_one, row.raised_other, row.raised_both, row.passages) for row in rows] == [
        ("c", "b", 1, 2, 1, 0),
        ("b", "a", 2, 2, 1, 1),
    ]
    assert [row.jaccard for row in rows] == [0.5, 0.333333]
    numbered = cooccurrence.of_codes("cba", mentions, codings, {"x": "nvivo_report"})  # it numbers references of a code
    assert [row.passages for row in numbered] == [0, 0]


def test_who_raised_both_codes_is_listed_by_pseudonym_with_the_groups() -> None:
    said = [("P2", "A", "a"), ("P2", "B", "b"), ("P1", "A", "a"), ("P1", "A", "b"), ("P1", "A", "c"), ("P3", "A", "c")]
    mentions = [Mention("x", who, group, "d", code, 1, 1) for who, group, code in said]
    found = [(row.one + row.other, row.participant, row.group) for row in cooccurrence.holders("cba", mentions)]
    assert found == [("cb", "P1", "A"), ("ca", "P1", "A"), ("ba", "P1", "A"), ("ba", "P2", "A"), ("ba", "P2", "B")]
    both = {(row.one + row.other): row.raised_both for row in cooccurrence.of_codes("cba", mentions, [], {})}
    assert both == {pair: len({who for one, who, _ in found if one == pair}) for pair, _, _ in found}


def test_the_summary_says_only_what_there_is() -> None:
    found = cells(A="11", B="10")
    marks, totals = list(worth.of_cells(found, Method.WILSON)), list(worth.of_totals(found))
    lines = list(summary.sentences(marks, totals, [], [], [], [], WORDS))
    assert lines == [
        "3 marks: at least one participant of the group raised the code. 3 of them rest on one participant.",
        "Of these, 0 remain if at least two participants are asked for, 3 with at least 10 per cent of those "
        "interviewed, 3 with at least 25 per cent.",
        "With as many interviews in each group as the smallest one of the domain has, 3.0 marks would be expected.",
    ]
    groups = list(completeness.of_groups(completeness.incidences([], [], []), True))
    assert list(summary.sentences([], [], groups, [], [], [], WORDS)) == [
        "0 marks: at least one participant of the group raised the code. 0 of them rest on one participant."
    ]
