"""Determine the state of each code in each country, and count who raised it."""

from crosscase.coding import cells
from crosscase.running import steps
from crosscase.storage import files, frames, schemas
from crosscase.study import facts

with steps.logging_to(snakemake.log[0]):
    inputs, params = snakemake.input, snakemake.params
    aggregated = cells.aggregate(
        frames.read(inputs.mentions, schemas.Mention),
        frames.read(inputs.participants, schemas.Participant),
        frames.read([inputs.codebook], schemas.CodebookEntry),
        facts.restore(facts.Group, params.groups),
        facts.restore(facts.NotCoded, params.not_coded),
    )
    files.write_rows(snakemake.output.parquet, schemas.Cell, frames.to_rows(aggregated, schemas.Cell))
    files.write_rows_csv(snakemake.output.csv, schemas.Cell, frames.to_rows(aggregated, schemas.Cell))
