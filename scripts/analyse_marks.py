"""Work out what each mark and total is worth, how complete the codes of groups are, and what agrees with what."""

from crosscase.analysis import completeness, cooccurrence, double_coding, rows, similarity, summary, worth
from crosscase.analysis.intervals import Method
from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]) as log:
    inputs, output = snakemake.input, snakemake.output
    study = slices.restore(snakemake.params.study)
    cells = list(files.read_rows(inputs.cells, schemas.Cell))
    mentions = list(files.read_all(inputs.mentions, schemas.Mention))
    codings = list(files.read_rows(inputs.codings, schemas.CellCoding))
    people = counts.unique(files.read_all(inputs.participants, schemas.Participant))

    marks, totals = list(worth.of_cells(cells, Method(study.interval))), list(worth.of_totals(cells))
    files.write_rows_csv(output.cells, rows.CellWorth, marks)
    files.write_rows_csv(output.totals, rows.TotalWorth, totals)

    found = completeness.incidences(cells, people, mentions)
    groups = list(completeness.of_groups(found))
    files.write_rows_csv(output.completeness, rows.Completeness, groups)
    files.write_rows_csv(output.accumulation, rows.Accumulated, completeness.curves(found))

    judged = double_coding.units(cells, codings)
    coders = list(double_coding.of_codes(judged))
    files.write_rows_csv(output.agreement, rows.Agreement, coders)
    files.write_rows_csv(output.disagreements, rows.Disagreement, double_coding.disagreements(judged))

    order = dict.fromkeys(cell.code for cell in cells)
    files.write_rows_csv(output.cooccurrence, rows.Cooccurrence, cooccurrence.of_codes(order, mentions, codings))
    alike = list(similarity.of_groups(cells))
    files.write_rows_csv(output.similarity, rows.Similarity, alike)

    lines = [*([study.synthetic_note] if study.synthetic_note else [])]
    lines += summary.sentences(marks, totals, groups, coders, alike)
    files.write_text(output.summary, "".join(f"{line}\n" for line in lines))
    log(*lines[-1:])
