"""Names in names: codes, groups and tools may be named after people. All names are invented."""

import pytest

from crosscase.anonymisation.decision_rows import Choice, Decision
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.reviews import Reviews
from crosscase.anonymisation.stated_names import IN_REVIEW, OwnNames, StatedNames, setting_of_names
from crosscase.coding.codebook import Codebook
from crosscase.coding.hidden_names import CODE, COLUMN, GROUP, TOOL, has_hidden
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import settings_of
from crosscase.storage.schemas import CodebookEntry
from crosscase.study.facts import Domain

KEY = bytes(range(32))
LISTED = [Identifier("PERSON", "Maureen Hathersage", "P1", ("en",)), Identifier("PERSON", "Hathersage", "P1", ("en",))]
ALIASES = ["Tale of Wenna Pascoe", "Lack of hours", "ring 087 123 4567"]
ALSO = {"Ирландия": "IE", "Village of Perran Nancarrow": "IE", "republic of ireland": "IE"}
ENTRIES = [
    CodebookEntry(
        "grace",
        "d",
        "Grace",
        "",
        "",
        ["Grace"],
        True,
        ["What Zsoldra said", "Hathersage", *ALIASES],
    ),
    CodebookEntry("political", "d", "Political climate", "", "", ["Political climate"], True, []),
]


def names(
    decisions: dict[str, Decision] | None = None, language: str = "en", entries: list[CodebookEntry] = ENTRIES
) -> tuple[StatedNames, Reviews]:
    pseudonyms = Pseudonyms(KEY)
    reviews = Reviews("x", decisions or {}, pseudonyms)
    own = OwnNames.of(Codebook(entries, [Domain("d", "Domain")]), ["Ireland", "IE"], ALSO)
    setting = setting_of_names(settings_of({"IE": ["IE"]}, {"IE": (language,)}), [], "x")
    return StatedNames(Redactor(ListedNames(LISTED, {}), pseudonyms), pseudonyms, reviews, setting, own), reviews


THIRD_PARTIES = [
    "Case of Keziah Blomfield",
    "case of keziah blomfield",
    "CASE OF KEZIAH BLOMFIELD",
    "Blomfield",
    "keziah",
    "Village of Jowan Tregenza",
    "Jowan's story",
    "Grace Young",
    "Grace's story",
    "Mrs Brook and the nursery",
    "Support_Tregenza_2019",
    "Tregenza/Support",
    "Keziah2",
    "JOWAN",
    "Story of Anna",
    "anna",
    "YOUNG'S STORY",
]


@pytest.mark.parametrize("name", THIRD_PARTIES)
@pytest.mark.parametrize("kind", [CODE, GROUP])
def test_a_name_that_may_name_somebody_is_hidden_and_waits(name: str, kind: str) -> None:
    stated, reviews = names()
    shown = stated.shown(kind, name)
    assert has_hidden(shown) and len(shown) == len(f"[{kind}_12345678]")
    assert reviews.count().undecided == 1
    (row,) = reviews.queue()
    assert IN_REVIEW in row


@pytest.mark.parametrize(
    "name",
    [
        "Lack of Funding",
        "Time Pressure",
        "YOUNG PARENTS",
        "Third sector / NGOs involvement",
        "Father involvement",
        "ICT",
        "Children's needs",
        "help me with her child",
        "Poltical climate",  # misspelt, so that the list of issues can name the nearest code
        "LACK OF HOURS",  # an alias
        "GRACE",
    ],
)
def test_ordinary_words_and_the_studys_own_are_no_doubt(name: str) -> None:
    stated, reviews = names()
    assert stated.shown(CODE, name) == name
    assert reviews.count().undecided == 0


def test_the_words_of_an_alias_are_not_public_in_other_names() -> None:
    assert has_hidden(names()[0].shown(CODE, "Zsoldra again"))


@pytest.mark.parametrize("alias", ["What Zsoldra said", "what zsoldra said", "Tale of Wenna Pascoe"])
def test_an_alias_with_a_word_in_doubt_is_hidden_and_nobody_is_asked(alias: str) -> None:
    """Results have its code instead, so there is nothing to decide."""
    stated, reviews = names()
    assert has_hidden(stated.shown(CODE, alias))
    assert reviews.count().undecided == 0


