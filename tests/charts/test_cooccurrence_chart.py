"""The chart of codes that come together: half a matrix with the numbers of the analysis."""

from functools import cache

import pytest

from crosscase.analysis.rows import Cooccurrence
from crosscase.charts import cooccurrence, sheets
from crosscase.heatmaps.layout import Drawing
from tests.builders.analysed_study import Analysed, analysed
from tests.builders.drawn_charts import codes_in_order, tiles
from tests.builders.drawn_figures import words_of


@cache
def usual() -> Analysed:
    return analysed(groups=4, codes=10, domains=2, people=6)


def drawn(made: Analysed) -> Drawing:
    chart = cooccurrence.chart(made.rows.cooccurrence, made.rows.completeness, made.domains, made.study)
    return sheets.draw(chart, made.study)


def test_each_pair_has_its_coefficient_and_the_number_of_participants() -> None:
    figure = drawn(usual()).figure
    pairs = {(row.one, row.other): row for row in usual().rows.cooccurrence}
    paired = {code for pair in pairs for code in pair}
    codes = [code for code in codes_in_order(usual()) if code in paired]
    rows = [row for row in tiles(figure) if any(value is not None for value in row) or row is tiles(figure)[1]]
    expected = [
        [pairs[before, code].jaccard if (before, code) in pairs else 0.0 for before in codes[:number]]
        for number, code in enumerate(codes)
    ]
    assert [[value for value in row if value is not None] for row in rows if any(v is not None for v in row)] == [
        row for row in expected if row
    ]
    numbers = [
        str(pairs[before, code].raised_both)
        for n, code in enumerate(codes)
        for before in codes[:n]
        if (before, code) in pairs
    ]
    words = words_of(figure)
    assert all(words.count(number) >= numbers.count(number) for number in set(numbers))
    for code in codes:
        raised = next(
            row.raised_one if row.one == code else row.raised_other
            for row in pairs.values()
            if code in (row.one, row.other)
        )
        assert str(raised) in words


@pytest.mark.exhaustive
def test_of_hundreds_of_codes_those_of_the_strongest_pairs_are_drawn_and_said_to_be() -> None:
    made = analysed(groups=6, codes=300, domains=5)
    drawing = drawn(made)
    assert not drawing.pages
    assert drawing.figure.get_size_inches()[1] * 25.4 <= 240
    labels = [word for word in words_of(drawing.figure) if word.startswith("Code ")]
    paired = {code for row in made.rows.cooccurrence for code in (row.one, row.other)}
    assert 20 <= len(labels) < len(paired)
    assert f"Shown are {len(labels)} of {len(paired)} codes" in drawing.description
    best = cooccurrence.ranked(made.rows.cooccurrence)[0]
    assert {f"Code {best.one[1:]}", f"Code {best.other[1:]}"} <= set(labels)


def test_a_coefficient_of_few_participants_is_weak() -> None:
    few, many = Cooccurrence("a", "b", 1, 1, 1, 1.0, 0), Cooccurrence("c", "d", 9, 9, 6, 0.5, 0)
    assert cooccurrence.ranked([few, many]) == [many, few]
    assert cooccurrence.strongest([many, few], 3) == {"c", "d"}


def test_where_nobody_raised_two_codes_the_page_says_so() -> None:
    drawing = drawn(analysed(silent=True))
    assert "No participant raised two codes, so there are no pairs to show." in drawing.description
    assert not drawing.figure.axes


@pytest.mark.parametrize(("people", "codes", "has_numbers"), [(6, 10, True), (30, 80, False)])
def test_the_note_tells_of_numbers_where_they_are(people: int, codes: int, has_numbers: bool) -> None:
    """Numbers of two digits have no room in the cells of many codes."""
    said = words_of(drawn(analysed(groups=4, codes=codes, domains=1, people=people)).figure)
    assert ("on the diagonal, those who raised the code" in " ".join(said)) is has_numbers
    assert (sum(word.isdecimal() for word in said) > codes) is has_numbers
