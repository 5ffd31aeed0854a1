"""Letters that tools have damaged: read in a wrong encoding, escaped, or separated by tags within a word.

1. `KoÅ¡Å¥Ã¡lek`: UTF-8 that was read as Windows-1252, also several times, and what is left of signs: `â€œso it wasâ€`.
2. `Ko\\u0161\\u0165\\u00e1lek`, `Ko%C5%A1%C5%A5%C3%A1lek`, `Ko=C5=A1=C5=A5=C3=A1lek`: escapes of JSON, URLs, e-mails;
   `J\\xf6rg`, `J\\'f6rg`, `J\\u246?rg`, `J%F6rg`, `J=F6rg`: those of programs and RTF, and of letters of one byte.
3. `Hather<b>sage</b>`, `Hather**sage**`: tags and emphasis within a word. Between two lines one is a line end:
   `so it was<br>Hathersage`.

What does not decode stays as it is.
"""

import re
import sys
from collections.abc import Callable, Iterator

from crosscase.detectors.turn_beginnings import LINE_TAG

_LEADS = "\u00c2-\u00f4"  # first bytes of letters in UTF-8, as Windows-1252 shows them; the others follow
_OTHERS = bytes(byte for byte in range(0x80, 0xC0) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)).decode("cp1252")
_OTHERS = "".join(map(re.escape, sorted({*_OTHERS, *map(chr, range(0x80, 0xC0))})))
_WRONG_ENCODING = re.compile(f"[{_LEADS}][{_OTHERS}]{{1,3}}")
# What is left of a quotation mark and of a blank, of which Windows-1252 does not show the last byte.
_LEFT = re.compile(r"â€(?![\u0080-\u00bf])|Â(?!\S)")
_SIGNS_LEFT = {"â€": "”", "Â": " "}
# Each pattern begins with fixed signs and looks behind them afterwards: so they are found fast.
_ESCAPED_SIGNS = re.compile(
    r"%[89a-fA-F][0-9a-fA-F](?:%[89a-fA-F][0-9a-fA-F])+|=[89A-F][0-9A-F](?:=[89A-F][0-9A-F])+"  # of two bytes or more
)
_ESCAPED = re.compile(
    r"%(?<=[^\W\d_]%)[0-9a-fA-F]{2}(?:%[0-9a-fA-F]{2})*"
    r"|=(?<=[^\W\d_]=)[0-9A-F]{2}(?:=[0-9A-F]{2})+|=(?<=[^\W\d_]=)[C-F][0-9A-F](?=[^\W\d_A-F])"
)
_NUMBERED = re.compile(
    r"\\u(?:([1-9]\d{1,4})(?:\\'[0-9a-fA-F]{2}|\?)|([0-9a-fA-F]{4})|\{([0-9a-fA-F]{1,6})\})|\\U([0-9a-fA-F]{8})"
)
_OF_BYTES = re.compile(r"(?:\\x[0-9a-fA-F]{2})+|(?:\\'(?:[0-9a-fA-F]\d|\d[a-fA-F]))+")
_EMPHASIS = r"\*(?<=[^\W\d_]\*)\*{0,2}(?=[^\W\d_])"
_REST_OF_TAG = r"/?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]{0,60}=[^<>]{0,60})?/?>"
_TAG = re.compile(rf"<(?<=[^\W_]<){_REST_OF_TAG}(?:<{_REST_OF_TAG})*(?=[^\W_])|{_EMPHASIS}")
_NO_FIGURES = re.compile("\\\\x|[^0-9a-fA-F]")
_SIGNS_OF_ESCAPES, _SIGNS_OF_TAGS = ("%", "="), ("<", "*")
_FIRST_SIGN = 0x80  # in the encodings of one byte, behind those of ASCII
_MOST_LAYERS = 3  # of wrong encodings


def repairs(text: str) -> Iterator[tuple[re.Pattern[str], Callable[[str], str]]]:
    """The patterns of damage that a text may have, in their order, each with how it is repaired: mostly none."""
    if not text.isascii():
        for _ in range(_MOST_LAYERS if "Ã" in text else 1):
            yield _WRONG_ENCODING, _decoded
        yield _LEFT, _SIGNS_LEFT.__getitem__
    if "\\" in text:
        yield _NUMBERED, _letter_of_number
        yield _OF_BYTES, _unescaped
    if any(sign in text for sign in _SIGNS_OF_ESCAPES):
        yield _ESCAPED_SIGNS, _unescaped
        yield _ESCAPED, _unescaped
    if any(sign in text for sign in _SIGNS_OF_TAGS):
        yield _TAG, lambda tags: "\n" if LINE_TAG.search(tags) else ""


def repaired(text: str) -> str:
    """The text with what is damaged repaired."""
    for pattern, repair in repairs(text):
        text = pattern.sub(lambda match, repair=repair: repair(match[0]), text)  # type: ignore[misc]
    return text


def without_escaped_signs(text: str) -> str:
    """The text with the escapes of letters and signs of two bytes or more undone, which mean nothing else."""
    if any(sign in text for sign in _SIGNS_OF_ESCAPES):
        return _ESCAPED_SIGNS.sub(lambda match: _unescaped(match[0]), text)
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
    """The letters whose bytes an escape gives, in UTF-8 or, if they are none, in Windows-1252; otherwise the escape."""
    written = bytes.fromhex(_NO_FIGURES.sub("", escape))
    try:
        found = written.decode("utf-8")
    except UnicodeDecodeError:
        found = written.decode("cp1252", "replace") if min(written) >= _FIRST_SIGN else escape
    return found if found.isprintable() and "\ufffd" not in found else escape


def _letter_of_number(escape: str) -> str:
    of_rtf, *hexadecimal = _NUMBERED.fullmatch(escape).groups("")  # type: ignore[union-attr]
    number = int(of_rtf) if of_rtf else int("".join(hexadecimal), 16)
    letter = chr(number) if number < sys.maxunicode else ""
    return letter if letter.isprintable() and letter else escape
