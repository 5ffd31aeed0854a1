"""How alike the groups are by the codes that are present in them: a triangle, as tables of correlations have it."""

from collections.abc import Iterator
from dataclasses import replace

from crosscase.analysis.rows import ALL
from crosscase.analysis_tables.material import Material, coefficient
from crosscase.coding import mark_rules
from crosscase.coding.matrices import name_and_code
from crosscase.tables.domain_tables import UNDEFINED, Entry, Line, Section, Table, heading_of

NAME = "similarity"
_BLANK, _ITSELF = Entry(""), Entry("–")


def table(material: Material) -> Table:
    """Jaccard's index of each pair of groups, below the diagonal."""
    words, groups = material.words, material.study.groups
    index = {(row.one, row.other): coefficient(row.jaccard, words) for row in material.alike}
    index |= {(group.code, group.code): _ITSELF for group in groups} if index else {}
    sizes = {row.group: row.interviewed for row in material.completeness if row.domain == ALL}
    lines = [
        Line(name_and_code(group), 0, [index.get((other.code, group.code), _BLANK) for other in groups])
        for group in groups
    ]
    shown = material.table(
        NAME,
        words("similarity_of_groups"),
        words.one[:1].upper() + words.one[1:],
        [heading_of(group, numeric=True, n=sizes.get(group.code)) for group in groups],
        [Section("", lines if index else [])],
        [*_notes(material)],
        words("similarity_none"),
    )
    return replace(shown, is_triangle=bool(index))


def _notes(material: Material) -> Iterator[str]:
    words = material.words
    yield words("likeness_meaning")
    yield words("fact_rule", rule=mark_rules.words_for(material.study.rule, words))
    yield words("similarity_sizes")
    if any(row.jaccard is None for row in material.alike):
        yield words("similarity_undefined", mark=UNDEFINED)
    yield words("more_in", file="results/analysis/similarity.csv")
