"""Record the commit of the pipeline that was built last, and whether its files were unchanged."""

from crosscase.running import steps
from crosscase.storage import files

with steps.logging_to(snakemake.log[0]):
    files.write_json(snakemake.output.checkout, snakemake.params.checkout)
