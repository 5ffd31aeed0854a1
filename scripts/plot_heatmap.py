"""Draw one heatmap: the presence of a domain's codes, or how many participants raised each code."""

from crosscase.coding import matrices
from crosscase.heatmaps import drawings, layout
from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.study import facts

with steps.logging_to(snakemake.log[0]):
    inputs, output, params = snakemake.input, snakemake.output, snakemake.params
    cells = list(files.read_rows(inputs.cells, schemas.Cell))
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    groups = facts.restore(facts.Group, params.groups)
    domains = facts.restore(facts.Domain, params.domains)
    by_domain = {domain.id: matrices.build(cells, codebook, groups, domain) for domain in domains}
    around = (facts.restore(facts.NotCoded, params.not_coded), params.title, params.note, params.width_mm)
    if snakemake.wildcards.figure == drawings.COUNTS:
        drawing = drawings.participant_counts(list(by_domain.values()), *around)
    else:
        drawing = drawings.presence(by_domain[snakemake.wildcards.figure], *around)
    layout.save(drawing, output.svg, output.pdf, output.png)
