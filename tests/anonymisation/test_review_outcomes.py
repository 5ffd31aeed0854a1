"""A decision on words holds inside a longer row that waits. All people, streets and numbers are invented."""

import re
from pathlib import Path

import pytest

from crosscase.coding.casing import WHOLE_DOCUMENT
from tests.builders.decided_texts import DOCUMENT, EDGES, WIDE, Outcome

ALONE = "Da war zum Beispiel ein Junge, der Mehmet, der kam mitten im Schuljahr."
ADDRESS = "dritter Stock, Am Krähbach 7"


def wide_words(path: Path) -> str:
    """The words of the row that is as long as the sentence."""
    return max(Outcome(path, WIDE, ()).words, key=len)


def test_a_name_in_a_sentence_that_waits_is_a_row_of_its_own_with_this_place(path: Path) -> None:
    found = Outcome(path, WIDE, ())
    assert sorted(found.words, key=len)[0] == "Mehmet" and ADDRESS in wide_words(path)
    (name,) = [row for row in found.waiting if row["words"] == "Mehmet"]
    assert "die holt ihn und den Mehmet ab" in name["places"]
    assert found.text == WIDE


@pytest.mark.parametrize("decision", ["keep", ""])
def test_what_is_decided_on_a_sentence_does_not_undo_what_is_decided_on_a_name_in_it(path: Path, decision: str) -> None:
    name = {"words": "Mehmet", "decision": "redact"}
    found = Outcome(path, WIDE, [name, {"words": wide_words(path), "decision": decision}])
    assert "den [PERSON] ab" in found.text and ADDRESS in found.text
    assert found.words == ([] if decision else [wide_words(path)])
    assert bool(found.doubts) != bool(decision) and "Mehmet" not in "".join(found.doubts)
    alone = Outcome(path, ALONE, [name])
    number = re.search(r"PERSON_\d{8}", alone.numbered)
    assert number and number[0] in found.numbered


def test_a_decision_on_narrower_words_holds_after_the_row_became_wider(path: Path) -> None:
    for words in (ADDRESS, f"Haus, {ADDRESS}", ADDRESS.replace(",", "").upper()):
        found = Outcome(path, WIDE, [{"words": words, "decision": "redact"}])
        assert "[ADDRESS], und die macht" in found.text and "Krähbach" not in found.text
        assert wide_words(path) in found.words  # the rest is asked for


def test_a_part_is_generalised_at_its_place_or_in_its_document_alone(path: Path) -> None:
    (wide,) = [row for row in Outcome(path, WIDE, ()).waiting if ADDRESS in row["words"]]
    part = {"words": ADDRESS, "decision": "generalise", "instead": "their house", "document": DOCUMENT}
    for where in ("document", "once"):
        rows = [part | {"where": where, "places": wide["places"]}, {"words": wide["words"], "decision": "keep"}]
        assert "Haus, [their house], und" in Outcome(path, WIDE, rows).text
    elsewhere = {"where": "once", "places": f"Dort {wide['places']}"}
    assert ADDRESS in Outcome(path, WIDE, [part | elsewhere]).text
    assert ADDRESS in Outcome(path, WIDE, [part | {"where": "document", "document": "Talk 2"}]).text


def test_the_closest_decision_on_a_part_wins_there_too(path: Path) -> None:
    everywhere = {"words": "Mehmet", "decision": "redact"}
    here = {"words": "Mehmet", "decision": "keep", "where": "document", "document": DOCUMENT}
    found = Outcome(path, WIDE, [everywhere, here])
    assert "den Mehmet ab" in found.text and found.words == [wide_words(path)]


def test_who_replaces_or_keeps_a_sentence_is_asked_for_nothing_in_it(path: Path) -> None:
    wide = wide_words(path)
    kept = Outcome(path, WIDE, [{"words": wide, "decision": "keep"}])
    assert (kept.text, kept.words) == (WIDE, [])
    replaced = Outcome(path, WIDE, [{"words": wide, "decision": "redact"}, {"words": "Mehmet", "decision": "keep"}])
    assert replaced.words == [] and "Mehmet" not in replaced.text and replaced.text.count("[") == 1


