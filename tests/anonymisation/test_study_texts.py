"""Names in the texts that a study itself publishes. All names are invented."""

from dataclasses import replace
from pathlib import Path

import pytest

from crosscase.anonymisation import study_texts
from crosscase.anonymisation.decision_rows import Choice, Decision
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.study_texts import StudyTexts, setting_of_all
from crosscase.coding import codebook
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import settings_of
from crosscase.labels import labels
from crosscase.running.pipeline import SCHEMA
from crosscase.study import citation_texts, configuration, own_labels, own_texts, published_names, study_folder
from crosscase.study.facts import CONFIG
from crosscase.study.group_languages import languages_of_groups, regions_of_groups, supported
from crosscase.study.own_texts import OwnText, Reading
from tests.builders.projects import ROOT
from tests.builders.searched_texts import KEY, LISTED, reviewed, search_of
from tests.builders.small_study import write_small_study

FILE = "config/codebook.csv"
NAMING = [
    "Case of Keziah Blomfield",
    "what gwenllian said",
    "story of Trevanion",
    "Village of Jowan Tregenza",
    "athersage told us",
    "login hathersage2019",
    "Hather- sage and time",
    "Hаthersage",  # a Cyrillic letter
    "Hather\u200bsage house",
    "Hather\u00adsage house",
    "talk with maureen",
    "call me on 0161 496 0123",
    "14 Pinfold Lane",
    "she was born on 3 May 1984",
    "jane.quill@example.com",
    "Frau Wendelgard Pöhlbauer",
    "Move to Scarthorpe",
    "what Grace said",
    "Grace's story",
    "Mrs Grace",
    "Grace Young",
    "anna",
    "T1. Keziah",
    "KeziahBlomfield",
    "storyOfMaureen",
    "12 Pinfold Lane",
    "SW1A 2AA",
    "Mr Ng",
    "Mrs Hope",
    "Headteacher Rose",
    "Nurse Joy and the ward",
    "Will Smith",
    "Story of Will Smith",
    "Mo's idea",
    "Ed’s visit",
    "what Jo said",
    "Hathersage (Hope, 2019)",
    "Maureen Hathersage University",
    "Hathersage Foundation",
    "Grace Trust and Anna",
    "Trust Blomfield",
    "Keziah Blomfield Trust Issues",
]


@pytest.mark.parametrize("label", NAMING)
def test_what_may_name_somebody_is_found_in_a_label(label: str) -> None:
    assert search_of().doubts(label)


@pytest.mark.parametrize(
    "label",
    [
        "Early Help",
        "Trust in teachers",
        "Sharing Information With Parents",
        "SHARING INFORMATION",
        "Hope",
        "Leeds",
        "Third sector / NGOs involvement",
        "Wave 2",
        "Grace",
        "Faith in services",
        "Trust and Faith",
        "mark of respect",
        "T1. Edge Connectivity & Communication Protocols",
        "rq1_definition",
        "2.3: Time Pressure",
        "bjc",
        "Mobile IoT",
        "WebRTC Functionality",
        "OpenTelemetry",
        "they asked me about her child",
        "2019/20",
        "Czech Republic",
        "Grace under pressure",
        "Headteacher Support",
        "Rose garden",
        "Will to learn",
        "Mark schemes",
        "Children's rights",
        "Today's problems",
        "PISA",
        "UNICEF and UNESCO",
        "Erasmus+",
        "Windrush",
        "Maria Montessori",
        "Fröbel, Piaget and Vygotsky",
        "Likert scale",
        "Arabic, Turkish, Romani",
        "Islam, Judaism, Hinduism, Sikhs and Jains",
        "Bourdieu's habitus",
        "SGB VIII",
        "University of York",
        "University of Hathersage",
        "In-vivo: “we are all in it”",
        "Neukölln",
        "Kreuzberg",
        "Cameron cuts",
        "Blair’s policy",
        "Weber",
        "Karl Marx",
        "Bernard van Leer Foundation",
        "Robert-Bosch-Stiftung",
        "Fondazione Agnelli",
        "Verwey-Jonker Instituut",
    ],
)
def test_ordinary_words_are_no_nuisance(label: str) -> None:
    assert not search_of().doubts(label)


