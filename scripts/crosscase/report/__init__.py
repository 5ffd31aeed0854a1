"""The page of a study, in one file: what was found, what it rests on, and last how it was made and checked.

Only the step `render_report` imports this folder; it imports `analysis`, `coding`, `tables`, `sample`, `verification`
and `html`.
"""
