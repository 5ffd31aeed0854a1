"""Letters that tools have damaged: read in a wrong encoding, escaped, or separated by tags within a word.

1. `KoÅ¡Å¥Ã¡lek`: UTF-8 that was read as Windows-1252.
2. `Ko\\u0161\\u0165\\u00e1lek`, `Ko%C5%A1%C5%A5%C3%A1lek`, `Ko=C5=A1=C5=A5=C3=A1lek`: escapes of JSON, URLs, e-mails.
3. `Hather<b>sage</b>`, `Hather**sage**`: tags and emphasis within a word.

What does not decode stays as it is.
"""

import re

_LEADS = "\u00c2-\u00f4"  # first bytes of letters in UTF-8, as Windows-1252 shows them; the others follow
_OTHERS = bytes(byte for byte in range(0x80, 0xC0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)).decode("cp1252")
_OTHERS = "".join(map(re.escape, sorted({*_OTHERS, *map(chr, range(0x80, 0xC0))})))
_WRONG_ENCODING = re.compile(f"[{_LEADS}][{_OTHERS}]{{1,3}}")
_ESCAPED = re.compile(r"\\u[0-9a-fA-F]{4}|(?<=[^\W\d_])(?:%[0-9a-fA-F]{2})+|(?<=[^\W\d_])(?:=[0-9A-F]{2}){2,}")
_EMPHASIS = r"(?<=[^\W\d_])\*{1,3}(?=[^\W\d_])"
_ATTRIBUTES = r"(?:\s[^<>]{0,60}=[^<>]{0,60})?"
_TAG = re.compile(rf"(?<=[^\W_])(?:</?[A-Za-z][A-Za-z0-9]{{0,9}}{_ATTRIBUTES}/?>)+(?=[^\W_])|{_EMPHASIS}")
_BYTES = re.compile("[%=]")
_MAY_BE = re.compile(rf"[\\%=<*]|[{_LEADS}][{_OTHERS}]")


def may_be_in(text: str) -> bool:
    """Whether a text has a sign of damage: quick, and too often."""
    return _MAY_BE.search(text) is not None


def _decoded(letters: str) -> str:
    """The letters whose bytes some signs are; the signs if they are none."""
    try:
        return b"".join(map(_byte, letters)).decode("utf-8")
    except UnicodeError:
        return letters


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


REPAIRS = ((_WRONG_ENCODING, _decoded), (_ESCAPED, _unescaped), (_TAG, lambda _: ""))  # in this order
