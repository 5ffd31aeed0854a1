"""How a document is written, and the rows of the review that ask a person to read one without usual capital letters."""

from enum import StrEnum


class Casing(StrEnum):
    """How a document is written, or a passage of one with usual capitals."""

    USUAL = "usual capitals"
    SMALL = "small letters"
    CAPITALS = "capital letters"
    PARTLY_SMALL = "small letters in part"
    PARTLY_CAPITALS = "capital letters in part"


# They stand in a row for its words. Behind the second a digest tells which passages they are.
WHOLE_DOCUMENT = "*whole document*"
SOME_PASSAGES = "*some passages*"


def is_partly(casing: str) -> bool:
    """Whether only a part of a document is written so."""
    return casing in (Casing.PARTLY_SMALL, Casing.PARTLY_CAPITALS)


def row_about(casing: str) -> str:
    """What stands for the words of the row on a document that is written so."""
    return SOME_PASSAGES if is_partly(casing) else WHOLE_DOCUMENT


def is_about_document(words: str) -> bool:
    """Whether what stands for the words of a row says that it is about a document or some of its passages."""
    return words.startswith((WHOLE_DOCUMENT, SOME_PASSAGES))
