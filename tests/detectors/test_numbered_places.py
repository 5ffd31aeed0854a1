"""Addresses without a street before a number, and numbers before a street. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

PLACES = {
    "GB": [
        "Write to {PO Box 417}, please.",
        "We lived on {plot 17, Hollow Field} then.",
        "outside {number 208 on the Kelderbrook Estate} at night",
        "put us in {Block C, number nine, second floor, Quernmore Court}, and",
        "I was reared at {Number 5, Quernmore Cross}, and",
        "on the new estate, {14F The Quernets}, there",
        "it went to {8A , Quernmore rd.} and not to us",
    ],
    "DE": [
        "Post geht ans {Postfach 10 44 17}, sonst nichts.",
        "{Containerdorf Nordhafen, Block 7, Zimmer 23}, ein Jahr.",
        "aufgewachsen in {Haus Nummer 14 in Oberziegelbach}",
        "vor der {Sieben} in der {Quastenstraße} stand er",
        "im Neubau, {Haus F 3, Zum Quastenpfuhl}, da",
        "Der Bescheid ging an {Quastenbleichstr . 5 b} und",
    ],
    "CZ": [
        "to je {sídliště Hornická, blok 12}, malý byt",
        "před domem {číslo sedm v Tulipánové} stál",
        "{pětka v Kostelní}, rohový barák",
        "zvonila v {patnáctce v Bednářčině ulici}, tam",
        "na sídlišti, {blok G, vchod 5, byt 40, Nad Kvirnem}, nikdo",
        "V {Horních Zvonicích, číslo popisné 48}, tam",
    ],
    "GR": ["{μπλοκ 31, είσοδος Β, διαμέρισμα 14}, εφτά άτομα", "ναι, {το πέντε της Κουφάλης}, εκεί"],
    "IT": ["alla {casella postale 2218}, perché", "quelle di {via Quirnali, lotto 5, palazzina D}, le conosce?"],
    "NL": ["stuur naar {Postbus 70418} maar", "in een studio, {Quirkfabriek, unit 26}, boven"],
    "NO": [
        "i {felt B4, Kvirneskjæret 11}, nytt",
        "gården {Nedre Skjelbreidmo, gårdsnummer 61, bruksnummer 4}, der",
        "til {postboks 417}",
    ],
    "PL": [
        "idzie na {skrytkę pocztową 417}, adresu nie",
        "{osiedle Górnicze, blok 12, mieszkania 7}, małe",
        "pod {siódemką na Tulipanowej} trąbił",
    ],
    "PT": [
        "para o {Bairro da Formiga Branca, bloco C, porta 8}, que",
        "na {Rua da Cotovia, vivenda 6}, sim",
        "na {Rua da Cotovia, 14, rés-do-chão esquerdo}, ao pé",
    ],
}
LEFT = {
    "GB": ["a block 3 hours long", "number three in the list", "in block capitals", "the door five minutes later"],
    "DE": ["Drei in der Gruppe sagten das", "im Block drei Stunden", "Nummer 5 in der Liste"],
    "CZ": ["číslo sedm v pořadí", "čtyřka je dobrá známka"],
}


@pytest.mark.parametrize(("region", "example"), each(PLACES))
def test_a_place_with_a_number_and_no_street_goes_or_waits(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("ADDRESS", region, example)


@pytest.mark.parametrize(("region", "text"), each(LEFT))
def test_a_number_of_something_else_stays(region: str, text: str) -> None:
    assert not found_of_kind("ADDRESS", region, text)
