"""The sample by country: held against the participants of each country, its own sums, and itself in each of its forms.

Small counts are suppressed in it, so the rest can be held to what the totals allow and cannot be counted again.
"""

from collections import Counter
from collections.abc import Iterator

from verifier.counting import Count, differences
from verifier.package import Package
from verifier.pages import html_rows, latex_columns, letters
from verifier.tables import FOLDER, TOTAL

NAME = "sample_by_country"
_PATH = f"{FOLDER}{NAME}"
_ALL = "All participants"
_SUPPRESSED, _MARK = "suppressed", "[c]"


def sample_by_country(package: Package, count: Count) -> Iterator[str]:
    """Totals are the participants', no row or column exceeds its total, and all forms say the same."""
    countries = [*count.countries]
    head, *rows = package.table(f"{_PATH}.csv")
    people = Counter(count.people.values())
    totals = [_ALL, _ALL, *(str(people[country]) for country in countries), str(len(count.people))]
    yield from differences(
        f"{_PATH}.csv", [head, *rows[-1:]], [["variable", "category", *countries, TOTAL], totals], key=2
    )
    for title in dict.fromkeys(row[0] for row in rows[:-1]):
        yield from _sums([row for row in rows if row[0] == title], totals)
    titles = {variable["id"]: variable["title"] for variable in package.study["sample"]}
    yield from _tidy(package.table(f"{_PATH}_tidy.csv")[1:], rows[:-1], countries, titles)
    shown = [[text for _, text in row] for row in html_rows(package.text(f"{_PATH}.html"))[1:] if len(row) > 1]
    yield from differences(f"{_PATH}.html", shown, [[_marked(cell) for cell in row[1:]] for row in rows])
    labels, columns = latex_columns(package.text(f"{_PATH}.tex"))
    printed = zip(map(letters, labels), *(columns[name] for name in [*countries, TOTAL]), strict=True)
    expected = [[letters(row[1]), *(_marked(cell).replace("[", "{[}") for cell in row[2:])] for row in rows]
    yield from differences(f"{_PATH}.tex", [list(row) for row in printed], expected)


def _marked(cell: str) -> str:
    return _MARK if cell == _SUPPRESSED else cell


def _sums(rows: list[list[str]], totals: list[str]) -> Iterator[str]:
    """Rows and columns add up to their totals, or to less where a count is suppressed."""
    for row in rows:
        if not _adds_up(row[2:-1], row[-1]):
            yield f"{_PATH}.csv, {row[0]}, {row[1]}: the counts do not fit the total {row[-1]}"
    for number, total in enumerate(totals[2:], 2):
        if not _adds_up([row[number] for row in rows], total):
            yield f"{_PATH}.csv, {rows[0][0]}: the counts of column {number + 1} do not fit its total {total}"


def _adds_up(counts: list[str], total: str) -> bool:
    shown = sum(int(count) for count in counts if count != _SUPPRESSED)
    return shown <= int(total) if _SUPPRESSED in counts else shown == int(total)


def _tidy(tidy: list[list[str]], rows: list[list[str]], countries: list[str], titles: dict[str, str]) -> Iterator[str]:
    """The same counts, each with the least and the most that it can be."""
    wide = [[row[0], row[1], country, row[2 + n]] for row in rows for n, country in enumerate(countries)]
    counts = [[titles.get(v, v), category, country, n or _SUPPRESSED] for v, category, country, n, _, _ in tidy]
    yield from differences(f"{_PATH}_tidy.csv", counts, wide, key=3)
    for variable, category, country, n, least, most in tidy:
        if not int(least) <= int(n or least) <= int(most):
            yield f"{_PATH}_tidy.csv, {variable}, {category}, {country}: {n or 'it'} is not from {least} to {most}"
