"""Put each printed number beside the rebuilt one, and say where the print contradicts itself."""

from crosscase import files, published, schemas, steps, study

with steps.logging_to(snakemake.log[0]):
    inputs, params = snakemake.input, snakemake.params
    checks: list[schemas.PublishedCheck] = []
    if inputs.get("matrices"):
        checks += published.verify_matrices(
            published.read_matrices(inputs.matrices),
            files.read_rows(inputs.cells, schemas.Cell),
            list(files.read_rows(inputs.codebook, schemas.CodebookEntry)),
        )
    if inputs.get("sample"):
        checks += published.verify_sample(
            published.read_sample(inputs.sample),
            files.read_rows(inputs.counts, schemas.SampleCount),
            study.restore(study.Country, params.countries),
            study.restore(study.SampleVariable, params.sample),
        )
    files.write_rows_csv(snakemake.output.checks, schemas.PublishedCheck, checks)
