"""Count the codes by variables of the register, and by pairs of its columns, for the team alone."""

from crosscase.heatmaps import lean_matplotlib  # noqa: F401 (before the others import matplotlib)

# isort: split
from itertools import chain

from crosscase.coding import exposure
from crosscase.comparisons import grouping, regrouped_cells, results
from crosscase.heatmaps import drawings, figure_files
from crosscase.running import shared_work, steps
from crosscase.storage import files, schemas
from crosscase.study import slices
from crosscase.tables import excel_tables, html_tables, latex_tables, study_tables, word_tables

with steps.logging_to(snakemake.log[0]):
    inputs, output, study = snakemake.input, snakemake.output, slices.restore(snakemake.params.study)
    people = list(files.read_all(inputs.participants, schemas.Participant))
    mentions = list(files.read_all(inputs.mentions, schemas.Mention))
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    silent = exposure.not_asked(people, mentions)
    compared = []
    for columns, path in zip(study.also_by, output.cells, strict=True):
        grouped = grouping.group(people, columns, study)
        codings = files.read_rows(inputs.codings, schemas.CellCoding) if study.rule.needs_codings else ()
        cells = regrouped_cells.count(mentions, codebook, grouped, study, silent if study.has_guide else None, codings)
        files.write_rows_csv(path, schemas.Cell, cells)
        compared.append(results.compare(study, columns, grouped, cells, codebook))
    by_comparison = [list(comparison.tables()) for comparison in compared]
    for comparison, about in zip(compared, output.about, strict=True):
        files.write_text(about, comparison.about())
    for tables, word, excel in zip(by_comparison, output.word, output.excel, strict=True):
        every = study_tables.all_tables(tables)
        files.write_bytes(word, word_tables.render(every))
        files.write_bytes(excel, excel_tables.render(every, study_tables.all_cells(tables)))
    for made, wide, tidy, html, tex in zip(
        chain(*by_comparison), output.wide, output.tidy, output.html, output.tex, strict=True
    ):
        files.write_csv(wide, made.wide.header, made.wide.rows)
        files.write_csv(tidy, made.tidy.header, made.tidy.rows)
        files.write_text(html, html_tables.render(made.table))
        files.write_text(tex, latex_tables.render(made.table))
    plans = [plan for comparison in compared for plan in drawings.all_figures(comparison.printed, comparison.study)]
    files_of = list(zip(output.svg, output.pdf, output.png, strict=True))

    def draw(number: int) -> None:
        """Draw one figure and write its files."""
        figure_files.save(plans[number].draw(), *files_of[number])

    shared_work.run_all(draw, [plan.rows for plan in plans], snakemake.threads)
