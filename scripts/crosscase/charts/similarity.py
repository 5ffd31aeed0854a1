"""How alike groups are: Jaccard's coefficient of each pair, in the order of a tree, with the tree beside it.

The tree is made of the heights at which average linkage merges each pair. These are an ultrametric: below the greatest
height of a cluster, two groups belong to one branch if they are merged lower. Where a pair cannot be compared there is
no tree, and the groups are in the order of the study.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from matplotlib.collections import LineCollection, QuadMesh

from crosscase.analysis.rows import Similarity
from crosscase.analysis.similarity import fit
from crosscase.charts import of_codes, tiles
from crosscase.charts.inks import Inks
from crosscase.charts.sheets import Chart, Line, line
from crosscase.charts.tiles import Tile
from crosscase.coding import matrices
from crosscase.coding.matrices import Matrix
from crosscase.heatmaps import legends
from crosscase.heatmaps.layout import CAPITAL, GREY, INK, LABEL, LEADING, MARGIN, SMALL, Page
from crosscase.heatmaps.rows import GridRow
from crosscase.study.facts import Group, Study
from crosscase.study.own_labels import labels_of

_TREE, _GAP = 76.0, 6.0
_WIDEST_CELL, _NARROWEST_HEAD = 30.0, 8.3  # the narrowest has room for an upright head
_HIGHEST_ROW, _LOWEST_ROW = 22.0, 10.0
_WIDEST_LABELS = 0.28  # of the page
_TICKS = ((0.0, "0"), (0.25, "0.25"), (0.5, "0.5"), (0.75, "0.75"), (1.0, "1"))
Heights = Mapping[frozenset[str], float]


@dataclass(frozen=True, slots=True)
class Branch:
    """A cluster of a tree; without branches a single group."""

    height: float
    groups: tuple[str, ...]
    branches: tuple["Branch", ...] = ()


def tree(groups: Sequence[str], heights: Heights) -> Branch:
    """The tree of some groups. Branches are in the order of the study: by their first group."""
    if len(groups) == 1:
        return Branch(0.0, tuple(groups))
    top = max(heights[frozenset((groups[0], other))] for other in groups[1:])
    # ASSUME: heights are rounded, so that clusters merged within a millionth of each other may be one.
    parts: list[list[str]] = []
    for group in groups:
        near = next((part for part in parts if heights[frozenset((part[0], group))] < top), None)
        if near is None:
            parts.append([group])
        else:
            near.append(group)
    branches = tuple(tree(part, heights) for part in parts)
    return Branch(top, tuple(group for branch in branches for group in branch.groups), branches)


def chart(alike: Sequence[Similarity], domains: Sequence[Matrix], study: Study) -> Chart:
    """The chart of all groups, or a sentence where there are no two."""
    words = labels_of(study)
    title = words("similarity_of_groups")
    if not alike:
        return Chart(title, "", nothing=words("one_group"))
    codes = [group.code for group in study.groups]
    heights = {frozenset((row.one, row.other)): row.merged_at for row in alike if row.merged_at is not None}
    root = tree(codes, heights) if len(heights) == len(alike) else None
    order = root.groups if root else codes
    by_code = {group.code: group for group in study.groups}
    by_pair = {frozenset((row.one, row.other)): row for row in alike}
    matrix = Likeness([by_code[code] for code in order], by_pair, root, study)
    about = " ".join(
        f"{one} – {other}: {_share(matrix.alike[frozenset((one, other))].jaccard, study)}."
        for number, one in enumerate(codes)
        for other in codes[number + 1 :]
    )
    notes = [*_notes(alike, root, study), *of_codes.who_was_asked(domains, study)]
    rows = [line(group.code, matrices.name_and_code(group)) for group in matrix.groups]
    ticks = [(value, text.replace(".", words("decimal"))) for value, text in _TICKS]

    def body(page: Page, shown: Sequence[GridRow]) -> None:
        mesh = matrix.draw(page, shown)
        page.y += 8
        legends.draw_scale(page, mesh, words("likeness_meaning"), ticks)

    printed = [words("likeness_meaning"), *codes, "0123456789", *(text for _, text in ticks), "1 − Jaccard"]
    return Chart(title, about, [rows], matrix.height, body, lambda page: None, matrix.width, notes, printed)


def _notes(alike: Sequence[Similarity], root: Branch | None, study: Study) -> Iterable[str]:
    words = labels_of(study)
    found = [words("tree")] if root else []
    if root and (value := fit(alike)) is not None:
        found.append(words("cophenetic", value=_share(value, study)))
    if any(row.jaccard is None for row in alike):
        found.append(words("not_comparable"))
    yield " ".join([*found, words("numbers_in", file="results/analysis/similarity.csv")])


def _share(value: float | None, study: Study) -> str:
    return "–" if value is None else f"{value:.2f}".replace("-", "−").replace(".", labels_of(study)("decimal"))


@dataclass(frozen=True, slots=True)
class Likeness:
    """The matrix of all groups in their order, and the tree at its right."""

    groups: Sequence[Group]
    alike: Mapping[frozenset[str], Similarity]
    root: Branch | None
    study: Study

    def height(self, page: Page, row: GridRow) -> float:
        """The height of a row."""
        return max(_LOWEST_ROW, min(_HIGHEST_ROW, self._cell(page)))

    def width(self, page: Page) -> float:
        """The width of the figure."""
        beside = 2 * MARGIN + self._labels(page) + _GAP + (_GAP + _TREE if self.root else 0)
        return beside + _WIDEST_CELL * len(self.groups)

    def draw(self, page: Page, rows: Sequence[GridRow]) -> QuadMesh:
        """Draw the rows of some groups with all columns."""
        cell, labels = self._cell(page), self._labels(page)
        left = MARGIN + labels + _GAP
        self._draw_heads(page, left, cell)
        high = self.height(page, rows[0])
        first = self._place_of(rows[0])
        shown = [[self._tile(one, other) for other in self.groups] for one in self.groups[first : first + len(rows)]]
        mesh = tiles.draw(page, left, cell, [high] * len(rows), shown, Inks.of(self.study).scale)
        for number, row in enumerate(rows):
            label = row.label if self._has_names(page) else self.groups[first + number].code
            page.lines(MARGIN, page.y + (number + 0.5) * high, [label], LABEL)
        if self.root:
            self._draw_tree(page, left + cell * len(self.groups) + _GAP, high, first, len(rows))
        page.y += high * len(rows)
        if self.root:
            self._draw_axis(page, left + cell * len(self.groups) + _GAP)
        return mesh

    def _place_of(self, row: GridRow) -> int:
        return next(at for at, group in enumerate(self.groups) if isinstance(row, Line) and group.code == row.key)

    def _tile(self, one: Group, other: Group) -> Tile:
        if one.code == other.code:
            return Tile(text="–")
        value = self.alike[frozenset((one.code, other.code))].jaccard
        return Tile() if value is None else Tile(value, _share(value, self.study))

    def _draw_heads(self, page: Page, left: float, cell: float) -> None:
        """The codes of the groups over their columns; upright if they are wider, none if there is no room."""
        codes = [group.code for group in self.groups]
        wide = max(page.typeface.width(code, SMALL, bold=True) for code in codes)
        if cell < _NARROWEST_HEAD:
            return
        is_upright = wide + 2 > cell
        page.y += (wide if is_upright else CAPITAL * SMALL) + 4
        for number, code in enumerate(codes):
            x = left + (number + 0.5) * cell
            if is_upright:
                page.text(x + CAPITAL * SMALL / 2, page.y - 4, code, SMALL, bold=True, rotation=90)
            else:
                page.text(x, page.y - 4, code, SMALL, bold=True, ha="center")

    def _draw_tree(self, page: Page, left: float, high: float, first: int, number: int) -> None:
        """The branches beside some rows; those of other rows are outside the axes."""
        axes = page.axes(left, page.y, _TREE, high * number)
        axes.set_axis_off()
        axes.set_xlim(0, 1)
        axes.set_ylim((first + number) * high, first * high)
        places = {group.code: (at + 0.5) * high for at, group in enumerate(self.groups)}
        lines: list[list[tuple[float, float]]] = []

        def join(branch: Branch) -> float:
            if not branch.branches:
                return places[branch.groups[0]]
            ys = [join(part) for part in branch.branches]
            lines.extend([(part.height, y), (branch.height, y)] for part, y in zip(branch.branches, ys, strict=True))
            lines.append([(branch.height, min(ys)), (branch.height, max(ys))])
            return math.fsum((min(ys), max(ys))) / 2

        if self.root:
            join(self.root)
        axes.add_collection(LineCollection(lines, colors=INK, linewidths=0.8, label="tree"))

    def _draw_axis(self, page: Page, left: float) -> None:
        """The heights of the tree."""
        decimal = labels_of(self.study)("decimal")
        base = page.y + CAPITAL * SMALL + 3
        for value, text in ((0.0, "0"), (0.5, f"0{decimal}5"), (1.0, "1")):
            page.text(
                left + value * _TREE, base, text, SMALL, ha="left" if not value else "right" if value == 1 else "center"
            )
        page.text(left, base + LEADING * SMALL, "1 − Jaccard", SMALL, color=GREY)
        page.y = base + LEADING * SMALL

    def _cell(self, page: Page) -> float:
        room = page.room - self._labels(page) - _GAP - (_GAP + _TREE if self.root else 0)
        return min(_WIDEST_CELL, room / len(self.groups))

    def _has_names(self, page: Page) -> bool:
        """Whether there is room for the names of the groups; otherwise their codes are before the rows, too."""
        room = page.room - 2 * _GAP - _TREE - _NARROWEST_HEAD * len(self.groups)
        return self._longest(page, map(matrices.name_and_code, self.groups)) <= min(_WIDEST_LABELS * page.width, room)

    def _labels(self, page: Page) -> float:
        labels = map(matrices.name_and_code, self.groups) if self._has_names(page) else (g.code for g in self.groups)
        return self._longest(page, labels) + 1

    def _longest(self, page: Page, labels: Iterable[str]) -> float:
        return max(page.typeface.width(label, LABEL) for label in labels)
