"""Tell of each export what is in it, without any words of an interview."""

from crosscase import files, preflight, sample, schemas, steps, study
from crosscase.preflight import pages

with steps.logging_to(snakemake.log[0]):
    inputs, output, params = snakemake.input, snakemake.output, snakemake.params
    sightings = list(files.read_all(inputs.sightings, schemas.Sighting))
    exports = {name: study.ExportSettings(**settings) for name, settings in params.exports.items()}
    findings = preflight.describe(sightings, exports, study.restore(study.Country, params.countries))
    people = sample.unique(files.read_all(inputs.participants, schemas.Participant))
    unheard = preflight.unheard(sightings, people)
    files.write_text(output.text, pages.text(findings, unheard, params.note))
    files.write_text(output.page, pages.page(findings, unheard, params.title, params.note))
