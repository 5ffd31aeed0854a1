"""Mentions and cells: what must hold whatever the codings."""

from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.coding import cells
from crosscase.sample import counts
from crosscase.storage.schemas import Cell, CodebookEntry, Mention, Participant, Segment, State
from crosscase.study.facts import Declared, Group, NotCoded, SampleVariable
from tests.builders import counted_mentions
from tests.builders.invented_cells import COUNTRIES
from tests.builders.plain_runs import repeats

GROUPS = [Group("CZ", "Czech Republic", "CZ"), Group("NO", "Norway", "NO")]
ENTRIES = [
    CodebookEntry("group", "barriers", "Group", "", "", ["Group"], False, []),
    CodebookEntry("time", "barriers", "Time", "", "group", ["Group", "Time"], True, []),
    CodebookEntry("reach", "impacts", "Reach", "", "", ["Reach"], True, []),
]
FEWER = settings(max_examples=repeats(10, 25), deadline=None)  # an aggregation takes some milliseconds
GAPS = [NotCoded("NO", "impacts", "never coded")]
PEOPLE = [Participant(f"P-{n}", group, ["head"], True) for n, group in enumerate(["CZ", "CZ", "NO"])]


def segment(participant: Participant, code: str, start: int, coder: str = "C-1", export: str = "a") -> Segment:
    entry = next(entry for entry in ENTRIES if entry.code == code)
    return Segment(
        segment_id=f"{export}{participant.participant}{code}{start}{coder}",
        export=export,
        document=f"D-{participant.participant}",
        participant=participant.participant,
        group=participant.group,
        domain=entry.domain,
        code=code,
        coder=coder,
        start=start,
        end=start + 3,
        text="abc",
    )


SEGMENTS = st.builds(
    segment,
    st.sampled_from(PEOPLE),
    st.sampled_from(["time", "reach"]),
    st.integers(0, 3),
    st.sampled_from(["C-1", "C-2"]),
    st.sampled_from(["a", "b"]),
).filter(lambda s: (s.group, s.domain) != ("NO", "impacts"))
MANY = st.lists(SEGMENTS, max_size=20, unique_by=lambda segment: segment.segment_id)


def cells_of(
    mentioned: Iterable[Mention], people: Iterable[Participant], declared: Sequence[Declared] = ()
) -> list[Cell]:
    members = [(person.participant, person.group) for person in people]
    return cells.aggregate(mentioned, members, ENTRIES, GROUPS, GAPS, declared)


def aggregate(segments: Sequence[Segment]) -> list[Cell]:
    return cells_of(counted_mentions.count(segments), PEOPLE)


def test_each_codable_code_meets_each_group_once_in_order() -> None:
    assert [(cell.code, cell.group) for cell in aggregate([])] == [
        ("time", "CZ"),
        ("time", "NO"),
        ("reach", "CZ"),
        ("reach", "NO"),
    ]


def test_the_states_of_coded_material() -> None:
    said = [segment(PEOPLE[0], "time", 0), segment(PEOPLE[1], "time", 0)]
    time_cz, _, reach_cz, reach_no = aggregate([*said, segment(PEOPLE[0], "reach", 0)])
    assert (time_cz.state, time_cz.participants, time_cz.interviewed, time_cz.segments) == ("present", 2, 2, 2)
    assert (reach_cz.state, reach_cz.participants, reach_cz.segments) == ("present", 1, 1)
    assert (reach_no.state, reach_no.participants, reach_no.segments) == ("not_coded", None, None)


def test_absence_is_not_silence() -> None:
    """Without a coding in the domain a group is absent only where the study says that it was coded."""
    said = [segment(PEOPLE[0], "time", 0)]
    _, time_no, reach_cz, _ = aggregate(said)
    assert {(cell.state, cell.participants, cell.segments) for cell in (time_no, reach_cz)} == {("unknown", None, None)}
    assert (time_no.interviewed, reach_cz.interviewed) == (1, 2)
    declared = [Declared("NO", "barriers")]
    _, time_no, reach_cz, _ = cells_of(counted_mentions.count(said), PEOPLE, declared)
    assert (time_no.state, time_no.participants, time_no.segments, reach_cz.state) == ("absent", 0, 0, "unknown")


