"""Give each code in each country its state, and count who raised it."""

from crosscase import cells, files, schemas, steps, study

with steps.logging_to(snakemake.log[0]):
    inputs, params = snakemake.input, snakemake.params
    aggregated = list(
        cells.aggregate(
            files.read_all(inputs.mentions, schemas.Mention),
            files.read_all(inputs.participants, schemas.Participant),
            list(files.read_rows(inputs.codebook, schemas.CodebookEntry)),
            study.restore(study.Country, params.countries),
            study.restore(study.NotCoded, params.not_coded),
        )
    )
    files.write_rows(snakemake.output.parquet, schemas.Cell, aggregated)
    files.write_rows_csv(snakemake.output.csv, schemas.Cell, aggregated)
