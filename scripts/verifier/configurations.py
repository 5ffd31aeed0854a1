"""The cases of qualitative comparative analysis and their truth table, made again from mentions and cells."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from verifier import rules
from verifier.analysis_material import Of, decimal, entry, numeric
from verifier.counting import Count, differences
from verifier.package import Package
from verifier.shown_tables import Heading, Line, Shown, long_form, names_of

_FOLDER = "results/analysis/"
_RESERVED = ("case", "group", "outcome", "n", "consistency", "cases")
_Case = tuple[list[str], list[str]]  # its name, and its values: 1, 0 or nothing


def truth_table(package: Package, count: Count) -> Iterator[str]:
    """Each case, each combination of conditions, and the names of their columns."""
    wanted = package.study["truth_table"]
    cases = [*(_groups if wanted["cases"] == "groups" else _participants)(package, count)]
    names = [*_names([*wanted["conditions"], wanted["outcome"]]), *(["outcome"] if wanted["outcome_groups"] else [])]
    keys = ["case"] if wanted["cases"] == "groups" else ["case", "group"]
    for name, expected, key in (
        ("qca_cases.csv", [[*keys, *names], *([*who, *values] for who, values in cases)], len(keys)),
        ("truth_table.csv", [[*names, "n", "consistency", "cases"], *_rows(cases)], len(names) - 1),
    ):
        yield from differences(_FOLDER + name, package.table(_FOLDER + name), expected, key)


def shown(of: Of) -> Shown:
    """What the table of combinations shows, by its file. Participants are shown as the numbers of each group."""
    words, wanted = of.words, of.package.study["truth_table"]
    head, *rows = of.package.table(_FOLDER + "truth_table.csv")
    places = len(wanted["conditions"])
    named = [(name, of.full_labels[code]) for name, code in zip(head, wanted["conditions"], strict=False)]
    lines: list[Line] = []
    for row in rows:
        share, cases = decimal(row[-2], words, 2), entry(_shown_cases(row[-1], wanted["cases"]))
        lines.append((str(1 + int("".join(row[:places]), 2)), 0, [*map(entry, row[:-2]), share, cases]))
    outcome, cases_head = words("head_outcome"), words("head_cases")
    meant = of.full_labels[wanted["outcome"]] if wanted["outcome"] else ", ".join(wanted["outcome_groups"])
    unknown = sum("" in row for row in of.package.table(_FOLDER + "qca_cases.csv")[1:])
    numbers = {"occurring": len(rows), "possible": 2**places, "unknown": unknown}
    about_cases = (
        words("fact_rule", rule=words.rule_in_words(of.rules[rules.MAIN]))
        if wanted["cases"] == "groups"
        else words("truth_table_people", cases=cases_head)
    )
    notes = [
        words("truth_table_columns", combination=words("head_combination"), consistency=words("head_consistency")),
        words("truth_table_values", outcome=outcome),
        words("truth_table_numbers", **{key: words.number(number) for key, number in numbers.items()}),
        about_cases,
        "; ".join(f"{name}: {label}" for name, label in [*named, (outcome, meant)]) + ".",
        *names_of(of.count.groups),
        words("more_in", file=f"{_FOLDER}truth_table.csv"),
    ]
    conditions: list[Heading] = [(name, long_form(name, label), True, "") for name, label in named]
    headings = [*conditions, *numeric(outcome, "n", words("head_consistency")), (cases_head, "", False, "")]
    title, first, nothing = map(words, ("truth_table_title", "head_combination", "truth_table_none"))
    return of.table(title, first, headings, [("", lines)], notes, nothing, {places + 3: 24})


def _shown_cases(cases: str, kind: str) -> str:
    """The groups of some cases, each with the number of its participants where these are the cases."""
    if kind == "groups":
        return ", ".join(cases.split("; "))
    groups = Counter(case.partition(" ")[2] for case in cases.split("; "))
    return ", ".join(f"{group} {number}" for group, number in groups.items())


def _groups(package: Package, count: Count) -> Iterator[_Case]:
    signs = {"present": "1", "absent": "0"}
    for group in count.groups:
        states = [count.cells[code, group]["state"] for code in _codes(package)]
        yield [group], [*(signs.get(state, "") for state in states), *_belongs(package, group)]


def _participants(package: Package, count: Count) -> Iterator[_Case]:
    evidence = rules.Evidence(package, rules.of_study(package)[rules.MAIN], count.mentions, count.codes)
    for group in count.groups:
        raised = {code: evidence.amounts(code, group) for code in _codes(package)}
        for person in sorted(count.members[group]):
            values = []
            for code in _codes(package):
                cell = count.cells[code, group]
                silent = (count.silent or {}).get((group, cell["domain"]), set())
                known = cell["participants"] and person not in silent
                values.append("1" if person in raised[code] else "0" if known else "")
            yield [person, group], [*values, *_belongs(package, group)]


def _rows(cases: list[_Case]) -> Iterator[list[str]]:
    """The combinations of conditions, from all to none, with the outcome and the cases that have them."""
    members: dict[tuple[str, ...], list[_Case]] = defaultdict(list)
    for who, values in cases:
        if "" not in values:
            members[tuple(values[:-1])].append((who, values))
    for conditions in sorted(members, reverse=True):
        found = members[conditions]
        share = sum(values[-1] == "1" for _, values in found) / len(found)
        outcome = "1" if share == 1 else "0" if share == 0 else "C"
        yield [
            *conditions,
            outcome,
            str(len(found)),
            str(round(share, 6)),
            "; ".join(" ".join(who) for who, _ in found),
        ]


def _codes(package: Package) -> list[str]:
    wanted = package.study["truth_table"]
    return [*wanted["conditions"], *([wanted["outcome"]] if wanted["outcome"] else [])]


def _belongs(package: Package, group: str) -> list[str]:
    """The outcome, where it is a list of groups."""
    groups = package.study["truth_table"]["outcome_groups"]
    return [str(int(group in groups))] if groups else []


def _names(codes: list[str]) -> list[str]:
    """The ids of codes that are names to QCA programs, and c1, c2 … for others."""
    found: list[str] = []
    for number, code in enumerate(filter(None, codes), 1):
        used = {*_RESERVED, *(name.lower() for name in found)}
        name = code if re.fullmatch(r"[A-Za-z]\w*", code, re.ASCII) and code.lower() not in used else f"c{number}"
        while name.lower() in used:
            name += "_"
        found.append(name)
    return found
