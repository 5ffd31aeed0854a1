"""Stop the build where a rebuilt number differs and the print is not at fault."""

from crosscase import files, gates, schemas, steps

with steps.logging_to(snakemake.log[0]) as log:
    checks = files.read_rows_csv(snakemake.input.checks, schemas.PublishedCheck)
    verdict = gates.pass_published(checks, snakemake.input.checks)
    files.write_text(snakemake.output.verdict, verdict)
    log(verdict)
