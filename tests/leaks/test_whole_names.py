"""Whole names in the study's own texts are an alarm, though each word of them is public. All names are invented."""

import pytest

from crosscase.leaks.hits import kinds_of
from crosscase.leaks.search import Search
from crosscase.leaks.watched import Watched

NAMES = ("Maureen Hathersage", "Maureen", "Hathersage", "Hope Young", "Hope", "Young")
WATCHED = [Watched("PERSON", name, ("en",)) for name in NAMES]
PUBLIC = frozenset({"maureen", "hathersage", "hope", "young", "tom", "talks", "with"})


def is_stated(text: str, *kept: str) -> bool:
    return "PERSON" in kinds_of(Search(WATCHED, PUBLIC, kept=kept).hits_stated(text))


@pytest.mark.parametrize(
    "text",
    [
        "Talks with Hathersage, Maureen",
        "Home of Maureen & Tom Hathersage",
        "Home of Maureen and Tom Hathersage",
        "The Hathersage case and Mrs Hathersage",
        "With Hathersage Maureen",
        "Dr. Maureen Hathersage",
    ],
)
def test_a_whole_name_is_found_unless_a_decision_keeps_it(text: str) -> None:
    assert is_stated(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Hathersage case",
        "Hope, Trust and Young people",
        "Maureen. A town near Hathersage",
        "Sister Hope",
        "Hope, Young",
    ],
)
def test_single_words_and_ordinary_ones_are_no_whole_name(text: str) -> None:
    assert not is_stated(text)


def test_what_a_person_keeps_is_no_whole_name() -> None:
    assert not is_stated("Talks with Hathersage, Maureen", "Hathersage, Maureen")
    assert not is_stated("Talks with Mrs Hathersage", "Hathersage")
