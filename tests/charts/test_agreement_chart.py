"""The chart of agreement: coefficients and intervals as in the analysis, undefined ones in words."""

from functools import cache

from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.rows import ALL
from crosscase.charts import agreement, sheets
from crosscase.heatmaps.layout import Drawing
from tests.builders.analysed_study import Analysed, analysed
from tests.builders.drawn_charts import lines, points
from tests.builders.drawn_figures import words_of


@cache
def usual() -> Analysed:
    return analysed(groups=3, codes=12, domains=2, people=5, coded_twice=12)


def drawn(made: Analysed) -> Drawing:
    return sheets.draw(agreement.chart(made.rows.agreement, made.domains, made.study), made.study)


def shown(made: Analysed, level: str) -> list[Agreement]:
    """The rows of a lane, from top to bottom."""
    found = {
        (row.domain, row.code): row
        for row in made.rows.agreement
        if (row.level, row.frame) == (level, "all") and row.group == row.one == row.other == ALL
    }
    keys = [
        key
        for matrix in made.domains
        for key in [(matrix.domain.id, ALL), *((matrix.domain.id, row.code) for row in matrix.coded_rows)]
    ]
    return [found[key] for key in [*keys, (ALL, ALL)] if key in found]


def test_coefficients_and_intervals_are_those_of_the_analysis() -> None:
    figure = drawn(usual()).figure
    for axes, level in zip(figure.axes, ("participant", "segment"), strict=True):
        rows = [row for row in shown(usual(), level) if row.alpha is not None]
        assert rows
        assert [x for x, _ in points(axes, "alpha")] == [row.alpha for row in rows]
        assert [x for x, _ in points(axes, "positive")] == [row.positive for row in rows]
        ends = [(row.alpha_low, row.alpha_high) for row in rows if row.alpha_low is not None]
        assert [(low[0], high[0]) for low, high in lines(axes, "interval")] == ends != []


def test_an_undefined_coefficient_is_said_to_be_undefined() -> None:
    words = words_of(drawn(usual()).figure)
    undefined = [row for level in ("participant", "segment") for row in shown(usual(), level) if row.alpha is None]
    assert words.count("undefined") == len(undefined) > 0
    text = " ".join(words)
    assert "undefined: all units are alike, so that chance alone gives full agreement." in text


def test_where_nobody_coded_twice_the_page_says_so() -> None:
    drawing = drawn(analysed(coded_twice=0))
    assert not drawing.figure.axes
    assert "No material was coded by two coders or more, so there is no agreement to show." in drawing.description
    words = " ".join(words_of(drawing.figure))
    assert "No material was coded by two coders or more" in words
    assert "Synthetic: nobody said this." in words


def test_domains_of_one_title_keep_their_own_rows() -> None:
    made = analysed(groups=2, codes=6, domains=2, coded_twice=8)
    for matrix in made.domains:
        object.__setattr__(matrix, "domain", type(matrix.domain)(matrix.domain.id, "Barriers"))
    rows = [row for row in shown(made, "participant") if row.alpha is not None]
    assert [x for x, _ in points(drawn(made).figure.axes[0], "alpha")] == [row.alpha for row in rows]
