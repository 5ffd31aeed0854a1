"""How far coders agree on each code: Krippendorff's alpha with its interval, and positive agreement beside it.

A lane has one kind of unit: a code at a participant, or at a segment. One or two disagreements pull alpha of a rare
code far down, so it is never drawn without positive agreement and the number of units. Where it is undefined the row
says so.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from crosscase.analysis.agreement_tables import Agreement, Undefined
from crosscase.analysis.judgements import Frame, Level
from crosscase.analysis.rows import ALL
from crosscase.charts import of_codes, signs
from crosscase.charts.dots import LESS_IF_TIGHT, Dots, Lane
from crosscase.charts.inks import Inks
from crosscase.charts.sheets import Chart, Line, line
from crosscase.charts.signs import Sign
from crosscase.coding.matrices import Matrix
from crosscase.heatmaps.layout import INK, Page
from crosscase.labels.labels import Labels
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of

# Source: K. Krippendorff, Content Analysis (4th ed. 2019): at least .8, or .667 for tentative conclusions.
LEAST = (0.667, 0.8)
_STEP = 0.25  # of the axis
_LEVELS = {Level.PARTICIPANT: "level_participant", Level.SEGMENT: "level_segment"}
_REASONS = {
    Undefined.BY_CHANCE: "undefined_alike",
    Undefined.NO_UNMARKED: "undefined_unmarked",
    Undefined.NO_UNITS: "undefined_no_units",
}
_Found = Mapping[str, Agreement]  # by the key of a row


def chart(rows: Iterable[Agreement], domains: Sequence[Matrix], study: Study) -> Chart:
    """The chart of all codes, or a sentence where nobody's material was coded twice."""
    words = labels_of(study)
    title = words("agreement_of_coders")
    by_level = {level: found for level in _LEVELS if (found := _of_level(rows := list(rows), level))}
    if not by_level:
        return Chart(title, "", nothing=words("no_double_coding"))
    codes = {key for found in by_level.values() for key in found}
    sections = list(_sections(domains, codes, words))
    ends = _ends(row for found in by_level.values() for row in found.values())
    lanes = [_lane(level, found, ends, study) for level, found in by_level.items()]
    dots = Dots([row for section in sections for row in section], lanes)
    drawn = list(_signs(study))
    overall = [row for found in by_level.values() for key, row in found.items() if key == ALL]
    shown = [row for found in by_level.values() for row in found.values()]
    notes = [_notes(shown, overall, words), *of_codes.who_was_asked(domains, study)]

    def legend(page: Page) -> None:
        page.y += 6
        signs.draw(page, drawn)

    labels = {row.key: row.label for section in sections for row in section if row.key}
    about = " ".join(
        f"{words(_LEVELS[level])}: {', '.join(_sentence(labels[key], row, words) for key, row in of_level)}."
        for level, found in by_level.items()
        for of_level in [[(key, row) for key, row in found.items() if key in labels]]
    )
    printed = [
        *(sign.meaning for sign in drawn),
        words("coefficient"),
        words("undefined"),
        *map(words, _LEVELS.values()),
        "n−",
    ]
    return Chart(
        *(title, about, sections, dots.height, dots.draw, legend, dots.width, notes, printed),
        less_if_tight=LESS_IF_TIGHT,
    )


def _of_level(rows: Iterable[Agreement], level: Level) -> dict[str, Agreement]:
    """The rows of one level: of each code, of each domain by its id in brackets, and of all."""
    found = {}
    for row in rows:
        if (row.level, row.frame) == (level, Frame.ALL) and row.group == row.one == row.other == ALL:
            found[row.code if row.code != ALL else ALL if row.domain == ALL else _domain(row.domain)] = row
    return found


def _domain(domain: str) -> str:
    return f"({domain})"


def _sections(domains: Sequence[Matrix], codes: Iterable[str], words: Labels) -> Iterable[list[Line]]:
    """Each domain as a whole with its codes, then all domains."""
    known = set(codes)
    everything = words("all_codes")
    for matrix, (heading, *rows) in zip(domains, of_codes.sections(domains, known.__contains__), strict=True):
        whole = _domain(matrix.domain.id)
        yield [heading, *([line(whole, everything)] if whole in known else []), *rows]
    if ALL in known and len(domains) > 1:
        domain = words("all_domains")
        yield [Line(f"{domain[:1].upper()}{domain[1:]}", bold=True), line(ALL, everything)]


