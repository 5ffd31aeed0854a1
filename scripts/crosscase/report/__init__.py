"""The page of a study, in one file: what was found, what it rests on, and last how it was made and checked.

Only the steps `render_report` and `render_comparisons` import this folder; it imports `analysis`, `coding`, `tables`,
`sample`, `comparisons`, `verification` and `html`.
"""
