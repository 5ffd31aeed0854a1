"""Capitalised words that name what is public in a whole country: they do not wait, and names beside them do.

The names of people and of small organisations are invented.
"""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

PUBLIC = {
    "GB": [
        "We filled in the Early Help form, and then Universal Credit wrote, and the Home Office.",
        "They had a Sure Start centre, and Citizens Advice sat in it.",
        "She was in Year 6 when the Pupil Premium came, and you need a PhD to claim it.",
        "I was a Health Visitor then, and she got Child Benefit.",
        "We had Key Stage 2 to think of, so they did Maths on Zoom.",
        "The DfE sent us Chromebooks.",
    ],
    "DE": ["Wir haben bei Rewe gekauft und im Kindergarten KiKA geschaut.", "Der VdK und die Caritas haben geholfen."],
    "CZ": [
        "Dělala jsem na OSPODu a na Úřadu práce.",
        "Bylo to u Okresního soudu, a pak psalo Ministerstvo práce a sociálních věcí.",
    ],
    "GR": ["Πήγα στο Κέντρο Κοινότητας για το Επίδομα Παιδιού."],
    "IT": ["Prendiamo l'Assegno Unico e andiamo al Tribunale per i Minorenni.", "Parlo con la Legge 104 in mano."],
    "NL": ["We hebben Veilig Thuis gebeld, en de Raad voor de Kinderbescherming.", "Op Dinsdag kijk ik Klokhuis."],
    "NO": ["Vi fikk hjelp av Røde Kors og søkte i Husbanken.", "Vi handler på Rema 1000 hver uke."],
    "PL": ["Mam Kartę Dużej Rodziny i chodzę do Poradni Psychologiczno-Pedagogicznej."],
    "PT": [
        "Recebo o Abono de Família e o Ministério do Trabalho sabe.",
        "Ela é Psicóloga e fala com a Diretora.",
        "Na Segunda liguei para a Saúde 24.",
    ],
}
NAMES = {
    "GB": [
        "We went to {Rising Stars} nursery, and they helped us.",
        "The {Oak Tree} was good for us.",
        "I worked with {Grace Home} for years.",
        "We met at the {Oasis Centre} and at the {Sunshine Family Centre} last year.",
        "We rang the {Ark Housing Trust} about it.",
        "They sent us to {Willow Education Centre} then.",
        "He said that Tesco {Maria} was there.",
        "I asked {Sunny} whether she would come.",
    ],
    "CZ": ["Chodili jsme do {Sluníčka} každý den.", "Školka {Čtyřlístek} byla dobrá."],
    "IT": ["Siamo andati alla Casa {Serena} ogni giorno.", "Il centro {Arcobaleno} ci ha aiutato."],
    "NL": ["We gingen naar De {Regenboog} elke dag."],
    "NO": ["Barnehagen {Regnbuen} hjalp oss."],
    "PL": ["Chodziliśmy do przedszkola {Maluch} codziennie."],
    "PT": ["A Escola Básica {Pomar} fechou."],
    "GR": ["Ο σταθμός {Ηλιαχτίδα} ήταν καλός."],
}


@pytest.mark.parametrize(("region", "text"), each(PUBLIC))
def test_what_is_public_in_a_whole_country_does_not_wait(region: str, text: str) -> None:
    assert not any(found_of_kind(kind, region, text) for kind in ("PERSON", "ADDRESS"))


@pytest.mark.parametrize(("region", "example"), each(NAMES))
def test_a_name_beside_public_words_goes_or_waits(region: str, example: str) -> None:
    assert missed(region, example) == ""
