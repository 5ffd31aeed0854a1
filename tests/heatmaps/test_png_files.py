"""PNG files of figures: the dots that Matplotlib draws, the texts and the size on paper."""

import io

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from crosscase.heatmaps import png_files
from crosscase.heatmaps.layout import style

TEXTS = {"Title": "Barriers", "Description": "Zábrany (č): x ≥ 3 – “all”."}


def figure() -> Figure:
    """More rows than are packed at once."""
    drawn = Figure(figsize=(2, 3))
    FigureCanvasAgg(drawn)
    drawn.text(0.1, 0.5, "Trust (č)", color="#1d4e79")
    drawn.add_axes((0.1, 0.1, 0.8, 0.3)).plot([1, 3, 2])
    return drawn


def test_a_file_has_the_dots_of_the_figure_its_texts_and_its_size() -> None:
    ours, theirs = io.BytesIO(), io.BytesIO()
    with style():
        drawn = figure()
        png_files.write(ours, drawn, 200, TEXTS)
        assert drawn.dpi == 72
        drawn.savefig(theirs, format="png", dpi=200)
    with Image.open(ours) as one, Image.open(theirs) as other:
        assert one.size == (400, 600)
        assert np.array_equal(np.asarray(one), np.asarray(other.convert("RGB")))
        assert {key: one.info[key] for key in TEXTS} == TEXTS
        assert one.info["dpi"] == other.info["dpi"]


def test_pages_in_rows_have_the_dots_of_each_page() -> None:
    stream = io.BytesIO()
    with style():
        pages = [figure() for _ in range(3)]
        pages[1].set_size_inches(2, 4)
        png_files.write_rows(stream, [pages[:2], pages[2:]], 10, 100, TEXTS)
        alone = io.BytesIO()
        png_files.write(alone, pages[0], 100, TEXTS)
    with Image.open(stream) as found, Image.open(alone) as one:
        assert found.size == (410, 400 + 10 + 300)
        assert {key: found.info[key] for key in TEXTS} == TEXTS
        dots, own = np.asarray(found), np.asarray(one)
        assert np.array_equal(dots[:300, :200], own) and np.array_equal(dots[410:, :200], own)
        assert (dots[:, 200:210] == 255).all() and (dots[410:, 210:] == 255).all() and (dots[400:410] == 255).all()
        assert (dots[:400, 210:] < 255).any()
