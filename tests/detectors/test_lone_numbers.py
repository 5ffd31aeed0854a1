"""Houses that no word for streets shows, parts of addresses and numbers of files said otherwise. All is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

ADDRESSES = {
    "GB": [
        "we are at {twenty two b mill hill} these days",
        "she has the place at {18 The Shambles}, second floor",
        "a letter sent to {c/o 5 Brambles} because he opened everything",
        "send it to {PO box double oh four one}, she told me",
        "it's the {top flat, 33 Quarry Brow}, you ring twice",
        "the surgery was {10 Castlegate}, then it shut",
        "right outside {31 and 33 Coalport Road}, both of those are ours",
    ],
    "DE": [
        "wir wohnen jetzt {mühlberg zweiundzwanzig b}",
        "der ist gemeldet {Lange Reihe 210, Wohnung 4.1}",
        "geboren in der {Gerberreihe}, im letzten Haus",
        "ich war in der {Nummer 12, Am Alten Gaswerk}.",
        "die Praxis in der {Schillerstraße zwölf bis vierzehn} macht zu",
        "er wohnt {Unter den Eichen zwölf}.",
    ],
    "NL": ["ik zit op {'t Kalkoven 7, achterhuis}, naast de kroeg", "een caravan op {plek 14, park De Zoutwei}"],
    "NO": ["det er {Tverrsmauet 33, tredje til venstre}, ring to ganger"],
    "IT": [
        "lo studio di {via Pascoli dodici} chiude",
        "siamo trasferiti in {via delle rose quattro}",
        "mia sorella sta ancora in {Contrà delle Mura 18, secondo piano}",
    ],
    "PT": ["a minha irmã ainda mora no {Adro de Cima 18, segundo andar}"],
    "PL": ["to jest {Poprzeczna 33, trzecie piętro, lewe drzwi}, dwa razy dzwonić"],
    "CZ": [
        "ordinace v {Školní dvanáct} končí",
        "dům {Růžový vrch č. 29} zbourali",
        "teď bydlíme na {mlýnském kopci dvacet dva bé}",
        "karavan na {parcele 14, kemp Slaniska}",
    ],
    "GR": ["τώρα μένουμε {μυλοποτάμου είκοσι δύο βήτα}", "είναι {Σκαλάκια Πριονά 33, τρίτος αριστερά}"],
}
NO_ADDRESSES = {
    "GB": ["the car was at 30 MPH", "hepatitis b and vitamin c", "grade two, then the other", "at 5 on Monday"],
    "DE": ["Plan b war zweiundzwanzig Euro teuer"],
}
FILES = {
    "GB": [
        "I am patient {60 31 77} on their system",
        "I am patient {A 60 31 77} on their system",
        "reference ending {four oh two nine}, turned down",
        "i said my ref is {pk 30 91 77} and she put me on hold",
        "the reference begins with {LX and then it's 4471}.",
        "a crime number, it was {one four double two}.",
        "the number they gave my case was {four four seven B}.",
    ],
    "DE": [
        "beim Anwalt heißt das {00418/20 ME}.",
        "ich bin die Nummer {4471} dort",
        "vor Gericht lief das unter {S 12 AS 481/19}",
        "Ich bin Patient {60 31 77} in deren System",
    ],
    "PL": ["na górze stało l.dz. {31207/19}", "z końcówką {cztery zero dwa dziewięć} odrzucili"],
    "CZ": ["měl jsem pořadové číslo {B 217}, dvě hodiny", "s koncovkou {čtyři nula dva devět} zamítli"],
    "GR": ["Ο κωδικός είναι {ΤΡ κάθετος εννιά εννιά ένα}, αν βοηθάει"],
}


@pytest.mark.parametrize(("region", "example"), each(ADDRESSES))
def test_an_address_that_only_its_number_shows_goes_or_waits(region: str, example: str) -> None:
    assert missed(region, example) == ""


@pytest.mark.parametrize(("region", "example"), each(NO_ADDRESSES))
def test_other_letters_and_capitals_behind_a_number_are_no_address(region: str, example: str) -> None:
    assert not found_of_kind("ADDRESS", region, example)


@pytest.mark.parametrize(("region", "example"), each(FILES))
def test_a_file_of_a_patient_of_a_court_or_by_its_last_figures_goes_or_waits(region: str, example: str) -> None:
    assert missed(region, example) == ""
