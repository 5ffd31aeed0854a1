"""The heatmaps of all domains: marks, shares, and the chance of a mark with equally many interviews."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.collections import QuadMesh

from crosscase.coding.matrices import Matrix, Row
from crosscase.heatmaps import drawings, marks, palettes
from crosscase.heatmaps.layout import Drawing
from crosscase.study import result_names
from crosscase.study.facts import Domain, FigureStyle, Group, MarkRule, Study
from tests.builders.drawn_figures import domains, no_text_overlaps_or_is_cut, words_of
from tests.builders.invented_cells import HOSTILE, STUDY, cell, small, with_unknown
from tests.builders.plain_runs import mostly_exhaustive


def mesh(drawing: Drawing) -> list[list[float | None]]:
    found = drawing.figure.axes[0].findobj(QuadMesh)[0]
    values = found.get_array()
    assert isinstance(values, np.ma.MaskedArray)
    return values.tolist()  # type: ignore[no-any-return]


def sized(interviewed: tuple[int, ...], *rows: tuple[int, ...]) -> Matrix:
    """A matrix of groups of these sizes, in which so many raised each code."""
    groups = [Group(f"G{place}", f"G{place}") for place in range(len(interviewed))]
    made = [
        Row(
            f"c{n}",
            f"Code {n}",
            0,
            [cell(f"c{n}", g.code, raised, size) for g, raised, size in zip(groups, row, interviewed, strict=True)],
        )
        for n, row in enumerate(rows)
    ]
    return Matrix(Domain("barriers", "Barriers"), groups, made)


def study_of(matrices: list[Matrix], **facts: object) -> Study:
    found = replace(STUDY, domains=[matrix.domain for matrix in matrices], groups=matrices[0].groups, not_coded=[])
    return replace(found, **facts)  # type: ignore[arg-type]


def test_the_figures_are_those_whose_names_are_promised() -> None:
    several, one = domains(3, 4, 3), domains(1, 4, 3)
    names = result_names.figures(study_of(several))
    assert names == ["d0", "d1", "d2", "participant_counts", "all_domains", "participant_shares", "rarefied_presence"]
    titles = [plan.draw().title for plan in drawings.all_figures(several, study_of(several))]
    assert titles == [
        *("Domain 0", "Domain 1", "Domain 2"),
        "Number of participants who raised each code",
        "Marks in all domains",
        "Share of interviewed participants who raised each code",
        "Chance of each mark with equally many interviews",
    ]
    assert result_names.figures(study_of(one)) == [
        "d0",
        "participant_counts",
        "participant_shares",
        "rarefied_presence",
    ]
    stricter = study_of(several, rule=MarkRule(at_least=2))
    assert "rarefied_presence" not in result_names.figures(stricter)
    assert len(drawings.all_figures(several, stricter)) == len(result_names.figures(stricter))


def test_all_domains_show_the_marks_of_each_with_totals() -> None:
    matrices = [small(), with_unknown()]
    drawing = drawings.marks_of_all(matrices, replace(study_of(matrices), not_coded=STUDY.not_coded))
    written = words_of(drawing.figure)
    assert written.count("x") == 2 + 1 + 1  # one of them in the legend
    assert written.count("(x)") == 1 + 1 + 1
    assert written.count("?") == 3 + 1
    assert {"2", "1–2", "Total", "not coded"} <= set(written)
    assert "Marks that rest on a single participant: 2." in written


def test_shares_are_per_cent_of_the_interviewed() -> None:
    found = sized((10, 7, 1), (1, 7, 0), (10, 3, 1))
    drawing = drawings.shares([found], study_of([found]))
    assert mesh(drawing) == [[None] * 3, [0.1, 1, 0], [1, pytest.approx(3 / 7), 1]]
    written = words_of(drawing.figure)
    assert sorted(word for word in written if word.isdigit()) == sorted(["10", "100", "0", "100", "43", "100", "0"])
    assert {"n = 10", "n = 7", "n = 1"} <= set(written)
    assert "G0 10%, G1 100%, G2 0%" in drawing.description


def test_chances_are_those_of_the_smallest_group() -> None:
    found = sized((10, 4, 6), (1, 1, 6), (5, 0, 2))
    drawing = drawings.rarefied([found], study_of([found]))
    # 1 - C(n - k, 4) / C(n, 4), by hand
    assert mesh(drawing)[1:] == [
        [pytest.approx(4 / 10), 1, 1],
        [pytest.approx(1 - 5 / 210), 0, pytest.approx(1 - 1 / 15)],
    ]
    assert {"40", "100", "98", "93"} <= set(words_of(drawing.figure))
    assert "Interviews drawn: 4." in words_of(drawing.figure)


def test_domains_with_other_smallest_groups_are_named() -> None:
    large, small_one = sized((10, 4), (1, 1)), sized((3, 3), (1, 2))
    moved = [replace(row, cells=[replace(c, domain="helps") for c in row.cells]) for row in small_one.rows]
    matrices = [large, replace(small_one, domain=Domain("helps", "Helps"), rows=moved)]
    written = words_of(drawings.rarefied(matrices, study_of(matrices)).figure)
    assert "Interviews drawn: 3 (Helps); 4 (Barriers)." in written


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (0.004, "<1"), (0.006, "1"), (0.5, "50"), (0.994, "99"), (0.996, ">99"), (1, "100")]
)
def test_only_nothing_is_nought_and_only_everything_is_a_hundred(value: float, text: str) -> None:
    assert marks.percent(value) == text


def test_a_share_in_a_cell_is_rounded_as_in_the_tables() -> None:
    """23 of 40 are 57.5 per cent, and 58: 100 times the quotient of the two is a little less."""
    palette = palettes.of_study(study_of([sized((8,), (1,))]))
    for interviewed in range(1, 201):
        for raised in range(1, interviewed + 1):
            text = marks.share(cell("c", "G", raised, interviewed), palette).text
            expected = f"{100 * raised / interviewed:.0f}"
            assert text in (expected, "<1", ">99"), f"{raised} of {interviewed}"


def test_a_group_without_interviews_has_no_share_and_no_chance() -> None:
    found = sized((0, 5), (0, 2))
    for draw in (drawings.shares, drawings.rarefied):
        drawing = draw([found], study_of([found]))
        assert mesh(drawing)[1][0] is None
        assert "not coded" not in words_of(drawing.figure)


def test_under_another_rule_no_mark_is_fragile() -> None:
    study = replace(STUDY, rule=MarkRule(share=0.1))
    for drawing in (drawings.presence(small(), study), drawings.participant_counts([small()], study)):
        assert not {"(x)", "(1)", "the mark rests on one participant"} & set(words_of(drawing.figure))
        assert "rest on" not in drawing.description


def test_the_text_in_place_of_a_figure_has_the_fragile_marks() -> None:
    about = drawings.presence(small(), STUDY).description
    assert "Funds <cut>: 2 ((CZ), EL)." in about
    assert "(…): the mark rests on one participant." in about


def test_a_figure_a_little_too_high_has_lower_rows_and_one_of_more_is_a_series() -> None:
    matrices = domains(3, 12, 9)
    study = study_of(matrices, figures=FigureStyle(174.0, 1000.0))
    natural = drawings.marks_of_all(matrices, study).figure.get_size_inches()[1] * 25.4
    for less, pages in ((0, 0), (5, 0), (15, 0), (40, 2)):
        limited = study_of(matrices, figures=FigureStyle(174.0, natural - less))
        drawing = drawings.marks_of_all(matrices, limited)
        assert len(drawing.pages) == pages
        high = [page.get_size_inches()[1] * 25.4 for page in drawing.pages or [drawing.figure]]
        assert max(high) <= natural - less + 0.01
        assert all(map(no_text_overlaps_or_is_cut, [drawing.figure, *drawing.pages]))


SHAPES = {
    "60 codes, 60 groups": domains(3, 20, 60),
    "3 codes, 1 group": domains(1, 3, 1),
    "hostile labels": domains(2, 12, 9, tuple(HOSTILE)),
    "40 groups": domains(2, 9, 40),
}


@pytest.mark.plain_cases(2)
@pytest.mark.parametrize("shape", mostly_exhaustive(SHAPES, SHAPES.keys() - {"60 codes, 60 groups"}))
def test_nothing_is_cut_or_overlaps_in_any_of_them(shape: str) -> None:
    matrices = SHAPES[shape]
    study = study_of(matrices)
    for draw in (drawings.marks_of_all, drawings.shares, drawings.rarefied):
        drawing = draw(matrices, study)
        assert all(map(no_text_overlaps_or_is_cut, drawing.pages or [drawing.figure]))
        high = [page.get_size_inches()[1] * 25.4 for page in drawing.pages or [drawing.figure]]
        assert max(high) <= study.figures.height_mm
