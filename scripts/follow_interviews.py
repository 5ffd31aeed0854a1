"""Count the codes interview by interview, in the stated order, for the team alone."""

from crosscase.analysis import completeness, saturation
from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]) as log:
    inputs, study = snakemake.input, slices.restore(snakemake.params.study)
    cells = list(files.read_rows(inputs.cells, schemas.Cell))
    people = counts.unique(files.read_all(inputs.participants, schemas.Participant))
    found = completeness.incidences(cells, people, files.read_all(inputs.mentions, schemas.Mention))
    places = {person.participant: person.place for person in people if person.place is not None}
    unknown = len({person.participant for person in people} - places.keys())
    if unknown:
        log(f"no codes interview by interview: {unknown} without a place in the order `{study.saturation.order}`")
    ordered = [] if unknown else saturation.in_order(found, places, study.saturation)
    files.write_rows_csv(snakemake.output.in_order, saturation.Ordered, ordered)
