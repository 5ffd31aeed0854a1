"""Human review: what no rule can decide is put before a person, whose decision every later build applies.

1. The door writes what is doubtful and undecided into a queue, a row for each word in each interview.
2. A person copies rows into the file of decisions and fills in what to do, who decided and when.
3. A decision is found by its id, which is made of the interview's name and the words alone: it holds for every export
   of that interview, in whatever tool and wherever the words stand. Where its row still has both, it also outlives the
   key that its id was made with.

ASSUME: within one interview a word means one thing; the queue shows the places where it stands.
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
_PLACES = 5  # shown of each word
_AROUND = 60  # characters of a place, to each side
_KINDS = ("", "person", "place", "organisation")


class Choice(StrEnum):
    """What a person may decide."""

    REDACT = "redact"  # `instead`: person (or nothing), place or organisation
    KEEP = "keep"
    GENERALISE = "generalise"  # `instead`: the words to put there


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done with some words of an interview."""

    choice: Choice
    instead: str

    def applied(self, doubt: Span) -> Span | None:
        """The doubtful span as it was decided: certain, or None if it stays."""
        if self.choice == Choice.KEEP:
            return None
        if self.choice == Choice.GENERALISE:
            return doubt._replace(doubt="", instead=self.instead)
        return doubt._replace(doubt="", kind=self.instead.upper() or doubt.kind)


def read_decisions(path: str, pseudonyms: Pseudonyms) -> tuple[dict[str, Decision], list[Problem]]:
    """Read the file of decisions, by id, and what is wrong with its rows; what such a row is about waits on.

    Rows without a decision are left to the queue. Raises StudyError where columns are missing or nothing can be read.
    Messages name rows, not words.
    """
    sheet = spreadsheet.read_list(path)
    stop_on(sheet.missing("id", "decision", "instead", "by", "on"))
    made = {
        record.locator: {name: value.strip() for name, value in record.fields.items()}
        for record in sheet.records
        if record.fields["decision"].strip()
    }
    for fields in made.values():
        if fields.get("document") and fields.get("words"):
            fields["id"] = pseudonyms.review(fields["document"], shape(fields["words"]))
    problems = list(_problems(path, made))
    wrong = {made[problem.place]["id"] for problem in problems}
    usable = [fields for fields in made.values() if fields["id"] not in wrong]
    return {fields["id"]: Decision(Choice(fields["decision"]), fields["instead"]) for fields in usable}, problems


def _problems(path: str, made: Mapping[str, Mapping[str, str]]) -> Iterator[Problem]:
    """What is wrong with rows that have a decision, by their place."""
    seen: dict[str, tuple[str, str]] = {}
    for row, fields in made.items():
        decision, instead = fields["decision"], fields["instead"]
        if decision not in list(Choice):
            yield Problem(path, row, "its decision is not legal", f"Legal: {', '.join(Choice)}.")
        elif decision == Choice.GENERALISE and not instead:
            yield Problem(path, row, "it generalises, but not to what", "Fill in `instead`.")
        elif decision == Choice.REDACT and instead not in _KINDS:
            yield Problem(path, row, "`instead` names no type", f"Types: {', '.join(_KINDS[1:])}.")
        if not fields["by"] or not fields["on"]:
            yield Problem(path, row, "it does not say who decided and when", "Fill in `by` and `on`.")
        if seen.setdefault(fields["id"], (decision, instead)) != (decision, instead):
            yield Problem(path, row, "the same id is decided otherwise in another row", "Keep one of them.")


class Reviews:
    """The queue of one export, and what was decided."""

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
        """What was decided on some words of a document (its name in the export)."""
        number = self._id(document, doubt.original)
        decision = self._decisions.get(number)
        if decision:
            self._decided.add(number)
            if decision.choice == Choice.KEEP:
                self.kept.add(doubt.original)
        return decision

    def wait_for(self, document: str, text: str, doubts: list[Span]) -> None:
        """Put undecided words into the queue; `text` is the redacted text in which they stand."""
        for doubt in doubts:
            words = text[doubt.start : doubt.end]
            number = self._id(document, words)
            self._rows.setdefault(number, (document, words, doubt.doubt))
            self._times[number] += 1
            places = self._places.setdefault(number, {})
            if len(places) < _PLACES:
                around = text[max(0, doubt.start - _AROUND) : doubt.end + _AROUND]
                places.setdefault(" ".join(around.split()), 0)

    def queue(self) -> Iterator[tuple[str, ...]]:
        """The rows that wait for a decision, columns as `COLUMNS`, in the order of the interviews."""
        for number, (document, words, reason) in sorted(self._rows.items(), key=lambda item: (*item[1], item[0])):
            places = " | ".join(self._places[number])
            yield (number, "", "", "", "", self._export, document, words, reason, str(self._times[number]), places)

    def count(self) -> ReviewCount:
        """How many rows wait, and how many were decided."""
        return ReviewCount(self._export, len(self._rows), len(self._decided))

    def _id(self, document: str, words: str) -> str:
        return self._pseudonyms.review(document, shape(words))
