"""The words that wait for a decision, grouped over the whole study: one row for a word, the most doubtful first.

1. Each export has a queue, with a row for each word in each document. `anonymise_export` wrote it.
2. Rows with the same words, whatever their case and accents, make one group.
3. Words like a listed name come first, then common names and what a model found, then words of no vocabulary; ordinary
   words with a capital letter come last. Among them the words of most documents come first, and sentences last: what
   stands in them is decided before their rest.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crosscase.anonymisation import decision_rows
from crosscase.anonymisation.decision_rows import BETWEEN_PLACES, COLUMNS, Where
from crosscase.coding.casing import SOME_PASSAGES, is_about_document
from crosscase.detectors import sentence_rest
from crosscase.detectors.suspicion import COMMON_NAME, LIKE_LISTED, ORDINARY, UNKNOWN
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import shape

QUEUES = Path("data/restricted/review")
CONTEXTS = 3  # shown for each word
_ORDER = (LIKE_LISTED, COMMON_NAME, "", UNKNOWN, ORDINARY)  # "": every other reason


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row of a queue: some words in one document."""

    words: str
    export: str
    document: str
    reason: str
    times: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """What one decision is about: the rows with the same words everywhere, in a document, or at one place."""

    where: Where
    rows: tuple[Waiting, ...]

    @property
    def words(self) -> str:
        """The words as they are written most often."""
        return max(self.rows, key=lambda row: row.times).words

    @property
    def times(self) -> int:
        """How often the words occur."""
        return sum(row.times for row in self.rows)

    @property
    def documents(self) -> int:
        """In how many documents the words occur."""
        return len({(row.export, row.document) for row in self.rows})

    @property
    def reason(self) -> str:
        """Why the words are doubtful: the strongest reason."""
        return min((row.reason for row in self.rows), key=rank)

    @property
    def contexts(self) -> list[str]:
        """A few places, from different documents first; all passages that somebody must read."""
        deepest = max(len(row.places) for row in self.rows)
        by_turn = (row.places[turn] for turn in range(deepest) for row in self.rows if turn < len(row.places))
        return list(dict.fromkeys(by_turn))[: None if self.words.startswith(SOME_PASSAGES) else CONTEXTS]

    def has_part(self, words: str) -> bool:
        """Whether some words follow each other in those of the item, and are not all of them."""
        part, whole = (list(map(shape, WORD.findall(written))) for written in (words, self.words))
        starts = range(len(whole) - len(part) + 1)
        if is_about_document(self.words):
            return False
        return 0 < len(part) < len(whole) and any(whole[start : start + len(part)] == part for start in starts)

    def narrowed(self, where: Where) -> list["Item"]:
        """The same words, to be decided in each document or at each place that the queue shows."""
        if where == Where.DOCUMENT:
            return [Item(where, (row,)) for row in self.rows]
        once = [(row, place) for row in self.rows for place in row.places]
        return [
            Item(where, (Waiting(row.words, row.export, row.document, row.reason, 1, (place,)),)) for row, place in once
        ]

    def fields(self) -> dict[str, str]:
        """The row of the file of decisions, not yet decided."""
        (first, *_), narrow = self.rows, self.where != Where.EVERYWHERE
        found = {
            "where": str(self.where),
            "words": self.words,
            "export": first.export if narrow else "",
            "document": first.document if narrow else "",
            "reason": self.reason,
            "times": str(self.times),
            "places": BETWEEN_PLACES.join(self.contexts),
        }
        return {column: found.get(column, "") for column in COLUMNS}


def rank(reason: str) -> int:
    """How likely a reason makes a name: 0 is the most likely. A reason may be made of several."""
    parts = reason.split("; ")
    return min(_ORDER.index(part) if part in _ORDER else _ORDER.index("") for part in parts)


def read_queues(exports: Iterable[str]) -> list[Waiting]:
    """The rows of the queues of some exports, as far as they were built."""
    rows = []
    for export in exports:
        path = QUEUES / f"{export}.csv"
        if path.exists():
            rows += [_waiting(record.fields) for record in decision_rows.read_list(str(path)).records]
    return rows


def _waiting(fields: Mapping[str, str]) -> Waiting:
    places = tuple(fields["places"].split(BETWEEN_PLACES))
    return Waiting(
        fields["words"], fields["export"], fields["document"], fields["reason"], int(fields["times"]), places
    )


def grouped(rows: Iterable[Waiting]) -> list[Item]:
    """The rows by their words, the most doubtful words first. What is about a document is decided for it alone."""
    by_words: dict[tuple[str, str], list[Waiting]] = {}
    for row in rows:
        document = row.document if is_about_document(row.words) else ""
        by_words.setdefault((shape(row.words), document), []).append(row)
    items = [
        Item(Where.DOCUMENT if document else Where.EVERYWHERE, tuple(same)) for (_, document), same in by_words.items()
    ]
    return sorted(items, key=_order)


def _order(item: Item) -> tuple[int, bool, int, int, str]:
    is_sentence = sentence_rest.DOUBT in item.reason
    return rank(item.reason), is_sentence, -item.documents, -item.times, shape(item.words)


def lie_in_others(items: Sequence[Item]) -> bool:
    """Whether the words of some item follow each other in a longer one."""
    words = [tuple(map(shape, WORD.findall(item.words))) for item in items if not is_about_document(item.words)]
    known = frozenset(words)
    return any(
        whole[first:last] in known
        for whole in known
        for first in range(len(whole))
        for last in range(first + 1, len(whole) + (first > 0))
    )


def spreadsheet_rows(items: Sequence[Item]) -> Iterator[tuple[str, ...]]:
    """The rows of the list for a spreadsheet, with the columns of the file of decisions."""
    for item in items:
        yield tuple(item.fields().values())
