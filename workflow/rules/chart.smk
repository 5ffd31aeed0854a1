"""Chart: what totals, groups, codes and coders are worth, as figures, and a sheet of all figures.

in:  results/cells/, results/analysis/, data/processed/codebook.parquet, results/figures/{figure}.png
out: results/figures/{chart}.{svg,pdf,png}, results/figures/overview.png

Each study has each chart: what cannot be drawn is a page that says why.
"""


rule plot_analysis:
    """Draw what totals, groups, codes and coders are worth, and a sheet of all figures of the study."""
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
        heatmaps=expand("results/figures/{figure}.png", figure=FIGURES),
        codebook="data/processed/codebook.parquet",
        code=code_of("plot_analysis", *LABELS),
    output:
        svg=[in_report("Figures", f"results/figures/{chart}.svg") for chart in CHARTS],
        pdf=expand("results/figures/{chart}.pdf", chart=CHARTS),
        png=expand("results/figures/{chart}.png", chart=CHARTS),
        overview=in_report("Figures", OVERVIEW),
    log:
        "logs/plot_analysis.log",
    conda:
        "../../envs/analysis.yaml"
    threads: 2
    params:
        study=study_slice(
            *("title", "synthetic_note", "groups", *WORDS, "domains", "not_coded", "rule", "further_rules", "figures"),
        ),
    script:
        "../../scripts/plot_analysis.py"
