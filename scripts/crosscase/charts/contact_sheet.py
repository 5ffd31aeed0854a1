"""All figures of a study on one sheet, each with its number, title and file: to find the one that is wanted.

A figure of several pages shows its beginning. The tiles are as large as the page allows. Titles and names of files are
always whole: in smaller letters where one needs more lines than is usual, below lower pictures where the sheet would be
higher than a page otherwise, and on a higher sheet where nothing else helps.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from crosscase.heatmaps import legends, png_files
from crosscase.heatmaps.layout import (
    BORDER,
    GREY,
    INK,
    LABEL,
    LEADING,
    MARGIN,
    POINTS_PER_MM,
    SMALL,
    Page,
    new_page,
    style,
)
from crosscase.heatmaps.png_files import Placed
from crosscase.heatmaps.typefaces import Typeface, typeface_for
from crosscase.storage import files
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of

_DPI = 150
_FRAME = 1  # dots
_GAP = 12.0
_SHAPES = (1.05, 0.7, 0.45)  # heights of a picture's place, by its width
_MOST_ACROSS = 12
_NARROW = 90.0 * POINTS_PER_MM  # a page with two figures side by side where a wider one has three
_USUAL = 2, 1  # lines of a title and of the name of a file
_SMALLER = 6.0  # points
_BELOW = 40.0  # points for the warning


@dataclass(frozen=True, slots=True)
class _Tiles:
    """The places of the figures: how many are side by side, their width and shape, and what is written below each."""

    across: int
    wide: float
    shape: float
    captions: Sequence[Sequence[tuple[str, float, str]]]  # for each figure its lines, with their size and colour

    @property
    def tall(self) -> float:
        """The height of the place of a picture."""
        return self.wide * self.shape

    @property
    def high(self) -> float:
        """The height of a figure with its caption."""
        return self.tall + max(LEADING * sum(size for _, size, _ in lines) for lines in self.captions) + 5


def write(path: str, pictures: Sequence[str], study: Study) -> None:
    """Write the sheet of some PNG files, which have their titles in them. Raises StudyError if no font has a letter."""
    words = labels_of(study)
    with style():
        names = [Path(picture).stem for picture in pictures]
        captions = [f"{words('figure_caption', number=at)} {_title(picture)}" for at, picture in enumerate(pictures, 1)]
        typeface = typeface_for([study.title, study.synthetic_note, words("figures"), *names, *captions], path)
        page = new_page(study.figures.width_mm * POINTS_PER_MM, typeface)
        page.paragraph(words("figures"), 10, bold=True)
        page.y += 1
        page.paragraph(study.title, LABEL, color=GREY)
        page.y += 8
        most = study.figures.height_mm * POINTS_PER_MM
        placed: list[Placed] = []
        tiles = _tiles(page, captions, names, most)
        for first in range(0, len(pictures), tiles.across):
            for at in range(first, min(first + tiles.across, len(pictures))):
                x = MARGIN + (at - first) * (tiles.wide + _GAP)
                placed.append(_placed(page, pictures[at], x, tiles, most))
                _describe(page, x, page.y + tiles.tall + 3, tiles.captions[at])
            page.y += tiles.high + _GAP
        legends.draw_notes(page, (), study.synthetic_note)
        figure = page.finish()
        with files.replacing(path) as stream:
            texts = {"Title": words("figures"), "Description": "; ".join(captions)}
            png_files.write(stream, figure, _DPI, texts, placed)


def _title(picture: str) -> str:
    with Image.open(picture) as opened:
        return str(opened.info["Title"])


def _tiles(page: Page, titles: Sequence[str], names: Sequence[str], limit: float) -> _Tiles:
    """As few and as high pictures side by side as fit on a page with their captions; no word broken if that can be."""
    least = min(2 if page.room < _NARROW else 3, len(titles))
    sizes = {across: (page.room - (across - 1) * _GAP) / across for across in range(least, _MOST_ACROSS + 1)}
    captions = {across: _captions(page.typeface, titles, names, wide) for across, wide in sizes.items()}
    whole = [across for across, lines in captions.items() if _has_whole_words(lines, titles)]
    tried = [_Tiles(across, sizes[across], shape, captions[across]) for shape in _SHAPES for across in whole or sizes]

    def height(tiles: _Tiles) -> float:
        return page.y + math.ceil(len(titles) / tiles.across) * (tiles.high + _GAP) + _BELOW

    return next((tiles for tiles in tried if height(tiles) <= limit), min(tried, key=height))


def _captions(
    typeface: Typeface, titles: Sequence[str], names: Sequence[str], wide: float
) -> list[list[tuple[str, float, str]]]:
    """The lines below each figure with their size and colour, in smaller letters if some need more than is usual."""
    for sizes in ((LABEL, SMALL), (SMALL, _SMALLER)):
        wrapped = [[typeface.wrap(title, sizes[0], wide) for title in titles]]
        wrapped += [[_wrapped(typeface, name, sizes[1], wide) for name in names]]
        if all(len(lines) <= usual for texts, usual in zip(wrapped, _USUAL, strict=True) for lines in texts):
            break
    kinds = list(zip(sizes, (INK, GREY), strict=True))
    return [
        [(line, size, color) for lines, (size, color) in zip(texts, kinds, strict=True) for line in lines]
        for texts in zip(*wrapped, strict=True)
    ]


def _has_whole_words(captions: Sequence[Sequence[tuple[str, float, str]]], titles: Sequence[str]) -> bool:
    """Whether no line of a title ends inside a word."""
    said = (" ".join(line for line, _, color in lines if color == INK) for lines in captions)
    return all(found.split() == title.split() for found, title in zip(said, titles, strict=True))


def _wrapped(typeface: Typeface, name: str, size: float, wide: float) -> list[str]:
    """The name of a file in lines, which end at its underscores."""
    return [line.replace("_ ", "_") for line in typeface.wrap(name.replace("_", "_ "), size, wide)]


def _placed(page: Page, png: str, x: float, tiles: _Tiles, most: float) -> Placed:
    """A picture in a frame, no larger than its place; of one that is larger than a page (`most` high) its beginning."""
    wide, high = (round(length / 72 * _DPI) - 2 * _FRAME for length in (tiles.wide, tiles.tall))
    with Image.open(png) as opened:
        dpi = opened.info["dpi"][1]
        shown = min(opened.size[0], round(page.width / 72 * dpi)), min(opened.size[1], round(most / 72 * dpi))
        # Most of the dots are taken together at once, before anything else looks at each.
        factor = int(max(1, shown[0] / wide, shown[1] / high))
        picture = _on_white(opened.reduce(factor, (0, 0, *shown)))
    picture.thumbnail((wide, high), Image.Resampling.BOX, reducing_gap=None)
    page.box(x, page.y, tiles.wide, tiles.tall, facecolor="none", edgecolor=BORDER, linewidth=0.5)
    left, top = (round(length / 72 * _DPI) + _FRAME for length in (x, page.y))
    return picture, (left + (wide - picture.size[0]) // 2, top)


def _on_white(picture: Image.Image) -> Image.Image:
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    return white


def _describe(page: Page, x: float, y: float, lines: Sequence[tuple[str, float, str]]) -> None:
    for text, size, color in lines:
        y += LEADING * size
        page.text(x, y, text, size, color=color)
