"""The spellings of a text: escaped for HTML, URLs, JSON or LaTeX, broken at line ends, or split by tags.

1. A text is yielded as anonymisation reads it (`normalisation`): without hidden signs, entities and look-alikes. Lines
   with Greek or Cyrillic words that this reading takes for look-alikes are yielded as they are, too.
2. Escapes, tags and broken words are yielded again with these undone, layer by layer, and with the words near them: all
   else has been searched in the text itself, and in figures that is most of it.
3. Words that are spelt (H-A-T-H-E-R) are yielded in one, and letters that tools have damaged repaired (`damaged_text`).
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator

from crosscase.detectors import damaged_text
from crosscase.detectors.normalisation import SPELT, normalised_text, put_together
from crosscase.leaks.containers import BETWEEN

_LAYERS = 3  # an address in a link in a page is escaped twice
_PERCENT = re.compile("(?:%[0-9A-Fa-f]{2})+")
_CODE = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))")
_LATEX = re.compile(r"\\(?:['`^\"~=.]|[uvHcdbkr](?![A-Za-z]))\s*\{?\\?([A-Za-z])\}?")  # accents do not count
_BACKSLASH = re.compile(r"\\([^\w\s]|_)")
_BREAK = re.compile(r"[-‐\u00ad](?<=\w.)\s+(?=\w)")
_BROKEN = re.compile(f"({_BREAK.pattern})")
_SPELT = re.compile(f"({SPELT.pattern})")
_SPECIAL = re.compile(r"[\\&%<]|[-‐\u00ad]\s")
_MAY_BE_SPELT = re.compile(r"[ .,-][^\W\d_](?:[ .,-]{1,3}[^\W\d_]){2}(?!\w)")
_MAY_BE_ALIKE = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"([\\&%])")
_SPACE = re.compile(r"\s")
_NEAR = 300  # characters around what is undone: more than a name has
_FAR = 4096  # characters around an escape, since tags between it and the rest of a name are undone later


def spellings(text: str) -> Iterator[str]:
    """The text, and what of it has something to undo, with that undone, each once."""
    yield visible(damaged_text.without_escaped_signs(text))
    yield from _as_written(text)
    if _MAY_BE_SPELT.search(text) and (spelt := _passages_near(_SPELT, text)):
        yield SPELT.sub(lambda letters: put_together(letters[0]), spelt)
    if text.isascii() and (repaired := damaged_text.repaired(text)) != text:
        yield repaired
    special = BETWEEN.join(field for field in text.split(BETWEEN) if _SPECIAL.search(field))
    for _ in range(_LAYERS + 1):
        yield from _without_breaks(special)
        escaped = _passages_near(_ESCAPE, special, _FAR)
        special = _without_escapes(escaped)
        if special == escaped:
            return
        yield visible(special)


def _without_breaks(text: str) -> Iterator[str]:
    """What of a text line ends or tags separate, joined."""
    if broken := _passages_near(_BROKEN, text):
        yield visible(_BREAK.sub("", broken))
    if "<" in text and len(parts := _TAG.split(text)) > 1:
        near = [_ends(part) for part in parts if part]
        yield visible(_joined(near))
        yield visible(" ".join(near))


def _joined(parts: Iterable[str]) -> str:
    """Parts of words in one; a number behind a word is one of its own, as in the next cell of a table."""
    return "".join([f" {part}" if part[0].isdecimal() else part for part in parts])


def _passages_near(pattern: re.Pattern[str], text: str, near: int = _NEAR) -> str:
    """What matches a pattern of one group, with at least so many characters on each side; empty if nothing does.

    All that is farther away is searched in the text itself.
    """
    parts = pattern.split(text)
    return "".join([_ends(part, near) for part in parts]) if len(parts) > 1 else ""


def _ends(text: str, near: int = _NEAR) -> str:
    """A text without the words in its middle. No word is cut: its rest might be a name."""
    if len(text) <= 2 * near:
        return text
    space = _SPACE.search(text, near, len(text) - near)
    if not space:
        return text
    behind = max(text.rfind(sign, space.start(), len(text) - near) for sign in " \n")
    return f"{text[: space.start()]}{BETWEEN}{text[max(behind, space.start()) :]}"


def visible(text: str) -> str:
    """The text as a reader sees it."""
    if text.isascii():
        return text
    return "\n".join([line if line.isascii() else _visible_line(line) for line in text.split("\n")])


def _as_written(text: str) -> Iterator[str]:
    """The lines in which Greek or Cyrillic letters are read as look-alikes, without that."""
    if text.isascii() or not _MAY_BE_ALIKE.search(text):
        return
    lines = [line for line in text.split("\n") if _MAY_BE_ALIKE.search(line)]
    if changed := [line for line in lines if _MAY_BE_ALIKE.findall(line) != _MAY_BE_ALIKE.findall(_visible_line(line))]:
        yield unicodedata.normalize("NFKC", "\n".join(changed))


def _visible_line(line: str) -> str:
    return line if line.isascii() else unicodedata.normalize("NFKC", normalised_text(line))


def _without_escapes(text: str) -> str:
    if "\\" in text:
        text = _CODE.sub(lambda match: _letter(match[match.lastindex or 0]), text)
        text = _BACKSLASH.sub(r"\1", _LATEX.sub(r"\1", text))
    if "&" in text:
        text = html.unescape(text)
    if "%" in text:
        text = _PERCENT.sub(lambda match: bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace"), text)
        text = text.replace("+", " ")
    return text


def _letter(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number <= 0x10FFFF else ""
