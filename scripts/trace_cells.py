"""Put behind each cell the codings that it counts, without their words."""

from crosscase import files, schemas, steps, traces

with steps.logging_to(snakemake.log[0]):
    segments = files.read_all(snakemake.input.segments, schemas.Segment)
    files.write_rows(snakemake.output.trace, schemas.TracedSegment, traces.trace(segments))
