"""The heatmaps: the cells' states and numbers, nothing cut, nothing on top of anything else, the same bytes."""

import itertools
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import QuadMesh
from matplotlib.colors import to_rgb
from matplotlib.path import Path as Outline
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from PIL import Image

from crosscase.coding.matrices import Matrix, Row
from crosscase.heatmaps import drawings, palettes, typefaces
from crosscase.heatmaps.figure_files import save
from crosscase.heatmaps.layout import Drawing, style
from crosscase.messages.errors import StudyError
from crosscase.running import shared_work
from crosscase.study.colours import contrast
from crosscase.study.facts import FigureStyle
from tests.builders.invented_cells import HOSTILE, STUDY, TITLE, WARNING, large, small, with_unknown
from tests.builders.plain_runs import repeats

WIDTH, ONE_PAGE = 174.0, 10_000.0
Draw = Callable[[Matrix, float], Drawing]


def presence(matrix: Matrix, width: float = WIDTH) -> Drawing:
    return drawings.presence(matrix, replace(STUDY, figures=FigureStyle(width, ONE_PAGE)))


def counts(matrix: Matrix, width: float = WIDTH) -> Drawing:
    return drawings.participant_counts([matrix], replace(STUDY, figures=FigureStyle(width, ONE_PAGE)))


def texts(drawing: Drawing) -> list[Text]:
    return [text for text in drawing.figure.findobj(Text) if isinstance(text, Text) and text.get_text()]


def words(drawing: Drawing) -> list[str]:
    return [text.get_text() for text in texts(drawing)]


def places(drawing: Drawing, of: list[Text]) -> list[Bbox]:
    """Where texts stand, in points."""
    canvas = drawing.figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    with style():
        drawn = canvas.get_renderer()  # type: ignore[no-untyped-call]
        return [text.get_window_extent(drawn) for text in of]


def boxes(drawing: Drawing) -> "np.typing.NDArray[np.float64]":
    """Left, lower, right and upper edge of every text, in points."""
    return np.array([place.extents for place in places(drawing, texts(drawing))])


def mesh(drawing: Drawing) -> QuadMesh:
    found: QuadMesh = drawing.figure.axes[0].findobj(QuadMesh)[0]
    return found


def bordered(drawing: Drawing, hatched: bool) -> int:
    """How many cells have a border, with hatching or without."""
    paths = [part.get_path() for part in drawing.figure.axes[0].patches if bool(part.get_hatch()) == hatched]
    return sum(int(np.sum(path.codes == Outline.MOVETO)) for path in paths)


SHAPES = {
    "small": (small, WIDTH),
    "one cell": (lambda: large(1, 1), WIDTH),
    "one cell in a narrow figure": (lambda: large(1, 1, HOSTILE[2:3]), 60.0),
    "one column of a journal": (lambda: large(8, 9, HOSTILE), 86.0),
    "hostile labels": (lambda: large(12, 9, HOSTILE), WIDTH),
    "many groups": (lambda: large(60, 40), WIDTH),
    "more groups than have room": (lambda: large(9, 60), WIDTH),
    "several panels in a narrow figure": (lambda: large(9, 40, HOSTILE), 86.0),
}


@pytest.mark.plain_cases(4)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("draw", [presence, counts])
def test_nothing_is_cut_and_nothing_overlaps(draw: Draw, shape: str) -> None:
    make, width = SHAPES[shape]
    drawing = draw(make(), width)
    found = boxes(drawing)
    high = drawing.figure.get_size_inches()[1] * 72
    assert drawing.figure.get_size_inches()[0] <= width / 25.4 + 1e-6
    assert found[:, :2].min() >= 0
    assert found[:, 2].max() <= width / 25.4 * 72
    assert found[:, 3].max() <= high
    assert min(float(text.get_fontsize()) for text in texts(drawing)) >= 7
    apart = 0.01  # points
    beside = (found[:, None, 2] <= found[None, :, 0] + apart) | (found[:, None, 3] <= found[None, :, 1] + apart)
    overlapping = np.argwhere(np.triu(~(beside | beside.T), 1))
    assert not [(words(drawing)[a], words(drawing)[b]) for a, b in overlapping]


@pytest.mark.parametrize("draw", [presence, counts])
def test_labels_are_whole_and_taken_as_they_are(draw: Draw) -> None:
    drawing = draw(large(6, 2, HOSTILE), WIDTH)
    everything = "".join(words(drawing)).replace(" ", "")
    for label in HOSTILE:
        assert label.replace(" ", "") in everything
    assert not any(text.get_parse_math() for text in texts(drawing))


