"""The sheet of all figures: one page that shows each with its number, title and file."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from crosscase.charts import contact_sheet, study_charts
from crosscase.heatmaps import figure_files, layout
from crosscase.study.facts import FigureStyle
from tests.builders.analysed_study import Analysed, analysed


@cache
def usual() -> Analysed:
    return analysed(codes=40)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("figures")
    plans = study_charts.plans(usual().rows, usual().domains, usual().study)[2:4]
    for number, draw in enumerate(plans):
        figure_files.save(draw(), *(str(folder / f"chart_{number}.{kind}") for kind in ("svg", "pdf", "png")))
    return sorted(map(str, folder.glob("*.png")))


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize("times", [1, 6, pytest.param(40, marks=pytest.mark.exhaustive)])
def test_all_figures_are_on_one_sheet(pictures: list[str], tmp_path: Path, times: int) -> None:
    path = tmp_path / "overview.png"
    contact_sheet.write(str(path), pictures * times, usual().study)
    with Image.open(path) as sheet:
        assert sheet.info["Title"] == "Figures"
        assert sheet.info["Description"].count("Figure ") == 2 * times
        assert sheet.size[1] / 150 * 25.4 <= 240 or times == 40  # 80 titles are whole on a higher sheet alone
        assert sheet.size[0] == pytest.approx(174 / 25.4 * 150, abs=1)


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize(
    ("width", "times"),
    [(80, 3), (90, 3), (174, 3), *(pytest.param(width, 20, marks=pytest.mark.exhaustive) for width in (174, 80))],
)
def test_titles_and_names_of_files_are_whole(
    pictures: list[str], tmp_path: Path, width: float, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Titles and names of the bundled study, and long words: titles were cut behind two lines, names behind one."""
    titles = [
        *("Chance of each mark with equally many interviews", "Number of participants who raised each code"),
        *("Übereinstimmung der Codierenden", "Wahrscheinlichkeit jeder Markierung bei gleich vielen Interviews"),
    ]
    names = ["impacts_on_children_and_families", "robustness_of_totals", "agreement_of_coders", "rarefied_presence"]
    copies = [tmp_path / f"{name}.png" for name in names]
    for title, copy in zip(titles, copies, strict=True):
        facts = PngInfo()
        facts.add_text("Title", title)
        with Image.open(pictures[0]) as picture:
            picture.resize((400, 500)).save(copy, pnginfo=facts, dpi=(300, 300))
    written: list[str] = []
    monkeypatch.setattr(layout.Page, "text", lambda _self, _x, _y, text, *_args, **_more: written.append(text))
    study = analysed(figures=FigureStyle(width_mm=width)).study
    contact_sheet.write(str(tmp_path / "sheet.png"), [*map(str, copies)] * times, study)
    said = " ".join(written)
    for number, title in enumerate(titles, 1):
        assert f"Figure {number}. {title}" in said
    assert all(name in "".join(written) for name in names) and "…" not in said


def test_the_same_figures_give_the_same_bytes(pictures: list[str], tmp_path: Path) -> None:
    for name in ("one", "other"):
        contact_sheet.write(str(tmp_path / name), pictures, usual().study)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_of_pages_below_each_other_the_first_is_shown(tmp_path: Path) -> None:
    page = round(240 / 25.4 * 300)
    tall = np.full((3 * page, 1000, 3), 255, np.uint8)
    tall[page + 5 :] = (200, 0, 0)  # what is below the first page
    picture = Image.fromarray(tall)
    path = tmp_path / "tall.png"
    facts = PngInfo()
    facts.add_text("Title", "Tall")
    picture.save(path, pnginfo=facts, dpi=(300, 300))
    contact_sheet.write(str(tmp_path / "sheet.png"), [str(path)], analysed(figures=FigureStyle()).study)
    with Image.open(tmp_path / "sheet.png") as sheet:
        seen = np.asarray(sheet.convert("RGB"))
    assert not ((seen[..., 0] > 150) & (seen[..., 1] < 60)).any()


def test_no_line_of_dots_of_a_picture_is_left_out(tmp_path: Path) -> None:
    """Letters lost a line where the sheet drew a picture between two of its own dots."""
    path = tmp_path / "stripes.png"
    lines = np.full((200, 300, 3), 255, np.uint8)
    lines[::4] = (200, 0, 0)
    facts = PngInfo()
    facts.add_text("Title", "Stripes")
    Image.fromarray(lines).save(path, pnginfo=facts, dpi=(300, 300))
    contact_sheet.write(str(tmp_path / "sheet.png"), [str(path)] * 7, analysed(figures=FigureStyle()).study)
    with Image.open(tmp_path / "sheet.png") as sheet:
        red = (np.asarray(sheet)[..., 0] > 190) & (np.asarray(sheet)[..., 1] < 20)
    assert red.sum() == 7 * 50 * 300
