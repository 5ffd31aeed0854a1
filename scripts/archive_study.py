"""Write the coded passages as a REFI-QDA project and codebook, the exchange format of analysis tools."""

from crosscase.coding.quotation_consent import QuotationRule
from crosscase.refi_archive import project, readme
from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]):
    inputs, output, study = snakemake.input, snakemake.output, slices.restore(snakemake.params.study)
    segments = list(files.read_all(inputs.segments, schemas.Segment))
    participants = counts.unique(files.read_all(inputs.participants, schemas.Participant))
    quoting = QuotationRule(participants, files.read_all(inputs.reviews, schemas.ReviewCount))
    quoting.require_review("results/archive", "data/restricted/review")
    entries = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    packed = project.project(study, entries, segments, participants, quoting)
    for path, content in ((output.project, packed), (output.codebook, project.codebook(study.domains, entries))):
        with files.replacing(path) as stream:
            stream.write(content)
    files.write_text(output.readme, readme.write(study, segments, participants, quoting))
