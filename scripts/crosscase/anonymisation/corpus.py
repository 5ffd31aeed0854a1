"""What the texts of one export show about its words: those that it has in small letters are ordinary ones.

A first pass over the export counts each word in small letters, and with a capital letter within a sentence. It is made
when the first doubtful word needs it. Only words of documents with capital letters count, since a name is in small
letters, too, where everything is.

ASSUME: a word is ordinary here if at least two documents have it in small letters (or the only one has), three times in
all, and three times as often as with a capital letter within a sentence. Nobody writes a name so.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from crosscase.detectors.words import WORD, begins_sentence
from crosscase.readers.raw import RawCoding

_FEWEST_DOCUMENTS, _FEWEST_TIMES = 2, 3
_TIMES_AS_OFTEN = 3
_USUAL_CAPITALS = 0.02  # share of the words of a document, at least: every sentence begins with one


@dataclass(slots=True)
class _Document:
    """How often a document has each word in small letters, and with a capital letter within a sentence."""

    small: Counter[str] = field(default_factory=Counter)
    within: Counter[str] = field(default_factory=Counter)
    capitals: int = 0

    def count(self, text: str) -> None:
        """Count the words of a passage."""
        for match in WORD.finditer(text):
            word = match[0]
            if word.islower():
                self.small[word] += 1
            elif word[0].isupper():
                self.capitals += 1
                if not begins_sentence(text, match.start()):
                    self.within[word.lower()] += 1

    @property
    def has_usual_capitals(self) -> bool:
        """Whether its capital letters say anything."""
        return self.capitals >= _USUAL_CAPITALS * (self.capitals + self.small.total())


class Corpus:
    """The words of an export. `codings` reads the export once more, from its beginning."""

    def __init__(self, codings: Callable[[], Iterable[RawCoding]]) -> None:
        self._codings = codings

    def is_ordinary(self, word: str) -> bool:
        """Whether the export has a word in small letters, in enough documents and often enough.

        Accents count: Italian "sarà" makes no ordinary word of the name Sara.
        """
        return word.lower() in self._ordinary

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        counted = [document for document in self._counted().values() if document.has_usual_capitals]
        documents: Counter[str] = Counter()
        small: Counter[str] = Counter()
        within: Counter[str] = Counter()
        for document in counted:
            documents.update(document.small.keys())
            small.update(document.small)
            within.update(document.within)
        fewest = min(_FEWEST_DOCUMENTS, len(counted))
        return frozenset(
            word
            for word, times in small.items()
            if documents[word] >= fewest and times >= max(_FEWEST_TIMES, _TIMES_AS_OFTEN * within[word])
        )

    def _counted(self) -> dict[str, _Document]:
        documents: dict[str, _Document] = {}
        seen: set[int] = set()  # an export repeats a passage for each of its codes
        for coding in self._codings():
            if coding.text and (passage := hash((coding.document, coding.text))) not in seen:
                seen.add(passage)
                documents.setdefault(coding.document, _Document()).count(coding.text)
        return documents
