"""Archive: the coded passages as files that outlive every tool, this one included.

in:  data/processed/validated|participants/{export}.parquet, data/processed/codebook.parquet
out: results/archive/{study}.qdpx, results/archive/{study}.qdc, results/archive/README.md

They carry words of interviews, so they are built only when asked for: `snakemake archive`, and only when review has
left nothing open. Once there, every build keeps them up to date: who has withdrawn must leave them, too.
"""


rule archive_study:
    """Write the coded passages back as a REFI-QDA project and codebook, the format in which tools exchange coding."""
    input:
        segments=expand("data/processed/validated/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        reviews=expand("data/processed/review/{export}.parquet", export=EXPORTS),
        codebook="data/processed/codebook.parquet",
        verdict="results/validation/verdict.txt",
        code=code_of("archive_study"),
    output:
        project=ARCHIVE,
        codebook=f"results/archive/{STUDY.id}.qdc",
        readme="results/archive/README.md",
    log:
        "logs/archive_study.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=STUDY.id,
        title=STUDY.title,
        note=STUDY.synthetic_note,
        domains=plain(*STUDY.domains),
        groups=plain(*STUDY.groups),
        not_coded=plain(*STUDY.not_coded),
    script:
        "../../scripts/archive_study.py"
