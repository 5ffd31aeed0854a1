"""Rows of the register that probably mean a document which belongs to nobody. All names are invented."""

import time

import pytest

from crosscase.anonymisation import register_hints
from crosscase.anonymisation.register import Person


def person(documents: str, export: str = "", row: int = 2) -> Person:
    return Person(
        participant=f"P{row}", name="Nobody", group="X", locator=f"row {row}", documents=(documents,), export=export
    )


@pytest.mark.parametrize(
    ("registered", "document", "said"),
    [
        ("Talk 1, Talk 2", "Talk 2", "put | between them"),
        ("Talk 1/Talk 2", "talk 1.docx", "put | between them"),
        ("Talk 1/Talk 2", "Talk 2", "correct what stands before the slash"),
        ("FG 1/Anna, FG 1/Ben", "FG 1.docx/Anna", "put | between them"),
        ("Anna, Carla", "FG 1/Anna", "put | between them"),
        ("FG 2/Anna", "FG 1.docx/Anna", "correct what stands before the slash"),
        ("Focus gruop 1/Anna", "Focus group 1.docx/Anna", "nearly called so"),
        ("Focus group 1 (Tuesday)/Becky", "Focus group 1 (Tuesday).docx/Carol", ""),
        ("7", "007", "lost its leading zeros"),
        ("Int 1", "Int 01", "lost its leading zeros"),
        ("2024-02-01", "1-2", "become a date"),
        ("2024-02-01 00:00:00", "1.2", "become a date"),
        ("2024-01-01", "Jan 24", "become a date"),
        ("Inteview 12", "Interview 12", "nearly called so"),
        ("Interview 13", "Interview 12", ""),
        ("2024-02-01", "3-4", ""),
        ("Somebody", "Else", ""),
    ],
)
def test_what_a_person_or_a_spreadsheet_changed_is_found(registered: str, document: str, said: str) -> None:
    found = list(register_hints.find([document], "x", [person(registered)]))
    assert len(found) == bool(said)
    assert all(said in sentence and sentence.startswith("the register, row 2: ") for sentence in found)
    assert not any(document in sentence or registered in sentence for sentence in found if said)


def test_a_slash_divides_a_list_if_both_are_documents() -> None:
    said = "the register, row 2: several documents are in one cell: put | between them"
    for documents in (["Talk 1", "Talk 2"], ["Talk 2", "Talk 1"]):
        assert list(register_hints.find(documents, "x", [person("Talk 1/Talk 2")])) == [said]


def test_a_document_in_another_export_is_told() -> None:
    assert list(register_hints.find(["Talk 1"], "x", [person("Talk 1", "y")])) == [
        "the register, row 2: the document is of the export x, not of y"
    ]
    assert list(register_hints.find(["Tlak 1"], "x", [person("Talk 1", "y")])) == []


def test_many_rows_and_documents_take_no_time() -> None:
    begun = time.process_time()
    people = [person(f"Conversation number {row}", row=row) for row in range(200)]
    assert not list(register_hints.find([f"Something else {number}" for number in range(200)], "x", people))
    assert time.process_time() - begun < 2
