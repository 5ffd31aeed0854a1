"""Write one table of the study as CSV (wide and tidy), HTML and LaTeX."""

from crosscase.coding import matrices
from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.study import facts
from crosscase.tables import domain_tables, group_tables, html_tables, latex_tables, sample_tables

with steps.logging_to(snakemake.log[0]):
    inputs, output, params = snakemake.input, snakemake.output, snakemake.params
    groups = facts.restore(facts.Group, params.groups)
    if snakemake.wildcards.table == sample_tables.ID:
        counts = list(files.read_rows(inputs.sample, schemas.SampleCount))
        variables = facts.restore(facts.SampleVariable, params.sample)
        table = sample_tables.sample_table(counts, groups, variables, params.title, params.note)
        files.write_csv(output.wide, sample_tables.WIDE, sample_tables.wide(counts, groups, variables))
        files.write_csv(output.tidy, sample_tables.TIDY, sample_tables.tidy(counts))
    elif snakemake.wildcards.table == group_tables.ID:
        by_group = group_tables.SampleByGroup(
            list(files.read_rows(inputs.by_group, schemas.SampleCell)),
            list(files.read_rows(inputs.sample, schemas.SampleCount)),
            groups,
            facts.restore(facts.SampleVariable, params.sample),
        )
        table = group_tables.group_table(by_group, params.k, params.title, params.note)
        files.write_csv(output.wide, *group_tables.wide(by_group))
        files.write_csv(output.tidy, group_tables.TIDY, group_tables.tidy(by_group))
    else:
        domains = {domain.id: domain for domain in facts.restore(facts.Domain, params.domains)}
        cells = files.read_rows(inputs.cells, schemas.Cell)
        codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
        matrix = matrices.build(cells, codebook, groups, domains[snakemake.wildcards.table])
        not_coded = facts.restore(facts.NotCoded, params.not_coded)
        table = domain_tables.domain_table(matrix, not_coded, params.title, params.note)
        files.write_csv(output.wide, *domain_tables.wide(matrix))
        files.write_csv(output.tidy, domain_tables.TIDY, domain_tables.tidy(matrix))
    files.write_text(output.html, html_tables.render(table))
    files.write_text(output.tex, latex_tables.render(table))
