"""The ways in which one text may be written: escaped for HTML, URLs, JSON or LaTeX, broken at line ends, split by tags.

A text is yielded as it is, without the signs that nobody sees, and again with its escapes undone, layer by layer.
"""

import html
import re
import unicodedata
from collections.abc import Iterator

_LAYERS = 3  # an address in a link in a page is escaped twice
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_PERCENT = re.compile("(?:%[0-9A-Fa-f]{2})+")
_CODE = re.compile(r"\\(?:u\{?([0-9A-Fa-f]{4,6})\}?|x([0-9A-Fa-f]{2}))")
_LATEX = re.compile(r"\\(?:['`^\"~=.]|[uvHcdbkr](?![A-Za-z]))\s*\{?\\?([A-Za-z])\}?")  # accents do not count
_BACKSLASH = re.compile(r"\\([^\w\s]|_)")
_BROKEN = re.compile(r"(?<=\w)[-‐\u00ad][ \t]*\r?\n\s*(?=\w)")
_TAG = re.compile(r"<[^<>]*>")


def spellings(text: str) -> Iterator[str]:
    """The text, and what it says when its escapes are undone; each of them once."""
    for _ in range(_LAYERS + 1):
        yield from _without_breaks(text)
        undone = _undone(text)
        if undone == text:
            return
        text = undone


def _without_breaks(text: str) -> Iterator[str]:
    """A text, also with the words joined that are parted by line ends or by tags."""
    seen = _seen(text)
    yield seen
    if joined := _changed(_BROKEN, "", text):
        yield _seen(joined)
    if "<" in text:
        for between in ("", " "):
            if bare := _changed(_TAG, between, text):
                yield _seen(bare)


def _changed(pattern: re.Pattern[str], by: str, text: str) -> str | None:
    changed, times = pattern.subn(by, text)
    return changed if times else None


def _seen(text: str) -> str:
    """The text as a reader sees it: composed letters, and no signs that are not shown."""
    return text if text.isascii() else unicodedata.normalize("NFKC", _UNSEEN.sub("", text))


def _undone(text: str) -> str:
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
