"""Figures as the study wants them: with or without titles and values, in fonts that were just installed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder  # type: ignore[import-untyped]
from fontTools.ttLib.tables._g_l_y_f import Glyph  # type: ignore[import-untyped]
from matplotlib import font_manager

from crosscase.heatmaps import drawings, typefaces
from crosscase.messages.errors import StudyError
from crosscase.study.facts import FigureStyle, Study
from tests.builders.drawn_figures import domains, no_text_overlaps_or_is_cut, words_of
from tests.builders.invented_cells import STUDY, TITLE, large, small

RARE = "\U000f1234"  # of a private area: no font that is installed has it


def styled(**facts: Any) -> Study:
    return replace(STUDY, figures=FigureStyle(**facts))


def test_a_manuscript_has_its_own_titles() -> None:
    with_titles, without = (drawings.presence(small(), styled(titles=titles)) for titles in (True, False))
    gone = {*words_of(with_titles.figure)} - {*words_of(without.figure)}
    assert gone == {"Barriers", TITLE}
    assert without.title == "Barriers"  # of the file, for readers who cannot see it
    series = drawings.participant_counts(domains(1, 90, 9), styled(titles=False))
    first = [words_of(page)[0] for page in series.pages]
    assert "(continued)" not in first[:1]
    assert set(first[1:]) == {"(continued)"}


@pytest.mark.plain_cases(6)
@pytest.mark.parametrize(
    ("values", "beside", "note"),
    [
        ("marks", "x", ""),
        ("count", "x 7", "x n: participants."),
        ("share", "x 23%", "x n%: share of interviewed."),
    ],
)
@pytest.mark.parametrize("groups", [1, 9, 13, 40])
def test_what_stands_beside_a_mark(values: str, beside: str, note: str, groups: int) -> None:
    labels = ["A label that needs as much of the width of the page as it can get from its cells"]
    drawing = drawings.presence(large(4, groups, labels), styled(values=values))
    assert beside in words_of(drawing.figure)
    assert (note in words_of(drawing.figure)) == bool(note)
    assert no_text_overlaps_or_is_cut(drawing.figure)


def test_values_beside_fragile_marks_do_not_touch() -> None:
    alone = large(6, 9, ["A label that needs as much of the width of the page as it can get"], states=(1,))
    rows = [replace(row, cells=[replace(cell, interviewed=1) for cell in row.cells]) for row in alone.rows]
    drawing = drawings.presence(replace(alone, rows=rows), styled(values="share"))
    assert words_of(drawing.figure).count("(x) 100%") == 6 * 9
    assert no_text_overlaps_or_is_cut(drawing.figure)


def test_a_font_that_was_just_installed_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "rare"])
    builder.setupCharacterMap({ord(RARE): "rare"})
    builder.setupGlyf({".notdef": Glyph(), "rare": Glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "rare": (500, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Invented Rare", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    file = tmp_path / "rare.ttf"
    builder.save(file)
    monkeypatch.setattr(font_manager.fontManager, "ttflist", [*font_manager.fontManager.ttflist])
    found = [str(file), str(tmp_path / "no font.ttf")]
    monkeypatch.setattr(typefaces, "findSystemFonts", lambda: found)
    typefaces._new_fonts.cache_clear()
    assert "Invented Rare" in typefaces.typeface_for([f"Trust {RARE}"], "Barriers").families
    typefaces._new_fonts.cache_clear()


def test_the_message_has_the_text_with_the_letter() -> None:
    typefaces._new_fonts.cache_clear()
    with pytest.raises(StudyError, match=r"U\+F1234\) of '.*in others 0'"):
        drawings.presence(large(1, 1, [f"Trust {RARE} in others"]), STUDY)
