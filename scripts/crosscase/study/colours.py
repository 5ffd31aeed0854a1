"""The colours of a study's figures: sets that ship, and a study's own, which are refused where they cannot be read.

Readers who see few or no colours, and readers of a grey copy, tell shades apart by their luminance alone. So a set goes
from light to dark, its lightest shade is not white (the sign of nothing), and its darkest has enough contrast with it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from crosscase.messages.errors import Problem
from crosscase.study.facts import CONFIG

NAMED = ("blues", "greens", "purples", "greys", "viridis", "cividis")  # with lightness that falls evenly
LEAST_CONTRAST = 4.5  # of text; Source: WCAG 2.2, success criterion 1.4.3
_LEAST_SHADE = 1.1  # of the lightest shade and white; ASSUME: less cannot be told from white on paper
_TINT = 0.14  # of a study's single colour in the lightest shade of its set
Rgb = tuple[float, float, float]
_WHITE: Rgb = (1.0, 1.0, 1.0)


def rgb(colour: str) -> Rgb:
    """Red, green and blue of a colour such as #1d4e79, from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def contrast(one: Rgb, other: Rgb) -> float:
    """Contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, relative luminance."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Rgb) -> float:
    """Relative luminance, 0 (black) to 1 (white). Source: WCAG 2.2."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def shades(stated: Sequence[str]) -> list[Rgb]:
    """The shades of a study's own colours, from light to dark; of a single colour a tint and the colour."""
    own = [rgb(colour) for colour in stated]
    return own if len(own) > 1 else [mixed(_WHITE, own[0], _TINT), own[0]]


def mixed(one: Rgb, other: Rgb, part: float) -> Rgb:
    """A colour between two, with `part` (0 to 1) of the second."""
    red, green, blue = (a + part * (b - a) for a, b in zip(one, other, strict=True))
    return red, green, blue


def problems(stated: Sequence[str]) -> Iterator[Problem]:
    """What makes a study's own colours hard to read."""
    place, own = f"{CONFIG}", [colour for colour in stated if colour not in NAMED]
    if not own:
        return
    found, key = shades(own), "figures.colours"
    dark = contrast(_WHITE, found[-1])
    if dark < LEAST_CONTRAST:
        what = (
            f"white letters on {own[-1]!r} have a contrast of {dark:.1f}, and {LEAST_CONTRAST} is the least to be read"
        )
        yield Problem(place, key, what, f"Take a darker colour, or one of {', '.join(NAMED)}.")
    for (one, other), (lighter, darker) in zip(pairwise(own), pairwise(found), strict=False):
        if luminance(lighter) <= luminance(darker):
            what = f"{other!r} is not darker than {one!r}: in grey, a higher share would look like a lower one"
            yield Problem(place, key, what, "List the colours from light to dark.")
    light = contrast(_WHITE, found[0])
    if len(own) > 1 and light < _LEAST_SHADE:
        what = f"{own[0]!r} cannot be told from white, which means that nobody raised a code"
        yield Problem(place, key, what, "Begin with a darker colour.")
