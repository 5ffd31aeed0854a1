"""Homes with a name that waits for review, and what belongs to them. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

HOMES = {
    "GB": [
        "We grew up in {the old vicarage at Thrapwick}.",
        "The nursery is at {kilometre 9 on the Thrapwick road}.",
        "They were billeted at {hut 31, camp Thrapwick}.",
    ],
    "DE": [
        "Aufgewachsen bin ich im {alten Forsthaus in Thrapsen}.",
        "Wir wohnten damals in der {Mühle bei Thrapsen}.",
    ],
    "CZ": [
        "Vyrostla jsem ve {staré hájence v Trapšově}.",
        "Bydleli jsme ve {vile Trapšenka}.",
        "Zahradnictví je u silnice na {Trapšov, kilometr 9}.",
        "To je {osada Horní Trapšov, chalupa 4}.",
    ],
    "GR": [
        "Μεγάλωσα στο {παλιό μοναστήρι της Τραψιάς}.",
        "Έμενα στην {πύλη 3 της Χαλυβουργίας Τραψ}.",
        "Είναι ο {οικισμός Άνω Τραψί, σπίτι 4}.",
    ],
    "IT": ["Sono cresciuta nel {vecchio mulino di Trapsano}.", "Abitavamo alla {baracca 31, campo di Trapsano}."],
    "NL": [
        "Ik ben opgegroeid in de {oude pastorie van Trapsem}.",
        "Ik woonde aan {poort 3 van de Trapsemfabriek}.",
        "We woonden in {het koetshuis van kasteel Trapsem}.",
    ],
    "NO": [
        "Jeg vokste opp i {den gamle møllegården i Trapsvik}.",
        "Gartneriet ligger ved {Trapsvikveien, kilometer 9}.",
        "Gården vår er {Nedre Trapsvik gård, Saltveien 2}.",
        "Send det til {Trapstun næringspark 9}.",
    ],
    "PL": [
        "Wychowałam się na {starej plebanii w Trapszowie}.",
        "Mieszkaliśmy w {willi Trapszanka}.",
        "Mieszkałem przy {bramie 3 Huty Trapsz}.",
    ],
    "PT": ["Cresci na {antiga casa paroquial de Trapselos}."],
}
FURTHER = {
    "GB": ["He served two years in {cell 31, wing C, Thrapwick prison}."],
    "CZ": ["Dali nás do {staré školy v Trapšově}.", "Musíte na {třetí statek za mostem v Trapšovské}."],
    "GR": ["Μας έβαλαν στο {παλιό σχολείο της Τραψιάς}."],
    "IT": ["Ci avevano messi nella {vecchia scuola di Trapsano}.", "Sono stato in {cella 31, carcere di Trapsano}."],
    "NL": ["We zaten in de {oude school in Trapsem}, thuis was er niets meer."],
    "NO": ["De plasserte oss på {den gamle skolen i Trapsvik}."],
    "PL": ["Rodzina mieszka w {przyczepie na Trapszowej, miejsce 4}."],
    "PT": ["Puseram-nos na {antiga escola de Trapselos}."],
}
NONE = {
    "GB": ["We talked about the castle and then about Thrapwick.", "Gate 4 was closed, so we left by gate 17."],
    "DE": ["Beim Tor 4 war zu, sagte Thrapser.", "Die Mühle mahlt für Thrapser Brot."],
    "CZ": ["Na zámku hrál Trapšák a vyhrál.", "Brána 4 byla zavřená."],
    "IT": ["Il castello lo ha dipinto Trapsini.", "Abito con Trapsini da un anno."],
    "NL": ["Het kasteel kent Trapsema goed."],
    "PL": ["Pałac namalował Trapszak.", "Brama 4 była zamknięta."],
}


@pytest.mark.parametrize(("region", "example"), [*each(HOMES), *each(FURTHER)])
def test_what_belongs_to_a_home_with_a_name_waits_with_it(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("ADDRESS", region, example)


@pytest.mark.parametrize(("region", "text"), each(NONE))
def test_a_name_that_is_of_no_home_stays_a_name(region: str, text: str) -> None:
    assert not found_of_kind("ADDRESS", region, text)


def test_a_further_part_with_its_number_behind_an_address_waits() -> None:
    assert missed("NO", "Han sover på hospitset i {Kanalgata 8, seng 14}.") == ""
