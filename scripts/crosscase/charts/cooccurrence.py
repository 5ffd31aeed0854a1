"""Which codes come together: half of a matrix of codes, each code named at the end of its row, above its column.

The colour is Jaccard's coefficient, the number how many participants raised both; at the end of a row is who raised the
code. Where the codes do not fit on a page, only those of the strongest pairs are drawn, and the note says so.

ASSUME: a pair that fewer than three participants raised is weak however high its coefficient: two codes of one and the
same participant have a coefficient of 1. Of the others the coefficient counts.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from matplotlib.collections import QuadMesh
from matplotlib.colors import Colormap

from crosscase.analysis.rows import ALL, Completeness, Cooccurrence
from crosscase.charts import of_codes, tiles
from crosscase.charts.inks import Inks
from crosscase.charts.sheets import Chart, Line
from crosscase.charts.tiles import Tile
from crosscase.coding.matrices import Matrix
from crosscase.heatmaps import legends, series
from crosscase.heatmaps.layout import CAPITAL, LABEL, MARGIN, POINTS_PER_MM, SMALL, Page, block_height
from crosscase.heatmaps.rows import GridRow
from crosscase.heatmaps.typefaces import typeface_for
from crosscase.labels.labels import Labels
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of

LEAST = 3  # participants who raised both
_GAP, _PADDING, _LOWEST_ROW = 4.0, 4.5, 11.5
_WIDEST_CELL, _NARROWEST_CELL = 22.0, 8.6
_LABELS = 0.3  # of the page, at least
_TITLES = 110.0  # height of titles and of the scale
_TICKS = ((0.0, "0"), (0.25, "0.25"), (0.5, "0.5"), (0.75, "0.75"), (1.0, "1"))


def ranked(pairs: Iterable[Cooccurrence]) -> list[Cooccurrence]:
    """The pairs, the strongest first."""
    return sorted(pairs, key=lambda row: (row.raised_both < LEAST, -row.jaccard, -row.raised_both))


def strongest(pairs: Iterable[Cooccurrence], most: int) -> set[str]:
    """At most so many codes: those of the first pairs."""
    found: set[str] = set()
    for row in pairs:
        if len(wider := found | {row.one, row.other}) <= most:
            found = wider
        if len(found) == most:
            break
    return found


def chart(
    pairs: Sequence[Cooccurrence], completeness: Iterable[Completeness], domains: Sequence[Matrix], study: Study
) -> Chart:
    """The chart of all codes or of those of the strongest pairs; a sentence where nobody raised two."""
    words = labels_of(study)
    title = words("cooccurrence_of_codes")
    if not pairs:
        return Chart(title, "", nothing=words("no_pairs"))
    codes = {code for row in pairs for code in (row.one, row.other)}
    everybody = next((row.interviewed for row in completeness if row.domain == row.group == ALL), None)
    every = sum(len(matrix.coded_rows) for matrix in domains)
    about = of_codes.who_was_asked(domains, study)
    longest = [*_notes(0, len(codes), every, everybody, words), *about]
    page = _widest_page(domains, longest, study)
    half = _that_fits(pairs, codes, domains, longest, study, page)
    labels = {row.key: row.label for section in half.sections for row in section}
    drawn = [row for row in pairs if row.one in labels and row.other in labels]
    described = " ".join(f"{labels[row.one]} – {labels[row.other]}: {row.raised_both}." for row in drawn)
    notes = [*_notes(len(half.order), len(codes), every, everybody, words, half.has_numbers(page)), *about]
    ticks = [(value, text.replace(".", words("decimal"))) for value, text in _TICKS]

    def body(page: Page, rows: Sequence[GridRow]) -> None:
        mesh = half.draw(page, rows)
        page.y += 8
        legends.draw_scale(page, mesh, words("jaccard_codes"), ticks)

    printed = [words("jaccard_codes"), "0123456789", *(text for _, text in ticks)]
    return Chart(title, described, half.sections, half.height, body, width=half.width, notes=notes, words=printed)


def _widest_page(domains: Sequence[Matrix], notes: Sequence[str], study: Study) -> Page:
    """An empty page as wide as the study allows."""
    texts = [study.synthetic_note, *notes, *_labels(domains)]
    typeface = typeface_for(texts, labels_of(study)("cooccurrence_of_codes"))
    return Page(study.figures.width_mm * POINTS_PER_MM, typeface)


def _that_fits(
    pairs: Sequence[Cooccurrence],
    codes: Collection[str],
    domains: Sequence[Matrix],
    notes: Sequence[str],
    study: Study,
    page: Page,
) -> "Half":
    """The matrix of as many codes as a page has room for."""
    scale = Inks.of(study).scale
    by_pair = {frozenset((row.one, row.other)): row for row in pairs}
    below = series.height_of_notes(page, notes) + 4 * series.height_of_notes(page, [study.synthetic_note]) / 3
    limit = study.figures.height_mm * POINTS_PER_MM - _TITLES - below
    best = ranked(pairs)
    widest = int(page.room * (1 - _LABELS) / _NARROWEST_CELL) + 1
    for most in count(min(len(codes), widest), -1):
        shown = set(codes) if most == len(codes) else strongest(best, most)
        found = (
            [row for row in part if row.bold or row.key in shown]
            for part in of_codes.sections(domains, shown.__contains__)
        )
        sections = [section for section in found if len(section) > 1]
        half = Half(sections, [row.key for section in sections for row in section if row.key], by_pair, scale)
        high = sum(half.height(page, row) for section in sections for row in section)
        if most <= 2 or (high <= limit and half.cell(page) >= _NARROWEST_CELL):
            break
    return half


def _labels(domains: Iterable[Matrix]) -> Iterable[str]:
    for matrix in domains:
        yield matrix.domain.title
        yield from (row.label for row in matrix.rows)


def _notes(
    shown: int, paired: int, every: int, everybody: int | None, words: Labels, has_numbers: bool = True
) -> Iterable[str]:
    found = [words("numbers_codes")] if has_numbers else []
    found += [] if everybody is None else [f"N = {words.number(everybody)}."]
    if shown < paired:
        found.append(words("strongest_pairs", number=shown, all=paired, least=LEAST))
    if paired < every:
        found.append(words("in_no_pair", number=every - paired))
    yield " ".join([*found, words("numbers_in", file="results/analysis/cooccurrence.csv")])


@dataclass(frozen=True, slots=True)
class Half:
    """Half of the matrix of some codes."""

    sections: Sequence[Sequence[Line]]
    order: Sequence[str]
    pairs: Mapping[frozenset[str], Cooccurrence]
    scale: Colormap

    def height(self, page: Page, row: GridRow) -> float:
        """The height of a row."""
        return max(_LOWEST_ROW, block_height(len(self._lines(page, row)), LABEL) + _PADDING)

    def width(self, page: Page) -> float:
        """The width of the figure."""
        ends = (number * _WIDEST_CELL + needed for number, needed in self._needed(page, page.width))
        return 2 * MARGIN + _GAP + 1 + max(ends)

    def has_numbers(self, page: Page) -> bool:
        """Whether the cells have room for their numbers."""
        rows = [self._tiles(row) for section in self.sections for row in section]
        return tiles.have_room(page, self.cell(page), rows)

    def draw(self, page: Page, rows: Sequence[GridRow]) -> QuadMesh:
        """Draw some of the rows with all columns that they need."""
        cell = self.cell(page)
        shown = [self._tiles(row) for row in rows]
        heights = [self.height(page, row) for row in rows]
        if rows[0].label != self.sections[0][0].label:
            self._draw_numbers(page, cell, max(map(len, shown)))
        mesh = tiles.draw(page, MARGIN, cell, heights, shown, self.scale)
        for row, high in zip(rows, heights, strict=True):
            x = self._place(page, row)
            page.lines(x, page.y + high / 2, self._lines(page, row), LABEL, row.bold)
            page.y += high
        return mesh

    def cell(self, page: Page) -> float:
        """The width of a cell: so that each row has room for its label."""
        room = page.room - _GAP
        return min(_WIDEST_CELL, *((room - needed) / at for at, needed in self._needed(page, _LABELS * page.width)))

    def _needed(self, page: Page, most: float) -> Iterable[tuple[int, float]]:
        """The number of cells before each label, and the width that it needs."""
        rows = (row for section in self.sections for row in section if row.key)
        for at, row in enumerate(rows, 1):
            yield at, min(most, page.typeface.width(row.label, LABEL) + 1)

    def _tiles(self, row: GridRow) -> list[Tile]:
        if not (isinstance(row, Line) and row.key and row.marks):
            return []
        others = self.order[: self.order.index(row.key)]
        found = [self.pairs.get(frozenset((row.key, other))) for other in others]
        own = next(pair for pair in self.pairs.values() if row.key in (pair.one, pair.other))
        raised = own.raised_one if own.one == row.key else own.raised_other
        tiles_of_row = [Tile(pair.jaccard, str(pair.raised_both)) if pair else Tile(0.0, "0") for pair in found]
        return [*tiles_of_row, Tile(math.nan, str(raised))]

    def _draw_numbers(self, page: Page, cell: float, columns: int) -> None:
        """On a further page the numbers of the codes over their columns, since their names are on the first one."""
        page.y += CAPITAL * SMALL + 4
        for number in range(0, columns, 5):
            page.text(MARGIN + (number + 0.5) * cell, page.y - 4, str(number + 1), SMALL, ha="center")

    def _place(self, page: Page, row: GridRow) -> float:
        """Where the label of a row begins: behind its cells."""
        if isinstance(row, Line) and row.key and row.marks:
            return MARGIN + (self.order.index(row.key) + 1) * self.cell(page) + _GAP
        return MARGIN

    def _lines(self, page: Page, row: GridRow) -> list[str]:
        return page.typeface.wrap(row.label, LABEL, page.width - MARGIN - self._place(page, row), row.bold)
