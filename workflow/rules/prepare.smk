"""Prepare: from the raw export of each country team to the mentions in it.

    in:  data/raw/…, config/codebook.csv
    out: data/processed/anonymised|participants|remarks|observations|review|segments|validated|issues|mentions/{export}.parquet

Each step works on one export, so a new export adds only steps of its own. Only `anonymise_export` reads data/raw, and
no other step here reads data/restricted.
"""


rule anonymise_export:
    """Replace people by pseudonyms and typed placeholders; no other step reads the raw data."""
    input:
        export=lambda wildcards: STUDY.exports[wildcards.export].file,
        register=STUDY.register,
        identifiers=STUDY.identifiers or [],
        key=STUDY.key_file,
        decisions=STUDY.decisions if Path(STUDY.decisions).exists() else [],
        name_models=lambda wildcards: model_files(),
        codebook="data/processed/codebook.parquet",
        code=lambda wildcards: code_of("anonymise_export", *LANGUAGES, *readers_of(wildcards.export)),
    output:
        codings="data/processed/anonymised/{export}.parquet",
        participants="data/processed/participants/{export}.parquet",
        remarks="data/processed/remarks/{export}.parquet",
        observations="data/processed/observations/{export}.parquet",
        review="data/processed/review/{export}.parquet",
        replacements="data/restricted/replacements/{export}.csv",
        identifiers="data/restricted/identifiers/{export}.csv",
        queue="data/restricted/review/{export}.csv",
    log:
        "logs/anonymise_export/{export}.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        settings=lambda wildcards: plain(STUDY.exports[wildcards.export])[0],
        synthetic=STUDY.synthetic,
        name_models={language: plain(model)[0] for language, model in STUDY.name_models.items()},
        regions={group.code: group.iso for group in STUDY.groups},
        domains=plain(*STUDY.domains),
        categories={variable.id: variable.categories for variable in STUDY.sample},
        severity=STUDY.severity,
        limits=plain(STUDY.limits)[0],
    script:
        "../../scripts/anonymise_export.py"


rule import_codebook:
    """Read the codebook and check that every code has one name and one place."""
    input:
        codebook=STUDY.codebook,
        code=code_of("import_codebook"),
    output:
        codebook="data/processed/codebook.parquet",
    log:
        "logs/import_codebook.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        domains=plain(*STUDY.domains),
    script:
        "../../scripts/import_codebook.py"


rule import_segments:
    """Turn the codings of one export into segments with the study's codes, domains and countries."""
    input:
        codings="data/processed/anonymised/{export}.parquet",
        participants="data/processed/participants/{export}.parquet",
        codebook="data/processed/codebook.parquet",
        code=code_of("import_segments"),
    output:
        segments="data/processed/segments/{export}.parquet",
    log:
        "logs/import_segments/{export}.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        domains=plain(*STUDY.domains),
    script:
        "../../scripts/import_segments.py"


rule validate_codes:
    """Split the segments of one export into valid ones and issues to check."""
    input:
        segments="data/processed/segments/{export}.parquet",
        codebook="data/processed/codebook.parquet",
        code=code_of("validate_codes"),
    output:
        segments="data/processed/validated/{export}.parquet",
        issues="data/processed/issues/{export}.parquet",
    log:
        "logs/validate_codes/{export}.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        domains=plain(*STUDY.domains),
        groups=plain(*STUDY.groups),
        not_coded=plain(*STUDY.not_coded),
        severity=STUDY.severity,
    script:
        "../../scripts/validate_codes.py"


rule count_mentions:
    """Count in how many segments each participant of one export mentions each code."""
    input:
        segments="data/processed/validated/{export}.parquet",
        code=code_of("count_mentions"),
    output:
        mentions="data/processed/mentions/{export}.parquet",
    log:
        "logs/count_mentions/{export}.log",
    conda:
        "../../envs/analysis.yaml"
    script:
        "../../scripts/count_mentions.py"
