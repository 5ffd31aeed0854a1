"""The rest of a sentence with contact data waits with it. All people, streets and numbers are invented."""

import pytest

from tests.builders.said_aloud import missed, spans_of

SAID = [  # in brackets what is replaced or waits
    # what is said about a house, however it is said
    ("de", "[dann die wachtelheimstraße hundertzwei ganz oben unterm dach wo die tauben sitzen]"),
    ("pl", "[u babci na modrzejnickiej pod dwunastym za starym młynem]"),
    ("it", "[eravamo in vicolo scaccoli ottanta dietro al frantoio]"),
    ("en", "[we were at gorseyfold bank one one nine by the canal bridge]"),
    # the word before an e-mail address that is replaced, and numbers behind a telephone number
    ("en", "Yeah, it is [clem ravenmere ninety-one at lowmail dot co dot uk]."),
    ("en", "I gave them [07911 double two six, four... hang on, four one nine]"),
    # a part near an address that is replaced
    ("cs", "Byt je [Mydlinská 31, třetí podlaží], vlhko tam není."),
]  # fmt: skip
LEFT = [  # what is replaced or waits, and nothing beside it
    ("en", "we met on the 5th of May 2011", ["the 5th of May 2011"]),
    ("en", "The file is QX-40/7 as far as I know. We have two dogs.", None),
    (
        "de",
        "Das steht bei uns auf dem Flur, schicken Sie es an post.stelle@quellbox.example bitte.",
        ["post.stelle@quellbox.example"],
    ),
    ("nl", "Het is Kalkputsteeg 33, twee keer bellen.", ["Kalkputsteeg 33"]),
]


@pytest.mark.parametrize(("language", "marked"), SAID)
def test_the_rest_of_the_sentence_waits(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize(("language", "text", "expected"), LEFT)
def test_the_next_sentence_and_what_tells_nothing_stay(language: str, text: str, expected: list[str] | None) -> None:
    found = [text[span.start : span.end] for span in spans_of(language, text)]
    assert found == expected if expected else not any("dogs" in words for words in found)


def test_what_waits_with_an_address_is_one_row_of_its_kind() -> None:
    spans = spans_of("en", "we were at gorseyfold bank one one nine by the canal bridge")
    assert [span.kind for span in spans if span.doubt] == ["ADDRESS"]
