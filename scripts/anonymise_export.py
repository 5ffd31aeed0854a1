"""Put pseudonyms and typed placeholders in the place of people: the only door to raw data."""

from dataclasses import replace
from hashlib import file_digest

from crosscase import detectors, files, issues, languages, readers, schemas, steps, study
from crosscase.anonymisation import identifiers, keys, redaction, register, reviews
from crosscase.anonymisation.door import Door
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.stated_countries import StatedCountries
from crosscase.codebook import Codebook
from crosscase.detectors import models
from crosscase.limits import Limits
from crosscase.readers.raw import Export, Seen

with steps.logging_to(snakemake.log[0], confidential=True) as log:
    raw, output, params = snakemake.input, snakemake.output, snakemake.params
    export = snakemake.wildcards.export
    settings, why = readers.settle(raw.export, study.ExportSettings(**params.settings))
    log(f"read as {settings.format}: {why}")

    people = register.read(raw.register, list(params.regions), params.categories)
    pseudonyms = Pseudonyms(keys.read(raw.key, params.synthetic))
    spoken = identifiers.languages_of(params.regions, languages.OF_COUNTRY)
    names = identifiers.listed(people.people, raw.identifiers, spoken, export)
    asked = models.of_study(params.name_models)
    decisions, mistakes = reviews.read_decisions(raw.decisions, pseudonyms) if raw.decisions else ({}, [])
    queue = reviews.Reviews(export, decisions, pseudonyms)
    entries = list(files.read_rows(raw.codebook, schemas.CodebookEntry))
    codes = Codebook(entries, study.restore(study.Domain, params.domains))
    with open(raw.export, "rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    source = Export(raw.export, settings, codes.paths, Limits(**params.limits))
    door = Door(
        export,
        digest,
        people,
        detectors.settings_of(params.regions, spoken),
        codes,
        StatedCountries(settings, lambda: readers.read(replace(source, seen=Seen()))),
        redaction.Redactor(names, pseudonyms, {language: model.find for language, model in asked.items()}),
        queue,
        pseudonyms,
        issues.Inspector(export, params.severity),
    )

    codings = door.anonymise(readers.read(source))
    files.write_rows(output.codings, schemas.AnonymisedCoding, codings)
    files.write_rows(output.participants, schemas.Participant, door.participants())
    unusable = issues.of_the_study("unusable_decision", mistakes, params.severity)
    files.write_rows(output.remarks, schemas.Issue, [*door.issues(source.seen), *unusable])
    sightings = door.sightings(source.seen, settings.format, why, asked.values())
    files.write_rows(output.sightings, schemas.Sighting, sightings)
    files.write_rows(output.review, schemas.ReviewCount, [queue.count()])
    keys.keep_private("data/restricted")
    replaced = ((kind, original, new) for (kind, original), new in sorted(pseudonyms.given.items()))
    files.write_csv(output.replacements, ("type", "original", "replacement"), replaced, mode=0o600)
    seen = identifiers.seen(names, people.people, pseudonyms, queue.kept)
    files.write_csv(output.identifiers, ("type", "words", "languages"), seen, mode=0o600)
    files.write_csv(output.queue, reviews.COLUMNS, queue.queue(), mode=0o600)
    log(
        f"{files.count_rows(output.codings)} codings, {len(pseudonyms.given)} replacements in the log, "
        f"{queue.count().undecided} words wait for review"
    )
