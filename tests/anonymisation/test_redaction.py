"""What replaces the identifying words of a text. All people and places are invented."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Register
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from tests.builders.marked_examples import found_of_kind
from tests.builders.registered_people import KEY, PEOPLE, person, redactor_of

CZECH = Setting(("CZ",), (load("cs"),))
ANYWHERE = Setting((), ())


@pytest.fixture(scope="module")
def redactor() -> Redactor:
    listed = [Identifier("PLACE", "Most", "Most"), Identifier("ORGANISATION", "Centrum Slunce", "Centrum Slunce")]
    return redactor_of(PEOPLE, listed=listed)


def kinds(text: str) -> str:
    return re.sub(r"_\d+\]", "]", text)


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Pište na jana.v@example.org, prosím.", "Pište na [EMAIL], prosím."),
        ("Viz https://example.org/a?b=1.", "Viz [LINK]."),
        ("(www.example.org/x)", "([LINK])"),
        ("Jana Vymyšlená a VYMYŠLENÁ", "[PERSON] a [PERSON]"),
        ("Smyšlená-Nová's", "[PERSON]'s"),
        ("Jeli jsme do města Most.", "Jeli jsme do města [PLACE]."),
        ("Almost, most of all, Mostly", "Almost, most of all, Mostly"),
        ("Centrum Slunce nás pozvalo", "[ORGANISATION] nás pozvalo"),
        ("Tak to bylo<br>Vymyšlená šla", "Tak to bylo<br>[PERSON] šla"),
        ("Vymyš<b>lená</b> šla", "[PERSON]</b> šla"),
        ("Volejte 601 123 456 nebo +44 121 496 0456.", "Volejte [PHONE] nebo [PHONE]."),
        ("V roce 2019 přišlo 1 250 000 lidí.", "V roce 2019 přišlo 1 250 000 lidí."),
        ("[SPEAKER_12] a [601 123 456] a [PERSON_12345678]", "[SPEAKER] a [[PHONE]] a [PERSON]"),
    ],
)
def test_identifying_words_are_replaced(redactor: Redactor, text: str, redacted: str) -> None:
    assert kinds(redactor.redact(text, CZECH).text) == redacted


def test_one_person_has_one_number_and_a_shared_first_name_has_its_own(redactor: Redactor) -> None:
    whole, surname, first = (redactor.redact(name, ANYWHERE).text for name in ("Jana Vymyšlená", "Vymyšlená", "Jana"))
    assert whole == surname != first


def test_who_withdrew_has_no_number_in_the_words_of_others() -> None:
    people = [*PEOPLE, person("CZ-9", "Gone Away", withdrawn=True)]
    redactor = redactor_of(people, Pseudonyms(KEY, Register(people).withdrawn()))
    redacted = redactor.redact("Gone Away and Away, with Smyšlená-Nová", ANYWHERE).text
    assert re.fullmatch(r"\[PERSON\] and \[PERSON\], with \[PERSON_\d{8}\]", redacted)
    assert redactor.redact(redacted, ANYWHERE).text == redacted


def test_the_log_has_what_was_replaced_and_nothing_else() -> None:
    pseudonyms = Pseudonyms(KEY)
    redactor_of(PEOPLE, pseudonyms).redact("jana.vymyslena@example.org a Janě", Setting(("CZ",), ()))
    assert set(pseudonyms.given) == {("EMAIL", "jana.vymyslena@example.org")}
    redactor = redactor_of(PEOPLE, pseudonyms, language="cs")
    assert kinds(redactor.redact("a Janě", ANYWHERE).text) == "a [PERSON]"
    assert ("PERSON", "Janě") in pseudonyms.given


def test_one_number_in_two_notations_has_one_placeholder(redactor: Redactor) -> None:
    abroad = redactor.redact("+420601123456", Setting(("PL",), ()))
    assert redactor.redact("601 123 456", CZECH) == abroad


PIECES = [
    "Jana",
    "Vymyšlená",
    "Most",
    "a@example.org",
    "601 123 456",
    "[PERSON_7]",
    "[PERSON_12345678]",
    "www.example.org",
    "www.x.example/",
    "@mail.example",
    "@",
    ".",
    "…",
    "1",
    " ",
    "a",
]


@pytest.mark.parametrize(
    "text",
    [
        "see www.x.example/[PERSON_12345678].",
        "see x.example/[PERSON_12345678]/photos",
        "write to [PERSON_12345678]@mail.example",
        "write to anna@[PERSON_12345678].example",
        "anna@mail.example[PERSON_12345678]",
    ],
)
def test_an_address_beside_a_placeholder_is_replaced_at_once(redactor: Redactor, text: str) -> None:
    once = redactor.redact(text, CZECH).text
    assert not re.search(r"x\.example|mail|anna|photos", once)
    assert "[PERSON_12345678]" in once
    assert redactor.redact(once, CZECH).text == once


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4))).map("".join))
def test_redacting_twice_changes_nothing_more(text: str) -> None:
    redactor, both = redactor_of(PEOPLE), Setting(("CZ", "GB"), (load("cs"), load("en")))
    once = redactor.redact(text, both).text
    assert redactor.redact(once, both).text == once


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("DE", "Wir haben damals in der Hauptstraße 7b gewohnt."),
        ("NL", "De school staat aan de Molenweg 8, naast de dijk."),
        ("PL", "Mieszkaliśmy przy ul. Długiej 5/7, nad piekarnią."),
        ("CZ", "Bydleli jsme v ulici Dlouhá 12, nad pekárnou."),
    ],
)
def test_small_words_before_what_is_replaced_do_not_wait(region: str, text: str) -> None:
    """Nobody can decide on "in der" alone, and a decision to replace it would hold for the words everywhere."""
    assert [span.doubt for span in found_of_kind("ADDRESS", region, text)] == [""]
