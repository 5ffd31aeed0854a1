"""What each condition had reached on the sentences on which the rules were mended."""

import pytest

from crosscase.coding.casing import Casing
from tests.builders.plain_runs import mostly_exhaustive
from tests.builders.projects import ROOT
from tests.evaluation import conditions, sentences
from tests.evaluation.conditions import (
    CALLER,
    FIELDWORKER,
    GUEST,
    HELD_OUT,
    INTERPRETER,
    LODGER,
    MENDER,
    MENDER_AGAIN,
    NEIGHBOUR,
    NEWCOMER,
    NOTICED,
    ORDINARY_NAMES,
    OVER,
    OVERHEARD,
    PASSER_BY,
    REPLACED,
    SCRIBE,
    STRANGERS,
    THIRD,
    TRANSCRIBER,
    TUNING,
    TUNING_CONTACTS,
    UNSEEN,
    UNSEEN_TOO,
    WITH_TRAPS,
    report,
)
from tests.evaluation.finder import finder
from tests.evaluation.report import LANGUAGES
from tests.evaluation.scores import CONTACTS, Score, Share

BY_STRANGERS = (
    *(HELD_OUT, TUNING, STRANGERS, NEWCOMER, FIELDWORKER, TRANSCRIBER, SCRIBE, INTERPRETER, OVERHEARD, PASSER_BY),
    *(LODGER, NEIGHBOUR, GUEST, CALLER, UNSEEN, UNSEEN_TOO),
)
LEAST_SAID = 0.84
SAID = (  # the least shares, in the order of CONTACTS, then dates of birth; the most words replaced beside them
    # Missed in the fifth: addresses that are two places with a word such as "near" between them; both wait.
    (MENDER, (0.88, 0.97, 0.97, 0.97, 0.97), 0.005),
    (MENDER_AGAIN, (0.87, 0.97, 0.93, 0.94, 0.97), 0.006),  # words beside an address, such as "c/o" and the person
    # A telephone number of which two speakers say half each, and a part of an address: a number behind "also".
    (FIELDWORKER, (0.93, 0.98, 0.91, 0.97, 0.99), 0.005),
    (TRANSCRIBER, (0.89, 0.96, 0.99, 0.95, 0.96), 0.005),  # farms and hamlets whose number follows "house" or "km"
    # Addresses of ordinary words alone (le cantoniere cinque); e-mail addresses with a full stop for the dot.
    (SCRIBE, (0.93, 0.92, 0.96, 0.97, 0.96), 0.005),
    # How somebody finds a house (over puben); of dates of birth the time of day.
    (INTERPRETER, (0.8, 0.92, 0.92, 0.92, 0.92), 0.006),
    # Addresses of ordinary words without a number (the old forge bungalow), and the article before a street.
    (OVERHEARD, (0.97, 0.98, 0.99, 0.98, 0.98), 0.009),
    # Greek farms and roads without a number, the number of a file in two figures, the preposition before a feast.
    (PASSER_BY, (0.97, 0.98, 0.99, 0.96, 0.96), 0.0055),
    # The number of a file with the word before it in the mark: nr, n., lid.
    (LODGER, (0.97, 0.98, 0.98, 0.95, 0.98), 0.005),
    # Addresses of ordinary words alone (jívová deset), a number alone (forty eight b), places at a station.
    (NEIGHBOUR, (0.91, 0.96, 0.98, 0.95, 0.92), 0.0045),
    (GUEST, (0.98, 0.98, 0.98, 0.97, 0.98), 0.004),
    # Small numbers before a verb (zum ziegelhof vier kommen); of a date of birth what is said of the hour.
    (CALLER, (0.97, 0.98, 0.98, 0.98, 0.96), 0.006),
    (UNSEEN, (0.95, 0.98, 0.98, 0.95, 0.97), 0.009),  # nobody has looked; many names of the lists stand unmarked in it
    (UNSEEN_TOO, (0.95, 0.96, 0.97, 0.96, 0.97), 0.008),  # the same
)
MOST_TRAPS_QUEUED = 5  # of 50 in each language
LEAST = {"uncased": 0.99, "capitals": 0.99, "mixed": 0.98, "minorities": 0.99, "scripts": 0.99}


def total(condition: str, of_set: str = TUNING) -> dict[str, Share]:
    every = [conditions.scored(of_set, condition, language) for language in sentences.COUNTRIES]
    return conditions.shares(sum(every, Score()))


