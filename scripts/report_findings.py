"""List what is behind each code of the tables, with quotations, for a report of the study."""

from itertools import chain

from crosscase.analysis import agreement_tables, checklists, findings, quoted_passages, reported_facts
from crosscase.analysis import rules as under
from crosscase.coding import opposite_codes, quotable_passages
from crosscase.coding.observations import ObservationKind
from crosscase.coding.quotation_consent import QuotationRule
from crosscase.messages.wording import counted
from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import slices
from crosscase.study.own_labels import labels_of
from crosscase.tables import sample_tables

with steps.logging_to(snakemake.log[0]) as log:
    inputs, output = snakemake.input, snakemake.output
    study = slices.restore(snakemake.params.study)
    words = labels_of(study)
    people = counts.unique(files.read_all(inputs.participants, schemas.Participant))
    quoting = QuotationRule(people, files.read_all(inputs.reviews, schemas.ReviewCount))
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    codings = list(files.read_rows(inputs.codings, schemas.CellCoding))
    segments = (files.read_columns(path, schemas.Segment, *quotable_passages.COLUMNS) for path in inputs.segments)
    quotable = quotable_passages.by_cell(codings, chain.from_iterable(segments), quoting)
    quotes = {cell: [passage.coding.segment_id for passage in passages] for cell, passages in quotable.items()}
    agreed = files.read_rows_csv(inputs.agreement, agreement_tables.Agreement)

    rows = list(
        findings.of_codes(
            files.read_rows(inputs.cells, schemas.Cell),
            codebook,
            files.read_rows_csv(inputs.rules, under.RuleCell),
            agreed,
            quotes,
            findings.opposites_of(opposite_codes.pairs(codebook, study.opposites), codings),
            words,
            reported_facts.rule_of(study),
            bool(study.synthetic_note),
            sample_tables.several_note(counts.in_several_groups(people), words),
        )
    )
    files.write_rows_csv(output.evidence, findings.Finding, rows)
    quoted = quoted_passages.of_cells(quotable)
    files.write_rows_csv(output.quotations, quoted_passages.Quote, quoted)

    kind = ObservationKind.TOOL
    read = (files.read_matching(path, schemas.Observation, kind=kind) for path in inputs.observations)
    tools = {row.name for of_export in read for row in of_export}
    known = reported_facts.of(reported_facts.Material(study, people, rows, agreed, codings, sorted(tools)))
    for path, items in ((output.coreq, checklists.coreq(known, words)), (output.srqr, checklists.srqr(known, words))):
        files.write_rows_csv(path, checklists.Item, items)
    log(counted(len(rows), "finding"))
