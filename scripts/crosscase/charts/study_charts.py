"""The charts of a study, in the order of their names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.rows import Accumulated, Completeness, Cooccurrence, Similarity, TotalWorth
from crosscase.analysis.rules import RuleCell, RuleTotal
from crosscase.analysis.saturation import Saturated
from crosscase.charts import accumulation, agreement, cooccurrence, robustness, sheets, similarity
from crosscase.charts.robustness import Totals
from crosscase.charts.sheets import Chart
from crosscase.coding.matrices import Matrix
from crosscase.heatmaps.layout import Drawing
from crosscase.study import result_names
from crosscase.study.facts import Study


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of the analysis that the charts show."""

    totals: Sequence[TotalWorth]
    rule_totals: Sequence[RuleTotal]
    rules: Sequence[RuleCell]
    accumulation: Sequence[Accumulated]
    completeness: Sequence[Completeness]
    saturation: Sequence[Saturated]
    cooccurrence: Sequence[Cooccurrence]
    similarity: Sequence[Similarity]
    agreement: Sequence[Agreement]


def plans(rows: Rows, domains: Sequence[Matrix], study: Study) -> list[Callable[[], Drawing]]:
    """What draws each chart, in the order of `result_names.CHARTS`. Each raises StudyError if no font has a letter."""
    made: dict[str, Callable[[], Chart]] = {
        "robustness_of_totals": lambda: robustness.chart(
            Totals(domains, rows.totals, rows.rule_totals, rows.rules, study)
        ),
        "accumulation_of_codes": lambda: accumulation.chart(
            rows.accumulation, rows.completeness, rows.saturation, domains, study
        ),
        "cooccurrence_of_codes": lambda: cooccurrence.chart(rows.cooccurrence, rows.completeness, domains, study),
        "similarity_of_groups": lambda: similarity.chart(rows.similarity, domains, study),
        "agreement_of_coders": lambda: agreement.chart(rows.agreement, domains, study),
    }
    return [partial(_drawn, made[name], study) for name in result_names.CHARTS]


def _drawn(make: Callable[[], Chart], study: Study) -> Drawing:
    return sheets.draw(make(), study)
