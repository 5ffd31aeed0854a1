"""The door: from raw codings, which hold people, to codings that hold none.

1. Each document is looked up in the register; the codings of people who withdrew are dropped.
2. Participants, documents and coders get pseudonyms, `pseudonyms`.
3. Every other word of the export that goes further is redacted, `redaction`: the text, the names of
   codes that are not in the codebook, and what the export says of the country. Comments, dates and
   further variables stay behind.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from crosscase.issues import Inspector
from crosscase.normal import fold
from crosscase.pseudonyms import Pseudonyms
from crosscase.readers.raw import RawCoding, Remark
from crosscase.redaction import Redactor
from crosscase.register import Person, Register
from crosscase.schemas import AnonymisedCoding, Issue, Participant
from crosscase.study import ExportSettings


class Door:
    """Anonymises one export and keeps the issues that it meets.

    `digest` is that of the raw file; `regions` gives the ISO code of each country, for telephone
    numbers; `vocabulary` are the folded names of the codebook, which are nobody's names: a code "Hope"
    stays as it is though a participant is called so.
    """

    def __init__(
        self,
        export: str,
        settings: ExportSettings,
        digest: str,
        register: Register,
        regions: Mapping[str, str],
        vocabulary: Collection[str],
        redactor: Redactor,
        pseudonyms: Pseudonyms,
        inspector: Inspector,
    ) -> None:
        self._export = export
        self._settings = settings
        self._digest = digest
        self._register = register
        self._regions = regions
        self._vocabulary = vocabulary
        self._redactor = redactor
        self._pseudonyms = pseudonyms
        self._inspector = inspector
        self._withdrawn = 0
        self._remarks: list[Issue] = []

    def remark(self, remark: Remark) -> None:
        """Keep what the reader noticed, the document under its pseudonym."""
        document = self._pseudonyms.document(self._export, remark.document)
        self._remarks.append(self._inspector.issue(remark.check, document, "", remark.message, remark.suggestion))

    def anonymise(self, codings: Iterable[RawCoding]) -> Iterator[AnonymisedCoding]:
        """Yield the codings without the people."""
        for coding in codings:
            person = self._register.find(self._export, coding.document)
            if person and person.withdrawn:
                self._withdrawn += 1
            else:
                yield self._anonymised(coding, person)

    def _anonymised(self, coding: RawCoding, person: Person | None) -> AnonymisedCoding:
        regions = [self._regions[person.country]] if person else list(self._regions.values())

        def redact(text: str) -> str:
            return self._redactor.redact(text, regions)

        return AnonymisedCoding(
            segment_id=sha256(f"{self._digest}\0{coding.locator}".encode()).hexdigest()[:16],
            export=self._export,
            document=self._pseudonyms.document(self._export, coding.document),
            participant=self._pseudonyms.participant(person.participant) if person else None,
            stated_countries=[redact(country) for country in _stated_countries(coding, self._settings)],
            code_path=[name if fold(name) in self._vocabulary else redact(name) for name in coding.code_path],
            coder=self._pseudonyms.coder(coding.coder) if coding.coder else None,
            start=coding.start,
            end=coding.end,
            text=None if coding.text is None else redact(coding.text),
            locator=coding.locator,
            fingerprint=self._pseudonyms.fingerprint(replace(coding, locator="")),
        )

    def participants(self) -> Iterator[Participant]:
        """The register's people who did not withdraw, under pseudonyms, in an order without meaning."""
        people = {self._pseudonyms.participant(p.participant): p for p in self._register.people if not p.withdrawn}
        for pseudonym, person in sorted(people.items()):
            yield Participant(
                pseudonym, person.country, list(person.variables), person.consent_to_quote, person.locator
            )

    def issues(self) -> Iterator[Issue]:
        """What the door noticed; complete when all codings have passed."""
        yield from self._remarks
        if self._withdrawn:
            message = f"{self._withdrawn} codings of people who withdrew are left out"
            yield self._inspector.issue("withdrawn_participant", "", "", message, left_out=self._withdrawn)


def _stated_countries(coding: RawCoding, settings: ExportSettings) -> list[str]:
    if settings.country is not None:
        return [settings.country]
    if settings.country_from == "document_group":
        return list(coding.document_groups)
    if isinstance(settings.country_from, dict):
        value = coding.variables.get(settings.country_from["variable"])
        return [value] if value else []
    return []
