"""Streets with the number of a house, in nine languages, in several registers of speech. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

STREETS = {
    "GB": [
        "We used to live at {12 High Street}, above the bakery.",
        "so the social worker came round to {7b orchard lane} and nobody was in",
        "Her new address is {Flat 3, 41 Quillow Road}, if that helps.",
        "um it was {number 9 Thessaly Avenue} I think",
        "The centre moved to {St Osyth's Crescent, number 23}, two years back.",
        "they've put them up at {118 upper quarry road} for now",
        "Post it to {14/2 Meadow Close}, please.",
    ],
    "DE": [
        "Wir haben damals in der {Hauptstraße 7b} gewohnt, über dem Bäcker.",
        "die familie ist jetzt in der {quastfelder str. 12} untergebracht",
        "Ihre Adresse ist {Am Quirnauer Weg 3}, glaube ich.",
        "Das war {Lange Gasse 15}, im Hinterhaus.",
        "Wir sind in die {Ludwig-Quast-Allee 112} gezogen.",
        "also der kindergarten ist in der {bahnhofstraße 4a} und da geh ich hin",
        "Die Beratung ist im {Mühlenweg 21}, zweiter Stock.",
    ],
    "NL": [
        "Wij woonden op de {Kerkstraat 12}, boven de bakker.",
        "ze wonen nu in de {lange nieuwstraat 3bis} geloof ik",
        "Het adres is {Laan van Quistum 45}, tweede verdieping.",
        "De school staat aan de {Molenweg 8}, naast de dijk.",
        "Ze is verhuisd naar {Prinsengracht 101-2}.",
        "en toen moesten we naar de {dorpsstraat 77} komen",
        "Stuur maar naar {Burgemeester Quaksingel 9}.",
    ],
    "NO": [
        "Vi bodde i {Storgata 4}, over bakeriet.",
        "de har flyttet til {fjellveien 12b} nå",
        "Adressen er {Karl Kvasts gate 15}, tredje etasje.",
        "Barnehagen ligger i {Øvre Kvernveien 7}.",
        "Kontoret var i {Torggata 22 B}, ved elva.",
        "jeg gikk bort til {skolegata 3} og ringte på",
        "Hun bor i {Nedre Strandgate 18}.",
    ],
    "IT": [
        "Abitavamo in {via Garibaldi, 12}, sopra il forno.",
        "adesso stanno in {viale dei mille 3/b} con la nonna",
        "L'indirizzo è {Piazza Dante 4}, interno due.",
        "Lo sportello è in {corso Quintiliani n. 45}.",
        "Ci siamo trasferiti in {Via XXV Aprile 7}.",
        "e poi siamo andati in {via della querciola 18} a prendere i documenti",
        "La sede sta in {largo Sant'Orsola, 2}.",
    ],
    "PT": [
        "Morávamos na {Rua das Flores, n.º 3}, por cima da padaria.",
        "agora estão na {avenida da liberdade 110} com a avó",
        "A morada é {Travessa do Carmo, 14}, segundo esquerdo.",
        "A escola fica na {Praceta Quintela 5}.",
        "Mudámo-nos para a {Rua 25 de Abril, nº 8}.",
        "e fui bater à porta na {rua do salgueiro 21}",
        "O centro é na {Alameda D. Quitéria 77}, rés do chão.",
    ],
    "PL": [
        "Mieszkaliśmy przy {ul. Długiej 5/7}, nad piekarnią.",
        "teraz są na {ulicy kwiatowej 12} u babci",
        "Adres to {aleja Kwiatów 3 m. 4}, drugie piętro.",
        "Przedszkole jest na {ul. Szkolnej 21a}.",
        "Przeprowadzili się na {osiedle Pogodne 8/15}.",
        "i poszłam na {ulicę młyńską 44} zapytać",
        "Urząd mieści się przy {placu Zgody 2}.",
    ],
    "CZ": [
        "Bydleli jsme v {ulici Dlouhá 12}, nad pekárnou.",
        "teď jsou v {ulici květinové 7} u babičky",
        "Adresa je {Kvěchova 123/4}, druhé patro.",
        "Školka je v {Mlýnské ulici 21}.",
        "Přestěhovali se na {náměstí Svornosti 3}.",
        "a šla jsem do {ulice na příkopě 15} se zeptat",
        "Úřad sídlí na adrese {tř. Družby 44}.",
    ],
    "GR": [
        "Μέναμε στην {οδό Ερμού 15}, πάνω από τον φούρνο.",
        "τώρα είναι στην {οδό ανθέων 7} με τη γιαγιά",
        "Η διεύθυνση είναι {Λεωφόρος Δρυολάτη 112}, τρίτος όροφος.",
        "Το σχολείο είναι στην {οδό Αγίας Κυράς 21}.",
        "Μετακομίσαμε στην {οδό 28ης Οκτωβρίου 8}.",
        "και πήγα στην {οδό μύλου 44} να ρωτήσω",
        "Μένει {Παπαδρυός 33}, στη γωνία.",
    ],
}

NO_STREETS = {
    "GB": [
        "there are 12 houses on our road",
        "it was a 20 minute drive",
        "in 2019 the whole street knew",
        "we have 3 ways of doing that",
        "page 12 of the road map",
        "a 2 way street, as they say",
        "24 hours on the road",
    ],
    "DE": [
        "auf dem Spielplatz 12 Kinder",
        "die Bundesstraße 27 ist laut",
        "in unserer Straße 2015",
        "der Weg ist 3 Kilometer lang",
        "auf der Straße waren 20 Leute",
        "am Arbeitsplatz 8 Stunden",
    ],
    "NL": ["op straat waren 20 mensen", "onderweg 3 uur", "op het schoolplein 12 kinderen", "de weg is 3 kilometer"],
    "NO": [
        "på gata var det 20 folk",
        "på arbeidsplassen 8 timer",
        "langs riksvei 3",
        "veien er 3 kilometer",
        "underveis 3 ganger",
    ],
    "IT": [
        "è andata via 3 giorni fa",
        "mandato via mail 2 volte",
        "per la strada 20 persone",
        "nel corso di 3 anni",
        "via via 3 o 4 di loro",
    ],
    "PT": ["na rua 20 pessoas", "a estrada tem 3 quilómetros", "durante largos 3 anos", "na rua durante 5 dias"],
    "PL": ["na ulicy było 20 osób", "na ulicy 5 dzieci", "plac ma 300 metrów", "na osiedlu mieszka 40 rodzin"],
    "CZ": ["na ulici bylo 20 lidí", "ve třídě 5 dětí", "do třídy chodí 24 dětí", "na náměstí 3 stánky"],
    "GR": ["στον δρόμο 20 άτομα", "η οδός έχει 3 μαγαζιά", "στην πλατεία 12 παιδιά", "στην οδό ήταν 5 άτομα"],
}


@pytest.mark.parametrize(("region", "example"), each(STREETS))
def test_a_street_and_its_number_go(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("ADDRESS", region, example)


@pytest.mark.parametrize(("region", "example"), each(NO_STREETS))
def test_what_is_counted_in_a_street_stays(region: str, example: str) -> None:
    assert not found_of_kind("ADDRESS", region, example)
