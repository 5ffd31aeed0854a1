"""Write every table of the study as CSV (wide and tidy), HTML and LaTeX, and all of them for Word and Excel."""

from crosscase.running import steps
from crosscase.sample.counts import in_several_groups
from crosscase.storage import files, schemas
from crosscase.study import slices
from crosscase.tables import excel_tables, html_tables, latex_tables, study_tables, word_tables

with steps.logging_to(snakemake.log[0]):
    inputs, output, study = snakemake.input, snakemake.output, slices.restore(snakemake.params.study)
    cells = list(files.read_rows(inputs.cells, schemas.Cell))
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    counts = list(files.read_rows(inputs.sample, schemas.SampleCount))
    by_group = list(files.read_rows(inputs.by_group, schemas.SampleCell))
    several = in_several_groups(files.read_all(inputs.participants, schemas.Participant))
    tables = [*study_tables.domains(study, cells, codebook), *study_tables.sample(study, counts, by_group, several)]
    for made, wide, tidy, html, tex in zip(tables, output.wide, output.tidy, output.html, output.tex, strict=True):
        files.write_csv(wide, made.wide.header, made.wide.rows)
        files.write_csv(tidy, made.tidy.header, made.tidy.rows)
        files.write_text(html, html_tables.render(made.table))
        files.write_text(tex, latex_tables.render(made.table))
    every = study_tables.all_tables(tables)
    files.write_bytes(output.word, word_tables.render(every))
    files.write_bytes(output.excel, excel_tables.render(every, study_tables.all_cells(tables)))
