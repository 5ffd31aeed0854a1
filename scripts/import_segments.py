"""Turn the codings of one export into segments with the study's codes, domains and countries."""

from crosscase.coding import segments
from crosscase.coding.codebook import Codebook
from crosscase.running import steps
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]):
    entries = list(files.read_rows(snakemake.input.codebook, schemas.CodebookEntry))
    codebook = Codebook(entries, slices.restore(snakemake.params.study).domains)
    codings = files.read_rows(snakemake.input.codings, schemas.AnonymisedCoding)
    participants = files.read_rows(snakemake.input.participants, schemas.Participant)
    imported = segments.translate(codings, participants, codebook)
    files.write_rows(snakemake.output.segments, schemas.ImportedSegment, imported)
