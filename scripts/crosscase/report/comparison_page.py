"""The page of a further comparison (`also_by`), for the team alone: that of the study, with other groups.

What the page of the study says of the sample, and of how all was made and checked, is the same and not repeated.
"""

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from crosscase.analysis import completeness, rules, similarity, upper_codes, worth
from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.intervals import Method
from crosscase.analysis.rows import Cooccurrence
from crosscase.comparisons import results
from crosscase.comparisons.grouping import Grouping
from crosscase.comparisons.results import Comparison
from crosscase.report import view
from crosscase.report.view import Report
from crosscase.sample import counts
from crosscase.storage.schemas import Cell, CellCoding, CodebookEntry, Mention, Participant
from crosscase.study import further_comparisons, slices
from crosscase.study.facts import Study

PAGE = "results/report/index.html"  # of the study
_Row = TypeVar("_Row", Mention, CellCoding, Participant)


@dataclass(frozen=True, slots=True)
class Material:
    """The rows of the study that each comparison counts in other groups, and those that do not depend on groups."""

    codebook: list[CodebookEntry]
    people: Sequence[Participant]
    mentions: Sequence[Mention]
    codings: Sequence[CellCoding]
    together: list[Cooccurrence]
    agreement: list[Agreement]


def moved(rows: Iterable[_Row], grouping: Grouping) -> list[_Row]:
    """The rows of participants, each in its group of the comparison, by the short code that heads its column."""
    short = {group.code: group.name for group in grouping.groups}
    return [replace(row, group=short[grouping.of[row.participant, row.group]]) for row in rows]


def codings_of(rows: Iterable[CellCoding], grouping: Grouping) -> list[CellCoding]:
    """The codings behind the cells of a comparison. Those of a code in a group follow each other."""
    return sorted(moved(rows, grouping), key=lambda row: (row.domain, row.code, row.group))


def links(study: Study, columns: Sequence[str]) -> list[tuple[str, str]]:
    """The study's own comparison and the further ones but that by some columns: names, and links from its page."""
    pages = dict(zip(map(tuple, study.also_by), further_comparisons.pages(study), strict=True))
    here = posixpath.dirname(pages.pop(tuple(columns)))
    named = {results.name_of(other, study): page for other, page in pages.items()}
    listed = {results.name_of([study.compare.one], study): PAGE, **named}
    return [(name, posixpath.relpath(page, here)) for name, page in listed.items()]


def build(
    study: Study, comparison: Comparison, grouping: Grouping, cells: Sequence[Cell], material: Material
) -> Report:
    """The page of a comparison, whose groups and cells are given.

    Its title says by what it compares, so the titles of the domains are the study's.
    """
    short = {group.code: group.name for group in grouping.groups}
    shortened = [replace(cell, group=short[cell.group]) for cell in cells]
    people = counts.unique(moved(counts.unique(material.people), grouping))
    mentions, codings = moved(material.mentions, grouping), moved(material.codings, grouping)
    found = completeness.incidences(shortened, people, mentions)
    # What the study declares as coded makes no mark and no mark fragile.
    ruled = rules.Material.of(shortened, material.codebook, mentions, ())
    rows = view.Rows(
        cells=shortened,
        codebook=material.codebook,
        sample=[],
        by_group=[],
        people=len({person.participant for person in people}),
        in_several=grouping.in_several,
        worth=list(worth.of_cells(shortened, Method(study.interval))),
        totals=list(worth.of_totals(shortened)),
        completeness=list(completeness.of_groups(found, uses_saturation=False)),
        together=material.together,
        agreement=material.agreement,
        alike=list(similarity.of_groups(shortened)),
        ruled=list(rules.cells_under_each(rules.of_study(study), mentions, codings, ruled)),
        upper=upper_codes.cells(shortened, material.codebook, study.rule, mentions, codings),
        upper_ruled=upper_codes.under_rules(study, mentions, codings, ruled),
        made=None,
    )
    facts = slices.replaced(comparison.study, title=comparison.title, domains=study.domains)
    report = view.build(facts, rows)
    views = zip(report.matrices, comparison.printed, strict=True)
    return replace(report, matrices=[replace(shown, notes=[*shown.notes, *made.remarks]) for shown, made in views])
