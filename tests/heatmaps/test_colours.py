"""Colours that everybody can tell apart: in each set that ships, as colour-blind readers see them, and in grey.

The matrices are those of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model for
Simulation of Color Vision Deficiency", IEEE Trans. Visualization and Computer Graphics 15 (6), 2009, at severity 1.0
(protanopia, deuteranopia, tritanopia). They are for linear RGB.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from crosscase.heatmaps import drawings, marks, palettes
from crosscase.study import colours
from crosscase.study.facts import FigureStyle
from tests.builders.drawn_figures import words_of
from tests.builders.invented_cells import STUDY, small

SEEN_BY = {
    "everybody": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
    "a grey copy": np.array([[0.2126, 0.7152, 0.0722]] * 3),  # relative luminance; Source: WCAG 2.2
}
SETS = {**{name: [name] for name in colours.NAMED}, "own": ["#7a1f5c"], "own shades": ["#fde0c5", "#eb7f86", "#7c1d6f"]}
WHITE = (1.0, 1.0, 1.0)


def palette(name: str) -> palettes.Palette:
    return palettes.of_study(replace(STUDY, figures=FigureStyle(colours=SETS[name])))


def luminance(colour: Any, seen_by: str) -> float:
    """Of a colour, as somebody sees it."""
    coded: np.typing.NDArray[np.float64] = np.array(to_rgb(colour))
    linear = np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    seen = np.clip(SEEN_BY[seen_by] @ linear, 0, 1)
    return float(seen @ [0.2126, 0.7152, 0.0722])


def contrast(one: Any, other: Any, seen_by: str) -> float:
    dark, light = sorted((luminance(one, seen_by), luminance(other, seen_by)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("seen_by", SEEN_BY)
@pytest.mark.parametrize("name", SETS)
def test_states_can_be_told_apart_and_read(name: str, seen_by: str) -> None:
    found = palette(name)
    states = [found.absent, found.fragile, found.present]
    assert contrast(found.absent, found.fragile, seen_by) >= 1.5
    assert contrast(found.fragile, found.present, seen_by) >= 2
    assert luminance(found.absent, seen_by) > luminance(found.fragile, seen_by) > luminance(found.present, seen_by)
    inks = [palettes.readable_on(colours.rgb(state)) for state in states]
    assert min(contrast(ink, state, seen_by) for ink, state in zip(inks, states, strict=True)) >= 4.5


@pytest.mark.plain_cases(16)
@pytest.mark.parametrize("seen_by", SEEN_BY)
@pytest.mark.parametrize("name", SETS)
def test_a_higher_share_is_darker_and_can_be_read(name: str, seen_by: str) -> None:
    scale = palette(name).scale
    shades = [scale(share)[:3] for share in np.linspace(0.01, 1, 100)]
    seen = [luminance(shade, seen_by) for shade in shades]
    assert all(darker <= lighter + 1e-6 for lighter, darker in pairwise(seen))
    assert contrast(scale(0.0)[:3], WHITE, seen_by) == 1
    assert contrast(shades[0], WHITE, seen_by) > 1.1
    assert contrast(shades[0], shades[-1], seen_by) >= 4.5
    # The ink is chosen for full colour sight.
    assert min(contrast(palettes.readable_on(shade), shade, "everybody") for shade in shades) >= 4.5
    assert min(contrast(palettes.readable_on(shade), shade, seen_by) for shade in shades) >= 3.5


def test_the_matrices_are_those_of_the_paper() -> None:
    for matrix in SEEN_BY.values():
        assert matrix.sum(axis=1) == pytest.approx(1, abs=2e-6)  # greys stay grey


def test_a_mark_of_one_participant_differs_without_colour() -> None:
    study = replace(STUDY, figures=FigureStyle(colours=["greys"]))
    one, two, nobody = (
        marks.presence(replace(small().rows[-1].cells[0], participants=n, state=state), study, palette("greys"))
        for n, state in ((1, "present"), (2, "present"), (0, "absent"))
    )
    assert [mark.text for mark in (one, two, nobody)] == ["(x)", "x", ""]
    assert one.value != two.value


@pytest.mark.plain_cases(4)
@pytest.mark.parametrize("name", SETS)
def test_figures_have_the_colours_of_the_study(name: str) -> None:
    study = replace(STUDY, figures=FigureStyle(colours=SETS[name]))
    drawing = drawings.presence(small(), study)
    mesh = drawing.figure.axes[0].collections[0]
    expected = [to_rgb(state) for state in (palette(name).absent, palette(name).fragile, palette(name).present)]
    assert np.allclose(mesh.get_cmap()([0.0, 0.5, 1.0])[:, :3], expected)
    assert "the mark rests on one participant" in words_of(drawing.figure)
