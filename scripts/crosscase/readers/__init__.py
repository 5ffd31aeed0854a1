"""Readers of raw exports: one module a tool, each with `recognise(look)` and `read(export)`; see `export_formats`.

`anonymisation` and the script `anonymise_export` import it; it imports `spreadsheets` and what lies below.
"""
