"""The Parquet files, compared with the same counts. Needs pyarrow."""

import io
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from verifier import rules
from verifier.counting import Count
from verifier.package import Package

CELL_CODINGS = "results/provenance/cell_codings.parquet"
MENTION = ("export", "participant", "group", "domain", "code")
_SAME = (
    (
        "results/cells/sample.parquet",
        "results/tables/sample_tidy.csv",
        ("variable", "category", "participants"),
    ),
    (
        "results/cells/{sample_by}.parquet",
        "results/tables/{sample_by}_tidy.csv",
        ("variable", "category", "group", "participants", "least", "most"),
    ),
    (
        "data/processed/codebook.parquet",
        "data/codebook.csv",
        ("domain", "code", "label", "definition", "parent", "codable"),
    ),
)
_Key = tuple[str, ...]


def parquet(package: Package, count: Count) -> Iterator[str]:
    """Cells and mentions agree with the CSV files, and the codings behind the cells give the same mentions."""
    cells = _rows(package, "results/cells/cells.parquet")
    if [["" if row[name] is None else str(row[name]) for name in count.columns] for row in cells] != [
        [*cell.values()] for cell in count.cells.values()
    ]:
        yield "results/cells/cells.parquet: its cells differ from the counted ones"
    counted = {tuple(row[name] for name in MENTION): int(row["segments"]) for row in count.mentions}
    names = sorted(name for name in package.sizes if name.startswith("data/processed/mentions/"))
    made = {tuple(row[name] for name in MENTION): row["segments"] for name in names for row in _rows(package, name)}
    yield from _unlike("data/processed/mentions", made, counted)
    passages: dict[_Key, set[int]] = defaultdict(set)
    for row in _rows(package, CELL_CODINGS):
        passages[tuple(row[name] for name in MENTION)].add(row["passage"])
    codings = {tuple(row[name] for name in MENTION): int(row["codings"]) for row in count.mentions}
    behind = Counter(tuple(row[name] for name in MENTION) for row in _rows(package, CELL_CODINGS))
    yield from _unlike(f"{CELL_CODINGS} (codings)", behind, codings)
    yield from _unlike(CELL_CODINGS, {key: len(found) for key, found in passages.items()}, counted)
    head, *listed = package.table(rules.CODINGS)
    found = [["" if row[name] is None else str(row[name]) for name in head] for row in _rows(package, CELL_CODINGS)]
    if sorted(found) != listed:
        yield f"{rules.CODINGS}: its rows are not those of {CELL_CODINGS}"


def others(package: Package) -> Iterator[str]:
    """The sample, the sample by group and the codebook are those of the CSV files."""
    for parquet, csv, columns in _SAME:
        name, of_csv = (path.format(sample_by=package.sample_by) for path in (parquet, csv))
        if of_csv in package.sizes:
            found = [["" if row[c] is None else str(row[c]) for c in columns] for row in _rows(package, name)]
            expected = [row[: len(columns)] for row in package.table(of_csv)[1:]]
            if found != expected:
                yield f"{name}: its rows are not those of {of_csv}"


def _unlike(name: str, found: dict[_Key, int], counted: dict[_Key, int]) -> Iterator[str]:
    for key in sorted(found.keys() | counted.keys()):
        if found.get(key) != counted.get(key):
            at = ", ".join(map(str, key))
            yield f"{name}, {at}: number of segments: {found.get(key, 0)}, in data/mentions.csv {counted.get(key, 0)}"


def _rows(package: Package, name: str) -> list[dict[str, Any]]:
    from pyarrow.parquet import ParquetFile

    # Without threads: pyarrow's may still run when the process ends, which then aborts.
    with ParquetFile(io.BytesIO(package.read(name)), pre_buffer=False) as file:
        rows: list[dict[str, Any]] = file.read(use_threads=False).to_pylist()
    return rows
