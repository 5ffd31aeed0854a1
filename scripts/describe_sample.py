"""Count the participants by country, by the variables of the register and, protected, by both."""

from crosscase import files, sample, schemas, steps, study

with steps.logging_to(snakemake.log[0]):
    people = sample.unique(files.read_all(snakemake.input.participants, schemas.Participant))
    countries = study.restore(study.Country, snakemake.params.countries)
    variables = study.restore(study.SampleVariable, snakemake.params.sample)
    counts = sample.describe(people, countries, variables)
    files.write_rows(snakemake.output.sample, schemas.SampleCount, counts)
    cells = sample.describe_by_country(people, countries, variables, snakemake.params.k)
    files.write_rows(snakemake.output.by_country, schemas.SampleCell, cells)
