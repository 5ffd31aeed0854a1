"""Prove: the rebuilt numbers beside those that the study has printed.

in:  results/cells/, config/published/
out: results/verification/
"""


rule verify_published:
    """Put each printed number beside the rebuilt one, and say where the print contradicts itself."""
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
        groups=plain(*STUDY.groups),
        sample=plain(*STUDY.sample),
    script:
        "../../scripts/verify_published.py"


rule check_published:
    """Stop the build where a rebuilt number differs and the print is not at fault."""
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
