"""Describe: what the columns of each table hold, for programs that read the results.

in:  the study's groups and domains; which tables there are is known from the rules. The verdict on the issues is an
     input so that a build that stops there leaves no description of tables that it did not write
out: results/datapackage.json
"""


rule describe_data:
    """Describe every table of the results as a data package, for other programs to read it with its types."""
    input:
        verdict="results/validation/verdict.txt",
        code=code_of("describe_data", *LABELS),
    output:
        descriptor=kept_back("results/datapackage.json"),  # the package has one of its own
    log:
        "logs/describe_data.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice(
            *("id", "title", "synthetic_note", "groups", *WORDS, "domains", "has_guide", "rule", "further_rules"),
            "truth_table",
        ),
        tables=lambda wildcards: [path for path in declared().paths if path.endswith((".csv", ".parquet"))],
    script:
        "../../scripts/describe_data.py"
