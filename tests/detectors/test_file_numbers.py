"""Numbers of files beside a word that says so, in nine languages. All of it is invented."""

import pytest

from crosscase.detectors import file_numbers
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from tests.builders.marked_examples import each, found_of_kind, missed
from tests.builders.street_examples import FILES

NO_FILES = {
    "GB": [
        "in that case 3 people left",
        "the number of cases rose to 450 in 2019",
        "in case number two it was different",
        "he filed it in 2019",
        "by reference to 2015",
    ],
    "DE": [
        "in diesem Fall 3 Personen",
        "die Akte von 2019",
        "im Fall 2 war es anders",
        "die Versicherung zahlte 500 Euro",
    ],
    "NL": ["in dit dossier 3 mensen", "de zaak uit 2019", "in zaak 2 was het anders", "de polis kost 500 euro"],
    "NO": ["i den saken 3 personer", "saken fra 2019", "i sak 2 var det annerledes", "saken tok 14 måneder"],
    "IT": ["la pratica del 2019", "in pratica 3 persone", "in pratica 150 persone", "il procedimento durò 14 mesi"],
    "PT": ["o processo de 2019", "no processo 3 pessoas", "o processo demorou 14 meses", "um processo com 150 pessoas"],
    "PL": ["sprawa z 2019", "w tej sprawie 3 osoby", "sprawa trwała 14 miesięcy", "w sprawie 150 osób"],
    "CZ": ["spis z roku 2019", "v tom případě 3 lidé", "případ trval 14 měsíců", "pojistka za 500 korun"],
    "GR": [
        "η υπόθεση του 2019",
        "σε αυτή την υπόθεση 3 άτομα",
        "η υπόθεση κράτησε 14 μήνες",
        "ο αριθμός υποθέσεων αυξήθηκε σε 450",
    ],
}


@pytest.mark.plain_cases(27)
@pytest.mark.parametrize(("region", "example"), each(FILES))
def test_the_number_of_a_file_goes(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("FILE", region, example)


@pytest.mark.parametrize(("region", "example"), each(NO_FILES))
def test_a_year_and_a_count_stay(region: str, example: str) -> None:
    assert not found_of_kind("FILE", region, example)


@pytest.mark.parametrize(
    ("region", "example"),
    [
        ("GB", "They mixed up the client numbers, ours is 50 81 66 and the other family was {50 81 99}."),
        ("PT", "o meu número de utente é o 999 000 412 e puseram o {999 000 421}."),
        ("PL", "{Ds. 908/17}, pod takim numerem to poszło."),
        ("IT", "la pratica, ordine {OP 6021 bis}, è arrivata"),
    ],
)
def test_a_number_like_that_of_a_file_waits(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("FILE", region, example)


@pytest.mark.parametrize(
    ("region", "example"),
    [
        ("GB", "File {7731} got lost."),
        ("GB", "The case {773} was closed."),
        ("GB", "Case {7731} disappeared at the office."),
        ("GB", 'A "dossier {7731}" got lost.'),
        ("GB", "His file, it was {7731}, got lost."),
        ("DE", "Der Vorgang {7731} ging verloren."),
        ("DE", "Die Akte {773} ist weg."),
        ("NL", "De zaak {7731} werd gesloten."),
        ("NL", "Dossier {773} is kwijt."),
        ("CZ", "Spis {7731} se ztratil."),
        ("CZ", "Případ {773} byl uzavřen."),
        ("GR", "Ο φάκελος {7731} χάθηκε."),
        ("GR", "Η υπόθεση {773} έκλεισε."),
        ("IT", "La pratica {7731} è andata persa."),
        ("IT", "Il fascicolo {773} si è perso."),
        ("PL", "Teczka {7731} zginęła."),
        ("PL", "Akta {773} zaginęły."),
        ("PT", "O processo {7731} perdeu-se."),
        ("PT", "O dossiê {773} foi arquivado."),
        ("NO", "Sak {773} ble lukket."),
        ("NO", "Saken {7731} forsvant."),
        ("DE", "Die Akte, das war die {7731}, glaube ich."),
        ("DE", "Die Akte war dann wohl die {7731}."),
        ("GB", "The file, that was the {7731}, I think."),
        ("NL", "Het dossier, dat was de {7731}, geloof ik."),
        ("NO", "Saken, det var den {7731}, tror jeg."),
        ("CZ", "Ten spis, to byla ta {7731}, myslím."),
        ("PL", "Ta sprawa, to było chyba {7731}."),
        ("IT", "Il fascicolo, quello era il {7731}."),
        ("PT", "O processo, esse era o {7731}."),
        ("GR", "Ο φάκελος, αυτός ήταν ο {7731}."),
        ("PL", "Sprawa {lok 7731} była u sądu."),
        ("PL", "Byłam w sprawie {lok. 7731} w urzędzie."),
        ("DE", "Die Akte {whg 7731} ging verloren."),
        ("GB", "My file {hou 7731/19} got lost."),
    ],
)
def test_a_short_number_that_counts_nothing_waits_behind_a_word_about_files(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert all(span.doubt for span in found_of_kind("FILE", region, example))


@pytest.mark.parametrize(
    ("region", "text"),
    [
        ("GB", "in case 3 people come"),
        ("GB", "a dossier 12 pages long"),
        ("GB", "in case 773 people come"),
        ("GB", "my case cost 7731 pounds"),
        ("DE", "der Fall kam 7731 mal vor"),
        ("DE", "das war in dem Fall die 120"),
        ("GB", "in case 100 are there"),
        ("GB", "in case 7700 are there"),
        ("GB", "in case 7,731 people come"),
        ("GB", "in case 7731 % is too little"),
        ("GB", "in that case 2014 was better"),
        ("DE", "im Fall 1998 war es anders"),
        ("NL", "de polis 7731 euro"),
        ("IT", "la pratica 7 731 persone"),
    ],
)
def test_what_is_counted_behind_a_word_about_files_stays(region: str, text: str) -> None:
    assert not found_of_kind("FILE", region, text)


def test_an_amount_beside_a_number_of_a_file_stays() -> None:
    text = "My client number is 508166, and they paid 508 pounds of 1200."
    assert [text[span.start : span.end] for span in found_of_kind("FILE", "GB", text)] == ["508166"]


@pytest.mark.parametrize(
    ("text", "language", "stays"),
    [
        ("The case number is 4471/20. I know that.", "en", ". I know that."),
        ("Numer sprawy 12/345. A potem nic.", "pl", ". A potem nic."),
        ("Číslo jednací 12/345. A pak nic.", "cs", ". A pak nic."),
        ("Das Aktenzeichen ist 12 F 345/20. A propos.", "de", ". A propos."),
    ],
)
def test_a_number_ends_with_its_sentence(text: str, language: str, stays: str) -> None:
    spans = list(file_numbers.find(text, Setting((), (load(language),))))
    assert spans and {text[span.end :] for span in spans} == {stays}


def test_letters_and_figures_with_a_sign_are_a_number_for_certain() -> None:
    """A doubt about three figures must not take the place of a number that is certain."""
    for text, language in (("A number was on it, XPR 9152-8826.", "en"), ("Det sto et nummer, XPR 9152-8826.", "no")):
        (span,) = file_numbers.find(text, Setting((), (load(language),)))
        assert (text[span.start : span.end], span.doubt) == ("XPR 9152-8826", "")
