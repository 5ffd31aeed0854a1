"""All tables of the analysis, in the order of a manuscript."""

from crosscase.analysis_tables import (
    agreement,
    completeness,
    cooccurrence,
    evidence,
    quotations,
    robustness,
    thresholds,
)
from crosscase.analysis_tables.material import Material
from crosscase.tables.domain_tables import Table

_TABLES = (evidence, robustness, thresholds, agreement, completeness, cooccurrence, quotations)


def names() -> list[str]:
    """The names of their files."""
    return [module.NAME for module in _TABLES]


def of(material: Material) -> list[Table]:
    """The tables of a study."""
    return [module.table(material) for module in _TABLES]
