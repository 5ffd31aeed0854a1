"""The words of a text that can belong to an identifier. All others are put aside once, and never looked at again.

A text is cut at every sign that is no letter and no digit, by tables of bytes, and its different words are compared
with the words of all identifiers. In a clean result nearly no word remains. An id of the pipeline is no word.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property

from crosscase.detectors import glued_words
from crosscase.detectors.words import WORD
from crosscase.languages.vocabulary import shape
from crosscase.leaks.own_ids import is_digest

_STEM = 3  # letters
_CONTEXT = 120  # characters on each side of a word that are searched
_LETTER = re.compile(r"\w")
_SEPARATED = bytes(byte if byte >= 128 or chr(byte).isalnum() else 32 for byte in range(256))
_NAMED_NUMBER = re.compile(r"\d{0,4}([^\W\d_]{4,})\d{0,4}")  # hathersage2019


class WordsOfInterest:
    """Knows the plain shapes of the words of all identifiers, and the stems of words that may have other endings.

    `is_decided` says of a word whether it may belong to words that a person decided to replace.
    """

    def __init__(
        self,
        shapes: Collection[str],
        stems: Collection[str],
        languages: Iterable[str] = (),
        is_decided: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self._shapes = shapes
        self._is_decided = is_decided
        self._before_names = glued_words.before_names(languages)
        self._stems: dict[str, list[str]] = {}
        for stem in sorted(stems):
            if len(stem) >= _STEM and not stem[0].isdecimal():
                self._stems.setdefault(stem[:_STEM], []).append(stem)
        self._put_aside: set[bytes] = set()

    def of(self, text: str) -> "Words":
        """The words of a text that may belong to an identifier."""
        found = set(text.encode(errors="replace").translate(_SEPARATED).split())
        found -= self._put_aside
        words = Words(text)
        numbers = set(filter(bytes.isdigit, found))
        words.spelt.update((number, [number]) for number in map(bytes.decode, numbers) if number in self._shapes)
        found -= numbers
        for token in found:
            if not self._add(token, words):
                self._put_aside.add(token)
        return words

    def _add(self, token: bytes, words: "Words") -> bool:
        """Add the words of a token to the words of a text; False if none of them is of interest."""
        if is_digest(token):
            return False
        written = token.decode(errors="replace")
        any_word = self._is_decided(written)
        if any_word:
            words.decided.append(written)
        for word in [written] if token.isascii() else WORD.findall(written):
            for plain in self._shapes_of(word):
                stems = [stem for stem in self._stems.get(plain[:_STEM], ()) if plain.startswith(stem)]
                if plain in self._shapes or stems:
                    any_word = True
                    words.spelt.setdefault(plain, []).append(word)
                    for stem in stems:
                        words.beginnings.setdefault(stem, []).append(plain)
        return any_word

    def _shapes_of(self, word: str) -> Iterator[str]:
        """The plain shape of a word; of a name with a number, or behind a title in one word, also that of the name."""
        if word.isdecimal():
            yield word
            return
        plain = shape(word)
        yield plain
        if (named := _NAMED_NUMBER.fullmatch(word)) and len(named[1]) < len(word):
            plain = shape(named[1])
            yield plain
        if plain not in self._shapes:
            yield from glued_words.names_in(plain, self._before_names)


class Words:
    """A text, the words of interest in it by their plain shapes, and these shapes by the stems that they begin with.

    `decided` are those that may belong to words that a person decided to replace, as they are written.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.spelt: dict[str, list[str]] = {}
        self.beginnings: dict[str, list[str]] = {}
        self.decided: list[str] = []

    @cached_property
    def folded(self) -> str:
        """The case-folded text."""
        return self.text.casefold()

    def surroundings(self, shapes: Collection[str]) -> Iterator[str]:
        """The pieces of the text around words of these shapes, without words cut at their ends."""
        yield from self.pieces_around({word for plain in shapes for word in self.spelt.get(plain, ())})

    def pieces_around(self, written: Collection[str], reach: int = 0) -> Iterator[str]:
        """The pieces of the text around some words of it, with at least so many characters on each side."""
        if not written:
            return
        spelt, context = sorted(written, key=len, reverse=True), max(_CONTEXT, reach)
        start = end = -1
        for match in re.finditer("|".join(map(re.escape, spelt)), self.text):
            if match.start() - context > end and end >= 0:
                yield self._piece(start, end)
                start = -1
            start = max(0, match.start() - context) if start < 0 else start
            end = match.end() + context
        if start >= 0:
            yield self._piece(start, end)

    def _piece(self, start: int, end: int) -> str:
        while start and start < end and _LETTER.match(self.text, start):
            start += 1
        while end < len(self.text) and start < end and _LETTER.match(self.text, end - 1):
            end -= 1
        return self.text[start:end]
