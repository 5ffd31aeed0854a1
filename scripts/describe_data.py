"""Describe every table of the results as a data package, for other programs to read it with its types."""

from crosscase.data_package import descriptor, result_tables
from crosscase.messages.wording import counted
from crosscase.running import steps
from crosscase.storage import files
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]) as log:
    study = slices.restore(snakemake.params.study)
    described = descriptor.describe(snakemake.params.tables, study, result_tables.RESULTS)
    files.write_json(snakemake.output.descriptor, described)
    log(counted(len(described["resources"]), "table"))
