"""Write down which steps made the results, from what, with which code, parameters and libraries."""

from crosscase import code_graph, files, listing, schemas, steps
from crosscase.provenance import records, snakemake_records, software

with steps.logging_to(snakemake.log[0]) as log:
    inputs, params = snakemake.input, snakemake.params
    pipeline = code_graph.PACKAGE.parents[1]
    jobs = records.jobs_behind(inputs.results, snakemake_records.read())
    exports = records.export_digests(files.read_all(inputs.sightings, schemas.Sighting))
    called = {params.confidential[path]: exports[name] for name, path in params.exports.items()}
    head = {
        **software.describe(pipeline),
        "codebook_sha256": listing.sha256_of(inputs.codebook),
        "exports": exports,
    }
    described = records.describe(jobs, params.rules, params.confidential, called, pipeline)
    files.write_json(snakemake.output.steps, {**head, "steps": described})
    log(f"{len(jobs)} steps")
