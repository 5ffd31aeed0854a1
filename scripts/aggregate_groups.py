"""Stop the build if an issue is an error; otherwise give each code in each group its state, and count the sample."""

from collections import Counter

from crosscase.coding import cell_codings, cell_sums, cells, exposure, mark_rules
from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import slices
from crosscase.study.facts import AT_LEAST_ONE
from crosscase.verification import stop_rules

with steps.logging_to(snakemake.log[0]) as log:
    inputs, output, params = snakemake.input, snakemake.output, snakemake.params
    study = slices.restore(params.study)
    found = files.read_rows_csv(inputs.issues, schemas.Issue)
    stop_rules.stop_on_errors(found, params.files, inputs.issues)

    people = counts.unique(files.read_all(inputs.participants, schemas.Participant))
    stop_rules.stop_without_people(people)
    mentions = list(files.read_all(inputs.mentions, schemas.Mention))
    silent = exposure.not_asked(people, mentions)
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    marked = None
    if study.rule != AT_LEAST_ONE:
        codings = cell_codings.list_codings(files.read_all(inputs.segments, schemas.Segment), study.merging)
        asked = exposure.numbers_asked(Counter(person.group for person in people), silent)
        marked = mark_rules.marked(study.rule, mentions, codings, codebook, asked)
    rows = cells.aggregate(
        mentions,
        ((person.participant, person.group) for person in people),
        codebook,
        study.groups,
        study.not_coded,
        study.coded,
        silent if study.has_guide else None,
        marked,
    )
    balance = files.read_rows_csv(inputs.summary, schemas.Balance)
    in_cells = cell_sums.codings_in_cells(rows, mentions, balance, marked)
    files.write_rows(output.parquet, schemas.Cell, rows)
    files.write_rows_csv(output.csv, schemas.Cell, rows)

    files.write_rows(
        output.sample, schemas.SampleCount, counts.describe(people, study.groups, study.sample, study.compare)
    )
    by_group = counts.describe_by_group(people, study.groups, study.sample, study.k)
    files.write_rows(output.by_group, schemas.SampleCell, by_group)
    reviews = files.read_all(inputs.reviews, schemas.ReviewCount)
    verdict = stop_rules.verdict(in_cells, balance, found, inputs.issues, reviews)
    files.write_text(output.verdict, verdict)
    log(verdict)