def test_what_is_certain_in_an_alias_is_replaced() -> None:
    assert names()[0].shown(CODE, "Hathersage").startswith("[PERSON_")
    assert names()[0].shown(CODE, "ring 087 123 4567").startswith("ring [PHONE_")


def test_an_alias_made_of_an_interviews_words_is_hidden() -> None:
    entry = CodebookEntry("time", "d", "Time", "", "", ["Time"], True, ["“we never had the time”"])
    assert has_hidden(names(entries=[entry])[0].shown(CODE, "“we never had the time”"))


@pytest.mark.parametrize("decision", [Decision(Choice.KEEP, ""), Decision(Choice.GENERALISE, "a mother")])
def test_a_decision_shows_an_alias(decision: Decision) -> None:
    stated, _ = names({Pseudonyms(KEY).review("", "wenna pascoe"): decision})
    shown = stated.shown(CODE, "Tale of Wenna Pascoe")
    assert shown == f"Tale of {'Wenna Pascoe' if decision.choice == Choice.KEEP else '[a mother]'}"


@pytest.mark.parametrize(
    ("spelling", "shown"),
    [
        ("Ирландия", "Ирландия"),
        ("Republic of Ireland", "Republic of Ireland"),
        ("Village of Perran Nancarrow", "IE"),
        ("VILLAGE OF PERRAN NANCARROW", "IE"),
        ("Ireland", "Ireland"),
    ],
)
def test_another_spelling_of_a_group_with_a_word_in_doubt_gives_way_to_the_group(spelling: str, shown: str) -> None:
    stated, reviews = names()
    assert stated.shown(GROUP, spelling) == shown
    assert reviews.count().undecided == 0


def test_a_name_of_one_kind_is_no_alias_of_another() -> None:
    stated, reviews = names()
    assert has_hidden(stated.shown(GROUP, "What Zsoldra said")) and reviews.count().undecided == 1


def test_listed_names_are_replaced() -> None:
    stated, reviews = names()
    shown = stated.shown(CODE, "Case of Maureen Hathersage")
    assert shown.startswith("Case of [PERSON_") and reviews.count().undecided == 0


@pytest.mark.parametrize("name", ["“we never had the time”", "'no time'", "and then " * 10])
def test_a_code_made_of_an_interviews_words_is_hidden_without_a_question(name: str) -> None:
    stated, reviews = names()
    assert has_hidden(stated.shown(CODE, name))
    assert reviews.count().undecided == 0


@pytest.mark.parametrize(
    ("decision", "shown"),
    [
        (Decision(Choice.KEEP, ""), "Case of Keziah Blomfield"),
        (Decision(Choice.REDACT, ""), "Case of [PERSON_"),
        (Decision(Choice.GENERALISE, "a mother"), "Case of [a mother]"),
    ],
)
@pytest.mark.parametrize("document", ["", IN_REVIEW])
def test_a_decision_shows_the_name(decision: Decision, shown: str, document: str) -> None:
    stated, reviews = names({Pseudonyms(KEY).review(document, "keziah blomfield"): decision})
    assert stated.shown(CODE, "Case of Keziah Blomfield").startswith(shown)
    assert reviews.count().undecided == 0


def test_codes_in_the_language_of_the_interviews_or_in_english_are_no_doubt() -> None:
    stated, _ = names(language="cs")
    assert stated.shown(CODE, "Nedostatek času") == "Nedostatek času"
    assert stated.shown(CODE, "Lack of time") == "Lack of time"
    assert has_hidden(stated.shown(CODE, "Příběh Kvěchoňové"))


def test_the_team_finds_a_hidden_name_in_the_log_and_the_leak_search_does_not_look_for_it() -> None:
    pseudonyms = Pseudonyms(KEY)
    shown = pseudonyms.hidden(CODE, "“it was hard”")
    assert list(pseudonyms.log()) == [(CODE, "“it was hard”", shown)]
    assert not pseudonyms.given


