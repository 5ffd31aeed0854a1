"""Numbers of files beside a word that says so, in nine languages. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

FILES = {
    "GB": [
        "The case number is {ZX/4471/19}, it says here.",
        "so our file number was {20345} and nobody could find it",
        "Please quote reference no. {HB-2019-0081}.",
        "my client number I think it was {884512}",
        "The insurance number on the letter is {P 774 20 11}.",
        "under docket number {19-cv-0442} they dismissed it",
    ],
    "DE": [
        "Das Aktenzeichen ist {12 F 345/20}, steht hier.",
        "unsere fallnummer war {20345} und keiner hat sie gefunden",
        "Bitte Az. {003-Q-1234/19} angeben.",
        "die kundennummer lautet glaube ich {884512}",
        "Die Versicherungsnummer auf dem Brief ist {K 774.20.11}.",
        "unter dem geschäftszeichen {ii-4471/2019} wurde das abgelehnt",
    ],
    "NL": [
        "Het dossiernummer is {2019-00456}, staat hier.",
        "ons zaaknummer was {c/13/20345} en niemand vond het",
        "Graag kenmerk {JZ-2019/0081} vermelden.",
        "het klantnummer was geloof ik {884512}",
        "Het polisnummer op de brief is {P 774.20.11}.",
        "onder rolnummer {19/4471} is het afgewezen",
    ],
    "NO": [
        "Saksnummer er {2019/12345}, står det her.",
        "referansenummeret vårt var {20345} og ingen fant det",
        "Oppgi sak nr. {19/4567}, takk.",
        "klientnummeret er visst {884512}",
        "Forsikringsnummeret i brevet er {P 774.20.11}.",
        "med journalnummer {jz-2019-81} ble det avslått",
    ],
    "IT": [
        "Il numero di pratica è {1234/2019}, c'è scritto qui.",
        "il nostro numero di fascicolo era {20345} e nessuno lo trovava",
        "Indicare il protocollo n. {JZ-2019/0081}.",
        "il codice utente mi pare {884512}",
        "Il numero di polizza sulla lettera è {P 774.20.11}.",
        "con la pratica n. {4471/bis/19} è stata respinta",
    ],
    "PT": [
        "O processo n.º {1234/19.5T8LSB} está parado.",
        "o nosso número de processo era {20345} e ninguém o encontrava",
        "Indique a referência n.º {JZ-2019/0081}.",
        "o número de utente acho que é {884512}",
        "O número da apólice é {P 774.20.11}, diz a carta.",
        "com o processo nº {4471/19} foi indeferido",
    ],
    "PL": [
        "Sygnatura akt {II K 123/20}, tak tu pisze.",
        "nasz numer sprawy to był {20345} i nikt go nie znalazł",
        "Proszę podać znak sprawy {DPS.4321.5.2020}.",
        "numer klienta to chyba {884512}",
        "Numer polisy w piśmie to {P 774.20.11}.",
        "pod sygnaturą {iv rc 447/19} oddalono",
    ],
    "CZ": [
        "Spisová značka je {22 C 45/2018}, píšou tady.",
        "naše číslo případu bylo {20345} a nikdo ho nenašel",
        "Uveďte č.j. {MV-1234-5/2020}.",
        "číslo klienta je myslím {884512}",
        "Číslo pojistky v dopise je {P 774.20.11}.",
        "pod sp. zn. {2 t 155/2019} to zamítli",
    ],
    "GR": [
        "Ο αριθμός πρωτοκόλλου είναι {12345/2019}, το γράφει εδώ.",
        "ο αριθμός υπόθεσης ήταν {20345} και δεν τον έβρισκε κανείς",
        "Αναφέρετε αρ. πρωτ. {ΔΖ-2019/0081}.",
        "ο αριθμός πελάτη νομίζω είναι {884512}",
        "Ο αριθμός συμβολαίου στο γράμμα είναι {Π 774.20.11}.",
        "με αριθμό φακέλου {4471/19} απορρίφθηκε",
    ],
}

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


@pytest.mark.parametrize(("region", "example"), each(FILES))
def test_the_number_of_a_file_goes(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("FILE", region, example)


@pytest.mark.parametrize(("region", "example"), each(NO_FILES))
def test_a_year_and_a_count_stay(region: str, example: str) -> None:
    assert not found_of_kind("FILE", region, example)