@pytest.mark.plain_cases(4)
@pytest.mark.parametrize("shape", [shape for shape in SHAPES if shape != "many countries"])
def test_labels_end_before_the_cells(shape: str) -> None:
    make, width = SHAPES[shape]
    matrix = make()
    drawing = presence(replace(matrix, rows=matrix.coded_rows), width)
    left, lower, _, upper = drawing.figure.axes[0].bbox.extents
    labels = [edges for edges in boxes(drawing) if edges[0] < left and lower < (edges[1] + edges[3]) / 2 < upper]
    assert len(labels) >= len(matrix.coded_rows)
    assert max(edges[2] for edges in labels) < left


def test_presence_shows_the_states() -> None:
    drawing = presence(small())
    values = mesh(drawing).get_array()
    assert isinstance(values, np.ma.MaskedArray)
    assert values.tolist() == [[None, None, None], [0.5, 1, None], [0, 0, None], [1, 0, None]]
    assert words(drawing).count("x") == 2 + 1  # one of them in the legend
    assert words(drawing).count("(x)") == 1 + 1  # of one participant, and in the legend
    assert bordered(drawing, hatched=True) == 3
    assert bordered(drawing, hatched=False) == 9  # none around the heading
    assert {"Barriers", TITLE, WARNING, "Total", "not coded"} <= set(words(drawing))
    assert [word for word in words(drawing) if word.isdigit()] == ["2", "0", "1"]


@pytest.mark.parametrize("draw", [presence, counts])
def test_what_is_unknown_is_a_question_mark_without_colour_or_hatching(draw: Callable[[Matrix], Drawing]) -> None:
    drawing = draw(with_unknown())
    values = mesh(drawing).get_array()
    assert isinstance(values, np.ma.MaskedArray)
    assert [row[1] for row in values.tolist()] == [None] * len(values)
    assert words(drawing).count("?") == 3 + 1  # one of them in the legend
    assert bordered(drawing, hatched=True) == 3
    assert {"not coded", "not declared whether coded"} <= set(words(drawing))
    assert "Not declared whether coded for “Barriers”: Greece (EL)." in words(drawing)
    assert ("1–2" in words(drawing)) == (draw is presence)
    assert "?" not in words(draw(small()))


def test_counts_show_numbers_and_shares() -> None:
    drawing = counts(small())
    values = mesh(drawing).get_array()
    assert isinstance(values, np.ma.MaskedArray)
    assert values.tolist() == [[None] * 3, [None] * 3, [0.1, 1.0, None], [0, 0, None], [0.2, 0, None]]
    assert sorted(word for word in words(drawing) if word.isdigit()) == sorted(["10", "0", "0", "2", "0", "0"])
    assert words(drawing).count("(1)") == 1 + 1  # of one participant, and in the legend
    assert words(drawing).count("n = 10") == 3


def test_rows_lie_beside_their_labels() -> None:
    matrix = large(4, 3, ["Short", "A label of many words " * 12])
    drawing = presence(matrix)
    labels = [text for text in texts(drawing) if text.get_text().startswith("Short")]
    to_dots = drawing.figure.axes[0].transData
    for row, label in zip((0, 4), places(drawing, labels), strict=True):
        assert to_dots.transform((0, row + 0.5))[1] == pytest.approx((label.y0 + label.y1) / 2, abs=2)
    heights = [to_dots.transform((0, row))[1] - to_dots.transform((0, row + 1))[1] for row in range(8)]
    assert heights[0] == pytest.approx(heights[4])
    assert heights[1] == pytest.approx(heights[3])  # blank, over and under the cells of a long label
    assert heights[0] < heights[2] < 2 * heights[0]
    assert heights[1] > 0


def test_colours_are_readable_and_distinguishable() -> None:
    colours = mesh(counts(large(1, 1))).get_cmap()
    white = (1.0, 1.0, 1.0)
    shades = [colours(share) for share in np.linspace(0.01, 1, 100)]
    assert all(contrast(to_rgb(palettes.readable_on(shade)), shade[:3]) >= 4.5 for shade in shades)
    steps = [contrast(shade[:3], white) for shade in shades]
    assert all(darker >= lighter for lighter, darker in itertools.pairwise(steps))  # also in grey print
    assert colours(0.0)[:3] == white
    assert steps[0] > 1.15


