"""Write the reviewer's page: every table with the codings behind each cell, in one file."""

import json
from dataclasses import replace
from pathlib import Path

from crosscase.analysis import agreement_tables, rules, upper_codes
from crosscase.analysis import rows as analysis
from crosscase.coding import observations
from crosscase.coding.quotation_consent import QuotationRule
from crosscase.provenance import result_digests, step_record
from crosscase.redaction_summary import page
from crosscase.report import html, segment_parts, view, view_trust
from crosscase.running import steps
from crosscase.sample import counts, disclosure
from crosscase.storage import files, schemas
from crosscase.storage.text_form import fold
from crosscase.study import slices
from crosscase.study.own_labels import labels_of

with steps.logging_to(snakemake.log[0]):
    inputs, study = snakemake.input, slices.restore(snakemake.params.study)
    words = labels_of(study)
    people = counts.unique(files.read_all(inputs.participants, schemas.Participant))
    quoting = QuotationRule(people, files.read_all(inputs.reviews, schemas.ReviewCount))
    record = step_record.read(inputs.steps)
    made = view_trust.Made(
        issues=files.read_rows_csv(inputs.issues, schemas.Issue),
        balance=files.read_rows_csv(inputs.summary, schemas.Balance),
        checks=files.read_rows_csv(inputs.checks, schemas.PublishedCheck) if inputs.get("checks") else [],
        disclosure=disclosure.sentence(files.read_rows_csv(inputs.disclosure, disclosure.Exposure), words),
        redaction=page.sentence(files.read_rows_csv(inputs.redaction, schemas.RedactionCount), words),
        undecided=quoting.undecided,
        steps=record,
        rebuilt=json.loads(Path(inputs.rebuilt).read_text(encoding="utf-8")) if inputs.get("rebuilt") else None,
        core_sha256=result_digests.together(result_digests.recorded(record)),
    )
    cells = list(files.read_rows(inputs.cells, schemas.Cell))
    aliases = observations.aliases_in(files.read_all(inputs.observations, schemas.Observation))
    codebook = [
        replace(entry, aliases=[alias for alias in entry.aliases if fold(alias) in aliases])
        for entry in files.read_rows(inputs.codebook, schemas.CodebookEntry)
    ]
    codings = list(files.read_rows(inputs.cell_codings, schemas.CellCoding))
    mentions = list(files.read_all(inputs.mentions, schemas.Mention))
    # What the study declares as coded makes no mark and no mark fragile.
    ruled = rules.Material.of(cells, codebook, mentions, ())
    rows = view.Rows(
        cells=cells,
        codebook=codebook,
        sample=list(files.read_rows(inputs.sample, schemas.SampleCount)),
        by_group=list(files.read_rows(inputs.by_group, schemas.SampleCell)),
        worth=files.read_rows_csv(inputs.worth, analysis.CellWorth),
        totals=files.read_rows_csv(inputs.totals, analysis.TotalWorth),
        completeness=files.read_rows_csv(inputs.completeness, analysis.Completeness),
        together=files.read_rows_csv(inputs.together, analysis.Cooccurrence),
        agreement=files.read_rows_csv(inputs.agreement, agreement_tables.Agreement),
        alike=files.read_rows_csv(inputs.alike, analysis.Similarity),
        ruled=files.read_rows_csv(inputs.rules, rules.RuleCell),
        upper=upper_codes.cells(cells, codebook, study.rule, mentions, codings),
        upper_ruled=upper_codes.under_rules(study, mentions, codings, ruled),
        people=len({person.participant for person in people}),
        in_several=counts.in_several_groups(people),
        made=made,
    )
    parts = segment_parts.pack(
        codings,
        files.read_all(inputs.segments, schemas.Segment),
        quoting,
    )
    figures = {Path(path).stem: html.figure(path) for path in inputs.figures}
    files.write_text(snakemake.output.page, html.render(view.build(study, rows), parts, figures))
