"""The words that wait are grouped over the study, the most doubtful first. All names are invented."""

from crosscase.anonymisation.decision_rows import COLUMNS, Where
from crosscase.coding.casing import SOME_PASSAGES, WHOLE_DOCUMENT
from crosscase.detectors import sentence_rest
from crosscase.detectors.suspicion import COMMON_NAME, LIKE_LISTED, ORDINARY, UNKNOWN
from crosscase.reviewing import word_groups
from crosscase.reviewing.word_groups import Waiting


def waiting(words: str, document: str = "Talk 1", reason: str = UNKNOWN, times: int = 1, export: str = "ie") -> Waiting:
    return Waiting(words, export, document, reason, times, (f"and {words} in {document}",))


def test_one_row_for_a_word_in_the_whole_study() -> None:
    rows = [waiting("Zsóldra", times=3), waiting("Zsoldra", "Talk 2"), waiting("ZSOLDRA", "Talk 9", export="en")]
    (item,) = word_groups.grouped(rows)
    assert (item.words, item.times, item.documents, item.where) == ("Zsóldra", 5, 3, Where.EVERYWHERE)
    assert item.contexts == ["and Zsóldra in Talk 1", "and Zsoldra in Talk 2", "and ZSOLDRA in Talk 9"]


def test_the_most_doubtful_words_come_first_then_those_of_most_documents() -> None:
    rows = [
        waiting("School", reason=ORDINARY, times=50),
        waiting("Often", reason=UNKNOWN),
        waiting("Often", "Talk 2", reason=UNKNOWN),
        waiting("Rare", reason=UNKNOWN, times=9),
        waiting("123456789", reason="a long number"),
        waiting("Joy", reason=f"a name found by the model; {COMMON_NAME}"),
        waiting("Hathersedge", reason=LIKE_LISTED),
    ]
    words = [item.words for item in word_groups.grouped(rows)]
    assert words == ["Hathersedge", "Joy", "123456789", "Often", "Rare", "School"]


def test_a_sentence_with_contact_data_comes_after_what_stands_in_it() -> None:
    address = "perhaps a street and the number of a house"
    rows = [
        waiting("at Mill Bank 7, I think", reason=f"{sentence_rest.DOUBT}; {address}", times=9),
        waiting("Mill Bank 7", reason=address),
        waiting("Often", reason=UNKNOWN),
    ]
    words = [item.words for item in word_groups.grouped(rows)]
    assert words == ["Mill Bank 7", "at Mill Bank 7, I think", "Often"]


def test_contexts_are_few_and_from_different_documents_first() -> None:
    rows = [Waiting("Xy", "ie", f"Talk {n}", UNKNOWN, 4, tuple(f"{n}{letter}" for letter in "abcd")) for n in (1, 2)]
    (item,) = word_groups.grouped(rows)
    assert item.contexts == ["1a", "2a", "1b"]


def test_an_item_can_be_decided_in_each_document_or_at_each_place() -> None:
    rows = [Waiting("Xy", "ie", f"Talk {n}", UNKNOWN, 2, (f"a{n}", f"b{n}")) for n in (1, 2)]
    (item,) = word_groups.grouped(rows)
    assert [part.fields()["document"] for part in item.narrowed(Where.DOCUMENT)] == ["Talk 1", "Talk 2"]
    places = [part.fields()["places"] for part in item.narrowed(Where.ONCE)]
    assert places == ["a1", "b1", "a2", "b2"]


def test_the_list_for_a_spreadsheet_has_the_columns_of_the_decisions() -> None:
    (row,) = word_groups.spreadsheet_rows(word_groups.grouped([waiting("Zsoldra")]))
    fields = dict(zip(COLUMNS, row, strict=True))
    assert (fields["where"], fields["words"], fields["decision"]) == ("everywhere", "Zsoldra", "")


def test_each_document_without_capitals_is_decided_alone() -> None:
    (read,) = word_groups.grouped(
        [Waiting(SOME_PASSAGES, "ie", "Talk 1", "", 9, tuple(f"and then {n}" for n in range(9)))]
    )
    assert len(read.contexts) == 9
    rows = [waiting(WHOLE_DOCUMENT), waiting(WHOLE_DOCUMENT, "Talk 2")]
    decided = [(item.where, item.fields()["document"]) for item in word_groups.grouped(rows)]
    assert decided == [(Where.DOCUMENT, "Talk 1"), (Where.DOCUMENT, "Talk 2")]