def test_a_group_without_interviews_has_no_share() -> None:
    empty = replace(small().rows[-1].cells[1], interviewed=0)
    drawing = counts(replace(small(), rows=[Row("time", "Time", 0, [empty] * 3)]))
    assert words(drawing).count("n = 0") == 3
    assert words(drawing).count("0") == 3 + 1


@pytest.mark.parametrize(("groups", "width", "panels"), [(40, WIDTH, 1), (60, WIDTH, 2), (60, 260.0, 1), (60, 86.0, 5)])
def test_more_groups_than_have_room_are_several_panels(groups: int, width: float, panels: int) -> None:
    matrix = large(2, groups)
    written = words(presence(matrix, width))
    assert [word for word in written if word in {group.code for group in matrix.groups}] == [
        group.code for group in matrix.groups
    ]
    assert written.count("Code 0") == panels
    assert written.count("Total") == 1


def test_a_letter_that_no_font_has_stops_the_build() -> None:
    with pytest.raises(StudyError, match=r"no installed font has the character .*U\+10FFFD"):
        presence(large(1, 1, ["Trust \U0010fffd"]))


@pytest.mark.parametrize("draw", [presence, counts])
def test_warning_and_gaps_are_in_the_picture_and_its_description(draw: Draw) -> None:
    drawing = draw(small(), WIDTH)
    note = "Not coded for “Barriers”: Norway (NO). The interviews were lost."
    assert {note, WARNING} <= set(words(drawing))
    assert WARNING in drawing.description
    assert note in drawing.description
    assert "Time: " in drawing.description


def test_files_are_the_same_bytes_wherever_they_are_made(tmp_path: Path) -> None:
    kinds = ["svg", "pdf", "png"]
    here, there = tmp_path / "here", tmp_path / "there"
    there.mkdir()
    save(counts(small()), *(str(here / f"figure.{kind}") for kind in kinds))
    (there / "matplotlibrc").write_text("font.size: 20\nsavefig.bbox: tight\nfigure.dpi: 200\n")
    root = Path(__file__).parents[2]
    save_again = "save(counts(small()), 'figure.svg', 'figure.pdf', 'figure.png')"
    program = f"from tests.heatmaps.test_heatmaps import *; {save_again}"
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(root / "scripts"), str(root)]),
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "SOURCE_DATE_EPOCH": "1",
        "LC_ALL": "C.UTF-8",
    }
    subprocess.run([sys.executable, "-c", program], cwd=there, env=environment, check=True)
    for kind in kinds:
        assert (here / f"figure.{kind}").read_bytes() == (there / f"figure.{kind}").read_bytes(), kind


def test_files_are_the_same_bytes_whichever_process_draws_them(tmp_path: Path) -> None:
    domains = [small(), large(3, 3, HOSTILE), large(2, 3)]
    plans = drawings.all_figures(domains, STUDY)[:: repeats(2, 1)]

    def draw_all(folder: Path, processes: int) -> dict[str, bytes]:
        def draw(number: int) -> None:
            save(plans[number].draw(), *(str(folder / f"{number}.{kind}") for kind in ("svg", "pdf", "png")))

        shared_work.run_all(draw, [plan.rows for plan in plans], processes)
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    alone = draw_all(tmp_path / "alone", 1)
    assert len(alone) == 3 * len(plans) >= 3 * 3
    assert draw_all(tmp_path / "shared", 3) == alone


def test_files_have_the_width_and_a_description(tmp_path: Path) -> None:
    drawing = presence(large(3, 3, HOSTILE))
    svg, pdf, png = (tmp_path / f"figure.{kind}" for kind in ("svg", "pdf", "png"))
    save(drawing, str(svg), str(pdf), str(png))
    with Image.open(png) as image:
        assert image.size[0] == int(WIDTH / 25.4 * 300)
        assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert image.info["Description"] == drawing.description
    page = ElementTree.parse(svg).getroot()
    assert page.attrib["width"] == f"{WIDTH / 25.4 * 72:.6f}pt"
    assert page.findtext("{*}title") == "Barriers"
    assert drawing.description in {element.text for element in page.iter()}
    assert b"/CreationDate" not in pdf.read_bytes()


@settings(deadline=None, max_examples=repeats(10, 25))
@given(st.text(alphabet="abW /-–ä\u0301\n", max_size=40), st.floats(12, 200))
def test_wrapped_lines_fit_and_lose_nothing(text: str, room: float) -> None:
    face = typefaces.Typeface()
    lines = face.wrap(text, 7.5, room)
    assert all(face.width(line, 7.5) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == typefaces.tidy(text).replace(" ", "")
