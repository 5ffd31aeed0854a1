"""The evaluation counts as it says, and the rules keep what they had reached on the sentences they were mended on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from crosscase.detectors.spans import Span
from crosscase.detectors.words import WORD
from crosscase.languages.common_names import common_names
from crosscase.languages.vocabulary import BASIC, SUPPORTED, load, plain
from tests.builders.plain_runs import mostly_exhaustive
from tests.evaluation import sentences
from tests.evaluation.__main__ import scored
from tests.evaluation.report import PATTERN_KINDS, report
from tests.evaluation.scores import KIND, LISTED, PATTERNS, UNLISTED, Share, score, type_of
from tests.evaluation.sentences import Mark

MARKED = """# a note
[register]
Ada Quillow; nicknames: Addie | Ad; employer: Quill House; town: Quillham
[gazetteer]
place; Quillmoor
[sentences]
Then {register:Ada Quillow|Quillow}'s friend {third|Zsoldra} rang {phone|0121 496 0456}.
Nobody was there in May.
"""


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> sentences.EvaluationSet:
    path: Path = tmp_path_factory.mktemp("marked") / "en_2.txt"
    path.write_text(MARKED, encoding="utf-8")
    return sentences.read(path)


def test_marks_are_read_with_their_places(marked: sentences.EvaluationSet) -> None:
    text, marks = marked.sentences[0]
    assert text == "Then Quillow's friend Zsoldra rang 0121 496 0456."
    assert [(text[m.start : m.end], m.type, m.canonical) for m in marks] == [
        ("Quillow", "register", "Ada Quillow"),
        ("Zsoldra", "third", ""),
        ("0121 496 0456", "phone", ""),
    ]
    assert marked.language == "en" and marked.gazetteer == [("place", "Quillmoor")]
    person = marked.people[0]
    assert (person.nicknames, person.employers, person.towns) == (("Addie", "Ad"), ("Quill House",), ("Quillham",))


def exactly(marked: sentences.EvaluationSet, doubt: str = "") -> Callable[[str], list[Span]]:
    marks = dict(marked.sentences)
    return lambda text: [Span(m.start, m.end, KIND[m.type], "x", doubt) for m in marks[text]]


def test_who_finds_nothing_misses_all(marked: sentences.EvaluationSet) -> None:
    found = score(marked, lambda _: [])
    assert found.recall("register", UNLISTED, "phone") == (0, 3)
    assert (found.over, found.rows, found.unmarked, found.words) == (0, 0, 9, 14)


def test_who_finds_the_marks_is_right(marked: sentences.EvaluationSet) -> None:
    found = score(marked, exactly(marked))
    assert found.recall("register", UNLISTED, "phone") == (3, 3)
    assert found.precision("PERSON", "PHONE") == (3, 3)
    assert found.over == 0 and not found.faults


def test_what_waits_for_a_person_is_not_replaced(marked: sentences.EvaluationSet) -> None:
    found = score(marked, exactly(marked, doubt="why"))
    assert found.recall("register") == (0, 1) and found.noticed("register") == (1, 1)
    assert found.rows == 3 and found.precision("PERSON") == (0, 0)


def test_replacing_everything_is_penalised(marked: sentences.EvaluationSet) -> None:
    found = score(marked, lambda text: [Span(0, len(text), "PERSON", "x")])
    assert found.recall("register", UNLISTED, "phone") == (3, 3)
    assert found.precision("PERSON") == (1, 2)
    assert found.over == found.unmarked == 9


def test_a_half_replaced_mark_is_missed_and_another_kind_of_number_is_wrong(marked: sentences.EvaluationSet) -> None:
    def half(text: str) -> list[Span]:
        return [Span(m.start, m.end - 1, "ID", "x") for m in dict(marked.sentences)[text] if m.type == "phone"]

    found = score(marked, half)
    assert found.recall("phone") == (0, 1) and found.precision("ID") == (0, 1)


def test_third_parties_are_counted_by_what_the_detectors_know() -> None:
    assert type_of("en", "Jane", Mark(0, 4, "third", "")) == LISTED
    assert type_of("en", "Zsoldra", Mark(0, 7, "third", "")) == UNLISTED


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634), (8, 10, 0.4902, 0.9433), (0, 0, 0.0, 1.0)],
)
def test_intervals_are_wilsons(hits: int, of: int, low: float, high: float) -> None:
    assert Share(hits, of).interval() == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize("language", mostly_exhaustive(["cs", "de", "el", "en"], ["en"]))
def test_the_rules_keep_what_they_had_reached(language: str) -> None:
    found = scored(sentences.tuning(language))
    for share in (found.recall("register"), found.recall(*PATTERNS), found.precision(*PATTERN_KINDS)):
        assert share.hits >= 0.99 * share.of, found.faults
    names = found.noticed(UNLISTED, LISTED)
    assert names.hits >= 0.98 * names.of
    assert found.over <= 0.005 * found.unmarked and found.rows <= 0.03 * found.words


@pytest.mark.plain_cases(5)
@pytest.mark.parametrize("language", sorted(sentences.BASIC))
def test_languages_with_basic_support_keep_what_they_had_reached(language: str) -> None:
    found = scored([sentences.basic(language)])
    assert found.recall("register").hits == found.marks["register"] >= 11, found.faults
    third, patterns = found.noticed(LISTED, UNLISTED), found.recall(*PATTERNS)
    assert third.hits == third.of >= 7 and patterns.hits == patterns.of >= 4, found.faults
    assert found.over <= 0.005 * found.unmarked and found.idle <= 0.02 * found.words


def test_every_language_with_basic_support_is_measured() -> None:
    assert set(sentences.BASIC) == {code for code in SUPPORTED if load(code).support == BASIC}


def test_the_report_says_what_is_not_reached(marked: sentences.EvaluationSet) -> None:
    missed, found = score(marked, lambda _: []), score(marked, exactly(marked))
    casings = {"capitals": {"en": missed}}
    good = report({"en": found}, {"en": found}, {"en": found}, casings)
    assert "**not reached**" not in good.partition("## Held-out sentences")[2]
    text = report({"en": missed}, {"en": found}, {"en": found}, casings)
    assert "| English | 0.0 (0.0–79.3), 0 of 1 **not reached** |" in text
    assert "| capitals | English | 0.0 (0.0–79.3), 0 of 1 | 0.0 (0.0–79.3), 0 of 1 |" in text
    assert text == report({"en": missed}, {"en": found}, {"en": found}, casings)


WRITTEN: dict[str, Callable[[str], str]] = {"small letters": str.lower, "capitals": str.upper}


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize(
    "case",
    mostly_exhaustive(
        [f"{language} in {how}" for language in ("de", "el", "pl") for how in WRITTEN],
        ["de in small letters", "el in capitals"],
    ),
)
def test_listed_names_are_found_without_usable_capitals(case: str) -> None:
    language, _, how = case.partition(" in ")
    written = WRITTEN[how]
    sets = [sentences.rewritten(found, written) for found in sentences.held_out(language)]
    found = scored(sets, cased=False)
    listed = ("register", "employer", "organisation", "town", "place")
    assert found.noticed(*listed).hits >= 0.99 * found.noticed(*listed).of, found.faults
    assert found.recall(*listed).hits >= 0.95 * found.recall(*listed).of
    assert found.over <= 0.005 * found.unmarked


def test_marks_stay_in_place_where_letters_become_more(marked: sentences.EvaluationSet) -> None:
    text, marks = next((text, marks) for text, marks in marked.sentences if marks)
    again = sentences.rewritten(
        sentences.EvaluationSet(
            "de", sentences=[(f"Spaß: {text}", [replace(m, start=m.start + 6, end=m.end + 6) for m in marks])]
        ),
        str.upper,
    )
    ((shouted, moved),) = again.sentences
    assert [shouted[m.start : m.end] for m in moved] == [text[m.start : m.end].upper() for m in marks]


@pytest.mark.parametrize("language", sentences.COUNTRIES)
def test_the_held_out_sentences_are_others_than_those_of_tuning(language: str) -> None:
    """Their authors did not see each other's, so a few of the families have one name by chance."""
    held_out, tuning = sentences.held_out(language), sentences.tuning(language)
    family = [{plain(WORD.findall(p.name)[-1]) for found in sets for p in found.people} for sets in (held_out, tuning)]
    assert len(family[0] & family[1]) <= 0.25 * len(family[0])
    texts = [{text for found in sets for text, _ in found.sentences} for sets in (held_out, tuning)]
    assert len(texts[0]) > 200 and texts[0].isdisjoint(texts[1])
    assert len(family[0] - common_names(language)) >= 0.6 * len(family[0])
    third = [type_of(language, text, m) for f in held_out for text, marks in f.sentences for m in marks]
    assert third.count(UNLISTED) >= 12
