"""Pack the results as a research-object crate that a reviewer can check without the raw data."""

import json
from pathlib import Path

from crosscase import citation, code_graph, ddi_codebook, files, packages, schemas, steps, study
from crosscase.errors import Problem, StudyError
from crosscase.run_crate import crate, datacite, records

with steps.logging_to(snakemake.log[0]) as log:
    inputs, output, params = snakemake.input, snakemake.output, snakemake.params
    facts = packages.Facts(
        params.study["id"],
        params.study["title"],
        params.study["note"],
        study.restore(study.Country, params.countries),
        study.restore(study.Domain, params.domains),
        study.restore(study.NotCoded, params.not_coded),
        study.restore(study.SampleVariable, params.sample),
    )
    about = citation.read(inputs.citation, facts.name, facts.description)
    manifest, told = (json.loads(Path(path).read_text(encoding="utf-8")) for path in (inputs.manifest, inputs.steps))
    entries, held_back = packages.published(manifest)
    mentions = list(files.read_all(inputs.mentions, schemas.Mention))
    participants = list(files.read_all(inputs.participants, schemas.Participant))
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    ...
