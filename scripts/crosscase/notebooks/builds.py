"""What is compared of a build: its cells, the codings behind them, who was interviewed, and what it was built from.

A folder of results alone, such as a copy, does not say who was interviewed, nor what the codes mean. The package in it
does, if it is of the same build. Otherwise participants are those with codings, and codes have labels from the tables.
"""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from crosscase.changes.compared import Build
from crosscase.messages.errors import StudyError
from crosscase.notebooks import sources, typed_frames
from crosscase.notebooks.results import Results
from crosscase.notebooks.sources import CELLS, RESULTS, Source
from crosscase.provenance.step_record import STEPS
from crosscase.running import share_notice
from crosscase.storage.schemas import Cell, CellCoding, CodebookEntry
from crosscase.study.result_names import TIDY

_PACKAGE = "provenance/crate"  # within a folder of results


def read(path: str | Path) -> Build:
    """The build in a folder of a study or of results, or in a package. Raises StudyError where there is none."""
    place = sources.find(path)
    source = place if place.is_whole else _package_in(Path(path), place)
    found = Results(source)
    codings = list(typed_frames.to_rows(found.cell_codings(), CellCoding))
    head = json.loads(source.read(STEPS)) if source.has(STEPS) else {}
    notice = str(share_notice.NOTICE)
    try:
        people, codebook = (
            {*found.participants()["participant"]},
            [*typed_frames.to_rows(found.codebook(), CodebookEntry)],
        )
        has_labels_alone = False
    except StudyError:  # results alone; or data/processed was deleted, or is of another version of crosscase
        people, codebook = {coding.participant for coding in codings}, [*_labels(Path(path))]
        has_labels_alone = True
    return Build(
        list(typed_frames.to_rows(found.cells(), Cell)),
        codings,
        frozenset(people),
        codebook,
        found.study if source.is_whole else None,
        head.get("codebook_sha256", ""),
        head.get("exports", {}),
        head.get("crosscase", ""),
        head.get("code_sha256", ""),
        place.has(notice) and share_notice.is_of_unfinished_build(place.read(notice).decode()),
        has_labels_alone,
    )


def _labels(folder: Path) -> Iterator[CodebookEntry]:
    """The codes of the tables in a folder of a study or of results, with their labels alone."""
    results = folder / RESULTS if (folder / RESULTS).is_dir() else folder
    for path in sorted((results / "tables").glob(f"*{TIDY}.csv")):
        rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
        if {"domain", "code", "label"} <= set(rows.fieldnames or ()):
            found = dict.fromkeys((row["domain"], row["code"], row["label"]) for row in rows)
            yield from (CodebookEntry(code, domain, label, "", "", [label], True, []) for domain, code, label in found)


def _package_in(folder: Path, source: Source) -> Source:
    """The package that a folder of results holds, if its cells are the same; otherwise the folder itself."""
    package = folder / _PACKAGE
    if not (package / CELLS).is_file():
        return source
    found = sources.find(package)
    return found if sources.is_package(found) and found.read(CELLS) == source.read(CELLS) else source
