"""Codebooks of other tools: read, compared with the study's, and adopted. Only commands import it.

It imports `readers`, `spreadsheets`, `coding` and what lies below.
"""
