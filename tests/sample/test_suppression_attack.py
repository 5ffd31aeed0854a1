"""The attack on the suppression: somebody knows the totals, the shown counts, k and the code, but not the key.

They write down every table that fits, run the code on each, and strike out the tables that cannot give the
published pattern. No value of a small count from 0 to k may be struck out in this way.
"""

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.sample import counts, disclosure, draws, suppression
from crosscase.storage import files
from crosscase.storage.schemas import Participant
from crosscase.study.facts import SampleVariable
from crosscase.tables import group_tables, html_tables, latex_tables, sample_tables
from crosscase.tables.group_tables import SampleByGroup
from tests.builders.invented_cells import COUNTRIES, GROUPS, STUDY
from tests.builders.projects import Study
from tests.builders.published_tables import Place, Published, Table, printed, publish, tables_that_fit

K = 3
SMALLEST = [[1, 3, 0], [0, 1, 0], [0, 2, 8]]


ROLE = SampleVariable("role", "Role", ["head", "aide", "clerk"], broader={"Others": ["aide", "clerk"]})
SAMPLED = replace(STUDY, sample=[ROLE], k=K)
REGISTER = [[5, 3, 4], [1, 2, 0]]  # heads and others by group


def people_of(table: Table, seed: str) -> list[Participant]:
    """Participants with these counts. The first of the others is an aide, the rest are clerks."""
    others = iter(["aide"])
    people = [
        (group.code, "head" if row == 0 else next(others, "clerk"))
        for row, counted in enumerate(table)
        for group, count in zip(GROUPS, counted, strict=True)
        for _ in range(count)
    ]
    return [Participant(f"P-{n:02}", group, [role], True, seed) for n, (group, role) in enumerate(people)]


def keyed(key: str) -> suppression.Draw:
    return lambda place: draws.draw(key, *map(str, place))


def exactly(pattern: set[Place]) -> suppression.Draw:
    """The draws that hide these cells and no other one. Keyed digests are like random numbers: any draws can come."""
    return lambda place: 0 if place in pattern else draws.DRAWN - 1


def could_give(table: Table, published: Published, k: int) -> bool:
    return suppression.hide(table, k, exactly(published.hidden)) == published.hidden


def with_public_draws(table: Table, published: Published, k: int) -> bool:
    """Whether a table gives the pattern if no draw is secret."""
    return suppression.hide(table, k, exactly(set())) == published.hidden


Could = Callable[[Table, Published, int], bool]


def values_left(
    published: Published, k: int, tables: Iterable[Table], could: Could = could_give
) -> dict[Place, set[int]]:
    """The values of each hidden count in the tables that could give the pattern; one table for each value is run."""
    left: dict[Place, set[int]] = {place: set() for place in published.hidden}
    for table in tables:
        new = [place for place, values in left.items() if table[place[0]][place[1]] not in values]
        if new and could(table, published, k):
            for row, column in new:
                left[row, column].add(table[row][column])
    return left


def excluded(published: Published, k: int, left: dict[Place, set[int]]) -> dict[Place, set[int]]:
    """The values from 0 to k that the totals allow and the attack strikes out, of each count that may be small."""
    wanted = {place: set(published.allowed(place)) & set(range(k + 1)) for place in left if min(left[place]) < k}
    return {place: values - left[place] for place, values in wanted.items() if values - left[place]}


def registers(number: int) -> Iterator[tuple[Table, int, str]]:
    """Random tables, k and key: small enough for an enumeration."""
    random = Random(12)
    for index in range(number):
        rows, columns = random.choice([(2, 2), (2, 3), (2, 4), (3, 2), (3, 3)])
        most = random.choice([2, 4, 7])
        counts = [[random.choice([0, random.randint(0, most)]) for _ in range(columns)] for _ in range(rows)]
        yield counts, random.choice([2, 3, 3, 4]), f"key {index}"


def test_no_value_of_a_small_count_in_the_bundled_study_can_be_excluded(built: Study) -> None:
    for published in printed(built):
        assert published.hidden
        left = values_left(published, K, tables_that_fit(published))
        assert not excluded(published, K, left)
        some = islice(tables_that_fit(published), 0, None, 997)
        assert all(could_give(table, published, K) for table in islice(some, 200))


def test_no_value_of_a_small_count_in_200_random_registers_can_be_excluded() -> None:
    small = 0
    for table, k, key in registers(200):
        published = publish(table, suppression.hide(table, k, keyed(key)))
        tables = list(tables_that_fit(published))
        assert table in tables
        assert all(could_give(other, published, k) for other in tables), (table, k, key)
        left = values_left(published, k, tables)
        assert not excluded(published, k, left), (table, k, key)
        for row, column in published.hidden:
            if 0 < table[row][column] < k:
                small += 1
                assert left[row, column] >= {n for n in published.allowed((row, column)) if n <= k}
    assert small > 200


