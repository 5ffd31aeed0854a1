"""Aggregate: from the mentions of all exports to the cells of the study.

    in:  data/processed/anonymised|participants|remarks|review|segments|issues|mentions/{export}.parquet,
         data/processed/codebook.parquet
    out: results/validation/, results/cells/

Errors stop the build between the list of issues, which is always written whole, and the cells. The list is the result
of a step of its own, since Snakemake deletes what a step has written that fails.
"""


rule validate_codes:
    """List every issue in the coding of the study with its place, and check that no coding was lost."""
    input:
        codings=expand("data/processed/anonymised/{export}.parquet", export=EXPORTS),
        remarks=expand("data/processed/remarks/{export}.parquet", export=EXPORTS),
        segments=expand("data/processed/segments/{export}.parquet", export=EXPORTS),
        issues=expand("data/processed/issues/{export}.parquet", export=EXPORTS),
        mentions=expand("data/processed/mentions/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        codebook="data/processed/codebook.parquet",
        code=code_of("validate_codes"),
    output:
        issues="results/validation/issues.csv",
        summary="results/validation/summary.csv",
    log:
        "logs/validate_codes.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice("groups", "compare", "languages", "domains", "not_coded", "coded", "severity"),
        exports=EXPORTS,
    script:
        "../../scripts/validate_codes.py"


rule aggregate_groups:
    """Stop the build if an issue is an error; otherwise give each code in each group its state, and count the sample."""
    input:
        issues="results/validation/issues.csv",
        summary="results/validation/summary.csv",
        reviews=expand("data/processed/review/{export}.parquet", export=EXPORTS),
        mentions=expand("data/processed/mentions/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        codebook="data/processed/codebook.parquet",
        segments=expand("data/processed/segments/{export}.parquet", export=EXPORTS) if STUDY.rule.needs_codings else [],
        code=code_of("aggregate_groups"),
    output:
        verdict="results/validation/verdict.txt",
        parquet="results/cells/cells.parquet",
        csv="results/cells/cells.csv",
        sample="results/cells/sample.parquet",
        by_group=BY_GROUP,
    log:
        "logs/aggregate_groups.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice("groups", "compare", "not_coded", "coded", "has_guide", "rule", "merging", "sample", "k"),
        files={name: export.file for name, export in STUDY.exports.items()},
    script:
        "../../scripts/aggregate_groups.py"
