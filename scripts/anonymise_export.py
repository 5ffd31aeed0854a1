"""Put pseudonyms and typed placeholders in the place of people: the only door to raw data."""

from dataclasses import replace
from hashlib import file_digest

from crosscase import files, issues, keys, readers, redaction, register, schemas, steps, study
from crosscase.anonymisation import Door
from crosscase.codebook import Codebook
from crosscase.limits import Limits
from crosscase.pseudonyms import Pseudonyms
from crosscase.readers.raw import Export, Seen
from crosscase.stated_countries import StatedCountries

with steps.logging_to(snakemake.log[0], confidential=True) as log:
    raw, params = snakemake.input, snakemake.params
    export = snakemake.wildcards.export
    settings, why = readers.settle(raw.export, study.ExportSettings(**params.settings))
    log(f"read as {settings.format}: {why}")

    people = register.read(raw.register, list(params.regions), params.categories)
    languages = redaction.languages_of(params.regions)
    spoken = sorted(set(languages.values()))
    listed = redaction.read_identifiers(raw.identifiers, spoken) if raw.identifiers else []
    pseudonyms = Pseudonyms(keys.read(raw.key, params.synthetic))
    redactor = redaction.Redactor([*listed, *redaction.identifiers_of(people.people, languages)], pseudonyms)
    entries = list(files.read_rows(raw.codebook, schemas.CodebookEntry))
    codes = Codebook(entries, study.restore(study.Domain, params.domains))
    with open(raw.export, "rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    source = Export(raw.export, settings, codes.paths, Limits(**params.limits))
    door = Door(
        export,
        digest,
        people,
        params.regions,
        codes,
        StatedCountries(settings, lambda: readers.read(replace(source, seen=Seen()))),
        redactor,
        pseudonyms,
        issues.Inspector(export, params.severity),
    )

    codings = door.anonymise(readers.read(source))
    files.write_rows(snakemake.output.codings, schemas.AnonymisedCoding, codings)
    files.write_rows(snakemake.output.participants, schemas.Participant, door.participants())
    files.write_rows(snakemake.output.remarks, schemas.Issue, door.issues(source.seen))
    sightings = door.sightings(source.seen, settings.format, why)
    files.write_rows(snakemake.output.sightings, schemas.Sighting, sightings)
    keys.keep_private("data/restricted")
    replaced = ((kind, original, new) for (kind, original), new in sorted(pseudonyms.given.items()))
    files.write_csv(snakemake.output.replacements, ("type", "original", "replacement"), replaced, mode=0o600)
    log(f"{files.count_rows(snakemake.output.codings)} codings, {len(pseudonyms.given)} replacements in the log")
