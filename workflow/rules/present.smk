"""Present: the tables and figures of a manuscript.

in:  results/cells/, data/processed/codebook.parquet
out: results/tables/{table}.{csv,html,tex}, results/tables/{table}_tidy.csv,
     results/figures/{figure}.{svg,pdf,png}
"""


rule render_table:
    """Write one table of the study as CSV (wide and tidy), HTML and LaTeX."""
    input:
        unpack(table_input),
        code=code_of("render_table", "html/templates/table.html.j2", "html/templates/page.html.j2"),
    output:
        wide="results/tables/{table}.csv",
        tidy="results/tables/{table}_tidy.csv",
        html="results/tables/{table}.html",
        tex="results/tables/{table}.tex",
    log:
        "logs/render_table/{table}.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        title=STUDY.title,
        note=STUDY.synthetic_note,
        groups=plain(*STUDY.groups),
        domains=plain(*STUDY.domains),
        not_coded=plain(*STUDY.not_coded),
        sample=plain(*STUDY.sample),
        k=STUDY.k,
    script:
        "../../scripts/render_table.py"


rule plot_heatmap:
    """Draw one heatmap: the presence of a domain's codes, or how many participants raised each code."""
    input:
        cells="results/cells/cells.parquet",
        codebook="data/processed/codebook.parquet",
        code=code_of("plot_heatmap"),
    output:
        svg="results/figures/{figure}.svg",
        pdf="results/figures/{figure}.pdf",
        png="results/figures/{figure}.png",
    log:
        "logs/plot_heatmap/{figure}.log",
    conda:
        "../../envs/analysis.yaml"
    params:
        title=STUDY.title,
        note=STUDY.synthetic_note,
        groups=plain(*STUDY.groups),
        domains=plain(*STUDY.domains),
        not_coded=plain(*STUDY.not_coded),
        width_mm=STUDY.width_mm,
    script:
        "../../scripts/plot_heatmap.py"
