"""Compare our statistics with those of other libraries on invented numbers; prints how many values differ.

    PYTHONPATH=scripts .venv/bin/python -m benchmarks.compare_statistics --peers INTERPRETER [--cases 200]

The peers run in an environment of their own (`requirements-statistics.txt`), of which INTERPRETER is the Python.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from crosscase.analysis import accumulation, binary_agreement, exact_test, intervals, rarefaction, similarity
from crosscase.analysis.incidence import Incidence

_TOLERANCE = {"agreement": 1e-5, "agreement with gaps": 1e-5, "share": 1e-7}  # irrCAC rounds; scipy searches for ends
_USUAL = 1e-9


class Case(NamedTuple):
    """What both get, and what we find."""

    kind: str
    given: Any
    ours: Sequence[float | Fraction | None]


def cases(chance: Random) -> Iterator[Case]:
    """One invented case of each kind."""
    interviewed = chance.randint(1, 60)
    raised, drawn = chance.randint(0, interviewed), chance.randint(0, interviewed)
    ends = [*intervals.wilson(raised, interviewed), *intervals.clopper_pearson(raised, interviewed)]
    yield Case("share", [raised, interviewed], ends)
    presence = rarefaction.presence(raised, interviewed, drawn)
    yield Case("presence", [raised, interviewed, drawn], [presence])
    yield _agreement("agreement", [3] * chance.randint(3, 60), chance)
    yield _agreement("agreement with gaps", [chance.choice([2, 2, 3, 4]) for _ in range(chance.randint(3, 40))], chance)
    yield _agreement("cohen", [2] * chance.randint(3, 60), chance)
    sizes = chance.randint(2, 20), chance.randint(2, 20)
    table = [(chance.randint(0, size), size) for size in sizes]
    p, _ = exact_test.Spread.over(sizes).p(table)
    yield Case("exact test", [[count for count, _ in table], [size - count for count, size in table]], [p])
    values = [chance.random() ** 3 for _ in range(chance.randint(1, 12))]
    yield Case("false discovery", values, exact_test.corrected(values, "benjamini_hochberg"))
    yield _tree([[1, *(chance.randint(0, 1) for _ in range(40))] for _ in range(chance.randint(3, 7))])
    yield _curve([[code for code in "abcdefgh" if chance.random() < 0.4] for _ in range(chance.randint(1, 9))])


def _agreement(kind: str, coders: Sequence[int], chance: Random) -> Case:
    units = [tuple(chance.random() < 0.4 for _ in range(number)) for number in coders]
    scale = binary_agreement.scale_of(units)
    found = binary_agreement.coefficients([binary_agreement.sums(Counter(units), scale)], scale)
    ours = [found.cohen] if kind == "cohen" else [found.alpha, found.kappa, found.ac1]
    return Case(kind, [[*map(int, unit)] for unit in units], ours)


def _tree(groups: Sequence[Sequence[int]]) -> Case:
    names = [f"G{number}" for number in range(len(groups))]
    distances = {}
    for one, other in combinations(range(len(groups)), 2):
        pairs = [*zip(groups[one], groups[other], strict=True)]
        both, either = sum(map(all, pairs)), sum(map(any, pairs))
        distances[names[one], names[other]] = 1 - Fraction(both, either)
    heights = similarity.merged_at(names, distances)
    merged = [float(heights[pair]) for pair in distances]
    return Case("tree", groups, [*merged, similarity.correlation([*map(float, distances.values())], merged)])


def _curve(interviews: Sequence[Sequence[str]]) -> Case:
    found = Incidence({f"P{number}": frozenset(codes) for number, codes in enumerate(interviews)})
    numbers = range(len(interviews) + 1)
    both = ([accumulation.expected_codes(found, n), accumulation.variance(found, n)] for n in numbers)
    return Case("curve", interviews, [value for pair in both for value in pair])


def _differ(ours: float | Fraction | None, theirs: float | None, tolerance: float) -> bool:
    if ours is None or theirs is None:
        return ours is not theirs
    return abs(float(ours) - theirs) > tolerance


def main() -> None:
    """Print the number of values of each kind, and how many of them differ; exit with 1 if any does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", type=Path, required=True)
    parser.add_argument("--cases", type=int, default=200)
    options = parser.parse_args()
    made = [case for seed in range(options.cases) for case in cases(Random(seed))]
    asked = json.dumps([case[:2] for case in made])
    program = Path(__file__).with_name("statistics_peers.py")
    command = [str(options.peers), "-W", "ignore", str(program)]
    answer = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    compared, different = Counter[str](), Counter[str]()
    for case, theirs in zip(made, json.loads(answer.stdout), strict=True):
        for one, other in zip(case.ours, theirs, strict=bool(theirs)):  # no value: it is undefined, or depends on ties
            compared[case.kind] += 1
            different[case.kind] += _differ(one, other, _TOLERANCE.get(case.kind, _USUAL))
    print("| statistic | values | different |", "| --- | --- | --- |", sep="\n")
    print(*(f"| {kind} | {number} | {different[kind]} |" for kind, number in compared.items()), sep="\n")
    sys.exit(1 if different.total() else 0)


if __name__ == "__main__":
    main()
