"""A description of every table of the results for programs and repositories: a Data Package with Table Schemas.

`result_tables` says which columns each file has, `descriptor` writes it down. Only scripts and `notebooks` import it;
it imports `storage`, `study`, `coding`, `sample`, `redaction_summary`, `tables` and `verification`.
"""
