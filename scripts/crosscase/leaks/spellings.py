"""The spellings of a text: escaped for HTML, URLs, JSON or LaTeX, broken at line ends, or split by tags.

A text is yielded as it is without invisible signs, and again with its escapes undone, layer by layer.
"""

import html
import re
import unicodedata
from collections.abc import Iterator

_LAYERS = 3  # an address in a link in a page is escaped twice
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_PERCENT = re.compile("(?:%[0-9A-Fa-f]{2})+")
_CODE = re.compile(r"\\(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2}))")
_LATEX = re.compile(r"\\(?:['`^\"~=.]|[uvHcdbkr](?![A-Za-z]))\s*\{?\\?([A-Za-z])\}?")  # accents do not count
_BACKSLASH = re.compile(r"\\([^\w\s]|_)")
_BROKEN = re.compile(r"(?<=\w)[-‐\u00ad][ \t]*\r?\n\s*(?=\w)")
_TAG = re.compile(r"<[^<>]*>")


def spellings(text: str) -> Iterator[str]:
    """The text, and the text with its escapes undone, each once."""
    for _ in range(_LAYERS + 1):
        yield from _without_breaks(text)
        undone = _without_escapes(text)
        if undone == text:
            return
        text = undone


def _without_breaks(text: str) -> Iterator[str]:
    """A text, and the text with words joined that line ends or tags separate."""
    yield _visible(text)
    if joined := _changed(_BROKEN, "", text):
        yield _visible(joined)
    if "<" in text:
        for between in ("", " "):
            if bare := _changed(_TAG, between, text):
                yield _visible(bare)


def _changed(pattern: re.Pattern[str], by: str, text: str) -> str | None:
    changed, times = pattern.subn(by, text)
    return changed if times else None


def _visible(text: str) -> str:
    """The text as a reader sees it: with composed letters, without invisible signs."""
    return text if text.isascii() else unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))


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
