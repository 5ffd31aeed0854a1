"""What somebody changes in results/ or data/processed is noticed by the next build, made again and told."""

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from crosscase.storage import files
from tests.builders.plain_runs import repeats
from tests.builders.projects import Study
from tests.builders.results import digests
from verifier import checks

MANIFEST = "results/provenance/manifest.json"
ASIDE = "data/restricted/changed_by_hand"
TABLE, FIGURE, PAGE = "results/tables/barriers.csv", "results/figures/helps.svg", "results/report/index.html"
MENTIONS, SEGMENTS = "data/processed/mentions/ie.parquet", "data/processed/segments/ie.parquet"
SHOWN = 3  # files that a sentence names
PACKED = "results/provenance/crate/results/tables/helps.csv"
PACKED_FIGURE = "results/provenance/crate/results/figures/helps.svg"


@pytest.fixture(scope="module")
def own_study(built_small: Study, tmp_path_factory: pytest.TempPathFactory) -> Study:
    """A copy of the small study, as deep as that."""
    folder = tmp_path_factory.mktemp("changed") / "small"
    shutil.copytree(built_small.folder, folder)
    return Study(folder, built_small.snakefile)


def edit(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"edited")


def edit_and_set_the_time_back(path: Path) -> None:
    status = path.stat()
    content = bytearray(path.read_bytes())
    content[-2] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def empty(path: Path) -> None:
    path.write_bytes(b"")


CHANGES: list[list[tuple[str, Callable[[Path], None]]]] = [
    [
        (TABLE, edit),
        (FIGURE, edit_and_set_the_time_back),
        (PAGE, edit),
        (MENTIONS, cut),
        (SEGMENTS, empty),
        (PACKED, edit),
        (PACKED_FIGURE, Path.unlink),
    ],
    [(TABLE, edit_and_set_the_time_back), (PACKED, edit), (PACKED_FIGURE, Path.unlink)],
]


def test_what_was_changed_is_made_again_and_told(own_study: Study) -> None:
    before = digests(own_study, "results", "data/processed")
    kept = own_study.folder / ASIDE
    files.write_text(kept / TABLE, "an earlier one")
    (kept / TABLE).chmod(0o600)
    for changes in CHANGES[: repeats(1, 2)]:
        for name, change in changes:
            change(own_study.folder / name)
        output = own_study.build()
        told = output[output.index("Changed since it was built, so it is made again: ") :].splitlines()[0]
        names = sorted(name for name, _ in changes)
        assert [name for name in names[:SHOWN] if name not in told] == []
        assert (f"and {len(names) - SHOWN} more files" in told) == (len(names) > SHOWN)
        assert digests(own_study, "results", "data/processed") == before, changes
    assert "Nothing to be done" in own_study.build()
    assert [name for name in (TABLE, FIGURE, PAGE) if not (kept / name).exists()] == []
    assert (kept / TABLE).read_bytes() == b"an earlier one"
    assert (kept / TABLE).with_stem("barriers.2").read_bytes().endswith(b"edited")
    assert {path.stat().st_mode & 0o777 for path in kept.rglob("*.*") if path.is_file()} == {0o600}
    sealed = {file["path"]: file["sha256"] for file in json.loads(own_study.text(MANIFEST))["files"]}
    assert sealed[TABLE] == before[TABLE]
    with zipfile.ZipFile(own_study.folder / "results/provenance/crate.zip") as archive:
        assert sha256(archive.read(TABLE)).hexdigest() == before[TABLE]


@pytest.mark.exhaustive
def test_a_dry_run_changes_nothing_and_keeps_what_it_tells(own_study: Study) -> None:
    path = own_study.folder / "results/tables/helps.html"
    before = path.read_bytes()
    edit(path)
    assert "render_tables" in own_study.planned()
    assert path.read_bytes() == before + b"edited"
    assert (own_study.folder / ASIDE / "results/tables/helps.html").read_bytes() == before + b"edited"
    own_study.build()
    assert path.read_bytes() == before


@pytest.mark.exhaustive
def test_what_a_killed_build_has_made_was_changed_by_nobody(own_study: Study) -> None:
    (own_study.folder / ".snakemake/crosscase/outputs.json").unlink()
    output = own_study.build()
    assert "Changed since" not in output
    assert "Nothing to be done" in output
    (own_study.folder / ".snakemake/crosscase/outputs.json").unlink()
    edit(own_study.folder / TABLE)
    assert "Changed since it was built" in own_study.build()


def test_a_touched_file_is_not_changed(own_study: Study) -> None:
    (own_study.folder / TABLE).touch()
    assert "Changed since" not in own_study.build("--dry-run")


@pytest.mark.exhaustive
def test_the_package_verifies_after_a_build_that_changes_counts(
    own_study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(own_study.folder, tmp_path / "small")
    study = Study(tmp_path / "small", own_study.snakefile)
    with (study.folder / "data/raw/exports/en.csv").open("a", encoding="utf-8") as export:
        export.write("Talk 4,Money,an invented sentence\n")
    study.replace("data/raw/participants.csv", "ie,no,no", "ie,no,yes")
    study.build()
    assert checks.check(str(study.folder / "results/provenance/crate.zip")) == 0, capsys.readouterr().out


@pytest.mark.exhaustive
def test_a_table_that_cannot_be_read_is_made_again_by_the_next_build(own_study: Study) -> None:
    """A disk may damage a file without a sign of it in its folder: the ledger then is of the damaged file."""
    path = own_study.folder / SEGMENTS
    whole = path.read_bytes()
    ledger = own_study.folder / ".snakemake/crosscase/outputs.json"
    cut(path)
    status = path.stat()
    known = json.loads(ledger.read_text())
    known[SEGMENTS][:4] = [
        status.st_size,
        status.st_mtime_ns,
        status.st_ctime_ns,
        sha256(path.read_bytes()).hexdigest(),
    ]
    ledger.write_text(json.dumps(known))
    run = own_study.snakemake("--forcerun", "list_cell_codings")
    assert run.returncode != 0
    assert f"{SEGMENTS}: it is not a whole table, or it is damaged. Build again: it is made again." in run.stdout
    assert "defect" not in run.stdout
    own_study.build()
    assert path.read_bytes() == whole
