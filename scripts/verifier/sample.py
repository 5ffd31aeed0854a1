"""The table of the sample: counted again by country, otherwise checked for consistency in each of its formats.

The package has only the country of a participant, so the other variables cannot be counted again.
"""

from collections import Counter
from collections.abc import Iterator

from verifier.counting import Count, differences
from verifier.package import Package
from verifier.pages import html_rows, latex_columns, letters
from verifier.tables import FOLDER

GROUP = "country"
_PATH = f"{FOLDER}sample"


def sample(package: Package, count: Count) -> Iterator[str]:
    """The participants of each country, all percentages and sums, and the agreement of all formats."""
    head, *tidy = package.table(f"{_PATH}_tidy.csv")
    total = len(count.people)
    by_group = Counter(count.people.values())
    counted = [[GROUP, code, *_numbers(by_group[code], total)] for code in count.groups]
    yield from differences(f"{_PATH}_tidy.csv", [row for row in tidy if row[0] == GROUP], counted, key=2)
    for variable in dict.fromkeys(row[0] for row in tidy):
        yield from _sums(variable, [row[1:] for row in tidy if row[0] == variable], total)
    titles = {GROUP: "Country"} | {variable["id"]: variable["title"] for variable in package.study["sample"]}
    names = {code: f"{name} ({code})" for code, name in count.groups.items()}
    rows = [[titles[v], names.get(c, c) if v == GROUP else c, n, percent] for v, c, n, percent, _ in tidy]
    yield from differences(f"{_PATH}.csv", package.table(f"{_PATH}.csv"), [["variable", *head[1:4]], *rows], key=2)
    shown = [[text for _, text in row] for row in html_rows(package.text(f"{_PATH}.html"))[1:] if len(row) > 1]
    yield from differences(f"{_PATH}.html", shown, [row[1:] for row in rows])
    labels, columns = latex_columns(package.text(f"{_PATH}.tex"))
    printed = [list(row) for row in zip(map(letters, labels), columns["n"], columns["%"], strict=True)]
    yield from differences(f"{_PATH}.tex", printed, [[letters(row[1]), *row[2:]] for row in rows])


def _sums(variable: str, rows: list[list[str]], total: int) -> Iterator[str]:
    """Percentages follow from the counts, and the counts add up to all participants if none is suppressed."""
    for category, participants, percent, base in rows:
        if participants.isdecimal() and [participants, percent, base] != _numbers(int(participants), total):
            yield f"{_PATH}_tidy.csv, {variable}, {category}: {participants} of {base} is not {percent} per cent"
    numbers = [row[1] for row in rows]
    if all(map(str.isdecimal, numbers)) and sum(map(int, numbers)) != total:
        yield f"{_PATH}_tidy.csv, {variable}: the counts do not add up to {total} participants"


def _numbers(participants: int, total: int) -> list[str]:
    return [str(participants), f"{round(100 * participants / total, 1):.1f}", str(total)]
