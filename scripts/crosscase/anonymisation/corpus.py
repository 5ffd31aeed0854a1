"""What the texts of one export show, in a first pass over it: how each document is written, and its ordinary words.

1. Casing. Where capital letters are usual, one begins every sentence and every name. An automatic transcript may have
   none, and hurried typing or an old tool capitals only.
2. Ordinary words: those in small letters. Only documents with usual capitals count, since a name is in small letters,
   too, where everything is.

ASSUME: capitals are usual if at least one word in fifty begins with one and goes on in small letters. A document of
fewer than fifty words is written as the export is, and an export of fewer than twenty with capitals.

ASSUME: a word is ordinary here if at least two documents have it in small letters (or the only one has), three times in
all, and three times as often as with a capital letter within a sentence. Nobody writes a name so.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from crosscase.detectors.words import WORD
from crosscase.readers.raw import RawCoding

_FEWEST_DOCUMENTS, _FEWEST_TIMES = 2, 3
_TIMES_AS_OFTEN = 3
_USUAL_CAPITALS = 0.02  # share of words
_SHORTEST = 3  # letters of a word that shows the casing; "I" has a capital letter anywhere
_FEWEST_OF_DOCUMENT, _FEWEST_OF_EXPORT = 50, 20  # such words
_MOST_WORDS = 20_000  # different words of a document that are counted
_MOST_DOCUMENTS = 500  # whose words are counted
_MOST_SEEN = 10**6  # remembered passages


class Casing(StrEnum):
    """How a document is written."""

    USUAL = "usual capitals"
    SMALL = "small letters"
    CAPITALS = "capital letters"


@dataclass(slots=True)
class _Document:
    """How often a document has each word in small letters and with a capital within a sentence, and its casing."""

    small: Counter[str] = field(default_factory=Counter)
    within: Counter[str] = field(default_factory=Counter)
    words: int = 0  # that show the casing; of these:
    titled: int = 0
    capitals: int = 0

    def count_casing(self, text: str) -> None:
        """Count how the words of a passage are written."""
        words = [word for word in WORD.findall(text) if len(word) >= _SHORTEST and word.isalpha()]
        self.words += len(words)
        self.titled += sum(map(str.istitle, words))
        self.capitals += sum(map(str.isupper, words))

    def count_words(self, text: str) -> None:
        """Count each word of a passage."""
        if len(self.small) < _MOST_WORDS:
            self.small.update(filter(str.islower, WORD.findall(text)))
            for before, word in pairwise(text.split()):
                if word[0].isupper() and before[-1].isalnum():
                    self.within.update(word.lower() for word in WORD.findall(word)[:1])

    @property
    def casing(self) -> Casing:
        """How these words are written."""
        if self.titled >= _USUAL_CAPITALS * self.words:
            return Casing.USUAL
        return Casing.CAPITALS if 2 * self.capitals > self.words else Casing.SMALL


class Corpus:
    """The words and the casing of an export."""

    def __init__(self, codings: Iterable[RawCoding] = ()) -> None:
        self._documents: dict[str, _Document] = {}
        self._whole = _Document()
        seen: set[int] = set()  # an export repeats a passage for each of its codes
        for coding in codings:
            if coding.text and (passage := hash((coding.document, coding.text))) not in seen:
                if len(seen) < _MOST_SEEN:
                    seen.add(passage)
                document = self._documents.setdefault(coding.document, _Document())
                document.count_casing(coding.text)
                self._whole.count_casing(coding.text)
                if len(self._documents) <= _MOST_DOCUMENTS:
                    document.count_words(coding.text)

    def casing(self, document: str) -> Casing:
        """How a document is written."""
        found = self._documents.get(document, self._whole)
        if found.words < _FEWEST_OF_DOCUMENT:
            found = self._whole
        return Casing.USUAL if found.words < _FEWEST_OF_EXPORT else found.casing

    def is_ordinary(self, word: str) -> bool:
        """Whether the export has a word in small letters, in enough documents and often enough.

        Accents count: Italian "sarà" makes no ordinary word of the name Sara.
        """
        return word.lower() in self._ordinary

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        counted = [found for name, found in self._documents.items() if self.casing(name) == Casing.USUAL]
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
