"""Aggregate: from the mentions of all exports to the cells of the study.

    in:  data/processed/mentions|participants|remarks|issues/{export}.parquet
    out: results/validation/, results/cells/

Errors stop the build between the list of issues, which is always written whole, and the cells.
"""


rule list_issues:
    """List every issue of the study with its place, and check that no coding was lost."""
    input:
        codings=expand("data/processed/anonymised/{export}.parquet", export=EXPORTS),
        remarks=expand("data/processed/remarks/{export}.parquet", export=EXPORTS),
        segments=expand("data/processed/validated/{export}.parquet", export=EXPORTS),
        issues=expand("data/processed/issues/{export}.parquet", export=EXPORTS),
        mentions=expand("data/processed/mentions/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        codebook="data/processed/codebook.parquet",
        code=code_of("list_issues"),
    output:
        issues="results/validation/issues.csv",
        summary="results/validation/summary.csv",
    log:
        "logs/list_issues.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        exports=EXPORTS,
        domains=plain(*STUDY.domains),
        groups=plain(*STUDY.groups),
        not_coded=plain(*STUDY.not_coded),
        severity=STUDY.severity,
    script:
        "../../scripts/list_issues.py"


rule check_issues:
    """Stop the build if an issue is an error; otherwise state in one sentence what was counted."""
    input:
        issues="results/validation/issues.csv",
        summary="results/validation/summary.csv",
        reviews=expand("data/processed/review/{export}.parquet", export=EXPORTS),
        code=code_of("check_issues"),
    output:
        verdict="results/validation/verdict.txt",
    log:
        "logs/check_issues.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        files={name: export.file for name, export in STUDY.exports.items()},
    script:
        "../../scripts/check_issues.py"


rule aggregate_countries:
    """Determine the state of each code in each country, and count who raised it."""
    input:
        mentions=expand("data/processed/mentions/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        codebook="data/processed/codebook.parquet",
        verdict="results/validation/verdict.txt",
        code=code_of("aggregate_countries"),
    output:
        parquet="results/cells/cells.parquet",
        csv="results/cells/cells.csv",
    log:
        "logs/aggregate_countries.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        groups=plain(*STUDY.groups),
        not_coded=plain(*STUDY.not_coded),
    script:
        "../../scripts/aggregate_countries.py"


rule describe_sample:
    """Count the participants by country, by the variables of the register and, with small counts hidden, by both."""
    input:
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        verdict="results/validation/verdict.txt",
        code=code_of("describe_sample"),
    output:
        sample="results/cells/sample.parquet",
        by_group="results/cells/sample_by_country.parquet",
    log:
        "logs/describe_sample.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        groups=plain(*STUDY.groups),
        sample=plain(*STUDY.sample),
        k=STUDY.k,
    script:
        "../../scripts/describe_sample.py"
