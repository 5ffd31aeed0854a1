"""Stop the build if an issue is an error; otherwise give each code in each group its state, and count the sample."""

from crosscase.coding import cell_sums, cells
from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, frames, schemas
from crosscase.study import slices
from crosscase.verification import stop_rules

with steps.logging_to(snakemake.log[0]) as log:
    inputs, output, params = snakemake.input, snakemake.output, snakemake.params
    study = slices.restore(params.study)
    found = files.read_rows_csv(inputs.issues, schemas.Issue)
    stop_rules.stop_on_errors(found, params.files, inputs.issues)

    aggregated = cells.aggregate(
        frames.read(inputs.mentions, schemas.Mention),
        frames.read(inputs.participants, schemas.Participant),
        frames.read([inputs.codebook], schemas.CodebookEntry),
        study.groups,
        study.not_coded,
        study.coded,
    )
    rows = list(frames.to_rows(aggregated, schemas.Cell))
    balance = files.read_rows_csv(inputs.summary, schemas.Balance)
    mentions = files.read_all(inputs.mentions, schemas.Mention)
    in_cells = cell_sums.codings_in_cells(rows, mentions, balance)
    files.write_rows(output.parquet, schemas.Cell, rows)
    files.write_rows_csv(output.csv, schemas.Cell, rows)

    people = counts.unique(files.read_all(inputs.participants, schemas.Participant))
    files.write_rows(
        output.sample, schemas.SampleCount, counts.describe(people, study.groups, study.sample, study.compare)
    )
    by_group = counts.describe_by_group(people, study.groups, study.sample, study.k)
    files.write_rows(output.by_group, schemas.SampleCell, by_group)
    reviews = files.read_all(inputs.reviews, schemas.ReviewCount)
    verdict = stop_rules.verdict(in_cells, balance, found, inputs.issues, reviews)
    files.write_text(output.verdict, verdict)
    log(verdict)
