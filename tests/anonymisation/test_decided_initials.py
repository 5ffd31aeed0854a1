"""Decisions on initials that mark who speaks, and the study's own short forms. All names are invented."""

import re
from functools import partial
from pathlib import Path

import pytest

from crosscase.anonymisation.corpus import Corpus
from crosscase.anonymisation.decision_rows import read_decisions
from crosscase.anonymisation.gazetteer import listed_names
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.anonymisation.review_outcomes import Outcomes
from crosscase.anonymisation.reviews import Reviews
from crosscase.readers.raw import RawCoding
from tests.builders.decided_texts import DOCUMENT, ENGLISH, KEY, written

GWEN = Person(participant="IE-1", name="Gwen Pell", group="IE", locator="row 2")
TILDA = Person(participant="IE-2", name="Tilda Venn", group="IE", locator="row 3")
TEXT = "GP: she said so.\nTV: on."


def outcome(
    path: Path, text: str, *rows: dict[str, str], corpus: Corpus | None = None
) -> tuple[str, list[str], Reviews]:
    """A text as it is published, the words that wait in it, and the reviews."""
    pseudonyms = Pseudonyms(KEY)
    decisions, problems = read_decisions(str(written(path, rows)), pseudonyms)
    assert not problems
    is_short_form = corpus.is_short_form if corpus else lambda _: False
    reviews = Reviews("x", decisions, pseudonyms, short_form_here=is_short_form)
    redactor = Redactor(listed_names([GWEN, TILDA], ""), pseudonyms)
    redacted = redactor.redact(text, ENGLISH, partial(Outcomes(reviews).of, DOCUMENT, setting=ENGLISH))
    waiting = [redacted.text[doubt.start : doubt.end] for doubt in redacted.doubts]
    return re.sub(r"_\d{8}", "", redacted.text), waiting, reviews


def corpus_of(*passages: str) -> Corpus:
    prose = "We came there in the morning and then they said that it was closed. "
    return Corpus(RawCoding("1", "Talk 1", ("code",), prose * 10 + passage) for passage in passages)


def test_initials_without_a_decision_are_replaced_and_a_word_waits(path: Path) -> None:
    assert outcome(path, TEXT)[:2] == ("[PERSON]: she said so.\nTV: on.", ["TV"])


@pytest.mark.parametrize("where", ["everywhere", "document", "once"])
@pytest.mark.parametrize("words", ["GP", "gp"])
def test_a_decision_to_keep_brings_a_short_form_back(path: Path, where: str, words: str) -> None:
    row = {
        "decision": "keep",
        "words": words,
        "where": where,
        "document": DOCUMENT,
        "places": "GP: she said so. TV: on.",
    }
    text, _, reviews = outcome(path, TEXT, row)
    assert text == TEXT
    assert "GP" in reviews.kept


def test_a_decision_for_another_document_keeps_nothing(path: Path) -> None:
    row = {"decision": "keep", "words": "GP", "where": "document", "document": "Talk 2"}
    assert outcome(path, TEXT, row)[0].startswith("[PERSON]")


def test_a_decision_holds_for_initials_with_points(path: Path) -> None:
    assert outcome(path, "G.P.: she said", {"decision": "keep", "words": "GP"})[0] == "G.P.: she said"


def test_decisions_replace_what_waits(path: Path) -> None:
    rows = {"decision": "redact", "words": "TV"}, {"decision": "generalise", "words": "GP", "instead": "a doctor"}
    assert outcome(path, TEXT, *rows)[:2] == ("[a doctor]: she said so.\n[PERSON]: on.", [])


def test_a_short_form_that_the_study_has_within_a_sentence_waits(path: Path) -> None:
    assert outcome(path, TEXT, corpus=corpus_of("So then the GP came."))[:2] == (TEXT, ["GP", "TV"])


@pytest.mark.parametrize(
    "passage", ["So it was GP: she said", "GP said so.", "So it was. GP said so.", "the gp came", "<v GP> so"]
)
def test_marks_of_turns_and_small_letters_make_no_short_form(path: Path, passage: str) -> None:
    assert outcome(path, TEXT, corpus=corpus_of(passage))[1] == ["TV"]
