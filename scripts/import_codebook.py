"""Read the codebook and check that every code has one name and one place."""

from crosscase.coding import codebook, named_codes
from crosscase.messages.wording import counted
from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]) as log:
    study = slices.restore(snakemake.params.study)
    entries = codebook.read(snakemake.input.codebook, study.domains, study.sheets.get("codebook"))
    named_codes.check(entries, study)
    files.write_rows(snakemake.output.codebook, schemas.CodebookEntry, entries)
    log(counted(len(entries), "code"))
