"""How many marks and totals each rule changes."""

from collections.abc import Iterator

from crosscase.analysis import rules
from crosscase.analysis.rows import ALL
from crosscase.analysis.rules import STUDY, Threshold
from crosscase.analysis_tables.material import Material, whole
from crosscase.coding import mark_rules
from crosscase.tables.domain_tables import Heading, Line, Section, Table

NAME = "thresholds"
_COLUMNS = ("head_marks", "head_lost", "head_gained", "head_fragile", "head_totals", "head_changed")


def table(material: Material) -> Table:
    """The marks and totals of all domains under each rule, and what differs from the tables; then of each domain."""
    words = material.words
    titles = {ALL: words.heading("all_domains"), **{domain.id: domain.title for domain in material.study.domains}}
    sections = [
        Section(title, [_line(row, material) for row in material.thresholds if row.domain == domain])
        for domain, title in titles.items()
    ]
    return material.table(
        NAME,
        words("thresholds_title"),
        words("head_rule"),
        [Heading(words(column), numeric=True) for column in _COLUMNS],
        sections,
        [*_notes(material)],
    )


def _line(row: Threshold, material: Material) -> Line:
    rule = mark_rules.words_for(rules.of_study(material.study)[row.rule], material.words)
    label = material.words("rule_of_tables", rule=rule) if row.rule == STUDY else rule
    numbers = (row.marks, row.lost, row.gained, row.rest_on_one, row.totals, row.totals_changed)
    return Line(label, 1, [*map(whole, numbers)])


def _notes(material: Material) -> Iterator[str]:
    words = material.words
    yield words("thresholds_marks", marks=words("head_marks"), lost=words("head_lost"), gained=words("head_gained"))
    yield words("thresholds_totals", totals=words("head_totals"), changed=words("head_changed"))
    yield words("fragile_note", fragile=words("head_fragile"))
