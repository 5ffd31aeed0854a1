"""Leaks: the last step of a build, after which results may be shared.

in:  all results and all other files in results/; data/restricted/identifiers/{export}.csv; what the study states, so
     that a column of its texts can be told from one with words from outside
out: results/leaks/verdict.txt; where it stops the build, data/restricted/leaks.csv instead: the words and their places

Only two steps open data/restricted: `anonymise_export` lists there what must not leave, and `scan_results` reads these
lists. Elsewhere `scan_results` writes only names of files, kinds and counts. It runs where Snakemake runs, since it also
looks for traces of that machine.
"""


localrules:
    scan_results,


rule scan_results:
    """Search every published file for every identifier that anonymisation replaced, and stop the build if one is found."""
    input:
        scanned_results,
        identifiers=expand("data/restricted/identifiers/{export}.csv", export=EXPORTS),
        config=facts.CONFIG,
        codes=STUDY.codebook,
        public=[*OWN_LABELS, *STUDY.published.values()],
        citation=CITED,
        codebook="data/processed/codebook.parquet",
        code=code_of("scan_results", *LANGUAGES, *LABELS, "leaks/format_words.txt"),
    output:
        verdict=summarises_results(LEAK_VERDICT),
    log:
        "logs/scan_results.log",
    conda:
        "../../envs/analysis.yaml"
    threads: 4
    params:
        study=study_slice(
            *(
                "id",
                "title",
                "synthetic_note",
                "limits",
                "groups",
                "languages",
                *WORDS,
                "domains",
                "has_guide",
                "rule",
                "further_rules",
                "sample",
                "truth_table",
            )
        ),
        exports=EXPORTS,
        texts=own_texts.in_files(STUDY)["texts"],
        composed=composed_results,
        others=other_results,
    script:
        "../../scripts/scan_results.py"
