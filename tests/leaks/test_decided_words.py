"""The leak search knows the words that a person decided to replace, and raises no false alarm. Names are invented."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.anonymisation import identifiers
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.detectors.listed import ListedNames
from crosscase.leaks import watched
from crosscase.leaks.search import Search
from crosscase.storage import files
from tests.builders.decided_searches import search
from tests.builders.decided_texts import DOCUMENT, ENGLISH, KEY, Outcome


@pytest.mark.parametrize(
    "published",
    [
        "then felmarda came",
        "Felmarda's house",
        "FELMARDA",
        "félmarda",
        "fel\u00admarda",
        "fel-\nmarda",
        "<b>fel</b>marda",
        "f\u0435lmarda",
        "felmarda2019",
        "in the house with the blue gate",
        "The House\nwith the Blue Gate",
        "the house with the blue&nbsp;gate",
    ],
)
@pytest.mark.parametrize("text", ["so it is", "so felmarda came to the house with the blue gate"])
def test_words_decided_everywhere_are_found_as_listed_names_are(tmp_path: Path, text: str, published: str) -> None:
    rows = [{"words": "felmarda"}, {"words": "the house with the blue gate"}]
    scan = search(tmp_path, rows, text)
    assert scan.search_content(published.encode()).kinds == {"DECIDED"}


def test_an_ordinary_word_decided_everywhere_counts_unless_a_public_text_has_it(tmp_path: Path) -> None:
    rows = [{"words": "rose"}]
    assert search(tmp_path, rows).search_content(b"so a rose came").kinds == {"DECIDED"}
    assert search(tmp_path, rows, public="a rose garden").search_content(b"so a rose came").kinds == set()


def test_other_words_are_no_leak(tmp_path: Path) -> None:
    scan = search(tmp_path, [{"words": "Ann"}, {"words": "the blue gate"}], "so Ann came to the blue gate")
    for published in ("the Annual fair", "the gate is blue", "a blue gate", "the blue gates"):
        assert scan.search_content(published.encode()).kinds == set()


@pytest.mark.parametrize("words", ["rose", "felmarda", "the blue gate", "Rose"])
@pytest.mark.parametrize("where", ["document", "once"])
def test_what_is_decided_for_another_document_or_place_and_stays_is_no_leak(
    tmp_path: Path, words: str, where: str
) -> None:
    elsewhere = {"words": words, "where": where, "document": "Talk 2", "places": f"so {words} came"}
    here = f"I saw {words} there"
    scan = search(tmp_path, [elsewhere], here)
    assert scan.search_content(here.encode()).kinds == set()
    assert scan.search_content(here.upper().encode()).kinds == set()


@pytest.mark.parametrize(
    ("words", "published", "is_found"),
    [
        ("felmarda", "Felmarda came", True),
        ("the house of felmarda", "the house of felmarda", True),
        ("rose", "a rose came", False),  # an ordinary word
        ("Rose", "so rose came", False),
    ],
)
def test_what_is_decided_for_a_document_and_stays_nowhere_is_searched_for(
    tmp_path: Path, words: str, published: str, is_found: bool
) -> None:
    here = {"words": words, "where": "document", "document": DOCUMENT}
    scan = search(tmp_path, [here], f"I saw {words} there")
    assert bool(scan.search_content(published.encode()).kinds) is is_found


def test_what_one_decision_keeps_is_no_leak_though_another_replaces_it_everywhere(tmp_path: Path) -> None:
    keep = {"words": "rose", "decision": "keep", "where": "document", "document": DOCUMENT}
    scan = search(tmp_path, [{"words": "rose"}, keep], "I saw a rose")
    assert scan.search_content(b"I saw a rose").kinds == set()


def test_words_of_the_studys_own_texts_are_public_alone_and_in_this_order(tmp_path: Path) -> None:
    rows = [{"words": "our school"}, {"words": "school"}, {"words": "felmarda"}]
    scan = search(tmp_path, rows, public="trust in our school, and felmarda")
    assert scan.search_content(b"trust in our school, and felmarda").kinds == set()
    assert search(tmp_path, rows, public="the school is our trust").search_content(b"our school").kinds == {"DECIDED"}


def test_anonymisation_lists_decided_words_by_how_far_the_decision_reaches() -> None:
    pseudonyms = Pseudonyms(KEY)
    for kind, words in (("PERSON", "Felmarda"), ("PERSON", "rose"), ("PERSON", "Quilp"), ("EMAIL", "a@b.example")):
        pseudonyms.placeholder(kind, words)
    decided = {("felmarda",): "felmarda", ("rose",): "", ("nowhere",): "nowhere", ("a", "b", "example"): ""}
    listed = identifiers.identifiers_to_protect(ListedNames([], {}), [], pseudonyms, [], decided)
    assert list(listed) == [
        ("DECIDED", "Felmarda", ""),
        ("DECIDED", "felmarda", "und"),
        ("DECIDED", "nowhere", "und"),
        ("DECIDED", "rose", ""),
        ("EMAIL", "a@b.example", ""),
        ("PERSON", "Quilp", ""),
    ]


def test_words_that_somebody_writes_instead_of_others_are_no_leak(tmp_path: Path) -> None:
    broader = {"words": "the Felmarda school", "decision": "generalise", "instead": "a school"}
    scan = search(tmp_path, [{"words": "school"}, broader], "so the Felmarda School and a school")
    assert scan.search_content(b"so [a school] and [PERSON_12345678]").kinds == set()
    assert scan.search_content(b"the felmarda school").kinds == {"DECIDED"}


WORDS = ("rose", "Rose", "felmarda", "Quilpert", "May", "may", "the", "blue", "gate", "Gate", "came", "so", "Ann")
ROWS = st.fixed_dictionaries(
    {
        "words": st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
        "decision": st.sampled_from(["redact", "redact", "keep", "generalise"]),
        "where": st.sampled_from(["everywhere", "document", "once"]),
        "document": st.sampled_from(["Talk 1", "Talk 2"]),
        "places": st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join),
    }
)
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join), min_size=2, max_size=2)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ROWS, max_size=5, unique_by=lambda row: (row["words"].lower(), row["where"], row["document"])), TEXTS)
def test_whatever_is_decided_no_published_passage_raises_an_alarm(
    tmp_path: Path, rows: list[dict[str, str]], texts: list[str]
) -> None:
    """What is left in one of two documents is left by a decision, and what is replaced stands nowhere."""
    decided = [row | {"instead": "so the blue gate" if row["decision"] == "generalise" else ""} for row in rows]
    firsts: dict[tuple[str, str, str], dict[str, str]] = {}
    for row in decided:  # two rows that say different things of the same are an error
        same = row["document"] if row["where"] != "everywhere" else "", row["where"], row["words"].lower()
        firsts.setdefault(same, row)
    outcomes = [
        Outcome(tmp_path / "decisions.csv", text, firsts.values(), ENGLISH, document)
        for text, document in zip(texts, ("Talk 1", "Talk 2"), strict=True)
    ]
    replaced, kept = dict[tuple[str, str], str](), set[str]()
    for outcome in outcomes:
        kept |= outcome.reviews.kept
        replaced |= outcome.pseudonyms.given
    outcome.pseudonyms.given = replaced
    protected = identifiers.identifiers_to_protect(
        ListedNames([], {}), [], outcome.pseudonyms, kept, outcome.reviews.replaced_words()
    )
    files.write_csv(tmp_path / "ie.csv", ("type", "words", "languages"), protected)
    found, kept = watched.read([str(tmp_path / "ie.csv")])
    scan = Search(found, kept=kept, languages=["en"])
    for outcome in outcomes:
        if not outcome.words:  # nothing waits, so the words are published
            assert scan.kinds(outcome.numbered) == set()
