"""The table with the words behind alarms: for the team alone, complete, short and harmless. Names are invented."""

import csv
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from crosscase.leaks import advice, leak_table, machine_traces
from crosscase.leaks import watched as watched_names
from crosscase.leaks.hits import Hit
from crosscase.leaks.leak_table import Leak
from crosscase.leaks.search import Search
from crosscase.leaks.watched import CALLED, Watched
from crosscase.messages.errors import Problem
from crosscase.running.share_notice import LEAK_TABLE
from crosscase.storage import files
from tests.builders.leak_scans import TRACES

LISTS = {
    "ie": [
        ("PERSON", "Aoifnait Mockbride", "en"),
        ("PERSON", "Quilp", ""),
        ("DECIDED", "felmarda", "und"),
        ("DECIDED", "felmarda", ""),
        ("DECIDED", "rose", ""),
        ("PARTICIPANT", "IRL-01", ""),
        ("INITIALS", "QH", "und"),
    ],
    "en": [("PERSON", "Quilp", ""), ("DECIDED", "felmarda", "und"), ("CODER", "=sum", ""), ("KEPT", "rose", "")],
}


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    for export, rows in LISTS.items():
        files.write_csv(f"{export}.csv", ("type", "words", "languages"), rows)
    return [f"{export}.csv" for export in LISTS]


def written() -> list[dict[str, str]]:
    with LEAK_TABLE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_table_is_its_owners_and_says_where_each_identifier_is_listed(lists: list[str]) -> None:
    hits = [
        Hit(kind, words, words.upper())
        for rows in LISTS.values()
        for kind, words, _ in rows
        if kind not in ("KEPT", "INITIALS")
    ]
    leak_table.write(lists, [[Leak("results/a.csv", "line 1", hit) for hit in dict.fromkeys(hits)]])
    assert LEAK_TABLE.stat().st_mode & 0o777 == 0o600
    assert {row["identifier"]: row["listed_in"] for row in written()} == {
        "Aoifnait Mockbride": "the register or the list of identifiers",
        "Quilp": "replaced in ie and en",
        "felmarda": "a decision for everywhere; replaced by a decision in ie",
        "rose": "replaced by a decision in ie",
        "IRL-01": "the register or an export: ie",
        "'=sum": "the register or an export: en",
    }
    assert [tuple(row.values())[:5] for row in written()][2] == (
        *("results/a.csv", "line 1", "decided", "felmarda", "FELMARDA"),
    )
    leak_table.forget()
    leak_table.forget()
    assert not LEAK_TABLE.exists()


def test_initials_before_a_turn_are_somebodys_name(lists: list[str]) -> None:
    found = Search([Watched("INITIALS", "QH")], languages=["en"]).hits("So it was.\nQ.H.: I said so.")
    assert found == {Hit("PERSON", "QH", "Q.H.")}
    leak_table.write(lists, [[Leak("results/a.csv", "line 2", hit) for hit in found]])
    assert [row["listed_in"] for row in written()] == ["the register or the list of identifiers"]


PEOPLE = ("Quincey Mockbride", "Mockbride", "Quincey")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Mrs Mockbride",
            "Mockbride, Quincey",
            "Quincey & Tom Mockbride",
            "quinceymockbride",
            "ockbride told",
            "Quinc",
        ),
        *("IRL-01", "irl 01", "m.sallow", "Talk_Zork", "talk zork", "+353 86 123 4567", "086 1234567", "a@b.example"),
        *("/srv/interviews/study", "at ant-eater7", "Sum-Total", "felmarda", "Q.M.: yes", "Quillon came"),
    ],
)
def test_each_identifier_that_is_found_is_listed_somewhere(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a text of the study or in a result: the table says of every row where its identifier comes from."""
    monkeypatch.chdir(tmp_path)
    rows = [("PERSON", name, "en") for name in PEOPLE]
    rows += [("PARTICIPANT", "IRL-01", ""), ("CODER", "m.sallow", ""), ("DOCUMENT", "Talk_Zork.docx", "")]
    rows += [("PHONE", "+353 86 123 4567", ""), ("EMAIL", "a@b.example", ""), ("PERSON", "Sum-Total", "")]
    rows += [("DECIDED", "felmarda", "und"), ("INITIALS", "QM", "und"), ("PART", "Quillon", "en")]
    files.write_csv("ie.csv", ("type", "words", "languages"), rows)
    watched, kept = watched_names.read(["ie.csv"])
    search = Search(watched, kept=kept, languages=["en"])
    hits = {*search.hits(text), *search.hits_stated(text), *TRACES.hits(text)}
    assert hits
    leak_table.write(["ie.csv"], [[Leak("a", "line 1", hit) for hit in sorted(hits)]])
    assert all(row["listed_in"] for row in written())


def test_formulas_in_words_and_names_of_files_are_harmless(lists: list[str]) -> None:
    leak_table.write(lists, [[Leak("=a", "+b", Hit("PERSON", "@c", "-d"))]])
    assert all(field.startswith("'") for field in list(written()[0].values())[:2])
    assert [written()[0][name] for name in ("identifier", "as_found")] == ["'@c", "'-d"]


def test_a_long_table_is_cut_and_says_what_is_left_out(lists: list[str]) -> None:
    looked_at: list[str] = []

    def alarm(name: str, rows: int) -> Iterator[Leak]:
        looked_at.append(name)
        yield from (Leak(name, f"line {number}", Hit("PERSON", "Quilp", "Quilp")) for number in range(rows))

    leak_table.write(lists, [alarm("a", 900), alarm("b", 103), alarm("c", 7), alarm("d", 7)])
    assert looked_at == ["a", "b"]
    *rows, last = written()
    assert len(rows) == 1000 and rows[-1]["file"] == "b"
    assert last["file"] == "left out: 3 more rows and all of 2 more files" and not any(list(last.values())[1:])
    leak_table.write(lists, [alarm("a", 1000)])
    assert len(written()) == 1000


def test_no_advice_is_cut_whatever_is_found() -> None:
    kinds = ["PERSON", "DECIDED", "PHONE", *CALLED, *machine_traces.KINDS]
    for some in (set(some) for number in range(1, 5) for some in combinations(kinds, number)):
        for said in (
            *(advice.on_content(some, is_made) for is_made in (True, False)),
            *(advice.on_name(some, is_made) for is_made in (True, False)),
            *(advice.on_stated(some, is_code, is_asked) for is_code in (True, False) for is_asked in (True, False)),
        ):
            assert str(LEAK_TABLE) in said
            assert said in str(Problem("file", "", "what", said))
