"""Describe what each export contains, without any words of an interview."""

from crosscase.preflight import findings, html
from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import facts

with steps.logging_to(snakemake.log[0]):
    inputs, output, params = snakemake.input, snakemake.output, snakemake.params
    observations = list(files.read_all(inputs.observations, schemas.Observation))
    exports = {name: facts.ExportSettings(**settings) for name, settings in params.exports.items()}
    found = findings.describe(observations, exports, facts.restore(facts.Group, params.groups))
    people = counts.unique(files.read_all(inputs.participants, schemas.Participant))
    unheard = findings.unheard(observations, people)
    files.write_text(output.text, html.text(found, unheard, params.note))
    files.write_text(output.page, html.page(found, unheard, params.title, params.note))
