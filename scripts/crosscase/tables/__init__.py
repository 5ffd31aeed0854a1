"""The tables of a manuscript: what is in them (one module a kind of table), and each format that they are written in.

Scripts, `report` and `explain` import it; it imports `coding`, `sample` and `html`.
"""