@pytest.mark.parametrize(
    ("definition", "is_asked"),
    [
        ("Everything that Keziah Blomfield said about the school.", True),
        ("Call 0161 496 0123 if in doubt.", True),
        ("Use it for Early Help, too. Not for Trust.", False),
        ("Passages in which parents speak of time that they lack.", False),
        ("Codes of the data (Braun & Clarke, 2006), not of Trust.", False),
        ("Discretion, cf. Lipsky 1980, of workers.", False),
        ("As Lipsky (1980, p. 3) and Strauss and Corbin (1990) have it.", False),
        ("Work of teams (Brown et al. 2015; Wenger-Trayner, 2001a).", False),
        ("Work of teams (Hathersage, 2006).", True),
        ("In her talk (Judith, 2019) she said so.", True),
        ("In a talk (Interview Blomfield, 2019) she said so.", True),
        ("Asked by Blomfield in 2019.", True),
        ("Funded by the European Union (Horizon 2020, grant agreement No 727069).", False),
        ("Funded by ESRC (grant ES/R00123X/1), project number 2018-1-NL01-KA201-038969.", False),
        ("Förderkennzeichen 01UP1234567 und DFG-Projekt 412345678.", False),
        ("ISBN 978-3-16-148410-0, ISSN 2049-3630, doi:10.5281/zenodo.1234567, ISRCTN12345678.", False),
        ("Paid by the Bernard van Leer Foundation.", False),
        ("Keziah Blomfield of the Nuffield Foundation said so.", True),
        ("The project, 0161 496 0123.", True),
        ("The contract 0161 496 0123.", True),
        ("The project 07700900123.", True),
    ],
)
def test_a_definition_is_searched_as_a_text(definition: str, is_asked: bool) -> None:
    assert bool(search_of().doubts(definition, Reading.SENTENCE)) == is_asked


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("trust_in_hathersage", ["hathersage"]),
        ("TrustInHathersage", ["Hathersage"]),
        ("data/raw/exports/hathersage-2019.csv", ["hathersage"]),
        ("maureen_hathersage", ["maureen_hathersage"]),
        ("trust_in_hope", []),
        ("fac_fact_keziah", []),
    ],
)
def test_an_id_is_searched_for_listed_names(name: str, asked: list[str]) -> None:
    assert [name[span.start : span.end] for span in search_of().doubts(name, Reading.ID)] == asked


def test_a_word_that_stays_in_a_label_stays_in_an_id() -> None:
    ids = [OwnText(FILE, "trust_in_hathersage", Reading.ID)]
    assert study_texts.waiting(search_of(), reviewed(), ids) == ids
    assert (
        study_texts.waiting(search_of(), reviewed(Decision(Choice.KEEP, "", "everywhere", words="Hathersage")), ids)
        == []
    )


def test_without_word_lists_only_lists_and_contact_data_say_something() -> None:
    labels = ["Tómstundir barna", "Sögur Keziah", "Saga Hathersage", "14 Pinfold Lane"]
    assert [label for label in labels if search_of(has_words=False).doubts(label)] == labels[2:]


TEXTS = [OwnText(FILE, "Case of Keziah Blomfield"), OwnText(FILE, "Trust"), OwnText(FILE, "Saga of Hathersage")]


def test_words_in_doubt_wait_as_words_of_their_file() -> None:
    reviews = reviewed()
    assert study_texts.waiting(search_of(), reviews, TEXTS) == [TEXTS[0], TEXTS[2]]
    assert [(row[6], row[8]) for row in reviews.queue()] == [("Hathersage", FILE), ("Keziah Blomfield", FILE)]


def test_keep_settles_a_word_and_the_leak_search_lets_it_pass() -> None:
    reviews = reviewed(Decision(Choice.KEEP, "", "everywhere", words="Hathersage"))
    assert study_texts.waiting(search_of(), reviews, TEXTS) == TEXTS[:1]
    assert "Hathersage" in reviews.kept and reviews.count().undecided == 1


def test_a_decision_to_replace_leaves_the_text_in_doubt_without_a_question() -> None:
    reviews = reviewed(Decision(Choice.REDACT, "", "everywhere", words="Keziah Blomfield"))
    assert study_texts.waiting(search_of(), reviews, TEXTS[:2]) == TEXTS[:1]
    assert reviews.count().undecided == 0


@pytest.mark.parametrize(("output_language", "asked"), [("en", 1), ("de", 0)])
def test_a_title_may_be_in_the_language_of_the_results(output_language: str, asked: int) -> None:
    setting = setting_of_all(settings_of({"IE": ["IE"]}, {"IE": ("en",)}).values(), output_language)
    searched = StudyTexts(Redactor(ListedNames(LISTED, {}), Pseudonyms(KEY)), setting)
    assert len(searched.doubts("Eine Studie")) == asked
    assert searched.doubts("Gespräche mit Keziah Blomfield")


