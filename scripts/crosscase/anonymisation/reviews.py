"""Human review: a person decides on doubtful words, and every later build applies the decision.

1. `anonymise_export` writes undecided doubtful words into a queue, one row for each word in each interview.
2. A person copies rows into the file of decisions and fills in the decision, who decided and when.
3. A decision is found by its id. The id depends only on the interview's name and the words, so a decision is valid in
   every export of the interview, from any tool, and for every place of the words. A row that still has the name and the
   words stays valid when the study gets a new key.

ASSUME: within one interview a word means one thing; the queue shows the places where it occurs.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.detectors.spans import Span
from crosscase.languages.vocabulary import shape
from crosscase.messages.errors import Problem, stop_on
from crosscase.spreadsheets import spreadsheet
from crosscase.storage.schemas import ReviewCount

COLUMNS = ("id", "decision", "instead", "by", "on", "export", "document", "words", "reason", "times", "places")
_PLACES = 5  # shown for each word
_CONTEXT = 60  # characters shown on each side of the words
_KINDS = ("", "person", "place", "organisation")


class Choice(StrEnum):
    """What a person may decide."""

    REDACT = "redact"  # `instead`: person (or nothing), place or organisation
    KEEP = "keep"
    GENERALISE = "generalise"  # `instead`: the words to use


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision on some words of an interview."""

    choice: Choice
    instead: str

    def applied(self, doubt: Span) -> Span | None:
        """The doubtful span made certain by the decision; None if the words stay."""
        if self.choice == Choice.KEEP:
            return None
        if self.choice == Choice.GENERALISE:
            return doubt._replace(doubt="", instead=self.instead)
        return doubt._replace(doubt="", kind=self.instead.upper() or doubt.kind)


def read_decisions(path: str, pseudonyms: Pseudonyms) -> tuple[dict[str, Decision], list[Problem]]:
    """Read the file of decisions: the decisions by id, and the problems of its rows.

    Words of a row with a problem, or without a decision, stay in the queue. Raises StudyError if columns are missing or
    the file cannot be read. Messages name rows, not words.
    """
    sheet = spreadsheet.read_list(path)
    stop_on(sheet.missing("id", "decision", "instead", "by", "on"))
    decided_rows = {
        record.locator: {name: value.strip() for name, value in record.fields.items()}
        for record in sheet.records
        if record.fields["decision"].strip()
    }
    for fields in decided_rows.values():
        if fields.get("document") and fields.get("words"):
            fields["id"] = pseudonyms.review(fields["document"], shape(fields["words"]))
    problems = list(_problems(path, decided_rows))
    wrong = {decided_rows[problem.place]["id"] for problem in problems}
    usable = [fields for fields in decided_rows.values() if fields["id"] not in wrong]
    return {fields["id"]: Decision(Choice(fields["decision"]), fields["instead"]) for fields in usable}, problems


def _problems(path: str, decided_rows: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """The problems of rows that have a decision."""
    first_decisions: dict[str, tuple[str, str]] = {}
    for row, fields in decided_rows.items():
        decision, instead = fields["decision"], fields["instead"]
        if decision not in list(Choice):
            yield Problem(path, row, "its decision is not allowed", f"Allowed: {', '.join(Choice)}.")
        elif decision == Choice.GENERALISE and not instead:
            yield Problem(path, row, "it generalises, but gives no words", "Fill in `instead`.")
        elif decision == Choice.REDACT and instead not in _KINDS:
            yield Problem(path, row, "`instead` is not a type", f"Types: {', '.join(_KINDS[1:])}.")
        if not fields["by"] or not fields["on"]:
            yield Problem(path, row, "it does not say who decided and when", "Fill in `by` and `on`.")
        if first_decisions.setdefault(fields["id"], (decision, instead)) != (decision, instead):
            yield Problem(path, row, "another row decides the same id differently", "Keep one of the rows.")


class Reviews:
    """The queue of one export, and the decisions on its words."""

    def __init__(self, export: str, decisions: dict[str, Decision], pseudonyms: Pseudonyms) -> None:
        self._export = export
        self._decisions = decisions
        self._pseudonyms = pseudonyms
        self._rows: dict[str, tuple[str, str, str]] = {}
        self._places: dict[str, dict[str, int]] = {}
        self._times: Counter[str] = Counter()
        self._decided: set[str] = set()
        self.kept: set[str] = set()  # the words that stay, by decision

    def decision(self, document: str, doubt: Span) -> Decision | None:
        """The decision on some words of a document (by its name in the export), or None."""
        number = self._id(document, doubt.original)
        decision = self._decisions.get(number)
        if decision:
            self._decided.add(number)
            if decision.choice == Choice.KEEP:
                self.kept.add(doubt.original)
        return decision

    def wait_for(self, document: str, text: str, doubts: list[Span]) -> None:
        """Add undecided words to the queue; `text` is the redacted text that contains them."""
        for doubt in doubts:
            words = text[doubt.start : doubt.end]
            number = self._id(document, words)
            self._rows.setdefault(number, (document, words, doubt.doubt))
            self._times[number] += 1
            places = self._places.setdefault(number, {})
            if len(places) < _PLACES:
                context = text[max(0, doubt.start - _CONTEXT) : doubt.end + _CONTEXT]
                places.setdefault(" ".join(context.split()), 0)

    def queue(self) -> Iterator[tuple[str, ...]]:
        """The rows that wait for a decision, with the columns `COLUMNS`, in the order of the interviews."""
        for number, (document, words, reason) in sorted(self._rows.items(), key=lambda item: (*item[1], item[0])):
            places = " | ".join(self._places[number])
            yield (number, "", "", "", "", self._export, document, words, reason, str(self._times[number]), places)

    def count(self) -> ReviewCount:
        """How many rows wait, and how many were decided."""
        return ReviewCount(self._export, len(self._rows), len(self._decided))

    def _id(self, document: str, words: str) -> str:
        return self._pseudonyms.review(document, shape(words))
