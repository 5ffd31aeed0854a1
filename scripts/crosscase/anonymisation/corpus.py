"""What the texts of one export show, in a first pass over it: how each document is written, and its ordinary words.

1. Casing. Where capital letters are usual, one begins every sentence and every name. An automatic transcript may have
   none, and hurried typing or an old tool capitals only.
2. Passages that are written otherwise than their document, such as an automatic transcript or a chat pasted into it.
3. Ordinary words: those in small letters. Only documents with usual capitals count, and no passage without, since a
   name is in small letters, too, where everything is.

ASSUME: capitals are usual if at least one word in fifty begins with one and goes on in small letters. A document of
fewer than fifty words is written as the export is, and an export of fewer than twenty with capitals.

ASSUME: a passage of a document with usual capitals is written without them if it has fifteen words of three letters or
more, and none begins with a capital. Where such passages have fifty such words, shorter ones are so, too. Of seven
public exports with 2,800 passages it holds for a few, which begin within a sentence and have no end of one.

ASSUME: a word is ordinary here if at least two documents have it in small letters (or the only one has), three times in
all, and three times as often as with a capital letter within a sentence. Nobody writes a name so.

Passages are counted many at once, and what a word shows, with the signs around it, is remembered.
"""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress
from typing import NamedTuple

from crosscase.coding.casing import Casing
from crosscase.detectors.words import WORD
from crosscase.readers.raw import RawCoding

_FEWEST_DOCUMENTS, _FEWEST_TIMES = 2, 3
_TIMES_AS_OFTEN = 3
_USUAL_CAPITALS = 0.02  # share of words
_SHORTEST = 3  # letters of a word that shows the casing; "I" has a capital letter anywhere
_FEWEST_OF_DOCUMENT, _FEWEST_OF_EXPORT, _FEWEST_OF_PASSAGE = 50, 20, 15  # such words
_MOST_WORDS = 20_000  # different words of a document that are counted
_MOST_DOCUMENTS = 500  # whose words are counted
_MOST_SEEN = 10**6  # remembered passages
_MOST_KNOWN = 200_000  # remembered words
_MOST_WAITING = 2**21  # characters that are counted at once
_ENDS = ".?!"  # of sentences
_SPEAKER = ":"  # behind the name of who speaks
_END = " . "  # between two passages: no word goes on behind it


class _Shown(NamedTuple):
    """What a text's word, with the signs around it, shows."""

    small: tuple[str, ...]  # words in small letters
    words: int  # that show the casing; of these:
    titled: int
    capitals: int
    begins: bool  # with a capital letter, has further letters, and is neither in capitals nor the name of who speaks
    letter: bool  # one capital letter, such as "I"


class _ShownBy(dict[str, _Shown]):
    """What each word shows, found out when it is first met."""

    def __missing__(self, written: str) -> _Shown:
        found = [written] if written.isalpha() else WORD.findall(written)
        words = [word for word in found if len(word) >= _SHORTEST and word.isalpha()]
        titled, capitals = sum(map(str.istitle, words)), sum(map(str.isupper, words))
        is_speaker = written.endswith(_SPEAKER)
        begins = not is_speaker and any(word[0].isupper() and not word.isupper() for word in found)
        letter = not is_speaker and bool(found) and len(found[0]) == 1 and found[0].isupper()
        shown = _Shown(tuple(filter(str.islower, found)), len(words), titled, capitals, begins, letter)
        if len(self) < _MOST_KNOWN:
            self[written] = shown
        return shown


