"""Ordinary words are learnt from the study's own texts, names are not. All names are invented."""

from collections.abc import Sequence
from functools import partial

import pytest

from crosscase.anonymisation.corpus import Corpus
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.review_outcomes import Outcomes
from crosscase.anonymisation.reviews import Reviews
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from crosscase.readers.raw import RawCoding

ENGLISH = Setting(("GB",), (load("en"),))
NO_LISTS = Setting(("KE",), ())
PROSE = "Then the brook was full. We saw the control of the nursery. I hope so."


def corpus(*texts: str) -> Corpus:
    codings = [RawCoding(str(number), f"Talk {number}", ("Code",), text) for number, text in enumerate(texts)]
    return Corpus(codings)


def queued(text: str, texts: Sequence[str], setting: Setting = ENGLISH, listed: str = "") -> list[str]:
    """The words of a text that wait, in a study with these texts."""
    names = [Identifier("PERSON", listed, "P1", ("en",))] if listed else []
    found = corpus(text, *texts)
    reviews = Reviews("ie", {}, Pseudonyms(bytes(32)), found.is_ordinary)
    redactor = Redactor(ListedNames(names, {}), Pseudonyms(bytes(32)))
    redactor.redact(text, setting, partial(Outcomes(reviews).of, "Talk 0"))
    return [row[6] for row in reviews.queue()]


def test_a_word_in_small_letters_in_several_documents_is_ordinary() -> None:
    assert queued("It was under Control again.", []) == ["Control"]
    assert queued("It was under Control again.", [PROSE] * 3) == []


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ([PROSE] * 2, "too rare"),
        ([PROSE + PROSE + PROSE], "in one document of several"),
        ([PROSE.lower()] * 5, "of documents without capitals"),
        ([PROSE, PROSE, PROSE, "We met Control there and Control here."], "nearly as often with a capital letter"),
    ],
)
def test_other_words_are_not(texts: list[str], why: str) -> None:
    assert queued("It was under Control again.", texts) == ["Control"], why


def test_a_word_with_another_accent_proves_nothing() -> None:
    found = corpus(*["Così sarà per sempre. Poi sarà tutto."] * 3)
    assert found.is_ordinary("Sarà") and not found.is_ordinary("Sara")


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("So I asked Hope about it.", "Hope"),  # a common name
        ("So I asked Hope Quillow about it.", "Hope Quillow"),  # before a surname
        ("So I asked Brook Quillow about it.", "Brook Quillow"),
        ("So I saw Brooke about it.", "Brooke"),
    ],
)
def test_a_cue_says_that_an_ordinary_word_is_a_name(text: str, waits: str) -> None:
    assert queued(text, [PROSE] * 5) == [waits]


def test_a_word_like_a_listed_name_waits() -> None:
    assert queued("It was under Control again.", [PROSE] * 5, listed="Controll") == ["Control"]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("So it was full of hope for us.", "Hope"),
        ("So I asked hope about it.", "Hope"),
        ("My husband mark drinks too much.", "Mark"),
        ("It was my colleague rose who came.", "Rose"),
        ("So grace and rose were there.", "Rose"),
    ],
)
def test_a_listed_name_in_small_letters_waits_however_well_the_others_are_written(text: str, listed: str) -> None:
    """The one who wrote "mark" left out a capital letter; that all passages begin with one shows nothing."""
    many = ["So we hope that it will. A mark rose by grace of the hope of all. " + PROSE] * 30
    assert listed.lower() in queued(text, many, listed=listed)


def test_a_name_behind_a_title_is_replaced_whatever_the_study_says() -> None:
    reviews = Reviews("ie", {}, Pseudonyms(bytes(32)), corpus(*[PROSE] * 5).is_ordinary)
    redactor = Redactor(ListedNames([], {}), Pseudonyms(bytes(32)))
    text = "So I asked Mrs Brook about it."
    redacted = redactor.redact(text, ENGLISH, partial(Outcomes(reviews).of, "Talk 0"))
    assert "Brook" not in redacted.text


def test_without_word_lists_the_study_teaches_its_small_words_but_no_names() -> None:
    texts = ["Basi so we came. Kisha so they came with hope."] * 4
    assert queued("So they came. Hope came, and Wanjirukwe.", texts, NO_LISTS) == ["Hope", "Wanjirukwe"]
