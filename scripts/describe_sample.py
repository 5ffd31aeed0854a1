"""Count the participants by country, by the variables of the register and, with small counts hidden, by both."""

from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import facts

with steps.logging_to(snakemake.log[0]):
    people = counts.unique(files.read_all(snakemake.input.participants, schemas.Participant))
    groups = facts.restore(facts.Group, snakemake.params.groups)
    variables = facts.restore(facts.SampleVariable, snakemake.params.sample)
    files.write_rows(snakemake.output.sample, schemas.SampleCount, counts.describe(people, groups, variables))
    cells = counts.describe_by_group(people, groups, variables, snakemake.params.k)
    files.write_rows(snakemake.output.by_group, schemas.SampleCell, cells)
