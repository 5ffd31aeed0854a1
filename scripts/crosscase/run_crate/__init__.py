"""Research-object crates of Snakemake runs: what was made from what, by which code, as Provenance Run Crate 0.5.

Free of any study, and of the rest of crosscase: it needs the steps of a run (`records`), the files to pack and
somebody's words about them (`about`). Plain JSON-LD, nothing but the standard library.
`packages` and its script import it; it imports nothing of crosscase.

    records.read   the steps of the run
    crate.write    the folder and the zip
    datacite.write the same words for a DOI
"""
