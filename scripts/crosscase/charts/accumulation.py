"""How many codes so many interviews raise: a panel for each group, with the others behind it.

The curve is the number of codes expected over all orders of the interviews, its band the standard deviation over them.
All panels of groups have the same axes, so that they can be compared; the panel of all groups has its own. Where the
study asks for saturation, a diamond is where further interviews are expected to bring few new codes.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from crosscase.analysis.rows import ALL, Accumulated, Completeness
from crosscase.analysis.saturation import Saturated
from crosscase.charts import of_codes, signs
from crosscase.charts.inks import Inks
from crosscase.charts.sheets import Chart, Line, line
from crosscase.charts.signs import Sign
from crosscase.coding.matrices import Matrix
from crosscase.heatmaps.layout import CAPITAL, GREY, INK, LABEL, LEADING, MARGIN, SMALL, Page
from crosscase.heatmaps.rows import GridRow
from crosscase.labels.labels import Labels
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of

_PANEL, _HIGH = 100.0, 74.0  # the narrowest panel, and the height of its axes
_GAP = 12.0
_HEAD, _FOOT = 15.0, 24.0
_MOST_BEHIND = 12  # other groups behind a panel; more would hide its curve
_BEHIND = "#cdd2d7"
_REACHED = Sign("", "D", INK, size=4.5)
_MOST_TICKS = 5


@dataclass(frozen=True, slots=True)
class Curves:
    """The curves of all groups, over all domains."""

    points: Mapping[str, Sequence[Accumulated]]  # by group
    ends: Mapping[str, Completeness]
    reached: Mapping[str, int]
    study: Study

    def name(self, group: str) -> str:
        """The head of a panel."""
        everybody = labels_of(self.study)("all_groups")
        return f"{everybody[:1].upper()}{everybody[1:]}" if group == ALL else group


def chart(
    accumulated: Iterable[Accumulated],
    completeness: Iterable[Completeness],
    saturated: Sequence[Saturated],
    domains: Sequence[Matrix],
    study: Study,
) -> Chart:
    """The chart of all groups. `saturated`: none where the study does not ask for it."""
    words = labels_of(study)
    title = words("accumulation_of_codes")
    points: dict[str, list[Accumulated]] = {}
    for row in accumulated:
        if row.domain == ALL:
            points.setdefault(row.group, []).append(row)
    groups = [group.code for group in study.groups if group.code in points]
    if not groups:
        return Chart(title, "", nothing=words("found_nowhere", codes=words("all_codes")))
    shown = [*([ALL] if len(groups) > 1 and ALL in points else []), *groups]
    ends = {row.group: row for row in completeness if row.domain == ALL}
    reached = {row.group: row.reached for row in saturated if row.domain == ALL and row.reached is not None}
    curves = Curves(points, ends, reached, study)
    found = list(_signs(curves, saturated, groups))

    def legend(page: Page) -> None:
        page.y += 4
        signs.draw(page, found)

    about = " ".join(f"{curves.name(group)}: {_count(curves, group, words)}." for group in shown)
    files = f"results/analysis/accumulation.csv{', saturation.csv' if saturated else ''}"
    general = f"{words('over_domains')} {words('numbers_in', file=files)}"
    notes = [general, *of_codes.who_was_asked(domains, study)]
    printed = [
        words("axis_interviews"),
        words("codes_raised"),
        *map(curves.name, shown),
        *(sign.meaning for sign in found),
    ]
    printed += [_count(curves, group, words) for group in shown]
    panels = Panels(shown, curves)
    return Chart(title, about, panels.sections(study), panels.height, panels.draw, legend, panels.width, notes, printed)


def _count(curves: Curves, group: str, words: Labels) -> str:
    end = curves.ends[group]
    return words("of", number=end.codes, all=end.listed)


def _signs(curves: Curves, saturated: Sequence[Saturated], groups: Sequence[str]) -> Iterable[Sign]:
    words, inks = labels_of(curves.study), Inks.of(curves.study)
    yield Sign(words("legend_curve"), line="-", colour=inks.dark, line_width=1.4, band=inks.middle)
    if 1 < len(groups) <= _MOST_BEHIND:
        yield Sign(words("legend_others"), line="-", colour=_BEHIND, line_width=0.8)
    yield Sign(words("legend_listed"), line="--", colour=GREY, line_width=0.8)
    if saturated:
        setting = saturated[0]
        percent = f"{100 * setting.threshold:.10g}".replace(".", words("decimal"))
        values = {"base": setting.base, "run": setting.run, "share": words.percent(percent)}
        yield replace(_REACHED, meaning=words("legend_reached", **values))


@dataclass(frozen=True, slots=True)
class Panels:
    """Small multiples: a panel for each group, as many side by side as have room."""

    groups: Sequence[str]
    curves: Curves

    def sections(self, study: Study) -> list[list[Line]]:
        """The rows of panels, at the width of the study's figures."""
        wide = study.figures.width_mm * 72 / 25.4 - 2 * MARGIN
        across = max(1, min(len(self.groups), int((wide + _GAP) / (_PANEL + _GAP))))
        rows = math.ceil(len(self.groups) / across)
        across = math.ceil(len(self.groups) / rows)
        starts = range(0, len(self.groups), across)
        return [[line(f"{start}:{start + across}", "")] for start in starts]

    def height(self, page: Page, row: GridRow) -> float:
        """The height of a row of panels."""
        return _HEAD + _HIGH + _FOOT + _GAP

    def width(self, page: Page) -> float:
        """The width of the figure."""
        across = self._across()
        return 2 * MARGIN + across * (1.25 * _PANEL + _GAP)

    def draw(self, page: Page, rows: Sequence[GridRow]) -> None:
        """Draw rows of panels, with the numbers of the vertical axis at the left of each row."""
        across = self._across()
        left = self._left(page)
        wide = (page.room - left - (across - 1) * _GAP) / across
        for row in rows:
            if isinstance(row, Line):
                first = int(row.key.partition(":")[0])
                for number, group in enumerate(self.groups[first : first + across]):
                    x = MARGIN + left + number * (wide + _GAP)
                    self._panel(page, group, x, wide, number == 0)
                page.y += self.height(page, row)

    def _across(self) -> int:
        starts = [int(row.key.partition(":")[2]) for section in self.sections(self.curves.study) for row in section]
        return starts[0]

    def _left(self, page: Page) -> float:
        label = (len(self._label_of_codes(page)) - 1) * LEADING * SMALL + SMALL
        return page.typeface.width(str(self._most_codes()), SMALL) + 6 + label + 4

    def _label_of_codes(self, page: Page) -> list[str]:
        """The lines beside the vertical axis."""
        return page.typeface.wrap(labels_of(self.curves.study)("codes_raised"), SMALL, _HIGH + _HEAD)

    def _most_codes(self) -> int:
        return max(max(self.curves.ends[group].listed, self.curves.ends[group].codes) for group in self.groups)

    def _most_interviews(self, group: str) -> int:
        alike = [group] if group == ALL else [other for other in self.groups if other != ALL]
        return max(self.curves.points[other][-1].interviews for other in alike)

    def _panel(self, page: Page, group: str, x: float, wide: float, is_first: bool) -> None:
        words, curves = labels_of(self.curves.study), self.curves
        top = page.y + _HEAD
        people, codes = self._most_interviews(group), self._most_codes()
        count = _count(curves, group, words)
        name = page.typeface.wrap(curves.name(group), LABEL, wide - page.typeface.width(f" {count}", SMALL), bold=True)[
            0
        ]
        page.text(x, page.y + CAPITAL * LABEL, name, LABEL, bold=True)
        end = f"n = {curves.points[group][-1].interviews}"
        page.text(x + wide - 2, top + _HIGH - 4, end, SMALL, ha="right", color=GREY)
        page.text(x + wide, page.y + CAPITAL * LABEL, count, SMALL, ha="right")
        axes = page.axes(x, top, wide, _HIGH)
        axes.set_xlim(0, people * 1.04)
        axes.set_ylim(0, codes * 1.06)
        _frame(axes, people, codes)
        _draw(axes, group, self.groups, curves)
        self._numbers(page, x, top, wide, people, codes, is_first)

    def _numbers(self, page: Page, x: float, top: float, wide: float, people: int, codes: int, is_first: bool) -> None:
        words = labels_of(self.curves.study)
        base = top + _HIGH + 3 + CAPITAL * SMALL
        for value in _ticks(people):
            page.text(x + value / (people * 1.04) * wide, base, str(value), SMALL, ha="center")
        label = page.typeface.wrap(words("axis_interviews"), SMALL, wide)[0]
        page.text(x, base + SMALL + 3, label, SMALL, color=GREY)
        if is_first:
            for value in _ticks(codes):
                y = top + _HIGH - value / (codes * 1.06) * _HIGH + CAPITAL * SMALL / 2
                page.text(x - 4, y, str(value), SMALL, ha="right")
            for number, label in enumerate(self._label_of_codes(page)):
                beside = MARGIN + CAPITAL * SMALL + number * LEADING * SMALL
                page.text(beside, top + _HIGH, label, SMALL, rotation=90, color=GREY)


