"""What changed between two builds: every changed cell is explained by the codings that changed. All is invented."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.changes import change_report, comparison
from crosscase.changes.coding_changes import Place, cell_of
from crosscase.changes.compared import Build
from crosscase.changes.comparison import Comparison
from crosscase.coding.cell_codings import list_codings
from crosscase.storage import files
from crosscase.storage.schemas import Cell, CellCoding, CodebookEntry, Segment, State
from crosscase.study.facts import MarkRule
from tests.builders.analysed_study import analysed

CODES, GROUPS = ("time", "money"), ("A", "B")
PEOPLE = {"P1": "A", "P2": "A", "P3": "B"}


def segment(participant: str, code: str, start: int | None, export: str = "x", coder: str | None = "C1") -> Segment:
    where = f"D-{participant}", participant, PEOPLE[participant], "d"
    return Segment(f"{export}{start}{participant}", export, *where, code, coder, start, start, None)


SEGMENTS = st.lists(
    st.builds(
        segment,
        st.sampled_from(sorted(PEOPLE)),
        st.sampled_from(CODES),
        st.sampled_from([None, 1, 2]),
        st.sampled_from(["x", "y"]),
        st.sampled_from([None, "C1", "C2"]),
    ),
    max_size=8,
)


def build(segments: Sequence[Segment], codes: Sequence[str] = CODES, people: Sequence[str] = (*PEOPLE,)) -> Build:
    """A build whose cells are counted from its segments, as the pipeline counts them."""
    codings = list_codings(segment for segment in segments if segment.participant in people)
    asked = Counter(PEOPLE[person] for person in people)
    cells = [cell(("d", code, group), codings, asked[group]) for code in codes for group in GROUPS]
    entries = [CodebookEntry(code, "d", code.title(), "", "", [code.title()], True, []) for code in codes]
    return Build(cells, codings, frozenset(people), entries)


def cell(place: Place, codings: Sequence[CellCoding], interviewed: int) -> Cell:
    """The cell of these codings."""
    own = [coding for coding in codings if cell_of(coding) == place]
    raised, passages = {c.participant for c in own}, {(c.export, c.participant, c.passage) for c in own}
    return Cell(*place, State.PRESENT if raised else State.ABSENT, len(raised), interviewed, len(passages))


def rows_of(found: Comparison) -> list[dict[str, str]]:
    """The rows of the table, as somebody reads them who has the file alone."""
    text = files.csv_text(change_report.COLUMNS, change_report.rows(found))
    return list(csv.DictReader(io.StringIO(text, newline="")))


CAME, WENT = {"came", "new", "from"}, {"went", "gone", "to"}


def assert_explained(old: Build, new: Build) -> Comparison:
    """The law: the codings that the table lists lead from the old codings of each cell to the new ones.

    A cell that differs is in the table. One with other participants or segments has a coding there, or another reason.
    """
    found = comparison.compare(old, new)
    ids: dict[Place, Counter[str]] = defaultdict(Counter)
    for coding in found.renamed.codings:
        ids[cell_of(coding)][coding.segment_id] += 1
    explained = defaultdict(list)
    for row in rows_of(found):
        place = row["domain"], row["code"], row["group"]
        explained[place].append(row)
        kind = row["reason"].partition("_")[0]
        if row["segment_id"] or row["old_segment_id"]:
            assert kind in CAME | WENT | {"within"}, row
            ids[place][row["old_segment_id"]] -= kind in WENT | {"within"}
            ids[place][row["segment_id"]] += kind in CAME | {"within"}
    after: dict[Place, Counter[str]] = defaultdict(Counter)
    for coding in new.codings:
        after[cell_of(coding)][coding.segment_id] += 1
    assert {place: +count for place, count in ids.items() if +count} == dict(after)
    assert not any(-count for count in ids.values())
    cells = {(c.domain, c.code, c.group): c for c in new.cells}
    for place, before in {(c.domain, c.code, c.group): c for c in found.renamed.cells}.items():
        if before != cells.get(place):
            assert all(row["reason"] for row in explained[place]), place
            assert explained[place], place
    return found


@given(SEGMENTS, SEGMENTS)
def test_the_listed_codings_account_for_every_changed_cell(old: list[Segment], new: list[Segment]) -> None:
    assert_explained(build(old), build(new))


@given(SEGMENTS, SEGMENTS)
def test_a_new_export_is_explained_by_its_codings_alone(old: list[Segment], further: list[Segment]) -> None:
    later = [replace(item, export="z", segment_id=f"z{item.segment_id}") for item in further]
    found = assert_explained(build(old), build([*old, *later]))
    assert {row["reason"] for row in rows_of(found)} <= {"came_export"}
    assert found.tally.came == len(later)


@given(SEGMENTS)
def test_a_second_coder_is_explained_and_changes_no_cell_of_passages(old: list[Segment]) -> None:
    old = list({(item.participant, item.code, item.start): item for item in old if item.start}.values())
    second = [replace(item, coder="C9", segment_id=f"second{item.segment_id}") for item in old]
    found = assert_explained(build(old), build([*old, *second]))
    assert {row["reason"] for row in rows_of(found)} <= {"came_coder"}
    assert all(change.is_same for change in found.cells)
    assert found.totals == []


@given(SEGMENTS)
def test_a_withdrawal_is_explained_by_the_participant(old: list[Segment]) -> None:
    digests = {"x": "1", "y": "2"}
    whole, later = (replace(build(old, people=who), export_digests=digests) for who in ([*PEOPLE], ["P2", "P3"]))
    found = assert_explained(whole, later)
    gone = [row for row in rows_of(found) if row["participant"]]
    assert len(gone) == sum(item.participant == "P1" for item in old)
    assert {(row["participant"], row["reason"]) for row in gone} <= {("P1", "went_participant")}
    assert found.interviewed == {("A", ""): (2, 1)}


@given(SEGMENTS)
def test_a_renamed_code_is_one_sentence_and_no_changed_cell(old: list[Segment]) -> None:
    later = [replace(item, code="lack" if item.code == "time" else item.code) for item in old]
    new = build(later, ("lack", "money"))
    new = replace(new, codebook=[replace(entry, aliases=["Time"]) for entry in new.codebook[:1]] + [*new.codebook[1:]])
    found = assert_explained(build(old), new)
    assert (found.cells, found.totals, found.codings) == ([], [], [])
    text = change_report.text(found)
    assert "d/lack: id before: d/time; label before: Time; other names now: Time" in text


@given(SEGMENTS)
def test_codes_that_became_one_are_explained(old: list[Segment]) -> None:
    later = [replace(item, code="money") for item in old]
    new = build(later, ["money"])
    new = replace(new, codebook=[replace(new.codebook[0], aliases=["Time"])])
    found = assert_explained(build(old), new)
    assert "d/time: now part of d/money" in change_report.text(found)


@given(SEGMENTS)
def test_the_same_build_shows_no_change_whatever_the_order(old: list[Segment]) -> None:
    one = build(old)
    other = replace(one, codings=[*one.codings][::-1])
    found = comparison.compare(one, other)
    assert found.is_empty
    assert list(change_report.rows(found)) == []


def reasons_of(old: Build, new: Build) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in rows_of(comparison.compare(old, new)):
        found.setdefault("/".join((row["domain"], row["code"], row["group"])), set()).add(row["explanation"])
    return found


TIME, MONEY = segment("P1", "time", 1), segment("P1", "money", 1)


@pytest.mark.parametrize(
    ("old", "new", "reasons"),
    [
        ([], [TIME], {"d/time/A": {"the export is new"}}),
        ([TIME, segment("P1", "time", 2)], [TIME], {"d/time/A": {"no longer there"}}),
        (
            [TIME],
            [MONEY],
            {
                "d/time/A": {"counts for d/money/A now"},
                "d/money/A": {"counted for d/time/A before"},
            },
        ),
        (
            [TIME],
            [replace(TIME, export="z", segment_id="z1")],
            {"d/time/A": {"another participant, export, passage or coder"}},
        ),
    ],
)
def test_what_became_of_a_coding(old: list[Segment], new: list[Segment], reasons: dict[str, set[str]]) -> None:
    assert reasons_of(build(old), build(new)) == reasons


@pytest.mark.parametrize(
    ("digests", "came", "went"),
    [
        (("1", "1"), "not counted before, though the export had it", "no longer counted, though the export has it"),
        (("1", "2"), "new in the export", "no longer in the export"),
    ],
)
def test_the_file_says_why_a_coding_counts(digests: tuple[str, str], came: str, went: str) -> None:
    one, other = (
        replace(build([TIME, *more]), export_digests={"x": digest})
        for more, digest in zip(([], [MONEY]), digests, strict=True)
    )
    assert reasons_of(one, other) == {"d/money/A": {came}}
    other, one = replace(one, export_digests={"x": digests[1]}), replace(other, export_digests={"x": digests[0]})
    assert reasons_of(one, other) == {"d/money/A": {went}}


def test_other_causes_are_named() -> None:
    assert reasons_of(build([], people=["P1"]), build([]))["d/time/A"] == {"interviewed participants: 1 before, 2 now"}
    one = build([TIME])
    merged = replace(one, cells=[replace(cell, segments=(cell.segments or 0) * 2) for cell in one.cells])
    assert reasons_of(one, merged) == {"d/time/A": {"`merging` in study.yaml counts codings as segments differently"}}
    gap = replace(one, cells=[replace(one.cells[0], state=State.NOT_CODED, participants=None), *one.cells[1:]])
    assert reasons_of(one, gap)["d/time/A"].pop().startswith("the study declares something else")


def test_another_rule_is_named_also_where_codings_came_and_none_is_named_that_is_the_same() -> None:
    """Of a mark that a further coding seemed to take away, nobody was told that the rule is another."""
    old, second = build([TIME]), segment("P1", "time", 2)
    twice = replace(analysed().study, rule=MarkRule(at_least=2))
    new = build([TIME, second])
    new = replace(new, cells=[replace(new.cells[0], state=State.ABSENT), *new.cells[1:]])
    one, other = replace(old, study=analysed().study), replace(new, study=twice)
    assert reasons_of(one, other) == {"d/time/A": {"new", "the rule for marks differs"}}
    assert reasons_of(one, replace(new, study=one.study)) == {"d/time/A": {"new"}}
    same = replace(old, cells=[replace(old.cells[0], state=State.ABSENT), *old.cells[1:]], study=one.study)
    assert reasons_of(one, same)["d/time/A"] == {
        "the rule for marks, or codings of other codes or coders that it counts, differ"
    }


def test_the_text_does_not_list_what_nobody_looks_for() -> None:
    """Another number of interviewed participants is a line a group, a new code without a mark is one line."""
    lines = change_report.text(comparison.compare(build([], people=["P1"]), build([], (*CODES, "trust")))).splitlines()
    assert not [line for line in lines if "d/time/" in line or "d/trust/" in line]
    assert {"  A: 1 → 2", "  B: 0 → 1", "  d/trust: new"} <= set(lines)


def test_who_was_asked_about_a_domain_is_told_for_the_domain() -> None:
    old = build([TIME])
    other = [replace(c, domain="e", interviewed=1, not_asked=c.interviewed - 1) for c in old.cells]
    before, after = (
        replace(old, cells=[*old.cells, *cells]) for cells in ([replace(c, domain="e") for c in old.cells], other)
    )
    assert "  A, e: 2 → 1" in change_report.text(comparison.compare(before, after)).splitlines()
    said = reasons_of(before, after)["e/time/A"]
    assert said == {"interviewed participants: 2 before, 1 now", "who was asked about the domain differs"}
    guide = replace(old, cells=[replace(cell, not_asked=0) for cell in old.cells])
    assert comparison.compare(old, guide).is_empty  # a guide that names nobody changes nothing


def test_what_is_not_known_of_a_codebook_is_no_change() -> None:
    new = build([TIME])
    new = replace(new, codebook=[replace(entry, label=f"{entry.label}!", definition="new") for entry in new.codebook])
    old = build([TIME])
    for known, said in (
        (old, "  d/time: label before: Time; another definition or use"),
        (replace(old, has_labels_alone=True), "  d/time: label before: Time"),
        (replace(old, codebook=[]), None),
    ):
        lines = [line for line in change_report.text(comparison.compare(known, new)).splitlines() if "d/time" in line]
        assert lines == ([said] if said else [])


def test_a_long_list_is_cut_and_says_so() -> None:
    codes = [f"code{number}" for number in range(50)]
    text = change_report.text(comparison.compare(build([]), build([segment("P1", code, 1) for code in codes], codes)))
    assert text.count("… and 20 more: --html and --csv list all") == 2  # totals and cells
    assert text.count("… and 22 more") == 1  # codes: two are gone


def test_a_total_is_shown_as_in_the_tables() -> None:
    one = build([TIME])
    unknown = replace(
        one, cells=[one.cells[0], replace(one.cells[1], state=State.UNKNOWN, participants=None), *one.cells[2:]]
    )
    assert "  d/time: 1–2 → 1" in change_report.text(comparison.compare(unknown, one)).splitlines()


def test_other_keys_are_said_first() -> None:
    lines = change_report.text(
        comparison.compare(build([TIME]), replace(build([]), people=frozenset(["Q1"])))
    ).splitlines()
    assert "no pseudonym in common" in lines[0]
    assert {"Cells with another state: 1", "  d/time: 1 → 0"} <= set(lines)
