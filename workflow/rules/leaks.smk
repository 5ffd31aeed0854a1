"""Leaks: the last step of a build, after which results may be handed on.

in:  all results, and what else lies in results/; data/restricted/identifiers/{export}.csv
out: results/leaks/verdict.txt

`scan_results` is the second of the two steps that open data/restricted: the door writes down what must not leave, and
the guard at the exit must know it. It writes nothing but names of files, kinds and counts. It
runs where Snakemake runs, since it looks for traces of that machine, too.
"""


localrules:
    scan_results,


rule scan_results:
    """Search every published byte for every identifier that the door saw, and stop the build where one is found."""
    input:
        scanned_results,
        identifiers=expand("data/restricted/identifiers/{export}.csv", export=EXPORTS),
        public=[facts.CONFIG, STUDY.codebook, *STUDY.published.values()],
        citation=[CITATION] if package() else [],
        code=code_of("scan_results", *LANGUAGES),
    output:
        verdict=LEAK_VERDICT,
    log:
        "logs/scan_results.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        others=other_results(),
        limits=plain(STUDY.limits)[0],
    script:
        "../../scripts/scan_results.py"
