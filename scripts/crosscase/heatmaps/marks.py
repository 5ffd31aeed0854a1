"""What the cells of a heatmap show: its colour as a value of the palette, and its text.

The states differ in more than colour: present is dark with an x, absent is light and empty (white with a 0 where cells
are numbers), not coded is hatched, unknown is white with a question mark, not asked white with a dash. A mark that
rests on one participant is in brackets, and lighter.
"""

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

from matplotlib.colors import Colormap

from crosscase.analysis import rarefaction
from crosscase.coding.matrices import Matrix
from crosscase.heatmaps import palettes
from crosscase.heatmaps.layout import GREY
from crosscase.heatmaps.legends import Key
from crosscase.heatmaps.palettes import WHITE, Palette
from crosscase.heatmaps.rows import GridRow, Mark
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import Cell, State
from crosscase.study import colours
from crosscase.study.facts import AT_LEAST_ONE, Study
from crosscase.study.own_labels import labels_of

MARK, FRAGILE_MARK = "x", "(x)"
FRAGILE_COUNT = "(1)"
_DASH = "–"
_HALF = 0.5  # in the palette of the states: fragile


def is_fragile(cell: Cell, study: Study) -> bool:
    """Whether a mark rests on one participant. Under another rule than "at least one" that is no question of one."""
    return study.rule == AT_LEAST_ONE and cell.state == State.PRESENT and cell.participants == 1


def number_of_fragile(domains: Iterable[Matrix], study: Study) -> int:
    """How many marks rest on one participant."""
    return sum(is_fragile(cell, study) for matrix in domains for row in matrix.rows for cell in row.cells)


def presence(cell: Cell, study: Study, palette: Palette) -> Mark:
    """Whether the code is present, with what the study wants beside the mark."""
    if cell.participants is None:
        return _without_count(cell)
    if cell.state != State.PRESENT:
        return Mark(0, "")
    fragile = is_fragile(cell, study)
    text = " ".join([FRAGILE_MARK if fragile else MARK, *_beside(cell, study)])
    ink = palettes.readable_on(colours.rgb(palette.fragile if fragile else palette.present))
    return Mark(_HALF if fragile else 1, text, ink)


def count(cell: Cell, study: Study, palette: Palette) -> Mark:
    """How many participants raised the code; the colour is their share."""
    if cell.participants is None:
        return _without_count(cell)
    if not cell.participants:
        return Mark(0, "0", GREY)
    text = FRAGILE_COUNT if is_fragile(cell, study) else str(cell.participants)
    return _shaded(cell.participants / cell.interviewed, text, palette.scale)


def share(cell: Cell, palette: Palette) -> Mark:
    """The share of participants who raised the code, in per cent."""
    if cell.participants is None:
        return _without_count(cell)
    return _percent(Fraction(cell.participants, cell.interviewed) if cell.interviewed else math.nan, palette)


def chance(cell: Cell, drawn: int, palette: Palette) -> Mark:
    """The chance that the code is present among so many participants, drawn from those of the group, in per cent."""
    if cell.participants is None:
        return _without_count(cell)
    found = float(rarefaction.presence(cell.participants, cell.interviewed, drawn)) if cell.interviewed else math.nan
    return _percent(found, palette)


def percent(value: Fraction | float) -> str:
    """A share from 0 to 1 in whole per cent; only what is 0 or 1 is 0 or 100.

    As a fraction 23 of 40 is 57.5, and 58; as a number it would be a little less.
    """
    rounded = str(round(100 * value))
    return ">99" if rounded == "100" and value < 1 else "<1" if rounded == "0" and value > 0 else rounded


def keys_of_presence(rows: Sequence[GridRow], meanings: tuple[str, str], words: Labels, palette: Palette) -> list[Key]:
    """The meanings of the marks that occur. `meanings`: of present and of absent."""
    present, fragile = (palettes.readable_on(colours.rgb(of)) for of in (palette.present, palette.fragile))
    return [
        Key(meanings[0], palette.present, MARK, present),
        *_fragile_key(rows, FRAGILE_MARK, palette.fragile, fragile, words),
        Key(meanings[1], palette.absent),
        *gap_keys(rows, words),
    ]


def keys_of_numbers(rows: Sequence[GridRow], words: Labels) -> list[Key]:
    """The meanings of what is no plain number."""
    fragile = _fragile_key(rows, FRAGILE_COUNT, WHITE, palettes.BLACK, words)
    return [Key(words("key_absent"), WHITE, "0", GREY), *fragile, *gap_keys(rows, words)]


def gap_keys(rows: Iterable[GridRow], words: Labels) -> list[Key]:
    """The meanings of cells without a count, of those that occur."""
    empty = {mark.text or mark.hatched for row in rows for mark in row.marks if math.isnan(mark.value)}
    keys = (
        Key(words("not_coded"), hatched=True),
        Key(words("not_asked"), WHITE, _DASH, GREY),
        Key(words("key_unknown"), WHITE, "?", GREY),
    )
    return [key for key in keys if (key.mark or key.hatched) in empty]


def _fragile_key(rows: Sequence[GridRow], mark: str, fill: str, ink: str, words: Labels) -> list[Key]:
    occurs = any(item.text.startswith(mark) for row in rows for item in row.marks)
    return [Key(words("fragile_meaning"), fill, mark, ink)] if occurs else []


def _without_count(cell: Cell) -> Mark:
    """The mark of a cell that is not coded, about which nobody was asked, or of which that is unknown."""
    if cell.state == State.NOT_CODED:
        return Mark(math.nan, "", hatched=True)
    return Mark(math.nan, _DASH if cell.state == State.NOT_ASKED else "?", GREY)


def _beside(cell: Cell, study: Study) -> list[str]:
    """What the study wants beside a mark."""
    if study.figures.values == "share" and cell.participants is not None and cell.interviewed:
        return [labels_of(study).percent(f"{100 * cell.participants / cell.interviewed:.0f}")]
    return [str(cell.participants)] if study.figures.values == "count" else []


def _percent(value: Fraction | float, palette: Palette) -> Mark:
    """Nobody was interviewed where the value is nan."""
    if math.isnan(value):
        return Mark(math.nan, "")
    return _shaded(float(value), percent(value), palette.scale) if value else Mark(0, "0", GREY)


def _shaded(value: float, text: str, scale: Colormap) -> Mark:
    return Mark(value, text, palettes.readable_on(scale(value)))
