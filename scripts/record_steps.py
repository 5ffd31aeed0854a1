"""Record which steps made the results, from which files, with which code, parameters and libraries."""

from crosscase.messages.wording import counted
from crosscase.provenance import records, result_digests, snakemake_records, software
from crosscase.provenance.step_record import StepRecord
from crosscase.running import steps
from crosscase.running.pipeline import ROOT
from crosscase.storage import files, schemas

with steps.logging_to(snakemake.log[0]) as log:
    inputs, params = snakemake.input, snakemake.params
    jobs = records.jobs_behind(inputs.results, snakemake_records.read())
    observations = list(files.read_all(inputs.observations, schemas.Observation))
    exports = records.export_digests(observations)
    called = {params.confidential[path]: exports[name] for name, path in params.exports.items()}
    record: StepRecord = {
        **software.describe(ROOT, params.code_sha256),
        "codebook_sha256": result_digests.sha256_of(inputs.codebook),
        "exports": exports,
        "steps": records.describe(jobs, params.rules, params.confidential | records.spellings(observations), called),
    }
    files.write_json(snakemake.output.steps, record)
    log(counted(len(jobs), "step"))
