"""What a team calls its participants is replaced in texts like their names. All people are invented."""

import pytest

from crosscase.anonymisation.gazetteer import listed_names
from crosscase.anonymisation.identifiers import UNDETERMINED, identifiers_to_protect
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from crosscase.leaks.search import Search
from crosscase.leaks.watched import Watched

ENGLISH = Setting(("GB",), (load("en"),), True)


def redacted(text: str, called: str, *documents: str) -> tuple[str, list[Watched]]:
    """A text as it is published, and what the leak search looks for."""
    person = Person(participant=called, name="Keziah Blomfield", group="XX", locator="row 2", documents=documents)
    names, pseudonyms = listed_names([person], "", {"XX": ("en",)}), Pseudonyms(bytes(range(32)))
    text = Redactor(names, pseudonyms).redact(text, ENGLISH).text
    protected = identifiers_to_protect(names, [person], pseudonyms, [])
    return text, [Watched(kind, words, tuple({*spoken.split()} - {UNDETERMINED})) for kind, words, spoken in protected]


@pytest.mark.parametrize(
    "called", ["DE-1", "South-11", "South 11", "DE-1-2", "Süd-11", "P 012", "T1-002-A", "Interview 12", "A1-B2"]
)
def test_an_id_is_replaced_like_the_name_of_its_participant_and_nothing_is_left_to_find(called: str) -> None:
    spelt = (called, called.lower(), called.upper(), called.replace("-", "–"), called.replace(" ", "_"))
    said = [f"We know that {written} said so, as Keziah Blomfield did." for written in spelt]
    for text in said:
        published, watched = redacted(text, called)
        one, other = published.removeprefix("We know that ").removesuffix(" did.").split(" said so, as ")
        assert one == other and one.startswith("[PERSON_"), published
        assert not Search(watched).kinds(published)
        assert Search(watched).kinds(text)


@pytest.mark.parametrize("called", ["DE-4", "South-11", "Area 1-8", "Interview_02_Hall", "Week 2"])
def test_a_document_that_is_called_by_an_id_is_replaced_too(called: str) -> None:
    published, watched = redacted(f"So {called} is the interview.", "Blomfield 1", f"{called}.docx")
    assert published.startswith("So [PERSON_") and published.endswith("] is the interview.")
    assert not Search(watched).kinds(published)


@pytest.mark.parametrize("text", ["We were 12 in DE.", "The 1 DE said.", "DE - 1, DE/10 and ADE-1 came.", "de 11"])
def test_what_only_looks_like_an_id_stays(text: str) -> None:
    assert redacted(text, "DE-1")[0] == text


@pytest.mark.parametrize(
    ("called", "text"),
    [
        ("AT-3", "They come at 3 in the afternoon. At 3 they go."),
        ("NO-1", "She was no 1 in class."),
        ("A-12", "With a 12 year old it is hard."),
        ("IT 22", "We made it 22 times."),
    ],
)
def test_ordinary_words_and_a_number_are_no_id(called: str, text: str) -> None:
    published, watched = redacted(text, called)
    assert published == text
    assert not Search(watched).kinds(text)
    for written in (called, called.replace("-", " "), called.replace(" ", "-").lower()):
        said = f"So {written} said."
        assert redacted(said, called)[0].startswith("So [PERSON_") and Search(watched).kinds(said)


@pytest.mark.parametrize(
    ("called", "text", "language"),
    [
        ("ME-10", "Give me 10 minutes.", "en"),
        ("US-2", "There were us 2 in the hall.", "en"),
        ("AB-3", "Das gilt ab 3 Jahren.", "de"),
        ("ZU-2", "Sie kamen zu 2 Treffen.", "de"),
    ],
)
def test_a_frequent_word_and_a_number_wait_and_stop_nobody_once_a_person_has_decided(
    called: str, text: str, language: str
) -> None:
    names = listed_names([Person(participant=called, name="", group="XX", locator="row 2")], "", {"XX": (language,)})
    setting = Setting((), (load(language),))
    found = Redactor(names, Pseudonyms(bytes(range(32)))).redact(text, setting)
    written = called.lower().replace("-", " ")
    assert found.text == text
    assert [text[span.start : span.end] for span in found.doubts] == [written]
    watched = [Watched("PARTICIPANT", called)]
    assert Search(watched, languages=[language]).kinds(text)
    search = Search(watched, kept=[written], languages=[language])
    assert not search.kinds(text)
    assert search.kinds(text.replace(written, called)) and search.kinds(text.replace(written, called.lower()))


def test_the_search_knows_the_words_of_the_studys_languages_also_where_nobody_is_named() -> None:
    """It stopped a German study at "am 5" beside AM-5, since no listed name said that it is German."""
    watched = [Watched("PARTICIPANT", "AM-5"), Watched("DOCUMENT", "AM-5.docx")]
    text = "wir kamen am 5 in die Schule"
    assert not Search(watched, languages=["de"]).kinds(text)
    assert Search(watched).kinds(text)
    assert Search(watched, languages=["de"]).kinds("so sagte am-5")


def test_two_ids_of_the_same_letters_and_digits_are_two_people() -> None:
    people = [Person(participant=called, name="", group="XX", locator="row 2") for called in ("DE-11", "DE-1-1")]
    names = listed_names(people, "", {"XX": ("en",)})
    text = Redactor(names, Pseudonyms(bytes(range(32)))).redact("DE-11, DE 1 1, de-11, DE_1_1.", ENGLISH).text
    one, other, again, second = text.removesuffix(".").split(", ")
    assert one == again != other == second


def test_words_are_an_id_where_it_is_listed_like_them() -> None:
    assert redacted("So at 3 said.", "at 3")[0].startswith("So [PERSON_")


def test_an_id_in_an_address_is_hidden_with_the_address() -> None:
    published, _ = redacted("Write to de1@hall.example, or see https://hall.example/de-1 please.", "DE-1")
    assert "@" not in published and "PERSON" not in published and "hall" not in published


def test_an_id_of_digits_or_of_letters_alone_is_no_id_in_a_text() -> None:
    assert redacted("We were 12 in the hall.", "12")[0] == "We were 12 in the hall."
    assert redacted("They met in the hall.", "hall")[0] == "They met in the hall."


def test_an_id_that_was_replaced_is_no_name_of_a_person() -> None:
    """As a name it would alarm at "South 11", a count beside a group."""
    _, watched = redacted("So South-11 said, and SOUTH 11.", "South-11")
    assert {one.kind for one in watched if "south" in one.words.lower()} == {"PARTICIPANT"}
