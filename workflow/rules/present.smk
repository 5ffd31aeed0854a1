"""Present: the tables and figures of a manuscript.

in:  results/cells/, data/processed/participants/{export}.parquet, data/processed/codebook.parquet
out: results/tables/{table}.{csv,html,tex}, results/tables/{table}_tidy.csv,
     results/figures/{figure}.{svg,pdf,png}

One step writes all tables, one draws all figures: loading the libraries takes longer than one table or figure.
"""


rule render_tables:
    """Write every table of the study as CSV (wide and tidy), HTML and LaTeX, and all of them for Word and Excel."""
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
        html=[in_report("Tables", f"results/tables/{table}.html") for table in TABLES],
        tex=expand("results/tables/{table}.tex", table=TABLES),
        word=in_report("Tables", "results/tables/all.docx"),
        excel=in_report("Tables", "results/tables/all.xlsx"),
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
            "sample",
            "k",
        ),
    script:
        "../../scripts/render_tables.py"


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
    # The longest of the steps that wait for the cells: it begins first and draws on two cores, if there are two.
    priority: 1
    conda:
        "../../envs/analysis.yaml"
    threads: 2
    params:
        study=study_slice("title", "synthetic_note", "groups", *WORDS, "domains", "not_coded", "rule", "figures"),
    script:
        "../../scripts/plot_heatmaps.py"
