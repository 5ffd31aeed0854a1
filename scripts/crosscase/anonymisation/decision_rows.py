"""The rows of a file of decisions: which columns they have, what a person may decide, and what is wrong with them.

A row with words is found by them (`id_of`), so that it holds under every key; one without, by its id alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.shown_places import unnumbered
from crosscase.coding.casing import is_about_document
from crosscase.detectors.spans import Span
from crosscase.languages.vocabulary import shape
from crosscase.messages.errors import Problem, ReadError
from crosscase.messages.wording import first_place
from crosscase.spreadsheets import spreadsheet, team_lists
from crosscase.spreadsheets.team_lists import TeamList
from crosscase.storage.text_form import fold

COLUMNS = (
    *("id", "decision", "instead", "by", "on", "where", "words"),
    *("export", "document", "reason", "times", "places"),
)
_REQUIRED = ("decision", "by", "on")  # and `words`, or the ids of a queue
_EMPTY = {"id": "", "instead": ""}  # of a row that has its words, and needs no others
LIST = Path("data/restricted/to_decide/words.csv")  # of `crosscase review --list`
IN_STUDY = LIST.parent / "texts.csv"  # of `crosscase check`: what of the study's own texts may name somebody
BETWEEN_PLACES = " | "
_KINDS = ("", "person", "place", "organisation")


class Choice(StrEnum):
    """What a person may decide."""

    REDACT = "redact"  # `instead`: person (or nothing), place or organisation
    KEEP = "keep"
    GENERALISE = "generalise"  # `instead`: the words to use


class Where(StrEnum):
    """Where a decision holds."""

    EVERYWHERE = "everywhere"  # for these words in the whole study
    DOCUMENT = "document"  # in the row's document
    ONCE = "once"  # at the row's place, the first one of its `places`


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision on some words. `where` and `by` say where it holds and who decided, `row` where it is written down.

    Without `words` it is known by its id alone. Without `document` it holds in all. `export`: in whose queue it was.
    `place`: what stands around the words, if it holds there alone.
    """

    choice: Choice
    instead: str
    where: str = Where.DOCUMENT
    by: str = ""
    words: str = ""
    document: str = ""
    row: str = ""
    export: str = ""
    place: str = ""

    def applied(self, doubt: Span) -> list[Span]:
        """The doubtful span made certain by the decision; nothing if the words stay."""
        if self.choice == Choice.KEEP:
            return []
        if self.choice == Choice.GENERALISE:
            return [doubt._replace(doubt="", instead=self.instead, parts=())]
        return [doubt._replace(doubt="", kind=self.instead.upper() or doubt.kind, parts=())]


ORDINARY_HERE = Decision(Choice.KEEP, "")  # nobody decided: the study's own texts did


def read_decisions(path: str, pseudonyms: Pseudonyms) -> tuple[dict[str, Decision], list[Problem]]:
    """Read the file of decisions: the decisions by id, and the problems of its rows.

    Words of a row with a problem, or without a decision, stay in the queue. Raises StudyError if columns are missing or
    the file cannot be read. Messages name rows, not words.
    """
    rows = {record.locator: understood(record.fields) for record in read_list(path).records}
    decided_rows = {row: fields for row, fields in rows.items() if fields["decision"]}
    for fields in decided_rows.values():
        fields["id"] = id_of(fields, pseudonyms) or fields["id"]
    problems = list(_problems(path, decided_rows))
    begun = [row for row, fields in rows.items() if fields["instead"] and not fields["decision"]]
    wrong = {decided_rows[problem.place]["id"] for problem in problems}
    usable = {row: fields for row, fields in decided_rows.items() if fields["id"] not in wrong}
    return {fields["id"]: _decision(fields, row) for row, fields in usable.items()}, [*problems, *_begun(path, begun)]


def _decision(fields: Mapping[str, str], row: str) -> Decision:
    choice, where = Choice(fields["decision"]), fields.get("where") or Where.DOCUMENT
    document = "" if where == Where.EVERYWHERE else fields.get("document", "")
    words, export = fields.get("words", ""), fields.get("export", "")
    place = _place(fields) if where == Where.ONCE else ""
    return Decision(choice, fields["instead"], where, fields["by"], words, document, row, export, place)


