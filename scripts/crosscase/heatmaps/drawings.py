"""The heatmaps of a manuscript: the groups in which each code is present, and how many participants raised it.

The states differ in more than colour: present is dark with an x, absent is light and empty (white with a 0 in the
counts), not coded is hatched, unknown is white with a question mark, not asked white with a dash.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from matplotlib import colormaps
from matplotlib.collections import QuadMesh
from matplotlib.colors import Colormap, LinearSegmentedColormap, ListedColormap, to_rgb

from crosscase.coding import mark_rules, matrices
from crosscase.coding.matrices import Matrix, Row
from crosscase.heatmaps import legends, sheets
from crosscase.heatmaps.layout import GREY, Drawing, Page
from crosscase.heatmaps.legends import Key
from crosscase.heatmaps.rows import Column, GridRow, Mark
from crosscase.heatmaps.sheets import Sheet
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import Cell, State
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of

_SCALE_TICKS = ((0.0, ">0"), (0.25, "25"), (0.5, "50"), (0.75, "75"), (1.0, "100"))
_PRINTED = ("total", "scale", "not_coded", "not_asked", "key_present", "key_absent", "key_unknown")
_DARK, _LIGHT = "#1d4e79", "#f3f5f7"
_DASH = "–"
_BLACK, _WHITE = "#000000", "#ffffff"


@dataclass(frozen=True, slots=True)
class Plan:
    """A figure that is still to be drawn, and its number of rows."""

    rows: int
    draw: Callable[[], Drawing]


def all_figures(domains: Sequence[Matrix], study: Study) -> list[Plan]:
    """The figures of a study: the presence of each domain, then the counts of all."""
    plans = [Plan(len(matrix.rows), partial(presence, matrix, study)) for matrix in domains]
    return [*plans, Plan(sum(plan.rows for plan in plans), partial(participant_counts, domains, study))]


def presence(matrix: Matrix, study: Study) -> Drawing:
    """Heatmap of a domain: the groups in which at least one participant raised each code.

    Raises StudyError if no font has a letter.
    """
    rows = [
        GridRow(row.label, row.level, marks, row.range if marks else "")
        for row in matrix.rows
        for marks in [[_presence_mark(cell, study) for cell in row.cells]]
    ]
    words = labels_of(study)
    columns = [Column(group.code) for group in matrix.groups]
    notes = [*_meaning_of_values(study), *_notes([matrix], study)]
    of_states = {State.PRESENT.value: words("key_present"), State.ABSENT.value: words("key_absent")}
    of_states = mark_rules.meanings(of_states, study.rule, words)
    keys = [Key(of_states["present"], _DARK, "x", _WHITE), Key(of_states["absent"], _LIGHT), *_gap_keys(rows, words)]

    def legend(page: Page, _: QuadMesh) -> None:
        page.y += 8
        legends.draw_keys(page, keys)

    about = " ".join(f"{row.label}: {_groups_with(row)}." for row in matrix.coded_rows)
    colours = ListedColormap([_LIGHT, _DARK])
    sheet = Sheet(matrix.domain.title, about, [rows], columns, words("total"), colours, legend, notes, _words(study))
    return sheets.draw(sheet, study)


def participant_counts(all_domains: Sequence[Matrix], study: Study) -> Drawing:
    """Heatmap of all domains: the number of participants of each group who raised each code.

    The colour is their share of the interviewed participants of the group. Raises StudyError as `presence` does.
    """
    # ASSUME: the colours range from 0 to 100 %, not to the highest share, so that figures can be compared.
    words, colours = labels_of(study), _scale()
    sections = [
        [GridRow(matrix.domain.title, bold=True)]
        + [GridRow(row.label, row.level, [_count_mark(cell, colours) for cell in row.cells]) for row in matrix.rows]
        for matrix in all_domains
    ]
    interviewed = matrices.interviewed(cell for matrix in all_domains for row in matrix.rows for cell in row.cells)
    columns = [Column(group.code, f"n = {interviewed.get(group.code, 0)}") for group in all_domains[0].groups]
    ticks = [(value, words.percent(number)) for value, number in _SCALE_TICKS]
    keys = [Key(words("key_absent"), _WHITE, "0", GREY), *_gap_keys(chain(*sections), words)]

    def legend(page: Page, mesh: QuadMesh) -> None:
        page.y += 9
        legends.draw_scale(page, mesh, words("scale"), ticks)
        page.y += 3
        legends.draw_keys(page, keys)

    about = " ".join(
        f"{row.label}: {_counts_by_group(row, words)}." for matrix in all_domains for row in matrix.coded_rows
    )
    notes = _notes(all_domains, study)
    sheet = Sheet(words("counts_title"), about, sections, columns, "", colours, legend, notes, _words(study))
    return sheets.draw(sheet, study)


def _meaning_of_values(study: Study) -> list[str]:
    """The note on what stands beside the marks of a domain."""
    words = labels_of(study)
    of_value = {"count": ("n", "show_participants"), "share": (words.percent("n"), "show_share")}
    return [f"x {sign}: {words(key)}." for value, (sign, key) in of_value.items() if value == study.figures.values]


def _notes(all_domains: Sequence[Matrix], study: Study) -> list[str]:
    """What the codes of the groups stand for, then what was not coded or not asked in each domain."""
    words = labels_of(study)
    gaps = (note for matrix in all_domains for note in matrices.gaps(matrix, study.not_coded, words))
    return list(dict.fromkeys([*matrices.names_of(all_domains[0].groups), *gaps]))


def _words(study: Study) -> list[str]:
    """All words that a legend may have."""
    words = labels_of(study)
    return [*map(words, _PRINTED), *mark_rules.meanings({}, study.rule, words).values()]


def _without_count(cell: Cell) -> Mark:
    """The mark of a cell that is not coded, about which nobody was asked, or of which that is unknown."""
    if cell.state == State.NOT_CODED:
        return Mark(math.nan, "", hatched=True)
    return Mark(math.nan, _DASH if cell.state == State.NOT_ASKED else "?", GREY)


def _presence_mark(cell: Cell, study: Study) -> Mark:
    if cell.participants is None:
        return _without_count(cell)
    return Mark(1, " ".join(["x", *_value(cell, study)]), _WHITE) if cell.state == State.PRESENT else Mark(0, "")


def _value(cell: Cell, study: Study) -> list[str]:
    """What the study wants beside a mark."""
    if study.figures.values == "share" and cell.participants is not None and cell.interviewed:
        return [labels_of(study).percent(f"{100 * cell.participants / cell.interviewed:.0f}")]
    return [str(cell.participants)] if study.figures.values == "count" else []


def _count_mark(cell: Cell, colours: Colormap) -> Mark:
    if cell.participants is None:
        return _without_count(cell)
    if not cell.participants:
        return Mark(0, "0", GREY)
    share = cell.participants / cell.interviewed
    return Mark(share, str(cell.participants), readable_on(colours(share)))


def _scale() -> Colormap:
    """Light to dark blue in steps of luminance, readable for the colour-blind and in grey print; only 0 is white."""
    blues = colormaps["Blues"]
    scale = LinearSegmentedColormap.from_list("shares", [blues(0.12 + 0.88 * step / 20) for step in range(21)], N=256)
    return ListedColormap([_WHITE, *scale(range(1, 256))], "shares")


def readable_on(background: tuple[float, float, float, float]) -> str:
    """Black or white, whichever has more contrast on a background; the contrast is never below 4.5."""
    return max(_BLACK, _WHITE, key=lambda ink: contrast(to_rgb(ink), background[:3]))


def contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Contrast ratio of two colours, 1 to 21. Source: WCAG 2.2, relative luminance."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: tuple[float, float, float]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _gap_keys(rows: Iterable[GridRow], words: Labels) -> list[Key]:
    """The meanings of cells without a count, of those that occur."""
    empty = {mark.text for row in rows for mark in row.marks if math.isnan(mark.value)}
    keys = (
        Key(words("not_coded"), hatched=True),
        Key(words("not_asked"), _WHITE, _DASH, GREY),
        Key(words("key_unknown"), _WHITE, "?", GREY),
    )
    return [key for key in keys if key.mark in empty]


def _groups_with(row: Row) -> str:
    present = [cell.group for cell in row.cells if cell.state == State.PRESENT]
    return f"{row.range} ({', '.join(present)})" if present else row.range


def _counts_by_group(row: Row, words: Labels) -> str:
    return ", ".join(f"{cell.group} {_count(cell, words)}" for cell in row.cells)


def _count(cell: Cell, words: Labels) -> str:
    if cell.participants is None:
        return words("key_unknown" if cell.state == State.UNKNOWN else cell.state)
    return str(cell.participants)
