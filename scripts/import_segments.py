"""Turn the codings of one export into segments or issues to check, and count who mentions which code."""

from crosscase.coding import issues, segments
from crosscase.coding.codebook import Codebook
from crosscase.coding.mentions import MentionCounter
from crosscase.coding.validation import Validator
from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]) as log:
    inputs, output, study = snakemake.input, snakemake.output, slices.restore(snakemake.params.study)
    codebook = Codebook(list(files.read_rows(inputs.codebook, schemas.CodebookEntry)), study.domains)
    inspector = issues.Inspector(snakemake.wildcards.export, study.severity, study.compare)
    validator, counter = Validator(codebook, study.groups, study.not_coded, inspector), MentionCounter(study.merging)
    codings = files.read_rows(inputs.codings, schemas.AnonymisedCoding)
    translated = segments.translate(codings, codebook)
    files.write_rows(output.segments, schemas.Segment, counter.count(validator.valid(translated)))
    files.write_rows(output.mentions, schemas.Mention, counter.mentions())
    files.write_rows(output.issues, schemas.Issue, [*validator.issues(), *counter.issues(inspector)])
    for written in (output.segments, output.issues):
        log(f"{written}: {files.count_rows(written)}")
