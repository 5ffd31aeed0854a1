"""Stop the build where an issue is an error; else say in a sentence what was counted."""

from crosscase import files, gates, schemas, steps

with steps.logging_to(snakemake.log[0]) as log:
    found = files.read_rows_csv(snakemake.input.issues, schemas.Issue)
    balance = files.read_rows_csv(snakemake.input.summary, schemas.Balance)
    reviews = files.read_all(snakemake.input.reviews, schemas.ReviewCount)
    verdict = gates.pass_issues(found, balance, snakemake.params.files, snakemake.input.issues, reviews)
    files.write_text(snakemake.output.verdict, verdict)
    log(verdict)
