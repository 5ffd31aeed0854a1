"""Report: the page for reviewers, who may not see the raw data and ask where each mark comes from.

in:  results/, data/processed/segments|mentions|participants|review|observations/{export}.parquet,
     data/processed/codebook.parquet, reproduced.json if it exists
out: results/report/index.html

The page shows digests of the other results, so it is built after them.
"""


rule render_report:
    """Write the reviewer's page: every table with the codings behind each cell, in one file."""
    input:
        results=results_before("render_report"),
        cells="results/cells/cells.parquet",
        sample="results/cells/sample.parquet",
        by_group=BY_GROUP,
        issues="results/validation/issues.csv",
        summary="results/validation/summary.csv",
        checks="results/verification/published.csv" if STUDY.published else [],
        disclosure="results/disclosure/report.csv",
        redaction="results/redaction/summary.csv",
        worth="results/analysis/cells.csv",
        totals="results/analysis/totals.csv",
        completeness="results/analysis/completeness.csv",
        together="results/analysis/cooccurrence.csv",
        agreement="results/analysis/agreement.csv",
        alike="results/analysis/similarity.csv",
        rules="results/analysis/rules.csv",
        figures=expand("results/figures/{figure}.svg", figure=[*FIGURES, *CHARTS]),
        cell_codings="results/provenance/cell_codings.parquet",
        mentions=expand("data/processed/mentions/{export}.parquet", export=EXPORTS),
        steps="results/provenance/steps.json",
        segments=expand("data/processed/segments/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        reviews=expand("data/processed/review/{export}.parquet", export=EXPORTS),
        observations=expand("data/processed/observations/{export}.parquet", export=EXPORTS),
        codebook="data/processed/codebook.parquet",
        rebuilt=result_digests.VERDICT if Path(result_digests.VERDICT).exists() else [],
        code=code_of("render_report", *templates_in("report"), *LABELS),
    output:
        page=summarises_results("results/report/index.html"),
    log:
        "logs/render_report.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice(
            "title",
            "synthetic_note",
            "groups",
            *WORDS,
            "languages",
            "domains",
            "not_coded",
            "rule",
            "further_rules",
            "sample",
            "k",
            "interval",
        ),
    script:
        "../../scripts/render_report.py"
