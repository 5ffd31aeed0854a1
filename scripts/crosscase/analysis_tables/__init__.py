"""The tables of the analysis for a manuscript: from the rows in `results/analysis` to tables of words and numbers.

One module for each table; `all_tables` gives them in order. Only scripts import it; it imports `analysis`, `coding` and
`tables`.
"""
