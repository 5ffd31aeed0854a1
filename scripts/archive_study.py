"""Write the coded passages back as a REFI-QDA project and codebook, the format in which tools exchange coding."""

from crosscase import files, refi_archive, sample, schemas, steps, study
from crosscase.quoting import Quoting
from crosscase.refi_archive import readme

with steps.logging_to(snakemake.log[0]):
    inputs, output, params = snakemake.input, snakemake.output, snakemake.params
    segments = list(files.read_all(inputs.segments, schemas.Segment))
    participants = sample.unique(files.read_all(inputs.participants, schemas.Participant))
    quoting = Quoting(participants, files.read_all(inputs.reviews, schemas.ReviewCount))
    quoting.require_review("results/archive", "data/restricted/review")
    entries = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    domains = study.restore(study.Domain, params.domains)
    countries = study.restore(study.Country, params.countries)
    not_coded = study.restore(study.NotCoded, params.not_coded)
    about = (params.title, params.note, segments, participants, quoting)
    project = refi_archive.project(*about, entries, domains, countries, not_coded)
    for path, content in ((output.project, project), (output.codebook, refi_archive.codebook(entries, domains))):
        with files.replacing(path) as stream:
            stream.write(content)
    files.write_text(output.readme, readme.write(params.study, *about, domains, countries, not_coded))
