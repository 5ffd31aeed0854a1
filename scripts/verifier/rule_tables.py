"""The tables of the marks under each rule, compared with the counts."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from verifier import agreement, rules
from verifier.counting import Count, differences
from verifier.package import Package, Row
from verifier.words import Words
from verifier.worth import nearly_same

FOLDER = "results/analysis/"
ALL = "(all)"
_CELLS = (
    *("rule", "domain", "code", "group", "state", "found", "participants", "interviewed", "without_present"),
    *("without_absent", "without_unknown"),
)
_EVIDENCE = (
    *("domain", "code", "present", "counted", "by_group", "participants", "interviewed", "fragile"),
    *("unchanged_under", "changed_under", "double_coded", "agreement", "alpha"),
    *("opposite", "opposite_by_group", "both"),
)

_THRESHOLDS = ("rule", "domain", "marks", "lost", "gained", "rest_on_one", "totals", "totals_changed")


def cells(package: Package, count: Count) -> Iterator[str]:
    """Each code in each group under each rule, and without each participant in turn."""
    path, counted = f"{FOLDER}rules.csv", [[*row.values()] for row in _rows(package, count)]
    yield from differences(path, package.table(path), [[*_CELLS], *counted], key=4)


def totals(package: Package, count: Count) -> Iterator[str]:
    """The total of each code under each rule, and the most that it may be."""
    found: dict[tuple[str, str, str], list[int]] = {}
    for row in _rows(package, count):
        numbers = found.setdefault((row["rule"], row["domain"], row["code"]), [0, 0])
        silent = bool((count.silent or {}).get((row["group"], row["domain"])))
        numbers[0] += row["state"] == "present"
        numbers[1] += row["state"] not in ("absent", "not_coded") or (row["state"] == "absent" and silent)
    path = f"{FOLDER}rule_totals.csv"
    counted = [[*key, *map(str, numbers)] for key, numbers in found.items()]
    yield from differences(path, package.table(path), [["rule", "domain", "code", "total", "most"], *counted], key=3)


def thresholds(package: Package, count: Count) -> Iterator[str]:
    """How many marks and totals each rule changes."""
    path, every = f"{FOLDER}thresholds.csv", _rows(package, count)
    domains = [*dict.fromkeys(row["domain"] for row in every), ALL]
    counted = [
        [name, domain, *map(str, _changes([row for row in every if row["rule"] == name], domain, count))]
        for name in rules.of_study(package)
        for domain in domains
    ]
    found = [[row[name] for name in _THRESHOLDS] for row in package.rows(path)]
    yield from differences(path, [[*_THRESHOLDS], *found], [[*_THRESHOLDS], *counted], key=2)


def evidence(package: Package, count: Count) -> Iterator[str]:
    """One row a code: its groups, its marks that one participant may undo, and the rules that change any."""
    path = f"{FOLDER}evidence.csv"
    states = {(row["code"], row["rule"], row["group"]): row for row in _rows(package, count)}
    further = [name for name in rules.of_study(package) if name != rules.MAIN]
    expected = [
        [
            *(code["domain"], code["code"], *_evidence(count.row(code), states, further, package.words)),
            *_agreed(package, count, code),
            *_opposite(package, count, code["code"]),
        ]
        for code in count.codes
        if count.row(code)
    ]
    found = [[row[name] for name in _EVIDENCE] for row in package.rows(path)]
    yield from nearly_same(path, [[*_EVIDENCE], *found], [[*_EVIDENCE], *expected], key=2)


def _evidence(
    row: list[Row], states: dict[tuple[str, str, str], Row], further: list[str], words: Words
) -> Iterator[str]:
    """What is counted again of a row, from the cells of its code."""
    counted = [cell for cell in row if cell["participants"]]
    present = [cell for cell in row if cell["state"] == "present"]
    yield from (str(len(present)), str(len(counted)))
    yield _by_group(row, words)
    yield from (str(sum(int(cell[name]) for cell in counted)) for name in ("participants", "interviewed"))
    own = [states[cell["code"], rules.MAIN, cell["group"]] for cell in present]
    yield "; ".join(one["group"] for one in own if one["without_present"] != one["interviewed"])
    changed = {
        name: [cell["group"] for cell in row if states[cell["code"], name, cell["group"]]["state"] != cell["state"]]
        for name in further
    }
    yield "; ".join(name for name, groups in changed.items() if not groups)
    yield "; ".join(f"{name}: {', '.join(groups)}" for name, groups in changed.items() if groups)


def _agreed(package: Package, count: Count, code: Row) -> list[str]:
    """How many participants two coders coded, and how far they agree on whether each raised the code."""
    key = ("participant", "all", code["domain"], code["code"], ALL, ALL, ALL)
    row = agreement.rows(package, count).get(key)
    return [row[name] for name in ("participants", "observed", "alpha")] if row else ["0", "", ""]


def _opposite(package: Package, count: Count, code: str) -> Iterator[str]:
    """The code that says the opposite, its groups, and how many participants raised both."""
    others = [pair[1 - pair.index(code)] for pair in package.study["opposites"] if code in pair]
    for other in others:
        one, both = ({row["participant"] for row in count.mentions if row["code"] == name} for name in (code, other))
        row = [count.cells[other, group] for group in count.groups]
        yield from (other, _by_group(row, package.words), str(len(one & both)))
    yield from () if others else ("", "", "")


def _by_group(row: list[Row], words: Words) -> str:
    texts = []
    for cell in row:
        numbers = words("of", number=cell["participants"], all=cell["interviewed"]) if cell["participants"] else ""
        texts.append(f"{cell['group']} {words(cell['state'])} {numbers}".rstrip())
    return "; ".join(texts)


def _changes(rows: list[Row], domain: str, count: Count) -> tuple[int, ...]:
    """Marks, those lost and gained, those that one participant may undo, rows of the table, and those that changed."""
    here = [row for row in rows if domain in (row["domain"], ALL) and (row["code"], row["group"]) in count.cells]
    shown = {place: cell["state"] == "present" for place, cell in count.cells.items()}
    under = {(row["code"], row["group"]): row["state"] == "present" for row in here}
    codes = dict.fromkeys(code for code, _ in under)
    changed = [
        code
        for code in codes
        if sum(under[place] for place in under if place[0] == code)
        != sum(shown[place] for place in under if place[0] == code)
    ]
    return (
        sum(under.values()),
        sum(shown[place] and not under[place] for place in under),
        sum(under[place] and not shown[place] for place in under),
        sum(row["state"] == "present" and row["without_present"] != row["interviewed"] for row in here),
        len(codes),
        len(changed),
    )


@lru_cache(1)
def _rows(package: Package, count: Count) -> list[Row]:
    return [*_each(package, count)]


def _each(package: Package, count: Count) -> Iterator[Row]:
    declared = {(item["group"], item["domain"]) for item in package.study["coded"]}
    said: dict[tuple[str, str], set[str]] = {}
    for mention in count.mentions:
        said.setdefault((mention["group"], mention["domain"]), set()).add(mention["participant"])
    for name, rule in rules.of_study(package).items():
        evidence = rules.Evidence(package, rule, count.mentions, count.codes)
        for code in count.codes:
            if code["codable"] == "True" or evidence.holds_others(code["code"]):
                for group in count.groups:
                    known = _known(count, code, group)
                    if known:
                        place = (name, code["domain"], code["code"], group)
                        speakers = said.get((group, code["domain"]), set())
                        is_declared = (group, code["domain"]) in declared
                        values = (*place, *_cell(evidence, count, known, place, speakers, is_declared))
                        yield dict(zip(_CELLS, values, strict=True))


def _known(count: Count, code: Row, group: str) -> Row | None:
    """The cell, or that of another code of the domain for a code that only holds others."""
    if (code["code"], group) in count.cells:
        return count.cells[code["code"], group]
    others = (other for other in count.codes if other["domain"] == code["domain"] and other["codable"] == "True")
    return next((count.cells[other["code"], group] for other in others), None)


def _cell(
    evidence: rules.Evidence, count: Count, known: Row, place: tuple[str, ...], speakers: set[str], is_declared: bool
) -> tuple[Any, ...]:
    """State, numbers, and the states without each participant who was asked."""
    asked = int(known["interviewed"])
    if known["state"] not in ("present", "absent"):
        return known["state"], "", "", known["interviewed"], "", "", ""
    amounts = evidence.amounts(place[2], place[3])
    number = sum(amounts.values())
    silent = (count.silent or {}).get((place[3], place[1]), set())
    states = []
    for person in sorted(count.members[place[3]] - silent):
        rest = number - amounts.get(person, 0)
        nothing = not (speakers - {person}) and (not is_declared or (asked == 1 and bool(silent)))
        states.append("unknown" if nothing else "present" if evidence.is_met(rest, asked - 1) else "absent")
    state = "present" if evidence.is_met(number, asked) else "absent"
    without = (str(states.count(other)) for other in ("present", "absent", "unknown"))
    return state, str(number), str(len(amounts)), known["interviewed"], *without