def read_list(path: str) -> TeamList:
    """The rows of a file of decisions, or of a queue. Raises StudyError if columns are missing."""
    required = _REQUIRED if _has_ids(path) else ("words", *_REQUIRED)
    return team_lists.read(path, required, [name for name in COLUMNS if name not in required], passages=True)


def _has_ids(path: str) -> bool:
    try:
        return "id" in map(fold, spreadsheet.headings(path))
    except ReadError:  # which reading it raises again, with advice
        return False


def understood(fields: Mapping[str, str]) -> dict[str, str]:
    """A row with `id` and `instead`, and with its fixed values as they are compared: in small letters."""
    fixed = ("decision", "where", *(("instead",) if fold(fields["decision"]) == Choice.REDACT else ()))
    return _EMPTY | {name: fold(value) if name in fixed else value for name, value in fields.items()}


def is_made(fields: Mapping[str, str]) -> bool:
    """Whether a row, as it is `understood`, has a decision that a build can apply: which, by whom and when."""
    is_whole = fields["by"].strip() and fields["on"].strip() and fields["decision"].strip() in list(Choice)
    return bool(is_whole and (fields["decision"].strip() != Choice.GENERALISE or fields["instead"].strip()))


def id_of(fields: Mapping[str, str], pseudonyms: Pseudonyms) -> str:
    """The id of a row from its words, or "" where they are not given.

    A row with a document that does not say where it holds is valid in its document.
    """
    words, document = shape(fields.get("words", "")), fields.get("document", "")
    where = fields.get("where") or (Where.DOCUMENT if document else "")
    if not words or (where != Where.EVERYWHERE and not document):
        return ""
    if where == Where.EVERYWHERE:
        return pseudonyms.review("", words)
    if where == Where.ONCE:
        return pseudonyms.review(document, f"{words}\0{unnumbered(_place(fields))}")
    return pseudonyms.review(document, words)


def _place(fields: Mapping[str, str]) -> str:
    return fields.get("places", "").split(BETWEEN_PLACES)[0]


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
        where = fields.get("where", "")
        if not fields["id"] and fields.get("words") and not where:
            yield Problem(path, row, "it does not say where the decision holds", f"Allowed: {', '.join(Where)}.")
        elif not fields["id"]:
            yield Problem(path, row, "it has neither an id nor words", "Copy the whole row of the queue.")
        if where not in ("", *Where):
            yield Problem(path, row, "it does not say where the decision holds", f"Allowed: {', '.join(Where)}.")
        elif where == Where.EVERYWHERE and is_about_document(fields.get("words", "")):
            yield Problem(path, row, "it decides about every document at once", "Give each document a row.")
        elif where == Where.ONCE and is_about_document(fields.get("words", "")):
            yield Problem(path, row, "it decides about a document at one place of it", "Write `document` as `where`.")
        elif where and not (fields.get("words") and (where == Where.EVERYWHERE or fields.get("document"))):
            yield Problem(path, row, "it lacks the words or the document of the queue", "Copy the whole row.")
        elif where == Where.ONCE and not fields.get("places"):
            remedy = (
                "Copy the whole row of the queue, or write words of the text around the decided ones into `places`."
            )
            yield Problem(path, row, "it decides at one place, but names none", remedy)
        if not fields["by"] or not fields["on"]:
            yield Problem(path, row, "it does not say who decided and when", "Fill in `by` and `on`.")
        if fields["id"] and first_decisions.setdefault(fields["id"], (decision, instead)) != (decision, instead):
            yield Problem(path, row, "another row decides the same id differently", "Keep one of the rows.")


def _begun(path: str, rows: Sequence[str]) -> Iterator[Problem]:
    if rows:
        what = "it says what to put instead, but not that this is decided"
        yield Problem(path, first_place(rows), what, f"Fill in `decision`: {', '.join(Choice)}. Or empty `instead`.")
