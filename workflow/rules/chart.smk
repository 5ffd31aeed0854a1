"""Chart: what totals, groups, codes and coders are worth, as figures, and a sheet of all figures.

in:  results/cells/, results/analysis/, data/processed/codebook.parquet, results/figures/{figure}.png (for the sheet)
out: results/figures/{chart}.{svg,pdf,png}, results/figures/overview.png

Each study has each chart: what cannot be drawn is a page that says why.
"""


rule plot_analysis:
    """Draw what totals, groups, codes and coders are worth."""
    input:
        cells="results/cells/cells.parquet",
        totals="results/analysis/totals.csv",
        rules="results/analysis/rules.csv",
        rule_totals="results/analysis/rule_totals.csv",
        completeness="results/analysis/completeness.csv",
        accumulation="results/analysis/accumulation.csv",
        saturation="results/analysis/saturation.csv" if STUDY.saturation.is_used else [],
        cooccurrence="results/analysis/cooccurrence.csv",
        similarity="results/analysis/similarity.csv",
        agreement="results/analysis/agreement.csv",
        codebook="data/processed/codebook.parquet",
        code=code_of("plot_analysis", *LABELS),
    output:
        svg=[in_report("Figures", f"results/figures/{chart}.svg") for chart in CHARTS],
        pdf=expand("results/figures/{chart}.pdf", chart=CHARTS),
        png=expand("results/figures/{chart}.png", chart=CHARTS),
    log:
        "logs/plot_analysis.log",
    priority: 1
    conda:
        "../../envs/analysis.yaml"
    threads: HALF_OF_THE_CORES
    params:
        study=study_slice(
            *("title", "synthetic_note", "groups", *WORDS, "domains", "not_coded", "rule", "further_rules", "figures"),
        ),
    script:
        "../../scripts/plot_analysis.py"


rule plot_overview:
    """Draw a sheet of all figures of the study."""
    input:
        figures=expand("results/figures/{figure}.png", figure=[*FIGURES, *CHARTS]),
        code=code_of("plot_overview", *LABELS),
    output:
        overview=in_report("Figures", OVERVIEW),
    log:
        "logs/plot_overview.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice("title", "synthetic_note", *WORDS, "figures"),
    script:
        "../../scripts/plot_overview.py"
