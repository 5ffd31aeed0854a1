"""The comparison with the printed numbers: each rebuilt number is counted again, and each verdict drawn again."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from verifier.counting import Count
from verifier.package import Package, Row
from verifier.pages import letters

PUBLISHED = "results/verification/published.csv"
_Key = tuple[str, str]  # table, row


def published(package: Package, count: Count) -> Iterator[str]:
    """The rebuilt numbers agree with the counts, and the verdicts with both numbers."""
    counted = _counted(package, count)
    rows = package.rows(PUBLISHED)
    for row in rows:
        place = f"{PUBLISHED}, {row['table']}, {row['row']}, {row['quantity']}"
        expected = counted.get((row["table"], letters(row["row"]).casefold()), {"0"})
        if row["table"] == "all_matrices":
            totals = (int(r["rebuilt"]) for r in rows if r["quantity"] == "total")
            expected = {str(sum(totals))}
        if row["rebuilt"] not in expected:
            yield f"{place}: in the table {row['rebuilt']}, counted {', '.join(sorted(expected))}"
        if row["verdict"] != (verdict := _verdict(row)):
            what = f"{row['rebuilt']} does not match the printed {row['printed']}"
            yield f"{place}: {what}" if row["verdict"] == "match" else f"{place}: the verdict is {verdict}"


def _verdict(row: Row) -> str:
    printed, elsewhere, rebuilt = row["printed"], row["printed_elsewhere"], row["rebuilt"]
    if not printed:
        return "not_printed"
    if elsewhere and elsewhere != printed:
        return "print_contradicts_itself" if rebuilt in (printed, elsewhere) else "mismatch"
    return "match" if rebuilt == printed else "mismatch"


def _counted(package: Package, count: Count) -> dict[_Key, set[str]]:
    """The numbers that belong to a row: marks of a code, participants of a group, percentages of the sample."""
    counted: dict[_Key, set[str]] = defaultdict(set)
    for code in count.codes:
        if code["codable"] == "True":
            marks = str(sum(cell["state"] == "present" for cell in count.row(code)))
            counted[code["domain"], letters(code["label"]).casefold()].add(marks)
            counted[code["domain"], letters(code["code"]).casefold()].add(marks)  # a row that the print does not have
    people, total = Counter(count.people.values()), len(count.people)
    for group in count.groups:
        for word in (package.compare["id"], "group"):
            counted[f"participants_per_{word}", group.casefold()].add(str(people[group]))
    numbers = {(row["variable"], row["category"]): row for row in package.rows("results/tables/sample_tidy.csv")}
    for variable in package.study["sample"]:
        table = variable["printed_as"]
        for category in variable["categories"] if table else ():
            number = int(numbers[variable["id"], category]["participants"])
            counted[table, letters(category).casefold()].add(str((200 * number + total) // (2 * total)))
        counted[table, letters("all categories").casefold()].add(str(total))
    return counted
