"""How well people are found: sentences in nine languages in which every identifier is marked, and the scores on them.

`{lang}.txt` is the evaluation, `tuning/{lang}*.txt` what the rules were mended on. All of it is invented.
`python -m tests.evaluation` writes the report.
"""
