"""The table of the sample: counted again by group, otherwise checked for consistency in each of its formats.

The package has only the group of a participant, so the other variables cannot be counted again.
"""

from collections import Counter
from collections.abc import Iterator

from verifier import latex, shown_tables
from verifier.counting import Count, differences
from verifier.package import Package
from verifier.pages import html_rows
from verifier.tables import FOLDER

_PATH = f"{FOLDER}sample"
_TIDY = ["variable", "category", "participants", "percent", "total"]


def sample(package: Package, count: Count) -> Iterator[str]:
    """The participants of each group, all percentages and sums, and the agreement of all formats."""
    head, *tidy = package.table(f"{_PATH}_tidy.csv")
    total, one = len(count.people), package.compare["one"]
    by_group = Counter(count.people.values())
    counted = [[one, code, *_numbers(by_group[code], total)] for code in count.groups]
    yield from differences(f"{_PATH}_tidy.csv", [row for row in tidy if row[0] == one], counted, key=2)
    variables = {one: [*count.groups]} | {v["id"]: v["categories"] for v in package.study["sample"]}
    expected = [[name, category] for name, categories in variables.items() for category in categories]
    if [head, *(row[:2] for row in tidy)] != [_TIDY, *expected]:
        yield f"{_PATH}_tidy.csv: its rows are not the categories of the study"
    for variable in dict.fromkeys(row[0] for row in tidy):
        yield from _sums(variable, [row[1:] for row in tidy if row[0] == variable], total)
    words = package.words
    titles = {one: words.one[:1].upper() + words.one[1:]} | {
        variable["id"]: variable["title"] for variable in package.study["sample"]
    }
    names = {code: shown_tables.name_and_code(code, name) for code, name in count.groups.items()}
    rows = [[titles[v], names.get(c, c) if v == one else c, n, percent] for v, c, n, percent, _ in tidy]
    yield from differences(
        f"{_PATH}.csv", package.table(f"{_PATH}.csv"), [[words(f"head_{name}") for name in _TIDY[:4]], *rows], key=2
    )
    shown = [[text for _, text in row] for row in html_rows(package.text(f"{_PATH}.html"))[1:] if len(row) > 1]
    yield from differences(f"{_PATH}.html", shown, [[*row[1:3], words.decimal(row[3])] for row in rows])
    seen = shown_tables.Shown(
        words("sample_title", number=total),
        words("characteristic"),
        [("n", words("participants_long"), True, ""), ("%", words("percent_long"), True, "")],
        [
            (title, [(row[1], 1, [(row[2], ""), (words.decimal(row[3]), "")]) for row in rows if row[0] == title])
            for title in titles.values()
        ],
        [
            words.counted("percent_meaning", total, hundred=words.decimal("100.0")),
            *shown_tables.several(count.in_several, words),
        ],
    )
    yield from shown_tables.page(package, f"{_PATH}.html", seen)
    yield from latex.source(package, f"{_PATH}.tex", seen)


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
