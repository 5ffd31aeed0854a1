"""Describe what each export contains and what was replaced in it, without any words of an interview."""

from crosscase.coding.observations import ObservationKind
from crosscase.preflight import findings, html
from crosscase.redaction_summary import counts as redaction
from crosscase.redaction_summary import page
from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import group_languages, slices
from crosscase.study.own_labels import labels_of

with steps.logging_to(snakemake.log[0]):
    inputs, output = snakemake.input, snakemake.output
    study = slices.restore(snakemake.params.study)
    observations = list(files.read_all(inputs.observations, schemas.Observation))
    words = labels_of(study)
    found = findings.describe(observations, study.exports, study.groups, words)
    people = counts.unique(files.read_all(inputs.participants, schemas.Participant))
    without_document = findings.without_document(observations, people)
    languages = [sentence for _, sentence in group_languages.language_remarks(study.groups, study.languages, words)]
    of_study = [*languages, *findings.idle_patterns(observations, study.exports, words)]
    files.write_text(output.text, html.text(found, study, without_document, of_study))
    files.write_text(output.page, html.page(found, study, without_document, of_study))

    rows = redaction.count(
        {
            export: files.read_columns(path, schemas.AnonymisedCoding, "document", "text")
            for export, path in zip(study.exports, inputs.codings, strict=True)
        },
        observations,
        files.read_all(inputs.reviews, schemas.ReviewCount),
        files.read_all(inputs.decisions, schemas.AppliedDecision),
        study.k,
    )
    files.write_rows_csv(output.counts, schemas.RedactionCount, rows)
    models = sorted(
        {f"{item.name}, sha256 {item.detail}" for item in observations if item.kind == ObservationKind.MODEL}
    )
    software = page.Software(snakemake.params.version, models)
    files.write_text(output.redaction, page.write(rows, study, software))
