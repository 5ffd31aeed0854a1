"""Analyse: what each mark is worth, beside the study's own tables and without changing them.

in:  results/cells/, results/provenance/cell_codings.parquet,
     data/processed/mentions|participants|observations|segments|review/{export}.parquet, data/processed/codebook.parquet
out: results/analysis/
"""


rule analyse_marks:
    """Work out what each mark and total is worth, how complete the codes of groups are, and what agrees with what."""
    input:
        cells="results/cells/cells.parquet",
        codings="results/provenance/cell_codings.parquet",
        mentions=expand("data/processed/mentions/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        segments=expand("data/processed/segments/{export}.parquet", export=EXPORTS),
        observations=expand("data/processed/observations/{export}.parquet", export=EXPORTS),
        plan=[facts.CODING_PLAN] if Path(facts.CODING_PLAN).exists() else [],
        codebook="data/processed/codebook.parquet",
        code=code_of("analyse_marks", *LABELS),
    output:
        **({"saturation": "results/analysis/saturation.csv"} if STUDY.saturation.is_used else {}),
        **({"group_test": "results/analysis/group_test.csv"} if STUDY.group_test.is_used else {}),
        **(
            {"qca_cases": "results/analysis/qca_cases.csv", "truth_table": "results/analysis/truth_table.csv"}
            if STUDY.truth_table.is_used
            else {}
        ),
        cells="results/analysis/cells.csv",
        totals="results/analysis/totals.csv",
        rules="results/analysis/rules.csv",
        rule_totals="results/analysis/rule_totals.csv",
        thresholds="results/analysis/thresholds.csv",
        completeness="results/analysis/completeness.csv",
        accumulation="results/analysis/accumulation.csv",
        agreement="results/analysis/agreement.csv",
        disagreements="results/analysis/disagreements.csv",
        disputed_segments="results/analysis/disputed_segments.csv",
        agreement_over_time="results/analysis/agreement_over_time.csv",
        planned_coding="results/analysis/planned_coding.csv",
        cooccurrence="results/analysis/cooccurrence.csv",
        cooccurrence_cases="results/analysis/cooccurrence_cases.csv",
        similarity="results/analysis/similarity.csv",
        summary="results/analysis/summary.txt",
    log:
        "logs/analyse_marks.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice(
            *(
                "synthetic_note",
                "interval",
                "seed",
                "overlap",
                "coded",
                "rule",
                "further_rules",
                "saturation",
                "group_test",
                "truth_table",
            ),
            *WORDS,
        ),
    script:
        "../../scripts/analyse_marks.py"


rule report_findings:
    """List what is behind each code of the tables, with quotations, for a report of the study."""
    input:
        cells="results/cells/cells.parquet",
        rules="results/analysis/rules.csv",
        agreement="results/analysis/agreement.csv",
        codings="results/provenance/cell_codings.parquet",
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        segments=expand("data/processed/segments/{export}.parquet", export=EXPORTS),
        reviews=expand("data/processed/review/{export}.parquet", export=EXPORTS),
        observations=expand("data/processed/observations/{export}.parquet", export=EXPORTS),
        codebook="data/processed/codebook.parquet",
        code=code_of("report_findings", *LABELS),
    output:
        evidence="results/analysis/evidence.csv",
        quotations="results/analysis/quotations.csv",
        coreq="results/analysis/coreq.csv",
        srqr="results/analysis/srqr.csv",
    log:
        "logs/report_findings.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice(
            *(
                "title",
                "synthetic_note",
                "groups",
                "domains",
                "sample",
                "has_guide",
                "rule",
                "saturation",
                "opposites",
            ),
            *WORDS,
        ),
    script:
        "../../scripts/report_findings.py"
