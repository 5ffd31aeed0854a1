"""Who withdraws leaves no trace in anything that a build has made, also not in what was made before."""

import csv

import pyarrow.parquet as pq
import pytest

from tests.builders.projects import Study
from tests.builders.results import published_text

WHO = "PL-03"


def traces(study: Study) -> set[str]:
    """Pseudonyms of the participant and the documents, ids of the segments, and words that nobody else has said."""
    with (study.folder / "data/restricted/replacements/pl.csv").open(encoding="utf-8", newline="") as stream:
        log = list(csv.DictReader(stream))
    (person,) = (row["replacement"] for row in log if (row["type"], row["original"]) == ("PARTICIPANT", WHO))
    rows = pq.read_table(study.folder / "data/processed/anonymised/pl.parquet").to_pylist()
    theirs = [row for row in rows if row["participant"] == person]
    said_by_others = " ".join(row["text"] or "" for row in rows if row["participant"] != person)
    found = {row[column] for row in theirs for column in ("participant", "document", "segment_id", "fingerprint")}
    return found | {row["text"] for row in theirs if row["text"] and row["text"] not in said_by_others}


def left(study: Study, found: set[str]) -> set[str]:
    """Which of the traces stand in anything that builds have left, the restricted folder included."""
    restricted = (path for path in (study.folder / "data/restricted").rglob("*") if path.is_file())
    texts = [*published_text(study).values(), *(path.read_bytes().decode("utf-8", "replace") for path in restricted)]
    return {trace for trace in found if any(trace in text for text in texts)}


@pytest.mark.exhaustive
def test_who_withdraws_leaves_no_trace(rebuilt: Study) -> None:
    rebuilt.build("archive")
    found = traces(rebuilt)
    assert len(found) > 30
    assert left(rebuilt, found) == found  # the search can find them
    register = rebuilt.text("data/raw/participants.csv").splitlines(keepends=True)
    changed = [line.replace(",no\n", ",yes\n") if line.startswith(f"{WHO},") else line for line in register]
    assert changed != register
    (rebuilt.folder / "data/raw/participants.csv").write_text("".join(changed), encoding="utf-8")
    told = rebuilt.build()
    assert "from the print, because participants have withdrawn" in told
    assert left(rebuilt, found) == set()