@pytest.mark.parametrize("condition", mostly_exhaustive(LEAST, ["uncased"]))
def test_listed_names_are_replaced_or_wait_under_every_condition(condition: str) -> None:
    found = total(condition)
    assert found[NOTICED].hits >= LEAST[condition] * found[NOTICED].of > 50
    assert found[OVER].hits <= 0.006 * found[OVER].of
    if condition in ("uncased", "capitals"):
        assert found[REPLACED].hits >= 0.95 * found[REPLACED].of
    elif condition != "mixed":
        assert found[THIRD].hits >= 0.97 * found[THIRD].of > 10


@pytest.mark.plain_cases(1)
@pytest.mark.parametrize(("condition", "over"), [("uncased", 0.01), ("capitals", 0.025)])
def test_listed_names_that_are_ordinary_words_are_mostly_told_from_these(condition: str, over: float) -> None:
    """Beside nearly each name stands a trap: in interviews over-redaction is rarer."""
    found = total(condition, ORDINARY_NAMES)
    assert found[NOTICED].hits == found[NOTICED].of > 100
    assert found[REPLACED].hits >= 0.95 * found[REPLACED].of
    assert found[OVER].hits <= over * found[OVER].of


def test_each_kind_of_contact_data_is_replaced_or_waits() -> None:
    found = total("contacts")
    for kind in (*CONTACTS, "birth_date"):
        assert found[kind].hits >= 0.95 * found[kind].of > 50, kind
    assert found[OVER].hits <= 0.005 * found[OVER].of


@pytest.mark.plain_cases(4)
@pytest.mark.parametrize("language", sentences.COUNTRIES)
def test_contact_data_as_it_is_said_is_replaced_or_waits_in_each_language(language: str) -> None:
    found = conditions.shares(conditions.scored(TUNING_CONTACTS, "contacts", language))
    for kind in ("address", "spoken_phone", "file_number", "birth_date"):
        assert found[kind].hits >= LEAST_SAID * found[kind].of > 20, kind
    assert found[OVER].hits <= 0.01 * found[OVER].of


@pytest.mark.parametrize("of_set", mostly_exhaustive([STRANGERS, NEWCOMER], [NEWCOMER]))
def test_contact_data_of_strangers_is_replaced_or_waits(of_set: str) -> None:
    """After the rules were mended on it; `first_runs.csv` has what it was before."""
    found = total("contacts", of_set)
    for kind in (*CONTACTS, "birth_date"):
        assert found[kind].hits >= 0.95 * found[kind].of > 40, kind
    assert found[OVER].hits <= 0.005 * found[OVER].of


@pytest.mark.exhaustive
@pytest.mark.parametrize(("of_set", "least", "over"), SAID)
def test_contact_data_of_later_sets_is_replaced_or_waits(of_set: str, least: tuple[float, ...], over: float) -> None:
    """After the rules were mended on all but the last two, which nobody has opened."""
    found = total("contacts", of_set)
    for kind, share in zip((*CONTACTS, "birth_date"), least, strict=True):
        if found[kind].of:
            assert found[kind].hits >= share * found[kind].of > 40, kind
    assert found[OVER].hits <= over * found[OVER].of


@pytest.mark.exhaustive
@pytest.mark.parametrize("of_set", [UNSEEN, UNSEEN_TOO])
def test_contact_data_of_a_stranger_is_replaced_or_waits_with_its_passage(of_set: str) -> None:
    """The sets at whose misses nobody looked. Passages without capitals wait in a document that has them."""
    found = total("contacts", of_set)
    for kind in conditions.SAID:
        awaited = found[f"{kind}{conditions.OR_WAITS}"]
        assert awaited.hits >= 0.95 * awaited.of > 40, kind


@pytest.mark.parametrize("language", sentences.COUNTRIES)
def test_numbers_of_other_things_by_a_stranger_are_not_replaced_and_seldom_wait(language: str) -> None:
    """Amounts, ages, years, classes, buses, laws. Two weights of four figures look like Norwegian postcodes."""
    found = conditions.read(INTERPRETER, "contacts", language)
    traps = [text for text, marks in found.sentences if not marks]
    find = finder(found)
    replaced = [text[span.start : span.end] for text in traps for span in find(text) if not span.doubt]
    assert len(traps) == 25
    assert replaced == (["2800", "3200"] if language == "no" else [])
    waiting = [text for text in traps if any(span.kind != "PERSON" for span in find(text))]
    assert len(waiting) <= MOST_TRAPS_QUEUED - 1


