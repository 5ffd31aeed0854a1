"""No file takes more memory and time than the limits allow, whatever it holds: one table of bombs for all formats."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from crosscase.messages.errors import ReadError
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.storage import bounded_reading
from crosscase.storage.limits import DEFAULT, MB, Limits
from crosscase.study.facts import ExportSettings
from tests.builders import refi_files
from tests.builders.bombs import BOMBS
from tests.builders.export_files import COLUMNS, FILES, STUDY, write
from tests.builders.plain_runs import mostly_exhaustive
from tests.builders.projects import ROOT

BOUNDS = {"memory_mb": 192, "seconds": 1}  # the same as the defaults, but sooner
LIBRARIES_MB = 80  # which a process has in memory besides its data
READING = """
import json, resource, sys
from crosscase.codebooks import codebook_formats
from crosscase.codebooks.listed import Source
from crosscase.messages.errors import ReadError
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.spreadsheets import spreadsheet
from crosscase.storage import bounded_reading
from crosscase.storage.limits import Limits
from crosscase.study.facts import ExportSettings
from tests.builders.export_files import COLUMNS

what, path, tool, bounds = json.loads(sys.argv[1])
limits = Limits(**bounds)
try:
    if what == "export":
        how = ExportSettings(path, tool, columns=COLUMNS if tool == "tidy" else {})
        said = sum(1 for _ in export_formats.read(Export(path, how, limits=limits)))
    elif what == "codebook":
        said = codebook_formats.read(Source(path, limits=limits)).count
    else:
        said = len(list(spreadsheet.read_whole(path).rows()))
except ReadError as error:
    said = str(error)
bounded_reading.end()
own = next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([said, own // 1024, used.ru_maxrss // 1024, used.ru_utime + used.ru_stime]))
"""


def reading(what: str, name: str, folder: Path) -> tuple[Any, int, int, float]:
    """What is said of a bomb; the memory in MB of the process that asks, and of the one that reads; its seconds."""
    tool, make, _ = BOMBS[name]
    path = folder / f"export.{name.partition(':')[0]}"
    make(path)
    run = subprocess.run(
        [sys.executable, "-c", READING, json.dumps([what, str(path), tool, BOUNDS])],
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'scripts'}:{ROOT}"},
        text=True,
        capture_output=True,
        check=True,
    )
    said, asking, reads, seconds = json.loads(run.stdout)
    assert asking < BOUNDS["memory_mb"] + LIBRARIES_MB
    return said, asking, reads, seconds


@pytest.mark.exhaustive
@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound the memory of a process")
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_within_the_limits(tmp_path: Path, name: str) -> None:
    said, _, memory, seconds = reading("export", name, tmp_path)
    words = BOMBS[name][2] or "reading it takes more than"
    assert isinstance(said, str), f"{said} codings were read"
    assert said.startswith(str(tmp_path))
    assert words in said
    assert memory < BOUNDS["memory_mb"] + LIBRARIES_MB
    assert seconds < BOUNDS["seconds"] + 2


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound the memory of a process")
@pytest.mark.parametrize("name", mostly_exhaustive(["csv: one row", "csv: one line"], ["csv: one line"]))
def test_a_file_beyond_the_limits_is_not_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """What else it may be was looked up in a second process, which took as much again as the limits allow."""
    path = tmp_path / "export.csv"
    BOMBS[name][1](path)
    monkeypatch.setattr(bounded_reading, "call", lambda *_: pytest.fail("the file was read again"))
    settings = ExportSettings(str(path), "tidy", columns=COLUMNS)
    with pytest.raises(ReadError, match=r"raise limits\."):
        list(export_formats.read(Export(str(path), settings, limits=Limits(**BOUNDS))))


@pytest.mark.exhaustive
@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound the memory of a process")
@pytest.mark.parametrize(
    ("what", "name"),
    [
        ("codebook", "qdpx: codes"),
        ("codebook", "xlsx: shared text"),
        ("list", "parquet: one text in each row"),
        ("list", "xlsx: shared text"),
    ],
)
def test_what_else_a_team_writes_is_read_within_the_limits(tmp_path: Path, what: str, name: str) -> None:
    said, asking, memory, _ = reading(what, name, tmp_path)
    assert "reading it takes more than" in str(said)
    assert asking < 100
    assert memory < (DEFAULT.memory_mb if what == "list" else BOUNDS["memory_mb"]) + LIBRARIES_MB


@pytest.mark.parametrize("tool", FILES)
def test_an_honest_file_is_read_within_the_same_limits(tmp_path: Path, tool: str) -> None:
    path, how = write(tool, tmp_path)
    export = Export(str(path), how, STUDY.code_paths(), Limits(**BOUNDS))
    assert len(list(export_formats.read(export))) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound the memory of a process")
def test_of_a_refi_project_one_source_is_in_memory_at_a_time(tmp_path: Path) -> None:
    """The whole tree of these 200 sources takes more than 64 MB."""
    selection = (
        '<PlainTextSelection guid="p{0}" startPosition="0" endPosition="4"><Coding guid="d{0}" creatingUser="a1">'
        '<CodeRef targetGUID="c1"/></Coding></PlainTextSelection>'
    )
    selections = "".join(map(selection.format, range(100)))
    source = "<TextSource guid='s{0}' name='talk {0}'><PlainTextContent>Some words.</PlainTextContent>{1}</TextSource>"
    sources = "".join(source.format(number, selections) for number in range(200))
    with zipfile.ZipFile(tmp_path / "export.qdpx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("project.qde", refi_files.project(sources))
    how = ExportSettings("", "refi_qda")
    bounded_reading.end()  # a process that has read other files has loaded what they need
    export = Export(str(tmp_path / "export.qdpx"), how, limits=Limits(memory_mb=40, packing_ratio=10**4))
    assert sum(1 for _ in export_formats.read(export)) == 20_000
    assert len(export.notes.documents) == 200


def test_the_limits_grow_with_files_above_100_mb() -> None:
    assert (DEFAULT.memory_for(0), DEFAULT.memory_for(100 * MB), DEFAULT.memory_for(500 * MB)) == (1024, 1024, 5000)
    assert (DEFAULT.seconds_for(0), DEFAULT.seconds_for(100 * MB), DEFAULT.seconds_for(500 * MB)) == (30, 30, 150)
    assert Limits(memory_mb=4096).memory_for(100 * MB) == 4096


def test_the_process_sees_a_path_as_whoever_asks_sees_it_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process waits for another request, and the command has gone to another folder since."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        Path("a.csv").write_text(name, encoding="utf-8")
        assert bounded_reading.call("a.csv", DEFAULT, os.path.getsize, "a.csv") == len(name)
