"""Several participants in one document, as in a focus group: whose each coding is, as `participant_from` says.

- `variable`: a column of the table, or a variable of the document or case, names the participant;
- `case`: the case of the coding does;
- `code`: a code below which each code is a participant marks who speaks. A coding belongs to the participant whose
  marks hold most of it.

The codings of one participant in a document are a document of their own, which goes by the participant's name in the
export or, if several documents have the name, by its address `document/name`. A coding for which nothing is stated
stays with its document.

ASSUME: a passage in which several participants speak belongs to the one who has most of it, so that it counts once. If
two have equal parts, it belongs to nobody in the register, which is an error.

ASSUME: a level below that code which the register knows is the participant, as Anna in "Women > Anna" and in "Anna >
aside". Who speaks under a code that the study leaves out, such as an interviewer, does not count as a speaker.

ASSUME: of several cases the one counts that the register knows; others are places, groups and the like.

A passage keeps no words if somebody else to whom it belongs withdrew or may not be quoted (`words_of_others`). It still
counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from crosscase.anonymisation.document_names import SLASH, without_ending
from crosscase.anonymisation.register import Person, Register
from crosscase.anonymisation.speaker_marks import MOST_SPEAKERS, SpeakerMarks
from crosscase.anonymisation.words_of_others import Document, Place, WordsOfOthers, may_be_quoted
from crosscase.coding.codebook import SEPARATOR
from crosscase.coding.hidden_names import where_shown
from crosscase.coding.issues import Inspector
from crosscase.coding.left_out_codes import LeftOutCodes
from crosscase.messages.errors import unreadable
from crosscase.messages.wording import counted
from crosscase.readers.code_paths import levels_of_speaker
from crosscase.readers.raw import RawCoding, value_of
from crosscase.storage.schemas import Issue
from crosscase.storage.text_form import fold
from crosscase.study.facts import ExportSettings

_WITHOUT_PLACES = ("nvivo_matrix", "nvivo_report")  # these number the references in a document instead
_ENDS_INCLUDED = ("atlasti", "maxqda", "requal_csv")  # paragraphs, and characters as R counts them
_SEVERAL = "; "


class StatedParticipants:
    """The participant of each coding in an export's own words.

    `codings` reads the export once more, since a mark may follow the codings that it holds. Raises ReadError if a code
    is to say who speaks and the format has no places.
    """

    def __init__(
        self, settings: ExportSettings, codings: Callable[[], Iterable[RawCoding]], export: str, register: Register
    ) -> None:
        source = settings.participant_from
        named = source if isinstance(source, dict) else {}
        self._settings, self._source = settings, source
        self._variable, self._code, self._by_case = named.get("variable"), named.get("code"), source == "case"
        self._export, self._register = export, register
        self._left_out = LeftOutCodes(settings.leave_out)
        self._without_words = self._shared = 0
        self._unregistered: Counter[str] = Counter()  # speakers in codings of others, by address
        self._ends_included = settings.format in _ENDS_INCLUDED
        self._found = False
        self._documents_of: dict[str, set[Document]] = {}  # in which a name speaks
        self._names_of_documents: set[str] = set()  # folded
        self._coded: dict[str, dict[Document, None]] = {}  # documents with codings besides marks, by folded name
        self._spellings: dict[str, str] = {}  # of speakers, by folded name
        self._others = WordsOfOthers()
        self._marks: dict[Document, SpeakerMarks] = {}
        if self._code and settings.format in _WITHOUT_PLACES:
            what = "its codings have no places, so that a code cannot say who speaks"
            raise unreadable(settings.file, what, "Take `participant_from` out, or export the project otherwise.")
        if source is not None:
            self._note_names(codings())
            self._note_passages(codings())

    def states(self, coding: RawCoding) -> bool:
        """Whether a coding only says who speaks."""
        return bool(self._below(coding))

    def split(self, codings: Iterable[RawCoding]) -> Iterator[RawCoding]:
        """Yield the codings, each in the document of its participant. `issues` is about the last time."""
        if self._source is None:
            yield from codings
            return
        self._without_words = self._shared = 0
        self._unregistered.clear()
        for coding in codings:
            names = self._names(coding)
            self._shared += len(names) > 1 and not self.states(coding)
            coding = self._without_words_of_others(coding, names)
            if name := _SEVERAL.join(names).strip():
                self._found = True
                number = f"{coding.document_id}{SLASH}" if coding.document_id else ""
                coding = coding._replace(
                    document=name, document_id=f"{number}{coding.document}", whole_document=coding.document
                )
            yield coding

    def issues(
        self, inspector: Inspector, variables: Callable[[], str], pseudonym: Callable[[str], str]
    ) -> Iterator[Issue]:
        """Errors if no coding has a participant or somebody unknown speaks, and a note on words that are left out.

        `variables` gives a sentence on what the export has, `pseudonym` names a participant's part of a document.
        """
        value = self._variable or self._code or "case"
        if self._source is not None and not self._found:
            message = "no coding has a participant in this column, variable, case or code"
            remedy = f"Correct participant_from in config/study.yaml. {variables()}"
            yield inspector.issue("participant_not_stated", "", value, message, remedy)
        for address, count in sorted(self._unregistered.items()):
            message = f"this speaker is not in the register, but speaks in {counted(count, 'coding')} of others"
            remedy = (
                f"{where_shown(self._export)} shows the name. Add it to the participant's `documents` in the register. "
                f"An interviewer is no participant: add the speaker's code to `leave_out` in config/study.yaml."
            )
            yield inspector.issue("unregistered_speaker", "", pseudonym(address), message, remedy)
        if self._shared:
            message = f"{counted(self._shared, 'coding')} of several participants alike: counted for nobody"
            remedy = "In the tool, give each of these passages to one participant, or code it for each of them."
            yield inspector.issue("shared_passage", "", value, message, remedy)
        if self._without_words:
            why = "the passage belongs to somebody else, too, who withdrew or may not be quoted"
            message = f"{counted(self._without_words, 'coding')} without words: {why}"
            yield inspector.issue("words_left_out", "", "", message)

    def _note_names(self, codings: Iterable[RawCoding]) -> None:
        """Note in which documents each name speaks, and all marks. Raises ReadError if one has too many speakers."""
        marks: dict[Document, list[tuple[str, Place]]] = {}
        for coding in codings:
            document, levels = _document(coding), self._below(coding)
            self._names_of_documents.add(document[0])
            for name in levels or self._stated(coding):
                self._documents_of.setdefault(fold(name), set()).add(document)
            if not levels:
                self._coded.setdefault(document[0], {})[document] = None
            elif place := self._place(coding):
                marks.setdefault(document, []).extend((name, place) for name in self._speakers_marked(coding))
        of_document: dict[Document, list[tuple[str, Place]]] = {}
        for document, found in marks.items():
            for meant in self._meant(document):
                of_document.setdefault(meant, []).extend(found)
        self._marks = {document: SpeakerMarks(found) for document, found in of_document.items()}
        if any(found.count > MOST_SPEAKERS for found in self._marks.values()):
            what = f"a document has more than {counted(MOST_SPEAKERS, 'speaker')}"
            raise unreadable(self._settings.file, what, "Name another code in `participant_from`.")

    def _meant(self, document: Document) -> Iterable[Document]:
        """The documents that marks in a document are about.

        ASSUME: marks in a document without codings, as with a wrong country, are about all others of its name.
        """
        coded = self._coded.get(document[0], {})
        return [document] if document in coded or not coded else coded

    def _note_passages(self, codings: Iterable[RawCoding]) -> None:
        """Note the passages of people whose words may not be published."""
        for coding in codings:
            if self._code:
                names: Iterable[str] = self._speakers_marked(coding)
            else:
                names = [part for name in self._names(coding) for part in name.split(_SEVERAL)]
            owners = [self._person(coding, name) for name in names]
            if not owners and (person := self._owner(coding)):
                owners = [person] if not self._code else []
            if owners:
                for document in self._meant(_document(coding)):
                    self._others.note(owners, document, self._place(coding), coding.text)

    def _without_words_of_others(self, coding: RawCoding, names: Sequence[str]) -> RawCoding:
        """A coding without its words if somebody else has a part in them whose words may not be published.

        The words of a coding without a place become its place, of which only a keyed digest is kept: codings of equal
        words still count as one segment.
        """
        self._note_unregistered(coding, names)
        owner = self._person(coding, names[0]) if names else self._owner(coding)
        is_alone = len(names) <= 1
        if coding.text is None or (is_alone and owner and owner.withdrawn):
            return coding
        place = self._place(coding)
        passage = _document(coding), place, coding.text
        may_keep = is_alone and not may_be_quoted(owner)  # words that are published nowhere
        if not (self._others.of_withdrawn_in(*passage) or (not may_keep and self._others.of_unquotable_in(*passage))):
            return coding
        self._without_words += 1
        place_of_words = coding.place or ("" if place else coding.text)
        return coding._replace(text=None, place=place_of_words, words_of_others=True)

    def _note_unregistered(self, coding: RawCoding, names: Sequence[str]) -> None:
        """Note who speaks in a coding of somebody else and is not in the register."""
        marks, place = self._marks.get(_document(coding)), self._place(coding)
        if not (marks and place) or self.states(coding):
            return
        for name in marks.speakers(place)[1]:
            if name not in names and self._person(coding, name) is None:
                self._unregistered[f"{coding.document}{SLASH}{name}"] += 1

    def _names(self, coding: RawCoding) -> list[str]:
        """The names of a coding's participant: none if none is stated, several if it is nobody's alone."""
        if self._code:
            marks, place = self._marks.get(_document(coding)), self._place(coding)
            if self.states(coding):
                return self._speakers_marked(coding)
            return marks.speakers(place)[0] if marks and place else []
        names = self._stated(coding)
        if len(names) > 1:
            names = [name for name in names if self._person(coding, name)] or names
        return names

    def _stated(self, coding: RawCoding) -> list[str]:
        """What a variable or the cases call the participant."""
        if self._variable:
            name = value_of(coding.variables, self._variable).strip()
            return [name] if name else []
        return list(coding.cases) if self._by_case else []

    def _below(self, coding: RawCoding) -> tuple[str, ...]:
        """The levels of a mark's code below the code of speakers; none of other codings and of codes left out."""
        levels = levels_of_speaker(self._settings, coding.code_path)
        above = coding.code_path[: len(coding.code_path) - len(levels)]
        is_left_out = levels and self._left_out.pattern_of(coding.code_path) and not self._left_out.pattern_of(above)
        return () if is_left_out else levels

    def _speakers_marked(self, coding: RawCoding) -> list[str]:
        """Whom a mark names: the levels that the register knows, else all of them together."""
        levels = self._below(coding)
        known = [name for name in levels if self._person(coding, name)]
        names = known or ([SEPARATOR.join(levels)] if levels else [])
        return [self._spellings.setdefault(fold(name), name) for name in names]

    def _person(self, coding: RawCoding, name: str) -> Person | None:
        """Whom a name in a document means in the register: an address or a name that means no other, or an id."""
        documents = self._documents_of.get(fold(name), set())
        folded, number = _document(coding)
        exact, *bare = self._spellings_of(coding.document)
        is_only_one = sum(document == folded for document, _ in documents) <= 1

        def addresses_in(called: str) -> list[str]:
            with_number = [f"{coding.document_id}{SLASH}{called}{SLASH}{name}"] if number else []
            return [*with_number, f"{called}{SLASH}{name}"] if is_only_one else with_number

        addresses = [*addresses_in(exact), *([name] if len(documents) <= 1 else [])]
        addresses += [address for called in bare for address in addresses_in(called)]
        return self._register.find(self._export, *addresses) or self._register.with_id(self._export, name)

    def _owner(self, coding: RawCoding) -> Person | None:
        """Whom the register gives a whole document."""
        return self._register.find(self._export, *self._spellings_of(coding.document))

    def _spellings_of(self, document: str) -> list[str]:
        """The name of a document, and without the ending of a file if no other document is called so."""
        bare = without_ending(document)
        return [document, *([bare] if fold(bare) not in self._names_of_documents else [])]

    def _place(self, coding: RawCoding) -> Place | None:
        if coding.start is None or coding.end is None:
            return None
        return coding.start, max(coding.end + self._ends_included, coding.start + 1)


def _document(coding: RawCoding) -> Document:
    return fold(coding.document), fold(coding.document_id)
