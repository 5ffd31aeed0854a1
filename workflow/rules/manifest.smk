"""Manifest: one list of all files of the results.

in:  results/ and what a reader needs to count the cells again, Snakemake's records
out: results/provenance/manifest.json

The page of the reviewer is in the list, so this file is included after its rule.
"""


localrules:
    write_manifest,


rule write_manifest:
    """List every file of the results with its digest, size, media type and rule."""
    input:
        results=results_to_pack("write_manifest"),
        code=code_of("write_manifest"),
    output:
        manifest=summarises_results("results/provenance/manifest.json"),
    log:
        "logs/write_manifest.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        held_back=lambda wildcards: declared().kept_back,
        volatile=lambda wildcards: declared().volatile,
    script:
        "../../scripts/write_manifest.py"