def test_what_study_yaml_says_of_itself_and_of_what_is_compared_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    study = configuration.read(CONFIG, SCHEMA, files_exist=False)
    words = replace(study.compare, one="Keziah Blomfield class")
    named = replace(study, synthetic_note="Made by Keziah Blomfield.", compare=words)
    found = [one.text for one in study_texts.waiting(search_of(), reviewed(), own_texts.of(named))]
    assert {named.synthetic_note, words.one} <= set(found)


def test_the_bundled_study_is_asked_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    study = configuration.read(CONFIG, SCHEMA, files_exist=False)
    spoken = supported(languages_of_groups(study.groups, study.languages))
    setting = setting_of_all(settings_of(regions_of_groups(study.groups), spoken).values())
    searched = StudyTexts(Redactor(ListedNames([], {}), Pseudonyms(KEY)), setting)
    entries = codebook.read(study.codebook, study.domains)
    texts = [*study_texts.of_codebook(study.codebook, entries), *own_texts.of(study)]
    texts += [OwnText(CONFIG, name) for name in published_names.others(study)]
    assert entries and {CONFIG, citation_texts.FILE} <= {one.file for one in texts}
    assert [one.text for one in texts if searched.doubts_in(one)] == []


@pytest.mark.parametrize("language", ["en", "de", "fr", "pl"])
def test_the_words_that_ship_for_labels_are_asked_about_by_nobody(language: str) -> None:
    texts = [
        form
        for text in labels.shipped(language).values()
        for form in ([text] if isinstance(text, str) else text.values())
    ]
    setting = setting_of_all(settings_of({"GB": ["GB"]}, {"GB": (language,)}).values(), language)
    searched = StudyTexts(Redactor(ListedNames(LISTED, {}), Pseudonyms(KEY)), setting)
    assert [text for text in texts if searched.doubts_in(OwnText(own_labels.PATH, text, Reading.PATTERN))] == []


def test_labels_of_a_study_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_small_study(tmp_path / "study")
    monkeypatch.chdir(tmp_path / "study")
    forms = "coding: {one: '{n} talk of Hathersage', other: '{n} talks'}\n"
    Path(own_labels.PATH).write_text(f"below_rule: Told by Keziah Blomfield.\n{forms}", encoding="utf-8")
    texts = own_texts.of(study_folder.study_here())
    found = study_texts.waiting(search_of(), reviewed(), texts)
    assert [(one.file, one.text) for one in found] == [
        (own_labels.PATH, "Told by Keziah Blomfield."),
        (own_labels.PATH, "{n} talk of Hathersage"),
    ]


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "de",
            ["SGB VIII", "Caritas", "Sinti und Roma", "Fröbel", "Wut", "Likert-Skala", "Hektik", "Islam", "Jesiden"],
        ),
        ("pl", ["RODO", "WOŚP", "Librus", "PFRON", "Łemkowie", "Janusz Korczak", "Lex Czarnek"]),
        ("nl", ["Toeslagenaffaire", "Vmbo", "Fröbel", "Papiaments", "Universiteit Utrecht", "Kanjertraining"]),
        ("it", ["Maria Montessori", "Don Milani", "Induismo", "Rom e Sinti", "Università di Bologna"]),
        ("cs", ["Jan Amos Komenský", "Univerzita Karlova", "Buddhismus", "Vietnamština"]),
        ("pt", ["Paulo Freire", "Fundação Gulbenkian", "Judaísmo", "Universidade do Porto"]),
        ("no", ["Barnevernloven", "Marte Meo", "Universitetet i Oslo", "Buddhisme"]),
        ("el", ["Μοντεσσόρι", "Πομάκοι", "Πανεπιστήμιο Κρήτης", "Βουδισμός"]),
    ],
)
def test_what_all_a_country_knows_is_asked_about_in_no_label(language: str, texts: list[str]) -> None:
    assert [text for text in texts if search_of(language).doubts(text)] == []


def test_german_sentences_cite_literature() -> None:
    asked = {"Handeln, vgl. Mayring 2015: 12, im Alltag.": False, "Frau Mayring kam 2015 dazu.": True}
    assert {text: bool(search_of("de").doubts(text, Reading.SENTENCE)) for text in asked} == asked
