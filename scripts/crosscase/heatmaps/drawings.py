"""The heatmaps of a manuscript: the groups in which each code is present, and how many participants raised it.

Of all domains: the marks, the number of participants, their share, and the chance of a mark with equally many
interviews. What cells look like is in `marks`, what colours they have in `palettes`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from matplotlib.collections import QuadMesh

from crosscase.analysis import rarefaction, worth
from crosscase.coding import mark_rules, matrices
from crosscase.coding.matrices import Matrix, Row
from crosscase.heatmaps import legends, marks, ordering, palettes, sheets
from crosscase.heatmaps.layout import Drawing, Page
from crosscase.heatmaps.legends import Key
from crosscase.heatmaps.rows import Column, GridRow, Mark
from crosscase.heatmaps.sheets import Sheet
from crosscase.labels.labels import Labels
from crosscase.storage.schemas import Cell, State
from crosscase.study import result_names
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of

_SCALE_TICKS = ((0.0, ">0"), (0.25, "25"), (0.5, "50"), (0.75, "75"), (1.0, "100"))
_PRINTED = (
    *("total", "scale", "shares_scale", "rarefied_scale"),
    *("not_coded", "not_asked", "key_present", "key_absent", "key_unknown", "fragile_meaning"),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A figure that is still to be drawn, and its number of rows."""

    rows: int
    draw: Callable[[], Drawing]


def all_figures(domains: Sequence[Matrix], study: Study) -> list[Plan]:
    """The figures of a study in the order of `result_names.figures`: the presence of each domain, then those of all."""
    domains = ordering.ordered(domains, study.figures)
    of_all = {
        result_names.COUNTS: participant_counts,
        result_names.MARKS: marks_of_all,
        result_names.SHARES: shares,
        result_names.RAREFIED: rarefied,
    }
    rows = sum(len(matrix.rows) for matrix in domains)
    names = [result_names.COUNTS, *result_names.further_figures(study)]
    plans = [Plan(len(matrix.rows), partial(presence, matrix, study)) for matrix in domains]
    return [*plans, *(Plan(rows, partial(of_all[name], domains, study)) for name in names)]


def presence(matrix: Matrix, study: Study) -> Drawing:
    """Heatmap of a domain: the groups in which at least one participant raised each code.

    Raises StudyError if no font has a letter.
    """
    return _of_marks([matrix], [_marked_rows(matrix, study)], matrix.domain.title, study)


def marks_of_all(all_domains: Sequence[Matrix], study: Study) -> Drawing:
    """The same of all domains, each with its title as a heading."""
    sections = [[_heading(matrix), *_marked_rows(matrix, study)] for matrix in all_domains]
    return _of_marks(all_domains, sections, labels_of(study)("all_title"), study)


def participant_counts(all_domains: Sequence[Matrix], study: Study) -> Drawing:
    """Heatmap of all domains: the number of participants of each group who raised each code.

    The colour is their share of the interviewed participants of the group. Raises StudyError as `presence` does.
    """
    words, palette = labels_of(study), palettes.of_study(study)
    sections = _sections(all_domains, lambda cell: marks.count(cell, study, palette))
    about = _about(all_domains, lambda cell: str(cell.participants), words)
    notes = [*_note_of_fragile(all_domains, study), *_notes(all_domains, study)]
    return _of_numbers(_Numbers(words("counts_title"), about, sections, words("scale"), notes), all_domains, study)


def shares(all_domains: Sequence[Matrix], study: Study) -> Drawing:
    """Heatmap of all domains: the share of the interviewed participants of each group who raised each code."""
    words, palette = labels_of(study), palettes.of_study(study)

    def share(cell: Cell) -> str:
        known = cell.participants is not None and cell.interviewed
        return words.percent(marks.percent(Fraction(cell.participants or 0, cell.interviewed))) if known else "–"

    sections = _sections(all_domains, lambda cell: marks.share(cell, palette))
    notes = [words("sample_meaning"), *_notes(all_domains, study)]
    about = _about(all_domains, share, words)
    return _of_numbers(
        _Numbers(words("shares_title"), about, sections, words("shares_scale"), notes), all_domains, study
    )


def rarefied(all_domains: Sequence[Matrix], study: Study) -> Drawing:
    """Heatmap of all domains: the chance of each mark with as many interviews as the smallest group of the domain has.

    Source: see `analysis.rarefaction`.
    """
    words, palette = labels_of(study), palettes.of_study(study)
    drawn = worth.smallest_groups(cell for matrix in all_domains for row in matrix.rows for cell in row.cells)

    def chance(cell: Cell) -> str:
        found = rarefaction.presence(cell.participants or 0, cell.interviewed, drawn[cell.domain])
        return words.percent(marks.percent(float(found))) if cell.interviewed else "–"

    sections = _sections(all_domains, lambda cell: marks.chance(cell, drawn[cell.domain], palette))
    notes = [
        words("drawn", numbers=_by_number({m.domain.title: drawn[m.domain.id] for m in all_domains})),
        words("sample_meaning"),
        *_notes(all_domains, study),
    ]
    about = _about(all_domains, chance, words)
    found = _Numbers(words("rarefied_title"), about, sections, words("rarefied_scale"), notes)
    return _of_numbers(found, all_domains, study)


def _by_number(numbers: Mapping[str, int]) -> str:
    """Numbers of domains in words: one, or several with the titles of the domains that have each; 0 is of none."""
    different = sorted({*numbers.values()} - {0})
    if len(different) == 1:
        return str(different[0])
    listed = {one: ", ".join(title for title, number in numbers.items() if number == one) for one in different}
    return "; ".join(f"{number} ({titles})" for number, titles in listed.items())


