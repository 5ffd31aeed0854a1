"""List the codings that each cell counts, without quotations."""

from crosscase.coding import cell_codings
from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]):
    study = slices.restore(snakemake.params.study)
    segments = files.read_all(snakemake.input.segments, schemas.Segment)
    listed = cell_codings.list_codings(segments, study.merging)
    files.write_rows(snakemake.output.cell_codings, schemas.CellCoding, listed)
