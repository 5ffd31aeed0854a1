"""The reviewer's page of an invented study of any size, for the tests of the page and for its benchmark.

The last country has no coding in the last domain (a study of one country and one domain has them all), every fifth code
is not raised in a country, every third participant has not consented to be quoted, every seventh passage has no words,
every fifth has a second coder, unless nothing is coded twice.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosscase.analysis import (
    agreement_rows,
    coders,
    completeness,
    cooccurrence,
    rules,
    similarity,
    upper_codes,
    worth,
)
from crosscase.analysis.intervals import Method
from crosscase.coding import cell_codings, mark_rules
from crosscase.coding.quotation_consent import QuotationRule
from crosscase.report import html, segment_parts, view, view_trust
from crosscase.report.html import Figure
from crosscase.storage import files
from crosscase.storage.schemas import (
    Balance,
    Cell,
    CodebookEntry,
    Issue,
    Participant,
    PublishedCheck,
    ReviewCount,
    SampleCell,
    SampleCount,
    Segment,
)
from crosscase.storage.shared_columns import LeftOut
from crosscase.study.facts import AT_LEAST_ONE, Domain, Group, MarkRule, NotCoded, SampleVariable, Study
from tests.builders import counted_mentions, invented_steps
from tests.builders.invented_cells import COUNTRIES

HOSTILE = "</script><img src=x onerror=alert(1)><!--<script> \u2028 'quoted' \"double\" &amp;"
_WORDS = [
    "we",
    "they",
    "time",
    "money",
    "staff",
    "school",
    "family",
    "ačkoli",
    "μαθητές",
    "każdy",
    "über",
    "não",
    "often",
    "never",
]
_ISO = ("CZ", "GR", "DE", "XX")
_PEOPLE = 9  # participants of a country


@dataclass(frozen=True)
class InventedStudy:
    """All that the page is made of."""

    facts: Study
    rows: view.Rows
    segments: Sequence[Segment]
    participants: Sequence[Participant]
    reviews: Sequence[ReviewCount] = ()

    @property
    def made(self) -> view_trust.Made:
        """How the results were made."""
        assert self.rows.made is not None
        return self.rows.made

    def write(self, folder: Path, figures: Mapping[str, Figure] | None = None) -> Path:
        """Write the page; return where."""
        parts = segment_parts.pack(
            cell_codings.list_codings(self.segments), self.segments, QuotationRule(self.participants, self.reviews)
        )
        page = html.render(view.build(self.facts, self.rows), parts, figures or no_figures(self.facts.domains))
        files.write_text(folder / "index.html", page)
        return folder / "index.html"


def study(
    domains: int = 2,
    codes: int = 4,
    groups: int = 4,
    segments: int = 200,
    label: str = "Code",
    rule: MarkRule = AT_LEAST_ONE,
    further_rules: Mapping[str, MarkRule] | None = None,
    coded_twice: bool = True,
) -> InventedStudy:
    """A study of so many domains with so many codes each; `label` stands in every word that a study can choose.

    `rule`: one that counts participants. How far two coders agree takes most of the time of a large study.
    """
    places = [Group(f"{chr(65 + i // 26)}{chr(65 + i % 26)}", f"{label} {i}", _ISO[i % 4]) for i in range(groups)]
    topics = [Domain(f"domain_{i}", f"{label} {i}") for i in range(domains)]
    codebook = [entry for topic in topics for entry in _codes(topic.id, codes, label)]
    gaps = [NotCoded(places[-1].code, topics[-1].id, f"No time. {label}")] if groups > 1 or domains > 1 else []
    people = [Participant(f"P-{c.code}-{i}", c.code, [], i % 3 > 0) for c in places for i in range(_PEOPLE)]
    said = list(_segments(segments, codebook, people, gaps, label, coded_twice))
    facts = Study(
        id="invented",
        synthetic=True,
        codebook="codebook.csv",
        register="participants.csv",
        exports={},
        compare=COUNTRIES,
        title=f"A study of {label}",
        synthetic_note=f"Synthetic: {label}",
        groups=places,
        domains=topics,
        not_coded=gaps,
        sample=[SampleVariable("position", f"Position {label}", [label])],
        k=3,
        rule=rule,
        further_rules=dict(further_rules or {}),
    )
    cells, mentions = list(_cells(codebook, places, said, gaps, rule)), list(counted_mentions.count(said))
    traced = list(cell_codings.list_codings(said))
    formats = dict.fromkeys((segment.export for segment in said), "tidy")
    ruled = rules.Material.of(cells, codebook, mentions, ())
    rows = view.Rows(
        cells=cells,
        codebook=codebook,
        sample=[
            *(SampleCount(COUNTRIES.one, c.code, _PEOPLE, 1.0) for c in places),
            SampleCount("position", label, 1, 1.0),
        ],
        by_group=[SampleCell("position", label, c.code, None if i else 3, 0, 3) for i, c in enumerate(places)],
        worth=list(worth.of_cells(cells, Method.WILSON)),
        totals=list(worth.of_totals(cells)),
        completeness=list(completeness.of_groups(completeness.incidences(cells, people, mentions), True)),
        together=list(cooccurrence.of_codes(dict.fromkeys(cell.code for cell in cells), mentions, traced, formats)),
        agreement=list(
            agreement_rows.of(
                coders.compare(cells, traced, formats, 0.5).judgements,
                1,
            )
        ),
        alike=list(similarity.of_groups(cells)),
        ruled=list(rules.cells_under_each(rules.of_study(facts), mentions, traced, ruled)),
        upper=upper_codes.cells(cells, codebook, facts.rule, mentions, traced),
        upper_ruled=upper_codes.under_rules(facts, mentions, traced, ruled),
        people=len(people),
        in_several=0,
        made=_made(topics, places, len(said), label),
    )
    return InventedStudy(facts, rows, said, people)


def _made(topics: Sequence[Domain], places: Sequence[Group], segments: int, label: str) -> view_trust.Made:
    return view_trust.Made(
        issues=[Issue("warning", "empty_segment", "aa", f"row 1 {label}", label, label, label, 1)],
        balance=[Balance(c.code.lower(), segments + 1, segments, 0, 1, 0, 1, 0) for c in places],
        checks=[PublishedCheck("domain_0", label, "marks", 2, 3, 3, "print_contradicts_itself", label)],
        disclosure=f"1 cell: {label}",
        redaction="3 replacements in 8 coded passages; 5 of 6 doubts decided (83%)",
        undecided=0,
        steps=invented_steps.record_of(topics, places, HOSTILE),
        rebuilt={"verdict": "same", "files": 7, "core_sha256": "core", "varied": ["time zone"]},
        core_sha256="core",
    )


def no_figures(domains: Sequence[Domain]) -> dict[str, Figure]:
    """The figures of a page, each too large to be shown."""
    names = [*(domain.id for domain in domains), "participant_counts"]
    return {
        name: Figure(f"results/figures/{name}.svg", f"../figures/{name}.svg", invented_steps.digest(name), "", 1, 1)
        for name in names
    }


def _codes(domain: str, codes: int, label: str) -> Iterator[CodebookEntry]:
    """Codes on two levels; the first only holds the second."""
    for i in range(codes):
        code, parent = f"{domain} code/{i}", f"{domain} code/0" if i == 1 else ""
        definition = f"What is said of {_WORDS[i % len(_WORDS)]} {i}: {label}" if i % 2 else ""
        path = [f"{label} 0", f"{label} {i}"] if parent else [f"{label} {i}"]
        yield CodebookEntry(code, domain, f"{label} {i}", definition, parent, path, i > 0, [])


def _segments(
    number: int,
    codebook: Sequence[CodebookEntry],
    people: Sequence[Participant],
    gaps: Sequence[NotCoded],
    label: str,
    coded_twice: bool,
) -> Iterator[Segment]:
    chance = random.Random(5)
    codable = [entry for entry in codebook if entry.codable]
    raised = _raised(codable, sorted({person.group for person in people}), gaps)
    made = 0
    while made < number:
        entry, person = chance.choice(codable), chance.choice(people)
        if (entry.code, person.group) not in raised:
            continue
        words = None if made % 7 == 0 else f"{' '.join(chance.choices(_WORDS, k=20))} {label}"
        start = chance.randrange(50_000) if made % 4 else None
        for coder in ("C-1", "C-2") if coded_twice and made % 5 == 0 else (None if made % 3 else "C-1",):
            yield Segment(
                segment_id=invented_steps.digest(f"{made}{coder}")[:16],
                export=person.group.lower(),
                document=f"D-{person.participant}",
                participant=person.participant,
                group=person.group,
                domain=entry.domain,
                code=entry.code,
                coder=coder,
                start=start,
                end=None if start is None else start + 90,
                text=words,
                left_out=None if words else (None, *LeftOut)[made // 7 % 3],
            )
            made += 1


def _raised(codable: Sequence[CodebookEntry], groups: Sequence[str], gaps: Sequence[NotCoded]) -> set[tuple[str, str]]:
    """The codes that each country raises: all that were coded, where a fifth less would leave none."""
    coded = {(entry.code, group) for entry in codable for group in groups if not _is_gap(group, entry.domain, gaps)}
    return {place for place in coded if hash_of(*place) % 5} or coded


def _is_gap(group: str, domain: str, gaps: Sequence[NotCoded]) -> bool:
    return any((group, domain) == (gap.group, gap.domain) for gap in gaps)


def hash_of(*names: str) -> int:
    """A number that is the same in each process."""
    return int(invented_steps.digest("/".join(names))[:8], 16)


def _cells(
    codebook: Sequence[CodebookEntry],
    places: Sequence[Group],
    said: Sequence[Segment],
    gaps: Sequence[NotCoded],
    rule: MarkRule,
) -> Iterator[Cell]:
    people: dict[tuple[str, str], set[str]] = {}
    segments: dict[tuple[str, str], int] = {}
    for mention in counted_mentions.count(said):
        place = (mention.code, mention.group)
        people.setdefault(place, set()).add(mention.participant)
        segments[place] = segments.get(place, 0) + mention.segments
    for entry in (entry for entry in codebook if entry.codable):
        for group in places:
            raised = len(people.get((entry.code, group.code), ()))
            counts: tuple[int | None, int | None] = raised, segments.get((entry.code, group.code), 0)
            state = "present" if mark_rules.is_met(rule, raised, _PEOPLE) else "absent"
            if _is_gap(group.code, entry.domain, gaps):
                state, counts = "not_coded", (None, None)
            yield Cell(entry.domain, entry.code, group.code, state, counts[0], _PEOPLE, counts[1])
