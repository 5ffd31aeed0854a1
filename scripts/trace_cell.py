"""Print where a cell of a table comes from: `make trace CELL=domain/code/country`."""

import argparse
from pathlib import Path

from crosscase.commands import study_folder
from crosscase.explain import addresses, explanations, terminal
from crosscase.messages.reporting import report_errors
from crosscase.provenance import proofs
from crosscase.running import pipeline
from crosscase.sample import counts
from crosscase.storage import files
from crosscase.storage.schemas import Cell, CellCoding, CodebookEntry, Observation, Participant, SampleCell, SampleCount
from crosscase.tables.domain_tables import TOTAL

PROCESSED = Path("data/processed")
parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("cell", help=addresses.FORMS)

if __name__ == "__main__":
    options = parser.parse_args()
    with report_errors():
        study = study_folder.study_here()
        record = files.read_json("results/provenance/steps.json")
        codebook = list(files.read_rows(PROCESSED / "codebook.parquet", CodebookEntry))
        people = counts.unique(files.read_all((PROCESSED / "participants").glob("*.parquet"), Participant))
        address = addresses.find(options.cell, study, codebook)
        if isinstance(address, addresses.SampleAddress) and address.group:
            by_group = files.read_rows("results/cells/sample_by_country.parquet", SampleCell)
            trace = explanations.explain_by_group(address, by_group, people, study)
        elif isinstance(address, addresses.SampleAddress):
            rows = files.read_rows("results/cells/sample.parquet", SampleCount)
            trace = explanations.explain_sample(address, rows, people, study)
        else:
            label = next(entry.label for entry in codebook if entry.code == address.code)
            cells = files.read_rows("results/cells/cells.parquet", Cell)
            codings = files.read_matching("results/provenance/cell_codings.parquet", CellCoding, code=address.code)
            if address.group == TOTAL:
                trace = explanations.explain_total(address, label, cells, codings, study)
            else:
                observations = files.read_all(sorted((PROCESSED / "observations").glob("*.parquet")), Observation)
                documents = explanations.documents_of(address.group, observations, people)
                trace = explanations.explain_cell(address, label, cells, codings, documents, study)
        steps = explanations.steps_behind(trace, record["steps"], study.exports)
        proof = {
            "checkout": proofs.of_checkout(pipeline.ROOT, record["code_sha256"]),
            "rebuild": proofs.of_rebuild(),
        }
        print(terminal.text(trace, steps, record, proof), end="")
