"""Translate the codings of one export into the study's codes, domains and countries."""

from crosscase import files, schemas, segments, steps, study
from crosscase.codebook import Codebook

with steps.logging_to(snakemake.log[0]):
    entries = list(files.read_rows(snakemake.input.codebook, schemas.CodebookEntry))
    codebook = Codebook(entries, study.restore(study.Domain, snakemake.params.domains))
    codings = files.read_rows(snakemake.input.codings, schemas.AnonymisedCoding)
    participants = files.read_rows(snakemake.input.participants, schemas.Participant)
    imported = segments.translate(codings, participants, codebook)
    files.write_rows(snakemake.output.segments, schemas.ImportedSegment, imported)
