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

ASSUME: a passage keeps no words if somebody else speaks in it who withdrew or may not be quoted. It still counts.

ASSUME: of several cases the one counts that the register knows; others are places, groups and the like.
"""

from collections.abc import Callable, Iterable, Iterator

from crosscase.anonymisation.document_names import SLASH
from crosscase.anonymisation.register import Person
from crosscase.anonymisation.speaker_marks import MOST_SPEAKERS, Place, SpeakerMarks
from crosscase.coding.issues import Inspector
from crosscase.messages.errors import unreadable
from crosscase.messages.wording import counted
from crosscase.readers.code_paths import states_speaker
from crosscase.readers.raw import RawCoding, value_of
from crosscase.storage.schemas import Issue
from crosscase.study.facts import ExportSettings

_WITHOUT_PLACES = ("nvivo_matrix", "nvivo_report")  # these number the references in a document instead
_ENDS_INCLUDED = ("atlasti", "maxqda", "requal_csv")  # paragraphs, and characters as R counts them
_SEVERAL = "; "


class StatedParticipants:
    """The participant of each coding in an export's own words.

    `codings` reads the export once more, since a mark may follow the codings that it holds. `find` gives the person
    whom a document and a name mean in the register. Raises ReadError if a code is to say who speaks and the format has
    no places.
    """

    def __init__(
        self,
        settings: ExportSettings,
        codings: Callable[[], Iterable[RawCoding]],
        find: Callable[[str, str], Person | None],
    ) -> None:
        source = settings.participant_from
        named = source if isinstance(source, dict) else {}
        self._settings, self._source = settings, source
        self._variable, self._code, self._by_case = named.get("variable"), named.get("code"), source == "case"
        self._find = find
        self._without_words = 0
        self._ends_included = settings.format in _ENDS_INCLUDED
        self._found = False
        if self._code and settings.format in _WITHOUT_PLACES:
            what = "its codings have no places, so that a code cannot say who speaks"
            raise unreadable(settings.file, what, "Take `participant_from` out, or export the project otherwise.")
        self._marks = self._all_marks(codings()) if self._code else {}

    def states(self, coding: RawCoding) -> bool:
        """Whether a coding only says who speaks."""
        return states_speaker(self._settings, coding.code_path)

    def split(self, codings: Iterable[RawCoding]) -> Iterator[RawCoding]:
        """Yield the codings, each in the document of its participant. `issues` is about the last time."""
        self._without_words = 0
        for coding in codings:
            name, present = self._names(coding) if self._source is not None else ("", [])
            if any(self._is_silent(coding.document, other) for other in present if other != name):
                self._without_words += 1
                coding = coding._replace(text=None)
            if name:
                self._found = True
                number = f"{coding.document_id}{SLASH}" if coding.document_id else ""
                coding = coding._replace(
                    document=name, document_id=f"{number}{coding.document}", whole_document=coding.document
                )
            yield coding

    def issues(self, inspector: Inspector, variables: Callable[[], str]) -> Iterator[Issue]:
        """An error if no coding has a participant, and a note on words that are left out.

        `variables` gives a sentence on what the export has.
        """
        if self._source is not None and not self._found:
            value = self._variable or self._code or "case"
            message = "no coding has a participant in this column, variable, case or code"
            remedy = f"Correct participant_from in config/study.yaml. {variables()}"
            yield inspector.issue("participant_not_stated", "", value, message, remedy)
        if self._without_words:
            why = "somebody else speaks in the passage, too, who withdrew or may not be quoted"
            message = f"{counted(self._without_words, 'coding')} without words: {why}"
            yield inspector.issue("words_left_out", "", "", message)

    def _names(self, coding: RawCoding) -> tuple[str, list[str]]:
        """The name of a coding's participant, empty if none is stated, and all who speak in the passage."""
        if self._variable:
            return value_of(coding.variables, self._variable).strip(), []
        names, present = (list(coding.cases), []) if self._by_case else self._speakers(coding)
        if len(names) > 1:
            names = [name for name in names if self._find(coding.document, name)] or names
        return _SEVERAL.join(names).strip(), present

    def _is_silent(self, document: str, name: str) -> bool:
        """Whether somebody withdrew or may not be quoted."""
        person = self._find(document, name)
        return person is not None and (person.withdrawn or not person.consent_to_quote)

    def _speakers(self, coding: RawCoding) -> tuple[list[str], list[str]]:
        """Who has most of a passage, or whom a mark names; and all who have any of it."""
        marks, place = self._marks.get((coding.document, coding.document_id)), self._place(coding)
        most, present = marks.speakers(place) if marks and place else ([], [])
        return ([coding.code_path[-1]] if self.states(coding) else most), present

    def _place(self, coding: RawCoding) -> Place | None:
        if coding.start is None or coding.end is None:
            return None
        return coding.start, max(coding.end + self._ends_included, coding.start + 1)

    def _all_marks(self, codings: Iterable[RawCoding]) -> dict[tuple[str, str], SpeakerMarks]:
        """The marks of each document. Raises ReadError if one has too many speakers."""
        found: dict[tuple[str, str], list[tuple[str, Place]]] = {}
        for coding in codings:
            if self.states(coding) and (place := self._place(coding)):
                found.setdefault((coding.document, coding.document_id), []).append((coding.code_path[-1], place))
        marks = {document: SpeakerMarks(of_document) for document, of_document in found.items()}
        if any(of_document.count > MOST_SPEAKERS for of_document in marks.values()):
            what = f"a document has more than {counted(MOST_SPEAKERS, 'speaker')}"
            raise unreadable(self._settings.file, what, "Name another code in `participant_from`.")
        return marks
