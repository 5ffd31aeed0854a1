"""How complete the codes of each group are, and after how many interviews few new ones come."""

from collections.abc import Iterator

from crosscase.analysis.rows import ALL, Completeness
from crosscase.analysis.saturation import Saturated
from crosscase.analysis_tables.material import Material, decimal, interval, per_cent, whole
from crosscase.coding.matrices import name_and_code
from crosscase.tables.domain_tables import UNDEFINED, Entry, Heading, Line, Section, Table

NAME = "completeness"


def table(material: Material) -> Table:
    """Interviews and codes of all groups and of each, over all domains and in each."""
    words, study = material.words, material.study
    titles = {ALL: words.heading("all_domains"), **{domain.id: domain.title for domain in study.domains}}
    names = {ALL: words.heading("all_groups"), **{group.code: name_and_code(group) for group in study.groups}}
    rows = {(row.domain, row.group): row for row in material.completeness}
    reached = {(row.domain, row.group): row for row in material.saturation}
    sections = [
        Section(
            title,
            [
                Line(name, 1, [*_entries(rows[domain, group], reached.get((domain, group)), material)])
                for group, name in names.items()
                if (domain, group) in rows
            ],
        )
        for domain, title in titles.items()
    ]
    heads = [("n", words("participants_long")), *((words(f"head_{name}"), "") for name in ("codes", "listed", "once"))]
    heads += [(f"{words('coverage')} (%)", "")]
    last = []
    if material.saturation:
        last = [Heading(words("head_estimated"), "Chao2", numeric=True), Heading(words("interval_95"))]
        last += [Heading(words("head_enough"), numeric=True)]
    return material.table(
        NAME,
        words("completeness_title"),
        words.one[:1].upper() + words.one[1:],
        [*(Heading(*head, numeric=True) for head in heads), *last],
        sections,
        [*_notes(material)],
        words("completeness_none"),
    )


def _entries(row: Completeness, reached: Saturated | None, material: Material) -> Iterator[Entry]:
    words = material.words
    yield from map(whole, (row.interviewed, row.codes, row.listed, row.raised_once))
    yield per_cent(row.coverage, words)
    if material.saturation:
        yield decimal(row.estimated, words)
        yield interval((row.low, row.high), words, digits=1)
        yield _enough(reached)


def _enough(row: Saturated | None) -> Entry:
    """The interviews after which few new codes come; more than there are, or nothing that shows it."""
    if row is None or row.new_in_last_run is None:
        return Entry(UNDEFINED)
    return Entry(f">{row.interviewed}" if row.reached is None else str(row.reached))


def _notes(material: Material) -> Iterator[str]:
    words = material.words
    yield words("completeness_codes", codes=words("head_codes"), listed=words("head_listed"), once=words("head_once"))
    if (ALL, ALL) in {(row.domain, row.group) for row in material.completeness}:
        yield words("completeness_over_all", all=words.heading("all_groups"))
    yield words("coverage_meaning")
    if material.saturation:
        yield words("completeness_estimated", estimated=words("head_estimated"), listed=words("head_listed"))
        row = material.saturation[0]
        share = words.percent(f"{100 * row.threshold:.10g}".replace(".", words("decimal")))
        values = {"enough": words("head_enough"), "run": row.run, "share": share, "base": row.base}
        yield words("completeness_enough", **values)
    yield words("completeness_undefined", mark=UNDEFINED)
