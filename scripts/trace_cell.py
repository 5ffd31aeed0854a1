"""Print where a cell of a table comes from: `make trace CELL=domain/code/country`."""

import argparse
from pathlib import Path

from crosscase import cell_traces, code_graph, commands, files, sample
from crosscase.cell_traces import addresses, pages
from crosscase.provenance import proofs
from crosscase.schemas import Cell, CodebookEntry, Participant, SampleCell, SampleCount, Sighting, TracedSegment
from crosscase.tables import TOTAL

PROCESSED = Path("data/processed")
parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("cell", help=addresses.FORMS)

if __name__ == "__main__":
    options = parser.parse_args()
    with commands.telling():
        study = commands.study_here()
        record = files.read_json("results/provenance/steps.json")
        codebook = list(files.read_rows(PROCESSED / "codebook.parquet", CodebookEntry))
        people = sample.unique(files.read_all((PROCESSED / "participants").glob("*.parquet"), Participant))
        address = addresses.find(options.cell, study, codebook)
        if isinstance(address, addresses.SampleAddress) and address.country:
            by_country = files.read_rows("results/cells/sample_by_country.parquet", SampleCell)
            trace = cell_traces.trace_by_country(address, by_country, people, study)
        elif isinstance(address, addresses.SampleAddress):
            counts = files.read_rows("results/cells/sample.parquet", SampleCount)
            trace = cell_traces.trace_sample(address, counts, people, study)
        else:
            label = next(entry.label for entry in codebook if entry.code == address.code)
            cells = files.read_rows("results/cells/cells.parquet", Cell)
            codings = files.read_matching("results/provenance/trace.parquet", TracedSegment, code=address.code)
            if address.country == TOTAL:
                trace = cell_traces.trace_total(address, label, cells, codings, study)
            else:
                sightings = files.read_all(sorted((PROCESSED / "sightings").glob("*.parquet")), Sighting)
                documents = cell_traces.documents_of(address.country, sightings, people)
                trace = cell_traces.trace_cell(address, label, cells, codings, documents, study)
        steps = cell_traces.steps_behind(trace, record["steps"], study.exports)
        proof = {
            "checkout": proofs.of_checkout(code_graph.PACKAGE.parents[1], record["code_sha256"]),
            "rebuild": proofs.of_rebuild(),
        }
        print(pages.text(trace, steps, record, proof), end="")
