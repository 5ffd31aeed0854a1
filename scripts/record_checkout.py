"""Write down which commit of the pipeline was built last, and whether its files were those of the commit."""

from crosscase.running import steps
from crosscase.storage import files

with steps.logging_to(snakemake.log[0]):
    files.write_json(snakemake.output.checkout, snakemake.params.checkout)
