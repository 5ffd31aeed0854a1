"""Draw one heatmap: the presence of a domain's codes, or how many participants raised each code."""

from crosscase import files, heatmaps, matrices, schemas, steps, study
from crosscase.heatmaps import pages

with steps.logging_to(snakemake.log[0]):
    inputs, output, params = snakemake.input, snakemake.output, snakemake.params
    cells = list(files.read_rows(inputs.cells, schemas.Cell))
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    countries = study.restore(study.Country, params.countries)
    domains = study.restore(study.Domain, params.domains)
    by_domain = {domain.id: matrices.build(cells, codebook, countries, domain) for domain in domains}
    around = (study.restore(study.NotCoded, params.not_coded), params.title, params.note, params.width_mm)
    if snakemake.wildcards.figure == heatmaps.COUNTS:
        drawing = heatmaps.participant_counts(list(by_domain.values()), *around)
    else:
        drawing = heatmaps.presence(by_domain[snakemake.wildcards.figure], *around)
    pages.save(drawing, output.svg, output.pdf, output.png)
