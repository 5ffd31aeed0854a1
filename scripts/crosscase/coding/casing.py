"""How a document is written, and the rows of the review that ask a person to read one without usual capital letters."""

from enum import StrEnum


class Casing(StrEnum):
    """How a document is written, or a passage of one with usual capitals."""

    USUAL = "usual capitals"
    SMALL = "small letters"
    CAPITALS = "capital letters"
    PARTLY_SMALL = "small letters in part"
    PARTLY_CAPITALS = "capital letters in part"


# They stand in a row for its words.
WHOLE_DOCUMENT = "*whole document*"
SOME_PASSAGES = "*some passages*"
ABOUT_DOCUMENT = (WHOLE_DOCUMENT, SOME_PASSAGES)


def row_about(casing: str) -> str:
    """What stands for the words of the row on a document that is written so."""
    return SOME_PASSAGES if casing in (Casing.PARTLY_SMALL, Casing.PARTLY_CAPITALS) else WHOLE_DOCUMENT
