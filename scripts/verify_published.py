"""Compare each printed number with the rebuilt one, and report where the print contradicts itself."""

from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.study import slices
from crosscase.verification import printed_numbers

with steps.logging_to(snakemake.log[0]):
    inputs, study = snakemake.input, slices.restore(snakemake.params.study)
    checks: list[schemas.PublishedCheck] = []
    if inputs.get("matrices"):
        checks += printed_numbers.verify_matrices(
            printed_numbers.read_matrices(inputs.matrices),
            files.read_rows(inputs.cells, schemas.Cell),
            list(files.read_rows(inputs.codebook, schemas.CodebookEntry)),
        )
    if inputs.get("sample"):
        checks += printed_numbers.verify_sample(
            printed_numbers.read_sample(inputs.sample),
            files.read_rows(inputs.counts, schemas.SampleCount),
            study.groups,
            study.sample,
            study.compare,
        )
    files.write_rows_csv(snakemake.output.checks, schemas.PublishedCheck, checks)
