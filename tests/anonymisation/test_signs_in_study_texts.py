"""What is asked about in a study's own texts, and stops a build, is the same with a sign at a word. All invented."""

import pytest

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.study_texts import StudyTexts
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from crosscase.leaks.search import Search
from crosscase.leaks.spellings import spellings
from crosscase.leaks.watched import Watched
from crosscase.study.own_texts import Reading
from tests.builders.searched_texts import KEY

NAMES = ("Ivan Young", "I Young", "Young", "Otto Hathersage", "Hathersage")
PEOPLE = [Identifier("PERSON", name, name, ("en",)) for name in NAMES]
OWN = StudyTexts(Redactor(ListedNames(PEOPLE, {}), Pseudonyms(KEY)), Setting(("GB",), (load("en"),)))
WATCHED = [Watched("PERSON", name, ("en",)) for name in NAMES]
SIGNS = "“‘„«…–—•°¿¡²½①™*_#(~^1"


def has_hits(searched: Search, text: str) -> bool:
    return any(map(searched.hits_stated, spellings(text)))


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("word", ["young", "Young", "hathersage", "Hathersage"])
@pytest.mark.parametrize("reading", [Reading.NAME, Reading.SENTENCE])
def test_a_sign_at_a_word_changes_nothing_of_what_is_asked_and_found(sign: str, word: str, reading: Reading) -> None:
    alone, beside = f"so {word} carers of today", f"so {sign}{word} carers of today"
    assert bool(OWN.doubts(beside, reading)) == bool(OWN.doubts(alone, reading))
    assert has_hits(Search(WATCHED), beside) == has_hits(Search(WATCHED), alone)


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("word", ["young", "Young", "Hathersage"])
def test_a_word_that_is_kept_stops_no_build_beside_a_sign(sign: str, word: str) -> None:
    assert not has_hits(Search(WATCHED, kept=[word]), f"so {sign}{word} carers of today")
