"""Letters that tools have damaged: read in a wrong encoding, escaped, or separated by tags within a word.

1. `KoÅ¡Å¥Ã¡lek`: UTF-8 that was read as Windows-1252.
2. `Ko\\u0161\\u0165\\u00e1lek`, `Ko%C5%A1%C5%A5%C3%A1lek`, `Ko=C5=A1=C5=A5=C3=A1lek`: escapes of JSON, URLs, e-mails.
3. `Hather<b>sage</b>`, `Hather**sage**`: tags and emphasis within a word.

What does not decode stays as it is.
"""

import re
from collections.abc import Callable, Iterator

_LEADS = "\u00c2-\u00f4"  # first bytes of letters in UTF-8, as Windows-1252 shows them; the others follow
_OTHERS = bytes(byte for byte in range(0x80, 0xC0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)).decode("cp1252")
_OTHERS = "".join(map(re.escape, sorted({*_OTHERS, *map(chr, range(0x80, 0xC0))})))
_WRONG_ENCODING = re.compile(f"[{_LEADS}][{_OTHERS}]{{1,3}}")
# Each pattern begins with fixed signs and looks behind them afterwards: so they are found fast.
_ESCAPED = re.compile(
    r"\\u[0-9a-fA-F]{4}|%(?<=[^\W\d_]%)[0-9a-fA-F]{2}(?:%[0-9a-fA-F]{2})*"
    r"|=(?<=[^\W\d_]=)[0-9A-F]{2}(?:=[0-9A-F]{2})+"
)
_EMPHASIS = r"\*(?<=[^\W\d_]\*)\*{0,2}(?=[^\W\d_])"
_REST_OF_TAG = r"/?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]{0,60}=[^<>]{0,60})?/?>"
_TAG = re.compile(rf"<(?<=[^\W_]<){_REST_OF_TAG}(?:<{_REST_OF_TAG})*(?=[^\W_])|{_EMPHASIS}")
_BYTES = re.compile("[%=]")
_SIGNS_OF_ESCAPES, _SIGNS_OF_TAGS = ("\\u", "%", "="), ("<", "*")


def repairs(text: str) -> Iterator[tuple[re.Pattern[str], Callable[[str], str]]]:
    """The patterns of damage that a text may have, in their order, each with how it is repaired: mostly none."""
    if not text.isascii():
        yield _WRONG_ENCODING, _decoded
    if any(sign in text for sign in _SIGNS_OF_ESCAPES):
        yield _ESCAPED, _unescaped
    if any(sign in text for sign in _SIGNS_OF_TAGS):
        yield _TAG, lambda _: ""


def repaired(text: str) -> str:
    """The text with what is damaged repaired."""
    for pattern, repair in repairs(text):
        text = pattern.sub(lambda match, repair=repair: repair(match[0]), text)  # type: ignore[misc]
    return text


def _decoded(letters: str) -> str:
    """The letters whose bytes some signs are; the signs if they are none."""
    try:
        found = b"".join(map(_byte, letters)).decode("utf-8")
    except UnicodeError:
        return letters
    return found if found.isprintable() else letters


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")


def _unescaped(escape: str) -> str:
    if escape.startswith("\\"):
        letter = chr(int(escape[2:], 16))
        return letter if letter.isprintable() else escape
    try:
        return bytes.fromhex(_BYTES.sub("", escape)).decode("utf-8")
    except UnicodeDecodeError:
        return escape
