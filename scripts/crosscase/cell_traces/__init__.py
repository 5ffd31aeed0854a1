"""What stands behind one cell of a table, gathered for a person who asks.

1. The value of the cell and the rule that it follows.
2. The participants and the codings that it counts; of a cell without any the reason.
3. The files that show it, and the steps behind them; files of exports that have no part in it aside.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from crosscase.cell_traces.addresses import CellAddress, SampleAddress
from crosscase.errors import Problem, StudyError
from crosscase.matrices import MEANINGS
from crosscase.sample import COUNTRY
from crosscase.schemas import Cell, Participant, SampleCell, SampleCount, Sighting, State, TracedSegment
from crosscase.sightings import Aspect
from crosscase.study import Study
from crosscase.tables import MARKS, SUPPRESSED, TOTAL
from crosscase.tables.country_tables import ID as BY_COUNTRY
from crosscase.tables.sample_tables import ID as SAMPLE

_KINDS = (".csv", "_tidy.csv", ".html", ".tex")
Step = Mapping[str, Any]  # as in steps.json


@dataclass(frozen=True, slots=True)
class CellTrace:
    """What stands behind a cell."""

    title: str
    table: str  # id of the table that shows it
    facts: Sequence[tuple[str, str]]  # what is said of the value, and what it is
    exports: Collection[str]  # that have a part in it
    participants: Sequence[str] = ()  # pseudonyms
    codings: Sequence[TracedSegment] = field(default_factory=list)

    @property
    def files(self) -> list[str]:
        """The files that show the cell."""
        return [f"results/tables/{self.table}{kind}" for kind in _KINDS]


def documents_of(country: str, sightings: Iterable[Sighting], participants: Iterable[Participant]) -> list[Sighting]:
    """The documents of a country's participants, in all exports."""
    people = {person.participant for person in participants if person.country == country}
    return [seen for seen in sightings if seen.aspect == Aspect.DOCUMENT and seen.detail in people]


def trace_cell(
    address: CellAddress,
    label: str,
    cells: Iterable[Cell],
    codings: Sequence[TracedSegment],
    documents: Sequence[Sighting],
    study: Study,
) -> CellTrace:
    """What stands behind a code in a country. `codings` are those of the code, `documents` those of the country."""
    domain, country = _names(address, study)
    cell = next((c for c in cells if (c.code, c.country) == (address.code, address.country)), None)
    if cell is None:
        what = f"the results have no cell of {address.code} and {address.country}"
        raise StudyError(Problem("results/cells/cells.parquet", "", what, "The study has changed since: build again."))
    behind = [coding for coding in codings if coding.country == address.country]
    return CellTrace(
        title=f"{label} ({domain}), {country} ({address.country})",
        table=address.domain,
        facts=[*_state(cell), *_reason(cell, len(behind), documents, study)],
        exports={coding.export for coding in behind} | {document.export for document in documents},
        participants=sorted({coding.participant for coding in behind}),
        codings=behind,
    )


def trace_total(
    address: CellAddress, label: str, cells: Iterable[Cell], codings: Sequence[TracedSegment], study: Study
) -> CellTrace:
    """What stands behind the sum of a code's row."""
    domain, _ = _names(address, study)
    marked = [cell.country for cell in cells if cell.code == address.code and cell.state == State.PRESENT]
    facts = [
        ("in the table", str(len(marked))),
        ("rule", "number of countries marked x"),
        ("countries", ", ".join(marked) or "none"),
    ]
    people = sorted({coding.participant for coding in codings})
    return CellTrace(f"{label} ({domain}), all countries", address.domain, facts, set(study.exports), people, codings)


def trace_sample(
    address: SampleAddress, counts: Iterable[SampleCount], participants: Iterable[Participant], study: Study
) -> CellTrace:
    """What stands behind a category of the sample."""
    (count,) = (c for c in counts if (c.variable, c.category) == (address.variable, address.category))
    people = [
        person
        for person in participants
        if address.category == (person.country if address.variable == COUNTRY else _category(person, address, study))
    ]
    facts = [("in the table", f"{count.participants} ({count.percent:.1f} %)")]
    facts.append(("rule", "participants of the register who did not withdraw; per cent of all of them"))
    return _sample(SAMPLE, address, facts, people, study)


