"""Initials that mark who speaks are replaced, and the leak search finds those that are left. All names are invented."""

import re
from functools import cache

import pytest

from crosscase.anonymisation.gazetteer import listed_names
from crosscase.anonymisation.identifiers import identifiers_to_protect
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from crosscase.leaks.search import Search
from crosscase.leaks.spellings import spellings
from crosscase.leaks.watched import Watched
from tests.builders.speaker_marks import BEFORE, BEHIND, KEPT, REPLACED

NAMES = (
    *("Maureen K. Hathersage", "Ivo Tarn", "Gwen Pell", "Anna van der Berg", "Mary O'Neill", "Jean-Luc Picardy"),
    *("Ana María Soto Ruiz", "Γιώργος Παπαδόπουλος", "Мария Хохлова", "Tilda O'Venn"),
    *("Yvonne IJzerveen", "Jörg Ümquist", "Tamsin Rook", "Ivo Vantry"),
)
PEOPLE = [
    Person(participant=f"GB-{row:02}", name=name, group="GB", locator=f"row {row}", interviewers=("Ina Quor",))
    for row, name in enumerate(NAMES, 2)
]
WAITING = {
    "a word": "{IT}: it is bad",
    "a short form": "{TV}: on",
    "a word of other initials": "{MON}: yes",
    "a timetable": "{MH} 9:00 – 10:00",
}


LISTED = listed_names(PEOPLE, "", {"GB": ("en",)})


@cache
def redactor() -> Redactor:
    return Redactor(LISTED, Pseudonyms(bytes(32)))


@cache
def careful() -> Redactor:
    """A redactor without the quick look."""
    return Redactor(LISTED, Pseudonyms(bytes(32)), {"en": lambda _, __: iter(())})


def setting(cased: bool = True) -> Setting:
    return Setting(("GB",), (load("en"),), cased)


def redacted(text: str, cased: bool = True) -> str:
    return redactor().redact(text, setting(cased)).text


@cache
def search(*public: str, kept: tuple[str, ...] = ()) -> Search:
    pseudonyms = Pseudonyms(bytes(32))
    Redactor(LISTED, pseudonyms).redact("MH: yes\nM. H.: yes", setting())
    protected = identifiers_to_protect(LISTED, PEOPLE, pseudonyms, ())
    listed = [Watched(kind, words) for kind, words, _ in protected]
    return Search(listed, frozenset(public), kept=kept, languages=("en",))


@pytest.mark.parametrize("where", REPLACED)
@pytest.mark.parametrize("cased", [True, False])
def test_initials_that_mark_a_turn_are_replaced(where: str, cased: bool) -> None:
    text = REPLACED[where]
    before, mark, behind = text.replace("{", "}").split("}")
    found = redacted(f"{before}{mark}{behind}", cased)
    assert found.startswith(f"{before}[PERSON_")
    assert found.endswith(behind)
    assert redacted(found, cased) == found


@pytest.mark.plain_cases(80)
@pytest.mark.parametrize("cased", [True, False])
@pytest.mark.parametrize("text", [*REPLACED.values(), *KEPT.values(), *WAITING.values()])
def test_the_quick_look_misses_none(text: str, cased: bool) -> None:
    text = text.replace("{", "").replace("}", "")
    assert redactor().find(text, setting(cased)) == careful().find(text, setting(cased))


@pytest.mark.parametrize("where", KEPT)
def test_two_capitals_elsewhere_may_be_anything(where: str) -> None:
    assert redacted(KEPT[where]) == KEPT[where]


@pytest.mark.parametrize("mark", ["mh", "m.h.", "m-h"])
@pytest.mark.parametrize("before", ["", "And then?\n", "so<br>", "“"])
def test_small_initials_that_are_no_word_are_replaced_at_the_beginning_of_a_line(mark: str, before: str) -> None:
    text = f"{before}{mark}: So it was."
    assert redacted(text).startswith(f"{before}[PERSON_")
    assert redactor().find(text, setting()) == careful().find(text, setting())
    assert search().kinds(text) == set()


