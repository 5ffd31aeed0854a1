"""Explain a cell of the study in the working directory from the files that its last build wrote."""

from pathlib import Path

from crosscase.explain import addresses, explanations
from crosscase.explain.addresses import CellAddress, SampleAddress
from crosscase.explain.explanations import CellExplanation
from crosscase.sample import counts
from crosscase.storage import files
from crosscase.storage.schemas import Cell, CellCoding, CodebookEntry, Observation, Participant, SampleCell, SampleCount
from crosscase.study.facts import Study
from crosscase.study.result_names import protected_counts
from crosscase.tables.domain_tables import TOTAL

PROCESSED = Path("data/processed")


def explain(cell: str, study: Study) -> CellExplanation:
    """The explanation of the cell that a person names. Raises StudyError if there is none, OSError if not built."""
    codebook = list(files.read_rows(PROCESSED / "codebook.parquet", CodebookEntry))
    people = counts.unique(files.read_all((PROCESSED / "participants").glob("*.parquet"), Participant))
    address = addresses.find(cell, study, codebook)
    if isinstance(address, SampleAddress):
        return _of_sample(address, people, study)
    label = next(entry.label for entry in codebook if entry.code == address.code)
    return _of_domain(address, label, people, study)


def _of_sample(address: SampleAddress, people: list[Participant], study: Study) -> CellExplanation:
    if address.group:
        by_group = files.read_rows(protected_counts(study.compare), SampleCell)
        return explanations.explain_by_group(address, by_group, people, study)
    rows = files.read_rows("results/cells/sample.parquet", SampleCount)
    return explanations.explain_sample(address, rows, people, study)


def _of_domain(address: CellAddress, label: str, people: list[Participant], study: Study) -> CellExplanation:
    cells = files.read_rows("results/cells/cells.parquet", Cell)
    codings = files.read_matching("results/provenance/cell_codings.parquet", CellCoding, code=address.code)
    if address.group == TOTAL:
        return explanations.explain_total(address, label, cells, codings, study)
    observations = files.read_all(sorted((PROCESSED / "observations").glob("*.parquet")), Observation)
    documents = explanations.documents_of(address.group, observations, people)
    return explanations.explain_cell(address, label, cells, codings, documents, study)
