"""All tables of the analysis, in the order of a manuscript."""

from crosscase.analysis_tables import (
    agreement,
    completeness,
    cooccurrence,
    evidence,
    group_test,
    quotations,
    robustness,
    similarity,
    thresholds,
    truth_table,
)
from crosscase.analysis_tables.material import Material
from crosscase.study import result_names
from crosscase.tables.domain_tables import Table

_TABLES = (
    *(evidence, robustness, thresholds, agreement, completeness, cooccurrence, similarity, group_test),
    *(truth_table, quotations),
)


def of(material: Material) -> list[Table]:
    """The tables of a study."""
    wanted = result_names.of_analysis(material.study)
    return [module.table(material) for module in _TABLES if module.NAME in wanted]