def _ends(rows: Iterable[Agreement]) -> tuple[float, float]:
    """The ends of the axis: from the lowest number, or from 0, to 1."""
    values = [value for row in rows for value in (row.alpha, row.alpha_low, row.positive) if value is not None]
    return min(0.0, math.floor(min(values, default=0.0) / _STEP) * _STEP), 1.0


def _lane(level: Level, found: _Found, ends: tuple[float, float], study: Study) -> Lane:
    words = labels_of(study)
    step = _STEP if ends[0] > -_STEP else 2 * _STEP
    numbers = (step * number for number in range(math.ceil(ends[0] / step), round(1 / step) + 1))
    ticks = [(number, _number(number, words)) for number in numbers]
    return Lane(
        words("coefficient"),
        ends,
        ticks,
        partial(_draw, found=found, inks=Inks.of(study)),
        ("n",),
        lambda key: (words.number(found[key].units),) if key in found else (),
        words(_LEVELS[level]),
        lambda key: words("undefined") if key in found and found[key].alpha is None else "",
        LEAST,
        widest=240.0,
    )


def _number(value: float, words: Labels) -> str:
    text = f"{value:z.2f}".rstrip("0").rstrip(".").replace("-", "−")
    return text.replace(".", words("decimal"))


def _draw(axes: Axes, middles: Mapping[str, float], found: _Found, inks: Inks) -> None:
    """Intervals, positive agreement and alpha; each is a collection with its name."""
    rows = [(found[key], y) for key, y in middles.items() if key in found]
    ends = [
        [(row.alpha_low, y), (row.alpha_high, y)]
        for row, y in rows
        if row.alpha_low is not None and row.alpha_high is not None
    ]
    axes.add_collection(LineCollection(ends, colors=inks.dark, linewidths=1.1, zorder=2, label="interval"))
    positive = [(row.positive, y) for row, y in rows if row.positive is not None and row.alpha is not None]
    alpha = [(row.alpha, y) for row, y in rows if row.alpha is not None]
    signs.points(axes, positive, "positive", _positive(""))
    signs.points(axes, alpha, "alpha", _alpha("", inks), 1)


def _alpha(meaning: str, inks: Inks) -> Sign:
    return Sign(meaning, "o", inks.dark, is_filled=True, line="-", line_width=1.1, size=3.6)


def _positive(meaning: str) -> Sign:
    return Sign(meaning, "o", INK, inside="none", size=6.4)


def _signs(study: Study) -> Iterable[Sign]:
    words, inks = labels_of(study), Inks.of(study)
    yield _alpha(words("legend_alpha"), inks)
    yield _positive(words("legend_positive"))
    low, high = (f"{value:.3f}".rstrip("0").replace(".", words("decimal")) for value in LEAST)
    yield Sign(words("guide_lines", low=low, high=high), line=":", line_width=0.8)


def _notes(shown: Iterable[Agreement], overall: Sequence[Agreement], words: Labels) -> str:
    rows, found = list(shown), []
    if overall:
        coders, people = max(row.coders for row in overall), max(row.participants for row in overall)
        found.append(words("coded_twice", participants=people, coders=coders))
    found.append(words("units_meaning"))
    if any(row.alpha is not None and row.alpha_low is None for row in rows):
        found.append(words("no_interval"))
    for reason, key in _REASONS.items():
        if any(row.undefined == reason for row in rows):
            found.append(words(key, undefined=words("undefined")))
    return " ".join([*found, words("numbers_in", file="results/analysis/agreement.csv")])


def _sentence(label: str, row: Agreement, words: Labels) -> str:
    if row.alpha is None:
        return f"{label} {words('undefined')}"
    text = f"{label} {_two(row.alpha, words)}"
    if row.alpha_low is None or row.alpha_high is None:
        return text
    return f"{text} ({_two(row.alpha_low, words)}–{_two(row.alpha_high, words)})"


def _two(value: float, words: Labels) -> str:
    return f"{value:z.2f}".replace("-", "−").replace(".", words("decimal"))
