"""What a build prints: one progress line, then what was counted, what is to decide and what to open, or the problems.

`progress`, `summary` and `failures` compose texts; `build_output` follows Snakemake's log records and prints;
`snakemake_logging` puts it in the place of Snakemake's own output. May import messages and running. The Snakefile and
the logger plugin import it; no step does.
"""
