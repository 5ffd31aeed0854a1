"""Describe what each export contains, without any words of an interview."""

from crosscase.preflight import findings, html
from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import group_languages, slices

with steps.logging_to(snakemake.log[0]):
    inputs, output = snakemake.input, snakemake.output
    study = slices.restore(snakemake.params.study)
    observations = list(files.read_all(inputs.observations, schemas.Observation))
    found = findings.describe(observations, study.exports, study.groups)
    people = counts.unique(files.read_all(inputs.participants, schemas.Participant))
    without_document = findings.without_document(observations, people)
    languages = [sentence for _, sentence in group_languages.language_remarks(study.groups, study.languages)]
    files.write_text(output.text, html.text(found, without_document, study.synthetic_note, languages))
    files.write_text(output.page, html.page(found, without_document, study.title, study.synthetic_note, languages))
