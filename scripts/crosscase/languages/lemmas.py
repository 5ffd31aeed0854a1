"""The lemma of a word, from the dictionaries of simplemma.

A dictionary is one compressed stream of records in the order of their words, each with what differs from the record
before. Simplemma decodes all of them before it can look up a word: 2 s for the 3.7 million of Polish. `word_indexes/`
has places in the stream where decoding can begin, so that only what is near a word is decoded. An index belongs to one
file of simplemma, which it names by its digest. Where simplemma has another file, it looks up the words itself: the
answers are the same, only later. `tools/write_word_indexes.py` writes the indexes.
"""

import lzma
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from hashlib import sha256
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

INDEXES = Path(__file__).parent / "word_indexes"
STEP = 32  # records between two places of a part, once a word was looked up in it
SAME_LEMMA = 254  # as the record before; other numbers are bytes of the word that the lemma does not have
_WHOLE_LEMMA = 255  # the lemma has nothing of the word
_SIMPLEMMA = {"no": "nb", "hr": "hbs"}  # languages of another code there
_MAGIC = b"SMFC1\0"
_MOST_KNOWN = 2**15  # words of which the lemma is remembered

LemmaOf = Callable[[str], str | None]  # of a word in its case; None for a word that the language does not have
Place = tuple[int, bytes, bytes]  # where a record begins, the word before it and its lemma
Record = tuple[int, bytes, bytes]  # where it begins, its word and the lemma


@cache
def lemmas(language: str) -> LemmaOf:
    """The function that gives the lemma of a word of a language."""
    file = file_of(language)
    index = INDEXES / f"{language}.txt"
    if file.is_file() and index.is_file():
        digest, *places = index.read_text(encoding="utf-8").removesuffix("\n").split("\n")
        data = file.read_bytes()
        if sha256(data).hexdigest() == digest:
            return lru_cache(_MOST_KNOWN)(_Lemmas(lzma.decompress(data), places).lemma)
    from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

    return StreamDictionaryFactory().get_dictionary(_SIMPLEMMA.get(language, language)).get


def read_ahead() -> None:
    """Read the dictionary of English, which is looked up for texts in every language."""
    lemmas("en")


def file_of(language: str) -> Path:
    """Simplemma's dictionary of a language. Simplemma itself is not imported, which costs 0.1 s."""
    package = find_spec("simplemma")
    folder = Path(package.origin).parent if package and package.origin else Path()
    return folder / f"strategies/dictionaries/data/{_SIMPLEMMA.get(language, language)}.plzma"


def _place(line: str) -> Place:
    """A line of an index: where a record begins, and what its word has of the word before."""
    start, _, beginning = line.partition(" ")
    return int(start), beginning.encode(), b""


class _Lemmas:
    """A dictionary of which parts are decoded, each as far as a word was looked up in it."""

    def __init__(self, stream: bytes, lines: list[str]) -> None:
        self._stream = stream
        self._lines = lines  # of the index, each the place of a part
        self._parts: dict[int, _Part] = {}
        self._first_word = cache(lambda line: next(records(stream, _place(line)))[1])

    def lemma(self, word: str) -> str | None:
        """The lemma of a word, None where there is no such word."""
        wanted = word.encode()
        part = bisect_right(self._lines, wanted, key=self._first_word) - 1
        if part < 0 or not self._may_be_in(part, wanted):
            return None
        if part not in self._parts:
            self._parts[part] = _Part(self._stream, _place(self._lines[part]))
        for _, found, lemma in records(self._stream, self._parts[part].place_before(wanted)):
            if found >= wanted:
                return lemma.decode() if found == wanted else None
        return None

    def _may_be_in(self, part: int, wanted: bytes) -> bool:
        """Whether a part may have a word; False is certain, and most words that are asked for are in no dictionary."""
        start, *ends = (_place(line)[0] for line in self._lines[part : part + 2])
        end, length = min(ends, default=len(self._stream)), len(wanted)
        if length >= 128:  # which is a number of two bytes
            return True
        beginnings = (bytes((shared, length - shared)) + wanted[shared:] for shared in range(length))
        return any(self._stream.find(record, start, end) >= 0 for record in beginnings)


class _Part:
    """The places of a part, as far as it is decoded, and the word behind each."""

    def __init__(self, stream: bytes, place: Place) -> None:
        self._rest = records(stream, place)
        self._before = place[1:]
        self._words: list[bytes] = []
        self._places: list[Place] = []

    def place_before(self, wanted: bytes) -> Place:
        """The last place before a word of this part."""
        while not self._words or self._words[-1] <= wanted:
            some = list(islice(self._rest, STEP))
            if not some:
                break
            start, word, _ = some[0]
            self._words.append(word)
            self._places.append((start, *self._before))
            self._before = some[-1][1:]
        return self._places[bisect_right(self._words, wanted) - 1]


def first_place(stream: bytes) -> Place:
    """The place of the first record: behind a magic number and the number of records. Raises ValueError."""
    if not stream.startswith(_MAGIC):
        raise ValueError("no dictionary in the order of its words")
    _, start = _number(stream, len(_MAGIC))
    return start, b"", b""


def records(stream: bytes, place: Place) -> Iterator[Record]:
    """The records from a place on.

    A record is: how many bytes the word has of the word before, the others, and the same of the lemma and the word. A
    number below 128 is one byte, which saves the call of a function in nearly all cases.
    """
    start, word, lemma = place
    at, length = start, len(stream)
    while at < length:
        shared, at = (stream[at], at + 1) if stream[at] < 128 else _number(stream, at)
        more, at = (stream[at], at + 1) if stream[at] < 128 else _number(stream, at)
        word = word[:shared] + stream[at : at + more]
        at += more
        fewer, at = stream[at], at + 1
        if fewer != SAME_LEMMA:
            more, at = (stream[at], at + 1) if stream[at] < 128 else _number(stream, at)
            lemma = (b"" if fewer == _WHOLE_LEMMA else word[: len(word) - fewer]) + stream[at : at + more]
            at += more
        yield start, word, lemma
        start = at


def _number(stream: bytes, at: int) -> tuple[int, int]:
    """A number of any size, seven bits a byte, the lowest first, and where it ends."""
    value = shift = 0
    while True:
        byte = stream[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7
