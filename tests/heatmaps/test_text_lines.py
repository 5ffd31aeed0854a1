"""Lines of text are where Matplotlib puts them when it lays them out itself."""

import io
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure
from PIL import Image

from crosscase.heatmaps.layout import INK, SMALL, Page, new_page, style
from crosscase.heatmaps.typefaces import Typeface


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
        how: dict[str, Any] = {"fontproperties": Typeface().properties(SMALL, bold), "transform": pages[1].points}
        pages[1].figure.text(60, 61, "Office (1) č", ha=ha, rotation=rotation, rotation_mode="anchor", color=INK, **how)
        ours, theirs = (drawn(page.finish()) for page in pages)
    assert ours.min() < 60
    assert np.abs(ours - theirs).max() < 64  # a part of a dot
