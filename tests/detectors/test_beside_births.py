"""What belongs to a date of birth and stands beside it. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

WITH_PARTS = {
    "GB": [
        "She was born in {1938, on the eleventh of June}, in a barn.",
        "He was born in the {spring of 2017, 21st April}.",
        "The eldest was born at the end of {November, the 30th, 2004}.",
        "My wife, born on the {7th of the 7th, '57}, liked sevens.",
    ],
    "DE": [
        "Ich bin {1938, am elften Juni}, geboren.",
        "Er ist geboren im {Frühjahr 2017, am 21. April}.",
        "Die Große kam Ende {November, am 30., 2004}, zur Welt.",
        "Ich bin {Jahrgang siebenundfünfzig, siebter Juli}.",
    ],
    "CZ": ["Narodila jsem se v {roce 1938, jedenáctého června}.", "Je narozen na {jaře 2017, 21. dubna}."],
    "GR": ["Γεννήθηκα το {1938, στις έντεκα Ιουνίου}.", "Γεννήθηκε την {άνοιξη του 2017, 21 Απριλίου}."],
    "IT": [
        "Sono nata nel {1938, l'undici giugno}.",
        "È nato in {primavera del 2017, il 21 aprile}.",
        "Mia figlia è dello {09, sette luglio}.",
    ],
    "NL": [
        "Ik ben in {1938, op elf juni}, geboren.",
        "Hij is geboren in het {voorjaar van 2017, 21 april}.",
        "Mijn dochter is van {09, zeven juli}.",
        "Ik ben van het jaar {zevenenvijftig, zeven juli}.",
    ],
    "NO": [
        "Jeg er født i {1938, den ellevte juni}.",
        "Han er født {våren 2017, 21. april}.",
        "Datteren min er fra {09, sjuende juli}.",
    ],
    "PL": ["Urodziłam się w {1938, jedenastego czerwca}.", "Jest urodzony {wiosną 2017, 21 kwietnia}."],
    "PT": [
        "Nasci em {1938, a onze de junho}.",
        "Ele nasceu na {primavera de 2017, a 21 de abril}.",
        "A minha filha é de {09, sete de julho}.",
    ],
}
ASKED = {
    "GB": ["I: Your birthday? B: The {eighth of June}. I: And which year? B: {1998}."],
    "DE": ["I: Ihr Geburtstag? B: {Achter Juni}. I: Welches Jahr? B: {Achtundneunzig}."],
    "CZ": ["T: Narozeniny? R: {Osmého června}. T: Který rok? R: {1998}."],
    "GR": ["Ε: Τα γενέθλιά σας; Α: {Οχτώ Ιουνίου}. Ε: Ποια χρονιά; Α: {1998}."],
    "IT": ["I: Il compleanno? R: L'{otto giugno}. I: Di che anno? R: {1998}."],
    "NL": ["I: Uw verjaardag? B: {Acht juni}. I: Van welk jaar? B: {1998}."],
    "NO": ["I: Bursdagen din? B: {Åttende juni}. I: Hvilket år? B: {Nittiåtte}."],
    "PL": ["B: Urodziny? R: {Ósmego czerwca}. B: Którego roku? R: {1998}."],
    "PT": ["E: O aniversário? R: {Oito de junho}. E: De que ano? R: {1998}."],
}
SAINTS = {
    "GB": ["She was born on {Saint Martha's day of 91}."],
    "DE": ["Sie ist am {Nikolaustag 91} geboren."],
    "GR": ["Γεννήθηκε του {Αϊ-Βασιλιού του 1991}.", "Γεννήθηκε τη {δεύτερη μέρα των Χριστουγέννων του ενενήντα}."],
    "IT": ["È nata il {giorno di San Rocco del '91}.", "È nato il {giorno di San Rocco dell'88}."],
    "NL": ["Zij is op {Sinterklaas 91} geboren."],
    "PT": ["Nasceu no {dia de São Roque de 91}."],
}
FURTHER = {
    "GB": [
        "I: Which year were you born? B: {Forty-eight}. I: And the day? B: {Ninth of May}.",
        "He was born {a week before Easter, on the seventeenth, in 2011}.",
        "Dad was born {the day the dam burst, 4 April 1951}.",
    ],
    "DE": [
        "I: Welches Jahr? B: {Achtundvierzig}. I: Und wann ist der Geburtstag? B: {Neunter Mai}.",
        "Er kam am {siebzehnten, 2011}, zur Welt.",
        "Er ist am {Tag der Überschwemmung, 4. April 1951}, geboren.",
    ],
    "GR": ["Γεννήθηκα {Φλεβάρη, στις είκοσι εφτά}.", "Γεννήθηκε στις {δεκαεφτά, το 2011}."],
    "IT": [
        "Sono nata a {febbraio, il ventisette}.",
        "È nato il {diciassette, nel 2011}.",
        "La Rita fa gli anni sempre in ferie, il {16 agosto}.",
    ],
    "NL": [
        "Hij is geboren op de {zeventiende, in 2011}.",
        "I: Welk jaar? B: {1948}. I: En uw verjaardag? B: {Negen mei}.",
    ],
    "NO": ["Han ble født den {syttende, i 2011}.", "Far er født {dagen demningen brast, 4. april 1951}."],
    "CZ": ["Narozená v {květnu 63, čtvrtého}, z pěti jsem nejmladší."],
    "PL": ["Urodził się {siedemnastego, w 2011}.", "Urodzona w {maju 63, czwartego}, z pięciorga najmłodsza."],
    "PT": [
        "Nascida em {maio de 63, no dia quatro}.",
        "Nasceu em {março, a dezassete}.",
        "Nasceu no dia {dezassete, em 2011}.",
    ],
}
ALONE = {
    "GB": ["born on {the 5th of May 2011} in winter", "born on {5 May 2011}, a Thursday in 2011"],
    "DE": ["Es war ein Dienstag, geboren am {18. Dezember 2007}, im Winter."],
    "CZ": ["Bylo to úterý, narozen {18. prosince 2007}."],
}
NO_BIRTH = {
    "GB": ["We were in the hostel of Saint Martha, 91 of us.", "In spring we had eleven visits."],
    "DE": ["Am Nikolaustag waren 91 Leute da.", "Seit dem Herbst kamen achtundfünfzig im März."],
    "IT": ["A San Rocco c'erano 91 persone.", "A marzo, il venti, siamo partiti.", "Il venti, nel 2011, ha piovuto."],
    "NO": ["Den syttende, i 2011, snødde det."],
    "PL": ["W maju dwudziestego drugiego pojechałyśmy, w czerwcu trzy razy."],
    "CZ": ["V květnu dvacet dva jsme přijeli."],
}


@pytest.mark.parametrize(("region", "example"), [*each(WITH_PARTS), *each(ASKED), *each(SAINTS), *each(FURTHER)])
def test_the_parts_of_a_date_of_birth_go_or_wait_with_it(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("BIRTHDATE", region, example)


@pytest.mark.parametrize(("region", "example"), each(ALONE))
def test_what_is_no_part_of_a_date_of_birth_stays(region: str, example: str) -> None:
    assert missed(region, example) == ""
    (span,) = found_of_kind("BIRTHDATE", region, example)
    assert span.end - span.start == example.index("}") - example.index("{") - 1


@pytest.mark.parametrize(("region", "text"), each(NO_BIRTH))
def test_feasts_and_seasons_without_a_birth_stay(region: str, text: str) -> None:
    assert not found_of_kind("BIRTHDATE", region, text)
