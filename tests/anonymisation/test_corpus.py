"""A first pass over an export shows how each document is written, and which words it has. All is invented."""

import pytest

from crosscase.anonymisation.corpus import Corpus
from crosscase.coding.casing import Casing
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


def test_a_short_word_that_begins_a_sentence_shows_usual_capitals() -> None:
    """A study of few words waited as a whole."""
    text = "We all met there, and the parents came late in the evening, with all of their children."
    assert Corpus([coding("one", text), coding("two", text.replace("We", "My"))]).casing("one") == Casing.USUAL


def test_a_short_document_is_written_as_its_export() -> None:
    corpus = Corpus([coding("long", SMALL), coding("short", SHORT)])
    assert corpus.casing("short") == Casing.SMALL
    corpus = Corpus([coding("long", CASED * 2), coding("small", SMALL), coding("short", SHORT)])
    assert [corpus.casing(name) for name in ("long", "small", "short")] == [Casing.USUAL, Casing.SMALL, Casing.USUAL]


PASTED = "and then ylva brenna came over from the other school and nobody had told her about the new timetable"


@pytest.mark.parametrize(
    ("passage", "casing"),
    [
        (PASTED, Casing.PARTLY_SMALL),
        (f"I: {PASTED}", Casing.PARTLY_SMALL),
        (f"Interviewer - {PASTED}", Casing.PARTLY_SMALL),
        (f"Teacher 2 – {PASTED}", Casing.PARTLY_SMALL),
        (f"Moderator\t{PASTED}", Casing.PARTLY_SMALL),
        (f"Moderator | {PASTED}", Casing.PARTLY_SMALL),
        (f"Moderator：{PASTED}", Casing.PARTLY_SMALL),
        (f"Why was it so?<br>B: {PASTED}", Casing.PARTLY_SMALL),
        (f"Why was it so?\u2028B: {PASTED}", Casing.PARTLY_SMALL),
        (f"Interviewer; {PASTED}", Casing.PARTLY_SMALL),
        (f"Anna => {PASTED}", Casing.PARTLY_SMALL),
        (f"A) {PASTED}", Casing.PARTLY_SMALL),
        (f"P1, {PASTED}", Casing.PARTLY_SMALL),
        (f"B, {PASTED}", Casing.PARTLY_SMALL),
        (f"A (female): {PASTED}", Casing.PARTLY_SMALL),
        (f"A (Frau), {PASTED}", Casing.PARTLY_SMALL),
        (f"//Mhm// {PASTED}", Casing.PARTLY_SMALL),
        (PASTED.replace("school", "school www.Brenna.example Office@brenna.example"), Casing.PARTLY_SMALL),
        (f"Yes, {PASTED}", Casing.USUAL),  # a sentence without a name begins so
        (f"She came at 10:30 and {PASTED}", Casing.USUAL),
        (f"INT: {PASTED}. B: {PASTED}", Casing.PARTLY_SMALL),
        (PASTED.replace("nobody", "I nor the OECD"), Casing.PARTLY_SMALL),
        (PASTED.upper(), Casing.PARTLY_CAPITALS),
        (f"A {PASTED}".upper(), Casing.PARTLY_CAPITALS),
        (f"[Laughs] {PASTED}", Casing.PARTLY_SMALL),
        (f"(Lachen) {PASTED} <Pause>", Casing.PARTLY_SMALL),
        (f"I: And what did they say?\nB: {PASTED}", Casing.PARTLY_SMALL),
        (f"I: And what did they say? B: {PASTED}", Casing.PARTLY_SMALL),
        (f"[12.03.24, 14:00] Anna B.: {PASTED}", Casing.PARTLY_SMALL),
        ("\n".join(f"B: {PASTED[place : place + 25]}" for place in range(0, 100, 25)), Casing.PARTLY_SMALL),
        (f"We came in the spring. {PASTED}. the way was long.", Casing.PARTLY_SMALL),
        ("ثم جاءت المعلمة وقالت إن المدرسة مغلقة " * 3, Casing.USUAL),  # a row of its own for each name
        (f"Invented sentence 2: {PASTED}", Casing.USUAL),  # nobody is called so
        (f"We came in the spring, etc. {PASTED}.", Casing.USUAL),
        (f"{PASTED}. We were cross... and then they came.", Casing.USUAL),  # begins within a sentence
        (f"I think {PASTED}", Casing.USUAL),
        (f"So {PASTED}", Casing.USUAL),
        (f"{PASTED}. We were cross", Casing.USUAL),
        ("and then ylva came over", Casing.USUAL),  # a part of a sentence
        ("", Casing.USUAL),
        (" ", Casing.USUAL),
    ],
)
def test_a_passage_may_be_written_otherwise_than_its_document(passage: str, casing: Casing) -> None:
    corpus = Corpus([coding("one", CASED), coding("one", passage)])
    assert corpus.casing("one", passage) == casing
    assert (corpus.casing("one", CASED), corpus.casing("one")) == (Casing.USUAL, Casing.USUAL)


