"""Stop the build if an issue is an error; otherwise state in one sentence what was counted."""

from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.verification import stop_rules

with steps.logging_to(snakemake.log[0]) as log:
    found = files.read_rows_csv(snakemake.input.issues, schemas.Issue)
    balance = files.read_rows_csv(snakemake.input.summary, schemas.Balance)
    reviews = files.read_all(snakemake.input.reviews, schemas.ReviewCount)
    verdict = stop_rules.pass_issues(found, balance, snakemake.params.files, snakemake.input.issues, reviews)
    files.write_text(snakemake.output.verdict, verdict)
    log(verdict)
