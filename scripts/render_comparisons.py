"""Write the page of each comparison by variables of the register, for the team alone."""

from dataclasses import replace
from pathlib import Path

from crosscase.analysis import agreement_tables
from crosscase.analysis import rows as analysis
from crosscase.coding.quotation_consent import QuotationRule
from crosscase.comparisons import grouping, results
from crosscase.report import comparison_page, html, segment_parts
from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]):
    inputs, study = snakemake.input, slices.restore(snakemake.params.study)
    people = list(files.read_all(inputs.participants, schemas.Participant))
    quoting = QuotationRule(people, files.read_all(inputs.reviews, schemas.ReviewCount))
    codings = list(files.read_rows(inputs.codings, schemas.CellCoding))
    segments = list(files.read_all(inputs.segments, schemas.Segment))
    material = comparison_page.Material(
        codebook=list(files.read_rows(inputs.codebook, schemas.CodebookEntry)),
        people=people,
        mentions=list(files.read_all(inputs.mentions, schemas.Mention)),
        codings=codings,
        together=files.read_rows_csv(inputs.together, analysis.Cooccurrence),
        agreement=files.read_rows_csv(inputs.agreement, agreement_tables.Agreement),
    )
    for columns, path, page in zip(study.also_by, inputs.cells, snakemake.output.pages, strict=True):
        grouped = grouping.group(people, columns, study)
        cells = files.read_rows_csv(path, schemas.Cell)
        compared = results.compare(study, columns, grouped, cells, material.codebook)
        links = comparison_page.links(study, columns)
        report = replace(comparison_page.build(study, compared, grouped, cells, material), others=links)
        folder = Path(path).parent
        figures = {
            Path(figure).stem: html.figure(figure, str(folder))
            for figure in inputs.figures
            if Path(figure).is_relative_to(folder)
        }
        parts = segment_parts.pack(comparison_page.codings_of(codings, grouped), segments, quoting)
        files.write_text(page, html.render(report, parts, figures))
