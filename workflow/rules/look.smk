"""Look: what each export contains, before codings are validated and counted.

in:  data/processed/observations|participants/{export}.parquet
out: results/preflight/exports.{html,txt}
"""


rule describe_exports:
    """Describe what each export contains, without any words of an interview."""
    input:
        observations=expand("data/processed/observations/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        code=code_of("describe_exports", "html/templates/preflight.html.j2", "html/templates/page.html.j2"),
    output:
        text=kept_back("results/preflight/exports.txt"),
        page=kept_back("results/preflight/exports.html"),
    log:
        "logs/describe_exports.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice("title", "synthetic_note", "groups", "languages", "exports"),
    script:
        "../../scripts/describe_exports.py"
