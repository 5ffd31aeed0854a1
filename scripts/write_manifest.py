"""List every file of the results with its digest, size, media type and rule."""

from crosscase.provenance import manifests, records, snakemake_records
from crosscase.running import steps
from crosscase.storage import files

with steps.logging_to(snakemake.log[0]):
    results, params = snakemake.input.results, snakemake.params
    jobs = records.jobs_behind(results, snakemake_records.read())
    rules = {output: job.rule for job in jobs for output in job.outputs}
    manifest = manifests.describe(results, rules, params.held_back, params.volatile)
    files.write_json(snakemake.output.manifest, manifest)
