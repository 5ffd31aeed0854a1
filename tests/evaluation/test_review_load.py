"""How much a person has to decide: rows of the review, grouped by word, and what they cost in found names.

Three measures, since the sentences of the evaluation are dense with names and with traps: the rows in long prose with
some of these sentences in it (its others are made without hits, see `made_passages`), the rows that no name causes in
the sentences themselves, and the rows in ordinary German interviews (`ordinary/de.txt`), by an author who had not read
the rules.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from benchmarks import made_passages
from crosscase.anonymisation.corpus import Corpus
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.reviews import Reviews
from crosscase.detectors.ordinary_use import USED_AS_WORD
from crosscase.detectors.spans import Span
from crosscase.languages.vocabulary import shape
from crosscase.readers.raw import RawCoding
from tests.evaluation import sentences
from tests.evaluation.finder import redactor
from tests.evaluation.scores import UNLISTED, covered, touch, type_of
from tests.evaluation.sentences import EvaluationSet, Mark

OTHERS = ("cs", "de", "el", "it", "nl", "no", "pl", "pt")
LANGUAGES = ("en", *(pytest.param(code, marks=pytest.mark.exhaustive) for code in OTHERS))
DOCUMENTS = 20
WORDS = 10_000
MOST = {"de": 30}  # rows without a name in as many words of the sentences of the evaluation; of other languages 35
SHARE = 0.05  # of the sentences of ordinary prose that are of the evaluation


class Load(NamedTuple):
    """What waits in some texts."""

    words: int
    rows: set[str]
    without_name: set[str]  # rows that touch no mark and are about no listed name
    listed_words: set[str]  # rows about a listed name that is an ordinary word, in small letters, and touch no mark
    names: int  # third parties in no list
    noticed: int  # of these, replaced or queued
    listed: int  # names of people in the register
    listed_noticed: int


def load_of(texts: list[tuple[EvaluationSet, str, list[Mark]]]) -> Load:
    """What waits if these texts are one export of so many documents."""
    each = -(-len(texts) // DOCUMENTS)
    codings = [RawCoding(str(n), f"Talk {n // each}", ("Code",), text) for n, (_, text, _) in enumerate(texts)]
    corpus = Corpus(codings)
    reviews = Reviews("x", {}, Pseudonyms(bytes(32)), corpus.is_ordinary)
    finders = {key: redactor(found) for key, found in {id(found): found for found, _, _ in texts}.items()}
    words, rows, names, noticed, listed, listed_noticed = 0, set[str](), 0, 0, 0, 0
    without_name, listed_words = set[str](), set[str]()
    for number, (found, text, marks) in enumerate(texts):
        ours, setting = finders[id(found)]
        document = f"Talk {number // each}"
        spans = [span for span in ours.find(text, setting) if not _is_kept(reviews, document, text, span)]
        words += len(re.findall(r"\w+", text))
        for span in (row for found in spans if found.doubt for row in _rows(reviews, document, text, found)):
            rows.add(shape(text[span.start : span.end]))
            if not any(touch(span, mark) for mark in marks):
                (listed_words if span.doubt == USED_AS_WORD else without_name).add(shape(text[span.start : span.end]))
        unlisted = [mark for mark in marks if type_of(found.language, text, mark) == UNLISTED]
        names += len(unlisted)
        noticed += sum(covered(text, mark, spans) for mark in unlisted)
        people = [mark for mark in marks if mark.type == "register"]
        listed += len(people)
        listed_noticed += sum(covered(text, mark, spans) for mark in people)
    return Load(words, rows, without_name, listed_words, names, noticed, listed, listed_noticed)


def _is_kept(reviews: Reviews, document: str, text: str, span: Span) -> bool:
    return bool(span.doubt) and reviews.judged(document, text, span) is not None


def _rows(reviews: Reviews, document: str, text: str, span: Span) -> Iterator[Span]:
    """A span that waits, and what waits within it."""
    yield span
    yield from (part for part in span.parts if part.doubt and not _is_kept(reviews, document, text, part))


@cache
def sets(language: str) -> Load:
    """The load of all sentences of a language."""
    every = sentences.held_out(language) + sentences.tuning(language)
    return load_of([(found, text, marks) for found in every for text, marks in found.sentences])


def prose(language: str) -> Iterator[tuple[EvaluationSet, str, list[Mark]]]:
    """Ordinary prose with a few sentences of the evaluation in it."""
    path = sentences.FOLDER / f"{language}.txt"
    found = sentences.read(path)
    written = 0
    for passage in made_passages.mixed(path, WORDS // 20, SHARE):
        yield found, passage, []
        written += len(passage.split())
        if written >= WORDS:
            return


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_in_no_list_are_replaced_or_wait_when_ordinary_words_are_learnt(language: str) -> None:
    found = sets(language)
    assert found.names > 150
    assert found.noticed >= 0.99 * found.names
    assert found.listed_noticed >= 0.995 * found.listed > 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_rows_are_words_that_are_no_names(language: str) -> None:
    """Per 10,000 words of sentences that were written to tempt the rules: far more than in ordinary prose."""
    found = sets(language)
    assert len(found.without_name) <= MOST.get(language, 35) * found.words / 10_000
    assert len(found.listed_words) <= 20 * found.words / 10_000  # each sentence lists names that are ordinary words


@pytest.mark.parametrize("language", LANGUAGES)
def test_ordinary_prose_leaves_at_most_thirty_rows_in_ten_thousand_words(language: str) -> None:
    found = load_of(list(prose(language)))
    assert found.words > 0.9 * WORDS
    assert 0 < len(found.rows) <= 30 * found.words / 10_000


def test_ordinary_german_interviews_leave_few_rows() -> None:
    """The first run left 31 rows in 1,772 words, 27 of which were no names. A longer text repeats its words."""
    found = sentences.read(sentences.FOLDER / "ordinary/de.txt")
    load = load_of([(found, text, marks) for text, marks in found.sentences])
    assert load.words > 1700 and len(load.rows) <= 17 and len(load.without_name) <= 13
    assert load.noticed == load.names == 3 and load.listed_noticed == load.listed == 4