def test_decisions_that_overlap_leave_nothing_of_either(path: Path) -> None:
    rows = [{"words": words, "decision": "redact"} for words in ("dritter Stock, Am Krähbach", "Krähbach 7", "Am")]
    text = Outcome(path, WIDE, rows).text
    assert not {"Stock", "Krähbach", "7"} & set(re.findall(r"\w+", text))


def test_what_decisions_replace_everywhere_needs_no_decision_on_the_rest(path: Path) -> None:
    words = wide_words(path)
    halves = [{"words": half, "decision": "redact"} for half in (words[: words.index("Haus")], ADDRESS)]
    rest = words[words.index("Haus") :].replace(ADDRESS, "|").split("|")
    found = Outcome(path, WIDE, [*halves, *({"words": half, "decision": "redact"} for half in rest)])
    assert found.words == [] == found.doubts and "Mehmet" not in found.text


def test_an_unknown_name_in_an_address_is_replaced_as_elsewhere_and_not_asked_for(path: Path) -> None:
    text = "Ich war dreimal bei Pfingstgräff im Büro, und dreimal lag der Antrag dort."
    (row,) = Outcome(path, text, ()).waiting
    assert "Pfingstgräff" in row["words"] != "Pfingstgräff"
    decided = [{"words": row["words"], "decision": "keep"}, {"words": "Pfingstgräff", "decision": "redact"}]
    assert "dreimal bei [PERSON] im Büro" in Outcome(path, text, decided).text


def test_the_row_of_a_whole_document_replaces_no_words(path: Path) -> None:
    row = {"words": WHOLE_DOCUMENT, "decision": "redact", "where": "document", "document": DOCUMENT}
    text = WIDE.replace("das ehrenamtlich", "whole document")
    assert Outcome(path, text, [row]).text == text


def test_what_is_kept_beside_a_part_that_is_replaced_may_occur_in_results(path: Path) -> None:
    rows = [{"words": "Mehmet", "decision": "redact"}, {"words": wide_words(path), "decision": "keep"}]
    kept = Outcome(path, WIDE, rows).reviews.kept
    assert any(words.endswith("die holt ihn und den") for words in kept)
    assert not any("Mehmet" in words for words in kept), "the leak search must go on looking for what is replaced"


def edge_words(path: Path) -> tuple[str, str]:
    """The words of the two rows of `EDGES`."""
    address, name = Outcome(path, EDGES, ()).words
    assert address.endswith("Krähbach 7") and name == "Quilpert"
    return address, name


@pytest.mark.parametrize("decision", ["keep", "redact", ""])
@pytest.mark.parametrize("words", ["Krähbach 7! Und", "KRÄHBACH 7 und", "Am Krähbach 7! Und Quilpert war"])
def test_what_is_replaced_across_the_edge_of_a_row_is_replaced(path: Path, words: str, decision: str) -> None:
    """Whatever is decided on the row: `keep` undoes no `redact`, and what is undecided waits."""
    address, name = edge_words(path)
    rows = [{"words": words, "decision": "redact"}, {"words": address, "decision": decision}]
    found = Outcome(path, EDGES, rows)
    shown = set(re.findall(r"\w+", found.text))
    assert not {"Krähbach", "7", "Und"} & shown and ("Quilpert" in shown) is ("Quilpert" not in words)
    assert found.words == [row for row in (address, name) if not ((row == address and decision) or row in words)]


def test_words_across_an_edge_get_one_placeholder_and_the_rest_waits(path: Path) -> None:
    address, _ = edge_words(path)
    found = Outcome(path, EDGES, [{"words": "Krähbach 7! Und", "decision": "generalise", "instead": "there, and"}])
    assert found.text == "Dort wohnt sie, dritter Stock, Am [there, and] Quilpert war da."
    assert found.doubts[0] == address.removesuffix(" Krähbach 7") and address in found.words


def test_words_across_the_edge_of_what_is_replaced_anyway_are_replaced(path: Path) -> None:
    certain = "Ruf an unter 030 2312544 oder schreib."
    assert Outcome(path, certain, [{"words": "2312544 oder", "decision": "redact"}]).text == (
        "Ruf an unter [PHONE] [PHONE] schreib."
    )


