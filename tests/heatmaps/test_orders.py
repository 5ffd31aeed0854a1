"""The order of codes and groups in figures: every row and cell stays what it was, siblings stay below their parent."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.coding.matrices import Matrix, Row
from crosscase.heatmaps import drawings, ordering
from crosscase.study.facts import Domain, FigureStyle, Group, Study
from tests.builders.drawn_figures import words_of
from tests.builders.invented_cells import STUDY, cell, small

CODES = ("a", "b", "c", "d")


def matrix(*rows: str, levels: tuple[int, ...] = (), name: str = "d0") -> Matrix:
    """A matrix with a row for each text, in which x is present, . absent, - not coded; an empty text is a heading."""
    number = {"x": 2, ".": 0, "-": None}
    groups = [Group(f"G{place}", f"G{place}") for place in range(max(map(len, rows)))]
    made = [
        Row(
            f"c{place}",
            f"Code {place}",
            level,
            [cell(f"c{place}", g.code, number[mark]) for g, mark in zip(groups, row, strict=False)],
        )
        for place, (row, level) in enumerate(zip(rows, levels or [0] * len(rows), strict=True))
    ]
    return Matrix(Domain(name, name.title()), groups, made)


def order_of(found: Matrix, order: str = "study", group_order: str = "study") -> tuple[str, str]:
    """The codes and the groups in their order, each by its number."""
    (ordered,) = ordering.ordered([found], FigureStyle(order=order, group_order=group_order))
    codes, groups = (
        "".join(name[1:] for name in names)
        for names in ([r.code for r in ordered.rows], [g.code for g in ordered.groups])
    )
    return codes, groups


def test_by_total_equal_ones_stay_as_in_the_study() -> None:
    found = matrix(".x..", "xx.x", ".xx.", "-x.x")
    assert order_of(found, order="total") == ("1230", "0123")
    assert order_of(found, group_order="total") == ("0123", "1302")


def test_codes_stay_below_their_parents_and_a_heading_counts_as_its_highest() -> None:
    found = matrix("x...", ".x..", "", "x...", "xxxx", levels=(0, 1, 0, 1, 1))
    assert order_of(found, order="total")[0] == "24301"
    assert order_of(matrix("xxxx", "x...", "....", "xx.."), order="total")[0] == "0312"


def test_alike_codes_stand_together() -> None:
    assert order_of(matrix("xx..", "..xx", "xx..", "..x."), order="clustered")[0] == "0213"
    assert order_of(matrix("xx..", "....", "xx..", "...."), order="clustered")[0] in ("0213", "0231")
    assert order_of(matrix("xx--", "--xx", "xx--"), order="clustered")[0] == "021"


def test_alike_groups_stand_together_over_all_domains() -> None:
    first, second = matrix("x.x.", ".x.x"), matrix("x.x.", "x.xx", name="d1")
    second = replace(
        second,
        rows=[
            replace(row, code=f"e{row.code}", cells=[replace(c, code=f"e{c.code}") for c in row.cells])
            for row in second.rows
        ],
    )
    ordered = ordering.ordered([first, second], FigureStyle(group_order="clustered"))
    assert {tuple(group.code for group in found.groups) for found in ordered} == {("G0", "G2", "G1", "G3")}
    assert [c.group for c in ordered[0].rows[0].cells] == ["G0", "G2", "G1", "G3"]


@given(
    st.lists(st.tuples(st.text("x.-", min_size=4, max_size=4), st.integers(0, 2)), min_size=1, max_size=12),
    st.sampled_from(["study", "total", "clustered"]),
    st.sampled_from(["study", "total", "clustered"]),
)
def test_nothing_is_lost_and_no_code_leaves_its_parent(rows: list[tuple[str, int]], order: str, groups: str) -> None:
    levels: list[int] = []
    for _, level in rows:
        levels.append(min(level, levels[-1] + 1 if levels else 0))
    before = matrix(*(row for row, _ in rows), levels=tuple(levels))
    (after,) = ordering.ordered([before], FigureStyle(order=order, group_order=groups))

    def facts(found: Matrix) -> set[tuple[str, ...]]:
        """Each cell with the code and the codes above it."""
        above: list[str] = []
        held = set()
        for row in found.rows:
            above = [*above[: row.level], row.code]
            held |= {(c.group, c.state, *above) for c in row.cells}
        return held

    assert facts(after) == facts(before)
    assert [[c.group for c in row.cells] for row in after.rows] == [[g.code for g in after.groups]] * len(rows)
    if order == groups == "study":
        assert after == before
    if order == "total":
        tops = [row.total for row in after.rows if row.level == 0]
        assert all(one >= other for one, other in pairwise(tops))


@pytest.mark.parametrize(
    ("style", "note"),
    [
        (FigureStyle(order="total"), "Codes by total, the most first, each below its parent."),
        (FigureStyle(order="clustered"), "Codes by similarity, each below its parent (Jaccard, average linkage)."),
        (FigureStyle(group_order="total"), "Columns by the number of codes present, the most first."),
        (FigureStyle(group_order="clustered"), "Columns by similarity (Jaccard, average linkage)."),
    ],
)
def test_the_figure_says_its_order(style: FigureStyle, note: str) -> None:
    study: Study = replace(STUDY, figures=style)
    for plan in drawings.all_figures([small()], study):
        assert note in " ".join(words_of(plan.draw().figure))
    assert note not in " ".join(words_of(drawings.all_figures([small()], STUDY)[0].draw().figure))


def test_a_drawn_figure_has_the_order() -> None:
    found = matrix(".x..", "xx.x", ".xx.", "-x.x")
    study = replace(
        STUDY, domains=[found.domain], not_coded=[], figures=FigureStyle(order="total", group_order="total")
    )
    written = words_of(drawings.all_figures([found], study)[0].draw().figure)
    assert [word for word in written if word.startswith("Code ")] == ["Code 1", "Code 2", "Code 3", "Code 0"]
    assert [word for word in written if word[0] == "G"] == ["G1", "G3", "G0", "G2"]
