"""From anonymised codings to cells: codebook, segments, validation, issues, mentions, cells, matrices.

The rules, tables, figures and the report import it; it imports `messages`, `storage` and `study`.
"""
