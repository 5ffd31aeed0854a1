"""Text as a terminal can show it without obeying it.

Names of files, codes and columns come from people's exports. An escape sequence in one of them could colour, move or
overwrite what a terminal shows, or make a name read backwards.
"""

import unicodedata

_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HIDDEN = frozenset({"Cc", "Cs", "Zl", "Zp"})  # control characters, lone surrogates, separators of lines and paragraphs


def visible(text: str) -> str:
    """The text on one line: control characters and marks of direction are written as Python writes them."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escaped(character) for character in text)


def visible_lines(text: str) -> str:
    """The same for a text of several lines, which stay lines."""
    return "\n".join(visible(line) for line in text.split("\n"))


def _escaped(character: str) -> str:
    if character in _DIRECTIONS or unicodedata.category(character) in _HIDDEN:
        return character.encode("unicode_escape").decode("ascii")
    return character