@pytest.mark.parametrize("language", sentences.COUNTRIES)
def test_what_only_looks_like_contact_data_is_not_replaced(language: str) -> None:
    found = conditions.read(WITH_TRAPS, "contacts", language)
    traps = [text for text, marks in found.sentences if not marks]
    find = finder(found)
    assert len(traps) == 50
    assert not [(text, text[span.start : span.end]) for text in traps for span in find(text) if not span.doubt]
    assert sum(bool(find(text)) for text in traps) <= MOST_TRAPS_QUEUED


def test_contact_data_beside_these_traps_is_replaced_or_waits() -> None:
    found = total("contacts", WITH_TRAPS)
    for kind, least in {"address": 0.95, "spoken_phone": 0.96}.items():
        assert found[kind].hits >= least * found[kind].of > 40, kind


@pytest.mark.exhaustive
def test_plain_interviews_in_capitals_stay_as_they_are() -> None:
    """Listed names that are ordinary words are in none of them; most of what is replaced begins a sentence."""
    found = total("capitals", MENDER_AGAIN)
    assert found[OVER].hits <= 0.003 * found[OVER].of
    assert found[OVER].of > 2000


@pytest.mark.exhaustive
def test_listed_names_of_the_sixth_set_are_told_from_the_words_beside_them() -> None:
    found = total("uncased", MENDER_AGAIN)
    assert found[NOTICED].hits == found[NOTICED].of > 150
    assert found[REPLACED].hits >= 0.95 * found[REPLACED].of
    assert found[OVER].hits <= 0.025 * found[OVER].of


def test_listed_names_are_told_from_the_words_beside_them_in_an_automatic_transcript() -> None:
    """Nearly each name is also an ordinary word, which stands beside it: in interviews over-redaction is rarer."""
    found = total("uncased", NEWCOMER)
    assert found[NOTICED].hits >= 0.985 * found[NOTICED].of > 150
    assert found[REPLACED].hits >= 0.94 * found[REPLACED].of
    assert found[OVER].hits <= 0.012 * found[OVER].of


@pytest.mark.parametrize("document", ["docs/data-protection.md", "benchmarks/README.md"])
def test_documents_say_what_the_first_runs_on_sentences_of_strangers_noticed(document: str) -> None:
    kinds = {"addresses": "address", "dates of birth": "birth_date", "file numbers": "file_number"}
    kinds |= {"telephone numbers": "spoken_phone", "e-mail addresses": "spoken_email"}
    text = " ".join((ROOT / document).read_text(encoding="utf-8").split())
    first = report.first_runs()
    assert f"On {len(BY_STRANGERS)} sets by authors who knew no rule" in text
    for name, quantity in kinds.items():
        shares = []
        for of_set in BY_STRANGERS:
            runs = [run[quantity] for key, run in first.items() if key[0] == of_set]
            shares.append(round(100 * sum(run.hits for run in runs) / sum(run.of for run in runs)))
        assert f"{min(shares)} to {max(shares)} % of {name}" in text


@pytest.mark.parametrize("language", sentences.COUNTRIES)
@pytest.mark.parametrize("of_set", [HELD_OUT, TUNING])
def test_the_pipeline_sees_how_a_set_is_written(of_set: str, language: str) -> None:
    casing = {name: conditions.casing_of(conditions.read(of_set, name, language))("") for name in conditions.CONDITIONS}
    assert casing.pop("uncased") == Casing.SMALL and casing.pop("capitals") == Casing.CAPITALS
    assert set(casing.values()) == {Casing.USUAL}


@pytest.mark.parametrize("language", sentences.COUNTRIES)
def test_the_sets_are_by_different_authors(language: str) -> None:
    for condition in conditions.CONDITIONS:
        one, other = (
            {text for text, _ in conditions.read(of, condition, language).sentences} for of in (HELD_OUT, TUNING)
        )
        assert one and one.isdisjoint(other)


def test_a_table_has_the_first_run_beside_the_present_one() -> None:
    score = Score()
    score.marks["register"], score.replaced["register"] = 4, 3
    text = report.section({(HELD_OUT, "uncased", "en"): score}, LANGUAGES)
    missed = "75.0 (3 of 4) **not reached**"
    assert f"| English | {missed} | {missed} | – | – |" in text
    assert "| **all, held out, first run** | 93.9 (262 of 279) **not reached** | 99.6 (278 of 279) |" in text
    assert text.count("third set, by strangers") == 1
    assert "strangers, first run** | 61.8 (175 of 283) **not reached** | 75.6 (34 of 45) **not reached** |" in text
