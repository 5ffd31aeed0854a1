"""All charts: nothing cut or overlapping, no page too high, words of one language, the same bytes."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from itertools import islice
from pathlib import Path

import pytest
from matplotlib.text import Text
from pypdf import PdfReader

from crosscase.charts import study_charts
from crosscase.charts.inks import Inks
from crosscase.heatmaps import figure_files
from crosscase.heatmaps.layout import Drawing
from crosscase.labels import labels
from crosscase.study import result_names
from crosscase.study.colours import luminance, rgb
from crosscase.study.facts import FigureStyle
from tests.builders.analysed_study import Analysed, analysed
from tests.builders.drawn_charts import pages
from tests.builders.drawn_figures import no_text_overlaps_or_is_cut, words_of
from tests.builders.invented_cells import HOSTILE
from tests.builders.plain_runs import mostly_exhaustive, repeats
from tests.builders.printed_words import others, words_of_language
from tests.builders.printed_words import words_of as words_in

LONG = "A label of words without an end, as two hundred letters of a codebook that explains itself in its names " * 2
SHAPES: dict[str, Callable[[], Analysed]] = {
    "small": analysed,
    "one group": partial(analysed, groups=1),
    "two groups, one code": partial(analysed, groups=2, codes=1, domains=1),
    "nothing raised": partial(analysed, groups=2, silent=True),
    "gaps": partial(analysed, groups=5, codes=12, domains=3, not_coded=[("AB", "d1")], unheard=[("AC", "d2")]),
    "hostile labels on low pages": partial(
        analysed, groups=4, codes=18, labels=HOSTILE, figures=FigureStyle(174.0, 150.0)
    ),
    "long labels in one narrow column": partial(analysed, groups=9, codes=9, labels=(LONG,), figures=FigureStyle(86.0)),
    "many codes": partial(analysed, groups=4, codes=75, domains=3),
    "many groups": partial(analysed, groups=60, codes=4, people=1),
}
LARGE = {"long labels in one narrow column", "many codes", "many groups"}


def drawings(made: Analysed) -> list[Drawing]:
    return [draw() for draw in study_charts.plans(made.rows, made.domains, made.study)]


@pytest.mark.plain_cases(4)
@pytest.mark.parametrize("shape", mostly_exhaustive(SHAPES, SHAPES.keys() - LARGE))
def test_nothing_is_cut_or_overlaps_and_no_page_is_too_high(shape: str) -> None:
    made = SHAPES[shape]()
    for drawing in drawings(made):
        for page in [drawing.figure, *drawing.pages]:
            assert no_text_overlaps_or_is_cut(page), drawing.title
        for page in pages(drawing):
            wide, high = page.get_size_inches() * 25.4
            assert wide <= made.study.figures.width_mm + 0.01
            assert high <= made.study.figures.height_mm, drawing.title
        titles = [" ".join(words_of(figure)[:2]) for figure in drawing.pages]
        assert ["(continued)" in title for title in titles] == [False, *[True] * (len(titles) - 1)][: len(titles)]


def test_a_chart_that_is_a_little_too_high_has_lower_rows() -> None:
    usual, more = (drawings(analysed(groups=4, codes=codes, domains=2))[0] for codes in (24, 36))
    assert not more.pages
    assert more.figure.get_size_inches()[1] * 25.4 <= 240
    row = (more.figure.get_size_inches()[1] - usual.figure.get_size_inches()[1]) * 72 / 12
    assert row < 11.5  # and so lower rows than 13.5 points, which would not fit


def test_every_chart_says_what_it_is_of_whom_and_that_it_is_synthetic() -> None:
    for drawing in drawings(SHAPES["gaps"]()):
        text = " ".join(words_of(drawing.figure))
        assert "Synthetic: nobody said this." in text
        assert "Interviewed: AA 5 (Country 0), AB 6 (Country 1)" in text
        assert "Not coded for “Domain 1”: Country 1 (AB). Lost." in text
        assert "results/analysis/" in text
        assert drawing.description.startswith(f"{drawing.title}. An invented study. Synthetic: nobody said this.")


def test_titles_may_be_left_to_the_manuscript() -> None:
    for drawing in drawings(analysed(figures=FigureStyle(titles=False))):
        assert not {drawing.title, "An invented study"} & set(words_of(drawing.figure))


@cache
def of_several_languages() -> tuple[Analysed, ...]:
    """Studies whose numbers are the same in each language."""
    return (
        analysed(codes=6, coded_twice=12, unheard=[("AC", "d1")], figures=FigureStyle(86.0, 150.0)),
        analysed(groups=1, codes=1, domains=1, silent=True),
    )


@pytest.mark.parametrize("language", mostly_exhaustive(sorted({*labels.languages()} - {"en"}), ["de", "el"]))
def test_no_word_is_of_another_language(language: str) -> None:
    own = words_in("An invented study Synthetic: nobody said this. Code Domain Country country countries Lost.")
    names = words_in("results/analysis totals rule_totals rules accumulation saturation cooccurrence similarity csv")
    names |= words_in("agreement", [f"{chr(65)}{chr(65 + n)}" for n in range(9)])
    for made in of_several_languages():
        for drawing in drawings(replace(made, study=replace(made.study, output_language=language))):
            texts = [text.get_text() for text in drawing.figure.findobj(Text) if isinstance(text, Text)]
            found = words_in(drawing.title, drawing.description, *texts)
            assert not others(found, own, names, words_of_language(language))


def test_the_same_study_gives_the_same_bytes_with_title_description_and_language(tmp_path: Path) -> None:
    first, second = drawings(analysed(language="de")), drawings(analysed(language="de"))
    for one, other in islice(zip(first, second, strict=True), 0, None, repeats(2, 1)):
        names = [[str(tmp_path / f"{n}.{kind}") for kind in ("svg", "pdf", "png")] for n in (1, 2)]
        figure_files.save(one, *names[0])
        figure_files.save(other, *names[1])
        assert [Path(name).read_bytes() for name in names[0]] == [Path(name).read_bytes() for name in names[1]]
        svg = Path(names[0][0]).read_text(encoding="utf-8")
        assert f"<dc:title>{one.title}</dc:title>" in svg
        assert "<dc:description>" in svg
        pdf = PdfReader(names[0][1])
        assert str(pdf.root_object["/Lang"]) == "de"
        fonts = [font.get_object() for page in pdf.pages for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
        assert fonts


@pytest.mark.parametrize("colours", [["blues"], ["greys"], ["viridis"], ["#7a1f5c"]])
def test_shades_differ_in_luminance_whatever_the_colours_of_the_study(colours: list[str]) -> None:
    inks = Inks.of(replace(SHAPES["small"]().study, figures=FigureStyle(colours=colours)))
    dark, middle, pale = (luminance(rgb(ink)) for ink in (inks.dark, inks.middle, inks.pale))
    assert dark + 0.15 < middle < pale - 0.15


def test_the_charts_are_those_whose_names_are_declared() -> None:
    titles = [drawing.title for drawing in drawings(SHAPES["small"]())]
    words = labels.of("en", {}, "country", "countries")
    assert titles == [words(name) for name in result_names.CHARTS]
