"""Codebooks of other tools: reading, comparison with the study's codebook, and import. Only commands import it.

It imports `readers`, `spreadsheets`, `coding` and what lies below.
"""
