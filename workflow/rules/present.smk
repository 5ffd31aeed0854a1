"""Present: the tables and figures of a manuscript.

in:  results/cells/, results/analysis/, data/processed/participants/{export}.parquet, data/processed/codebook.parquet
out: results/tables/{table}.{csv,html,tex,xlsx}, results/tables/{table}_tidy.csv, results/tables/all.{docx,xlsx},
     results/analysis/{table}.{html,tex,xlsx}, results/figures/{figure}.{svg,pdf,png}

One step writes all tables of marks and of the sample, one draws all figures: loading the libraries takes longer than
one table or figure. What Word and Excel have waits for the analysis, so it is a step of its own; that one also writes
the tables of the analysis, which have the same inputs.
"""


rule render_tables:
    """Write every table of marks, of the numbers behind them and of the sample as HTML and LaTeX, and as CSV."""
    input:
        cells="results/cells/cells.parquet",
        sample="results/cells/sample.parquet",
        by_group=BY_GROUP,
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        codebook="data/processed/codebook.parquet",
        code=code_of("render_tables", "html/templates/table.html.j2", "html/templates/page.html.j2", *LABELS),
    output:
        wide=expand("results/tables/{table}.csv", table=TABLES),
        tidy=expand("results/tables/{table}_tidy.csv", table=TABLES),
        html=[in_report("Tables", f"results/tables/{table}.html") for table in [*TABLES, *NUMBERS]],
        tex=[
            *expand("results/tables/{table}.tex", table=TABLES),
            *expand("results/tables/{counts}.tex", counts=NUMBERS),
        ],
    log:
        "logs/render_tables.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice(
            "title",
            "synthetic_note",
            "groups",
            *WORDS,
            "domains",
            "not_coded",
            "has_guide",
            "rule",
            "further_rules",
            "interval",
            "sample",
            "k",
            "tables",
        ),
    script:
        "../../scripts/render_tables.py"


rule render_manuscript:
    """Write the tables of the analysis as HTML and LaTeX, and all tables of the study for Word and Excel."""
    input:
        cells="results/cells/cells.parquet",
        sample="results/cells/sample.parquet",
        by_group=BY_GROUP,
        participants=expand("data/processed/participants/{export}.parquet", export=EXPORTS),
        codebook="data/processed/codebook.parquet",
        worth="results/analysis/cells.csv",
        totals="results/analysis/totals.csv",
        rule_totals="results/analysis/rule_totals.csv",
        thresholds="results/analysis/thresholds.csv",
        agreement="results/analysis/agreement.csv",
        completeness="results/analysis/completeness.csv",
        saturation="results/analysis/saturation.csv" if STUDY.saturation.is_used else [],
        cooccurrence="results/analysis/cooccurrence.csv",
        similarity="results/analysis/similarity.csv",
        group_test="results/analysis/group_test.csv" if STUDY.group_test.is_used else [],
        qca_cases="results/analysis/qca_cases.csv" if STUDY.truth_table.is_used else [],
        evidence="results/analysis/evidence.csv",
        quotations="results/analysis/quotations.csv",
        code=code_of("render_manuscript", "html/templates/table.html.j2", "html/templates/page.html.j2", *LABELS),
    output:
        html=[in_report("Tables", f"results/analysis/{table}.html") for table in result_names.of_analysis(STUDY)],
        tex=[f"results/analysis/{table}.tex" for table in result_names.of_analysis(STUDY)],
        word=in_report("Tables", "results/tables/all.docx"),
        excel=in_report("Tables", "results/tables/all.xlsx"),
        books=expand("results/tables/{table}.xlsx", table=TABLES),
        analysis_books=[f"results/analysis/{table}.xlsx" for table in result_names.of_analysis(STUDY)],
    log:
        "logs/render_manuscript.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        study=study_slice(
            *("title", "synthetic_note", "groups", *WORDS, "domains", "not_coded", "has_guide", "sample", "k"),
            *("rule", "further_rules", "interval", "saturation", "group_test", "truth_table"),
        ),
    script:
        "../../scripts/render_manuscript.py"


rule plot_heatmaps:
    """Draw every heatmap: the presence of each domain's codes, and how many participants raised each code."""
    input:
        cells="results/cells/cells.parquet",
        codebook="data/processed/codebook.parquet",
        code=code_of("plot_heatmaps", *LABELS),
    output:
        svg=[in_report("Figures", f"results/figures/{figure}.svg") for figure in FIGURES],
        pdf=expand("results/figures/{figure}.pdf", figure=FIGURES),
        png=expand("results/figures/{figure}.png", figure=FIGURES),
    log:
        "logs/plot_heatmaps.log",
    # The longest of the steps that wait for the cells: it begins first.
    priority: 1
    conda:
        "../../envs/analysis.yaml"
    threads: HALF_OF_THE_CORES
    params:
        study=study_slice("title", "synthetic_note", "groups", *WORDS, "domains", "not_coded", "rule", "figures"),
    script:
        "../../scripts/plot_heatmaps.py"