def _ticks(most: int) -> list[int]:
    """At most five round numbers from 0 on."""
    steps = (factor * 10**power for power in range(7) for factor in (1, 2, 5))
    step = next(step for step in steps if most / step <= _MOST_TICKS)
    return list(range(0, most + 1, step))


def _frame(axes: Axes, people: int, codes: int) -> None:
    """The two axes and light lines at the numbers."""
    axes.set_axis_off()
    grid = [[(0.0, float(value)), (people * 1.04, float(value))] for value in _ticks(codes)]
    axes.add_collection(LineCollection(grid, colors="#e6e9ec", linewidths=0.5, zorder=0))
    frame = [[(0.0, 0.0), (people * 1.04, 0.0)], [(0.0, 0.0), (0.0, codes * 1.06)]]
    axes.add_collection(LineCollection(frame, colors=GREY, linewidths=0.7, zorder=0.5, clip_on=False))


def _draw(axes: Axes, group: str, groups: Sequence[str], curves: Curves) -> None:
    """The curve of a group with its band, and the others behind it."""
    inks = Inks.of(curves.study)
    others = [other for other in groups if other not in (group, ALL)]
    if group != ALL and len(others) < _MOST_BEHIND:
        lines = [_from_zero(curves.points[other]) for other in others]
        axes.add_collection(LineCollection(lines, colors=_BEHIND, linewidths=0.8, zorder=2, label="others"))
    points = curves.points[group]
    line = _from_zero(points)
    low = [0.0, *(max(0.0, point.codes - point.deviation) for point in points)]
    high = [0.0, *(point.codes + point.deviation for point in points)]
    x = [place for place, _ in line]
    axes.fill_between(x, low, high, facecolor=inks.middle, alpha=0.55, edgecolor="none", zorder=2.5, label="deviation")
    axes.plot(*zip(*line, strict=True), color=inks.dark, linewidth=1.4, zorder=3, label="codes", solid_capstyle="round")
    last = points[-1]
    axes.plot(
        [last.interviews],
        [last.codes],
        color=inks.dark,
        marker="o",
        markersize=3.2,
        zorder=4,
        clip_on=False,
        label="end",
    )
    listed = curves.ends[group].listed
    right = axes.get_xlim()[1]
    axes.plot([0, right], [listed, listed], color=GREY, linestyle="--", linewidth=0.8, zorder=2, label="listed")
    if (reached := curves.reached.get(group)) is not None:
        height = _at(line, reached)
        signs.points(axes, [(reached, height)], "reached", _REACHED)


def _from_zero(points: Sequence[Accumulated]) -> list[tuple[float, float]]:
    """The points of a curve, which begins without interviews and codes."""
    return [(0.0, 0.0), *((float(point.interviews), point.codes) for point in points)]


def _at(line: Sequence[tuple[float, float]], interviews: float) -> float:
    """The height of a curve; between two points a straight line: a large group has no point for each interview."""
    for (left, low), (right, high) in pairwise(line):
        if left <= interviews <= right:
            return low + (high - low) * (interviews - left) / (right - left)
    return line[-1][1]
