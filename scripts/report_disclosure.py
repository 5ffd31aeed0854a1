"""List the published numbers that say something about single participants, for the team to decide."""

from crosscase.running import steps
from crosscase.sample import counts, disclosure
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]) as log:
    inputs, output = snakemake.input, snakemake.output
    study = slices.restore(snakemake.params.study)
    exposed = [
        *disclosure.matrix_exposures(files.read_rows(inputs.cells, schemas.Cell)),
        *disclosure.sample_exposures(
            list(files.read_rows(inputs.counts, schemas.SampleCount)),
            files.read_rows(inputs.by_group, schemas.SampleCell),
            study.k,
            study.compare,
        ),
    ]
    files.write_rows_csv(output.report, disclosure.Exposure, exposed)
    files.write_text(output.verdict, disclosure.verdict(exposed, output.report, study.compare))
    people = counts.unique(files.read_all(inputs.participants, schemas.Participant))
    log(disclosure.describe_small_combinations(people, study.k, study.compare))
