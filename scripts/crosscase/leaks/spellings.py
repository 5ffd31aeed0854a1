"""The spellings of a text: escaped for HTML, URLs, JSON or LaTeX, broken at line ends, or split by tags.

1. A text is yielded as anonymisation reads it (`normalisation`): without hidden signs, entities and look-alikes. Lines
   with Greek or Cyrillic words that this reading takes for look-alikes are yielded as they are, too.
2. Its fields with a sign that can be an escape, a tag or a broken word are yielded again with these undone, layer by
   layer.
3. Words that are spelt (H-A-T-H-E-R) are yielded in one, and letters that tools have damaged repaired (`damaged_text`).
"""

import html
import re
import unicodedata
from collections.abc import Iterator

from crosscase.detectors import damaged_text
from crosscase.detectors.normalisation import SPELT, normalise, put_together
from crosscase.leaks.containers import BETWEEN

_LAYERS = 3  # an address in a link in a page is escaped twice
_PERCENT = re.compile("(?:%[0-9A-Fa-f]{2})+")
_CODE = re.compile(r"\\(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2}))")
_LATEX = re.compile(r"\\(?:['`^\"~=.]|[uvHcdbkr](?![A-Za-z]))\s*\{?\\?([A-Za-z])\}?")  # accents do not count
_BACKSLASH = re.compile(r"\\([^\w\s]|_)")
_BROKEN = re.compile(r"[-‐\u00ad](?<=\w.)\s+(?=\w)")
_SPECIAL = re.compile(r"[\\&%<]|[-‐\u00ad]\s")
_MAY_BE_SPELT = re.compile(r"[ .,-][^\W\d_][ .,-]{1,3}[^\W\d_](?!\w)")
_MAY_BE_ALIKE = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_TAG = re.compile(r"<[^<>]*>")


def spellings(text: str) -> Iterator[str]:
    """The text, and its fields with their escapes undone, each once."""
    yield visible(text)
    yield from _as_written(text)
    if _MAY_BE_SPELT.search(text):
        yield "\n".join(SPELT.sub(lambda spelt: put_together(spelt[0]), field) for field in _fields(text, SPELT))
    if text.isascii() and (repaired := damaged_text.repaired(text)) != text:
        yield repaired
    special = BETWEEN.join(_fields(text, _SPECIAL))
    for _ in range(_LAYERS + 1):
        yield from _without_breaks(special)
        undone = _without_escapes(special)
        if undone == special:
            return
        yield visible(undone)
        special = undone


def _fields(text: str, pattern: re.Pattern[str]) -> Iterator[str]:
    """The fields of a text that have something."""
    return (field for field in text.split(BETWEEN) if pattern.search(field))


def _without_breaks(text: str) -> Iterator[str]:
    """A text with words joined that line ends or tags separate."""
    if joined := _changed(_BROKEN, "", text):
        yield visible(joined)
    if "<" in text:
        for between in ("", " "):
            if bare := _changed(_TAG, between, text):
                yield visible(bare)


def _changed(pattern: re.Pattern[str], by: str, text: str) -> str | None:
    changed, times = pattern.subn(by, text)
    return changed if times else None


def visible(text: str) -> str:
    """The text as a reader sees it."""
    return text if text.isascii() else "\n".join(map(_visible_line, text.split("\n")))


def _as_written(text: str) -> Iterator[str]:
    """The lines in which Greek or Cyrillic letters are read as look-alikes, without that."""
    lines = [line for line in text.split("\n") if _MAY_BE_ALIKE.search(line)] if _MAY_BE_ALIKE.search(text) else []
    if changed := [line for line in lines if _MAY_BE_ALIKE.findall(line) != _MAY_BE_ALIKE.findall(_visible_line(line))]:
        yield unicodedata.normalize("NFKC", "\n".join(changed))


def _visible_line(line: str) -> str:
    return line if line.isascii() else unicodedata.normalize("NFKC", normalise(line).text)


def _without_escapes(text: str) -> str:
    if "\\" in text:
        text = _CODE.sub(lambda match: _letter(match[1] or match[2]), text)
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