def test_a_decision_across_an_edge_holds_where_it_says(path: Path) -> None:
    (address, _) = Outcome(path, EDGES, ()).waiting
    part = {"words": "Krähbach 7! Und", "decision": "redact", "document": DOCUMENT}
    for where in ("document", "once"):
        assert "Krähbach" not in Outcome(path, EDGES, [part | {"where": where, "places": address["places"]}]).text
    assert "Krähbach" in Outcome(path, EDGES, [part | {"where": "document", "document": "Talk 2"}]).text
    assert "Krähbach" in Outcome(path, EDGES, [part | {"where": "once", "places": f"Hier: {address['places']}"}]).text


@pytest.mark.parametrize("text", [WIDE, "Ich war dreimal bei Pfingstgräff im Büro, dritter Stock, Am Krähbach 7."])
def test_of_rows_in_one_another_what_one_replaces_is_replaced_and_the_rest_as_the_other_says(
    path: Path, text: str
) -> None:
    rows = Outcome(path, text, ()).words
    for replaced in rows:
        for kept in rows:
            if kept != replaced:
                decided = [{"words": replaced, "decision": "redact"}, {"words": kept, "decision": "keep"}]
                found = Outcome(path, text, decided)
                assert replaced not in found.text
                assert replaced in kept or kept not in found.text or kept not in replaced


QUIET = "Das Rathaus war im gelben Haus am Markt, und alle kamen."


def test_a_decision_on_words_that_stand_nowhere_is_named_with_its_row(path: Path) -> None:
    words = ("anderes Haus", "gelben Haus am Markt", "Markthalle", "Tor")
    found = Outcome(path, QUIET, [{"words": one, "decision": "redact"} for one in words])
    assert found.text == "Das Rathaus war im [PERSON], und alle kamen."
    problems = list(found.reviews.problems("decisions.csv"))
    assert [problem.place for problem in problems] == ["row 2", "row 4", "row 5"]
    assert not any(one in str(problem) for one in words for problem in problems)


@pytest.mark.parametrize(
    ("row", "is_named"),
    [
        ({"words": "markt"}, False),
        ({"words": "Alle"}, True),  # a name that is also an ordinary word, which alone is here
        ({"words": "Tor", "decision": "keep"}, False),
        ({"words": "Markt", "where": "document", "document": "Talk 2"}, True),
        ({"words": "Markt", "where": "document", "document": DOCUMENT}, False),
        ({"words": "Markt", "where": "once", "document": DOCUMENT, "places": "Haus am Markt"}, False),
        ({"words": "Markt", "where": "once", "document": DOCUMENT, "places": "Haus im Markt"}, True),
        ({"words": "Quilpert"}, False),  # replaced anyway
    ],
)
def test_a_decision_is_named_if_it_stands_nowhere_where_it_holds(
    path: Path, row: dict[str, str], is_named: bool
) -> None:
    text = f"{QUIET} Schreib an quilpert@talk.example dort."
    problems = [*Outcome(path, text, [{"decision": "redact"} | row]).reviews.problems("decisions.csv")]
    assert bool(problems) is is_named


def test_words_that_only_stand_behind_what_is_replaced_are_replaced_too(path: Path) -> None:
    rows = [{"words": words, "decision": "redact"} for words in ("Krähbach 7! Und Quilpert", "war da")]
    found = Outcome(path, EDGES, rows)
    assert found.text.endswith("] [PERSON].")
    assert not [*found.reviews.problems("decisions.csv")]


@pytest.mark.parametrize("decision", ["keep", ""])
def test_a_decision_on_a_whole_row_holds_however_its_signs_are_written(path: Path, decision: str) -> None:
    address, _ = edge_words(path)
    rows = [{"words": address.replace(",", ""), "decision": "redact"}, {"words": address, "decision": decision}]
    found = Outcome(path, EDGES, rows)
    assert (found.text, found.words) == ("[ADDRESS]! Und Quilpert war da.", ["Quilpert"])


def test_words_beyond_a_part_are_found_by_the_place_of_its_row(path: Path) -> None:
    (name,) = [row for row in Outcome(path, WIDE, ()).waiting if row["words"] == "Mehmet"]
    row = {"words": "den Mehmet ab", "decision": "redact", "where": "once", "document": DOCUMENT}
    assert "Mehmet" not in Outcome(path, WIDE, [row | {"places": name["places"]}]).text
    assert "Mehmet" in Outcome(path, WIDE, [row | {"places": f"Dort {name['places']}"}]).text
    assert "Mehmet" not in Outcome(path, WIDE, [row | {"places": "den MEHMET ab - die wohnt"}]).text
