"""What the texts of one export show, in a first pass over it: how each document is written, and its ordinary words.

1. Casing. Where capital letters are usual, one begins every sentence and every name. An automatic transcript may have
   none, and hurried typing or an old tool capitals only.
2. Passages that are written otherwise than their document, such as an automatic transcript or a chat pasted into it.
3. Short forms that are nobody's initials: in capitals within a sentence, "the GP came".
4. Ordinary words: those in small letters. Only documents with usual capitals count, and no passage without, since a
   name is in small letters, too, where everything is.

ASSUME: capitals are usual if at least one word in fifty begins with one and goes on in small letters. A document of
fewer than fifty words is written as the export is, and an export of fewer than twenty with capitals.

ASSUME: a document of fewer than fifty words none of whose passages has a capital letter is in small letters if they
have fifteen words. Short passages without a capital letter, which may be parts of sentences, are in small letters where
they make a fifth of a document and fifty words, or where long ones have fifty. Of six public exports with 2,600
passages in usual letters, long ones are five, and the short ones nowhere make more than a twentieth.

ASSUME: a word is ordinary here if at least two documents have it in small letters (or the only one has), three times in
all, and three times as often as with a capital letter within a sentence. Nobody writes a name so.

Passages are counted many at once, and what a word shows, with the signs around it, is remembered.
"""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from itertools import compress

from crosscase.anonymisation.passage_casing import FEWEST, ShownBy, Written, of_passage
from crosscase.coding.casing import Casing
from crosscase.detectors import speaker_initials
from crosscase.detectors.turn_beginnings import COLONS
from crosscase.detectors.words import WORD
from crosscase.readers.raw import RawCoding

_FEWEST_DOCUMENTS, _FEWEST_TIMES = 2, 3
_TIMES_AS_OFTEN = 3
_USUAL_CAPITALS = 0.02  # share of words
_FEWEST_OF_DOCUMENT, _FEWEST_OF_EXPORT = 50, 20  # words that show the casing
_LARGE_PART = 0.2  # of the words of a document
_MOST_WORDS = 20_000  # different words of a document that are counted
_MOST_DOCUMENTS = 500  # whose words are counted
_MOST_SEEN = 10**6  # remembered passages
_MOST_WAITING = 2**21  # characters that are counted at once
_LONGEST_SHORT = 8  # characters of a short form, with points and the signs behind it
_SPEAKERS_END = (*COLONS, ">")  # of the mark of who speaks
_DIGEST, _SHOWN_DIGEST = 16, 5  # bytes
_END = " . "  # between two passages: no word goes on behind it


@dataclass(slots=True)
class _Document:
    """How often a document has each word in small letters and with a capital within a sentence, and its casing."""

    small: dict[str, int] = field(default_factory=dict)
    within: Counter[str] = field(default_factory=Counter)
    in_capitals: set[str] = field(default_factory=set)  # short words within a sentence, with their signs
    words: int = 0  # that show the casing; of these:
    titled: int = 0
    capitals: int = 0
    without: int = 0  # words of passages without a capital letter; of these:
    long_without: int = 0  # of long ones
    has_usual: bool = False  # a passage with a capital letter
    to_read: set[bytes] = field(default_factory=set)  # digests of passages in small letters or in capitals
    short: set[bytes] = field(default_factory=set)  # of such that may be parts of sentences
    waiting: list[str] = field(default_factory=list)  # passages to count

    def count_without(self, passage: Written) -> None:
        """Count a passage without a capital letter."""
        self.words += passage.small
        self.without += passage.small
        if passage.casing == Casing.PARTLY_SMALL:
            self.long_without += passage.small

    def count(self, shown_by: ShownBy, with_words: bool) -> None:
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
            capitalised = {word for word in times if word[0].isupper()}
            self._count_within(written, capitalised)
            if short := {word for word in capitalised if 1 < len(word) <= _LONGEST_SHORT and word[1:].isupper()}:
                self._note_short_forms(written, short)

    def _count_within(self, written: Sequence[str], capitalised: Set[str]) -> None:
        """Count the words with a capital letter before which no sentence ends."""
        for place in compress(range(len(written)), map(capitalised.__contains__, written)):
            if place and written[place - 1][-1].isalnum():
                self.within.update(word.lower() for word in WORD.findall(written[place])[:1])

    def _note_short_forms(self, written: Sequence[str], in_capitals: Set[str]) -> None:
        """Note the words in capitals before which no sentence ends: short forms, mostly."""
        for place in compress(range(len(written)), map(in_capitals.__contains__, written)):
            if place and written[place - 1][-1].isalnum():
                self.in_capitals.add(written[place])

    @property
    def is_partly_without(self) -> bool:
        """Whether short passages without a capital letter are no parts of sentences."""
        is_large = self.without >= max(_FEWEST_OF_DOCUMENT, _LARGE_PART * self.words)
        return is_large or self.long_without >= _FEWEST_OF_DOCUMENT

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


