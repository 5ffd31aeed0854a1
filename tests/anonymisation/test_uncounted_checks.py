"""Where no pattern fits what words may be, no number that counts nothing is found. All texts are invented."""

import functools
import operator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.anonymisation.uncounted_checks import UncountedChecks
from crosscase.detectors import uncounted_numbers
from crosscase.detectors.normalisation import normalised_text
from crosscase.detectors.spans import Setting
from crosscase.detectors.spoken_numbers import values
from crosscase.detectors.uncounted_numbers import RULES
from crosscase.detectors.uncounted_rules import Rule
from crosscase.languages.vocabulary import load
from crosscase.storage.text_form import nfc
from tests.builders.plain_runs import repeats

LANGUAGES = ("cs", "de", "el", "en", "it", "nl", "no", "pl", "pt", "fr")
LISTS = (
    *("residence", "number_signs", "slashes", "spoken_hyphens", "corrections", "letters", "number_joins", "flat"),
    *("houses", "corners", "spelling", "number_fillers", "street_before", "street_after", "units"),
)
SPACES = (
    *[" "] * 9,
    "  ",
    "\n",
    ". ",
    ".\n",
    ", ",
    " , ",
    " – ",
    "-",
    ": ",
    " (",
    "/",
    "... ",
    "! ",
    "“ ",
    "'",
    "\u00a0",
)


@cache
def checks_of(language: str, cased: bool) -> tuple[UncountedChecks, Setting]:
    setting = Setting((language.upper(),), (load(language),), cased)
    return UncountedChecks(setting, lambda words: normalised_text(" ".join(words), cased)), setting


@cache
def words_of(language: str) -> tuple[list[str], list[str]]:
    """Numbers, of which many are ones and hundreds, and other words that tell something beside them."""
    lists = load(language)
    numbers = [word for word, value in values(lists).items() if len(word) <= 8 or value in (1, 100)]
    often = [word for word in numbers if values(lists)[word] in (1, 100)] * 5
    small = lists.prepositions | lists.articles | lists.conjunctions | lists.determiners | lists.indefinites
    telling = [*small, *lists.months, *lists.birth_words, *(word for name in LISTS for word in lists.contact(name))]
    return sorted([*numbers, *often, *["7", "45", "203", "2015"] * 3]), sorted(telling)


def may_be_in(checks: UncountedChecks, text: str) -> bool:
    words = [*text.split(), ""]
    noted = list(map(checks.note, words))
    told = functools.reduce(operator.or_, noted)
    places = [(place, found) for place, word in enumerate(words) if (found := checks.found_beside(word)) is not None]
    return checks.may_be_in(words, text, places, told)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.example)
def test_the_example_of_a_rule_may_have_one(rule: Rule) -> None:
    checks, _ = checks_of(rule.language, cased=True)
    assert may_be_in(checks, rule.example)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We lived there with nineteen people. The door has been shut for two years."),
        ("no", "Vi har bodd her i tre år, og det er fint å ha to rom."),
        ("it", "Eravamo in venti e n'erano rimasti tre, poi sono venuti altri due."),
        ("de", "Nein, zwei kamen auf die Liste, und drei haben gewartet."),
        ("en", "Out of a hundred applications perhaps eight get through, the rest stay in the cupboard."),
    ],
)
def test_ordinary_counts_have_none(language: str, text: str) -> None:
    checks, _ = checks_of(language, cased=True)
    assert not may_be_in(checks, text)


@pytest.mark.plain_cases(5)
@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=repeats(30, 300), deadline=None)
@given(data=st.data())
def test_no_number_that_counts_nothing_is_lost(language: str, data: st.DataObject) -> None:
    numbers, telling = (st.sampled_from(words) for words in words_of(language))
    word = st.one_of(numbers, telling, telling).flatmap(lambda word: st.sampled_from([word, word, word.title()]))
    pairs = data.draw(st.lists(st.tuples(word, st.sampled_from(SPACES)).map("".join), max_size=20))
    text = nfc("".join(pairs))
    checks, setting = checks_of(language, data.draw(st.booleans()))
    if any(True for _ in uncounted_numbers.find(normalised_text(text, setting.cased), setting)):
        assert may_be_in(checks, text)
