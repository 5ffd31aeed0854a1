"""Whose each document of an export is, and what the team must know about how that was found.

An id of a participant means that participant wherever the export states whose a part of a document is.

Names are equal or they are not. A name that several documents have means none of them, until the register says which by
its address. An ending of a file is left away only if nothing else fits, and then a note says so.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from crosscase.anonymisation import register_hints
from crosscase.anonymisation.document_names import SLASH, DocumentNames, ending_of
from crosscase.anonymisation.register import Person, Register
from crosscase.coding.hidden_names import where_shown
from crosscase.coding.issues import Inspector
from crosscase.messages.wording import counted
from crosscase.storage.schemas import Issue
from crosscase.study.facts import DOCUMENT_GROUP, ExportSettings

_MOST = 200  # documents, and rows of the register, that are compared with each other


def names_of_documents(
    export: str, settings: ExportSettings, register: Register, groups: Mapping[str, str]
) -> DocumentNames:
    """The names of the documents of an export, before any is known; `groups` has the group of each folded spelling."""

    def is_registered(address: str) -> bool:
        return register.find(export, address) is not None

    return DocumentNames(is_registered if settings.group_from == DOCUMENT_GROUP else None, groups)


class DocumentOwners:
    """Finds the participant of each document of an export."""

    def __init__(self, export: str, register: Register, documents: DocumentNames) -> None:
        self._export = export
        self._register = register
        self._documents = documents
        self._people: dict[str, Person | None] = {}
        self._endings: dict[str, str] = {}  # of documents that are found without them alone
        self._called: dict[str, str] = {}  # documents in a form in which the register may name them
        self._codings: Counter[str] = Counter()

    def find(self, document: str, identifier: str = "", codings: int = 0) -> Person | None:
        """The participant of a document; None if the register has none, or if it is not certain which is meant.

        `codings` are counted, for what `issues` tells.
        """
        self._codings[document] += codings
        if document not in self._people:
            person = self._register.find(self._export, *self._documents.in_register(document, identifier))
            if person is None:
                person = self._register.find(self._export, *self._documents.without_ending(document, identifier))
                self._endings |= {document: ending_of(self._documents.file_of(document, identifier))} if person else {}
            if person is None and self._documents.is_part(document):
                person = self._register.with_id(self._export, self._documents.name_of(document))
            self._people[document] = person
            self._called[document] = self._form_in_register(document, identifier)
        return self._people[document]

    def _form_in_register(self, document: str, identifier: str) -> str:
        """The name of a document, or the address of a part, whose name alone many people may have."""
        name = self._documents.name_of(document)
        if not self._documents.is_part(document):
            return name
        return f"{self._documents.file_of(document, identifier)}{SLASH}{name}"

    def hints(self) -> Iterator[str]:
        """A sentence on each row of the register that probably means a document which belongs to nobody."""
        found = {person.participant for person in self._people.values() if person}
        idle = [person for person in self._register.people if person.participant not in found]
        strangers = [self._called[name] for name, person in self._people.items() if person is None]
        return register_hints.find(strangers[:_MOST], self._export, idle[:_MOST])

    def issues(self, inspector: Inspector, pseudonym: Callable[[str], str]) -> Iterator[Issue]:
        """The documents whose name others have, too, and those found without their ending; `pseudonym` names each."""
        for document, count in sorted(self._codings.items()):
            person, codings = self._people[document], counted(count, "coding")
            if person is None and count and self._documents.is_shared(document):
                message = f"several documents of the export have this name, {codings} of this one"
                shown = f"{where_shown(self._export)} shows the address of each"
                remedy = f"Write folder/name, group/name or number/name into `documents` in the register: {shown}."
                yield inspector.issue("ambiguous_document", pseudonym(document), "", message, remedy)
            elif person and count and not person.withdrawn and document in self._endings:
                message = f"found in the register without its ending {self._endings[document]}, {codings}"
                remedy = "If it is another document, write the whole names into `documents` in the register."
                yield inspector.issue("document_ending", pseudonym(document), "", message, remedy)
