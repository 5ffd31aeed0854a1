"""The sample by group: compared with the participants of each group, its own sums, and its other formats.

Small counts are suppressed, so they cannot be counted again. The verifier checks that no small count is shown and that
the shown counts fit the totals. It computes again which values of the suppressed counts the published numbers allow:
all from 0 to k, or none below k. If the totals alone allow fewer values, that is accepted.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import product

from verifier import latex, shown_tables
from verifier.bounds import bounds
from verifier.counting import Count, differences
from verifier.package import Package
from verifier.pages import html_rows
from verifier.tables import FOLDER

_SUPPRESSED, _MARK = "suppressed", "[c]"
_SAMPLE = f"{FOLDER}sample_tidy.csv"


def sample_by_group(package: Package, count: Count) -> Iterator[str]:
    """Totals agree with the participants, no row or column exceeds its total, and all formats agree."""
    path, groups = f"{FOLDER}{package.sample_by}", [*count.groups]
    words = package.words
    head, *found = package.table(f"{path}.csv")
    rows = [[_SUPPRESSED if cell == words("suppressed") else cell for cell in row] for row in found]
    people = Counter(count.people.values())
    everybody, total = words("all_participants"), words("total")
    totals = [everybody, everybody, *(str(people[group]) for group in groups), str(len(count.people))]
    heads = [words("head_variable"), words("head_category"), *groups, total]
    yield from differences(f"{path}.csv", [head, *rows[-1:]], [heads, totals], key=2)
    titles = {variable["id"]: variable["title"] for variable in package.study["sample"]}
    yield from (f"{path}.csv: the study has no variable {row[0]}" for row in rows[:-1] if row[0] not in titles.values())
    yield from _rows(package, path, rows)
    tidy = [["variable", "category", package.compare["one"], "participants", "least", "most"]]
    for variable, title in titles.items():
        of_variable = [row for row in rows if row[0] == title]
        yield from _sums(path, of_variable, totals)
        again = list(_tidy(variable, of_variable, totals, groups))
        yield from _unprotected(path, again, of_variable, totals, package.study["k"])
        tidy += again
    yield from differences(f"{path}_tidy.csv", package.table(f"{path}_tidy.csv"), tidy, key=3)
    shown = [[text for _, text in row] for row in html_rows(package.text(f"{path}.html"))[1:] if len(row) > 1]
    yield from differences(f"{path}.html", shown, [[_marked(cell) for cell in row[1:]] for row in rows])
    seen = _as_seen(package, count, rows)
    yield from shown_tables.page(package, f"{path}.html", seen)
    yield from latex.source(package, f"{path}.tex", seen)


def _as_seen(package: Package, count: Count, rows: list[list[str]]) -> shown_tables.Shown:
    """The table as its pages show it."""
    words = package.words
    sections: list[tuple[str, list[shown_tables.Line]]] = []
    for title, category, *numbers in rows:
        heading = "" if title == words("all_participants") else title
        if not sections or sections[-1][0] != heading:
            sections.append((heading, []))
        entries = [(_marked(number), _SUPPRESSED if number == _SUPPRESSED else "") for number in numbers]
        sections[-1][1].append((category, 1 if heading else 0, entries))
    why = words.counted("hidden", package.study["k"], mark=_MARK)
    hidden = any(_SUPPRESSED in row for row in rows)
    broader = [f"{name}: {'; '.join(i)}." for v in package.study["sample"] for name, i in v["broader"].items()]
    several = shown_tables.several(count.in_several, words)
    return shown_tables.Shown(
        words("sample_by_title", number=len(count.people)),
        words("characteristic"),
        [
            *((group, shown_tables.long_form(group, name), True, "") for group, name in count.groups.items()),
            (words("total"), "", True, ""),
        ],
        sections,
        [*shown_tables.names_of(count.groups), *several, *broader, *([why] if hidden else [])],
    )


def _rows(package: Package, path: str, rows: list[list[str]]) -> Iterator[str]:
    """The rows are the broader categories of the study, with the totals that the table of the sample gives."""
    numbers = {(row["variable"], row["category"]): int(row["participants"]) for row in package.rows(_SAMPLE)}
    expected: dict[tuple[str, str], int] = {}
    for variable in package.study["sample"]:
        broader = {category: name for name, inside in variable["broader"].items() for category in inside}
        for category in variable["categories"]:
            key = (variable["title"], broader.get(category, category))
            expected[key] = expected.get(key, 0) + numbers[variable["id"], category]
    found = [[*row[:2], row[-1]] for row in rows[:-1]]
    yield from differences(f"{path}.csv", found, [[*key, str(total)] for key, total in expected.items()], key=2)


def _marked(cell: str) -> str:
    return _MARK if cell == _SUPPRESSED else cell


def _sums(path: str, rows: list[list[str]], totals: list[str]) -> Iterator[str]:
    """Rows and columns add up to their totals, or to less if a count is suppressed."""
    for row in rows:
        if not _adds_up(row[2:-1], row[-1]):
            yield f"{path}.csv, {row[0]}, {row[1]}: the counts do not fit the total {row[-1]}"
    for number, total in enumerate(totals[2:], 2):
        if not _adds_up([row[number] for row in rows], total):
            yield f"{path}.csv, {rows[0][0]}: the counts of column {number + 1} do not fit its total {total}"


def _adds_up(counts: list[str], total: str) -> bool:
    return _shown(counts) <= int(total) if _SUPPRESSED in counts else _shown(counts) == int(total)


def _shown(counts: Iterable[str]) -> int:
    return sum(int(count) for count in counts if count != _SUPPRESSED)


def _unprotected(path: str, tidy: list[list[str]], rows: list[list[str]], totals: list[str], k: int) -> Iterator[str]:
    """Shown counts that are small, and suppressed counts of which too much can be worked out."""
    of_rows = {row[1]: int(row[-1]) for row in rows}
    of_groups = {
        group: int(total) for group, total in zip(dict.fromkeys(row[2] for row in tidy), totals[2:-1], strict=True)
    }
    for variable, category, group, shown, least, most in tidy:
        place = f"{path}.csv, {variable}, {category}, {group}"
        of_row, of_group = of_rows[category], of_groups[group]
        lowest, highest = max(0, of_row + of_group - int(totals[-1])), min(of_row, of_group)
        if shown and 0 < int(shown) < k:
            yield f"{place}: {shown} is shown, although counts below {k} must be suppressed"
        elif not shown and int(least) < k and (int(least) > lowest or int(most) < min(k, highest)):
            yield f"{place}: the suppressed count can be worked out to be between {least} and {most}"


def _tidy(variable: str, rows: list[list[str]], totals: list[str], groups: list[str]) -> Iterator[list[str]]:
    """The rows of a variable in tidy format: each count with its least and its greatest possible value."""
    counts = [row[2:-1] for row in rows]
    places = list(product(range(len(rows)), range(len(groups))))
    limits = bounds(
        [int(row[-1]) - _shown(row[2:-1]) for row in rows],
        [int(total) - _shown(column) for total, column in zip(totals[2:-1], zip(*counts, strict=True), strict=True)],
        {(row, column) for row, column in places if counts[row][column] == _SUPPRESSED},
    )
    for row, column in places:
        count = counts[row][column]
        least, most = limits.get((row, column), (count, count))
        shown = "" if count == _SUPPRESSED else count
        yield [variable, rows[row][1], groups[column], shown, str(least), str(most)]