@dataclass(frozen=True, slots=True)
class _Numbers:
    """A heatmap of numbers before it is a sheet."""

    title: str
    about: str
    sections: list[list[GridRow]]
    scale: str
    notes: list[str]


def _of_marks(domains: Sequence[Matrix], sections: list[list[GridRow]], title: str, study: Study) -> Drawing:
    """A heatmap of marks, with totals."""
    words, palette = labels_of(study), palettes.of_study(study)
    states = {State.PRESENT.value: words("key_present"), State.ABSENT.value: words("key_absent")}
    states = mark_rules.meanings(states, study.rule, words)
    rows = [row for section in sections for row in section]
    keys = marks.keys_of_presence(rows, (states["present"], states["absent"]), words, palette)

    def legend(page: Page, _: QuadMesh) -> None:
        page.y += 8
        legends.draw_keys(page, keys)

    columns = [Column(group.code) for group in domains[0].groups]
    notes = [*_meaning_of_values(study), *_note_of_fragile(domains, study), *_notes(domains, study)]
    about = " ".join(f"{row.label}: {_groups_with(row, study)}." for matrix in domains for row in matrix.coded_rows)
    if any(key.mark == marks.FRAGILE_MARK for key in keys):
        about += f" (…): {words('fragile_meaning')}."
    sheet = Sheet(title, about, sections, columns, words("total"), palette.states, legend, notes, _words(study))
    return sheets.draw(sheet, study)


def _of_numbers(found: _Numbers, domains: Sequence[Matrix], study: Study) -> Drawing:
    """A heatmap of numbers, with a scale and the number of the interviewed over each column."""
    # ASSUME: the colours range from 0 to 100 %, not to the highest share, so that figures can be compared.
    words, colours = labels_of(study), palettes.of_study(study).scale
    interviewed = matrices.interviewed(cell for matrix in domains for row in matrix.rows for cell in row.cells)
    columns = [Column(group.code, f"n = {interviewed.get(group.code, 0)}") for group in domains[0].groups]
    keys = marks.keys_of_numbers([row for section in found.sections for row in section], words)
    legend = _legend_of_numbers(found.scale, keys, words)
    sheet = Sheet(found.title, found.about, found.sections, columns, "", colours, legend, found.notes, _words(study))
    return sheets.draw(sheet, study)


def _legend_of_numbers(scale: str, keys: Sequence[Key], words: Labels) -> Callable[[Page, QuadMesh], None]:
    ticks = [(value, words.percent(number)) for value, number in _SCALE_TICKS]

    def legend(page: Page, mesh: QuadMesh) -> None:
        page.y += 9
        legends.draw_scale(page, mesh, scale, ticks)
        page.y += 3
        legends.draw_keys(page, keys)

    return legend


def _heading(matrix: Matrix) -> GridRow:
    return GridRow(matrix.domain.title, bold=True)


def _marked_rows(matrix: Matrix, study: Study) -> list[GridRow]:
    palette = palettes.of_study(study)
    return [
        GridRow(
            *(row.label, row.level, [marks.presence(cell, study, palette) for cell in row.cells]),
            total=row.range if row.cells else "",
        )
        for row in matrix.rows
    ]


def _sections(all_domains: Sequence[Matrix], mark: Callable[[Cell], Mark]) -> list[list[GridRow]]:
    return [
        [_heading(matrix), *(GridRow(row.label, row.level, list(map(mark, row.cells))) for row in matrix.rows)]
        for matrix in all_domains
    ]


def _meaning_of_values(study: Study) -> list[str]:
    """The note on what stands beside the marks of a domain."""
    words = labels_of(study)
    of_value = {"count": ("n", "show_participants"), "share": (words.percent("n"), "show_share")}
    return [f"x {sign}: {words(key)}." for value, (sign, key) in of_value.items() if value == study.figures.values]


def _note_of_fragile(domains: Sequence[Matrix], study: Study) -> list[str]:
    """How many marks rest on one participant; none if there are none."""
    number = marks.number_of_fragile(domains, study)
    return [labels_of(study)("found_fragile", number=number)] if number else []


def _notes(all_domains: Sequence[Matrix], study: Study) -> list[str]:
    """The order, what the codes of the groups stand for, the codebook, then the gaps of each domain."""
    words = labels_of(study)
    gaps = (note for matrix in all_domains for note in matrices.gaps(matrix, study.not_coded, words))
    orders = ordering.notes(study.figures, words)
    return list(dict.fromkeys([*orders, *matrices.general_notes(all_domains[0], words), *gaps]))


def _words(study: Study) -> list[str]:
    """All words that a legend may have."""
    words = labels_of(study)
    return [*map(words, _PRINTED), *mark_rules.meanings({}, study.rule, words).values()]


def _groups_with(row: Row, study: Study) -> str:
    """The total of a row and its groups, those in brackets whose mark rests on one participant."""
    marked = [cell for cell in row.cells if cell.state == State.PRESENT]
    present = [f"({cell.group})" if marks.is_fragile(cell, study) else cell.group for cell in marked]
    return f"{row.range} ({', '.join(present)})" if present else row.range


def _about(all_domains: Sequence[Matrix], value: Callable[[Cell], str], words: Labels) -> str:
    """The numbers of a figure in words, for readers who cannot see it."""

    def in_words(cell: Cell) -> str:
        if cell.participants is None:
            return words("key_unknown" if cell.state == State.UNKNOWN else cell.state)
        return value(cell)

    rows = (row for matrix in all_domains for row in matrix.coded_rows)
    return " ".join(
        f"{row.label}: {', '.join(f'{cell.group} {in_words(cell)}' for cell in row.cells)}." for row in rows
    )
