"""Readers of raw exports: one module for each tool. `export_formats` describes their functions.

`anonymisation` and the script `anonymise_export` import it; it imports `spreadsheets` and what lies below.
"""
