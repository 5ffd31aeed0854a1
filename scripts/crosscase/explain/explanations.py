"""What stands behind one cell of a table, gathered for a person who asks.

1. The value of the cell and the rule that it follows.
2. The participants and the codings that it counts; of a cell without any the reason.
3. The files that show it, and the steps behind them; files of exports that have no part in it aside.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from crosscase.coding.matrices import MEANINGS
from crosscase.coding.observations import ObservationKind
from crosscase.explain.addresses import CellAddress, SampleAddress
from crosscase.messages.errors import Problem, StudyError
from crosscase.sample.counts import GROUP
from crosscase.storage.schemas import Cell, CellCoding, Observation, Participant, SampleCell, SampleCount, State
from crosscase.study.facts import Study
from crosscase.tables.domain_tables import MARKS, SUPPRESSED, TOTAL
from crosscase.tables.group_tables import ID as BY_GROUP
from crosscase.tables.sample_tables import ID as SAMPLE

_KINDS = (".csv", "_tidy.csv", ".html", ".tex")
Step = Mapping[str, Any]  # as in steps.json


@dataclass(frozen=True, slots=True)
class CellExplanation:
    """What stands behind a cell."""

    title: str
    table: str  # id of the table that shows it
    facts: Sequence[tuple[str, str]]  # what is said of the value, and what it is
    exports: Collection[str]  # that have a part in it
    participants: Sequence[str] = ()  # pseudonyms
    codings: Sequence[CellCoding] = field(default_factory=list)

    @property
    def files(self) -> list[str]:
        """The files that show the cell."""
        return [f"results/tables/{self.table}{kind}" for kind in _KINDS]


def documents_of(
    group: str, observations: Iterable[Observation], participants: Iterable[Participant]
) -> list[Observation]:
    """The documents of a country's participants, in all exports."""
    people = {person.participant for person in participants if person.group == group}
    return [seen for seen in observations if seen.kind == ObservationKind.DOCUMENT and seen.detail in people]


def trace_cell(
    address: CellAddress,
    label: str,
    cells: Iterable[Cell],
    codings: Sequence[CellCoding],
    documents: Sequence[Observation],
    study: Study,
) -> CellExplanation:
    """What stands behind a code in a country. `codings` are those of the code, `documents` those of the country."""
    domain, group = _names(address, study)
    cell = next((c for c in cells if (c.code, c.group) == (address.code, address.group)), None)
    if cell is None:
        what = f"the results have no cell of {address.code} and {address.group}"
        raise StudyError(Problem("results/cells/cells.parquet", "", what, "The study has changed since: build again."))
    behind = [coding for coding in codings if coding.group == address.group]
    return CellExplanation(
        title=f"{label} ({domain}), {group} ({address.group})",
        table=address.domain,
        facts=[*_state(cell), *_reason(cell, len(behind), documents, study)],
        exports={coding.export for coding in behind} | {document.export for document in documents},
        participants=sorted({coding.participant for coding in behind}),
        codings=behind,
    )


def trace_total(
    address: CellAddress, label: str, cells: Iterable[Cell], codings: Sequence[CellCoding], study: Study
) -> CellExplanation:
    """What stands behind the sum of a code's row."""
    domain, _ = _names(address, study)
    marked = [cell.group for cell in cells if cell.code == address.code and cell.state == State.PRESENT]
    facts = [
        ("in the table", str(len(marked))),
        ("rule", "number of countries marked x"),
        ("countries", ", ".join(marked) or "none"),
    ]
    people = sorted({coding.participant for coding in codings})
    return CellExplanation(
        f"{label} ({domain}), all countries", address.domain, facts, set(study.exports), people, codings
    )


def trace_sample(
    address: SampleAddress, counts: Iterable[SampleCount], participants: Iterable[Participant], study: Study
) -> CellExplanation:
    """What stands behind a category of the sample."""
    (count,) = (c for c in counts if (c.variable, c.category) == (address.variable, address.category))
    people = [
        person
        for person in participants
        if address.category == (person.group if address.variable == GROUP else _category(person, address, study))
    ]
    facts = [("in the table", f"{count.participants} ({count.percent:.1f} %)")]
    facts.append(("rule", "participants of the register who did not withdraw; per cent of all of them"))
    return _sample(SAMPLE, address, facts, people, study)


def trace_by_group(
    address: SampleAddress, cells: Iterable[SampleCell], participants: Iterable[Participant], study: Study
) -> CellExplanation:
    """What stands behind a broader category of the sample in a country; behind a suppressed number nobody is named."""
    (variable,) = (variable for variable in study.sample if variable.id == address.variable)
    people = [
        person
        for person in participants
        if variable.generalised[_category(person, address, study)] == address.category
        and address.group in (person.group, TOTAL)
    ]
    place = (address.variable, address.category, address.group)
    cell = next((c for c in cells if (c.variable, c.category, c.group) == place), None)
    if cell and cell.participants is None:
        rule = f"fewer than {study.k} participants, or a number that would give away such a one"
        facts = [("in the table", SUPPRESSED), ("rule", rule), ("bounds", f"{cell.least} to {cell.most}")]
        return _sample(BY_GROUP, address, facts, [], study)
    facts = [("in the table", str(cell.participants if cell else len(people)))]
    facts.append(("rule", "participants of the register who did not withdraw, by broader category"))
    return _sample(BY_GROUP, address, facts, people, study)


def _category(person: Participant, address: SampleAddress, study: Study) -> str:
    return person.variables[[variable.id for variable in study.sample].index(address.variable)]


def _sample(
    table: str, address: SampleAddress, facts: Sequence[tuple[str, str]], people: Iterable[Participant], study: Study
) -> CellExplanation:
    where = f", {address.group}" if address.group else ""
    title = f"Sample, {address.variable}: {address.category}{where}"
    return CellExplanation(title, table, facts, set(study.exports), sorted({person.participant for person in people}))


def steps_behind(trace: CellExplanation, steps: Sequence[Step], exports: Iterable[str]) -> list[Step]:
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
    groups = {group.code: group.name for group in study.groups}
    return domains[address.domain], groups.get(address.group, TOTAL)


def _state(cell: Cell) -> list[tuple[str, str]]:
    mark = MARKS[cell.state] or "blank"
    return [("in the table", mark), ("state", cell.state.replace("_", " ")), ("rule", MEANINGS[cell.state])]


def _reason(cell: Cell, codings: int, documents: Sequence[Observation], study: Study) -> list[tuple[str, str]]:
    """What the state of a cell rests on."""
    if cell.state == State.NOT_CODED:
        gaps = (gap.reason for gap in study.not_coded if (gap.group, gap.domain) == (cell.group, cell.domain))
        return [("why", f"config/study.yaml declares it: {next(gaps, '(no longer; build again)')}")]
    people = ("participants", f"{cell.participants} of {cell.interviewed}")
    if cell.state == State.PRESENT:
        counted = f"{cell.segments}, from {codings} codings; coders' codings of one passage are one segment"
        return [people, ("segments", counted)]
    exports = ", ".join(sorted({document.export for document in documents})) or "none"
    return [people, ("why", f"nobody raised it in the country's {len(documents)} documents (exports: {exports})")]
