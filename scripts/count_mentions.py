"""Count in how many segments each participant of one export mentions each code."""

from crosscase.coding import mentions
from crosscase.running import steps
from crosscase.storage import files, schemas

with steps.logging_to(snakemake.log[0]):
    segments = files.read_rows(snakemake.input.segments, schemas.Segment)
    files.write_rows(snakemake.output.mentions, schemas.Mention, mentions.count(segments))
