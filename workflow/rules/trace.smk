"""Trace: the codings behind each cell, the steps that made it, and a list of all files.

    in:  data/processed/segments|observations/{export}.parquet, results/, Snakemake's records
    out: results/provenance/cell_codings.parquet, steps.json, checkout.json, manifest.json

Snakemake writes a record when a job has ended. `record_steps` therefore runs after all steps that it describes, and
this file is included after their rules. The records are on the machine that runs Snakemake, and so are the jobs that
read them.
"""


localrules:
    record_steps,
    record_checkout,


rule list_cell_codings:
    """List the codings that each cell counts, without quotations."""
    input:
        segments=expand("data/processed/segments/{export}.parquet", export=EXPORTS),
        verdict="results/validation/verdict.txt",
        code=code_of("list_cell_codings"),
    output:
        cell_codings="results/provenance/cell_codings.parquet",
    log:
        "logs/list_cell_codings.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice("merging"),
    script:
        "../../scripts/list_cell_codings.py"


rule record_steps:
    """Record which steps made the results, from which files, with which code, parameters and libraries."""
    input:
        results=results_before("record_steps"),
        observations=expand("data/processed/observations/{export}.parquet", export=EXPORTS),
        codebook=STUDY.codebook,
        published=list(STUDY.published.values()),
        declared=pipeline_declarations(),
        code=code_of("record_steps"),
    output:
        steps=summarises_results("results/provenance/steps.json"),
    log:
        "logs/record_steps.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        code_sha256=lambda wildcards: software.code_sha256(PIPELINE),
        rules=lambda wildcards: described_rules("record_steps"),
        exports={name: export.file for name, export in STUDY.exports.items()},
        confidential=confidential_files(),
    script:
        "../../scripts/record_steps.py"


rule record_checkout:
    """Record the commit of the pipeline that was built last, and whether its files were unchanged."""
    input:
        code=code_of("record_checkout"),
    output:
        checkout=volatile("results/provenance/checkout.json"),
    log:
        "logs/record_checkout.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        checkout=lambda wildcards: checkouts.read(PIPELINE),
    script:
        "../../scripts/record_checkout.py"
