"""Pack the results as a research-object crate that a reviewer can check without the raw data."""

from pathlib import Path

from crosscase.coding.observations import ObservationKind
from crosscase.data_package import descriptor
from crosscase.messages.wording import counted
from crosscase.packages import citation, contents, ddi_codebook, readme
from crosscase.provenance import manifests, software, step_record
from crosscase.run_crate import crate, datacite, records
from crosscase.running import steps
from crosscase.running.pipeline import ROOT
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]) as log:
    inputs, output = snakemake.input, snakemake.output
    study = slices.restore(snakemake.params.study)
    manifest, record = manifests.read(inputs.manifest), step_record.read(inputs.steps)
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    mentions = list(files.read_all(inputs.mentions, schemas.Mention))
    people = list(files.read_all(inputs.participants, schemas.Participant))
    codings = files.read_rows(inputs.codings, schemas.CellCoding)
    kind = ObservationKind.FORMAT
    read_as = (files.read_matching(path, schemas.Observation, kind=kind) for path in inputs.observations)
    formats = {row.export: row.name for found in read_as for row in found}
    title, description = contents.title_of_package(study), contents.description_of_package(study)
    about = citation.read(inputs.citation, title, description)
    _, held_back = contents.files_for_package(manifest)
    rows = {
        "mentions": len(mentions),
        "participants": len(contents.people(people)),
        "cells": files.count_rows(inputs.cells),
    }
    ddi = ddi_codebook.write(study, about, ddi_codebook.tables(study, codebook, **rows), record["crosscase"])
    packed = [
        *contents.results(manifest),
        *contents.code(ROOT, software.files_for_package(ROOT)),
        *contents.data(study, mentions, people, codebook, held_back, codings, formats),
        contents.text_file("README.md", readme.write(study, about, held_back), "what is in this package"),
        contents.text_file("datacite.json", datacite.write(about), "description for a DOI: DataCite 4"),
        contents.text_file("ddi-codebook.xml", ddi, "description for a data archive: DDI-Codebook 2.5"),
        contents.manifest_file(inputs.manifest),
    ]
    tables = descriptor.describe(
        [file.path for file in packed if descriptor.is_table(file.path)], study, columns=contents.COLUMNS
    )
    described_tables = files.json_text(tables)
    packed.append(contents.text_file(descriptor.FILE, described_tables, "the columns of each table: Data Package"))
    run = records.read(record["steps"], record["crosscase"], record["python"], record["libraries"])
    folder = Path(output.metadata).parent
    with contents.unchanged_files(), files.replacing(output.archive) as archive:
        crate.write(
            folder, archive, about, run, contents.WORKFLOW, packed, contents.vocabularies(codebook, study.domains)
        )
    log(counted(len(packed), "file"))
