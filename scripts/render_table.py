"""Write one table of the study as CSV (wide and tidy), HTML and LaTeX."""

from crosscase import files, matrices, schemas, steps, study, tables
from crosscase.tables import country_tables, html_tables, latex_tables, sample_tables

with steps.logging_to(snakemake.log[0]):
    inputs, output, params = snakemake.input, snakemake.output, snakemake.params
    countries = study.restore(study.Country, params.countries)
    if snakemake.wildcards.table == sample_tables.ID:
        counts = list(files.read_rows(inputs.sample, schemas.SampleCount))
        variables = study.restore(study.SampleVariable, params.sample)
        table = sample_tables.sample_table(counts, countries, variables, params.title, params.note)
        files.write_csv(output.wide, sample_tables.WIDE, sample_tables.wide(counts, countries, variables))
        files.write_csv(output.tidy, sample_tables.TIDY, sample_tables.tidy(counts))
    elif snakemake.wildcards.table == country_tables.ID:
        by_country = country_tables.SampleByCountry(
            list(files.read_rows(inputs.by_country, schemas.SampleCell)),
            list(files.read_rows(inputs.sample, schemas.SampleCount)),
            countries,
            study.restore(study.SampleVariable, params.sample),
        )
        table = country_tables.country_table(by_country, params.k, params.title, params.note)
        files.write_csv(output.wide, *country_tables.wide(by_country))
        files.write_csv(output.tidy, country_tables.TIDY, country_tables.tidy(by_country))
    else:
        domains = {domain.id: domain for domain in study.restore(study.Domain, params.domains)}
        cells = files.read_rows(inputs.cells, schemas.Cell)
        codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
        matrix = matrices.build(cells, codebook, countries, domains[snakemake.wildcards.table])
        not_coded = study.restore(study.NotCoded, params.not_coded)
        table = tables.domain_table(matrix, not_coded, params.title, params.note)
        files.write_csv(output.wide, *tables.wide(matrix))
        files.write_csv(output.tidy, tables.TIDY, tables.tidy(matrix))
    files.write_text(output.html, html_tables.render(table))
    files.write_text(output.tex, latex_tables.render(table))
