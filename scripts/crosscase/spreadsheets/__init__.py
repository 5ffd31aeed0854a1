"""Tables that people write: CSV, TSV, XLSX, XLS, ODS and Parquet, as a header and rows of text; see `spreadsheet`.

Readers, codebooks, the register and `verification` import it; it imports `messages` and `storage`.
"""
