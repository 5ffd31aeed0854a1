"""The explanation of one cell of a table.

1. The value of the cell and the rule behind it.
2. The participants and the codings that it counts, or the reason why there are none.
3. The files that show the cell and the steps that made them, without the files of exports that do not contribute.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from crosscase.coding.matrices import Row, exposure_of, may_be_present, meanings
from crosscase.coding.observations import ObservationKind
from crosscase.explain.addresses import CellAddress, SampleAddress
from crosscase.labels import labels
from crosscase.messages.errors import Problem, StudyError
from crosscase.messages.wording import counted
from crosscase.provenance import step_graph, step_record
from crosscase.provenance.step_graph import StepFiles
from crosscase.provenance.step_record import RecordedStep
from crosscase.storage.schemas import Cell, CellCoding, Observation, Participant, SampleCell, SampleCount, State
from crosscase.study.facts import Study
from crosscase.study.own_labels import labels_of
from crosscase.study.result_names import SAMPLE, sample_by
from crosscase.tables.domain_tables import SUPPRESSED, TOTAL, marks

_KINDS = (".csv", "_tidy.csv", ".html", ".tex")


@dataclass(frozen=True, slots=True)
class CellExplanation:
    """The explanation of a cell."""

    title: str
    table: str  # id of the table that shows it
    facts: Sequence[tuple[str, str]]  # name and value of each fact
    exports: Collection[str]  # that contribute to it
    participants: Sequence[str] = ()  # pseudonyms
    codings: Sequence[CellCoding] = field(default_factory=list)

    @property
    def files(self) -> list[str]:
        """The files that show the cell."""
        return [f"results/tables/{self.table}{kind}" for kind in _KINDS]


def documents_of(
    group: str, observations: Iterable[Observation], participants: Iterable[Participant]
) -> list[Observation]:
    """The documents of a group's participants, in all exports."""
    people = {person.participant for person in participants if person.group == group}
    return [item for item in observations if item.kind == ObservationKind.DOCUMENT and item.detail in people]


def explain_cell(
    address: CellAddress,
    label: str,
    cells: Iterable[Cell],
    codings: Sequence[CellCoding],
    documents: Sequence[Observation],
    study: Study,
) -> CellExplanation:
    """Explain a code in a group. `codings` are those of the code, `documents` those of the group."""
    domain, group = _names(address, study)
    cell = next((c for c in cells if (c.code, c.group) == (address.code, address.group)), None)
    if cell is None:
        what = f"it has no cell for {address.code} and {address.group}"
        raise StudyError(
            Problem("results/cells/cells.parquet", "", what, "The study has changed since the build. Build again.")
        )
    counted_codings = [coding for coding in codings if coding.group == address.group]
    return CellExplanation(
        title=f"{label} ({domain}), {group} ({address.group})",
        table=address.domain,
        facts=[*_state(cell, study), *_reason(cell, len(counted_codings), documents, study)],
        exports={coding.export for coding in counted_codings} | {document.export for document in documents},
        participants=sorted({coding.participant for coding in counted_codings}),
        codings=counted_codings,
    )


def explain_total(
    address: CellAddress, label: str, cells: Iterable[Cell], codings: Sequence[CellCoding], study: Study
) -> CellExplanation:
    """Explain the total of a code's row."""
    domain, _ = _names(address, study)
    row = Row(address.code, label, 0, [cell for cell in cells if cell.code == address.code])
    marked = {state: [cell.group for cell in row.cells if cell.state == state] for state in State}
    facts = [
        ("in the table", row.range),
        ("rule", f"number of {study.compare.many} marked x"),
        (study.compare.many, ", ".join(marked[State.PRESENT]) or "none"),
    ]
    if unknown := marked[State.UNKNOWN]:
        facts.append(("not known", f"{', '.join(unknown)}: marked ?, so the number is a range"))
    silent = [f"{cell.group} {exposure_of(cell)}" for cell in row.cells if cell.not_asked and may_be_present(cell)]
    if silent:
        facts.append(("asked", f"{', '.join(silent)} of those interviewed, so the number is a range"))
    people = sorted({coding.participant for coding in codings})
    return CellExplanation(
        f"{label} ({domain}), all {study.compare.many}", address.domain, facts, set(study.exports), people, codings
    )


