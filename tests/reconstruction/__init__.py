"""The reconstruction: a seeded generator of the bundled synthetic study.

Nothing here is an interview. The countries' numbers of participants, the sample's aggregates and
the number of marks in each row of the matrices are the published ones; everything else (which
countries carry a mark, who said it, every sentence, name, number and address) is invented.

``python -m tests.reconstruction`` writes ``data/raw`` anew; the same code gives the same content.
"""
