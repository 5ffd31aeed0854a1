"""The chart of totals: each number drawn is that of the analysis."""

from dataclasses import replace
from functools import cache

import pytest

from crosscase.charts import robustness, sheets
from crosscase.charts.robustness import Totals
from crosscase.heatmaps.layout import Drawing
from crosscase.study.facts import MarkRule
from tests.builders.analysed_study import Analysed, analysed
from tests.builders.drawn_charts import codes_in_order, lines, points
from tests.builders.drawn_figures import words_of


@cache
def usual() -> Analysed:
    return analysed(groups=9, codes=12, domains=3, unheard=[("AC", "d1")])


def drawn(made: Analysed) -> Drawing:
    rows = made.rows
    totals = Totals(made.domains, rows.totals, rows.rule_totals, rows.rules, made.study)
    return sheets.draw(robustness.chart(totals), made.study)


def test_totals_and_those_under_other_rules_are_drawn_where_they_are() -> None:
    (axes, *_) = drawn(usual()).figure.axes
    under = {(row.rule, row.code): row for row in usual().rows.rule_totals}
    codes = list(codes_in_order(usual()))
    assert [x for x, _ in points(axes, "study")] == [under["study", code].total for code in codes]
    for rule in ("at_least_2", "share_10", "share_25"):
        changed = [code for code in codes if under[rule, code].total != under["study", code].total]
        assert [x for x, _ in points(axes, rule)] == [under[rule, code].total for code in changed]
    assert points(axes, "at_least_2")
    ranges = [(start[0], end[0]) for start, end in lines(axes, "range")]
    totals = [[row.total for row in usual().rows.rule_totals if row.code == code] for code in codes]
    assert ranges == [(min(found), max(found)) for found in totals]


def test_expected_totals_have_their_deviation() -> None:
    (axes, *_) = drawn(usual()).figure.axes
    worth = {row.code: row for row in usual().rows.totals}
    expected = [worth[code] for code in codes_in_order(usual())]
    assert [x for x, _ in points(axes, "expected")] == [row.expected for row in expected]
    assert [(start[0], end[0]) for start, end in lines(axes, "deviation")] == [
        (row.expected - row.deviation, row.expected + row.deviation) for row in expected
    ]


def test_what_may_be_more_is_dotted_and_a_range() -> None:
    drawing = drawn(usual())
    under = {row.code: row for row in usual().rows.rule_totals if row.rule == "study"}
    more = [under[code] for code in codes_in_order(usual()) if under[code].most > under[code].total]
    assert more
    dotted = [(start[0], end[0]) for start, end in lines(drawing.figure.axes[0], "most")]
    assert dotted == [(row.total, row.most) for row in more]
    assert f"{more[0].total}–{more[0].most}" in words_of(drawing.figure)
    assert any(word.startswith("the most it could be") for word in words_of(drawing.figure))
    whole = words_of(drawn(analysed()).figure)
    assert not any(word.startswith("the most it could be") for word in whole)


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("people", [1, 5])
def test_marks_that_one_participant_can_undo_are_counted(people: int) -> None:
    made = analysed(groups=4, codes=6, people=people)
    undone = {
        code: sum(
            (row.without_absent or 0) + (row.without_unknown or 0) > 0
            for row in made.rows.rules
            if row.rule == "study" and row.code == code and row.state == "present"
        )
        for code in codes_in_order(made)
    }
    for label, code in ((row.label, row.code) for matrix in made.domains for row in matrix.coded_rows):
        assert f"{label}: " in drawn(made).description
        assert f"fragile: {undone[code]}." in drawn(made).description.split(f"{label}: ")[1].split(" Code")[0]


def test_an_expectation_of_other_marks_is_not_drawn() -> None:
    made = replace(usual(), study=replace(usual().study, rule=MarkRule(at_least=2)))
    drawing = drawn(made)
    assert not points(drawing.figure.axes[0], "expected")
    assert not any("expected total" in word for word in words_of(drawing.figure))
