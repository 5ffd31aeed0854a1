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


def nfc(text: str) -> str:
    """Unicode normal form C: a letter and its accent are one character."""
    return unicodedata.normalize("NFC", text)


def without_unseen(text: str) -> str:
    """A text without the signs that nobody sees."""
    return text if text.isascii() else _UNSEEN_SIGNS.sub("", text)


def fold(text: str) -> str:
    """NFC without unseen signs, white space collapsed, case folded (also the Greek final sigma)."""
    return nfc(" ".join(nfc(without_unseen(text)).casefold().split()))
