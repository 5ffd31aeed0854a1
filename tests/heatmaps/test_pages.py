"""Figures that break: no page higher than the study asks for, every row on one page, nothing cut or overlapping."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from crosscase.coding.matrices import Matrix
from crosscase.heatmaps import drawings, paging
from crosscase.heatmaps.figure_files import save
from crosscase.heatmaps.layout import Drawing
from crosscase.heatmaps.rows import GridRow, Mark
from crosscase.study.facts import FigureStyle, Group, NotCoded, Study
from tests.builders.drawn_figures import domains, no_text_overlaps_or_is_cut, words_of
from tests.builders.invented_cells import HOSTILE, STUDY, large

POINTS = 72 / 25.4
LONG = "A label of words without an end, as two hundred letters of a codebook that explains itself in its names " * 2


def study_of(height: float = 240.0, width: float = 174.0, **facts: object) -> Study:
    return replace(STUDY, figures=FigureStyle(width, height), **facts)  # type: ignore[arg-type]


def heights(drawing: Drawing) -> list[float]:
    """Of the pages, in millimetres."""
    return [figure.get_size_inches()[1] * 25.4 for figure in drawing.pages or [drawing.figure]]


SHAPES: dict[str, tuple[list[Matrix], Study]] = {
    "120 codes, 40 groups": (domains(2, 60, 40), study_of()),
    "one domain of 90 codes": (domains(1, 90, 9), study_of()),
    "long labels": (domains(1, 20, 40, (LONG,)), study_of()),
    "hostile labels on low pages": (domains(2, 20, 9, tuple(HOSTILE)), study_of(150.0)),
    "more groups than have room": (domains(1, 30, 60), study_of()),
    "one narrow column": (domains(2, 60, 12), study_of(240.0, 86.0)),
    "forty groups without codings": (
        domains(1, 20, 40),
        study_of(not_coded=[NotCoded(group.code, "d0", "Lost. " * 20) for group in large(1, 40).groups]),
    ),
}


@pytest.mark.exhaustive
@pytest.mark.parametrize("shape", SHAPES)
def test_no_page_is_higher_than_the_study_asks_for(shape: str) -> None:
    matrices, study = SHAPES[shape]
    for drawing in (drawings.presence(matrices[0], study), drawings.participant_counts(matrices, study)):
        assert len(drawing.pages) > 1
        assert max(heights(drawing)) <= study.figures.height_mm
        assert all(map(no_text_overlaps_or_is_cut, [drawing.figure, *drawing.pages]))
        titles = [" ".join(words_of(figure)[:2]) for figure in drawing.pages]  # one may have two lines
        assert ["(continued)" in title for title in titles] == [False, *[True] * (len(titles) - 1)]


def test_a_domain_of_more_than_a_page_is_cut_evenly_and_whole_domains_share_pages() -> None:
    counted = drawings.participant_counts([*domains(1, 90, 9), *domains(3, 10, 9)], study_of())
    found = [{word for word in words_of(page) if re.match(r"Domain \d", word)} for page in counted.pages]
    assert found[0] == {"Domain 0"}
    assert found[-1] == {"Domain 0", "Domain 1", "Domain 2"}
    assert found[1:-1] == [{"Domain 0 (continued)"}] * (len(found) - 2) != []
    numbers = [sum(word.startswith("Code ") for word in words_of(page)) for page in counted.pages[:-1]]
    assert max(numbers) - min(numbers) <= 4


def test_what_fits_on_a_page_is_one() -> None:
    drawing = drawings.participant_counts(domains(3, 9, 9), study_of())
    assert not drawing.pages
    assert heights(drawing)[0] <= 240


@pytest.mark.parametrize(("codes", "number"), [(43, 1), (44, 1), (48, 1), (49, 2)])
def test_a_figure_that_is_a_little_too_high_has_lower_rows(codes: int, number: int) -> None:
    drawing = drawings.presence(large(codes, 9), study_of())
    assert len(heights(drawing)) == number
    assert max(heights(drawing)) <= 240


rows = st.lists(st.tuples(st.integers(0, 3), st.floats(13, 200), st.booleans()), min_size=1, max_size=60)


@given(st.lists(rows, min_size=1, max_size=4), st.floats(300, 900))
def test_every_row_is_on_one_page_in_its_order(given_rows: list[list[tuple[int, float, bool]]], room: float) -> None:
    sections = [
        [(GridRow(f"{s}.{n}", level, [Mark(1, "x")]), high) for n, (level, high, _) in enumerate(section)]
        for s, section in enumerate(given_rows)
    ]
    pages = paging.pages_of(sections, room, "(continued)")
    assert [row for page in pages for row in page if row.marks] == [row for section in sections for row, _ in section]
    high = {row.label: high for section in sections for row, high in section}
    for page in pages:
        own = [row for row in page if row.marks]
        total = sum(high[row.label.removesuffix(" (continued)")] for row in page)
        assert total <= room or len(own) == 1 or len({row.label.split(".")[0] for row in page}) == 1
        assert own


def test_a_page_that_begins_below_a_code_names_the_codes_above_it() -> None:
    drawing = drawings.presence(large(100, 9), study_of())
    for page in drawing.pages[1:]:
        labels = [word for word in words_of(page) if word.startswith("Code ")]
        assert int(labels[0].split()[1]) % 3 == 0  # a code directly below the domain, repeated or not
    assert sum(word.startswith("Code ") for page in drawing.pages for word in words_of(page)) >= 100


@pytest.mark.parametrize("groups", [1, 2])
def test_few_groups_need_no_wide_figure(groups: int) -> None:
    drawing = drawings.presence(large(9, groups), study_of())
    assert drawing.figure.get_size_inches()[0] * 25.4 == pytest.approx(85, abs=1)
    longer = drawings.presence(large(9, groups, ["A label of some twenty-nine letters"]), study_of())
    assert longer.figure.get_size_inches()[0] * 25.4 < 100


def test_the_codes_of_the_groups_are_explained() -> None:
    assert "CZ: Czech, EL: EL." not in words_of(drawings.presence(large(2, 2), STUDY).figure)
    matrix = large(2, 2)
    named = replace(matrix, groups=[Group("AA", "Austria"), Group("AB", "AB")])
    assert "AA: Austria." in words_of(drawings.presence(named, STUDY).figure)


def test_a_series_is_pages_of_a_pdf_and_one_picture(tmp_path) -> None:  # type: ignore[no-untyped-def]
    drawing = drawings.presence(large(90, 9), study_of())
    paths = [str(tmp_path / f"figure.{kind}") for kind in ("svg", "pdf", "png")]
    save(drawing, *paths)
    pdf = (tmp_path / "figure.pdf").read_bytes()
    assert f"/Count {len(drawing.pages)}".encode() in pdf
    # The tags write each page once more, under its number.
    pages = set(re.findall(rb"(\d+) 0 obj\s*<<(?:(?!endobj).)*?/Type /Page\b", pdf, re.DOTALL))
    assert len(pages) == len(drawing.pages) > 1


def test_the_pages_of_a_very_long_series_are_side_by_side_in_a_picture_and_legible(tmp_path: Path) -> None:
    """It was one column of pages, as narrow as its height made it."""
    drawing = drawings.presence(large(400, 9), study_of())
    save(drawing, *(str(tmp_path / f"figure.{kind}") for kind in ("svg", "pdf", "png")))
    wide, high = drawing.figure.get_size_inches() * 300
    with Image.open(tmp_path / "figure.png") as picture:
        dpi = picture.info["dpi"][0]
        assert high > 16_000 >= picture.size[1] and picture.size[0] > 2 * wide / 300 * dpi
        assert dpi >= 150 and picture.size[0] * picture.size[1] < (Image.MAX_IMAGE_PIXELS or 0)
