"""Stop the build if a rebuilt number differs from the printed one and the print does not contradict itself."""

from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.verification import stop_rules

with steps.logging_to(snakemake.log[0]) as log:
    checks = files.read_rows_csv(snakemake.input.checks, schemas.PublishedCheck)
    found = files.read_rows_csv(snakemake.input.issues, schemas.Issue)
    withdrawn = any(issue.check == "withdrawn_participant" for issue in found)
    verdict = stop_rules.stop_on_mismatches(checks, snakemake.input.checks, withdrawn)
    files.write_text(snakemake.output.verdict, verdict)
    log(verdict)
