"""Invented studies whose participants have variables of the register, for the further comparisons."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from hypothesis import strategies as st

from crosscase.comparisons import grouping, regrouped_cells
from crosscase.comparisons.grouping import Grouping
from crosscase.storage import files
from crosscase.storage.schemas import Cell, CodebookEntry, Mention, Participant
from crosscase.study import slices
from crosscase.study.facts import Declared, Domain, Group, NotCoded, SampleVariable, Study
from tests.builders import invented_cells

ENTRIES = [
    CodebookEntry(code, domain, code.title(), "", "", [code.title()], True, [])
    for code, domain in (("time", "barriers"), ("money", "barriers"), ("trust", "helps"))
]
SECRET = "a seed of the tests"


def study(groups: int = 3, categories: Sequence[int] = (4, 3), k: int = 3, language: str = "en") -> Study:
    """A study of schools with one variable for each number of categories; the second half of each is one broader."""
    variables = [
        SampleVariable(
            f"v{number}",
            f"Variable {number}",
            names := [f"v{number} kind {one}" for one in range(size)],
            broader={f"v{number} others": names[size // 2 :]} if size > 1 else {},
        )
        for number, size in enumerate(categories)
    ]
    return slices.replaced(
        invented_cells.STUDY,
        groups=[Group(f"S{number}", f"School {number}") for number in range(groups)],
        domains=[Domain("barriers", "Barriers"), Domain("helps", "Helps")],
        sample=variables,
        k=k,
        output_language=language,
        not_coded=[NotCoded(f"S{groups - 1}", "helps", "It was lost.")],
        coded=[Declared("S0", "helps")],
    )


def people(of: Study, rows: Sequence[tuple[int, int, Sequence[int]]], seed: str = SECRET) -> list[Participant]:
    """Participants by number, number of the group and of the category of each variable, all of them cut to size."""
    return [
        Participant(
            f"P-{person:03}",
            of.groups[group % len(of.groups)].code,
            [item.categories[n % len(item.categories)] for item, n in zip(of.sample, values, strict=True)],
            True,
            seed,
        )
        for person, group, values in rows
    ]


def mentions_of(persons: Sequence[Participant], raised: Sequence[int], of: Study) -> Iterator[Mention]:
    """What each row of the register mentions: the bits of a number are the codes."""
    lost = {(gap.group, gap.domain) for gap in of.not_coded}
    for person, codes in zip(persons, raised, strict=True):
        for number, entry in enumerate(ENTRIES):
            if codes >> number & 1 and (person.group, entry.domain) not in lost:
                yield Mention("e", person.participant, person.group, entry.domain, entry.code, number + 1, number + 1)


def cells_of(of: Study, grouped: Grouping, mentions: Sequence[Mention], codes: Path | None = None) -> list[Cell]:
    """The cells of these groups, of the invented codes or of those in a file."""
    codebook = list(files.read_rows(codes, CodebookEntry)) if codes else ENTRIES
    return regrouped_cells.count(mentions, codebook, grouped, of)


def cells_by(of: Study, persons: Sequence[Participant], columns: Sequence[str], raised: Sequence[int]) -> list[Cell]:
    """The cells of a comparison."""
    grouped = grouping.group(persons, columns, of)
    return cells_of(of, grouped, list(mentions_of(persons, raised, of)))


def sizes_of(grouped: Grouping) -> dict[str, int]:
    """Participants of each group."""
    numbers = Counter(code for code, _ in {(code, person) for (person, _), code in grouped.of.items()})
    return {group.code: numbers[group.code] for group in grouped.groups}


@st.composite
def registers(draw: st.DrawFn, in_several: bool = True) -> tuple[Study, list[Participant], list[int]]:
    """A study, the rows of its register, and what each mentions."""
    of = study(draw(st.integers(1, 5)), (draw(st.integers(1, 6)), draw(st.integers(1, 5))), draw(st.integers(1, 4)))
    number = st.integers(0, 9)
    person = st.integers(0, 30)
    rows = draw(
        st.lists(
            st.tuples(person, number, st.tuples(number, number)),
            min_size=1,
            max_size=40,
            unique_by=(lambda row: (row[0], row[1] % len(of.groups))) if in_several else (lambda row: row[0]),
        )
    )
    raised = draw(st.lists(st.integers(0, 7), min_size=len(rows), max_size=len(rows)))
    return of, people(of, rows), raised


COLUMNS = st.sampled_from([["v0"], ["v1"], ["country", "v0"], ["country", "v1"], ["v0", "v1"], ["v1", "v0"]])
