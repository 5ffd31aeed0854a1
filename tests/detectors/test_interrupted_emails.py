"""E-mail addresses that are said aloud with remarks in them, in nine languages. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

EMAILS = {
    "GB": [
        "it was {duty desk, all one word, seven, at quenlow dot org}, I think",
        "write to {quernmore, with two r's, at, quenlow dot org}, please",
    ],
    "DE": ["das ist {fruehstueck, also mit u-e, ät quastenkreis Punkt org}, oder"],
    "CZ": ["to je {kvitko, zavináč, zahradka tečka eu}, myslím"],
    "GR": ["είναι {κουφάλη, με δύο σίγμα, τριάντα τρία, παπάκι varkoula τελεία eu}, νομίζω"],
    "IT": ["era {quirnali, tutto attaccato, at, scatolone punto net}, credo"],
    "NL": ["het was {quirk, laag streepje, op zolder, apenstaartje hooizak punt eu}, dacht ik"],
    "NO": ["det er {kvernsg tre fem at sjøbua, med o-e, punkt net}, tror jeg"],
    "PL": ["to jest {kwirna kropka tulipan przez zwykłe n, małpa, wierzbomail kropka pl}, chyba"],
    "PT": ["era {cotovia com cê simples, oitenta e um, at, telhado ponto net}, acho"],
}
LEFT = {
    "GB": ["we met, with no reason at all, at the dot com boom", "no, not at home, dot the letters"],
    "DE": ["also, ohne Punkt und Komma, at home"],
    "IT": ["con la chiocciola, senza guscio, a un certo punto è scappata"],
    "PT": ["sem pressa, cinco arrobas, ponto final"],
}


@pytest.mark.parametrize(("region", "example"), each(EMAILS))
def test_a_spoken_address_with_remarks_waits(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("EMAIL", region, example)


@pytest.mark.parametrize(("region", "example"), each(LEFT))
def test_other_remarks_stay(region: str, example: str) -> None:
    assert not found_of_kind("EMAIL", region, example)


def test_nothing_waits_beside_an_address_that_was_found_whole() -> None:
    assert len(found_of_kind("EMAIL", "GB", "My email is r eckersley, all one word, at quenlow dot co dot uk.")) == 1
