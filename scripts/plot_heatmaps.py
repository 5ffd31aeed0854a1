"""Draw every heatmap: the presence of each domain's codes, and how many participants raised each code."""

from crosscase.coding import matrices
from crosscase.heatmaps import drawings, layout
from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]):
    inputs, output, study = snakemake.input, snakemake.output, slices.restore(snakemake.params.study)
    cells = list(files.read_rows(inputs.cells, schemas.Cell))
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    domains = [matrices.build(cells, codebook, study.groups, domain) for domain in study.domains]
    figures = drawings.all_figures(domains, study)
    for drawing, svg, pdf, png in zip(figures, output.svg, output.pdf, output.png, strict=True):
        layout.save(drawing, svg, pdf, png)
