"""Prepare: from the raw export of each team to the mentions in it.

    in:  data/raw/…, config/codebook.csv
    out: data/processed/anonymised|participants|remarks|observations|review|decisions/{export}.parquet,
         data/processed/segments|issues|mentions/{export}.parquet

Each step works on one export, so a new export adds only steps of its own. Only `anonymise_export` reads data/raw, and
no other step here reads data/restricted.
"""


rule anonymise_export:
    """Replace people by pseudonyms and typed placeholders; no other step reads the raw data."""
    input:
        export=lambda wildcards: STUDY.exports[wildcards.export].file,
        register=STUDY.register,
        identifiers=STUDY.identifiers or [],
        guide=STUDY.guide or [],
        key=STUDY.key_file,
        decisions=STUDY.decisions if Path(STUDY.decisions).exists() else [],
        name_models=lambda wildcards: model_files(),
        codebook=STUDY.codebook,  # as it was written: problems of codebook and register then come at once
        # One export is enough to judge the texts of the study itself.
        citation=lambda wildcards: CITED if wildcards.export == EXPORTS[0] else [],
        code=code_of_each_export("anonymise_export", lambda export: [*LANGUAGES, *readers_of(export)]),
    output:
        codings="data/processed/anonymised/{export}.parquet",
        participants="data/processed/participants/{export}.parquet",
        remarks="data/processed/remarks/{export}.parquet",
        observations="data/processed/observations/{export}.parquet",
        review="data/processed/review/{export}.parquet",
        decisions="data/processed/decisions/{export}.parquet",
        replacements="data/restricted/replacements/{export}.csv",
        identifiers="data/restricted/identifiers/{export}.csv",
        queue="data/restricted/review/{export}.csv",
        places="data/restricted/places/{export}.csv",
    log:
        "logs/anonymise_export/{export}.log",
    # The longest of the steps on one export: all begin before the short ones, which then keep every core busy.
    priority: 1
    conda:
        "../../envs/analysis.yaml"
    params:
        study=lambda wildcards: study_slice(
            "synthetic", "compare", "domains", "sheets", "name_models", "severity", "limits", export=wildcards.export
        ),
        # Of groups and variables only what the step uses: another spelling of a group must not anonymise all again, only
        # the exports that state their groups.
        regions=regions_of_groups(STUDY.groups),
        groups=group_names.own_names(STUDY.groups),
        group_names=lambda wildcards: names_of_groups(wildcards.export),
        languages=languages_of_groups(STUDY.groups, STUDY.languages),
        study_texts=lambda wildcards: own_texts.in_files(STUDY) if wildcards.export == EXPORTS[0] else {},
        order=STUDY.saturation.order,
        categories={variable.id: variable.categories for variable in STUDY.sample},
        missing=facts.missing_of(STUDY.sample),
    script:
        "../../scripts/anonymise_export.py"


rule import_codebook:
    """Read the codebook and check that every code has one name and one place."""
    input:
        codebook=STUDY.codebook,
        code=code_of("import_codebook"),
    output:
        codebook=packed("data/processed/codebook.parquet"),
    log:
        "logs/import_codebook.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice("codebook", "domains", "sheets", "truth_table", "opposites"),
    script:
        "../../scripts/import_codebook.py"


rule import_segments:
    """Turn the codings of one export into segments or issues to check, and count who mentions which code."""
    input:
        codings="data/processed/anonymised/{export}.parquet",
        codebook="data/processed/codebook.parquet",
        code=code_of("import_segments"),
    output:
        segments="data/processed/segments/{export}.parquet",
        issues="data/processed/issues/{export}.parquet",
        mentions=packed("data/processed/mentions/{export}.parquet"),
    log:
        "logs/import_segments/{export}.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice("groups", "compare", "domains", "not_coded", "severity", "merging"),
    script:
        "../../scripts/import_segments.py"
