"""Write the indexes of simplemma's dictionaries, `scripts/crosscase/languages/word_indexes/`.

    PYTHONPATH=scripts python tools/write_word_indexes.py

A line is a place where decoding can begin: a record whose lemma is not that of the record before, its place in the
stream, and what its word has of the word before. The first line is the digest of simplemma's file. A test holds that
the files are what this writes from the version in the lock.
"""

import lzma
from collections.abc import Iterator
from hashlib import sha256

from crosscase.languages.lemmas import INDEXES, SAME_LEMMA, file_of, first_place, records
from crosscase.languages.vocabulary import SUPPORTED

_STEP = 256  # records between two places, or a few more


def lines(language: str) -> Iterator[str]:
    """The lines of the index of a language."""
    data = file_of(language).read_bytes()
    yield sha256(data).hexdigest()
    yield from _places(lzma.decompress(data))


def _places(stream: bytes) -> Iterator[str]:
    before, passed = b"", _STEP
    for start, word, _ in records(stream, first_place(stream)):
        if passed >= _STEP and (beginning := _beginning(stream, start, before)) is not None:
            yield f"{start} {beginning}"
            passed = 0
        before = word
        passed += 1


def _beginning(stream: bytes, start: int, before: bytes) -> str | None:
    """What the word of a record has of the word before, None where decoding cannot begin with this record."""
    shared, more = stream[start : start + 2]  # more than 127 bytes are a number of two
    if max(shared, more) > 127 or stream[start + 2 + more] == SAME_LEMMA:
        return None
    try:
        return before[:shared].decode()
    except UnicodeDecodeError:  # within a letter
        return None


if __name__ == "__main__":
    INDEXES.mkdir(exist_ok=True)
    for language in sorted(SUPPORTED):
        (INDEXES / f"{language}.txt").write_text("".join(f"{line}\n" for line in lines(language)), encoding="utf-8")