def test_small_initials_are_replaced_in_a_text_in_small_letters() -> None:
    assert redacted("mh: so it was", cased=False).startswith("[PERSON_")


def test_a_speaker_has_the_number_of_the_whole_initials_wherever_they_stand() -> None:
    first, second = redacted("MH: yes\nMH: no").splitlines()
    assert first.partition(":")[0] == second.partition(":")[0]


@pytest.mark.parametrize("where", REPLACED)
def test_the_leak_search_finds_what_anonymisation_would_have_replaced(where: str) -> None:
    text = REPLACED[where].replace("{", "").replace("}", "")
    assert search().kinds(text) == {"PERSON"}
    assert search().kinds(redacted(text)) == set()


@pytest.mark.parametrize("where", KEPT)
def test_the_leak_search_finds_nothing_else(where: str) -> None:
    """An alarm here could be ended by no list and no decision."""
    assert search().kinds(KEPT[where]) == set()


def test_public_letters_are_no_initials() -> None:
    """A group or an export may be called so: `MH: 12 participants`."""
    assert search("mh").kinds("MH: 12 participants") == set()


@pytest.mark.parametrize("where", WAITING)
def test_initials_that_are_a_word_of_the_language_wait(where: str) -> None:
    text = WAITING[where].replace("{", "").replace("}", "")
    redacted = redactor().redact(text, setting())
    assert redacted.text == text
    assert [redacted.text[doubt.start : doubt.end] for doubt in redacted.doubts] == [re.split("[: ]", text)[0]]
    assert redactor().redact(text, setting(cased=False)).text == text


def test_what_stands_in_a_timetable_is_no_leak() -> None:
    """Elsewhere a time alone shows who speaks."""
    assert search().kinds("MH 9:00 – 10:00") == set()
    assert search().kinds("MH 00:01:10 – 00:01:23 yes") == {"PERSON"}


@pytest.mark.parametrize("written", ["MH", "M.H."])
def test_initials_that_a_person_decided_to_keep_are_no_leak(written: str) -> None:
    assert search(kept=(written,)).kinds("MH: yes\nM. H.: no") == set()
    assert search(kept=("GP",)).kinds("MH: yes") == {"PERSON"}


def test_initials_that_two_people_share_belong_to_neither() -> None:
    people = [
        Person(participant=f"GB-{row}", name=name, group="GB", locator="")
        for row, name in enumerate(("Mo Hedge", "Moira Ada Hull"))
    ]
    shared, alone = (
        Redactor(listed_names(some, ""), Pseudonyms(bytes(32))).redact("MH: yes", setting()).text
        for some in (people, people[:1])
    )
    assert shared.startswith("[PERSON_") and shared != alone


def test_a_name_of_very_many_parts_has_few_initials() -> None:
    name = " ".join(f"{chr(ord('A') + part % 26)}x" for part in range(60))
    listed = listed_names([Person(participant="GB-1", name=name, group="GB", locator="")], "")
    assert len(listed.initials.owners) < 100


@pytest.mark.plain_cases(10)
@pytest.mark.parametrize("before", BEFORE)
def test_all_that_may_stand_before_goes_with_all_that_may_stand_behind_in_passages_and_results(before: str) -> None:
    ours, results = redactor(), search()
    for behind in BEHIND:
        text = f"{before}MH{behind}"
        found = [text[span.start : span.end] for span in ours.find(text, setting()) if span.kind == "PERSON"]
        assert found == ["MH"]
        assert any(results.kinds(spelling) == {"PERSON"} for spelling in spellings(text))


@pytest.mark.plain_cases(8)
@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("mark", ["M H", "M.H.", "JL P", "Mh"])
def test_the_quick_look_misses_none_in_any_company(before: str, mark: str) -> None:
    for behind in (*BEHIND, "</b>: yes", "   yes", " –yes", ", teacher: yes"):
        text = f"{before}{mark}{behind}"
        assert redactor().find(text, setting()) == careful().find(text, setting())
