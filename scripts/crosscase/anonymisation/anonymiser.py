"""The door: from raw codings, which hold people, to codings that hold none.

1. Each document is looked up in the register; the codings of people who withdrew are dropped.
2. Participants, documents and coders get pseudonyms, `pseudonyms`.
3. Every other word of the export that goes further is redacted, `redaction`: the text, the names of
   codes that are not in the codebook, and what the export says of the country. Comments, dates and
   further variables stay behind.
4. What is doubtful in a text waits for a person's decision, `reviews`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person, Register
from crosscase.anonymisation.reviews import Decision, Reviews
from crosscase.anonymisation.stated_groups import StatedGroups
from crosscase.coding.codebook import SEPARATOR, Codebook
from crosscase.coding.issues import Inspector
from crosscase.coding.observations import NOBODY, TRUSTED, WITHDRAWN, ObservationCounter, ObservationKind
from crosscase.detectors.models import Model
from crosscase.detectors.spans import Setting, Span
from crosscase.readers.raw import RawCoding, Seen
from crosscase.storage.schemas import AnonymisedCoding, Issue, Observation, Participant
from crosscase.storage.text_form import fold

_MOST_REMEMBERED = 4096  # passages


class Anonymiser:
    """Anonymises one export and keeps the issues that it meets and what it saw.

    `digest` is that of the raw file; `settings` says of each country which numbers and which language
    its interviews have; the names of the `codebook` are nobody's names: a code "Hope" stays as it is though a
    participant is called so.
    """

    def __init__(
        self,
        export: str,
        digest: str,
        register: Register,
        settings: Mapping[str, Setting],
        codebook: Codebook,
        groups: StatedGroups,
        redactor: Redactor,
        reviews: Reviews,
        pseudonyms: Pseudonyms,
        inspector: Inspector,
    ) -> None:
        self._export = export
        self._digest = digest
        self._register = register
        self._settings = settings
        self._anywhere = _joined(settings.values())
        self._codebook = codebook
        self._groups = groups
        self._redactor = redactor
        self._reviews = reviews
        self._redacted: dict[tuple[str, str], str] = {}  # a passage stands in an export once for each of its codes
        self._pseudonyms = pseudonyms
        self._inspector = inspector
        self._held_back: Counter[str] = Counter()
        self._gone: dict[str, int] = {}  # documents of people who withdrew
        self._tally = ObservationCounter(export)
        self._codes: dict[tuple[str, ...], tuple[list[str], str]] = {}

    def anonymise(self, codings: Iterable[RawCoding]) -> Iterator[AnonymisedCoding]:
        """Yield the codings without the people."""
        for coding in codings:
            person = self._see(coding.document)
            if person and person.withdrawn:
                self._held_back["withdrawn_participant"] += 1
            elif self._groups.states(coding):
                self._held_back["country_code"] += 1
            else:
                yield self._anonymised(coding, person)

    def _see(self, document: str, codings: int = 1) -> Person | None:
        """Note a document and whose it is."""
        person = self._register.find(self._export, document)
        whose = NOBODY
        if person:
            whose = WITHDRAWN if person.withdrawn else self._pseudonyms.participant(person.participant)
        self._tally.add(ObservationKind.DOCUMENT, self._named(document), codings, whose)
        return person

    def _named(self, document: str) -> str:
        """The pseudonym of a document; of people who withdrew not even that is left."""
        person = self._register.find(self._export, document)
        if person and person.withdrawn:
            return f"{WITHDRAWN} {self._gone.setdefault(document, len(self._gone) + 1)}"
        return self._pseudonyms.document(self._export, document)

    def _anonymised(self, coding: RawCoding, person: Person | None) -> AnonymisedCoding:
        setting = self._settings[person.group] if person else self._anywhere
        code_path, match = self._code(coding.code_path)
        anonymised = AnonymisedCoding(
            segment_id=sha256(f"{self._digest}\0{coding.locator}".encode()).hexdigest()[:16],
            export=self._export,
            document=self._pseudonyms.document(self._export, coding.document),
            participant=self._pseudonyms.participant(person.participant) if person else None,
            stated_groups=[self._redact(group) for group in self._groups.of(coding)],
            code_path=list(code_path),
            coder=self._pseudonyms.coder(coding.coder) if coding.coder else None,
            start=coding.start,
            end=coding.end,
            text=None if coding.text is None else self._passage(coding.document, coding.text, setting),
            locator=coding.locator,
            fingerprint=self._pseudonyms.fingerprint(coding._replace(locator="")),
        )
        self._tally.add(ObservationKind.CODE, SEPARATOR.join(code_path), 1, match)
        if anonymised.coder:
            self._tally.add(ObservationKind.CODER, anonymised.coder)
        for group in anonymised.stated_groups or [""]:
            self._tally.add(ObservationKind.GROUP, group)
        return anonymised

    def _passage(self, document: str, text: str, setting: Setting) -> str:
        """A passage without people; what is doubtful in it goes to review."""
        if (document, text) not in self._redacted:

            def decided(doubt: Span) -> Decision | None:
                return self._reviews.decision(document, doubt)

            redacted = self._redactor.redact(text, setting, decided)
            self._reviews.wait_for(document, redacted.text, redacted.doubts)
            if len(self._redacted) >= _MOST_REMEMBERED:
                self._redacted.clear()
            self._redacted[document, text] = redacted.text
        return self._redacted[document, text]

    def _redact(self, name: str) -> str:
        """A name that the export gives to something, without people. ASSUME: such a name needs no review."""
        return self._redactor.redact(name, self._anywhere).text

    def _code(self, path: tuple[str, ...]) -> tuple[list[str], str]:
        """The path of a code without people in it, and how the codebook understands it."""
        if path not in self._codes:
            known = self._codebook.vocabulary
            names = [name if fold(name) in known else self._redact(name) for name in path]
            self._codes[path] = names, self._codebook.resolve(path)[0].value
        return self._codes[path]

    def participants(self) -> Iterator[Participant]:
        """The register's people who did not withdraw, under pseudonyms, in an order without meaning."""
        people = {self._pseudonyms.participant(p.participant): p for p in self._register.people if not p.withdrawn}
        for pseudonym, person in sorted(people.items()):
            yield Participant(pseudonym, person.group, list(person.variables), person.consent_to_quote, person.locator)

    def issues(self, seen: Seen) -> Iterator[Issue]:
        """What the door held back, and what the reader saw that a person should know; after all codings passed."""
        for counting in seen.countings:
            if counting.score < TRUSTED:
                message = f"only {counting.score:.0%} of its selections begin and end at words, by {counting.rule}"
                document = self._named(counting.document)
                suggestion = "Compare some segments with the tool."
                yield self._inspector.issue("uncertain_offsets", document, "", message, suggestion)
        if seen.encoding:
            suggestion = "If words look wrong, say under `encoding` in config/study.yaml what it is."
            yield self._inspector.issue("guessed_encoding", "", "", seen.encoding, suggestion)
        for kind, count in sorted(seen.passed_over.items()):
            yield self._inspector.issue("passed_over", "", kind, f"not read, {count} in number")
        if any(person.withdrawn and person.export in ("", self._export) for person in self._register.people):
            self._held_back["withdrawn_participant"] += 0  # also who has no coding here
        for check, count in sorted(self._held_back.items()):
            message = {
                "withdrawn_participant": f"{count} codings of people who withdrew are left out",
                "country_code": f"{count} codings only say of which country a document is",
            }[check]
            yield self._inspector.issue(check, "", "", message, left_out=count)

    def observations(self, seen: Seen, read_as: str, why: str, models: Iterable[Model] = ()) -> Iterator[Observation]:
        """What was seen in the export, without people; complete when all codings have passed."""
        tally = self._tally
        tally.add(ObservationKind.DIGEST, self._digest)
        tally.add(ObservationKind.FORMAT, read_as, detail=why)
        for kind, name in ((ObservationKind.TOOL, seen.tool), (ObservationKind.ENCODING, seen.encoding)):
            if name:
                tally.add(kind, self._redact(name))
        for document in seen.documents:
            self._see(document, 0)
        for path in seen.code_paths:
            code_path, match = self._code(path)
            tally.add(ObservationKind.CODE, SEPARATOR.join(code_path), 0, match)
        for variable in seen.variables:
            tally.add(ObservationKind.VARIABLE, self._redact(variable))
        for counting in seen.countings:
            document = self._named(counting.document)
            tally.add(ObservationKind.OFFSETS, document, counting.selections, counting.rule, counting.score)
        for passed_over, count in seen.passed_over.items():
            tally.add(ObservationKind.PASSED_OVER, passed_over, count)
        for model in models:
            if model.is_used:
                tally.add(ObservationKind.MODEL, model.describe(), detail=model.digest())
        return tally.rows()


def _joined(settings: Iterable[Setting]) -> Setting:
    """The setting of what may come from any of the countries: the numbers of all, in no language."""
    return Setting(tuple(dict.fromkeys(region for setting in settings for region in setting.regions)), ())
