"""Work out what each mark and total is worth, how complete the codes of each group are, and how far coders agree."""

from crosscase.analysis import completeness, double_coding, worth
from crosscase.analysis.intervals import Method
from crosscase.analysis.rows import Accumulated, Agreement, CellWorth, Completeness, Disagreement, TotalWorth
from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]) as log:
    inputs, output = snakemake.input, snakemake.output
    cells = list(files.read_rows(inputs.cells, schemas.Cell))
    method = Method(slices.restore(snakemake.params.study).interval)
    files.write_rows_csv(output.cells, CellWorth, worth.of_cells(cells, method))
    files.write_rows_csv(output.totals, TotalWorth, worth.of_totals(cells))

    people = counts.unique(files.read_all(inputs.participants, schemas.Participant))
    mentions = list(files.read_all(inputs.mentions, schemas.Mention))
    found = completeness.incidences(cells, people, mentions)
    files.write_rows_csv(output.completeness, Completeness, completeness.of_groups(found))
    files.write_rows_csv(output.accumulation, Accumulated, completeness.curves(found))

    judged = double_coding.units(cells, files.read_rows(inputs.codings, schemas.CellCoding))
    files.write_rows_csv(output.agreement, Agreement, double_coding.of_codes(judged))
    files.write_rows_csv(output.disagreements, Disagreement, double_coding.disagreements(judged))
    if not judged:
        log("No document was coded by two coders, so nothing can be said of their agreement.")
