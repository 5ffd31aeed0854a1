"""Corners of two streets, in nine languages. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

CORNERS = {
    "GB": [
        "it was the {corner of Pinfold Row and Tarn Street, number 1}, above the shop",
        "we met on the {corner of Church Road and Mill Lane} every day",
    ],
    "DE": ["das war {Ecke Quastenstraße und Kleiner Damm, die Nummer vier}, oben"],
    "CZ": ["to je {roh Koželužské a Zvonařské, číslo šest}, nahoře"],
    "GR": ["έλα {Κουφαλή και Σφενδαμιού γωνία, στο τρία}, εκεί"],
    "IT": ["all'{angolo tra corso Quirnali e via della Cotogna, al numero cinque}, sopra"],
    "NL": ["het was {hoek Quirkkade en Kleine Vlasgracht, op nummer elf}, daar"],
    "NO": ["det er {hjørnet av Kvernegata og Lysestøperveien, nummer to}, der"],
    "PL": ["kamienica na {rogu Garbarskiej i Tulipanowej, numer dwa}, tam"],
    "PT": ["é na {esquina da Rua da Cotovia com a Calçada Velha, no número dois}, ali"],
}
LEFT = {
    "GB": ["I sat in the corner and John and Mary laughed", "in the corner of Monday and Tuesday"],
    "DE": ["in der Ecke Tisch und Stuhl", "um die Ecke wohnt er"],
    "CZ": ["za rohem a zase zpátky"],
    "IT": ["nell'angolo a sinistra e a destra"],
    "PT": ["na esquina e na rua"],
}


@pytest.mark.parametrize(("region", "example"), each(CORNERS))
def test_a_corner_of_two_streets_waits_with_the_number_of_the_house(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("ADDRESS", region, example)


@pytest.mark.parametrize(("region", "example"), each(LEFT))
def test_other_corners_stay(region: str, example: str) -> None:
    assert not found_of_kind("ADDRESS", region, example)
