"""How robust totals are: under other rules, with marks that rest on one participant, and with equal numbers."""

from collections.abc import Iterator

from crosscase.analysis.findings import BETWEEN
from crosscase.analysis.rows import TotalWorth
from crosscase.analysis.rules import STUDY
from crosscase.analysis_tables.material import Material, decimal, rule_heads, rules_in_words, whole
from crosscase.coding import mark_rules
from crosscase.tables.domain_tables import UNDEFINED, Entry, Heading, Line, Section, Table

NAME = "robustness"


def table(material: Material) -> Table:
    """The total of each code under each rule, its fragile marks, and what equal numbers of interviews would give."""
    words = material.words
    heads = rule_heads(material.study.further_rules, words)
    columns = [words("total"), *heads.values(), *map(words, ("head_fragile", "head_expected", "head_deviation"))]
    under = {(row.rule, row.code): (row.total, row.most) for row in material.rule_totals}
    listed = {finding.code: finding.fragile for finding in material.findings}
    worth = {row.code: row for row in material.totals}

    def line(code: str) -> Line:
        entries = [_range(*under[name, code]) for name in (STUDY, *heads)]
        fragile = len(listed[code].split(BETWEEN)) if listed[code] else 0
        return Line(material.labels[code], 1, [*entries, whole(fragile), *_expected(worth[code], material)])

    sections = [
        Section(_heading(domain.title, worth[codes[0]]), [*map(line, codes)]) for domain, codes in material.by_domain()
    ]
    return material.table(
        NAME,
        words("robustness_title"),
        words("code"),
        [Heading(column, numeric=True) for column in columns],
        sections,
        [*_notes(material)],
    )


def _heading(title: str, row: TotalWorth) -> str:
    """The title of a domain with the number of interviews at which all its groups are compared."""
    return f"{title} (n\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}{row.drawn})" if row.drawn else title


def _range(total: int, most: int) -> Entry:
    return Entry(str(total) if most == total else f"{total}–{most}")


def _expected(row: TotalWorth, material: Material) -> Iterator[Entry]:
    values = (row.expected, row.deviation) if row.drawn else (None, None)
    yield from (decimal(value, material.words) for value in values)


def _notes(material: Material) -> Iterator[str]:
    words, study = material.words, material.study
    yield words("robustness_total", total=words("total"), rule=mark_rules.words_for(study.rule, words))
    yield words("robustness_expected", expected=words("head_expected"), deviation=words("head_deviation"))
    yield words("fragile_note", fragile=words("head_fragile"))
    if any(row.total != row.most for row in material.rule_totals):
        yield words("range_note")
    yield rules_in_words(study, words)
    if any(not row.drawn for row in material.totals):
        yield words("robustness_undefined", mark=UNDEFINED)
