"""The tables of the analysis: what they have to show, made again of the CSV files beside them.

The numbers of these files are counted again elsewhere, as far as that is possible. Here each table is compared with
them: every row, every number as it is rounded, every note.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from verifier import analysis_comparisons, analysis_findings, analysis_worth, configurations, latex, shown_tables
from verifier.analysis_material import FOLDER, Of
from verifier.counting import Count
from verifier.package import Package
from verifier.shown_tables import Shown

_ALWAYS = ("evidence", "robustness", "thresholds", "agreement", "completeness", "cooccurrence", "similarity")


def names(package: Package) -> list[str]:
    """The tables that the study has, in their order."""
    tested = ["group_test"] if package.study["group_test"]["is_used"] else []
    combined = ["truth_table"] if package.study["truth_table"]["conditions"] else []
    return [*_ALWAYS, *tested, *combined, "quotations"]


def shown(package: Package, count: Count, name: str) -> Shown:
    """What the table of this name shows."""
    made: dict[str, Callable[[Of], Shown]] = {
        "evidence": analysis_findings.evidence,
        "robustness": analysis_worth.robustness,
        "thresholds": analysis_worth.thresholds,
        "agreement": analysis_worth.agreement,
        "completeness": analysis_worth.completeness,
        "cooccurrence": analysis_findings.cooccurrence,
        "similarity": analysis_comparisons.similarity,
        "group_test": analysis_comparisons.group_test,
        "truth_table": configurations.shown,
        "quotations": analysis_findings.quotations,
    }
    return made[name](Of(package, count))


def check(package: Package, count: Count, name: str) -> Iterator[str]:
    """The page and the LaTeX source show what the CSV files say."""
    expected = shown(package, count, name)
    yield from shown_tables.page(package, f"{FOLDER}{name}.html", expected)
    yield from latex.source(package, f"{FOLDER}{name}.tex", expected)


def quotations(package: Package, count: Count) -> Iterator[str]:
    """Each quoted participant raised the code in the group, and no more passages may be quoted than there are."""
    path = f"{FOLDER}quotations.csv"
    segments: Counter[tuple[str, str]] = Counter()
    people: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in count.mentions:
        segments[row["code"], row["group"]] += int(row["segments"])
        people[row["code"], row["group"]].add(row["participant"])
    rows = package.rows(path)
    places = Counter((row["code"], row["group"]) for row in rows)
    for number, row in enumerate(rows, 2):
        place = (row["code"], row["group"])
        if row["participant"] not in people[place] or count.cells[place]["domain"] != row["domain"]:
            yield f"{path}, line {number}: the participant did not raise the code there"
        if places[place] > 1 or not 1 <= int(row["passages"]) <= segments[place] or not row["words"].strip():
            yield f"{path}, line {number}: the cell is listed twice, or has no such passages"