def trace_by_country(
    address: SampleAddress, cells: Iterable[SampleCell], participants: Iterable[Participant], study: Study
) -> CellTrace:
    """What stands behind a broader category of the sample in a country; behind a suppressed number nobody is named."""
    (variable,) = (variable for variable in study.sample if variable.id == address.variable)
    people = [
        person
        for person in participants
        if variable.generalised[_category(person, address, study)] == address.category
        and address.country in (person.country, TOTAL)
    ]
    place = (address.variable, address.category, address.country)
    cell = next((c for c in cells if (c.variable, c.category, c.country) == place), None)
    if cell and cell.participants is None:
        rule = f"fewer than {study.k} participants, or a number that would give away such a one"
        facts = [("in the table", SUPPRESSED), ("rule", rule), ("bounds", f"{cell.least} to {cell.most}")]
        return _sample(BY_COUNTRY, address, facts, [], study)
    facts = [("in the table", str(cell.participants if cell else len(people)))]
    facts.append(("rule", "participants of the register who did not withdraw, by broader category"))
    return _sample(BY_COUNTRY, address, facts, people, study)


def _category(person: Participant, address: SampleAddress, study: Study) -> str:
    return person.variables[[variable.id for variable in study.sample].index(address.variable)]


def _sample(
    table: str, address: SampleAddress, facts: Sequence[tuple[str, str]], people: Iterable[Participant], study: Study
) -> CellTrace:
    where = f", {address.country}" if address.country else ""
    title = f"Sample, {address.variable}: {address.category}{where}"
    return CellTrace(title, table, facts, set(study.exports), sorted({person.participant for person in people}))


def steps_behind(trace: CellTrace, steps: Sequence[Step], exports: Iterable[str]) -> list[Step]:
    """The steps that made the files which show the cell, the last one first; of their inputs those with a part."""
    apart = tuple(f"/{export}.parquet" for export in exports if export not in trace.exports)
    maker = {output["path"]: number for number, step in enumerate(steps) for output in step["outputs"]}
    found: dict[int, Step] = {}
    waiting = list(trace.files)
    while waiting:
        number = maker.get(waiting.pop(0))
        if number is not None and number not in found:
            inputs = [item for item in steps[number]["inputs"] if not item["path"].endswith(apart)]
            found[number] = {**steps[number], "inputs": inputs}
            waiting += [item["path"] for item in inputs]
    return list(found.values())


def _names(address: CellAddress, study: Study) -> tuple[str, str]:
    domains = {domain.id: domain.title for domain in study.domains}
    countries = {country.code: country.name for country in study.countries}
    return domains[address.domain], countries.get(address.country, TOTAL)


def _state(cell: Cell) -> list[tuple[str, str]]:
    mark = MARKS[cell.state] or "blank"
    return [("in the table", mark), ("state", cell.state.replace("_", " ")), ("rule", MEANINGS[cell.state])]


def _reason(cell: Cell, codings: int, documents: Sequence[Sighting], study: Study) -> list[tuple[str, str]]:
    """What the state of a cell rests on."""
    if cell.state == State.NOT_CODED:
        gaps = (gap.reason for gap in study.not_coded if (gap.country, gap.domain) == (cell.country, cell.domain))
        return [("why", f"config/study.yaml declares it: {next(gaps, '(no longer; build again)')}")]
    people = ("participants", f"{cell.participants} of {cell.interviewed}")
    if cell.state == State.PRESENT:
        counted = f"{cell.segments}, from {codings} codings; coders' codings of one passage are one segment"
        return [people, ("segments", counted)]
    exports = ", ".join(sorted({document.export for document in documents})) or "none"
    return [people, ("why", f"nobody raised it in the country's {len(documents)} documents (exports: {exports})")]
