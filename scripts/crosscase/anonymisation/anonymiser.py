"""The anonymiser: from raw codings, which contain people, to codings that contain none.

1. Each document is looked up in the register; the codings of people who withdrew are dropped.
2. Participants, documents and coders get pseudonyms, `pseudonyms`.
3. All other words that later steps read are redacted: the text, `redaction`, and the names of codes and groups that
   are not the study's own, `stated_names`. Comments, dates and further variables are left out.
4. The words of a document without usable capital letters wait until somebody has decided that it was read, `corpus`.
5. Doubtful words wait for a person's decision, `reviews`. Until then they stay in a text, and a name is hidden.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial

from crosscase.anonymisation import reader_issues
from crosscase.anonymisation.decision_rows import Choice
from crosscase.anonymisation.document_owners import DocumentOwners
from crosscase.anonymisation.held_back import HeldBack
from crosscase.anonymisation.protection import Protection
from crosscase.anonymisation.register import Person
from crosscase.anonymisation.review_outcomes import Outcomes
from crosscase.anonymisation.stated_groups import StatedGroups
from crosscase.anonymisation.stated_names import OwnNames, StatedNames, setting_of_names
from crosscase.anonymisation.stated_participants import StatedParticipants
from crosscase.anonymisation.unseen_signs import DOCUMENT, UnseenSigns
from crosscase.coding.casing import Casing, is_partly
from crosscase.coding.codebook import SEPARATOR, Codebook, CodePath
from crosscase.coding.hidden_names import CODE, COLUMN, GROUP, TOOL
from crosscase.coding.issues import Inspector
from crosscase.coding.observations import BESIDE, HAS_CODES, NOBODY, WITHDRAWN, ObservationCounter, ObservationKind
from crosscase.detectors.models import Model
from crosscase.detectors.spans import Setting, joined
from crosscase.readers.raw import RawCoding, ReaderNotes
from crosscase.storage.schemas import AnonymisedCoding, Issue, Match, Observation, Participant
from crosscase.storage.shared_columns import LeftOut
from crosscase.storage.text_form import nfc

_MOST_REMEMBERED = 4096  # passages
NotePlace = Callable[[tuple[str, str]], object]  # of an id and its place


def _forget(_: tuple[str, str]) -> None:
    """Note no place."""


class Anonymiser:
    """Anonymises one export, and collects its issues and the observations of preflight.

    `digest` is the SHA-256 of the raw file. The names in the `codebook` are not replaced: a code "Hope" stays although
    a participant has this name. `leave_out` names codes whose codings go no further. `participants` says whose a coding
    is where a document has several.
    """

    def __init__(
        self,
        export: str,
        digest: str,
        protection: Protection,
        codebook: Codebook,
        groups: StatedGroups,
        inspector: Inspector,
        leave_out: Collection[str] = (),
        participants: StatedParticipants | None = None,
    ) -> None:
        self._export = export
        self._digest = digest
        self._register, self._guide = protection.register, protection.guide
        self._places = protection.places
        self._settings = protection.settings
        self._anywhere = joined(protection.settings.values())
        self._corpus = protection.corpus
        self._documents = protection.documents
        self._owners = DocumentOwners(export, protection.register, protection.documents)
        self._codebook = codebook
        self._groups = groups
        self._redactor = protection.redactor
        self._reviews = protection.reviews
        self._outcomes = Outcomes(protection.reviews)
        self._redacted: dict[tuple[str, str], str] = {}  # an export repeats a passage for each of its codes
        self._pseudonyms = protection.pseudonyms
        self._inspector = inspector
        self._held_back = HeldBack(groups, participants, leave_out, codebook)
        self._participants = participants
        self._withdrawn_documents: dict[str, int] = {}
        self._counter = ObservationCounter(export)
        self._codes: dict[tuple[str, ...], tuple[list[str], str]] = {}
        self._names = StatedNames(
            protection.redactor,
            protection.pseudonyms,
            protection.reviews,
            setting_of_names(protection.settings, protection.register.people, export),
            OwnNames.of(codebook, [*protection.settings, *protection.group_names], protection.group_spellings),
            protection.reviews.ordinary_here,
        )
        self._unseen = UnseenSigns(self._shown, inspector.compare)

    def _shown(self, kind: str, name: str) -> str:
        """How a name in the export is shown."""
        return self._document_pseudonym(name) if kind == DOCUMENT else self._names.shown(kind, name)

    def anonymise(self, codings: Iterable[RawCoding], note_place: NotePlace = _forget) -> Iterator[AnonymisedCoding]:
        """Yield the codings without the people. `note_place` gets the id of each, and its place in the raw file."""
        for coding in codings:
            person = self._see(coding.document, coding.document_id)
            if not self._held_back.holds(coding, person):
                anonymised = self._anonymised(coding, person)
                note_place((anonymised.segment_id, coding.locator))
                yield anonymised

    def _see(self, document: str, identifier: str = "", codings: int = 1) -> Person | None:
        """Count a document as observed, and return its participant."""
        person = self._owners.find(document, identifier, codings)
        self._unseen.note(DOCUMENT, document, codings)
        owner = NOBODY
        if person:
            owner = WITHDRAWN if person.withdrawn else self._pseudonyms.participant(person.participant)
        self._counter.add(ObservationKind.DOCUMENT, self._document_pseudonym(document), codings, owner)
        return person

    def _document_pseudonym(self, document: str) -> str:
        """The pseudonym of a document; documents of people who withdrew only get a number."""
        person = self._owners.find(document)
        if person and person.withdrawn:
            return f"{WITHDRAWN} {self._withdrawn_documents.setdefault(document, len(self._withdrawn_documents) + 1)}"
        return self._pseudonyms.document(self._export, document)

    def _anonymised(self, coding: RawCoding, person: Person | None) -> AnonymisedCoding:
        setting = self._settings[person.group] if person else self._anywhere
        code_path, match = self._code(coding.code_path)
        groups = self._groups.groups_of(coding)
        for kind, names in ((CODE, coding.code_path), (GROUP, groups)):
            for name in names:
                self._unseen.note(kind, name)
        text = None if coding.text is None else self._passage(coding.document, coding.text, setting)
        withheld = LeftOut.REVIEW if coding.text is not None and text is None else None
        anonymised = AnonymisedCoding(
            segment_id=self._pseudonyms.coding(self._export, self._digest, coding.locator),
            export=self._export,
            document=self._pseudonyms.document(self._export, coding.document),
            participant=self._pseudonyms.participant(person.participant) if person else None,
            stated_groups=[self._names.shown(GROUP, group) for group in groups],
            code_path=list(code_path),
            coder=self._pseudonyms.coder(coding.coder) if coding.coder else None,
            start=self._place(coding, coding.start, person),
            end=self._place(coding, coding.end, person),
            text=text,
            fingerprint=self._pseudonyms.fingerprint(coding._replace(locator="")),
            place=self._pseudonyms.place(self._export, coding.document, coding.place) if coding.place else None,
            group=person.group if person else None,
            day=coding.day or None,
            left_out=LeftOut.OTHERS if coding.words_of_others else withheld,
        )
        self._counter.add(ObservationKind.CODE, SEPARATOR.join(code_path), 1, match)
        if anonymised.coder:
            self._counter.add(ObservationKind.CODER, anonymised.coder)
        for group in anonymised.stated_groups or [""]:
            self._counter.add(ObservationKind.GROUP, group)
            if person and group:
                self._counter.add(ObservationKind.REGISTERED, f"{person.group}{BESIDE}{group}")
        return anonymised

    def _place(self, coding: RawCoding, offset: int | None, person: Person | None) -> int | None:
        """A place of a coding, which does not tell where a participant's part of a document begins."""
        if not coding.whole_document:
            return offset
        return self._pseudonyms.moved(person.participant if person else coding.document, offset)

    def _passage(self, document: str, text: str, setting: Setting) -> str | None:
        """A passage without people; its doubtful words go to review. None if its words are withheld."""
        name = self._documents.name_of(document)
        casing = self._corpus.casing(name, text)
        if casing != Casing.USUAL:
            if not (is_partly(casing) and self._corpus.is_mixed(text)):
                setting = setting.without_capitals
            passages = self._corpus.passages_without(name) if is_partly(casing) else ""
            choice = self._reviews.choice_about(document, text, casing, passages)
            if choice is None:
                self._counter.add(ObservationKind.CASING, self._pseudonyms.document(self._export, document), 1, casing)
            elif choice != Choice.KEEP:
                self._outcomes.note_withheld(document, nfc(text), setting)
                return None
        if (document, text) not in self._redacted:
            redacted = self._redactor.redact(text, setting, partial(self._outcomes.of, document, setting=setting))
            if len(self._redacted) >= _MOST_REMEMBERED:
                self._redacted.clear()
            self._redacted[document, text] = redacted.text
        return self._redacted[document, text]

    def _code(self, path: tuple[str, ...]) -> tuple[list[str], str]:
        """The path of a code without people in it, for an alias that names somebody its code's, and what it matches."""
        if path not in self._codes:
            names = [self._names.shown(CODE, name) for name in path]
            match, code = self._codebook.resolve(path)
            if match == Match.ALIAS and code and names != list(path):
                names = self._codebook.full_path(code)
            self._codes[path] = names, match.value
        return self._codes[path]

    def participants(self, note_place: NotePlace = _forget) -> Iterator[Participant]:
        """The participants who did not withdraw, each once a group, under pseudonyms, in an order without meaning."""
        staying = [person for person in self._register.people if not person.withdrawn]
        people = {(self._pseudonyms.participant(p.participant), p.group): p for p in reversed(staying)}
        seed = self._pseudonyms.seed("SUPPRESSION")
        for (pseudonym, _), person in sorted(people.items()):
            note_place((pseudonym, f"register, {person.locator}"))
            about = (list(person.variables), person.consent_to_quote, seed, self._guide.not_asked(person))
            yield Participant(pseudonym, person.group, *about, self._places.get(person))

    def issues(self, notes: ReaderNotes, note_place: NotePlace = _forget) -> Iterator[Issue]:
        """The codings left out and the problems that the reader met; complete when all codings have passed."""

        def identify(place: str) -> str:
            identifier = self._pseudonyms.coding(self._export, self._digest, place)
            note_place((identifier, place))
            return identifier

        yield from self._owners.issues(self._inspector, self._document_pseudonym)
        yield from reader_issues.of_rows(notes, self._inspector, identify)
        yield from reader_issues.of_columns(notes, self._inspector, self._export, self._names.shown)
        yield from reader_issues.of_sheets(notes, self._inspector, self._export, self._names.shown)

        def variables() -> str:  # only where an issue needs them: names in doubt go to review
            names = [self._names.shown(COLUMN, name) for name in sorted(notes.variables)]
            return reader_issues.list_variables(names, self._export)

        yield from self._groups.issues(self._inspector, variables)
        if self._participants:
            yield from self._participants.issues(self._inspector, variables, self._document_pseudonym)
        yield from self._unseen.issues(self._inspector)
        yield from reader_issues.of_file(notes, self._inspector, self._document_pseudonym)
        somebody_withdrew = any(p.withdrawn and p.export in ("", self._export) for p in self._register.people)
        yield from self._held_back.issues(self._inspector, somebody_withdrew, self._names.shown)

    def observations(
        self, notes: ReaderNotes, read_as: str, why: str, models: Iterable[Model] = ()
    ) -> Iterator[Observation]:
        """What the export contains, without people; complete when all codings have passed."""
        counter = self._counter
        counter.add(ObservationKind.DIGEST, self._digest)
        counter.add(ObservationKind.FORMAT, read_as, detail=why)
        if notes.tool:
            counter.add(ObservationKind.TOOL, self._names.shown(TOOL, notes.tool))
        if notes.encoding:
            counter.add(ObservationKind.ENCODING, notes.encoding)
        for document in notes.documents:
            if not (self._documents.several_have(document) or self._documents.has_parts(document)):
                self._see(document, codings=0)
        for _, name, codings in self._unseen.names():
            counter.add(ObservationKind.UNSEEN, name, codings)
        for pattern, codings in self._held_back.by_pattern().items():
            counter.add(ObservationKind.LEFT_OUT, pattern, codings)
        self._observe_unused_codes(notes.code_paths)
        for hint in self._owners.hints():
            counter.add(ObservationKind.HINT, hint)
        for counting in notes.countings:
            document = self._document_pseudonym(counting.document)
            counter.add(ObservationKind.OFFSETS, document, counting.selections, counting.rule, counting.score)
        for heading, column in notes.unread.items():
            detail = HAS_CODES if column.has_codes else ""
            counter.add(ObservationKind.UNREAD, self._names.shown(COLUMN, heading), column.codes, detail)
        for passed_over, count in notes.passed_over.items():
            counter.add(ObservationKind.PASSED_OVER, passed_over, count)
        for words in self._pseudonyms.generalised:
            counter.add(ObservationKind.GENERALISED, words)
        for model in models:
            if model.is_used:
                counter.add(ObservationKind.MODEL, model.describe(), detail=model.digest())
        return counter.rows()

    def hide(self, spellings: Iterable[str]) -> None:
        """Note spellings of study.yaml that only the team may see: the record of the build has none of them."""
        for name in spellings:
            self._counter.add(ObservationKind.SPELLING, name, 0, self._pseudonyms.hidden(GROUP, name))

    def _observe_unused_codes(self, paths: Iterable[CodePath]) -> None:
        """Note the codes of the export's code tree, not those that may be made of words of somebody who withdrew."""
        of_withdrawn = self._held_back.codes_of_withdrawn - self._codes.keys()
        for path in paths:
            is_hidden = path in of_withdrawn and not self._codebook.resolve(path)[1]
            if not (is_hidden or self._held_back.leaves_out(path)):
                code_path, match = self._code(path)
                self._counter.add(ObservationKind.CODE, SEPARATOR.join(code_path), 0, match)
