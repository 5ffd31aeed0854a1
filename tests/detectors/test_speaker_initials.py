"""Initials that mark who speaks are replaced, and the leak search finds those that are left. All names are invented."""

import pytest

from crosscase.anonymisation.gazetteer import listed_names
from crosscase.anonymisation.identifiers import identifiers_to_protect
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from crosscase.leaks.search import Search
from crosscase.leaks.watched import Watched

PERSON = Person(
    locator="row 2", participant="GB-01", name="Maureen K. Hathersage", group="GB", interviewers=("Ina Quor",)
)
ORDINARY = Person(locator="row 3", participant="GB-02", name="Ivo Tarn", group="GB")  # IT: it is bad
PEOPLE = [PERSON, ORDINARY]
REPLACED = {
    "at the beginning": "{MH}: we were there",
    "on a line": "And then?\n{MH}: nothing",
    "behind a sentence": "We were there. {MH}: nothing at all",
    "behind a quotation mark": "“{MH}: yes”",
    "before a blank": "{MH} : oui",
    "behind a time": "[00:12:03] {MH}: yes",
    "behind a number": "12 {MH}: yes",
    "all initials": "{MKH}: yes",
    "an interviewer": "{IQ}: and why?",
    "with one point": "{M.H}: yes",
}
KEPT = {
    "within a sentence": "and as MH: said",
    "no colon": "MH said so",
    "an ordinary word": "IT: it is bad",
    "other initials": "AQ: yes",
    "a longer word": "AMH: yes",
    "a ratio": "MH:3",
    "small letters": "mh: so it was",
}


def redactor(pseudonyms: Pseudonyms) -> Redactor:
    return Redactor(listed_names(PEOPLE, "", {"GB": ("en",)}), pseudonyms)


def setting(cased: bool = True) -> Setting:
    return Setting(("GB",), (load("en"),), cased)


def redacted(text: str, cased: bool = True) -> str:
    return redactor(Pseudonyms(bytes(32))).redact(text, setting(cased)).text


def search(*public: str) -> Search:
    names, pseudonyms = listed_names(PEOPLE, "", {"GB": ("en",)}), Pseudonyms(bytes(32))
    redactor(pseudonyms).redact("MH: yes", setting())
    protected = identifiers_to_protect(names, PEOPLE, pseudonyms, ())
    return Search([Watched(kind, words) for kind, words, _ in protected], frozenset(public), languages=("en",))


@pytest.mark.parametrize("where", REPLACED)
@pytest.mark.parametrize("cased", [True, False])
def test_initials_before_a_colon_where_a_turn_begins_are_replaced(where: str, cased: bool) -> None:
    text = REPLACED[where]
    before, mark, behind = text.replace("{", "|").replace("}", "|").split("|")
    found = redacted(f"{before}{mark}{behind}", cased)
    assert found.startswith(f"{before}[PERSON_")
    assert found.endswith(behind)
    assert redacted(found, cased) == found


@pytest.mark.parametrize("cased", [True, False])
@pytest.mark.parametrize("text", [*REPLACED.values(), *KEPT.values()])
def test_the_quick_look_misses_none(text: str, cased: bool) -> None:
    text = text.replace("{", "").replace("}", "")
    names = listed_names(PEOPLE, "", {"GB": ("en",)})
    careful = Redactor(names, Pseudonyms(bytes(32)), {"en": lambda _, __: iter(())})
    assert redactor(Pseudonyms(bytes(32))).find(text, setting(cased)) == careful.find(text, setting(cased))


@pytest.mark.parametrize("where", KEPT)
def test_two_capitals_elsewhere_may_be_anything(where: str) -> None:
    assert redacted(KEPT[where]) == KEPT[where]


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
