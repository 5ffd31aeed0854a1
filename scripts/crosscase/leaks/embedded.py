"""Files within texts: base64 in data URIs, for pictures, fonts and data of pages and figures."""

import base64
import binascii
import re

_DATA = re.compile(r"data:[\w/+.;=-]*;base64,((?:[A-Za-z0-9+/_=-]+|%2[BbFf]|%3[Dd]|\\?/|\s|\\n)+)")
_ESCAPED = {"%2b": "+", "%2f": "/", "%3d": "=", "\\n": ""}
_ESCAPE = re.compile("|".join(map(re.escape, _ESCAPED)), re.IGNORECASE)


def extract(text: str) -> tuple[str, list[bytes]]:
    """The text without the files in it, and these files. What only looks like a file stays in the text."""
    if ";base64," not in text:
        return text, []
    files: list[bytes] = []

    def take(match: re.Match[str]) -> str:
        plain = _ESCAPE.sub(lambda escape: _ESCAPED[escape[0].lower()], match[1])
        letters = re.sub(r"[\s=\\]", "", plain).replace("-", "+").replace("_", "/")
        try:
            files.append(base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True))
        except binascii.Error:
            return match[0]
        return "data:"

    return _DATA.sub(take, text), files