def explain_sample(
    address: SampleAddress, counts: Iterable[SampleCount], participants: Iterable[Participant], study: Study
) -> CellExplanation:
    """Explain a category of the sample."""
    (count,) = (c for c in counts if (c.variable, c.category) == (address.variable, address.category))
    people = [
        person
        for person in participants
        if address.category
        == (person.group if address.variable == study.compare.one else _category(person, address, study))
    ]
    facts = [("in the table", f"{count.participants} ({count.percent:.1f} %)")]
    facts.append(("rule", "participants of the register who did not withdraw, and their percentage of all of these"))
    return _sample(SAMPLE, address, facts, people, study)


def explain_by_group(
    address: SampleAddress, cells: Iterable[SampleCell], participants: Iterable[Participant], study: Study
) -> CellExplanation:
    """Explain a broader category of the sample in a group. A suppressed number lists no participants."""
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
        few = counted(study.k, "participant")
        rule = f"fewer than {few}, or a number hidden to protect such counts; some were chosen by chance"
        facts = [("in the table", SUPPRESSED), ("rule", rule), ("bounds", f"{cell.least} to {cell.most}")]
        return _sample(sample_by(study.compare), address, facts, [], study)
    facts = [("in the table", str(cell.participants if cell else len(people)))]
    facts.append(("rule", "participants of the register who did not withdraw, by broader category"))
    return _sample(sample_by(study.compare), address, facts, people, study)


def _category(person: Participant, address: SampleAddress, study: Study) -> str:
    return person.variables[[variable.id for variable in study.sample].index(address.variable)]


def _sample(
    table: str, address: SampleAddress, facts: Sequence[tuple[str, str]], people: Iterable[Participant], study: Study
) -> CellExplanation:
    where = f", {address.group}" if address.group else ""
    title = f"Sample, {address.variable}: {address.category}{where}"
    return CellExplanation(title, table, facts, set(study.exports), sorted({person.participant for person in people}))


def steps_behind(
    explanation: CellExplanation, steps: Sequence[RecordedStep], exports: Iterable[str]
) -> list[RecordedStep]:
    """The steps that made the files which show the cell, the last one first, with the inputs that contribute."""
    other_exports = tuple(f"/{export}.parquet" for export in exports if export not in explanation.exports)
    kept = [[file for file in step["inputs"] if not file["path"].endswith(other_exports)] for step in steps]
    files = [
        StepFiles(step_record.paths(inputs), step_record.paths(step["outputs"]))
        for inputs, step in zip(kept, steps, strict=True)
    ]
    behind = step_graph.numbers_behind(explanation.files, files)
    return [{**steps[number], "inputs": kept[number]} for number in behind]


def _names(address: CellAddress, study: Study) -> tuple[str, str]:
    domains = {domain.id: domain.title for domain in study.domains}
    groups = {group.code: group.name for group in study.groups}
    return domains[address.domain], groups.get(address.group, TOTAL)


def _state(cell: Cell, study: Study) -> list[tuple[str, str]]:
    english = labels.of(labels.DEFAULT, {}, study.compare.one, study.compare.many)
    mark = marks(labels_of(study))[cell.state] or english("blank")
    return [("in the table", mark), ("state", english(cell.state)), ("rule", meanings(english, study.rule)[cell.state])]


def _reason(cell: Cell, codings: int, documents: Sequence[Observation], study: Study) -> list[tuple[str, str]]:
    """The evidence for the state of a cell."""
    if cell.state == State.NOT_CODED:
        gaps = (gap.reason for gap in study.not_coded if (gap.group, gap.domain) == (cell.group, cell.domain))
        return [("why", f"config/study.yaml declares it: {next(gaps, '(no longer declared; build again)')}")]
    if cell.state == State.UNKNOWN:
        what = f"no coding of this {study.compare.one} is in this domain"
        known = "config/study.yaml does not say whether it was coded: declare it under `coded` or `not_coded`"
        return [("why", f"{what}, and {known}")]
    if cell.state == State.NOT_ASKED:
        return [("why", f"the guide says that none of the {counted(cell.not_asked or 0, 'participant')} was asked")]
    asked = f"; not asked: {cell.not_asked}" if cell.not_asked else ""
    people = ("participants", f"{cell.participants} of {cell.interviewed}{asked}")
    if cell.state == State.PRESENT:
        basis = f"{cell.segments}, from {counted(codings, 'coding')}; codings of one passage are one segment"
        return [people, ("segments", basis)]
    if cell.participants:
        return [people, ("segments", str(cell.segments))]
    exports = ", ".join(sorted({document.export for document in documents})) or "none"
    where = counted(len(documents), "document")
    return [people, ("why", f"nobody raised it in the {where} of this {study.compare.one} (exports: {exports})")]
