"""An invented study of any size with all that the analysis writes of it, for the tests of charts."""

from collections.abc import Sequence
from dataclasses import dataclass

from crosscase.analysis import (
    agreement_rows,
    coders,
    completeness,
    cooccurrence,
    rules,
    saturation,
    similarity,
    worth,
)
from crosscase.charts.study_charts import Rows
from crosscase.coding import cells, mark_rules, matrices
from crosscase.coding.matrices import Matrix
from crosscase.storage.schemas import CellCoding, CodebookEntry, Mention, Participant
from crosscase.study.facts import STUDY_RULE, USUAL_RULES, Compare, Domain, FigureStyle, Group, NotCoded, Study

FIGURES = FigureStyle()


@dataclass(frozen=True, slots=True)
class Analysed:
    """A study, its matrices and the rows of its analysis."""

    study: Study
    domains: list[Matrix]
    rows: Rows


def analysed(
    groups: int = 3,
    codes: int = 8,
    domains: int = 2,
    people: int = 5,
    coded_twice: int = 6,
    labels: Sequence[str] = ("Code",),
    figures: FigureStyle = FIGURES,
    language: str = "en",
    not_coded: Sequence[tuple[str, str]] = (),
    unheard: Sequence[tuple[str, str]] = (),
    silent: bool = False,
) -> Analysed:
    """A study of so many groups and codes, and of about so many participants of each group.

    `coded_twice` participants are coded by two, who differ now and then. Of `unheard` groups and domains there is no
    coding, and nobody says why; `silent`: nobody raised anything.
    """
    places = [Group(f"{chr(65 + n // 26)}{chr(65 + n % 26)}", f"Country {n}") for n in range(groups)]
    parts = [Domain(f"d{n}", f"Domain {n}") for n in range(domains)]
    codebook = [
        CodebookEntry(
            f"c{n}", f"d{n * domains // codes}", f"{labels[n % len(labels)]} {n}", "", "", [f"c{n}"], True, []
        )
        for n in range(codes)
    ]
    study = Study(
        id="invented",
        title="An invented study",
        synthetic=True,
        synthetic_note="Synthetic: nobody said this.",
        codebook="codebook.csv",
        register="participants.csv",
        groups=places,
        domains=parts,
        sample=[],
        exports={},
        compare=Compare("country", "countries"),
        output_language=language,
        not_coded=[NotCoded(group, domain, "Lost.") for group, domain in not_coded],
        figures=figures,
    )
    register = [
        Participant(f"P-{group.code}{number}", group.code, [], True)
        for at, group in enumerate(places)
        for number in range(people + at % 3)
    ]
    gaps = {*not_coded, *unheard}
    codings = [
        coding
        for at, person in enumerate(register)
        for number, entry in enumerate(codebook)
        if not silent and (person.group, entry.domain) not in gaps
        for coding in _codings(person, at, entry, number, at < coded_twice)
    ]
    return Analysed(study, *_analyse(study, codebook, register, codings))


def _codings(person: Participant, at: int, entry: CodebookEntry, number: int, is_double: bool) -> list[CellCoding]:
    """Codings of a code of a participant, in a pattern without chance; a second coder differs now and then."""
    is_raised = (at * 7 + number * 5 + at * number) % (3 + number % 4) == 0
    first = [coder for coder in ("C-1",) if is_raised]
    second = [coder for coder in ("C-2",) if is_double and is_raised != ((at + number) % 9 == 0)]
    return [
        CellCoding(
            entry.domain, entry.code, person.group, person.participant, "x", f"{at:08}{number:08}", f"D-{at}",
            number * 10, number * 10 + 5, coder, 1,
        )
        for coder in [*first, *second]
    ]  # fmt: skip


def _analyse(
    study: Study, codebook: list[CodebookEntry], register: list[Participant], codings: list[CellCoding]
) -> tuple[list[Matrix], Rows]:
    raised = sorted({(c.participant, c.group, c.domain, c.code) for c in codings})
    mentions = [Mention("x", participant, group, domain, code, 1, 1) for participant, group, domain, code in raised]
    members = [(person.participant, person.group) for person in register]
    found = cells.aggregate(mentions, members, codebook, study.groups, study.not_coded)
    seen = completeness.incidences(found, register, mentions)
    formats = {"x": "maxqda"}
    said = coders.compare(found, codings, formats, study.overlap)
    material = rules.Material.of(found, codebook, mentions, set())
    under = [
        row
        for name, rule in {STUDY_RULE: study.rule, **USUAL_RULES}.items()
        for row in rules.cells_under(name, rule, mark_rules.amounts(rule, mentions, codings, codebook), material)
    ]
    rows = Rows(
        totals=list(worth.of_totals(found)),
        rule_totals=list(rules.totals(under, found)),
        rules=under,
        accumulation=list(completeness.curves(seen, True)),
        completeness=list(completeness.of_groups(seen, True)),
        saturation=list(saturation.over_all_orders(seen, study.saturation)),
        cooccurrence=list(cooccurrence.of_codes([entry.code for entry in codebook], mentions, codings, formats)),
        similarity=list(similarity.of_groups(found)),
        agreement=list(agreement_rows.of(said.judgements, study.seed)),
    )
    return [matrices.build(found, codebook, study.groups, domain) for domain in study.domains], rows
