"""Pack the results as a research-object crate that a reviewer can check without the raw data."""

import json
from pathlib import Path

from crosscase import code_graph, files, packages, schemas, steps, study
from crosscase.packages import citation, ddi_codebook, readme
from crosscase.run_crate import crate, datacite, records

with steps.logging_to(snakemake.log[0]) as log:
    inputs, output, params = snakemake.input, snakemake.output, snakemake.params
    manifest, told = (json.loads(Path(path).read_text(encoding="utf-8")) for path in (inputs.manifest, inputs.steps))
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    mentions = list(files.read_all(inputs.mentions, schemas.Mention))
    people = packages.people(files.read_all(inputs.participants, schemas.Participant))
    facts = packages.Facts(
        **params.study,
        countries=study.restore(study.Country, params.countries),
        domains=study.restore(study.Domain, params.domains),
        not_coded=study.restore(study.NotCoded, params.not_coded),
        sample=study.restore(study.SampleVariable, params.sample),
    )
    about = citation.read(inputs.citation, facts.name, facts.description)
    _, held_back = packages.published(manifest)
    rows = {"mentions": len(mentions), "participants": len(people), "cells": files.count_rows(inputs.cells)}
    ddi = ddi_codebook.write(facts, about, ddi_codebook.tables(facts, codebook, **rows), told["crosscase"])
    packed = [
        *packages.results(manifest),
        *packages.code(code_graph.PACKAGE.parents[1], inputs.pipeline),
        *packages.data(facts, mentions, people, codebook, held_back),
        packages.written("README.md", readme.write(facts, about, held_back), "what is in this package"),
        packages.written("datacite.json", datacite.write(about), "description for a DOI: DataCite 4"),
        packages.written("ddi-codebook.xml", ddi, "description for a data archive: DDI-Codebook 2.5"),
        packages.listed(inputs.manifest),
    ]
    run = records.read(told["steps"], told["crosscase"], told["python"], told["libraries"])
    folder = Path(output.metadata).parent
    with files.replacing(output.archive) as archive:
        crate.write(
            folder, archive, about, run, packages.WORKFLOW, packed, packages.vocabularies(codebook, facts.domains)
        )
    log(f"{len(packed)} files")
