"""How far coders agree: over all codes, in each domain and on each code.

ASSUME: a reader asks first whether two coders of a participant both gave a code, so the units are participants, marked
or not. Other levels, single groups and pairs of coders are in `results/analysis/agreement.csv`.
"""

from collections.abc import Iterator

from crosscase.analysis.agreement_tables import Agreement
from crosscase.analysis.judgements import Frame, Level
from crosscase.analysis.rows import ALL
from crosscase.analysis_tables.material import Material, coefficient, interval, per_cent, whole
from crosscase.tables.domain_tables import UNDEFINED, Heading, Line, Section, Table

NAME = "agreement"


def table(material: Material) -> Table:
    """Agreement in per cent, Krippendorff's alpha and Fleiss' kappa, each with its interval."""
    words = material.words
    rows = {
        (row.domain, row.code): row
        for row in material.agreement
        if (row.level, row.frame, row.group, row.one) == (Level.PARTICIPANT, Frame.ALL, ALL, ALL)
    }

    def lines(keys: list[tuple[str, str, str]], level: int) -> list[Line]:
        return [
            _line(label, level, rows[domain, code], material) for label, domain, code in keys if (domain, code) in rows
        ]

    domains = material.study.domains
    over_all = lines([(words.heading("all_domains"), ALL, ALL)], 0)
    over_all += lines([(domain.title, domain.id, ALL) for domain in domains], 1)
    by_code = [
        Section(domain.title, lines([(material.labels[code], domain.id, code) for code in codes], 1))
        for domain, codes in material.by_domain()
    ]
    between = Heading(words("interval_95"))
    return material.table(
        NAME,
        words("agreement_title"),
        words("code"),
        [
            Heading("n", words("participants_long"), numeric=True),
            *(Heading("%", words("percent_long_of_units"), numeric=True), between),
            *(Heading(words("head_alpha"), "Krippendorff’s alpha", numeric=True), between),
            *(Heading(words("head_kappa"), "Fleiss’ kappa", numeric=True), between),
        ],
        [Section("", over_all), *by_code],
        [*_notes(material)],
        words("agreement_none"),
    )


def _line(label: str, level: int, row: Agreement, material: Material) -> Line:
    words = material.words
    low, high = (None if end is None else 100 * end for end in (row.observed_low, row.observed_high))
    entries = [
        whole(row.participants),
        *(per_cent(row.observed, words), interval((low, high), words, digits=1)),
        *(coefficient(row.alpha, words), interval((row.alpha_low, row.alpha_high), words)),
        *(coefficient(row.kappa, words), interval((row.kappa_low, row.kappa_high), words)),
    ]
    return Line(label, level, entries)


def _notes(material: Material) -> Iterator[str]:
    words = material.words
    yield words("agreement_note")
    yield words("agreement_coefficients", alpha=words("head_alpha"), kappa=words("head_kappa"))
    yield words("agreement_undefined", mark=UNDEFINED)
    yield words("more_in", file="results/analysis/agreement.csv")
