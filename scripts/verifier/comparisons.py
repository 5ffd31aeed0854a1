"""Which codes come together and how alike groups are, counted again from mentions and cells.

Passages with two codes, and the heights at which groups are merged, are not counted again.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from verifier.counting import Count, differences
from verifier.package import Package

_PAIRS = ("one", "other", "raised_one", "raised_other", "raised_both", "jaccard")
_ALIKE = ("one", "other", "both", "either", "jaccard")


def cooccurrence(package: Package, count: Count) -> Iterator[str]:
    """How many participants raised both codes of each pair."""
    raised: dict[str, set[str]] = defaultdict(set)
    for mention in count.mentions:
        raised[mention["code"]].add(mention["participant"])
    expected = []
    for one, other in combinations([code["code"] for code in count.codes if code["codable"] == "True"], 2):
        if both := len(raised[one] & raised[other]):
            sizes = len(raised[one]), len(raised[other])
            expected.append([one, other, *map(str, (*sizes, both)), str(round(both / (sum(sizes) - both), 6))])
    yield from _same(package, "results/analysis/cooccurrence.csv", _PAIRS, expected)


def holders(package: Package, count: Count) -> Iterator[str]:
    """Who raised both codes of each pair, and in which groups one of them."""
    path = "results/analysis/cooccurrence_cases.csv"
    raised: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for mention in count.mentions:
        raised[mention["code"]][mention["participant"]].add(mention["group"])
    expected = [["one", "other", "participant", "group"]]
    for one, other in combinations([code["code"] for code in count.codes if code["codable"] == "True"], 2):
        for person in sorted(raised[one].keys() & raised[other].keys()):
            expected += [[one, other, person, group] for group in sorted(raised[one][person] | raised[other][person])]
    yield from differences(path, package.table(path), expected, key=4)


def similarity(package: Package, count: Count) -> Iterator[str]:
    """How many codes are present in both groups of each pair, and in either."""
    expected = []
    codes = [code["code"] for code in count.codes if code["codable"] == "True"]
    for one, other in combinations(count.groups, 2):
        states = [(count.cells[code, one]["state"], count.cells[code, other]["state"]) for code in codes]
        coded = [pair for pair in states if set(pair) <= {"present", "absent"}]
        both, either = sum(pair == ("present", "present") for pair in coded), sum("present" in pair for pair in coded)
        expected.append([one, other, str(both), str(either), str(round(both / either, 6)) if either else ""])
    yield from _same(package, "results/analysis/similarity.csv", _ALIKE, expected)


def _same(package: Package, path: str, columns: tuple[str, ...], expected: list[list[str]]) -> Iterator[str]:
    found = [[row[name] for name in columns] for row in package.rows(path)]
    yield from differences(path, [[*columns], *found], [[*columns], *expected], key=2)
