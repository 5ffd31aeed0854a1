"""Compare: the codes by variables of the register too (`also_by`), for the team alone.

in:  data/processed/mentions|participants|segments|review/{export}.parquet, data/processed/codebook.parquet,
     results/provenance/cell_codings.parquet, results/analysis/
out: data/processed/also_by/{comparison}/README.md, cells.csv, tables/, figures/, report/index.html

Beside the published codings of each pseudonym these counts tell what the register says of people. Nothing below
data/processed is published, so they lie there; see docs/data-protection.md.
"""


rule compare_variables:
    """Count the codes by variables of the register, and by pairs of its columns, for the team alone."""
    input:
        verdict="results/validation/verdict.txt",
        mentions=expand("data/processed/mentions/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        codings="results/provenance/cell_codings.parquet",
        codebook="data/processed/codebook.parquet",
        code=code_of("compare_variables", "html/templates/table.html.j2", "html/templates/page.html.j2", *LABELS),
    output:
        **{kind: list(map(for_team, paths)) for kind, paths in further_comparisons.outputs(STUDY).items()},
    log:
        "logs/compare_variables.log",
    conda:
        "../../envs/analysis.yaml"
    threads: 2
    params:
        study=study_slice(
            *("title", "synthetic_note", "groups", *WORDS, "domains", "not_coded", "coded", "sample", "k"),
            *("also_by", "figures", "has_guide", "rule", "further_rules", "interval"),
        ),
    script:
        "../../scripts/compare_variables.py"


rule render_comparisons:
    """Write the page of each comparison by variables of the register, for the team alone."""
    input:
        cells=further_comparisons.outputs(STUDY)["cells"],
        figures=further_comparisons.outputs(STUDY)["svg"],
        mentions=expand("data/processed/mentions/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        segments=expand("data/processed/segments/{export}.parquet", export=EXPORTS),
        reviews=expand("data/processed/review/{export}.parquet", export=EXPORTS),
        codings="results/provenance/cell_codings.parquet",
        together="results/analysis/cooccurrence.csv",
        agreement="results/analysis/agreement.csv",
        codebook="data/processed/codebook.parquet",
        code=code_of("render_comparisons", *templates_in("report"), *LABELS),
    output:
        pages=[*map(for_team, further_comparisons.pages(STUDY))],
    log:
        "logs/render_comparisons.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice(
            *("title", "synthetic_note", "groups", *WORDS, "languages", "domains", "not_coded", "sample", "k"),
            *("also_by", "rule", "further_rules", "interval"),
        ),
    script:
        "../../scripts/render_comparisons.py"