def test_a_part_of_a_passage_may_be_in_usual_letters() -> None:
    corpus = Corpus([coding("one", CASED)])
    assert corpus.is_mixed(f"I: And what did they say?\nB: {PASTED}")
    assert not corpus.is_mixed(f"I: {PASTED}\nB: {PASTED}")


def test_many_short_passages_are_in_small_letters_together() -> None:
    """A chat whose messages were coded one by one."""
    chat = [coding("one", f"i think the form {number} is with her") for number in range(12)]
    corpus = Corpus([coding("one", CASED), *chat])
    assert corpus.casing("one", "i think the form 3 is with her") == Casing.PARTLY_SMALL
    assert Corpus([coding("one", CASED * 5), *chat[:5]]).casing("one", "i think the form 3 is with her") == Casing.USUAL


def test_a_short_document_without_a_capital_is_in_small_letters() -> None:
    typed = [
        coding("two", text)
        for text in (
            "so we went and zolbert told us to wait there",
            "my sister works there and helped us with all the papers",
        )
    ]
    corpus = Corpus([coding("one", CASED), *typed, coding("three", typed[0].text)])
    assert [corpus.casing(name) for name in ("two", "three")] == [Casing.SMALL, Casing.USUAL]


def test_short_passages_are_in_small_letters_where_longer_ones_are() -> None:
    longer = [coding("one", f"{PASTED} {number}") for number in range(4)]
    corpus = Corpus([coding("one", CASED * 3), coding("two", CASED), *longer, coding("one", SHORT)])
    assert (corpus.casing("one", SHORT), corpus.casing("two", SHORT)) == (Casing.PARTLY_SMALL, Casing.USUAL)


def test_words_of_passages_in_small_letters_are_not_ordinary() -> None:
    """A name that an automatic transcript has in small letters was taken for a word, and published elsewhere."""
    typed = (
        "and then brimble came to the meeting and brimble said that nobody knows brimble or the other teachers at all"
    )
    codings = [coding(name, text) for name in ("one", "two") for text in (CASED, typed, "We met Brimble there.")]
    assert Corpus(codings).casing("one", typed) == Casing.PARTLY_SMALL
    assert not Corpus(codings).is_ordinary("Brimble")
    codings = [coding(one.document, f"I: And then?\nB: {one.text}") if one.text == typed else one for one in codings]
    assert not Corpus(codings).is_ordinary("Brimble")


def test_a_document_that_no_passage_was_read_of_has_nothing_to_read() -> None:
    assert Corpus().passages_without("one") == Corpus([coding("two", CASED)]).passages_without("one")


def test_words_in_small_letters_are_ordinary_only_where_capitals_are_usual() -> None:
    said = "So brimble was nice, and brimble was glad. We met brimble. " + CASED
    assert Corpus([coding("one", said), coding("two", said + "x")]).is_ordinary("Brimble")
    assert not Corpus([coding("one", said.lower()), coding("two", said.lower() + " x")]).is_ordinary("Brimble")
    assert not Corpus([coding("one", said), coding("two", CASED)]).is_ordinary("Brimble")


def test_a_word_with_a_capital_within_sentences_is_not_ordinary() -> None:
    said = "So brimble was nice, and Brimble was glad. We met Brimble, and brimble left brimble. " + CASED
    assert not Corpus([coding("one", said), coding("two", said + "x")]).is_ordinary("Brimble")


@pytest.mark.parametrize("sign", ["[", "(", "*", "<", "{", "B: ", "a. b", "\n", "a:", ". "])
def test_long_passages_take_no_square_time(sign: str) -> None:
    """A hundred thousand signs take a fraction of a second; where each looked to the end it were minutes."""
    assert Corpus([coding("one", sign * 100_000)]).casing("one") == Casing.USUAL
