"""Words that somebody decided to replace are replaced where no rule finds them, too. All names are invented."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.anonymisation.decided_words import DecidedWords
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from crosscase.storage.text_form import nfc
from tests.builders.decided_texts import DOCUMENT, ENGLISH, GERMAN, KEY, REDACT, Outcome

GREEK = Setting(("GR",), (load("el"),))


@pytest.mark.parametrize(
    ("words", "text", "became"),
    [
        ("felmarda", "and then felmarda came in", "and then [PERSON] came in"),
        ("felmarda", "Felmarda's FELMARDA, (felmarda)!", "[PERSON]'s [PERSON], ([PERSON])!"),
        ("Felmarda", "and then felmarda came in", "and then [PERSON] came in"),
        ("félmärda", "and felmarda came", "and [PERSON] came"),
        ("felmarda", "and fe\u0301lma\u0308rda came", "and [PERSON] came"),
        ("felmarda", "and fel\u00admar\u200bda came", "and [PERSON] came"),
        ("felmarda", "and fel-\nmarda came", "and [PERSON] came"),
        ("felmarda", "and fel\u00ad\nmarda came", "and [PERSON] came"),
        ("felmarda", "and f\u0435lm\u0430rd\u0430 came", "and [PERSON] came"),
        ("felmarda", "and felm&auml;rda came", "and [PERSON] came"),
        ("felmarda", "it is spelt F-E-L-M-A-R-D-A here", "it is spelt [PERSON] here"),
        ("felmarda", "it is f. e. l. m. a. r. d. a. here", "it is [PERSON]. here"),
        ("the house with the blue gate", "in The house\n  with the BLUE gate, yes", "in [PERSON], yes"),
        ("blue gate", "the blue-gate and a blue, gate", "the [PERSON] and a [PERSON]"),
        ("blue gate", "The door was blue. Gate four was shut.", "The door was blue. Gate four was shut."),
        ("old quill", "so Prof. Old Quill, who was old!\n\nQuill", "so Prof. [PERSON], who was old!\n\nQuill"),
        ("Ann", "the Annual fair, and ann's fan, Ann-Britt", "the Annual fair, and [PERSON]'s fan, [PERSON]-Britt"),
        ("c++ (old)", "we used c old and C++ (OLD) there", "we used [PERSON] and [PERSON] there"),
        ("snorky", "we saw snorky2019 and 3snorky there", "we saw [PERSON] and [PERSON] there"),
        ("O'Dwyerish", "we saw ODWYERISH there", "we saw [PERSON] there"),
        ("Quibblewick-Tarnow", "at quibblewicktarnow and quibblewicktarn", "at [PERSON] and quibblewicktarn"),
        (".*", "we used it there", "we used it there"),
        ("4711", "it was 4711 and 47110", "it was [NUMBER] and 47110"),
        ("person", "so [PERSON_48291305] is a person", "so [PERSON_48291305] is a [PERSON]"),
    ],
)
def test_the_words_are_found_as_listed_names_are(path: Path, words: str, text: str, became: str) -> None:
    found = Outcome(path, text, [REDACT | {"words": words}], ENGLISH)
    assert found.text == became.replace("_48291305", "")
    assert ("_48291305" in found.numbered) is ("_48291305" in text)
    assert not {words, words.lower(), "fel", "marda"}.intersection(found.words)


def test_a_title_with_a_full_stop_ends_no_sentence() -> None:
    assert [run.words for run in DecidedWords(["prof quill"]).find("so said Prof. Quill", ENGLISH)] == ["prof quill"]


def test_look_alikes_are_read_in_the_script_of_the_text(path: Path) -> None:
    text = "Ήρθε η \u039aatina και έφυγε"  # the rest of the word is Latin
    assert Outcome(path, text, [REDACT | {"words": "Κατίνα"}], GREEK).text == "Ήρθε η Katina και έφυγε".replace(
        "Katina", "\u039aatina"
    )
    mixed = "Ήρθε η Kατίνα και έφυγε"  # the first letter is Latin
    assert Outcome(path, mixed, [REDACT | {"words": "Κατίνα"}], GREEK).text == "Ήρθε η [PERSON] και έφυγε"


@pytest.mark.parametrize(
    ("row", "became"),
    [
        ({}, "the [PERSON] came"),
        ({"instead": "place"}, "the [PLACE] came"),
        ({"instead": "Organisation"}, "the [ORGANISATION] came"),
        ({"decision": "generalise", "instead": "an old joke"}, "the [an old joke] came"),
        ({"decision": "keep"}, "the grumblefax came"),
    ],
)
def test_every_kind_of_decision_is_carried_out(path: Path, row: dict[str, str], became: str) -> None:
    text = "the grumblefax came"
    assert Outcome(path, text, [REDACT | {"words": "grumblefax"} | row], ENGLISH).text == became


def test_a_form_that_nobody_wrote_down_stays(path: Path) -> None:
    """Most such words have no forms: it is safer to ask for each."""
    assert Outcome(path, "die grumblefaxen", [REDACT | {"words": "grumblefax"}]).text == "die grumblefaxen"


@pytest.mark.parametrize(
    ("row", "is_replaced"),
    [
        ({"where": "document", "document": DOCUMENT}, True),
        ({"where": "", "document": DOCUMENT.upper() + ".docx"}, True),
        ({"where": "document", "document": "Talk 2"}, False),
        ({"where": "once", "document": DOCUMENT, "places": "so the rose came"}, True),
        ({"where": "once", "document": DOCUMENT, "places": "The ROSE, came!"}, True),
        ({"where": "once", "document": DOCUMENT, "places": "my rose came"}, False),
        ({"where": "once", "document": DOCUMENT, "places": "the old place"}, False),
        ({"where": "once", "document": DOCUMENT, "places": "rose and rose"}, False),
        ({"where": "once", "document": "Talk 2", "places": "so the rose came"}, False),
    ],
)
def test_a_decision_holds_where_it_says(path: Path, row: dict[str, str], is_replaced: bool) -> None:
    """An ordinary word that is decided elsewhere stays, and may occur in results."""
    found = Outcome(path, "so the rose came", [REDACT | {"words": "rose"} | row], ENGLISH)
    assert found.text == ("so the [PERSON] came" if is_replaced else "so the rose came")
    assert found.reviews.kept == (set() if is_replaced else {"rose"})


def test_a_decision_at_one_place_leaves_the_others(path: Path) -> None:
    row = {"words": "rose", "where": "once", "document": DOCUMENT, "places": "red rose came"}
    found = Outcome(path, "a white rose, a red rose came, a rose.", [REDACT | row], ENGLISH)
    assert found.text == "a white rose, a red [PERSON] came, a rose."


def test_the_closest_decision_wins_and_what_is_kept_may_occur_in_results(path: Path) -> None:
    here = {"words": "rose", "decision": "keep", "where": "document", "document": DOCUMENT}
    found = Outcome(path, "so the rose came", [REDACT | {"words": "rose"}, here], ENGLISH)
    assert (found.text, found.reviews.kept) == ("so the rose came", {"rose"})


def test_a_word_with_a_capital_letter_means_no_ordinary_word_in_small_letters(path: Path) -> None:
    text = "I may ask Mayda, and may said: Rose, rose, MAY"
    row = REDACT | {"words": "May"}
    assert Outcome(path, text, [row], ENGLISH).text == "I may ask Mayda, and may said: Rose, rose, [PERSON]"
    small = Outcome(path, text, [REDACT | {"words": "may"}], ENGLISH)
    assert small.text == "I [PERSON] ask Mayda, and [PERSON] said: Rose, rose, [PERSON]"
    both = [row, REDACT | {"words": "may", "where": "document", "document": "Talk 2"}]
    assert Outcome(path, text, both, ENGLISH).text == "I may ask Mayda, and may said: Rose, rose, [PERSON]"


def test_in_a_text_without_capitals_only_words_of_the_grammar_are_spared(path: Path) -> None:
    rows = [REDACT | {"words": words} for words in ("May", "Rose", "the Gate")]
    text = "i may ask rose at the gate"
    assert Outcome(path, text, rows, ENGLISH.without_capitals).text == "i may ask [PERSON] at [PERSON]"


def test_a_word_in_what_is_replaced_anyway_changes_nothing(path: Path) -> None:
    text = "Ruf an unter 030 2312544 oder schreib."
    found = Outcome(path, text, [REDACT | {"words": "2312544"}])
    assert found.text == "Ruf an unter [PHONE] oder schreib."
    assert not [*found.reviews.problems("decisions.csv")] and not found.reviews.kept


def test_the_same_words_have_one_number_however_they_are_written(path: Path) -> None:
    text = "the Blue\nGate, the blue gate, the blue-gate, and bl\u00fce ga-\nte"
    numbered = Outcome(path, text, [REDACT | {"words": "blue gate"}], ENGLISH).numbered
    number = numbered.split("[")[1].split("]")[0]
    assert numbered.count(number) == 4 and "ate" not in numbered


def test_a_second_run_changes_nothing(path: Path) -> None:
    rows = [
        REDACT | {"words": "person"},
        {"words": "blue gate", "decision": "generalise", "instead": "a blue house, person"},
    ]
    once = Outcome(path, "a person at the blue gate", rows, ENGLISH)
    assert once.text == "a [PERSON] at the [a blue house, person]"


def test_a_row_of_signs_alone_or_of_no_words_holds_nowhere(path: Path) -> None:
    found = Outcome(path, "so it is", [REDACT | {"words": "***"}], ENGLISH)
    assert found.text == "so it is"
    assert [problem.place for problem in found.reviews.problems("decisions.csv")] == ["row 2"]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["fel", "Märda", "marda", "x", "a-", "ΝΟΡΑ", "нор\u0430", "b.", "&amp;"]), max_size=8),
    st.sampled_from([" ", "-", "- ", "-\n", "\u00ad", "\u00ad\n", ", ", "\u200b", "."]),
)
def test_the_quick_look_misses_nothing(parts: list[str], between: str) -> None:
    text = nfc(between.join(parts))
    for words in ("felmarda", "marda", "xx", "fel märda x", "νορα", "нора", "nopa", "a", "abxa"):
        decided = DecidedWords([words])
        for setting in (ENGLISH, ENGLISH.without_capitals, GREEK):
            assert not decided.find(text, setting) or decided.may_be_in(text)


def test_many_decisions_cost_little_on_many_passages() -> None:
    """Linear in the words of a text, whatever the number of decisions: 5,000 of them, in 100,000 words of passages."""
    syllables = [a + b for a in "bdfgklmn" for b in "aeiou"]
    words = [f"qu{one}{two}{three}" for one in syllables for two in syllables for three in syllables[:4]]
    decided = DecidedWords([*words[:5000], *(f"the house of {word}" for word in words[:5000])])
    passages = [f"so we went there again and {word} was not at the house" for word in words[5000:]] * 8
    begun = time.process_time()
    assert not any(map(decided.may_be_in, passages))
    assert time.process_time() - begun < 2


def test_a_long_passage_with_many_decisions_takes_no_square_time(path: Path) -> None:
    def seconds(count: int) -> float:
        words = [f"quill{number:05}" for number in range(count)]
        rows = [REDACT | {"words": word} for word in words]
        text = " so ".join(words)
        begun = time.process_time()
        assert Outcome(path, text, rows, ENGLISH).text.count("[PERSON]") == count
        return time.process_time() - begun

    seconds(50)
    few, many = (min(seconds(count) for _ in range(2)) for count in (250, 2000))
    assert many < 16 * few


def test_a_withdrawn_decision_brings_the_words_back(path: Path) -> None:
    text = "so felmarda came"
    assert Outcome(path, text, [REDACT | {"words": "felmarda"}], ENGLISH).text == "so [PERSON] came"
    assert Outcome(path, text, [], ENGLISH).text == text


def test_what_is_replaced_is_in_the_log(path: Path) -> None:
    pseudonyms = Pseudonyms(KEY)
    assert (
        pseudonyms.placeholder("PERSON", "felmarda")
        == Outcome(path, "felmarda", [REDACT | {"words": "felmarda"}], GERMAN).numbered
    )


def test_what_a_person_alone_has_found_is_counted_apart_from_doubts(path: Path) -> None:
    rows = [REDACT | {"words": words} for words in ("felmarda", "blue gate", "the blue", "Quilpert", "so Quilpert")]
    found = Outcome(path, "felmarda, at the blue gate, and felmarda, so Quilpert came", rows, ENGLISH)
    assert found.text == "[PERSON], at [PERSON] [PERSON], and [PERSON], [PERSON] came"
    assert found.reviews.count().unfound == 4
    in_doubt = {found.reviews.replacing[one.decision].words: one.in_doubt for one in found.reviews.applied()}
    assert in_doubt["felmarda"] is False and in_doubt["so Quilpert"] is True


@pytest.mark.parametrize("text", ["rose", "rose rose", "a rose", "rose garden", "the rose garden fair"])
def test_decisions_that_begin_alike_hold_to_the_end_of_a_text(path: Path, text: str) -> None:
    rows = [
        REDACT | {"words": words} for words in ("rose", "rose rose", "rose garden fair", "rose garden", "a rose by")
    ]
    assert "rose" not in Outcome(path, text, rows, ENGLISH).text


@pytest.mark.parametrize(
    ("words", "is_slight"), [("12", True), ("a", True), ("123", True), ("1234", False), ("we", False)]
)
def test_a_letter_or_a_short_number_is_decided_everywhere_only_where_a_rule_finds_something(
    path: Path, words: str, is_slight: bool
) -> None:
    """Somebody was asked for the number of a house, and the same number is one of children elsewhere."""
    text = f"so there were {words} of them"
    everywhere = Outcome(path, text, [REDACT | {"words": words}], ENGLISH)
    assert (everywhere.text == text) is is_slight
    assert bool([*everywhere.reviews.problems("decisions.csv")]) is is_slight
    for row in ({"where": "document"}, {"where": "once", "places": text}):
        closer = Outcome(path, text, [REDACT | row | {"words": words, "document": DOCUMENT}], ENGLISH)
        assert "were [" in closer.text and not [*closer.reviews.problems("decisions.csv")]


def test_a_short_number_in_a_row_that_waits_is_replaced(path: Path) -> None:
    text = "Dort wohnt sie, dritter Stock, Am Krähbach 7! Und 7 waren da."
    found = Outcome(path, text, [REDACT | {"words": "7"}])
    assert "Am Krähbach [" in found.text and "Und 7 waren" in found.text