@pytest.mark.parametrize("language", ["en", "el", "cs"])
@pytest.mark.parametrize(
    "tool",
    [
        "ATLAS.ti 8.4.0 573 , macOS Version 10.14.3 (Build 18D109)",  # a project of refi-qda.org
        "ATLAS.ti 9.1.7.0, Microsoft Windows NT 10.0.19043.0",
        "ATLAS.ti Web (Chrome, Linux x86_64)",
        "MAXQDA 24 (Release 24.2)",
        "MAXQDA Analytics Pro 2022, Mac OS X 64-bit",
        "NVivo for Windows 20.7.1 (1571)",
        "NVivo Plus 12 Student Edition",
        "QDA Miner Lite v3.0.5",
        "Transana Professional 4.01 Beta",
    ],
)
def test_the_words_that_programs_name_themselves_with_are_no_doubt(tool: str, language: str) -> None:
    stated, reviews = names(language=language)
    assert stated.shown(TOOL, tool) == tool
    assert reviews.count().undecided == 0


@pytest.mark.parametrize("tool", ["Tregenza's coder 2", "MAXQDA of Keziah Blomfield", "Keziah, macOS 18D109"])
def test_a_tool_that_is_named_after_somebody_is_hidden_and_asks_nothing(tool: str) -> None:
    stated, reviews = names()
    assert has_hidden(stated.shown(TOOL, tool))
    assert reviews.count().undecided == 0


NUMBERS = {  # certain ones, with the kind of words that they are, and doubtful ones
    "case AB/2021/443": "FILE",
    "born 3.5.1981": "BIRTHDATE",
    "DOB 3 May 1981": "BIRTHDATE",
    "call 087 123 4567": "PHONE",
    "living at Rosebank Terrace 14": "ADDRESS",
    "living at 14 Rosebank Terrace": "ADDRESS",
    "AB/2021/443": "",
    "3.5.1981": "",
    "3 May 1981": "",
    "1981-05-03": "",
    "2021/443271": "",
    "443 271 99": "",
}


@pytest.mark.parametrize("kind", [CODE, GROUP, COLUMN])
@pytest.mark.parametrize(("name", "found"), NUMBERS.items())
def test_numbers_in_names_are_replaced_or_wait(kind: str, name: str, found: str) -> None:
    stated, reviews = names()
    shown = stated.shown(kind, name)
    assert f"[{found}_" in shown if found else (has_hidden(shown) and reviews.count().undecided == 1)
    assert not any(part in shown for part in ("443", "1981", "14", "4567"))


@pytest.mark.parametrize("name", ["Wave 2", "2019/20", "2019-2021", "Year 7", "Phase 12", "Cluster 1.2", "24 months"])
def test_other_numbers_in_names_stay(name: str) -> None:
    stated, reviews = names()
    assert (stated.shown(CODE, name), reviews.count().undecided) == (name, 0)


def test_a_number_that_was_decided_is_shown() -> None:
    decision = {Pseudonyms(KEY).review("", "3 may 1981"): Decision(Choice.KEEP, "")}
    assert names(decision)[0].shown(GROUP, "3 May 1981") == "3 May 1981"


@pytest.mark.parametrize("kind", [CODE, GROUP, COLUMN])
@pytest.mark.parametrize("name", ["Children's needs of the trust", "children's TRUST", "Trust"])
def test_words_that_a_person_decided_to_replace_are_replaced_in_names(kind: str, name: str) -> None:
    """Also where nothing in a name waits; in a name of the study's own it is public."""
    number = Pseudonyms(KEY).review("", "trust")
    stated, _ = names({number: Decision(Choice.REDACT, "", "everywhere", words="trust")})
    assert "[PERSON_" in stated.shown(kind, name) and "rust" not in stated.shown(kind, name)
    own, _ = names({Pseudonyms(KEY).review("", "grace"): Decision(Choice.REDACT, "", "everywhere", words="grace")})
    assert own.shown(kind, "Grace") == "Grace"


def test_an_alias_with_words_that_a_person_decided_to_replace_is_not_shown() -> None:
    words = "what zsoldra"
    stated, _ = names({Pseudonyms(KEY).review("", words): Decision(Choice.REDACT, "", "everywhere", words=words)})
    assert has_hidden(stated.shown(CODE, "What Zsoldra said"))
