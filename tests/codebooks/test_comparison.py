"""What became of the codes of one codebook in another: nothing is lost, nothing guessed is claimed."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.codebooks import adoption, codebook_formats, comparison_report, study_csv
from crosscase.codebooks.alignment import aligned
from crosscase.codebooks.comparison import Change, Comparison, Kind, compare
from crosscase.codebooks.listed import ListedCode, ListedCodebook, Source, complete, key
from crosscase.coding import codebook
from crosscase.messages.errors import StudyError
from crosscase.storage import files
from crosscase.study.facts import Domain


def book(*codes: str | tuple[str, str], separator: str = " > ") -> ListedCodebook:
    """A codebook of paths, or of paths and definitions."""
    pairs = [code if isinstance(code, tuple) else (code, "") for code in codes]
    listed = (
        ListedCode(tuple(path.split(separator)), definition, None, f"row {number}")
        for number, (path, definition) in enumerate(pairs, 2)
    )
    return ListedCodebook("c.csv", "Invented", *complete(listed))


def change_lines(old: ListedCodebook, new: ListedCodebook) -> list[str]:
    """The changes as the report shows them."""
    lines = comparison_report.text(old, new, compare(old, new)).split("\n\n")[1:]
    return [f"{block.split(' (')[0]}:{line[1:]}" for block in lines for line in block.rstrip("\n").split("\n")[1:]]


CASES: dict[str, tuple[tuple[list[Any], list[Any]], list[str]]] = {
    "nothing": ((["A > x"], ["a >  X"]), []),
    "added and removed": ((["A > x"], ["A > unlike"]), ["removed: A > x", "added: A > unlike"]),
    "moved": ((["A > x", "A > y", "B"], ["A > y", "B > x"]), ["moved: A > x  →  B > x"]),
    "several candidates": (
        (["A > other", "B", "C"], ["A", "B > other", "C > other"]),
        ["removed: A > other", "added: B > other", "added: C > other"],
    ),
    "perhaps moved": (
        (["A > other", "B", "C > other"], ["A", "B > other", "C > other"]),
        ["moved?: A > other  →  B > other"],
    ),
    "a folder moved": (
        (["A > F > x", "A > F > y"], ["A", "F > x", "F > y"]),
        ["moved: A > F  →  F  (together with 2 codes below it)"],
    ),
    "a folder renamed": (
        (["Old > x", "Old > y", "Old > y > z"], ["New > x", "New > y", "New > y > z"]),
        ["renamed?: Old  →  New  (2 names below both the same, together with 3 codes below it)"],
    ),
    "a folder renamed and filled": (
        (["Old > x", "Old > y"], ["New > x", "New > y", "New > unlike"]),
        [
            "added: New > unlike",
            "renamed?: Old  →  New  (2 names below both the same, together with 2 codes below it)",
        ],
    ),
    "two folders alike": (
        (["Old > x"], ["New > x", "Other > x"]),
        [
            *("removed: Old  (a level, not a code)", "removed: Old > x"),
            *("added: New  (a level, not a code)", "added: New > x"),
            *("added: Other  (a level, not a code)", "added: Other > x"),
        ],
    ),
    "renamed by definition": (([("A", "of it")], [("Z", " of  it")]), ["renamed: A  →  Z  (same definition)"]),
    "one definition of two codes": (
        ([("A", "of it"), ("B", "of it")], [("Z", "of it")]),
        ["removed: A", "removed: B", "added: Z"],
    ),
    "perhaps renamed": (
        (["Lack of time"], ["Lack of times"]),
        ["renamed?: Lack of time  →  Lack of times  (similarity 96 of 100)"],
    ),
    "not like enough": ((["Lack of time"], ["Lack of trust"]), ["removed: Lack of time", "added: Lack of trust"]),
    "as like as another": (
        (["Lack of time"], ["Lack of time 1", "Lack of time 2"]),
        ["removed: Lack of time", "added: Lack of time 1", "added: Lack of time 2"],
    ),
    "definitions": (
        ([("A", "one"), ("B", "two"), "C"], [("A", "other"), "B", ("C", "new")]),
        ["definition changed: A", "definition changed: B  (removed)", "definition changed: C  (new)"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_every_change_is_listed_once_by_its_kind(case: str) -> None:
    (old, new), changes = CASES[case]
    assert change_lines(book(*old), book(*new)) == changes


def refi(*codes: tuple[str, str, bool]) -> ListedCodebook:
    listed = [ListedCode(tuple(path.split(" > ")), "", codable, "", guid) for path, guid, codable in codes]
    return ListedCodebook("c.qdc", "REFI-QDA", *complete(listed))


def test_a_guid_says_what_a_name_cannot() -> None:
    old = refi(("A", "1", True), ("A > x", "2", True), ("B", "3", True))
    new = refi(("A", "9", True), ("B", "3", False), ("B > unlike", "2", True))
    assert change_lines(old, new) == [
        "renamed and moved: A > x  →  B > unlike  (same GUID)",
        "codable changed: B  (yes → no)",
    ]


def test_an_id_of_ours_is_only_a_guess() -> None:
    def ours(label: str) -> ListedCodebook:
        domain = ListedCode(("Barriers",), "", None, "", listed=False, id="barriers", also=("barriers",))
        return ListedCodebook("", "", [domain, ListedCode(("Barriers", label), "", True, "", id="time")], [])

    assert change_lines(ours("Time"), ours("Hours")) == ["renamed?: Barriers > Time  →  Barriers > Hours  (same id)"]


def test_domains_of_ours_are_left_out_where_the_other_codebook_has_none() -> None:
    mine = ours(book("Barriers > Time", "Barriers > Other", "Factors > Money", "Factors > Other"))
    assert change_lines(mine, book("Barriers > Time", "Barriers > Other", "Factors > Money", "Factors > Other")) == []
    assert change_lines(ours(book("Time", "Money")), book("Time", "Money")) == []
    flat = change_lines(mine, book("Time", "Other", "Money"))  # "Other" is one there: of ours it is the first domain's
    assert "added: Other" not in flat
    assert "removed: Factors > Other" in flat


NAMES = st.sampled_from(["a", "b", "B", "long name", "long names", "long name 2", "=c"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map(" > ".join)
BOOKS = st.lists(st.tuples(PATHS, st.sampled_from(["", "", "one", "two"])), min_size=1, max_size=9).map(
    lambda c: book(*c)
)


def ours(codes: ListedCodebook) -> ListedCodebook:
    adopted = adoption.adopt(codes, [])
    return ListedCodebook("codebook.csv", "", *complete(study_csv.listed(adopted.entries, adopted.domains)))


ANY = st.one_of(BOOKS, BOOKS.map(ours))


@given(ANY)
def test_a_codebook_equals_itself(codes: ListedCodebook) -> None:
    compared = compare(codes, codes)
    assert not compared.changes
    assert not compared.along
    assert compared.same == [(code.path, code.path) for code in codes.codes]


@given(ANY, ANY)
def test_every_path_is_accounted_for_once(old: ListedCodebook, new: ListedCodebook) -> None:
    compared = compare(old, new)
    if old.path != new.path:  # ours and another: a domain may be a level of the other, or left out
        old, new = (ListedCodebook("", "", list(codes.values()), []) for codes in aligned(old.codes, new.codes))
    inner = (Kind.DEFINITION, Kind.CODABLE)
    changed = [(change.old, change.new) for change in compared.changes if change.kind not in inner]
    for side, codes in enumerate((old, new)):
        found = [pair[side] for pair in (*compared.same, *compared.along, *changed) if pair[side]]
        assert Counter(found) == Counter(code.path for code in codes.codes)
    assert {(c.old, c.new) for c in compared.changes if c.kind in inner} <= {
        *compared.same,
        *compared.along,
        *(pair for pair in changed if all(pair)),
    }
    assert all(key(a) == key(b) for a, b in compared.same)


def mirrored(change: Change) -> Change:
    kind = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED}.get(change.kind, change.kind)
    turned = {"new": "removed", "removed": "new", "yes → no": "no → yes", "no → yes": "yes → no"}
    detail = turned.get(change.detail, change.detail)
    return Change(kind, change.new, change.old, detail, change.after, change.before)


@given(ANY, ANY)
def test_the_comparison_is_symmetric(old: ListedCodebook, new: ListedCodebook) -> None:
    there, back = compare(old, new), compare(new, old)
    assert set(map(mirrored, back.changes)) == set(there.changes)
    assert {(b, a) for a, b in back.same} == set(there.same)
    assert {(b, a) for a, b in back.along} == set(there.along)


@given(ANY, BOOKS, st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(old: ListedCodebook, new: ListedCodebook, chance: Random) -> None:
    rows = list(new.codes)
    chance.shuffle(rows)
    assert set(compare(old, ListedCodebook("", "", rows, [])).changes) == set(compare(old, new).changes)


@given(BOOKS, st.sampled_from([[], [Domain("a", "A"), Domain("x_y", "long name", ["b"])]]), st.booleans())
def test_an_imported_codebook_is_what_it_was_imported_from(
    tmp_path_factory: pytest.TempPathFactory, codes: ListedCodebook, study: list[Domain], roots_are_codes: bool
) -> None:
    path = str(tmp_path_factory.mktemp("import") / "codebook.csv")
    names = {("a",), ("b",), ("long name",)}  # of the domains of the study
    try:
        adopted = adoption.adopt(codes, study, roots_are_codes=roots_are_codes)
    except StudyError:  # nothing but names of the study's domains
        assert all(key(code.path) in names for code in codes.codes)
        return
    files.write_csv(path, *adoption.table(adopted.entries))
    assert codebook.read(path, adopted.domains) == adopted.entries
    both = {("b",), ("long name",)} <= {key(code.path) for code in codes.codes}  # two roots that are one domain
    if not adopted.repeated and not (study and both):
        for domains in (adopted.domains, adopted.domains if study else []):
            compared = compare(codes, codebook_formats.read(Source(path, domains=domains)))
            empty = [change for change in compared.changes if change.kind is Kind.REMOVED and key(change.old) in names]
            assert compared.changes == (empty if study else [])  # a domain of the study without a code is not written


def drift(sample: Callable[[str], Path]) -> tuple[ListedCodebook, ListedCodebook, Comparison]:
    names = ("taguette/codebook_20220223_0.csv", "taguette/codebook_20220303_8.csv")
    old, new = (codebook_formats.read(Source(str(sample(name)))) for name in names)
    return old, new, compare(old, new)


def test_the_drift_of_a_real_codebook(sample: Callable[[str], Path]) -> None:
    old, new, compared = drift(sample)
    kinds = Counter(change.kind for change in compared.changes)
    assert (old.count, new.count, len(compared.same)) == (120, 22, 11)
    assert kinds == {Kind.REMOVED: 108, Kind.ADDED: 10, Kind.RENAMED: 1, Kind.DEFINITION: 6}
    assert "11 in the same place, 108 removed, 10 added, 1 renamed, 6 definition changed" in comparison_report.text(
        old, new, compared
    )


def test_both_lists_of_a_real_project_say_the_same(sample: Callable[[str], Path]) -> None:
    names = ("atlasti/20250914_codebook_full.csv", "atlasti/20250914_code_list_frequencies.csv")
    old, new = (codebook_formats.read(Source(str(sample(name)))) for name in names)
    assert compare(old, new).changes == []
    assert len(compare(old, new).same) == 465


def test_the_table_has_a_row_for_each_change(sample: Callable[[str], Path]) -> None:
    *_, compared = drift(sample)
    rows = list(comparison_report.rows(compared))
    assert len(rows) == len(compared.changes)
    assert {len(row) for row in rows} == {len(comparison_report.COLUMNS)}
    assert all(re.fullmatch(r"[a-z ]+\??", row[0]) for row in rows)
