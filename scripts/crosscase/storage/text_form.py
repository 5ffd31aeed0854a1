"""The form in which words written by different hands are compared."""

import unicodedata


def nfc(text: str) -> str:
    """Unicode normal form C: one character for a letter with its accent."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """NFC, white space collapsed, case folded (also the Greek final sigma)."""
    return nfc(" ".join(nfc(text).casefold().split()))
