"""How robust the totals are: each total beside those under other rules and with equally many interviews.

A dot is the total of the tables. A grey line reaches as far as it could: to all groups that were coded. Totals under
other rules are drawn where they differ from it. Below is the total that is expected if each group had as many
interviews as the smallest one, with its standard deviation over the choices of interviews: no uncertainty about other
people.

ASSUME: that expectation is of marks of at least one participant, so it is drawn only beside totals of such marks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from crosscase.analysis.rows import TotalWorth
from crosscase.analysis.rules import STUDY, RuleCell, RuleTotal
from crosscase.charts import of_codes, signs
from crosscase.charts.dots import LESS_IF_TIGHT, Dots, Lane
from crosscase.charts.inks import Inks
from crosscase.charts.sheets import Chart
from crosscase.charts.signs import Sign
from crosscase.coding import mark_rules
from crosscase.coding.matrices import Matrix
from crosscase.heatmaps.layout import GREY, INK, Page
from crosscase.study.facts import AT_LEAST_ONE, USUAL_RULES, Study
from crosscase.study.own_labels import labels_of

_MARKERS = ("s", "o", "x", "^", "v", "|")  # each is seen where another is on it
_ABOVE, _BELOW = -2.3, 3.9  # of total and expectation, from the middle of the row
_MOST_TICKS = 12
_WIDEST_UNIT = 34.0  # points between two ticks of few groups


@dataclass(frozen=True)
class Totals:
    """The totals of a study under its rules."""

    domains: Sequence[Matrix]
    worth: Sequence[TotalWorth]
    under: Sequence[RuleTotal]
    cells: Sequence[RuleCell]
    study: Study

    @cached_property
    def of(self) -> dict[str, TotalWorth]:
        """By code."""
        return {row.code: row for row in self.worth}

    @cached_property
    def by_rule(self) -> dict[str, dict[str, RuleTotal]]:
        """By rule and code."""
        found: dict[str, dict[str, RuleTotal]] = {}
        for row in self.under:
            found.setdefault(row.rule, {})[row.code] = row
        return found

    @cached_property
    def fragile(self) -> dict[str, int]:
        """How many marks of each code one participant can undo, under the rule of the tables."""
        found = dict.fromkeys(self.of, 0)
        for cell in self.cells:
            if cell.rule == STUDY and cell.is_fragile:
                found[cell.code] = found.get(cell.code, 0) + 1
        return found

    @property
    def has_expected(self) -> bool:
        """Whether the expectation is of the marks of the tables."""
        return self.study.rule == AT_LEAST_ONE

    @property
    def others(self) -> list[str]:
        """The rules beside that of the tables."""
        return [rule for rule in self.by_rule if rule != STUDY]


def chart(totals: Totals) -> Chart:
    """The chart of all totals."""
    study, words = totals.study, labels_of(totals.study)
    title, fragile = words("robustness_of_totals"), words("fragile")
    most = max((row.groups for row in totals.worth), default=0)
    sections = of_codes.sections(totals.domains, totals.of.__contains__)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if most / step <= _MOST_TICKS)
    ticks = [(float(value), str(value)) for value in range(0, most + 1, step)]
    lane = Lane(
        words("axis_total"),
        (0.0, float(max(most, 1))),
        ticks,
        lambda axes, middles: _draw(axes, middles, totals),
        (words("total"), f"{fragile[:1].upper()}{fragile[1:]}"),
        lambda code: (_total(totals.by_rule[STUDY][code]), str(totals.fragile[code])),
        widest=_WIDEST_UNIT * (most + 1),
    )
    dots = Dots([row for section in sections for row in section], [lane])
    found = list(_signs(totals))
    general = [words("only_changes"), words("fragile_column", fragile=f"{fragile[:1].upper()}{fragile[1:]}")]
    general.append(words("numbers_in", file="results/analysis/totals.csv, rule_totals.csv, rules.csv"))
    notes = [" ".join(general), *of_codes.who_was_asked(totals.domains, study)]

    def legend(page: Page) -> None:
        page.y += 6
        signs.draw(page, found)

    about = " ".join(_sentence(totals, row.code, row.label) for matrix in totals.domains for row in matrix.coded_rows)
    printed = [words("axis_total"), words("total"), words("fragile"), *(sign.meaning for sign in found)]
    return Chart(
        *(title, about, sections, dots.height, dots.draw, legend, dots.width, notes, printed),
        less_if_tight=LESS_IF_TIGHT,
    )


def _total(row: RuleTotal) -> str:
    return str(row.total) if row.most == row.total else f"{row.total}–{row.most}"


def _sentence(totals: Totals, code: str, label: str) -> str:
    words = labels_of(totals.study)
    others = [
        f"{_meaning(rule, totals.study)}: {_total(totals.by_rule[rule][code])}"
        for rule in totals.others
        if code in totals.by_rule[rule]
    ]
    fragile = f"{words('fragile')}: {totals.fragile[code]}"
    return f"{label}: {'; '.join([_total(totals.by_rule[STUDY][code]), *others, fragile])}."


def _meaning(rule: str, study: Study) -> str:
    """A rule in words; a further rule of the study with its name."""
    words = labels_of(study)
    if rule in USUAL_RULES:
        return mark_rules.words_for(USUAL_RULES[rule], words)
    return f"{rule}: {mark_rules.words_for(study.further_rules[rule], words)}"


def _signs(totals: Totals) -> list[Sign]:
    study, words, inks = totals.study, labels_of(totals.study), Inks.of(totals.study)
    found = [
        Sign(
            f"{words('total')}: {mark_rules.words_for(study.rule, words)}",
            "o",
            inks.dark,
            True,
            line="-",
            line_colour=inks.pale,
            size=5.5,
        )
    ]
    if any(row.most > row.total for row in totals.by_rule.get(STUDY, {}).values()):
        found.append(Sign(words("legend_most"), line=":", colour=inks.dark, line_width=1.2))
    found += [
        Sign(_meaning(rule, study), marker, INK, line="-", line_colour=inks.middle, line_width=2.0)
        for rule, marker in zip(totals.others, _MARKERS, strict=False)
    ]
    if totals.has_expected and totals.worth:
        drawn = sorted({row.drawn for row in totals.worth})
        number = str(drawn[0]) if len(drawn) == 1 else f"{drawn[0]}–{drawn[-1]}"
        found.append(Sign(words("legend_expected", number=number), "D", GREY, line="-", line_width=0.9, size=3.6))
    return found


def _draw(axes: Axes, middles: Mapping[str, float], totals: Totals) -> None:
    """The totals of some codes; each kind of mark is a collection with the name of its rule."""
    inks, tables = Inks.of(totals.study), totals.by_rule[STUDY]
    codes = {code: y + (_ABOVE if totals.has_expected else 0) for code, y in middles.items()}
    reach = [[(0, y), (totals.of[code].groups, y)] for code, y in codes.items()]
    axes.add_collection(LineCollection(reach, colors=inks.pale, linewidths=1.0, zorder=1))
    ranges, unknown = [], []
    for code, y in codes.items():
        under = [totals.by_rule[rule][code].total for rule in totals.others if code in totals.by_rule[rule]]
        row = tables[code]
        ranges.append([(min([row.total, *under]), y), (max([row.total, *under]), y)])
        unknown += [[(row.total, y), (row.most, y)]] if row.most > row.total else []
    axes.add_collection(LineCollection(ranges, colors=inks.middle, linewidths=2.0, zorder=2, label="range"))
    axes.add_collection(
        LineCollection(unknown, colors=inks.dark, linewidths=1.2, linestyles=":", zorder=3, label="most")
    )
    for rule, marker in zip(totals.others, _MARKERS, strict=False):
        found = {code: row.total for code, row in totals.by_rule[rule].items()}
        places = [
            (found[code], y) for code, y in codes.items() if found.get(code, tables[code].total) != tables[code].total
        ]
        signs.points(axes, places, rule, Sign("", marker, INK))
    own = [(tables[code].total, y) for code, y in codes.items()]
    signs.points(axes, own, STUDY, Sign("", "o", inks.dark, is_filled=True, size=5.5), 1)
    if totals.has_expected:
        expected = {code: (totals.of[code].expected, y + _BELOW) for code, y in middles.items()}
        ends = [
            [(x - totals.of[code].deviation, y), (x + totals.of[code].deviation, y)]
            for code, (x, y) in expected.items()
        ]
        axes.add_collection(LineCollection(ends, colors=GREY, linewidths=0.9, zorder=4, label="deviation"))
        signs.points(axes, list(expected.values()), "expected", Sign("", "D", GREY, size=3.4))