@given(st.data())
def test_no_value_can_be_excluded_whatever_the_table(data: st.DataObject) -> None:
    size = data.draw(st.sampled_from([(1, 3), (2, 2), (2, 3), (3, 3)]))
    row = st.lists(st.integers(0, 4), min_size=size[1], max_size=size[1])
    table = data.draw(st.lists(row, min_size=size[0], max_size=size[0]))
    k, key = data.draw(st.integers(2, 4)), data.draw(st.text(min_size=1))
    published = publish(table, suppression.hide(table, k, keyed(key)))
    assert all(could_give(other, published, k) for other in tables_that_fit(published))


def test_real_keys_give_the_pattern_for_every_table_that_fits() -> None:
    """The smallest known example of the attack, with keys instead of chosen draws."""
    pattern = suppression.hide(SMALLEST, K, keyed("the study's key"))
    tables = list(tables_that_fit(publish(SMALLEST, pattern)))
    assert len(tables) > 10
    for table in tables:
        assert any(suppression.hide(table, K, keyed(f"key {n}")) == pattern for n in range(20_000)), table


def publication(people: Sequence[Participant]) -> list[object]:
    """All that is published about variables and groups, in every format."""
    sample = list(counts.describe(people, GROUPS, [ROLE], COUNTRIES))
    cells = list(counts.describe_by_group(people, GROUPS, [ROLE], K))
    exposed = list(disclosure.sample_exposures(sample, cells, K, COUNTRIES))
    by_group = SampleByGroup(cells, sample, SAMPLED)
    table, one_way = group_tables.group_table(by_group), sample_tables.sample_table(sample, SAMPLED)
    pages = [page for t in (table, one_way) for page in (html_tables.render(t), latex_tables.render(t))]
    tables = [group_tables.wide(by_group), list(group_tables.tidy(by_group))]
    return [sample, cells, exposed, disclosure.verdict(exposed, "report.csv", COUNTRIES), *pages, *tables]


def test_the_whole_publication_is_the_same_for_every_table_that_fits() -> None:
    """Also one-way counts of narrow categories, the disclosure report and the notes say nothing more."""
    found = publication(people_of(REGISTER, "key"))
    shown = [cell.participants for cell in counts.describe_by_group(people_of(REGISTER, "key"), GROUPS, [ROLE], K)]
    rows = [shown[: len(GROUPS)], shown[len(GROUPS) :]]
    published = Published(rows, [sum(row) for row in REGISTER], [sum(row) for row in zip(*REGISTER, strict=True)])
    tables = list(tables_that_fit(published))
    assert len(tables) > 3
    for table in tables:
        # Another key may be needed for the same pattern.
        keys = (f"key {n}" for n in range(5_000))
        assert any(publication(people_of(table, key)) == found for key in keys), table


def test_the_seed_is_not_published(built: Study) -> None:
    paths = sorted((built.folder / "data/processed/participants").glob("*.parquet"))
    (seed,) = {person.seed for person in files.read_all(paths, Participant)}
    assert len(seed) == 64
    for path in (path for part in ("results", "logs") for path in (built.folder / part).rglob("*") if path.is_file()):
        content = path.read_bytes()
        assert seed.encode() not in content, path
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                assert not any(seed.encode() in archive.read(name) for name in archive.namelist()), path


def test_without_secret_draws_the_attack_works_out_counts() -> None:
    """The attack is no paper tiger: draws that everybody knows let it exclude values."""
    published = publish(SMALLEST, suppression.hide(SMALLEST, K, exactly(set())))
    left = values_left(published, K, tables_that_fit(published), with_public_draws)
    assert excluded(published, K, left)


@pytest.mark.parametrize("table", [SMALLEST, [[1, 0, 3], [4, 2, 0]]])
def test_the_tables_that_fit_are_all_of_them(table: Table) -> None:
    published = publish(table, {(0, 0), (0, 1), (1, 0), (1, 1), (0, 2), (1, 2)})
    free = sorted(published.hidden)

    def with_values(values: Sequence[int]) -> list[list[int]]:
        filled = dict(zip(free, values, strict=True))
        return [[filled.get((r, c), n) for c, n in enumerate(counts)] for r, counts in enumerate(table)]

    most = [min(published.rows[r], published.columns[c]) for r, c in free]  # no count is above its totals
    every = [with_values(values) for values in product(*(range(total + 1) for total in most))]
    fitting = [other for other in every if publish(other, published.hidden) == published]
    assert sorted(tables_that_fit(published)) == sorted(fitting)
