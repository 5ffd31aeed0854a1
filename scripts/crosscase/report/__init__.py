"""The reviewer's page: every table with the codings behind each of its cells, in one file.

Only the step `render_report` imports this folder; it imports `coding`, `tables`, `sample`, `verification` and `html`.
"""
