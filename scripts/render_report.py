"""Write the reviewer's page: every table with what is behind each of its cells, in one file."""

import json
from pathlib import Path

from crosscase import files, listing, sample, schemas, steps, study
from crosscase.quoting import Quoting
from crosscase.report import pages, segment_parts, view

with steps.logging_to(snakemake.log[0]):
    inputs, params = snakemake.input, snakemake.params
    facts = view.Facts(
        title=params.title,
        warning=params.note,
        countries=study.restore(study.Country, params.countries),
        domains=study.restore(study.Domain, params.domains),
        not_coded=study.restore(study.NotCoded, params.not_coded),
        sample=study.restore(study.SampleVariable, params.sample),
        k=params.k,
    )
    people = sample.unique(files.read_all(inputs.participants, schemas.Participant))
    quoting = Quoting(people, files.read_all(inputs.reviews, schemas.ReviewCount))
    rows = view.Rows(
        cells=list(files.read_rows(inputs.cells, schemas.Cell)),
        codebook=list(files.read_rows(inputs.codebook, schemas.CodebookEntry)),
        sample=list(files.read_rows(inputs.sample, schemas.SampleCount)),
        by_country=list(files.read_rows(inputs.by_country, schemas.SampleCell)),
        issues=files.read_rows_csv(inputs.issues, schemas.Issue),
        balance=files.read_rows_csv(inputs.summary, schemas.Balance),
        checks=files.read_rows_csv(inputs.checks, schemas.PublishedCheck) if inputs.get("checks") else [],
        disclosure=Path(inputs.disclosure).read_text(encoding="utf-8"),
        undecided=quoting.undecided,
        steps=json.loads(Path(inputs.steps).read_text(encoding="utf-8")),
        rebuilt=json.loads(Path(inputs.rebuilt).read_text(encoding="utf-8")) if inputs.get("rebuilt") else None,
        core_sha256=listing.core_sha256(listing.digests(listing.RESULTS)),
    )
    parts = segment_parts.pack(
        files.read_rows(inputs.trace, schemas.TracedSegment),
        files.read_all(inputs.segments, schemas.Segment),
        quoting,
    )
    figures = {Path(path).stem: pages.figure(path) for path in inputs.figures}
    files.write_text(snakemake.output.page, pages.render(view.build(facts, rows), parts, figures))
