"""The keys below `analysis` in study.yaml, as facts of the study."""

from collections.abc import Mapping
from typing import Any

from crosscase.study.facts import GroupTest, Saturation, TruthTable


def parse(stated: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the study that they fill in. What is true or false may also be a mapping of keys of its own."""
    saturation, tested = stated.get("saturation", {}), stated.get("group_test", False)
    return {
        **stated,
        "saturation": Saturation(**saturation) if isinstance(saturation, Mapping) else Saturation(saturation),
        "group_test": GroupTest(True, **tested) if isinstance(tested, Mapping) else GroupTest(tested),
        "truth_table": _truth_table(stated.get("truth_table", {})),
    }


def _truth_table(stated: Mapping[str, Any]) -> TruthTable:
    """What a truth table is made of; a list of groups as its outcome has a field of its own."""
    outcome = stated.get("outcome", "")
    of_groups = {"outcome": "", "outcome_groups": outcome} if isinstance(outcome, list) else {}
    return TruthTable(**{**stated, **of_groups})
