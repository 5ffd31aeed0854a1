"""Renamed and merged codes: what an export names means the same code as before. All codes are invented."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from crosscase.codebooks import revisions
from crosscase.coding.codebook import Codebook, ambiguities
from crosscase.messages.errors import StudyError, UsageError
from crosscase.storage import files
from crosscase.storage.schemas import CodebookEntry
from tests.builders import revised_codebooks
from tests.builders.revised_codebooks import DOMAINS, HEADER, entries_of, merged, renamed, rows_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return revised_codebooks.write(tmp_path)


@pytest.mark.parametrize(
    ("name", "label", "aliases"),
    [
        ("time", "Too little time", {"time": ["Zeit", "Lack of time"]}),
        ("Lack of time", "LACK OF TIME", {}),
        ("Zeit", "Zeit", {"time": ["Zeit", "Lack of time"]}),
        ("trust", "Confidence", {"trust": ["Trust"]}),
        ("Staff > Other", "Rest", {"other_1": ["Staff > Other"]}),
        ("other_3", "Rest", {"other_3": ["Other"]}),
        (
            "staff",
            "Team",
            {
                "staff": ["Staff"],
                "time": ["Zeit", "Staff > Lack of time", "Staff > Zeit"],
                "other_1": ["Staff > Other"],
            },
        ),
        ("heading", "Title", {"heading": ["Heading"], "below": ["Unten", "Heading > Below it", "Heading > Unten"]}),
    ],
)
def test_a_renamed_code_keeps_its_former_names(
    name: str, label: str, aliases: dict[str, list[str]], path: Path
) -> None:
    before, old = rows_of(path), entries_of(path)
    after = renamed(path, name, label)
    code = revisions.find(old, name).code
    now = rows_of(path)
    assert list(now) == list(before)
    assert now[code]["label"] == label
    for row in now:
        changed = {column for column in now[row] if now[row][column] != before[row][column]}
        assert changed <= ({"label", "aliases"} if row == code else {"aliases"})
        assert now[row]["aliases"] == " | ".join(aliases.get(row, [before[row]["aliases"]]))
    means_the_same(old, after, {})


@pytest.mark.parametrize(
    ("names", "into", "aliases", "definition"),
    [
        (
            ["time"],
            "money",
            "Geld | Lack of time | Zeit | Staff > Lack of time | Staff > Zeit",
            "Pay, of any kind. Includes “Lack of time”: Hours.",
        ),
        (["other_2"], "other_1", "Money > Other", ""),
        (["Staff > Other", "other_2"], "other_3", "Staff > Other | Barriers > Staff > Other", ""),
        (["staff"], "money", "Geld | Staff", "Pay, of any kind. Includes “Staff”: Those who work there."),
        (["trust"], "time", "Zeit | Trust | Helps > Trust", "Hours."),
        (["heading"], "staff", "Heading", "Those who work there."),
    ],
)
def test_merged_codes_become_names_of_the_one_that_stays(
    names: list[str], into: str, aliases: str, definition: str, path: Path
) -> None:
    before, old = rows_of(path), entries_of(path)
    gone = {revisions.find(old, name).code: into for name in names}
    if into == "money" and names == ["staff"]:
        renamed(path, "other_1", "Rest")
        before, old = rows_of(path), entries_of(path)
    after = merged(path, names, into)
    now = rows_of(path)
    assert now.keys() == before.keys() - gone
    assert now[into]["definition"] == definition
    kept = ("domain", "code", "label", "parent", "order", "codable")
    assert {column: now[into][column] for column in kept} == {column: before[into][column] for column in kept}
    assert set(filter(None, before[into]["aliases"].split(" | "))) <= set(now[into]["aliases"].split(" | "))
    means_the_same(old, after, gone)
    own = filter(None, (before[code]["notes"] for code in (into, *gone)))
    assert now[into]["notes"] == "; ".join(own)


def means_the_same(old: Sequence[CodebookEntry], new: Sequence[CodebookEntry], gone: dict[str, str]) -> None:
    """Every name that meant a code means it, and a name of several codes means none of them alone by chance."""
    before, after = Codebook(old, DOMAINS), Codebook(new, DOMAINS)
    for name in before.names():
        code, now = before.resolve(name)[1], after.resolve(name)[1]
        if code:
            assert now == gone.get(code, code), name
        elif now:
            assert {gone.get(one, one) for one in before.meanings(name)} in ({now}, set()), name


@pytest.mark.parametrize(
    ("names", "into", "words"),
    [
        (["time"], "time", "a code cannot be merged into itself"),
        (["below"], "heading", "Set `codable` to yes in the codebook, or merge into another code."),
        (["staff"], "time", "it lies below staff. Merge time into staff, or write another parent for time first."),
        (["staff"], "money", "Merge these first: crosscase codebook merge other_1 other_2."),
        (["staff"], "trust", "codes are below staff, which is in another domain than trust. Write another parent"),
    ],
)
def test_what_cannot_be_merged_is_refused_in_a_sentence(names: list[str], into: str, words: str, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UsageError) as error:
        merged(path, names, into)
    assert words in str(error.value)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "label", "words"),
    [
        ("tiem", "X", "no code is called so. Did you mean 'time'?"),
        ("Other", "X", "several codes are called so. Write the id of one: other_1, other_2 or other_3."),
        (
            "time",
            "Other",
            "the code other_1 is called so under the same parent. Merge them: crosscase codebook merge time",
        ),
        ("time", "  ", "this is no new name. Write another label."),
        ("time", "Lack of time", "this is no new name. Write another label."),
        ("trust", "Zeit", "the name “zeit” in exports would mean trust, not time as before."),
    ],
)
def test_what_cannot_be_renamed_is_refused_in_a_sentence(name: str, label: str, words: str, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(UsageError) as error:
        renamed(path, name, label)
    assert words in str(error.value)
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["This | that", "|", "a|b|", "a\\|b", "\\"])
def test_the_sign_between_aliases_may_be_in_a_former_name(name: str, path: Path) -> None:
    rows = [
        HEADER.split(","),
        ["barriers", "a", name, "", "", "1", "yes", r"Or \| this | Both", ""],
        ["helps", "b", "B", "", "", "1", "yes", "", ""],
    ]
    files.write_csv(path, rows[0], rows[1:])
    old = entries_of(path)
    after = renamed(path, "a", "New")
    assert (after[0].label, after[0].aliases) == ("New", ["Or | this", "Both", name])
    means_the_same(old, after, {})
    into = merged(path, ["a"], "b")
    assert {"New", "Or | this", "Both", name} <= {*into[0].aliases}
    means_the_same(old, into, {"a": "b"})


def test_a_workbook_and_a_codebook_without_aliases_are_changed(tmp_path: Path) -> None:
    for name in ("codebook.xlsx", "codebook.csv"):
        path = tmp_path / name
        rows = [["domain", "code", "label", "parent"], ["barriers", "a", "A", ""], ["barriers", "b", "B", "a"]]
        if path.suffix == ".xlsx":
            book = xlsxwriter.Workbook(path)
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            book.close()
        else:
            path.write_text("\n".join(";".join(row) for row in rows), encoding="utf-8")
        found = {entry.code: entry for entry in renamed(path, "a", "Other A")}
        assert (found["a"].aliases, found["b"].aliases) == (["A"], ["A > B"])
        assert [entry.code for entry in merged(path, ["b"], "a")] == ["a"]


NAMES = st.sampled_from(["A", "b", "C c", "D", "e"])


@st.composite
def codebooks(draw: st.DrawFn) -> list[CodebookEntry]:
    """Codes in two domains, some below others, with names that repeat."""
    found: list[CodebookEntry] = []
    for number in range(draw(st.integers(2, 7))):
        domain = draw(st.sampled_from(DOMAINS)).id
        parents = [entry for entry in found if entry.domain == domain]
        parent = draw(st.sampled_from([None, *parents]))
        label, aliases = draw(NAMES), draw(st.lists(st.sampled_from(["x", "Y", "z > A", "D"]), max_size=1))
        path = [*(parent.path if parent else []), label]
        codable = draw(st.sampled_from([True, True, True, False]))
        entry = CodebookEntry(f"c{number}", domain, label, "", parent.code if parent else "", path, codable, aliases)
        if not list(ambiguities("", [*found, entry], DOMAINS)):
            found.append(entry)
    return found


@given(codebooks(), st.data())
def test_after_any_change_every_name_means_what_it_meant(entries: list[CodebookEntry], data: st.DataObject) -> None:
    code = data.draw(st.sampled_from([entry.code for entry in entries]))
    others = [entry.code for entry in entries if entry.code != code]
    gone: dict[str, str] = {}
    try:
        if merged := data.draw(st.lists(st.sampled_from(others), unique=True)) if others else []:
            gone = dict.fromkeys(merged, code)
            after = revisions.merge(entries, DOMAINS, list(gone), code).entries
        else:
            after = revisions.rename(entries, DOMAINS, code, data.draw(NAMES)).entries
    except UsageError:
        return
    assert {entry.code for entry in after} == {entry.code for entry in entries} - gone.keys()
    assert not list(ambiguities("", after, DOMAINS))
    means_the_same(entries, after, gone)


def test_a_codebook_with_a_fault_is_not_changed(path: Path) -> None:
    path.write_text(f"{HEADER}\nnowhere,a,A,,,1,yes,,\n", encoding="utf-8")
    with pytest.raises(StudyError, match=r"is not in config/study\.yaml"):
        renamed(path, "a", "B")
