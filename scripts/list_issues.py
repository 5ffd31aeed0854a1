"""List every issue of the study with its place, and show that no coding was lost."""

from crosscase import completeness, files, issues, sample, schemas, steps, study

with steps.logging_to(snakemake.log[0]):
    inputs, params = snakemake.input, snakemake.params
    found = issues.once(files.read_all([*inputs.remarks, *inputs.issues], schemas.Issue))
    found += completeness.inspect(
        list(files.read_all(inputs.mentions, schemas.Mention)),
        sample.unique(files.read_all(inputs.participants, schemas.Participant)),
        list(files.read_rows(inputs.codebook, schemas.CodebookEntry)),
        study.restore(study.Country, params.countries),
        study.restore(study.Domain, params.domains),
        study.restore(study.NotCoded, params.not_coded),
        issues.Inspector("", params.severity),
    )
    passed = dict(zip(params.exports, map(files.count_rows, inputs.codings), strict=True))
    valid = dict(zip(params.exports, map(files.count_rows, inputs.segments), strict=True))
    files.write_rows_csv(snakemake.output.issues, schemas.Issue, sorted(found, key=issues.sort_key))
    files.write_rows_csv(snakemake.output.summary, schemas.Balance, issues.balance(passed, valid, found))
