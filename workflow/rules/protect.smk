"""Protect: what the published numbers say about single participants.

in:  results/cells/, data/processed/participants/{export}.parquet
out: results/disclosure/
"""


rule report_disclosure:
    """List the published numbers that say something about single participants, for the team to decide."""
    input:
        cells="results/cells/cells.parquet",
        counts="results/cells/sample.parquet",
        by_group=BY_GROUP,
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        code=code_of("report_disclosure"),
    output:
        report=kept_back("results/disclosure/report.csv"),
        verdict=kept_back("results/disclosure/verdict.txt"),
    log:
        "logs/report_disclosure.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice("compare", "k"),
    script:
        "../../scripts/report_disclosure.py"
