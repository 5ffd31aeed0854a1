"""List every issue in the coding of the study with its place, and check that no coding was lost."""

from collections import Counter

from crosscase.coding import completeness, issues, repeated_exports
from crosscase.running import steps
from crosscase.sample import counts
from crosscase.storage import files, schemas
from crosscase.study import slices

with steps.logging_to(snakemake.log[0]):
    inputs, params = snakemake.input, snakemake.params
    study = slices.restore(params.study)
    found = issues.without_repeats(
        files.read_all([*inputs.remarks, *inputs.issues], schemas.Issue), len(params.exports)
    )
    of_study = issues.Inspector(issues.STUDY, study.severity, study.compare)
    mentions = list(files.read_all(inputs.mentions, schemas.Mention))
    found += completeness.inspect(
        mentions,
        counts.unique(files.read_all(inputs.participants, schemas.Participant)),
        list(files.read_rows(inputs.codebook, schemas.CodebookEntry)),
        study,
        of_study,
    )
    passed = dict(zip(params.exports, map(files.count_rows, inputs.codings), strict=True))
    sizes = Counter(passed.values())
    alike = {  # the codings of the others need not be read
        export: files.read_columns(path, schemas.AnonymisedCoding, *repeated_exports.COLUMNS)
        for export, path in zip(params.exports, inputs.codings, strict=True)
        if sizes[passed[export]] > 1
    }
    found += repeated_exports.inspect(alike, of_study)
    valid = dict(zip(params.exports, map(files.count_rows, inputs.segments), strict=True))
    mentioned: Counter[str] = Counter()
    for mention in mentions:
        mentioned[mention.export] += mention.segments
    files.write_rows_csv(snakemake.output.issues, schemas.Issue, sorted(found, key=issues.sort_key))
    files.write_rows_csv(snakemake.output.summary, schemas.Balance, issues.balance(passed, valid, mentioned, found))
