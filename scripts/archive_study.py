"""Write the coded passages back as a REFI-QDA project and codebook, which any of the tools can open."""

from crosscase import files, refi_archive, sample, schemas, steps, study

with steps.logging_to(snakemake.log[0]):
    inputs, output, params = snakemake.input, snakemake.output, snakemake.params
    entries = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    domains = study.restore(study.Domain, params.domains)
    project = refi_archive.project(
        params.title,
        params.note,
        files.read_all(inputs.segments, schemas.Segment),
        sample.unique(files.read_all(inputs.participants, schemas.Participant)),
        entries,
        domains,
        study.restore(study.Country, params.countries),
    )
    for path, content in ((output.project, project), (output.codebook, refi_archive.codebook(entries, domains))):
        with files.replacing(path) as stream:
            stream.write(content)
