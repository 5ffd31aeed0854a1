"""All figures of a study on one sheet, each with its number, title and file: to find the one that is wanted.

A figure of several pages shows its beginning. The tiles are as large as the page allows.
"""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from crosscase.heatmaps import legends, png_files
from crosscase.heatmaps.layout import BORDER, GREY, LABEL, LEADING, MARGIN, POINTS_PER_MM, SMALL, Page, new_page, style
from crosscase.heatmaps.typefaces import typeface_for
from crosscase.storage import files
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of

_DPI = 150
_GAP = 12.0
_SHAPE = 1.05  # height of a picture's place, by its width
_MOST_ACROSS = 12
_CAPTION = 2 * LEADING * LABEL + LEADING * SMALL + 5  # two lines of a title, one of a file


def write(path: str, pictures: Sequence[str], study: Study) -> None:
    """Write the sheet of some PNG files, which have their titles in them. Raises StudyError if no font has a letter."""
    words = labels_of(study)
    with style():
        names = [Path(picture).stem for picture in pictures]
        captions = [f"{words('figure_caption', number=at)} {_title(picture)}" for at, picture in enumerate(pictures, 1)]
        typeface = typeface_for([study.title, study.synthetic_note, words("figures"), "…", *names, *captions], path)
        page = new_page(study.figures.width_mm * POINTS_PER_MM, typeface)
        page.paragraph(words("figures"), 10, bold=True)
        page.y += 1
        page.paragraph(study.title, LABEL, color=GREY)
        page.y += 8
        most = study.figures.height_mm * POINTS_PER_MM
        across, wide = _across(page, len(pictures), most)
        high = wide * _SHAPE
        for first in range(0, len(pictures), across):
            for column in range(min(across, len(pictures) - first)):
                x, at = MARGIN + column * (wide + _GAP), first + column
                _draw(page, pictures[at], x, wide, high, most)
                _describe(page, x, page.y + high + 3, wide, captions[at], names[at])
            page.y += high + _CAPTION + _GAP
        legends.draw_notes(page, (), study.synthetic_note)
        figure = page.finish()
        with files.replacing(path) as stream:
            png_files.write(stream, figure, _DPI, {"Title": words("figures"), "Description": "; ".join(captions)})


def _title(picture: str) -> str:
    with Image.open(picture) as opened:
        return str(opened.info["Title"])


def _across(page: Page, number: int, limit: float) -> tuple[int, float]:
    """How many figures are side by side, so that all fit on a page, and their width."""
    for across in range(min(3, number), _MOST_ACROSS + 1):
        wide = (page.room - (across - 1) * _GAP) / across
        if page.y + math.ceil(number / across) * (wide * _SHAPE + _CAPTION + _GAP) <= limit - 40:
            break
    return across, wide


def _draw(page: Page, png: str, x: float, wide: float, high: float, most: float) -> None:
    """A picture in a frame, no larger than its place; of one that is higher than a page (`most`) its beginning."""
    dots = round(wide / 72 * _DPI), round(high / 72 * _DPI)
    with Image.open(png) as opened:
        shown = opened.size[0], min(opened.size[1], round(most / 72 * opened.info["dpi"][1]))
        # Most of the dots are taken together at once, before anything else looks at each.
        factor = int(max(1, shown[0] / dots[0], shown[1] / dots[1]))
        picture = _on_white(opened.reduce(factor, (0, 0, *shown)))
    picture.thumbnail(dots, Image.Resampling.BOX, reducing_gap=None)
    width, height = picture.size[0] / _DPI * 72, picture.size[1] / _DPI * 72
    axes = page.axes(x + (wide - width) / 2, page.y, width, height)
    axes.set_axis_off()
    axes.imshow(np.asarray(picture), aspect="auto", interpolation="nearest")
    page.box(x, page.y, wide, high, facecolor="none", edgecolor=BORDER, linewidth=0.5)


def _on_white(picture: Image.Image) -> Image.Image:
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    return white


def _describe(page: Page, x: float, y: float, wide: float, caption: str, name: str) -> None:
    lines = list(_two(page, caption, wide))
    for number, text in enumerate(lines, 1):
        page.text(x, y + number * LEADING * LABEL, text, LABEL)
    page.text(x, y + (len(lines) + 1) * LEADING * LABEL, _cut(page, name, SMALL, wide), SMALL, color=GREY)


def _two(page: Page, caption: str, wide: float) -> Iterator[str]:
    """At most two lines."""
    lines = page.typeface.wrap(caption, LABEL, wide)
    yield lines[0]
    if len(lines) == 2:
        yield lines[1]
    elif len(lines) > 2:
        yield f"{page.typeface.wrap(lines[1], LABEL, wide - page.typeface.width('…', LABEL))[0]}…"


def _cut(page: Page, text: str, size: float, wide: float) -> str:
    if page.typeface.width(text, size) <= wide:
        return text
    return f"{page.typeface.wrap(text, size, wide - page.typeface.width('…', size))[0]}…"
