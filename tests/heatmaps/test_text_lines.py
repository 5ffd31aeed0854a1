"""Lines of text are where Matplotlib puts them when it lays them out itself, and are drawn and broken as it would."""

import io
import re
from collections.abc import Iterator
from typing import Any

import matplotlib
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.textpath import text_to_path
from PIL import Image

from crosscase.heatmaps import pens, vector_pens
from crosscase.heatmaps.layout import INK, LABEL, SMALL, Page, new_page, style
from crosscase.heatmaps.typefaces import Typeface

TEXTS = (
    *("x", "(x)", "0", "", "Office (1) č", "AVATAR Wo. To, LT’s", "fi ffl – “all” — 12 100 %", "<b> & 'a' \"c\" -- d"),
    *("Υποστήριξη Ελλάδα", "Žluťoučký kůň", "Größe, naïve", "a\u0301 q\u0303 x\u0302\u0323", "שלום", "مرحبا"),
)
WORDS = ("x", "of", "the", "ministry", "Größe", "AVATAR", "To.", "and/or", "1–2", "Υποστήριξη", "well-being", "ﬁ", "č")


def drawn(figure: Figure) -> "np.typing.NDArray[np.int64]":
    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=300)
    with Image.open(stream) as picture:
        return np.asarray(picture.convert("L")).astype(int)


@pytest.mark.parametrize("ha", ["left", "center", "right"])
@pytest.mark.parametrize("rotation", [0, 90])
@pytest.mark.parametrize("bold", [False, True])
def test_a_line_is_where_its_alignment_puts_it(ha: str, rotation: int, bold: bool) -> None:
    with style():
        pages: list[Page] = [new_page(120, Typeface()) for _ in range(2)]
        for page in pages:
            page.y = 120
        pages[0].text(60, 61, "Office (1) č", SMALL, bold, ha=ha, rotation=rotation)
        how: dict[str, Any] = {"fontproperties": Typeface().font(bold).properties(SMALL), "transform": pages[1].points}
        pages[1].figure.text(60, 61, "Office (1) č", ha=ha, rotation=rotation, rotation_mode="anchor", color=INK, **how)
        ours, theirs = (drawn(page.finish()) for page in pages)
    assert ours.min() < 60
    assert np.abs(ours - theirs).max() < 64  # a part of a dot


def page_of_texts() -> Page:
    """Every text in two sizes and directions, regular and bold, in three colours, at different parts of a dot."""
    page = new_page(300, Typeface())
    for number, text in enumerate(TEXTS * 2):
        size, bold, ink = (
            (SMALL, LABEL)[number % 2],
            number % 3 == 0,
            (INK, "#000000", (0.2, 0.4, 0.6, 0.5))[number % 3],
        )
        page.text(6 + number / 7, 20.3 + 9.1 * number, text, size, bold, ink)  # type: ignore[arg-type]
        page.text(120.7 + 5.9 * number, 290.1 + number / 9, text, size, bold, ink, rotation=90)  # type: ignore[arg-type]
    page.y = 300
    return page


@pytest.mark.plain_cases(3)
@pytest.mark.parametrize("kind", ["svg", "pdf", "png"])
@pytest.mark.parametrize("outside", [{}, {"svg.fonttype": "none", "pdf.fonttype": 3, "text.hinting": "force_autohint"}])
def test_text_has_the_bytes_of_matplotlib(kind: str, outside: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    vector_pens.use()
    found = []
    for is_known in (True, False):
        monkeypatch.setattr(pens, "_IS_KNOWN", is_known)
        stream = io.BytesIO()
        with style(), matplotlib.rc_context(outside):
            without_dates = {} if kind == "png" else {"Date" if kind == "svg" else "CreationDate": None}
            page_of_texts().finish().savefig(stream, format=kind, dpi=300, metadata=without_dates)
        found.append(stream.getvalue())
    assert found[0] == found[1]
    assert len(found[0]) > 10_000


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.floats(5, 200), st.booleans())
def test_lines_are_as_long_as_there_is_room(words: list[str], room: float, bold: bool) -> None:
    typeface = Typeface()
    lines = typeface.wrap(" ".join(words), SMALL, room, bold)
    assert lines == list(broken(" ".join(words), typeface, room, bold))


def broken(text: str, typeface: Typeface, room: float, bold: bool) -> Iterator[str]:
    """The lines of a text, broken by measuring each beginning of a line."""
    line = ""
    for piece in re.findall(r"\s+|[^\s/–—-]+[/–—-]*|[/–—-]+", text):
        if typeface.width(line + piece.rstrip(), SMALL, bold) > room:
            yield from [line.strip()] if line.strip() else []
            line = piece.lstrip()
            while typeface.width(line, SMALL, bold) > room and len(line) > 1:
                ends = [end for end in range(1, len(line)) if typeface.width(line[:end], SMALL, bold) <= room]
                yield line[: max(ends, default=1)]
                line = line[max(ends, default=1) :]
        else:
            line += piece
    yield from [line.strip()] if line.strip() else []


@given(st.text(st.sampled_from("AVTWLo.,’fi č-x(1)"), max_size=30), st.booleans())
def test_width_is_that_of_matplotlib(text: str, bold: bool) -> None:
    font = Typeface().font(bold).properties(SMALL)
    with style():
        expected = text_to_path.get_text_width_height_descent(text, font, False)[0]
        assert Typeface().width(text, SMALL, bold) == expected
