"""The inks of the charts: shades of the study's colour, which differ in luminance, and black for everything else."""

from dataclasses import dataclass

from matplotlib.colors import Colormap, to_hex

from crosscase.heatmaps import palettes
from crosscase.study.colours import mixed, rgb
from crosscase.study.facts import Study

_MIDDLE = 0.45  # of the dark colour in the middle one
_PALE = "#dde1e6"


@dataclass(frozen=True, slots=True)
class Inks:
    """From dark to pale, and the scale of shares."""

    dark: str
    middle: str
    pale: str
    scale: Colormap

    @classmethod
    def of(cls, study: Study) -> "Inks":
        """The inks of a study's charts."""
        palette = palettes.of_study(study)
        return cls(palette.present, to_hex(mixed((1.0, 1.0, 1.0), rgb(palette.present), _MIDDLE)), _PALE, palette.scale)
