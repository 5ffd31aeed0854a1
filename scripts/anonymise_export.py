"""Put pseudonyms and typed placeholders in the place of people: the only door to raw data."""

from hashlib import file_digest

from crosscase import codebook, files, issues, keys, readers, redaction, register, schemas, steps, study
from crosscase.anonymisation import Door
from crosscase.pseudonyms import Pseudonyms
from crosscase.readers.raw import Export

with steps.logging_to(snakemake.log[0], confidential=True) as log:
    raw, params = snakemake.input, snakemake.params
    export = snakemake.wildcards.export
    settings, why = readers.settle(raw.export, study.ExportSettings(**params.settings))
    log(f"read as {settings.format}: {why}")

    people = register.read(raw.register, list(params.regions), params.categories)
    listed = redaction.read_identifiers(raw.identifiers) if raw.identifiers else []
    pseudonyms = Pseudonyms(keys.read(raw.key, params.synthetic))
    redactor = redaction.Redactor([*listed, *redaction.identifiers_of(people.people)], pseudonyms)
    domains = study.restore(study.Domain, params.domains)
    codes = list(files.read_rows(raw.codebook, schemas.CodebookEntry))
    with open(raw.export, "rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    door = Door(
        export,
        settings,
        digest,
        people,
        params.regions,
        codebook.vocabulary(codes, domains),
        redactor,
        pseudonyms,
        issues.Inspector(export, params.severity),
    )

    codings = door.anonymise(readers.read(Export(raw.export, settings, door.remark, codebook.paths(codes, domains))))
    files.write_rows(snakemake.output.codings, schemas.AnonymisedCoding, codings)
    files.write_rows(snakemake.output.participants, schemas.Participant, door.participants())
    files.write_rows(snakemake.output.remarks, schemas.Issue, door.issues())
    keys.keep_private("data/restricted")
    replaced = ((kind, original, new) for (kind, original), new in sorted(pseudonyms.given.items()))
    files.write_csv(snakemake.output.replacements, ("type", "original", "replacement"), replaced, mode=0o600)
    log(f"{files.count_rows(snakemake.output.codings)} codings, {len(pseudonyms.given)} replacements in the log")
