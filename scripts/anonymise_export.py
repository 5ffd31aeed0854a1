"""Replace people by pseudonyms and typed placeholders; no other step reads the raw data."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from hashlib import file_digest
from itertools import chain

from crosscase.anonymisation import (
    corpus,
    decided_documents,
    decision_rows,
    document_owners,
    gazetteer,
    identifiers,
    interview_order,
    keys,
    redaction,
    register,
    reviews,
    study_texts,
    withdrawn_things,
    withdrawn_words,
)
from crosscase.anonymisation import guide as guides
from crosscase.anonymisation.anonymiser import Anonymiser
from crosscase.anonymisation.protection import Protection
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.register import Person, Register
from crosscase.anonymisation.stated_groups import StatedGroups
from crosscase.anonymisation.stated_participants import StatedParticipants
from crosscase.coding import codebook, issues
from crosscase.coding.codebook import Codebook
from crosscase.detectors import models, spans
from crosscase.messages.errors import Problem, noting, stop_on
from crosscase.messages.wording import counted
from crosscase.readers import export_formats
from crosscase.readers.raw import Export, RawCoding, ReaderNotes
from crosscase.running import places, steps
from crosscase.storage import bounded_reading, files, schemas
from crosscase.study import citation_texts, group_languages, own_texts, slices

with steps.logging_to(snakemake.log[0], confidential=True) as log:
    bounded_reading.begin()
    raw, output, params = snakemake.input, snakemake.output, snakemake.params
    export, study = snakemake.wildcards.export, slices.restore(params.study)
    problems: list[Problem] = []
    people = Register([])
    with noting(problems):
        entries = codebook.read(raw.codebook, study.domains, study.sheets.get("codebook"))
    with noting(problems):
        sheet = study.sheets.get("register")
        column, key = study.compare.one, study.compare.key
        people = register.read(raw.register, params.groups, params.categories, column, sheet, params.missing, key)
    guide = guides.NO_GUIDE
    with noting(problems):
        if raw.guide and people.people:  # of a register that cannot be read nobody is known
            sheet = study.sheets.get("guide")
            guide = guides.read(raw.guide, people.people, study.domains, params.groups, study.compare.one, sheet)
    in_order: dict[Person, int] = {}
    with noting(problems):
        in_order = interview_order.places(raw.register, people.people, params.order)
    spoken = group_languages.supported(params.languages)
    things: Collection[withdrawn_things.Thing] = ()
    with noting(problems):
        sheet = study.sheets.get("identifiers")
        if raw.identifiers and people.withdrawn():
            further, _ = gazetteer.read_gazetteer(raw.identifiers, spoken, (), study.compare.one, sheet)
        else:
            further = []
        things = withdrawn_things.of_withdrawn(people.people, further)
        names = gazetteer.listed_names(people.people, raw.identifiers, spoken, export, study.compare.one, sheet)
    with noting(problems):
        pseudonyms = Pseudonyms(keys.read(raw.key, study.synthetic), people.withdrawn(), things)
        decisions, mistakes = decision_rows.read_decisions(raw.decisions, pseudonyms) if raw.decisions else ({}, [])
    with noting(problems):
        settings, why = export_formats.settle(raw.export, study.exports[export], study.limits)
    stop_on(problems)
    log(f"read as {settings.format}: {why}")

    name_models = models.of_study(study.name_models)
    finders = {language: model.find for language, model in name_models.items()}
    redactor = redaction.Redactor(names, pseudonyms, finders)
    codes = Codebook(entries, study.domains)
    with open(raw.export, "rb") as stream:
        digest = file_digest(stream, "sha256").hexdigest()
    source = Export(raw.export, settings, codes.paths, study.limits)

    def read_again() -> Iterator[RawCoding]:
        """Read the export once more; what the reader notes is known from the other time."""
        yield from export_formats.read(replace(source, notes=ReaderNotes()))

    seen: set[str] = set()
    participants = StatedParticipants(settings, read_again, export, people)
    documents = document_owners.names_of_documents(export, settings, people, params.groups)
    texts = corpus.Corpus(documents.note(participants.split(read_again())))

    def in_documents(codings: Iterable[RawCoding]) -> Iterator[RawCoding]:
        """The codings, each in the document or the part of a document that has its participant, by its address."""
        for coding in documents.with_addresses(participants.split(codings)):
            seen.add(coding.document)
            yield coding

    withdrawn = withdrawn_words.WithdrawnWords(names, people.withdrawn(), things)
    queue = reviews.Reviews(export, decisions, pseudonyms, texts.is_ordinary, withdrawn.replaced, texts.is_short_form)
    settings_of_groups = spans.settings_of(params.regions, spoken)
    groups = StatedGroups(settings, lambda: in_documents(read_again()), documents.name_of, params.group_names)
    anonymiser = Anonymiser(
        export,
        digest,
        Protection(
            people,
            settings_of_groups,
            redactor,
            pseudonyms,
            queue,
            [name for name in params.group_names if name in params.groups],
            texts,
            documents,
            guide,
            in_order,
            {name: group for name, group in params.group_names.items() if name not in params.groups},
        ),
        codes,
        groups,
        issues.Inspector(export, study.severity, study.compare),
        settings.leave_out,
        participants,
    )

    keys.keep_private("data/restricted")
    with files.writing_csv(output.places, places.COLUMNS, mode=0o600) as note_place:
        codings = anonymiser.anonymise(in_documents(export_formats.read(source)), note_place)
        files.write_rows(output.codings, schemas.AnonymisedCoding, codings)
        files.write_rows(output.participants, schemas.Participant, anonymiser.participants(note_place))
        unusable = issues.study_issues("unusable_decision", mistakes, study.severity)
        unheld = issues.study_issues("decision_without_effect", queue.problems(raw.decisions or ""), study.severity)
        seen.update((raw.codebook, *own_texts.FILES))  # documents of the queue, too
        seen.update(name for name in source.notes.documents if not documents.several_have(name))
        elsewhere = decided_documents.problems(raw.decisions or "", decisions.values(), seen, pseudonyms, export)
        undocumented = issues.study_issues("decision_without_document", elsewhere, study.severity)
        stated: list[Problem] = []
        if params.study_texts:
            setting = study_texts.setting_of_all(settings_of_groups.values(), params.study_texts["language"])
            has_words = group_languages.have_word_lists(params.languages)
            own = study_texts.StudyTexts(
                redactor,
                setting,
                [*params.groups, *params.group_names],
                has_words,
                texts.is_ordinary,
                chain(*map(citation_texts.authors, raw.citation)),
            )
            texts_of_study = [
                *own_texts.restored(params.study_texts["texts"]),
                *own_texts.of_citation(raw.citation),
                *study_texts.of_codebook(raw.codebook, entries),
            ]
            stated += study_texts.problems(own, queue, texts_of_study)
            anonymiser.hide(study_texts.hidden(own, queue, params.study_texts["others"]))
        of_study = issues.study_issues("words_of_study", stated, study.severity)
        nameless = [Problem("the register", "", what, register.WITHOUT_NAME) for what in people.without_name()]
        unnamed = issues.study_issues("participant_without_name", nameless, study.severity)
        files.write_rows(
            output.remarks,
            schemas.Issue,
            [*anonymiser.issues(source.notes, note_place), *unusable, *unheld, *undocumented, *unnamed, *of_study],
        )
    observations = anonymiser.observations(source.notes, settings.format, why, name_models.values())
    files.write_rows(output.observations, schemas.Observation, observations)
    files.write_rows(output.review, schemas.ReviewCount, [queue.count()])
    files.write_rows(output.decisions, schemas.AppliedDecision, queue.applied())
    files.write_csv(
        output.replacements, ("type", "original", "replacement"), pseudonyms.log(withdrawn.replaced), mode=0o600
    )
    protected = identifiers.identifiers_to_protect(names, people.people, pseudonyms, queue.kept, queue.replaced_words())
    files.write_csv(output.identifiers, ("type", "words", "languages"), protected, mode=0o600)
    files.write_csv(output.queue, decision_rows.COLUMNS, queue.queue(), mode=0o600)
    log(
        f"{counted(files.count_rows(output.codings), 'coding')}, "
        f"{counted(len(pseudonyms.given), 'replacement')} in the log, "
        f"{counted(queue.count().undecided, 'word waits', 'words wait')} for review"
    )
