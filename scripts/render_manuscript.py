"""Write the tables of the analysis as HTML and LaTeX, and all tables of the study for Word and Excel."""

from crosscase.analysis import (
    agreement_tables,
    exact_test,
    findings,
    quoted_passages,
    rows,
    rules,
    saturation,
    truth_table,
)
from crosscase.analysis_tables import all_tables
from crosscase.analysis_tables.material import Material
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
    made = [*study_tables.domains(study, cells, codebook), *study_tables.sample(study, counts, by_group, several)]
    material = Material(
        study,
        cells,
        codebook,
        several,
        totals=files.read_rows_csv(inputs.totals, rows.TotalWorth),
        rule_totals=files.read_rows_csv(inputs.rule_totals, rules.RuleTotal),
        thresholds=files.read_rows_csv(inputs.thresholds, rules.Threshold),
        agreement=files.read_rows_csv(inputs.agreement, agreement_tables.Agreement),
        completeness=files.read_rows_csv(inputs.completeness, rows.Completeness),
        saturation=files.read_rows_csv(inputs.saturation, saturation.Saturated) if study.saturation.is_used else [],
        together=files.read_rows_csv(inputs.cooccurrence, rows.Cooccurrence),
        alike=files.read_rows_csv(inputs.similarity, rows.Similarity),
        tested=files.read_rows_csv(inputs.group_test, exact_test.GroupDifference) if study.group_test.is_used else [],
        cases=truth_table.read(inputs.qca_cases, study.truth_table) if study.truth_table.is_used else [],
        findings=files.read_rows_csv(inputs.evidence, findings.Finding),
        quotes=files.read_rows_csv(inputs.quotations, quoted_passages.Quote),
    )
    of_analysis = all_tables.of(material)
    for table, html, tex in zip(of_analysis, output.html, output.tex, strict=True):
        files.write_text(html, html_tables.render(table))
        files.write_text(tex, latex_tables.render(table))
    every = study_tables.all_tables(made, of_analysis)
    files.write_bytes(output.word, word_tables.render(every))
    worth = files.read_rows_csv(inputs.worth, rows.CellWorth)
    intervals = {(row.code, row.group): (row.low, row.high) for row in worth}
    files.write_bytes(output.excel, excel_tables.render(every, study_tables.all_cells(made), intervals))
    books = study_tables.workbooks(made, of_analysis, every)
    for path, book in zip([*output.books, *output.analysis_books], books, strict=True):
        files.write_bytes(path, excel_tables.render(book.tables, book.cells, intervals))
