"""Prove: the rebuilt numbers compared with those that the study has printed.

in:  results/cells/, config/published/
out: results/verification/
"""


rule verify_published:
    """Compare each printed number with the rebuilt one, and report where the print contradicts itself."""
    input:
        **STUDY.published,
        cells="results/cells/cells.parquet",
        counts="results/cells/sample.parquet",
        codebook="data/processed/codebook.parquet",
        code=code_of("verify_published"),
    output:
        checks="results/verification/published.csv",
    log:
        "logs/verify_published.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice("groups", "compare", "sample"),
    script:
        "../../scripts/verify_published.py"


rule check_published:
    """Stop the build if a rebuilt number differs from the printed one and the print does not contradict itself."""
    input:
        checks="results/verification/published.csv",
        issues="results/validation/issues.csv",
        code=code_of("check_published"),
    output:
        verdict="results/verification/verdict.txt",
    log:
        "logs/check_published.log",
    conda:
        "../../envs/analysis.yaml"
    script:
        "../../scripts/check_published.py"
