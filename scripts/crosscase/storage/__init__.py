"""Tables between the steps and the files that hold them.

Row classes (`schemas`), what they say of their columns (`table_columns`), reading and writing (`files`), Arrow arrays
without pandas (`arrow_arrays`), zip files from strangers (`zip_files`), text that a spreadsheet would run
(`csv_injection`) and the form in which words are compared (`text_form`). Every folder above may import it; it imports
`messages` and `study.limits`.
"""
