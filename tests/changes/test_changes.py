"""What changed between two builds: every changed cell is explained by the codings that changed. All is invented."""

import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase import cli
from crosscase.changes import cell_changes, change_report, coding_changes
from crosscase.changes.cell_changes import Build
from crosscase.changes.coding_changes import cell_of
from crosscase.storage import files
from crosscase.storage.schemas import Cell, CellCoding, State
from tests.builders.projects import Study

CODES, GROUPS = ("time", "money"), ("A", "B")


def coding(participant: str, code: str, start: int | None, export: str = "x", coder: str | None = "C1") -> CellCoding:
    group, document = ("A" if participant < "P3" else "B"), f"D-{participant}"
    return CellCoding("d", code, group, participant, export, f"{export}{start}", document, start, start, coder, 1)


CODINGS = st.lists(
    st.builds(
        coding,
        st.sampled_from(["P1", "P2", "P3"]),
        st.sampled_from(CODES),
        st.sampled_from([None, 1, 2]),
        st.sampled_from(["x", "y"]),
        st.sampled_from([None, "C1", "C2"]),
    ),
    max_size=8,
)


def build(codings: list[CellCoding], interviewed: int = 3) -> Build:
    """A build whose cells are counted from its codings."""
    cells = []
    for code in CODES:
        for group in GROUPS:
            own = [item for item in codings if (item.code, item.group) == (code, group)]
            people = len({item.participant for item in own})
            state = State.PRESENT if people else State.ABSENT
            cells.append(Cell("d", code, group, state, people, interviewed, len(own)))
    return Build(cells, codings, frozenset(["P1", "P2", "P3"]))


@given(CODINGS, CODINGS)
def test_the_changes_lead_from_one_build_to_the_other(old: list[CellCoding], new: list[CellCoding]) -> None:
    changes = coding_changes.compare(old, new)
    counted = Counter((*cell_of(item), item.participant, item.export) for item in old)
    counted.subtract((*cell_of(item.old), item.old.participant, item.old.export) for item in changes if item.old)
    counted.update((*cell_of(item.new), item.new.participant, item.new.export) for item in changes if item.new)
    assert +counted == Counter((*cell_of(item), item.participant, item.export) for item in new)
    assert not -counted


@given(CODINGS, CODINGS)
def test_every_cell_that_differs_has_a_reason(old: list[CellCoding], new: list[CellCoding]) -> None:
    one, other = build(old), build(new)
    changes = coding_changes.compare(old, new)
    for change in cell_changes.compare(one, other, changes):
        assert list(cell_changes.reasons(change, one, other)), change


@given(CODINGS)
def test_the_same_build_shows_no_change_whatever_the_order(codings: list[CellCoding]) -> None:
    assert coding_changes.compare(codings, codings[::-1]) == []
    assert cell_changes.compare(build(codings), build(codings[::-1]), []) == []


def reasons_of(old: Build, new: Build) -> dict[str, list[str]]:
    changed = cell_changes.compare(old, new, coding_changes.compare(old.codings, new.codings))
    return {"/".join(change.place): list(cell_changes.reasons(change, old, new)) for change in changed}


TIME, MONEY = coding("P1", "time", 1), coding("P1", "money", 1)


@pytest.mark.parametrize(
    ("old", "new", "reasons"),
    [
        ([], [TIME], {"d/time/A": ["1 coding came: the export had not been in the study (export x, coder C1)"]}),
        ([TIME, TIME], [TIME], {"d/time/A": ["1 coding went (export x, coder C1)"]}),
        (
            [TIME],
            [MONEY],
            {
                "d/time/A": ["1 coding counts for d/money/A now (export x, coder C1)"],
                "d/money/A": ["1 coding counted for d/time/A before (export x, coder C1)"],
            },
        ),
        (
            [TIME],
            [replace(TIME, export="z", segment_id="z1")],
            {"d/time/A": ["1 coding counts for another participant, export or passage (export z, coder C1)"]},
        ),
    ],
)
def test_what_became_of_a_coding(old: list[CellCoding], new: list[CellCoding], reasons: dict[str, list[str]]) -> None:
    assert reasons_of(build(old), build(new)) == reasons


def test_a_withdrawal_says_that_the_participant_is_gone() -> None:
    new = replace(build([]), people=frozenset(["P2", "P3"]))
    found = reasons_of(build([TIME]), new)
    assert found == {"d/time/A": ["1 coding went: the participant is no longer in the study (export x, coder C1)"]}


def test_other_causes_are_named() -> None:
    assert reasons_of(build([]), build([], interviewed=4))["d/time/A"] == ["4 participants interviewed instead of 3"]
    one = build([TIME])
    merged = replace(one, cells=[replace(cell, segments=(cell.segments or 0) * 2) for cell in one.cells])
    assert reasons_of(one, merged) == {"d/time/A": ["`merging` counts codings as segments differently"]}
    gap = replace(one, cells=[replace(one.cells[0], state=State.NOT_CODED, participants=None), *one.cells[1:]])
    assert reasons_of(one, gap)["d/time/A"][0].startswith("what the study declares")


def test_other_keys_are_said_first() -> None:
    old, new = build([TIME]), replace(build([]), people=frozenset(["Q1"]))
    changes = coding_changes.compare(old.codings, new.codings)
    lines = change_report.text(old, new, cell_changes.compare(old, new, changes), changes).splitlines()
    assert "no pseudonym in common" in lines[0]
    assert lines[1].startswith("1 cell differs, 1 of them in state. 0 codings came, 1 went, 0 count elsewhere.")
    assert "d/time: total 1 → 0" in lines


def test_a_package_and_the_results_it_is_of_are_the_same(built: Study, capsys: pytest.CaptureFixture[str]) -> None:
    package = built.folder / "results/provenance/crate.zip"
    assert cli.main(["diff", "--study", str(built.folder), str(package)]) == 0
    assert capsys.readouterr().out.startswith("Nothing changed")


def test_a_coding_that_is_gone_from_a_package_is_listed_with_its_cell(
    built: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "crate"
    shutil.copytree(built.folder / "results/provenance/crate", old)
    path = old / "results/provenance/cell_codings.parquet"
    first, *others = files.read_rows(path, CellCoding)
    files.write_rows(path, CellCoding, others)
    table = tmp_path / "changes.csv"
    assert cli.main(["diff", str(old), str(built.folder), "--csv", str(table)]) == 0
    assert f"{'/'.join(cell_of(first))}: present" in capsys.readouterr().out
    assert table.read_text(encoding="utf-8").count("1 coding came") == 1
