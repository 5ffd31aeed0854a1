"""The comparison with the printed numbers: its rebuilt numbers agree with the counted ones."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from verifier.counting import Count
from verifier.package import Package
from verifier.pages import letters

PUBLISHED = "results/verification/published.csv"
_GROUPS = "participants_per_country"


def published(package: Package, count: Count) -> Iterator[str]:
    """Marks of a code and participants of a country agree with the counts, and numbers that match equal the print."""
    counted: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code in count.codes:
        if code["codable"] == "True":
            marks = sum(cell["state"] == "present" for cell in count.row(code))
            counted[code["domain"], letters(code["label"]).casefold()].add(str(marks))
    for group, people in Counter(count.people.values()).items():
        counted[_GROUPS, group.casefold()].add(str(people))
    for row in package.rows(PUBLISHED):
        place = f"{PUBLISHED}, {row['table']}, {row['row']}, {row['quantity']}"
        expected = counted.get((row["table"], letters(row["row"]).casefold()))
        if expected and row["rebuilt"] not in expected:
            yield f"{place}: in the table {row['rebuilt']}, counted {', '.join(sorted(expected))}"
        if row["verdict"] == "match" and row["printed"] != row["rebuilt"]:
            yield f"{place}: {row['rebuilt']} does not match the printed {row['printed']}"
