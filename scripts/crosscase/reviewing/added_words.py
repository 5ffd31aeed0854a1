"""Words that a reviewer adds to the decisions, since nothing asks about them: a nickname, a shop, an inside joke.

They are replaced everywhere, in the one document in which the reviewer sees them, or at the one place.
"""

from collections.abc import Mapping

from crosscase.anonymisation.decided_words import DecidedWords, plain_words
from crosscase.anonymisation.decision_rows import COLUMNS, Where
from crosscase.reviewing.word_groups import Item
from crosscase.storage.text_form import nfc


def can_be_found(words: str) -> bool:
    """Whether words have a letter or a figure by which a build finds them."""
    return bool(plain_words(words))


def scopes(words: str, item: Item) -> dict[Where, Mapping[str, str]]:
    """Where added words can be replaced, each with a row of the file of decisions, while an item is shown.

    A document or a place is offered where it is clear which one is meant.
    """
    decided = DecidedWords([words])
    seen = [(row, place, len(decided.find(nfc(place)))) for row in item.rows for place in row.places]
    at = [(row, place) for row, place, times in seen if times == 1]
    found: dict[Where, Mapping[str, str]] = {Where.EVERYWHERE: row_of(words)}
    documents = {(row.export, row.document) for row, _, times in seen if times}
    documents = documents or {(row.export, row.document) for row in item.rows}
    if len(documents) == 1:
        ((export, document),) = documents
        found[Where.DOCUMENT] = row_of(words, Where.DOCUMENT, export, document)
        if len(at) == 1 == sum(times for _, _, times in seen):
            found[Where.ONCE] = row_of(words, Where.ONCE, export, document, at[0][1])
    return found


def row_of(
    words: str, where: Where = Where.EVERYWHERE, export: str = "", document: str = "", place: str = ""
) -> dict[str, str]:
    """A row of the file of decisions, not yet decided."""
    found = {"where": str(where), "words": words, "export": export, "document": document, "places": place}
    return {column: found.get(column, "") for column in COLUMNS}
