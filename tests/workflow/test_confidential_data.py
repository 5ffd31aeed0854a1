"""Raw data, names and keys of the bundled study: who reads them, and that they are nowhere else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

from tests.builders.commands import crosscase
from tests.builders.projects import ROOT, Study
from tests.builders.results import any_of, published_text, rows


def test_only_the_door_reads_raw_data_and_only_the_guard_its_list_of_names(built: Study) -> None:
    """From what Snakemake recorded: `scan_results`, last of all, must know the names that must not leave, no more."""
    records = list(recorded(built))
    raw = {rule for rule, paths in records if any(re.match(r"data/raw/|config/.*\.key", path) for path in paths)}
    restricted = {(rule, path.split("/")[2]) for rule, paths in records for path in paths if "data/restricted/" in path}
    assert raw == {"anonymise_export"}
    assert restricted == {("scan_results", "identifiers")}


def recorded(study: Study) -> Iterator[tuple[str, list[str]]]:
    import json

    for path in (study.folder / ".snakemake/metadata").rglob("*"):
        if path.is_file():
            record = json.loads(path.read_text(encoding="utf-8"))
            yield record["rule"], record["input"]


def identifiers(study: Study) -> set[str]:
    """Every name, address and number of the raw files, from the register, the list and the texts."""
    from tests.reconstruction import study as reconstruction

    people = [row["name"] for row in rows(study, "data/raw/participants.csv")]
    found = {part for name in people for part in (name, *name.split()) if part[0].isupper()}  # not the "van"
    found |= {
        document for row in rows(study, "data/raw/participants.csv") for document in row["documents"].split(" | ")
    }
    found |= {row["value"] for row in rows(study, "data/raw/identifiers.csv")}
    texts = "\n".join(d.text for project in reconstruction.build().projects.values() for d in project.documents)
    found |= set(re.findall(r"[\w.]+@[\w.]+\w|https?://\S+\w|\+?\d[\d ()/-]{7,}\d", texts))
    found |= {c.coder for project in reconstruction.build().projects.values() for c in project.codings}
    return found


def test_no_identifier_of_the_raw_files_is_anywhere(built: Study) -> None:
    wanted = identifiers(built)
    assert len(wanted) > 300
    pattern = re.compile(rf"(?<!\w){any_of(wanted)}(?!\w)")
    assert all(pattern.search(f"({word})") for word in wanted)  # it can find them
    texts = published_text(built)
    assert len(texts) > 150
    leaks = {f"{Path(name).name}: {match[0]}" for name, text in texts.items() for match in pattern.finditer(text)}
    assert sorted(leaks) == []


def test_the_search_for_identifiers_can_find_them(built: Study) -> None:
    """The same search over the replacement log, which holds them all, must not come back empty."""
    log = "\n".join(p.read_text(encoding="utf-8") for p in (built.folder / "data/restricted").rglob("*.csv"))
    missing = [name for name in identifiers(built) if name in log]
    assert len(missing) > 150


def test_the_replacement_logs_are_their_owners_alone(built: Study) -> None:
    logs = list((built.folder / "data/restricted/replacements").iterdir())
    assert len(logs) == len(list((ROOT / "data/raw/exports").iterdir()))
    assert {path.stat().st_mode & 0o777 for path in logs} == {0o600}


def test_real_interviews_get_a_key_of_their_own(small_study: Study) -> None:
    small_study.replace("config/study.yaml", "synthetic: true", "synthetic: false")
    (small_study.folder / "config/fixed.key").write_bytes((ROOT / "config/demonstration.key").read_bytes())
    run = small_study.snakemake("data/processed/anonymised/ie.parquet")
    assert run.returncode != 0
    assert "it is the public demonstration key, but the study is not synthetic" in run.stdout
    small_study.replace("config/study.yaml", "key_file: config/fixed.key\n", "")
    small_study.build("data/processed/anonymised/ie.parquet")
    key = small_study.folder / "data/restricted/pseudonym.key"
    assert key.stat().st_mode & 0o777 == 0o600
    secrets = [key.read_text().strip()]
    before = pseudonyms(small_study, "ie")
    assert crosscase("key", "rotate", "--yes", where=small_study.folder).returncode == 0
    small_study.build("data/processed/anonymised/ie.parquet")
    assert pseudonyms(small_study, "ie").isdisjoint(before)
    secrets.append(key.read_text().strip())
    texts = published_text(small_study)
    assert not any(secret in text for secret in secrets for text in texts.values())


def pseudonyms(study: Study, export: str) -> set[str]:
    codings = pq.read_table(study.folder / f"data/processed/anonymised/{export}.parquet")
    return {name for column in ("participant", "document", "coder") for name in codings[column].to_pylist() if name}
