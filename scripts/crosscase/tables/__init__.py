"""The tables of a manuscript: their content (one module for each kind of table) and the formats they are written in.

Scripts, `report` and `explain` import it; it imports `analysis`, `coding`, `sample` and `html`.
"""
