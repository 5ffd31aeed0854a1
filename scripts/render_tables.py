"""Write every table of marks, of the numbers behind them and of the sample as HTML and LaTeX, and as CSV."""

from crosscase.running import steps
from crosscase.sample.counts import in_several_groups
from crosscase.storage import files, schemas
from crosscase.study import slices
from crosscase.tables import html_tables, latex_tables, study_tables

with steps.logging_to(snakemake.log[0]):
    inputs, output, study = snakemake.input, snakemake.output, slices.restore(snakemake.params.study)
    cells = list(files.read_rows(inputs.cells, schemas.Cell))
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    counts = list(files.read_rows(inputs.sample, schemas.SampleCount))
    by_group = list(files.read_rows(inputs.by_group, schemas.SampleCell))
    several = in_several_groups(files.read_all(inputs.participants, schemas.Participant))
    tables = [*study_tables.domains(study, cells, codebook), *study_tables.sample(study, counts, by_group, several)]
    for made, wide, tidy in zip(tables, output.wide, output.tidy, strict=True):
        files.write_csv(wide, made.wide.header, made.wide.rows, mark=study.tables.excel_csv)
        files.write_csv(tidy, made.tidy.header, made.tidy.rows, mark=study.tables.excel_csv)
    shown = [*(made.table for made in tables), *(made.counts for made in tables if made.counts)]
    for table, html, tex in zip(shown, output.html, output.tex, strict=True):
        files.write_text(html, html_tables.render(table))
        files.write_text(tex, latex_tables.render(table))
