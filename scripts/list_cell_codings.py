"""List the codings that each cell counts, without quotations."""

from crosscase.coding import cell_codings
from crosscase.running import steps
from crosscase.storage import files, schemas

with steps.logging_to(snakemake.log[0]):
    segments = files.read_all(snakemake.input.segments, schemas.Segment)
    files.write_rows(snakemake.output.cell_codings, schemas.CellCoding, cell_codings.list_codings(segments))
