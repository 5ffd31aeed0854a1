"""The colours of a heatmap: of its states, and from light to dark for its shares.

Luminance falls from absent to fragile to present, and along the scale, so that a grey copy and readers who see few
colours tell them apart. Only 0 is white on a scale.
"""

from dataclasses import dataclass
from functools import cache
from math import sqrt

from matplotlib import colormaps
from matplotlib.colors import Colormap, LinearSegmentedColormap, ListedColormap, to_hex

from crosscase.study import colours
from crosscase.study.colours import Rgb, contrast, luminance, rgb
from crosscase.study.facts import Study

BLACK, WHITE = "#000000", "#ffffff"
_STEPS = 256
_LIGHTEST = 0.12  # of a map that begins with white
# The map of Matplotlib and the part of it that is used, then the colours of absent, fragile and present.
_NAMED: dict[str, tuple[str, float, tuple[str, str, str]]] = {
    "blues": ("Blues", _LIGHTEST, ("#f3f5f7", "#a9c6e2", "#1d4e79")),
    "greens": ("Greens", _LIGHTEST, ("#f3f6f3", "#a3d3a0", "#1b5e34")),
    "purples": ("Purples", _LIGHTEST, ("#f5f4f8", "#bcbddc", "#4f2a83")),
    "greys": ("Greys", _LIGHTEST, ("#f5f5f5", "#bdbdbd", "#404040")),
    "viridis": ("viridis_r", 0.0, ("#f4f4f4", "#6cc9a0", "#440154")),
    "cividis": ("cividis_r", 0.0, ("#f4f4f4", "#c8ba6c", "#00224e")),
}
_ABSENT = "#f4f5f6"  # beside a study's own colours


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of the states, and of shares from 0 to 1."""

    absent: str
    fragile: str
    present: str
    scale: Colormap

    @property
    def states(self) -> Colormap:
        """Those of the states, from 0 (absent) over 1/2 (fragile) to 1 (present)."""
        return ListedColormap([self.absent, self.fragile, self.present])


def of_study(study: Study) -> Palette:
    """The palette of a study's figures."""
    return _palette(tuple(study.figures.colours))


@cache
def _palette(stated: tuple[str, ...]) -> Palette:
    if stated[0] in _NAMED:
        name, first, states = _NAMED[stated[0]]
        found = colormaps[name]
        return Palette(*states, _scale([found(first + (1 - first) * step / 20)[:3] for step in range(21)]))
    shades = colours.shades(stated)
    scale = _scale(shades)
    return Palette(_ABSENT, _between(scale, rgb(_ABSENT), shades[-1]), to_hex(shades[-1]), scale)


def _scale(shades: list[Rgb]) -> Colormap:
    """From light to dark in steps of luminance; only 0 is white."""
    scale = LinearSegmentedColormap.from_list("shares", shades, N=_STEPS)
    return ListedColormap([WHITE, *scale(range(1, _STEPS))], "shares")


def _between(scale: Colormap, light: Rgb, dark: Rgb) -> str:
    """The colour of a scale that is as far from a lighter one as from a darker one, in contrast."""
    wanted = sqrt((luminance(light) + 0.05) * (luminance(dark) + 0.05)) - 0.05
    shades = [scale(step)[:3] for step in range(1, _STEPS)]
    return to_hex(min(shades, key=lambda shade: abs(luminance(shade) - wanted)))


def readable_on(background: tuple[float, ...]) -> str:
    """Black or white, whichever has more contrast on a background; the contrast is never below 4.5."""
    red, green, blue = background[:3]
    return max(BLACK, WHITE, key=lambda ink: contrast(rgb(ink), (red, green, blue)))
