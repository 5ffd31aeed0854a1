"""Tables between the steps and the files that hold them.

Row classes (`schemas`), the descriptions of their columns (`table_columns`), reading and writing (`files`) with
Arrow, without pandas and as far as possible without numpy (`arrow_library`, `arrow_schemas`, `arrow_arrays`), untrusted
zip files and XML (`zip_files`, `untrusted_xml`), the limits of untrusted files (`limits`) and the process that reads
them (`bounded_reading`), text that a spreadsheet would run (`csv_injection`) and the form in which words are compared
(`text_form`). Every folder above may import it; it imports `messages`.
"""
