"""Read the codebook and check that every code has one name and one place."""

from crosscase.coding import codebook
from crosscase.messages.wording import counted
from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]) as log:
    entries = codebook.read(snakemake.input.codebook, slices.restore(snakemake.params.study).domains)
    files.write_rows(snakemake.output.codebook, schemas.CodebookEntry, entries)
    log(counted(len(entries), "code"))
