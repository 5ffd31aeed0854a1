"""Letters as LaTeX and RTF write them: `J\\\\"org`, `J{\\\\"o}rg`, `\\\\v{Z}eljka`, `Wei{\\\\ss}`; `J\\\\'f6rg`.

Only the list of names can tell these from an apostrophe or a quotation mark that a tool has escaped: `l\\\\'eau`.
"""

import re
import unicodedata
from collections.abc import Iterator

_ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323",
    "b": "\u0331", "k": "\u0328", "r": "\u030a",
}  # fmt: skip
_NAMES = {
    "ss": "ß",
    "ae": "æ",
    "oe": "œ",
    "aa": "å",
    "dh": "ð",
    "th": "þ",
    "dj": "đ",
    "o": "ø",
    "l": "ł",
    "i": "i",
    "j": "j",
}
_LETTER = r"(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))"
_ACCENTED = re.compile(rf"\\(?:(['`^\"~=.])|([uvHcdbkr])(?=[{{\\])){_LETTER}")
_NAMED = re.compile(rf"\\({'|'.join(_NAMES)})(?![A-Za-z])", re.IGNORECASE)
_OF_RTF = re.compile(r"\\'([0-9a-fA-F]{2})")
_BRACES = str.maketrans("", "", "{}")


def readings(escaped: str) -> Iterator[str]:
    """What a word with escapes may be: first in RTF, which an accent before two letters may be, too."""
    if of_rtf := _OF_RTF.sub(lambda code: bytes.fromhex(code[1]).decode("cp1252", "replace"), escaped):
        yield of_rtf
    yield _NAMED.sub(_by_name, _ACCENTED.sub(_with_accent, escaped)).translate(_BRACES)


def _with_accent(escape: re.Match[str]) -> str:
    sign, name, in_braces, letter = escape.groups("")
    return unicodedata.normalize("NFC", in_braces + letter + _ACCENTS[sign or name])


def _by_name(escape: re.Match[str]) -> str:
    letter = _NAMES[escape[1].lower()]
    return letter.upper() if escape[1][0].isupper() else letter
