"""The chart of similar groups: coefficients, order and tree as the analysis has them."""

from functools import cache
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.analysis.similarity import merged_at
from crosscase.charts import sheets, similarity
from crosscase.charts.similarity import Branch
from crosscase.heatmaps.layout import Drawing
from tests.builders.analysed_study import Analysed, analysed
from tests.builders.drawn_charts import lines, pages, tiles
from tests.builders.drawn_figures import words_of
from tests.builders.plain_runs import repeats


@cache
def usual() -> Analysed:
    return analysed(groups=7, codes=24, domains=2, people=3)


def drawn(made: Analysed) -> Drawing:
    return sheets.draw(similarity.chart(made.rows.similarity, made.domains, made.study), made.study)


def heights_of(branch: Branch) -> set[float]:
    return {branch.height for _ in branch.branches}.union(*map(heights_of, branch.branches))


def test_each_pair_has_its_coefficient_in_the_order_of_the_tree() -> None:
    figure = drawn(usual()).figure
    pairs = {frozenset((row.one, row.other)): row for row in usual().rows.similarity}
    order = [word for word in words_of(figure) if word in {group.code for group in usual().study.groups}]
    assert sorted(order) == sorted(group.code for group in usual().study.groups)
    for one, row in zip(order, tiles(figure), strict=True):
        assert row == [None if other == one else pairs[frozenset((one, other))].jaccard for other in order]
    drawn_heights = {x for axes in figure.axes for line in lines(axes, "tree") for x, _ in line}
    assert drawn_heights == {0.0, *(row.merged_at for row in usual().rows.similarity)}
    text = " ".join(words_of(figure))
    assert "Correlation of the heights of the tree with 1 − Jaccard (cophenetic):" in text


distances = st.integers(2, 7).flatmap(
    lambda groups: st.lists(st.fractions(0, 1, max_denominator=9), min_size=21, max_size=21).map(
        lambda drawn: (groups, drawn)
    )
)


@settings(max_examples=repeats(25, 100))
@given(distances)
def test_a_tree_of_heights_is_the_tree_that_had_them(drawn: tuple[int, list]) -> None:  # type: ignore[type-arg]
    number, found = drawn
    names = [f"g{n}" for n in range(number)]
    known = dict(zip(combinations(names, 2), found, strict=False))
    heights = {frozenset(pair): round(float(height), 6) for pair, height in merged_at(names, known).items()}
    tree = similarity.tree(names, heights)

    def check(branch: Branch) -> None:
        for one, other in combinations(branch.branches, 2):
            assert {heights[frozenset((a, b))] for a in one.groups for b in other.groups} == {branch.height}
        for part in branch.branches:
            assert part.height < branch.height or not part.branches
            check(part)

    check(tree)
    assert sorted(tree.groups) == sorted(names)
    assert heights_of(tree) == set(heights.values())


def test_one_group_has_nothing_to_compare() -> None:
    drawing = drawn(analysed(groups=1))
    assert "There are no two countries to compare." in words_of(drawing.figure)
    assert not drawing.figure.axes


def test_groups_without_a_common_code_are_in_the_order_of_the_study() -> None:
    made = analysed(groups=3, silent=True)
    drawing = drawn(made)
    assert "Without colour: no code is present in either, so there is no tree." in drawing.description
    assert not any(lines(axes, "tree") for axes in drawing.figure.axes)


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("groups", [40, 60])
def test_many_groups_are_on_pages_with_all_columns(groups: int) -> None:
    made = analysed(groups=groups, codes=12, people=2)
    drawing = drawn(made)
    assert sum(len(tiles(page)) for page in pages(drawing)) == groups
    assert {len(row) for page in pages(drawing) for row in tiles(page)} == {groups}
