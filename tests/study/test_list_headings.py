"""Other headings of the lists that a team keeps by hand, in the languages of labels."""

from collections import Counter

import pytest

from crosscase.languages.headings import heading_form
from crosscase.spreadsheets import list_columns
from crosscase.study import list_headings
from crosscase.study.facts import FURTHER_REGISTER_COLUMNS, REGISTER_COLUMNS
from crosscase.study.list_headings import Headings

KNOWN = (*REGISTER_COLUMNS, *FURTHER_REGISTER_COLUMNS, "country")
REGISTER = list_headings.of_register("country")


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "participant_id",
            "Participant ID",
            "Participant-ID",
            "pid",
            "PID",
            "respondent",
            "Respondents",
            "interviewee",
        ),
        *("Code", "ID-Nr", "ID-Nr.", "ID no.", "Respondent No.", "Interviewee number", "Informant", "Case ID"),
        *("Befragte Person", "Teilnehmer-Nr.", "Interviewpartnerin", "Teilnehmende", "N° participant"),
        *("Identifiant", "Enquêtée", "Código", "Código participante", "ID del participante", "Entrevistada"),
        *(
            "Codice partecipante",
            "Intervistato",
            "Deelnemersnummer",
            "Geïnterviewde",
            "Deltaker-ID",
            "Kode",
            "Informant nr",
        ),
        *(
            "Kod uczestnika",
            "ROZMOWCA",
            "Identyfikator",
            "Kód účastníka",
            "UCASTNIK",
            "ID do participante",
            "Inquirido",
        ),
        *("Κωδικός", "ΚΩΔΙΚΟΣ ΣΥΜΜΕΤΕΧΟΝΤΑ", "ΣΥΜΜΕΤΕΧΩΝ", "Ερωτώμενη"),
    ],
)
def test_the_column_of_participants_has_many_names(heading: str) -> None:
    header = [heading, "name", "country", "documents"]
    assert list_columns.named(header, KNOWN, REGISTER) == ["participant", "name", "country", "documents"]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        *[
            ("Nickname", "nicknames"),
            ("Spitzname", "nicknames"),
            ("Prezdivka", "nicknames"),
            ("ΠΑΡΑΤΣΟΥΚΛΙ", "nicknames"),
        ],
        *[
            ("Arbeitgeber", "employer"),
            ("Zamestnavatel", "employer"),
            ("ΕΡΓΟΔΟΤΗΣ", "employer"),
            ("Employers", "employer"),
        ],
        *[("Wohnort", "town"), ("Città", "town"), ("CITTA", "town"), ("ΠΟΛΗ", "town"), ("Miejscowosc", "town")],
        *[("Interviewed by", "interviewer"), ("Enquetrice", "interviewer"), ("Tazatelka", "interviewer")],
        *[("Consent-to-quote", "consent_to_quote"), ("ΟΝΟΜΑΤΕΠΩΝΥΜΟ", "name"), ("Imie i nazwisko", "name")],
        *[("Date of interview", "interview_date"), ("Interview-Date", "interview_date"), ("ΣΥΝΕΝΤΕΥΞΗ", "documents")],
    ],
)
def test_columns_of_a_register_are_known_by_other_words(heading: str, column: str) -> None:
    assert list_columns.taken_for(["participant", heading], KNOWN, REGISTER) == {heading: column}


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Reihenfolge", "order"),
        ("KOLEJNOSC", "order"),
        ("ΣΕΙΡΑ", "order"),
        ("Sort order", "order"),
        ("Kodierbar", "codable"),
        ("Do kodowania", "codable"),
        ("ΚΩΔΙΚΟΠΟΙΗΣΙΜΟ", "codable"),
        ("Parent-code", "parent"),
    ],
)
def test_columns_of_a_codebook_are_known_by_other_words(heading: str, column: str) -> None:
    known = ("domain", "code", "label", "definition", "parent", "order", "codable", "aliases", "opposite")
    assert list_columns.taken_for(["domain", "code", heading], known, list_headings.CODEBOOK) == {heading: column}


def test_a_list_of_identifiers_has_its_headings_in_other_languages() -> None:
    words = list_headings.of_identifiers("country")
    header = ["Typ", "Name", "Land", "Ersatz"]
    assert list_columns.named(header, ("type", "value", "generalised", "country"), words) == [
        *("type", "value", "country", "generalised")
    ]


@pytest.mark.parametrize("by", ["country", "city", "profession", "organisation"])
@pytest.mark.parametrize("list_", ["register", "identifiers", "guide", "codebook"])
def test_each_word_means_one_column(by: str, list_: str) -> None:
    headings: Headings = {
        "register": list_headings.of_register(by),
        "identifiers": list_headings.of_identifiers(by),
        "guide": list_headings.of_guide(by),
        "codebook": list_headings.CODEBOOK,
    }[list_]
    meant = Counter(form for words in headings.values() for form in set(map(heading_form, words)))
    assert [form for form, number in meant.items() if number > 1] == []


def test_a_variable_of_the_sample_keeps_its_column() -> None:
    words = list_headings.of_register("country", ["town", "id-nr"])
    assert list_columns.taken_for(["Town", "ID Nr"], ("participant", "country"), words) == {}


def test_where_cities_are_compared_a_city_is_the_group() -> None:
    words = list_headings.of_register("city")
    assert list_columns.taken_for(["Stadt"], ("participant", "town", "city"), words) == {"Stadt": "city"}


def test_columns_that_several_headings_may_mean_are_in_doubt() -> None:
    header = ["ID", "Code", "Withdrew", "withdrawal", "Country"]
    assert list_columns.in_doubt(header, KNOWN, REGISTER) == {
        "participant": ["ID", "Code"],
        "withdrawn": ["Withdrew", "withdrawal"],
    }
    assert list_columns.taken_for(header, KNOWN, REGISTER) == {}


def test_the_own_name_of_a_column_goes_before_another_word() -> None:
    header = ["participant", "Consent to quote", "quotable", "country"]
    assert list_columns.taken_for(header, KNOWN, REGISTER) == {"Consent to quote": "consent_to_quote"}


@pytest.mark.parametrize(
    "header",
    [
        *("участник, име, държава, документ", "Учасник, Ім'я, Країна, Інтерв'ю", "Участник, ФИО, Страна, Файл"),
        *("Deltagare, Namn, Land, Intervju", "Deltager, Navn, Land, Dokument", "Osallistuja, Nimi, Maa, Haastattelu"),
        *("Respondent, Név, Ország, Interjú", "Respondent, Nume, Țară, Interviu", "Účastník, Meno, Krajina, Rozhovor"),
        *("Udeleženec, Ime, Država, Dokument", "Sudionik, Ime, Država, Razgovor", "Katılımcı, Adı, Ülke, Görüşme"),
        *(
            "ΣΥΜΜΕΤΕΧΩΝ, Όνομα, Χώρα, Έγγραφο",
            "PARTICIPANT, Nom, Pays, Entretien",
            "Participante, Nombre, País, Archivo",
        ),
    ],
)
def test_a_register_in_a_language_with_basic_support_is_read(header: str) -> None:
    assert list_columns.named(header.split(", "), KNOWN, REGISTER) == ["participant", "name", "country", "documents"]
