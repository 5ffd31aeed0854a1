"""A heatmap as sheets: what is drawn on one page where it fits, otherwise on a series of pages.

A page has the title, some of the rows and columns, and the legend. The notes are on each page, or, where they are long,
on pages of their own. SVG and PNG files show all pages of a series below each other, a PDF has them as pages.
A figure that is a little too high for one page has lower rows: a second page with two rows would serve nobody.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from matplotlib.collections import QuadMesh
from matplotlib.colors import Colormap

from crosscase.heatmaps import grids, legends, paging, series
from crosscase.heatmaps.layout import POINTS_PER_MM, Drawing, Page, new_page, style
from crosscase.heatmaps.rows import Column, GridRow
from crosscase.heatmaps.typefaces import Typeface, typeface_for
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """A heatmap before it is drawn. `sections` has the rows of each domain; `total` heads the column of totals."""

    title: str
    about: str
    sections: Sequence[Sequence[GridRow]]
    columns: Sequence[Column]
    total: str
    colours: Colormap
    legend: Callable[[Page, QuadMesh], None]
    notes: Sequence[str]
    words: Sequence[str]  # all words of the legend

    @property
    def rows(self) -> list[GridRow]:
        """All rows."""
        return [row for section in self.sections for row in section]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What one page shows. No rows: only notes."""

    rows: Sequence[GridRow]
    columns: slice
    notes: Sequence[str]
    warning: str
    total: str = ""


def draw(sheet: Sheet, study: Study) -> Drawing:
    """The figure, on as many pages as it needs. Raises StudyError if no font has a letter."""
    about = [f"{sheet.title}. {study.title}.", study.synthetic_note, sheet.about, *sheet.notes]
    with style():
        typeface = typeface_for(_texts(sheet, study), sheet.title)
        width = _width(sheet, study, typeface)
        everything = _Piece(sheet.rows, slice(None), sheet.notes, study.synthetic_note, sheet.total)
        limit = study.figures.height_mm * POINTS_PER_MM

        def page(tight: bool) -> Page:
            return _page([everything], sheet, study, typeface, width, tight=tight)

        is_one_panel = len(grids.panels(new_page(width, typeface), sheet.columns, sheet.rows, sheet.total)) == 1
        whole = series.one_page(page, limit, grids.LESS_IF_TIGHT * len(sheet.rows) if is_one_panel else 0.0)
        figures = [whole.finish()]
        if whole.high > limit:
            pieces = list(_pieces(sheet, study, new_page(width, typeface), limit))
            figures = [_page(pieces, sheet, study, typeface, width).finish()]
            figures += [
                _page([piece], sheet, study, typeface, width, number).finish() for number, piece in enumerate(pieces)
            ]
        description = " ".join(filter(None, about))
        return Drawing(figures[0], sheet.title, description, study.output_language, figures[1:])


def _texts(sheet: Sheet, study: Study) -> Iterator[str]:
    """All texts that the figure may show."""
    yield from (sheet.title, study.title, study.synthetic_note, labels_of(study)("continued"), sheet.total)
    yield from (*sheet.notes, *sheet.words, *(row.label for row in sheet.rows))
    yield from (column.code for column in sheet.columns)


def _width(sheet: Sheet, study: Study, typeface: Typeface) -> float:
    """The width of the page in points: what the grid needs, at least a column of a journal, at most the study's."""
    most = study.figures.width_mm * POINTS_PER_MM
    needed = grids.width(Page(most, typeface), sheet.columns, sheet.rows, sheet.total)
    return min(most, max(needed, series.NARROWEST))


def _page(
    pieces: Sequence[_Piece],
    sheet: Sheet,
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
        lambda page, piece, is_continued: _fill(page, piece, sheet, study, is_continued),
        first,
        tight,
    )


def _fill(page: Page, piece: _Piece, sheet: Sheet, study: Study, is_continued: bool) -> None:
    series.draw_heads(page, sheet.title, study, is_continued)
    if piece.rows:
        columns = sheet.columns[piece.columns]
        rows = [replace(row, marks=row.marks[piece.columns]) for row in piece.rows]
        mesh = grids.draw(page, columns, rows, piece.total, sheet.colours, 1, sheet.rows)
        sheet.legend(page, mesh)
        page.y += 2
    legends.draw_notes(page, piece.notes, piece.warning)


def _pieces(sheet: Sheet, study: Study, page: Page, limit: float) -> Iterator[_Piece]:
    """The pages of a series: for each part of the columns all rows, then the notes where they are long."""
    warning, again = study.synthetic_note, labels_of(study)("continued")
    notes = series.notes_of_each_page(page, sheet.notes, limit)
    for part in grids.panels(page, sheet.columns, sheet.rows, sheet.total):
        total = sheet.total if part.stop >= len(sheet.columns) else ""
        heights = grids.heights(page, sheet.columns[part], sheet.rows, total)
        one = _Piece(sheet.rows[:1], part, notes, warning, total)
        rest = _page([one], sheet, study, page.typeface, page.width, 1).high - heights[0]
        measured = list(zip(sheet.rows, heights, strict=True))
        sections = series.in_sections(measured, sheet.sections)
        for rows in paging.pages_of(sections, max(limit - rest, 0.25 * limit), again):
            yield _Piece(rows, part, notes, warning, total)
    if not notes:
        yield from (_Piece((), slice(None), some, warning) for some in series.pages_of_notes(page, sheet.notes, limit))
