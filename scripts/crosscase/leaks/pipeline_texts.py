"""What the pipeline itself writes: its words, alone and in a row, ids such as SHA-256, and marks of its files.

Whoever takes part, these stand in every study's results: in names of files, keys, headings and sentences. So they are
no name of a Tim E., whose handle is "time", and no id of a participant who is called SHA-256.

Marks are words that are no text: the names of the pipeline's files, of its rules and libraries ("seaborn"), and of tags
and styles in the files that libraries write ("Cambria", `tools/write_format_words.py`). They do not count where they
are written so, in a name of a file or in what the pipeline composed. Elsewhere they may be somebody's name.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import plain, shape
from crosscase.leaks.public_texts import public_words

FORMATS = Path(__file__).parent / "format_words.txt"


class PipelineTexts:
    """The texts that the pipeline writes, and the marks. They are looked at where something was found: seldom."""

    def __init__(self, text: str = "", marks: Iterable[str] = ()) -> None:
        self._text = text
        self._given_marks = marks

    def has(self, word: str) -> bool:
        """Whether the pipeline writes this plain word."""
        return word in self._words

    def has_in_a_row(self, words: Sequence[str]) -> bool:
        """Whether these plain words follow each other in a text."""
        return f" {' '.join(words)} " in self._in_a_row

    def has_written(self, written: str) -> bool:
        """Whether this stands so in a text, in plain shape."""
        return written in self._shape and bool(re.search(rf"(?<!\w){re.escape(written)}(?!\w)", self._shape))

    def has_mark(self, word: str) -> bool:
        """Whether a word is a mark, as it is written."""
        return word in self._marks

    @cached_property
    def _words(self) -> frozenset[str]:
        return public_words(self._text)

    @cached_property
    def _in_a_row(self) -> str:
        return f" {' '.join(map(plain, WORD.findall(self._text)))} "

    @cached_property
    def _shape(self) -> str:
        return shape(self._text)

    @cached_property
    def _marks(self) -> frozenset[str]:
        given = frozenset(word for mark in self._given_marks for word in WORD.findall(mark))
        return given.union(FORMATS.read_text(encoding="utf-8").split() if given else ())
