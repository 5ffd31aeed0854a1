"""Archive: the coded passages as files that outlive every tool, this one included.

in:  data/processed/segments|participants/{export}.parquet, data/processed/codebook.parquet
out: results/archive/{study}.qdpx, results/archive/{study}.qdc, results/archive/README.md

The files contain words of interviews, so they are built only on request (`snakemake archive`), and only when no word
waits for review and no text of the study may name somebody. Once they exist, every build updates them, so that participants who withdraw leave them, too.
"""


rule archive_study:
    """Write the coded passages as a REFI-QDA project and codebook, the exchange format of analysis tools."""
    input:
        segments=expand("data/processed/segments/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        reviews=expand("data/processed/review/{export}.parquet", export=EXPORTS),
        codebook="data/processed/codebook.parquet",
        verdict="results/validation/verdict.txt",
        issues="results/validation/issues.csv",
        code=code_of("archive_study"),
    output:
        project=on_request(f"results/archive/{STUDY.id}.qdpx"),
        codebook=on_request(f"results/archive/{STUDY.id}.qdc"),
        readme=on_request("results/archive/README.md"),
    log:
        "logs/archive_study.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice("id", "title", "synthetic_note", "groups", "compare", "domains", "not_coded"),
    script:
        "../../scripts/archive_study.py"
