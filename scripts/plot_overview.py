"""Draw a sheet of all figures of the study."""

from crosscase.heatmaps import lean_matplotlib  # noqa: F401 (before the others import matplotlib)

# isort: split
from crosscase.charts import contact_sheet
from crosscase.running import steps
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]):
    contact_sheet.write(snakemake.output.overview, snakemake.input.figures, slices.restore(snakemake.params.study))
