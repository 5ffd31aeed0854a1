"""Read the codebook and check that every code has one name and one place."""

from crosscase import codebook, files, schemas, steps, study

with steps.logging_to(snakemake.log[0]) as log:
    domains = study.restore(study.Domain, snakemake.params.domains)
    entries = codebook.read(snakemake.input.codebook, domains)
    files.write_rows(snakemake.output.codebook, schemas.CodebookEntry, entries)
    log(f"{len(entries)} codes")
