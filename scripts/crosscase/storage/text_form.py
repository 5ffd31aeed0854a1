"""The form in which words of different writers are compared."""

import unicodedata


def nfc(text: str) -> str:
    """Unicode normal form C: a letter and its accent are one character."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """NFC, white space collapsed, case folded (also the Greek final sigma)."""
    return nfc(" ".join(nfc(text).casefold().split()))
