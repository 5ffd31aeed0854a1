"""Split the segments of one export into valid ones and issues to check, and count who mentions which code."""

from crosscase.coding import issues
from crosscase.coding.codebook import Codebook
from crosscase.coding.mentions import MentionCounter
from crosscase.coding.validation import Validator
from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]) as log:
    study = slices.restore(snakemake.params.study)
    entries = list(files.read_rows(snakemake.input.codebook, schemas.CodebookEntry))
    validator = Validator(
        Codebook(entries, study.domains),
        study.groups,
        study.not_coded,
        issues.Inspector(snakemake.wildcards.export, study.severity),
    )
    counter = MentionCounter()
    imported = files.read_rows(snakemake.input.segments, schemas.ImportedSegment)
    files.write_rows(snakemake.output.segments, schemas.Segment, counter.count(validator.valid(imported)))
    files.write_rows(snakemake.output.mentions, schemas.Mention, counter.mentions())
    files.write_rows(snakemake.output.issues, schemas.Issue, validator.issues())
    for output in (snakemake.output.segments, snakemake.output.issues):
        log(f"{output}: {files.count_rows(output)}")
