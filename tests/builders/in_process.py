"""A small invented study from a raw export to its mentions, without a build: what became of every coding.

Two countries, DE and PT, with one invented participant each, and one domain with three codes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from crosscase.anonymisation.anonymiser import Anonymiser
from crosscase.anonymisation.corpus import Corpus
from crosscase.anonymisation.decision_rows import COLUMNS as COLUMNS_OF_REVIEW
from crosscase.anonymisation.document_owners import names_of_documents
from crosscase.anonymisation.protection import Protection
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person, Register
from crosscase.anonymisation.reviews import Reviews
from crosscase.anonymisation.stated_groups import StatedGroups
from crosscase.anonymisation.stated_participants import StatedParticipants
from crosscase.coding import issues
from crosscase.coding.codebook import Codebook
from crosscase.coding.issues import Inspector
from crosscase.coding.mentions import MentionCounter
from crosscase.coding.segments import translate
from crosscase.coding.validation import Validator
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import settings_of
from crosscase.labels import labels
from crosscase.preflight import findings
from crosscase.readers import export_formats
from crosscase.readers.raw import Export, RawCoding, ReaderNotes
from crosscase.storage.schemas import AnonymisedCoding, Balance, CodebookEntry, Issue, Mention, Segment
from crosscase.study.facts import Domain, ExportSettings, Group
from crosscase.study.group_names import own_names
from tests.builders.small_study import write_csv

KEY = bytes(range(32))
GROUPS = [Group("DE", "Germany", "DE"), Group("PT", "Portugal", "PT")]
DOMAINS = [Domain("barriers", "Barriers")]
TIME, MONEY, TRUST = LABELS = ("Lack of time", "Lack of money", "Lack of trust")
ENTRIES = [CodebookEntry(label.split()[-1], "barriers", label, "", "", [label], True, []) for label in LABELS]
COLUMNS = {"document": "doc", "code": "code", "text": "text"}


def table(folder: Path, *rows: Sequence[object], header: Sequence[str] = ("doc", "code", "text")) -> Path:
    """A tidy table in a folder."""
    write_csv(folder / "export.csv", [header, *rows])
    return folder / "export.csv"


def person(participant: str, *documents: str) -> Person:
    """An invented participant, of the country with which the id begins."""
    name = {"DE-01": "Ottokar Erdichtet", "PT-01": "Belmiro Inventado"}.get(participant, f"Nobody {participant}")
    return Person(
        participant=participant,
        name=name,
        group=participant[:2],
        locator="row 2",
        documents=documents,
        consent_to_quote=True,
    )


PEOPLE = (person("DE-01", "int_de_1"), person("PT-01", "int_pt_1"))


@dataclass(frozen=True)
class Outcome:
    """What became of an export."""

    raw: list[RawCoding]
    anonymised: list[AnonymisedCoding]
    segments: list[Segment]
    mentions: list[Mention]
    issues: list[Issue]
    balance: Balance
    to_check: Sequence[str]  # the sentences of preflight
    who: dict[str, str]  # the participant of each pseudonym
    places: dict[str, str]  # of each id
    to_review: list[str]  # the words that wait for a decision

    def checks(self) -> set[str]:
        return {issue.check for issue in self.issues}

    def of(self, check: str) -> list[Issue]:
        return [issue for issue in self.issues if issue.check == check]

    def counts(self) -> dict[tuple[str, str], int]:
        """The segments of each participant and code in the mentions."""
        return {(self.who[mention.participant], mention.code): mention.segments for mention in self.mentions}


def run(
    path: Path,
    settings: ExportSettings | None = None,
    people: Iterable[Person] = PEOPLE,
    entries: Sequence[CodebookEntry] = tuple(ENTRIES),
    domains: Sequence[Domain] = tuple(DOMAINS),
    merging: str = "several_coders",
) -> Outcome:
    """Take an export through all that happens to its codings. It is a tidy table with `COLUMNS` if nothing is said."""
    settings = replace(settings or ExportSettings("", "tidy", columns=COLUMNS), file=str(path))
    book, register, pseudonyms = Codebook(entries, domains), Register(list(people)), Pseudonyms(KEY)
    source, documents = (
        Export(str(path), settings, book.paths),
        names_of_documents("x", settings, register, own_names(GROUPS)),
    )

    def again() -> Iterable[RawCoding]:
        return export_formats.read(replace(source, notes=ReaderNotes()))

    parts = StatedParticipants(settings, again, "x", register)
    texts = Corpus(documents.note(parts.split(again())))
    queue = Reviews("x", {}, pseudonyms, texts.is_ordinary, short_form_here=texts.is_short_form)
    names = [name for group in GROUPS for name in (group.code, group.name)]
    groups = {group.code: [group.iso] for group in GROUPS}
    protection = Protection(
        register,
        settings_of(groups, {"DE": ("de",), "PT": ("pt",)}),
        Redactor(ListedNames([], {}), pseudonyms),
        pseudonyms,
        queue,
        names,
        texts,
        documents,
    )
    stated = StatedGroups(settings, lambda: documents.with_addresses(parts.split(again())), documents.name_of, names)
    anonymiser = Anonymiser("x", "digest", protection, book, stated, Inspector("x", {}), settings.leave_out, parts)
    raw = list(export_formats.read(source))
    places: list[tuple[str, str]] = []
    codings = list(anonymiser.anonymise(documents.with_addresses(parts.split(raw)), places.append))
    list(anonymiser.participants())
    validator = Validator(book, GROUPS, [], Inspector("x", {}))
    counter = MentionCounter(merging)
    segments = list(counter.count(validator.valid(translate(codings, book))))
    mentions = list(counter.mentions())
    found = [*anonymiser.issues(source.notes, places.append), *validator.issues(), *counter.issues(Inspector("x", {}))]
    observations = list(anonymiser.observations(source.notes, settings.format, "stated"))
    (described,) = findings.describe(observations, {"x": settings}, GROUPS, labels.of("en", {}, "country", "countries"))
    return Outcome(
        raw,
        codings,
        segments,
        mentions,
        found,
        next(
            iter(
                issues.balance(
                    {"x": len(codings)}, {"x": len(segments)}, {"x": sum(m.segments for m in mentions)}, found
                )
            )
        ),
        described.to_check,
        {pseudonyms.participant(person.participant): person.participant for person in register.people},
        dict(places),
        [row[COLUMNS_OF_REVIEW.index("words")] for row in queue.queue()],
    )
