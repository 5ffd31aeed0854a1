"""Names in scripts without capital letters, in interviews in nine languages. All of them are invented."""

import sys

import pytest

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.detectors import other_scripts
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import Setting
from tests.builders.marked_examples import found_of_kind, missed, setting_of

NAMES = [
    "نورسان القطرفي",  # Arabic
    "مهراد کوهزادی",  # Persian
    "ذرمینہ خاکوانی",  # Urdu
    "נוריאל צפנתי",  # Hebrew
    "ნარსანა კვირტაძე",  # Georgian
    "नरसाना क्वीर्टिया",  # Devanagari
    "নরসানা কুইর্তি",  # Bengali
    "ந‌ர்சானா குவிர்தி",  # Tamil
    "นรสนา ควิรตะ",  # Thai
    "ናርሳና ክዊርታ",  # Amharic
    "奎尔塔",  # Chinese
    "くいるた さな",  # Japanese
    "나르사나 귀르타",  # Korean
]
SENTENCES = {
    "GB": "then my friend {%s} came to us",
    "DE": "dann kam {%s} zu uns herein",
    "NL": "toen kwam {%s} bij ons binnen",
    "NO": "så kom {%s} inn til oss",
    "IT": "poi è arrivata {%s} da noi",
    "PT": "depois veio {%s} ter connosco",
    "PL": "potem przyszła {%s} do nas",
    "CZ": "potom k nám přišla {%s} domů",
    "GR": "μετά ήρθε {%s} σε μας",
}
LISTED = "نورسان"


def test_every_letter_without_capitals_is_looked_for() -> None:
    """Also rare Chinese signs and the Rohingya alphabet, which have the highest numbers."""
    letters = [
        letter
        for letter in map(chr, range(0x590, sys.maxunicode + 1))
        if letter != "\ua000" and other_scripts.is_without_capitals(letter)
    ]
    assert "𐴀" in letters
    assert [letter for letter in letters if not other_scripts.has_letters(f"so {letter} came")] == []


@pytest.mark.plain_cases(60)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("region", SENTENCES)
def test_a_name_without_capitals_waits_for_a_person(region: str, name: str) -> None:
    assert missed(region, SENTENCES[region] % name) == ""


@pytest.mark.parametrize("region", SENTENCES)
def test_the_words_around_it_do_not(region: str) -> None:
    spans = found_of_kind("PERSON", region, SENTENCES[region] % NAMES[0])
    assert [(span.original, bool(span.doubt)) for span in spans] == [("نورسان القطرفي", True)]


@pytest.mark.parametrize("text", ["and the º and the ª sign", "5 µm, ½ Å, ﬁne", "привет and γειά", "naïve café"])
def test_other_letters_are_not_taken_for_it(text: str) -> None:
    assert not other_scripts.has_letters(text)


def test_a_listed_name_is_replaced_and_one_with_a_word_joined_to_it_waits() -> None:
    redactor = Redactor(ListedNames([Identifier("PERSON", LISTED, "P1")], {}), Pseudonyms(bytes(32)))
    assert LISTED not in redactor.redact(f"then {LISTED} came", setting_of("GB")).text
    assert redactor.redact(f"then و{LISTED} came", setting_of("GB")).doubts


def test_a_text_in_such_a_script_is_not_queued_as_a_name() -> None:
    anywhere = Setting((), ())
    text = "ნარსანა ამბობს რომ დრო აღარ არის და სახლში წავიდა"
    assert not list(other_scripts.find(text, anywhere))
    assert list(other_scripts.find("the case of ნარსანა", anywhere))
