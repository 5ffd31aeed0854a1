"""Work out what each mark and total is worth, how complete the codes of groups are, and what agrees with what."""

from crosscase.analysis import (
    agreement_rows,
    agreement_tables,
    coders,
    coding_days,
    completeness,
    cooccurrence,
    exact_test,
    planned_coding,
    rows,
    saturation,
    similarity,
    summary,
    truth_table,
    worth,
)
from crosscase.analysis import rules as under
from crosscase.analysis.intervals import Method
from crosscase.coding import exposure, mark_rules
from crosscase.coding.observations import ObservationKind
from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import slices
from crosscase.study.facts import AT_LEAST_ONE
from crosscase.study.own_labels import labels_of

with steps.logging_to(snakemake.log[0]) as log:
    inputs, output = snakemake.input, snakemake.output
    study = slices.restore(snakemake.params.study)
    words = labels_of(study)
    cells = list(files.read_rows(inputs.cells, schemas.Cell))
    mentions = list(files.read_all(inputs.mentions, schemas.Mention))
    codings = list(files.read_rows(inputs.codings, schemas.CellCoding))
    people = counts.unique(files.read_all(inputs.participants, schemas.Participant))

    marks, totals = list(worth.of_cells(cells, Method(study.interval))), list(worth.of_totals(cells))
    files.write_rows_csv(output.cells, rows.CellWorth, marks)
    files.write_rows_csv(output.totals, rows.TotalWorth, totals)

    found = completeness.incidences(cells, people, mentions)
    uses_saturation = study.saturation.is_used
    groups = list(completeness.of_groups(found, uses_saturation))
    files.write_rows_csv(output.completeness, rows.Completeness, groups)
    if uses_saturation:
        rows_of_all = saturation.over_all_orders(found, study.saturation)
        files.write_rows_csv(output.saturation, saturation.Saturated, rows_of_all)
    files.write_rows_csv(output.accumulation, rows.Accumulated, completeness.curves(found, uses_saturation))

    kind = ObservationKind.FORMAT
    read_as = (files.read_matching(path, schemas.Observation, kind=kind) for path in inputs.observations)
    formats = {row.export: row.name for found in read_as for row in found}
    met = coders.compare(cells, codings, formats, study.overlap)
    agreed = list(agreement_rows.of(met.judgements, study.seed))
    files.write_rows_csv(output.agreement, agreement_tables.Agreement, agreed)
    files.write_rows_csv(output.disagreements, agreement_tables.Disagreement, met.disagreements)
    files.write_rows_csv(output.disputed_segments, agreement_tables.DisputedSegment, met.disputed_segments)

    segments = (files.read_columns(path, schemas.Segment, "segment_id", "day") for path in inputs.segments)
    days = {segment: day for found in segments for segment, day in found if day}
    over_time = coding_days.of(met.judgements, codings, days, met.codes, study.seed)
    files.write_rows_csv(output.agreement_over_time, agreement_tables.OverTime, over_time)

    plan = [row for path in inputs.plan for row in planned_coding.read(path)]
    coded_twice = list(planned_coding.outcomes(plan, people, codings))
    files.write_rows_csv(output.planned_coding, agreement_tables.DoubleCoding, coded_twice)
    remarks = [*map(words, met.remarks), *planned_coding.sentences(plan, coded_twice, words)]
    rules = under.of_study(study)
    codebook = list(files.read_rows(inputs.codebook, schemas.CodebookEntry))
    material = under.Material.of(cells, codebook, mentions, {(item.group, item.domain) for item in study.coded})
    ruled = list(under.cells_under_each(rules, mentions, codings, material))
    files.write_rows_csv(output.rules, under.RuleCell, ruled)
    files.write_rows_csv(output.rule_totals, under.RuleTotal, under.totals(ruled, cells))
    files.write_rows_csv(output.thresholds, under.Threshold, under.thresholds(ruled, rules, cells, words))

    order = dict.fromkeys(cell.code for cell in cells)
    together = cooccurrence.of_codes(order, mentions, codings, formats)
    files.write_rows_csv(output.cooccurrence, rows.Cooccurrence, together)
    files.write_rows_csv(output.cooccurrence_cases, rows.CommonHolder, cooccurrence.holders(order, mentions))
    alike = list(similarity.of_groups(cells))
    files.write_rows_csv(output.similarity, rows.Similarity, alike)

    if study.group_test.is_used:
        tested = list(exact_test.of_codes(cells, counts.in_several_groups(people), study.group_test))
        files.write_rows_csv(output.group_test, exact_test.GroupDifference, tested)
        remarks += exact_test.sentences(tested, words)
    if (wanted := study.truth_table).is_used:
        raised = mark_rules.amounts(study.rule, mentions, codings, codebook)
        cases = truth_table.of(cells, people, exposure.not_asked(people, mentions), raised, wanted)
        files.write_csv(output.qca_cases, *truth_table.rows_of_cases(cases, wanted))
        files.write_csv(output.truth_table, *truth_table.rows_of_combinations(cases, wanted))
        remarks += truth_table.sentences(cases, wanted, words)

    meaning = "" if study.rule == AT_LEAST_ONE else mark_rules.words_for(study.rule, words)
    lines = [*([study.synthetic_note] if study.synthetic_note else [])]
    lines += summary.sentences(marks, totals, groups, agreed, remarks, alike, words, meaning)
    files.write_text(output.summary, "".join(f"{line}\n" for line in lines))
    log(*lines[-1:])
