"""Split the segments of one export into valid ones and issues to check."""

from crosscase.coding import issues
from crosscase.coding.codebook import Codebook
from crosscase.coding.validation import Validator
from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.study import facts

with steps.logging_to(snakemake.log[0]) as log:
    params = snakemake.params
    entries = list(files.read_rows(snakemake.input.codebook, schemas.CodebookEntry))
    validator = Validator(
        Codebook(entries, facts.restore(facts.Domain, params.domains)),
        facts.restore(facts.Group, params.groups),
        facts.restore(facts.NotCoded, params.not_coded),
        issues.Inspector(snakemake.wildcards.export, params.severity),
    )
    imported = files.read_rows(snakemake.input.segments, schemas.ImportedSegment)
    files.write_rows(snakemake.output.segments, schemas.Segment, validator.valid(imported))
    files.write_rows(snakemake.output.issues, schemas.Issue, validator.issues())
    for output in (snakemake.output.segments, snakemake.output.issues):
        log(f"{output}: {files.count_rows(output)}")
