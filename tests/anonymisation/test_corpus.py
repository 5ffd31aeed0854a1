"""A first pass over an export shows how each document is written, and which words it has. All is invented."""

import pytest

from crosscase.anonymisation.corpus import Casing, Corpus
from crosscase.readers.raw import RawCoding

CASED = "The school was shut, so Ada went home. Nobody knew of it until Monday, and then everybody was cross. " * 6
SMALL = CASED.lower()
SHORT = "and then nobody came"


def coding(document: str, text: str | None) -> RawCoding:
    return RawCoding("row 2", document, ("Time",), text, 1, 2, None, None, (), {})


@pytest.mark.parametrize(
    ("text", "casing"),
    [
        (CASED, Casing.USUAL),
        (SMALL, Casing.SMALL),
        (CASED.upper(), Casing.CAPITALS),
        (SMALL.replace("and", "I"), Casing.SMALL),
        ("ثم جاءت المعلمة وقالت إن المدرسة مغلقة " * 20, Casing.SMALL),
        ("ναι, και μετά έφυγε το παιδί από το σχολείο " * 20, Casing.SMALL),
        ("Ναι. Και μετά έφυγε το παιδί από το σχολείο. " * 20, Casing.USUAL),
        (SHORT, Casing.USUAL),  # so few words show nothing
    ],
)
def test_the_casing_of_a_document(text: str, casing: Casing) -> None:
    assert Corpus([coding("one", text), coding("one", None)]).casing("one") == casing


def test_a_short_document_is_written_as_its_export() -> None:
    corpus = Corpus([coding("long", SMALL), coding("short", SHORT)])
    assert corpus.casing("short") == Casing.SMALL
    corpus = Corpus([coding("long", CASED * 2), coding("small", SMALL), coding("short", SHORT)])
    assert [corpus.casing(name) for name in ("long", "small", "short")] == [Casing.USUAL, Casing.SMALL, Casing.USUAL]


def test_words_in_small_letters_are_ordinary_only_where_capitals_are_usual() -> None:
    said = "So brimble was nice, and brimble was glad. We met brimble. " + CASED
    assert Corpus([coding("one", said), coding("two", said + "x")]).is_ordinary("Brimble")
    assert not Corpus([coding("one", said.lower()), coding("two", said.lower() + " x")]).is_ordinary("Brimble")
    assert not Corpus([coding("one", said), coding("two", CASED)]).is_ordinary("Brimble")


def test_a_word_with_a_capital_within_sentences_is_not_ordinary() -> None:
    said = "So brimble was nice, and Brimble was glad. We met Brimble, and brimble left brimble. " + CASED
    assert not Corpus([coding("one", said), coding("two", said + "x")]).is_ordinary("Brimble")
