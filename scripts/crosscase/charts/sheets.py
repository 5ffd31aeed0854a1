"""A chart as sheets: one page where it fits, otherwise a series of pages, as the heatmaps are.

A page has the title, some of the rows, the axes and the legend. The notes are on each page, or, where they are long, on
pages of their own. What cannot be drawn is a page with a sentence that says why.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import nan

from crosscase.heatmaps import legends, paging, series
from crosscase.heatmaps.layout import LABEL, POINTS_PER_MM, Drawing, Page, new_page, style
from crosscase.heatmaps.rows import GridRow, Mark
from crosscase.heatmaps.typefaces import Typeface, typeface_for
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of

_CONTENT = (Mark(nan, ""),)


@dataclass(frozen=True, slots=True)
class Line(GridRow):
    """A row of a chart; its key says which rows of the analysis it shows."""

    key: str = ""


def line(key: str, label: str, level: int = 0, bold: bool = False) -> Line:
    """A row with something beside its label."""
    return Line(label, level, list(_CONTENT), bold=bold, key=key)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart before it is drawn. `sections` are the rows that a page keeps together if it can."""

    title: str
    about: str
    sections: Sequence[Sequence[Line]] = ()
    height: Callable[[Page, GridRow], float] = lambda page, row: 0.0
    body: Callable[[Page, Sequence[GridRow]], None] = lambda page, rows: None
    legend: Callable[[Page], None] = lambda page: None
    width: Callable[[Page], float] = lambda page: page.width
    notes: Sequence[str] = ()
    words: Sequence[str] = ()  # all words that it prints beside title, notes and labels
    nothing: str = ""  # why there is nothing to draw
    less_if_tight: float = 0.0  # of the height of a row

    @property
    def rows(self) -> list[Line]:
        """All rows."""
        return [row for section in self.sections for row in section]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one page shows. No rows: only notes."""

    rows: Sequence[GridRow] = ()
    notes: Sequence[str] = field(default=())


def draw(chart: Chart, study: Study) -> Drawing:
    """The figure, on as many pages as it needs. Raises StudyError if no font has a letter."""
    about = [f"{chart.title}. {study.title}.", study.synthetic_note, chart.nothing, chart.about, *chart.notes]
    with style():
        typeface = typeface_for(_texts(chart, study), chart.title)
        width = _width(chart, study, typeface)
        limit = study.figures.height_mm * POINTS_PER_MM
        everything = _Piece(chart.rows, chart.notes)

        def page(tight: bool) -> Page:
            return _page([everything], chart, study, typeface, width, tight=tight)

        whole = series.one_page(page, limit, chart.less_if_tight * len(chart.rows))
        figures = [whole.finish()]
        if whole.high > limit:
            pieces = list(_pieces(chart, study, new_page(width, typeface), limit))
            figures = [_page(pieces, chart, study, typeface, width).finish()]
            figures += [_page([piece], chart, study, typeface, width, at).finish() for at, piece in enumerate(pieces)]
        return Drawing(figures[0], chart.title, " ".join(filter(None, about)), study.output_language, figures[1:])


def _texts(chart: Chart, study: Study) -> Iterator[str]:
    """All texts that the figure may show."""
    yield from (chart.title, study.title, study.synthetic_note, labels_of(study)("continued"), chart.nothing)
    yield from (*chart.notes, *chart.words, *(row.label for row in chart.rows))


def _width(chart: Chart, study: Study, typeface: Typeface) -> float:
    """The width of the page in points: what the chart needs, at least a column of a journal, at most the study's."""
    most = study.figures.width_mm * POINTS_PER_MM
    if chart.nothing:
        return min(most, series.NARROWEST)
    return min(most, max(chart.width(Page(most, typeface)), series.NARROWEST))


def _page(
    pieces: Sequence[_Piece],
    chart: Chart,
    study: Study,
    typeface: Typeface,
    width: float,
    first: int = 0,
    tight: bool = False,
) -> Page:
    """A page with some pieces below each other; `first` is the number of the first one in the series."""
    return series.filled(
        new_page(width, typeface),
        pieces,
        lambda page, piece, is_continued: _fill(page, piece, chart, study, is_continued),
        first,
        tight,
    )


def _fill(page: Page, piece: _Piece, chart: Chart, study: Study, is_continued: bool) -> None:
    series.draw_heads(page, chart.title, study, is_continued)
    if chart.nothing:
        page.paragraph(chart.nothing, LABEL)
        page.y += 4
    if piece.rows:
        chart.body(page, piece.rows)
        chart.legend(page)
        page.y += 2
    legends.draw_notes(page, piece.notes, study.synthetic_note)


def _pieces(chart: Chart, study: Study, page: Page, limit: float) -> Iterator[_Piece]:
    """The pages of a series: the rows of each, then the notes where they are long."""
    notes = series.notes_of_each_page(page, chart.notes, limit)
    again = labels_of(study)("continued")
    measured = [(row, chart.height(page, row)) for row in chart.rows]
    sections = series.in_sections(measured, chart.sections)
    if measured:
        one = _page([_Piece(chart.rows[:1], notes)], chart, study, page.typeface, page.width, 1)
        rest = one.high - measured[0][1]
        for rows in paging.pages_of(sections, max(limit - rest, 0.25 * limit), again):
            yield _Piece(rows, notes)
    if not notes:
        yield from (_Piece(notes=some) for some in series.pages_of_notes(page, chart.notes, limit))
