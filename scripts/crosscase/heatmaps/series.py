"""What all figures share of pages and their series: lower rows where these make one page of it, the heads, and notes
that are too long to be on each page.

SVG and PNG files show the pages below each other, PNG files those of a very long series also side by side. A PDF has
them as pages.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from itertools import accumulate, pairwise
from typing import TypeVar

from crosscase.heatmaps.layout import GREY, LABEL, LEADING, POINTS_PER_MM, SMALL, Page
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of

Piece = TypeVar("Piece")  # what one page shows
Row = TypeVar("Row")
BETWEEN_PAGES = 24.0  # points, in a file that shows a series of pages below each other
NARROWEST = 85 * POINTS_PER_MM  # one column of a journal
_LONGEST_NOTES = 0.4  # of a page; longer ones are on pages of their own
_BESIDE_NOTES = 140  # points of a page of notes that titles of two lines and the warning take


def one_page(draw: Callable[[bool], Page], limit: float, saved: float) -> Page:
    """All on one page, with lower rows (`draw` gets True) where it is too high by no more points than these save."""
    page = draw(False)
    return draw(True) if limit < page.high <= limit + saved else page


def filled(
    page: Page, pieces: Iterable[Piece], fill: Callable[[Page, Piece, bool], None], first: int = 0, tight: bool = False
) -> Page:
    """A page with some pieces below each other.

    `first` is the number of the first one in the series, `fill` draws one and gets whether it continues another.
    """
    page.tight = tight
    for number, piece in enumerate(pieces, first):
        page.y += BETWEEN_PAGES if number > first else 0
        fill(page, piece, number > 0)
    return page


def in_sections(rows: Sequence[Row], sections: Iterable[Sized]) -> list[Sequence[Row]]:
    """The rows of all sections, section by section."""
    return [rows[start:end] for start, end in pairwise(accumulate(map(len, sections), initial=0))]


def draw_heads(page: Page, title: str, study: Study, is_continued: bool) -> None:
    """Write the title of a figure and of the study, or without titles only that the page goes on."""
    again = labels_of(study)("continued")
    if study.figures.titles:
        page.paragraph(f"{title} {again}" if is_continued else title, 10, bold=True)
        page.y += 1
        page.paragraph(study.title, LABEL, color=GREY)
        page.y += 8
    elif is_continued:
        page.paragraph(again, LABEL, color=GREY)
        page.y += 4


def notes_of_each_page(page: Page, notes: Sequence[str], limit: float) -> Sequence[str]:
    """The notes, or none if they are too long to be on each page of at most so many points."""
    return notes if height_of_notes(page, notes) <= _LONGEST_NOTES * limit else ()


def pages_of_notes(page: Page, notes: Iterable[str], limit: float) -> Iterator[list[str]]:
    """The notes of each page that has nothing else."""
    held: list[str] = []
    for note in notes:
        if held and height_of_notes(page, [*held, note]) > limit - _BESIDE_NOTES:
            yield held
            held = []
        held.append(note)
    if held:
        yield held


def height_of_notes(page: Page, notes: Iterable[str]) -> float:
    """The height of notes, in points."""
    return sum(len(page.typeface.wrap(note, SMALL, page.room)) * LEADING * SMALL + 1.5 for note in notes)
