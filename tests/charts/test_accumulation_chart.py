"""The chart of codes by interviews: a panel for each group, with the numbers of the analysis."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from crosscase.analysis.rows import ALL
from crosscase.charts import accumulation, sheets
from crosscase.heatmaps.layout import Drawing
from crosscase.labels import labels
from crosscase.study.own_labels import labels_of
from tests.builders.analysed_study import Analysed, analysed
from tests.builders.drawn_charts import pages, points
from tests.builders.drawn_figures import no_text_overlaps_or_is_cut, words_of
from tests.builders.plain_runs import mostly_exhaustive, repeats


@cache
def usual() -> Analysed:
    return analysed(groups=5, codes=14, domains=2, people=6)


def drawn(made: Analysed, is_saturation_used: bool = True) -> Drawing:
    rows = made.rows
    saturated = rows.saturation if is_saturation_used else []
    chart = accumulation.chart(rows.accumulation, rows.completeness, saturated, made.domains, made.study)
    return sheets.draw(chart, made.study)


def line(axes: Axes, label: str) -> list[tuple[float, float]]:
    found = [one for one in axes.lines if isinstance(one, Line2D) and one.get_label() == label]
    data = [np.asarray(one.get_xydata()) for one in found]
    return [(float(x), float(y)) for places in data for x, y in places]


def test_each_group_has_its_curve_after_that_of_all() -> None:
    groups = [ALL, *(group.code for group in usual().study.groups)]
    figure = drawn(usual()).figure
    assert len(figure.axes) == len(groups)
    for axes, group in zip(figure.axes, groups, strict=True):
        rows = [row for row in usual().rows.accumulation if (row.domain, row.group) == (ALL, group)]
        assert line(axes, "codes") == [(0, 0), *((row.interviews, row.codes) for row in rows)]
        (listed,) = {row.listed for row in usual().rows.completeness if (row.domain, row.group) == (ALL, group)}
        assert {y for _, y in line(axes, "listed")} == {listed}
        (band,) = [one for one in axes.collections if one.get_label() == "deviation"]
        upper = {(float(x), float(y)) for x, y in np.asarray(band.get_paths()[0].vertices)}
        assert {(row.interviews, row.codes + row.deviation) for row in rows} <= upper
        assert f"n = {rows[-1].interviews}" in words_of(figure)


def test_saturation_is_drawn_where_the_study_asks_for_it() -> None:
    reached = {row.group: row.reached for row in usual().rows.saturation if row.domain == ALL}
    assert any(reached.values())
    groups = [ALL, *(group.code for group in usual().study.groups)]
    for axes, group in zip(drawn(usual()).figure.axes, groups, strict=True):
        assert [x for x, _ in points(axes, "reached")] == [number for number in [reached[group]] if number is not None]
    without = drawn(usual(), is_saturation_used=False).figure
    assert not any(points(axes, "reached") for axes in without.axes)
    assert not any("further interviews are expected" in word for word in words_of(without))


def test_one_group_has_one_panel_and_many_groups_have_pages_of_them() -> None:
    assert len(drawn(analysed(groups=1)).figure.axes) == 1
    groups = repeats(30, 60)
    many = drawn(analysed(groups=groups, codes=6, people=2))
    assert sum(len(page.axes) for page in pages(many)) == groups + 1
    assert len(many.pages) > 1


def test_where_nothing_was_coded_the_page_says_so() -> None:
    made = analysed(groups=2, silent=True)
    none = replace(made, rows=replace(made.rows, accumulation=[]))
    assert "Raised by nobody: all codes." in words_of(drawn(none).figure)


@pytest.mark.plain_cases(4)
@pytest.mark.parametrize("language", mostly_exhaustive(labels.languages(), ["de", "el"]))
@pytest.mark.parametrize("groups", [1, 2, 5, 9])
def test_axes_and_heads_are_named_in_full(language: str, groups: int) -> None:
    made = analysed(groups=groups, codes=14, domains=2, people=6, language=language)
    words = labels_of(made.study)
    drawing = drawn(made)
    text = " ".join(words_of(drawing.figure))
    everybody = words("all_groups")
    heads = [everybody[:1].upper() + everybody[1:]] if groups > 1 else []
    assert [name for name in (words("codes_raised"), words("axis_interviews"), *heads) if name not in text] == []
    assert no_text_overlaps_or_is_cut(drawing.figure)
