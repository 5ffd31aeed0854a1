"""Draw what totals, groups, codes and coders are worth."""

from crosscase.heatmaps import lean_matplotlib  # noqa: F401 (before the others import matplotlib)

# isort: split
from crosscase.analysis import agreement_tables, rows, rules, saturation
from crosscase.charts import study_charts
from crosscase.coding import matrices
from crosscase.heatmaps import figure_files
from crosscase.running import shared_work, steps
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]):
    inputs, output, study = snakemake.input, snakemake.output, slices.restore(snakemake.params.study)
    cells = list(files.read_rows(inputs.cells, schemas.Cell))
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    domains = [matrices.build(cells, codebook, study.groups, domain) for domain in study.domains]
    found = study_charts.Rows(
        totals=files.read_rows_csv(inputs.totals, rows.TotalWorth),
        rule_totals=files.read_rows_csv(inputs.rule_totals, rules.RuleTotal),
        rules=files.read_rows_csv(inputs.rules, rules.RuleCell),
        accumulation=files.read_rows_csv(inputs.accumulation, rows.Accumulated),
        completeness=files.read_rows_csv(inputs.completeness, rows.Completeness),
        saturation=files.read_rows_csv(inputs.saturation, saturation.Saturated) if inputs.get("saturation") else [],
        cooccurrence=files.read_rows_csv(inputs.cooccurrence, rows.Cooccurrence),
        similarity=files.read_rows_csv(inputs.similarity, rows.Similarity),
        agreement=files.read_rows_csv(inputs.agreement, agreement_tables.Agreement),
    )
    plans = study_charts.plans(found, domains, study)
    files_of = list(zip(output.svg, output.pdf, output.png, strict=True))

    def draw(number: int) -> None:
        """Draw one chart and write its files."""
        figure_files.save(plans[number](), *files_of[number])

    shared_work.run_all(draw, [1] * len(plans), snakemake.threads)
