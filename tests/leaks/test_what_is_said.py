"""The leak search finds what anonymisation replaced, in the words in which it stood. All of it is invented."""

import re

import pytest

from crosscase.leaks.search import Search
from crosscase.leaks.watched import Watched
from tests.builders.marked_examples import each, found_of_kind
from tests.builders.spoken_examples import BIRTHS, EMAILS, PHONES
from tests.builders.street_examples import FILES, STREETS

KINDS = {"ADDRESS": STREETS, "EMAIL": EMAILS, "PHONE": PHONES, "BIRTHDATE": BIRTHS, "FILE": FILES}
SHORT = re.compile(r"\d{1,6}")  # ASSUME: so few plain digits occur in results by chance; they are not searched for


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_replaced_is_found_in_the_words_in_which_it_stood(kind: str) -> None:
    missed = []
    searched = 0
    for region, example in each(KINDS[kind]):
        text = re.sub("[{}]", "", example)
        for span in found_of_kind(kind, region, text):
            words = text[span.start : span.end]
            if not SHORT.fullmatch(words):
                searched += 1
                found = Search([Watched(kind, words)]).kinds(text)
                missed += [words] if kind not in found else []
                assert not Search([Watched(kind, words)]).kinds("nothing of it stands here: 12, 2019")
    assert searched > 30 and not missed
