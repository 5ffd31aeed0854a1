"""Look: what each export contains, and what was replaced in it, before codings are validated and counted.

    in:  data/processed/anonymised|observations|review|decisions|participants/{export}.parquet
    out: results/preflight/exports.{html,txt}, results/redaction/summary.{csv,md}

One step writes both reports: they describe the same exports from the same observations, and a step of its own would
take longer to start than to count. Preflight alone gives the redaction summary, too, so a team can watch its review.
"""


rule describe_exports:
    """Describe what each export contains and what was replaced in it, without any words of an interview."""
    input:
        codings=expand("data/processed/anonymised/{export}.parquet", export=EXPORTS),
        observations=expand("data/processed/observations/{export}.parquet", export=EXPORTS),
        reviews=expand("data/processed/review/{export}.parquet", export=EXPORTS),
        decisions=expand("data/processed/decisions/{export}.parquet", export=EXPORTS),
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        code=code_of(
            "describe_exports", "html/templates/preflight.html.j2", "html/templates/page.html.j2", *LANGUAGES, *LABELS
        ),
    output:
        text=kept_back("results/preflight/exports.txt"),
        page=kept_back("results/preflight/exports.html"),
        counts="results/redaction/summary.csv",
        redaction="results/redaction/summary.md",
    log:
        "logs/describe_exports.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice("title", "synthetic_note", "groups", *WORDS, "languages", "exports", "k"),
        version=software.version(PIPELINE),
    script:
        "../../scripts/describe_exports.py"
