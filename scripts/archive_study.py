"""Write the coded passages as a REFI-QDA project and codebook, the exchange format of analysis tools."""

from pathlib import Path

from crosscase.coding.quotation_consent import QuotationRule
from crosscase.messages.errors import Problem, stop_on
from crosscase.refi_archive import project, readme
from crosscase.running import share_notice, steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]):
    inputs, output, study = snakemake.input, snakemake.output, slices.restore(snakemake.params.study)
    segments = list(files.read_all(inputs.segments, schemas.Segment))
    participants = counts.unique(files.read_all(inputs.participants, schemas.Participant))
    quoting = QuotationRule(participants, files.read_all(inputs.reviews, schemas.ReviewCount))
    quoting.require_review("results/archive", "data/restricted/review")
    to_decide = share_notice.texts_to_decide(Path(inputs.issues))
    stop_on(
        Problem("results/archive", "", f"it was not built, because of {one.file}: {one.what}", one.remedy)
        for one in to_decide
    )
    entries = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    packed = project.project(study, entries, segments, participants, quoting)
    for path, content in ((output.project, packed), (output.codebook, project.codebook(study.domains, entries))):
        with files.replacing(path) as stream:
            stream.write(content)
    files.write_text(output.readme, readme.write(study, segments, participants, quoting))
