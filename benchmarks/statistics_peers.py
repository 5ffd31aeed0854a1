"""Work out statistics with the libraries of others: cases as JSON on the standard input, values on the output.

Runs in an environment of its own (`requirements-statistics.txt`) and imports nothing of crosscase. What no library has
is counted over all choices. A value is None where a coefficient is 0/0.
"""

import json
import sys
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.raw import CAC
from scipy import stats
from scipy.cluster.hierarchy import cophenet, linkage
from scipy.spatial.distance import pdist
from sklearn.metrics import cohen_kappa_score

Values = list[float | None]


def _share(given: Sequence[int]) -> Values:
    """Wilson's interval, then Clopper and Pearson's."""
    found = stats.binomtest(*given)
    return [*found.proportion_ci(method="wilson"), *found.proportion_ci(method="exact")]


def _presence(given: Sequence[int]) -> Values:
    raised, interviewed, drawn = given
    return [1 - stats.hypergeom.pmf(0, interviewed, raised, drawn)]


def _agreement(units: Sequence[Sequence[int]]) -> Values:
    """Krippendorff's alpha, Fleiss' kappa and Gwet's AC1. Units may have different numbers of coders."""
    coders = max(map(len, units))
    table = np.array([[*unit, *[np.nan] * (coders - len(unit))] for unit in units], dtype=float)
    if len({*table[~np.isnan(table)]}) == 1:
        return []
    of_units = CAC(pd.DataFrame(table))
    found = [of_units.fleiss(), of_units.gwet()]
    alpha = krippendorff.alpha(reliability_data=table.T, level_of_measurement="nominal")
    return [float(alpha), *(float(one["est"]["coefficient_value"]) for one in found)]


def _cohen(units: Sequence[tuple[int, int]]) -> Values:
    if len({value for unit in units for value in unit}) == 1:
        return []
    return [float(cohen_kappa_score(*zip(*units, strict=True)))]


def _exact_test(table: Sequence[Sequence[int]]) -> Values:
    return [float(stats.fisher_exact(table)[1])]


def _false_discovery(values: Sequence[float]) -> Values:
    return [*map(float, stats.false_discovery_control(values))]


def _tree(groups: Sequence[Sequence[int]]) -> Values:
    """The height at which average linkage merges each pair, and the cophenetic correlation."""
    distances = pdist(np.array(groups, dtype=bool), "jaccard")
    if len({*distances.round(9)}) < len(distances):
        return []  # of equal distances each program merges another pair first
    fit, heights = cophenet(linkage(distances, "average"), distances)
    return [*map(float, heights), float(fit)]


def _curve(interviews: Sequence[Sequence[str]]) -> Values:
    """Mean and variance of the number of codes over all choices of 0, 1, 2, … interviews."""
    found: Values = []
    for number in range(len(interviews) + 1):
        sizes = [len({*()}.union(*chosen)) for chosen in combinations(interviews, number)]
        found += [float(np.mean(sizes)), float(np.var(sizes))]
    return found


PEERS: dict[str, Callable[[Any], Values]] = {
    "share": _share,
    "presence": _presence,
    "agreement": _agreement,
    "agreement with gaps": _agreement,
    "cohen": _cohen,
    "exact test": _exact_test,
    "false discovery": _false_discovery,
    "tree": _tree,
    "curve": _curve,
}

if __name__ == "__main__":
    json.dump([PEERS[kind](given) for kind, given in json.load(sys.stdin)], sys.stdout)
