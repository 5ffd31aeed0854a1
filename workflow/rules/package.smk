"""Package: the results as one folder and one file to share.

in:  results/, data/processed/mentions|participants/{export}.parquet, CITATION.cff, the pipeline's code
out: results/provenance/crate/, results/provenance/crate.zip

The package is built if the study has a CITATION.cff: it needs authors, a licence and a date, and none is invented.
"""


rule package_study:
    """Pack the results as a research-object crate that a reviewer can check without the raw data."""
    input:
        results=results_to_pack("package_study"),
        manifest="results/provenance/manifest.json",
        steps="results/provenance/steps.json",
        cells="results/cells/cells.parquet",
        codings="results/provenance/cell_codings.parquet",
        mentions=expand("data/processed/mentions/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        observations=expand("data/processed/observations/{export}.parquet", export=EXPORTS),
        codebook="data/processed/codebook.parquet",
        citation=CITATION,
        declared=pipeline_declarations(),
        code=code_of("package_study", *LABELS),
    output:
        metadata=fills_folder(summarises_results("results/provenance/crate/ro-crate-metadata.json")),
        archive=summarises_results("results/provenance/crate.zip"),
    log:
        "logs/package_study.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice(
            *("id", "title", "synthetic_note", "groups", *WORDS, "domains", "not_coded", "coded", "sample", "k"),
            *(
                "interval",
                "overlap",
                "published",
                "has_guide",
                "rule",
                "further_rules",
                "saturation",
                "group_test",
                "truth_table",
                "opposites",
            ),
        ),
    script:
        "../../scripts/package_study.py"
