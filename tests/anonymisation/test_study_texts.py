"""Names in the texts that a study itself publishes. All names are invented."""

from dataclasses import replace

import pytest

from crosscase.anonymisation import study_texts
from crosscase.anonymisation.decision_rows import Choice, Decision
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.reviews import Reviews
from crosscase.anonymisation.study_texts import StudyText, StudyTexts, setting_of_all
from crosscase.coding import codebook
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import settings_of
from crosscase.running.pipeline import SCHEMA
from crosscase.study import configuration, published_names
from crosscase.study.facts import CONFIG
from crosscase.study.group_languages import languages_of_groups, regions_of_groups, supported
from tests.builders.projects import ROOT

KEY = bytes(range(32))
LISTED = [
    *(Identifier("PERSON", name, "P1", ("en",)) for name in ("Maureen Hathersage", "Maureen", "Hathersage", "Hope")),
    *(Identifier("PLACE", name, name, ("en",)) for name in ("Leeds", "Scarthorpe")),
]
FILE = "config/codebook.csv"


def own(language: str = "en", has_words: bool = True) -> StudyTexts:
    redactor = Redactor(ListedNames(LISTED, {}), Pseudonyms(KEY))
    setting = setting_of_all(settings_of({"GB": ["GB"]}, {"GB": (language,)}).values())
    return StudyTexts(redactor, setting, ["Leeds"], has_words)


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
]


@pytest.mark.parametrize("label", NAMING)
def test_what_may_name_somebody_is_found_in_a_label(label: str) -> None:
    assert own().doubts(label)


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
    ],
)
def test_ordinary_words_are_no_nuisance(label: str) -> None:
    assert not own().doubts(label)


@pytest.mark.parametrize(
    ("definition", "is_asked"),
    [
        ("Everything that Keziah Blomfield said about the school.", True),
        ("Call 0161 496 0123 if in doubt.", True),
        ("Use it for Early Help, too. Not for Trust.", False),
        ("Passages in which parents speak of time that they lack.", False),
    ],
)
def test_a_definition_is_searched_as_a_text(definition: str, is_asked: bool) -> None:
    assert bool(own().doubts(definition, is_prose=True)) == is_asked


def test_without_word_lists_only_lists_and_contact_data_say_something() -> None:
    labels = ["Tómstundir barna", "Sögur Keziah", "Saga Hathersage", "14 Pinfold Lane"]
    assert [label for label in labels if own(has_words=False).doubts(label)] == labels[2:]


def reviewed(*decisions: Decision) -> Reviews:
    numbers = {Pseudonyms(KEY).review("", one.words.casefold()): one for one in decisions}
    return Reviews("x", numbers, Pseudonyms(KEY))


TEXTS = [StudyText(FILE, "Case of Keziah Blomfield"), StudyText(FILE, "Trust"), StudyText(FILE, "Saga of Hathersage")]


def test_words_in_doubt_wait_as_words_of_their_file() -> None:
    reviews = reviewed()
    assert study_texts.waiting(own(), reviews, TEXTS) == [TEXTS[0], TEXTS[2]]
    assert [(row[6], row[8]) for row in reviews.queue()] == [("Hathersage", FILE), ("Keziah Blomfield", FILE)]


def test_keep_settles_a_word_and_the_leak_search_lets_it_pass() -> None:
    reviews = reviewed(Decision(Choice.KEEP, "", "everywhere", words="Hathersage"))
    assert study_texts.waiting(own(), reviews, TEXTS) == TEXTS[:1]
    assert "Hathersage" in reviews.kept and reviews.count().undecided == 1


def test_a_decision_to_replace_leaves_the_text_in_doubt_without_a_question() -> None:
    reviews = reviewed(Decision(Choice.REDACT, "", "everywhere", words="Keziah Blomfield"))
    assert study_texts.waiting(own(), reviews, TEXTS[:2]) == TEXTS[:1]
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
    texts = study_texts.of_configuration(published_names.shown(named), published_names.sentences(named))
    found = [one.text for one in study_texts.waiting(own(), reviewed(), texts)]
    assert {named.synthetic_note, words.one} <= set(found)


def test_the_bundled_study_is_asked_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    study = configuration.read(CONFIG, SCHEMA, files_exist=False)
    spoken = supported(languages_of_groups(study.groups, study.languages))
    setting = setting_of_all(settings_of(regions_of_groups(study.groups), spoken).values())
    searched = StudyTexts(Redactor(ListedNames([], {}), Pseudonyms(KEY)), setting)
    entries = codebook.read(study.codebook, study.domains)
    texts = [(one.text, one.is_prose) for one in study_texts.of_codebook(study.codebook, entries)]
    texts += [(name, False) for name in (*published_names.shown(study), *published_names.others(study))]
    texts += [(sentence, True) for sentence in published_names.sentences(study)]
    assert entries
    assert [text for text, is_prose in texts if searched.doubts(text, is_prose)] == []