class Corpus:
    """The words and the casing of an export."""

    def __init__(self, codings: Iterable[RawCoding] = ()) -> None:
        self._documents: dict[str, _Document] = {}
        self._shown_by = ShownBy()
        seen: set[int] = set()  # an export repeats a passage for each of its codes
        waiting = 0
        for coding in codings:
            if coding.text and (passage := hash((coding.document, coding.text))) not in seen:
                if len(seen) < _MOST_SEEN:
                    seen.add(passage)
                document = self._documents.setdefault(coding.document, _Document())
                written = of_passage(coding.text, self._shown_by)
                if written.small or written.casing != Casing.USUAL:
                    digest = blake2b(coding.text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()
                    (document.short if written.casing == Casing.USUAL else document.to_read).add(digest)
                document.has_usual = document.has_usual or not written.small
                if written.small or (written.is_mixed and written.casing != Casing.USUAL):
                    document.count_without(written)  # such a passage tells nothing on which words are ordinary
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
        casing = self._of_document(found)
        if not passage or casing != Casing.USUAL:
            return casing
        written = of_passage(passage, self._shown_by)
        is_short = written.casing == Casing.USUAL and written.small and found.is_partly_without
        return Casing.PARTLY_SMALL if is_short else written.casing

    def passages_without(self, document: str) -> str:
        """A digest of the passages of a document with usual capitals that are written without, in any order."""
        found = self._documents.get(document, self._whole)
        passages = found.to_read | (found.short if found.is_partly_without else set())
        return blake2b(b"".join(sorted(passages)), digest_size=_SHOWN_DIGEST).hexdigest()

    def is_mixed(self, passage: str) -> bool:
        """Whether a part of a passage is written with usual capitals."""
        return of_passage(passage, self._shown_by).is_mixed

    def _of_document(self, found: _Document) -> Casing:
        if found.words < _FEWEST_OF_DOCUMENT:
            if found.without >= FEWEST and not found.has_usual:
                return Casing.SMALL
            found = self._whole
        return Casing.USUAL if found.words < _FEWEST_OF_EXPORT else found.casing

    def is_ordinary(self, word: str) -> bool:
        """Whether the export has a word in small letters, in enough documents and often enough.

        Accents count: Italian "sarà" makes no ordinary word of the name Sara.
        """
        return word.lower() in self._ordinary

    def is_short_form(self, letters: str) -> bool:
        """Whether the export has some plain letters, all capitals, within a sentence: the GP came.

        With a colon behind they may be those of who speaks.
        """
        return letters in self._short_forms

    @cached_property
    def _short_forms(self) -> frozenset[str]:
        written = frozenset[str]().union(*(found.in_capitals for found in self._documents.values()))
        return frozenset(map(speaker_initials.letters_in, (one for one in written if not one.endswith(_SPEAKERS_END))))

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        counted = [found for found in self._documents.values() if self._of_document(found) == Casing.USUAL]
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
