"""Research-object crates of Snakemake runs: the inputs, the code and the results, as Provenance Run Crate 0.5.

This folder imports nothing of crosscase, and only the standard library. It needs the steps of a run (`records`), the
files to pack and their description (`about`). `packages` and the step `package_study` import it.

    records.read   the steps of the run
    crate.write    the folder and the zip
    datacite.write the description for a DOI
"""
