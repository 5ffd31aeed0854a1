"""What follows the number of a house. All of it is invented."""

import pytest

from crosscase.detectors.address_tails import tail
from crosscase.languages.vocabulary import load
from tests.builders.marked_examples import each, found_of_kind, missed

TAILS = {
    "GB": ["at {88 Coppice Road, top floor flat}, with", "at {12 Quill Street, flat twenty-two}, yes"],
    "DE": ["{Quastenstraße 31, Stiege 2, Tür 14}, bei", "{Quastenallee 8, zweiter Stock rechts}, da"],
    "CZ": ["{Quistova 31, vchod B, pokoj 14}, nás", "{ulice Quistova 8, druhé patro, dveře 11}, tam"],
    "GR": ["{Κουφάλης 8, δεύτερος όροφος, διαμέρισμα Β3}, εκεί", "{οδός Κουφάλης 2, ημιυπόγειο}, όλα"],
    "IT": ["{via Quirnali 21, piano terra}, con", "{via Quirnali, 6, interno tre}, era"],
    "NL": ["in de {Quirkstraat honderdtwaalf, drie hoog achter}.", "{Quirkstraat vijf tot en met negen}, ja"],
    "NO": ["{Kvastveien 3, andre etasje}, ved", "{Kvastveien 3, 2. høgda} med"],
    "PL": ["{ul. Quirkowa 8, oficyna, drugie piętro}, tam", "{ul. Quirkowa 2, wejście od podwórza}, a"],
    "PT": [
        "{Rua da Quirna, 2, rés-do-chão}, e",
        "{Rua da Quirna, n.º 405, 6.º B}.",
        "{rua da Quirna 33 cave direita} é",
    ],
}
LEFT = {"GB": ["12 Quill Street, two rooms and a garden"], "PL": ["ul. Quirkowa 8, drugie dziecko"]}


@pytest.mark.parametrize(("region", "example"), each(TAILS))
def test_floor_and_flat_go_with_the_address_or_wait(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("ADDRESS", region, example)


@pytest.mark.parametrize(("region", "text"), each(LEFT))
def test_what_is_counted_behind_an_address_stays(region: str, text: str) -> None:
    assert all("," not in text[span.start : span.end] for span in found_of_kind("ADDRESS", region, text))


def test_a_part_in_words_is_left_to_a_person_behind_a_certain_address() -> None:
    text, language = "Quill Street 12, third floor, flat B", load("en")
    assert text[: tail(text, 15, language)] == text
    assert text[: tail(text, 15, language, in_words=False)] == "Quill Street 12"
