"""Texts of which no detector needs to be asked, and texts like these of which some must. All names are invented."""

import pytest

from crosscase.anonymisation.triage import Triage
from crosscase.detectors import streets
from tests.evaluation import sentences
from tests.evaluation.finder import redactor as redactor_of

DULL = (
    ("en", "There is a poster from 1998 in the hall, and by May we had all been forgotten."),
    ("en", "We look after 160 families, and perhaps 40 of them come every week."),
    ("en", "From 9 to 12 anybody can walk in."),
    ("de", "Wir betreuen 160 Familien, davon sind vielleicht 40 jede Woche hier."),
    ("de", "Im Winter ist es schwierig, und dann gehen sie am Freitag zur Wassergymnastik."),
    ("de", "Im Herbst 2015 standen auf einmal die Leute vor der Turnhalle."),
    ("no", "De kommer fra Spania, og ingen spør om det."),
    # A title ends a sentence, and an unknown noun or a country stands near a number or a word for a part of a house.
    ("en", "So I asked my nurse. It changed everything, and then it was for my father. The rest was paperwork."),
    ("pt", "E depois falei com a senhora. Eram cinco, e foi também o doutor. Em maio acabou."),
    ("de", "Ich habe drei Chefs erlebt, zwei Umzüge und dann noch das hier."),
    ("de", "Am Ende wurde es die Straßenreinigung. Im Herbst 2015 standen auf einmal die Leute da."),
    ("no", "De kommer fra Spania, og alle er glade for det."),
    # A word about files, a street or somewhere to live is near a number that is none of these.
    ("de", "Wir betreuen 160 Familien, davon sind vielleicht 40 mit solchen Anträgen hier."),
    ("en", "Since the new contract came in we look after 160 families, and perhaps 40 of them come every week."),
    ("en", "I am 52 now and have been doing this for 30 years, and after that street there was another application."),
    ("it", "Seguiamo 160 famiglie, e forse 40 vengono ogni settimana, ma costa molto."),
    ("it", "Dalle 9 alle 12 può entrare chiunque, e per una domanda non serve."),
    ("no", "Jeg er 52 nå og har gjort dette i 30 år, og ingen har klaget på saken."),
    ("pl", "Mamy pod opieką 160 rodzin, z czego może 40 przychodzi co tydzień ze sprawami."),
    ("pl", "Mam teraz 52 lata i robię to od 30 lat, także po przeprowadzce."),
    ("it", "C'è dieci volte questo, e poi basta."),
    # A word that begins many sentences stands between a title or a number and what would make a name of it.
    ("no", "Og så ringte jeg til hans fru. Så ble det stille i hele huset."),
    # What is left out brings nothing near.
    ("de", "Und dann war, ähm, alles anders, und wir haben, äh, einfach weitergemacht."),
)
FOUND = (
    ("en", "She lives at 18 Quillow Green now."),
    ("en", "They asked me for the file, 1987 I, and what that means."),
    ("de", "Er sagt, dass Winter das nicht wollte."),
    ("de", "Dann hat mir Herr Winter geholfen."),
    ("de", "Hinterlegt ist bei uns 12 / 30 – 1987, das ist aber wohl noch die alte."),
    ("de", "Satz drei da 7 Schrägstrich achtzehn."),
    ("de", "Das war dann Strich 207 und Strich 64, glaube ich."),
    ("en", "I asked my nan. Professor Quillow knew."),
    ("de", "Ich habe drei Chefs erlebt, Kupferhof zwei, dritter Stock."),
    ("pl", "To było al. Słowackiego, yyy, trzydzieści osiem, chyba."),
    ("it", "allora io sono nata in via degli acquaioli quarantotto, proprio in casa con la levatrice"),
    ("it", "era via roma otto, e poi dietro c'era la casa"),
    ("no", "Vakttelefonen, åtte 30 et kott, men det har vindu."),
)


@pytest.mark.parametrize(("language", "text"), DULL)
def test_years_counts_and_most_german_nouns_are_dull(language: str, text: str) -> None:
    ours, setting = redactor_of(sentences.read(sentences.FOLDER / f"{language}.txt"))
    assert Triage(ours._names, setting).is_dull(text)
    assert ours.find(text, setting) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("no", "Den måten var den eneste. Etter elleve gikk de som bodde der, og det var alt."),
        ("de", "Danach kam die Woche. Die sieben waren schon weg, und wir wohnten noch da."),
        ("nl", "Dat was het. Ze twintig keer gevraagd, maar we wonen hier niet."),
        ("no", "Det var den eneste gangen elleve av dem kom, og ingen spurte."),
    ],
)
def test_a_number_behind_what_is_no_name_needs_no_search_for_a_street(
    language: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither behind the word that begins a sentence, nor where nobody lives."""
    ours, setting = redactor_of(sentences.read(sentences.FOLDER / f"{language}.txt"))
    monkeypatch.setattr(streets, "find", lambda *_: pytest.fail("a street is searched"))
    assert Triage(ours._names, setting).is_dull(text)


@pytest.mark.parametrize(("language", "text"), FOUND)
def test_what_is_near_a_number_or_a_noun_is_looked_at(language: str, text: str) -> None:
    ours, setting = redactor_of(sentences.read(sentences.FOLDER / f"{language}.txt"))
    assert ours.find(text, setting) != []
