"""The form in which words of different writers are compared."""

import re
import unicodedata

# Signs that nobody sees, such as a soft hyphen or a space without width, as a range of a regular expression. These are
# what Unicode calls ignorable by default, and marks of annotation.
UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_UNSEEN_SIGNS = re.compile(f"[{UNSEEN}]+")
# Control characters but tab and line ends, halves of pairs, code points that are no characters, the byte-order mark.
_USELESS_SIGN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")


def nfc(text: str) -> str:
    """Unicode normal form C: a letter and its accent are one character."""
    return unicodedata.normalize("NFC", text)


def without_unseen(text: str) -> str:
    """A text without the signs that nobody sees."""
    return text if text.isascii() else _UNSEEN_SIGNS.sub("", text)


def fold(text: str) -> str:
    """NFC without unseen signs, white space collapsed, case folded (also the Greek final sigma)."""
    return nfc(" ".join(nfc(without_unseen(text)).casefold().split()))


def useless_sign(text: str) -> str:
    """The first sign of a text that nobody sees and that no name or title needs, in words; empty if there is none."""
    found = _USELESS_SIGN.search(text)
    return f"a sign that nobody sees (U+{ord(found[0]):04X})" if found else ""
