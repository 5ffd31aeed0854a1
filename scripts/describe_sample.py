"""Count the participants by country and by the variables of the register."""

from crosscase import files, sample, schemas, steps, study

with steps.logging_to(snakemake.log[0]):
    participants = files.read_all(snakemake.input.participants, schemas.Participant)
    counts = sample.describe(
        participants,
        study.restore(study.Country, snakemake.params.countries),
        study.restore(study.SampleVariable, snakemake.params.sample),
    )
    files.write_rows(snakemake.output.sample, schemas.SampleCount, counts)