@dataclass(slots=True)
class _Document:
    """How often a document has each word in small letters and with a capital within a sentence, and its casing."""

    small: dict[str, int] = field(default_factory=dict)
    within: Counter[str] = field(default_factory=Counter)
    words: int = 0  # that show the casing; of these:
    titled: int = 0
    capitals: int = 0
    without: int = 0  # words of passages without a capital letter
    waiting: list[str] = field(default_factory=list)  # passages to count

    def count(self, shown_by: _ShownBy, with_words: bool) -> None:
        """Count the waiting passages: how their words are written and, if asked for, each word."""
        written = _END.join(self.waiting).split()
        self.waiting.clear()
        times = Counter(written)
        with_words = with_words and len(self.small) < _MOST_WORDS
        small, times_before = self.small, self.small.get
        words = titled = capitals = 0
        for word, number in times.items():
            in_small, shown, with_capital, in_capitals, *_ = shown_by[word]
            words += shown * number
            if with_capital or in_capitals:
                titled += with_capital * number
                capitals += in_capitals * number
            if with_words:
                for one in in_small:
                    small[one] = times_before(one, 0) + number
        self.words, self.titled, self.capitals = self.words + words, self.titled + titled, self.capitals + capitals
        if with_words:
            self._count_within(written, {word for word in times if word[0].isupper()})

    def _count_within(self, written: Sequence[str], capitalised: Set[str]) -> None:
        """Count the words with a capital letter before which no sentence ends."""
        for place in compress(range(len(written)), map(capitalised.__contains__, written)):
            if place and written[place - 1][-1].isalnum():
                self.within.update(word.lower() for word in WORD.findall(written[place])[:1])

    def add(self, other: "_Document") -> None:
        """Add the casing of another document."""
        self.words += other.words
        self.titled += other.titled
        self.capitals += other.capitals

    @property
    def casing(self) -> Casing:
        """How these words are written."""
        if self.titled >= _USUAL_CAPITALS * self.words:
            return Casing.USUAL
        return Casing.CAPITALS if 2 * self.capitals > self.words else Casing.SMALL


def _of_passage(text: str, shown_by: _ShownBy, fewest: int = _FEWEST_OF_PASSAGE) -> tuple[Casing, int]:
    """How a passage is written, and the number of its words that show the casing (none for usual capitals).

    "I" shows usual capitals only at the beginning of a sentence: who writes "i met torhild" may write "I" elsewhere.
    """
    if shown_by[next(iter(text.split(maxsplit=1)), "")].begins:  # the usual passage
        return Casing.USUAL, 0
    words = capitals = 0
    is_beginning, has_letter = True, False
    for written in text.split():
        shown = shown_by[written]
        if shown.begins:
            return Casing.USUAL, 0
        has_letter = has_letter or (shown.letter and is_beginning)
        is_beginning = written[-1] in _ENDS or (is_beginning and written.endswith(_SPEAKER))
        words += shown.words
        capitals += shown.capitals
    if words < fewest:
        return Casing.USUAL, 0
    if 2 * capitals > words:
        return Casing.PARTLY_CAPITALS, words
    return (Casing.USUAL, 0) if has_letter else (Casing.PARTLY_SMALL, words)


class Corpus:
    """The words and the casing of an export."""

    def __init__(self, codings: Iterable[RawCoding] = ()) -> None:
        self._documents: dict[str, _Document] = {}
        self._shown_by = _ShownBy()
        seen: set[int] = set()  # an export repeats a passage for each of its codes
        waiting = 0
        for coding in codings:
            if coding.text and (passage := hash((coding.document, coding.text))) not in seen:
                if len(seen) < _MOST_SEEN:
                    seen.add(passage)
                document = self._documents.setdefault(coding.document, _Document())
                casing, words = _of_passage(coding.text, self._shown_by)
                if casing == Casing.PARTLY_SMALL:
                    document.words += words
                    document.without += words
                    continue
                document.waiting.append(coding.text)
                waiting += len(coding.text)
                if waiting > _MOST_WAITING:
                    self._count()
                    waiting = 0
        self._count()

    def _count(self) -> None:
        """Count the waiting passages of all documents."""
        for number, document in enumerate(self._documents.values()):
            if document.waiting:
                document.count(self._shown_by, number < _MOST_DOCUMENTS)

    @cached_property
    def _whole(self) -> _Document:
        """The casing of all documents together."""
        whole = _Document()
        for document in self._documents.values():
            whole.add(document)
        return whole

    def casing(self, document: str, passage: str = "") -> Casing:
        """How a document is written, or a passage of it."""
        found = self._documents.get(document, self._whole)
        without = found.without
        if found.words < _FEWEST_OF_DOCUMENT:
            found = self._whole
        casing = Casing.USUAL if found.words < _FEWEST_OF_EXPORT else found.casing
        if not passage or casing != Casing.USUAL:
            return casing
        fewest = _FEWEST_OF_PASSAGE if without < _FEWEST_OF_DOCUMENT else 1
        return _of_passage(passage, self._shown_by, fewest)[0]

    def is_ordinary(self, word: str) -> bool:
        """Whether the export has a word in small letters, in enough documents and often enough.

        Accents count: Italian "sarà" makes no ordinary word of the name Sara.
        """
        return word.lower() in self._ordinary

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        counted = [
            found
            for name, found in self._documents.items()
            if self.casing(name) == Casing.USUAL and found.without < _FEWEST_OF_DOCUMENT
        ]
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
