"""Draw every heatmap: the presence of each domain's codes, and how many participants raised each code."""

from crosscase.heatmaps import lean_matplotlib  # noqa: F401 (before the others import matplotlib)

# isort: split
from crosscase.coding import matrices
from crosscase.heatmaps import drawings, figure_files
from crosscase.running import shared_work, steps
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]):
    inputs, output, study = snakemake.input, snakemake.output, slices.restore(snakemake.params.study)
    cells = list(files.read_rows(inputs.cells, schemas.Cell))
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    domains = [matrices.build(cells, codebook, study.groups, domain) for domain in study.domains]
    plans = drawings.all_figures(domains, study)
    files_of = list(zip(output.svg, output.pdf, output.png, strict=True))

    def draw(number: int) -> None:
        """Draw one figure and write its files."""
        figure_files.save(plans[number].draw(), *files_of[number])

    shared_work.run_all(draw, [plan.rows for plan in plans], snakemake.threads)