def test_a_passage_coded_by_two_coders_is_one_segment() -> None:
    (mention,) = counted_mentions.count([segment(PEOPLE[0], "time", 0, "C-1"), segment(PEOPLE[0], "time", 0, "C-2")])
    assert mention.segments == 1


@FEWER
@given(MANY, st.randoms())
def test_order_of_rows_and_exports_changes_no_cell(segments: list[Segment], chance: object) -> None:
    shuffled = list(segments)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    by_export = [counted_mentions.count(s for s in segments if s.export == export) for export in "ba"]
    people = list(reversed(PEOPLE)) * 2  # the anonymisation of each export writes the whole register
    assert aggregate(segments) == aggregate(shuffled) == cells_of([m for part in by_export for m in part], people)


@FEWER
@given(MANY, SEGMENTS)
def test_a_further_coding_never_takes_a_mark_away(segments: list[Segment], further: Segment) -> None:
    for before, after in zip(aggregate(segments), aggregate([*segments, further]), strict=True):
        assert not (before.state == State.PRESENT and after.state != State.PRESENT)
        assert (before.participants or 0) <= (after.participants or 0)
        assert (before.segments or 0) <= (after.segments or 0)


@FEWER
@given(MANY)
def test_counts_are_conserved(segments: list[Segment]) -> None:
    found = aggregate(segments)
    passages = {(s.export, s.document, s.code, s.start) for s in segments}
    assert sum(cell.segments or 0 for cell in found) == len(passages)
    for cell in found:
        assert (cell.participants or 0) <= cell.interviewed
        assert (cell.state == State.PRESENT) == bool(cell.participants)
        assert (cell.participants or 0) <= (cell.segments or 0)


def test_the_sample_is_counted_in_the_order_of_the_study() -> None:
    variable = SampleVariable("role", "Role", ["other", "head"])
    counted = [
        (c.variable, c.category, c.participants, c.percent)
        for c in counts.describe(PEOPLE, GROUPS, [variable], COUNTRIES)
    ]
    assert counted == [
        ("country", "CZ", 2, 66.7),
        ("country", "NO", 1, 33.3),
        ("role", "other", 0, 0.0),
        ("role", "head", 3, 100.0),
    ]


ROLE = SampleVariable("role", "Role", ["other", "head", "deputy"], broader={"heads": ["head", "deputy"]})
ANYBODY = st.lists(
    st.builds(
        Participant,
        st.integers(0, 99).map("P-{}".format),
        st.sampled_from(["CZ", "NO"]),
        st.sampled_from(ROLE.categories).map(lambda category: [category]),
        st.just(True),
        st.just("seed"),
    ),
    min_size=1,
    unique_by=lambda person: person.participant,
)


@given(ANYBODY, st.integers(1, 4))
def test_no_small_combination_of_group_and_category_is_published(people: list[Participant], k: int) -> None:
    found = list(counts.describe_by_group(people, GROUPS, [ROLE], k))
    assert [(cell.category, cell.group) for cell in found] == [
        (category, group) for category in ("other", "heads") for group in ("CZ", "NO")
    ]
    for cell in found:
        inside = ["other"] if cell.category == "other" else ["head", "deputy"]
        true = sum(person.group == cell.group and person.variables[0] in inside for person in people)
        assert cell.least <= true <= cell.most
        assert cell.participants in (None, true)
        assert cell.participants is None or not 0 < true < k
        assert k > 1 or cell.participants is not None


@pytest.mark.parametrize("order", [PEOPLE, PEOPLE[::-1], PEOPLE * 3])
def test_the_register_is_the_same_however_often_it_passes_the_door(order: list[Participant]) -> None:
    assert counts.unique(order) == PEOPLE
