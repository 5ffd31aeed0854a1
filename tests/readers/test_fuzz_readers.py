"""Every reader on valid files that were damaged at random: it gives codings or a ReadError, and it ends.

`CROSSCASE_FUZZ=500 pytest tests/readers/test_fuzz_readers.py` tries so many files for each reader.
"""

import io
import os
import random
import re
import signal
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from crosscase.codebooks import codebook_formats
from crosscase.codebooks.listed import Source
from crosscase.messages.errors import ReadError
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.study.facts import ExportSettings
from tests.builders.export_files import COLUMNS, FILES, STUDY, Write
from tests.reconstruction.project import Project
from tests.reconstruction.writers import dedoose, nvivo, qualcoder, refi, tidy


def _write_report(project: Project, path: Path, kind: nvivo.Kind) -> None:
    path.write_bytes(nvivo.report(project, project.code_paths()[0], kind))


SECONDS = 20  # of one file; a reader that takes longer hangs
MORE: dict[str, tuple[str, Write, dict[str, Any]]] = {  # further files of formats
    "dedoose csv": ("dedoose", dedoose.write_csv, {}),
    "nvivo docx": ("nvivo_report", lambda p, path: nvivo.write_archive(p, path, "docx"), {}),
    "nvivo html": ("nvivo_report", lambda p, path: nvivo.write_archive(p, path, "html"), {}),
    "qualcoder 8": ("qualcoder_database", lambda p, path: qualcoder.write_database(p, path, 8), {}),
    "refi for NVivo": ("refi_qda", lambda p, path: refi.write(p, path, "nvivo_windows"), {}),
    "nvivo one docx": (
        "nvivo_report",
        lambda p, path: path.write_bytes(nvivo.report(p, p.code_paths()[0], "docx")),
        {},
    ),
    "nvivo one html": (
        "nvivo_report",
        lambda p, path: path.write_bytes(nvivo.report(p, p.code_paths()[0], "html")),
        {},
    ),
    "tidy parquet": ("tidy", lambda p, path: tidy.write_parquet(p, path, COLUMNS), {"columns": COLUMNS}),
    "tidy xlsx": ("tidy", lambda p, path: tidy.write_xlsx(p, path, COLUMNS), {"columns": COLUMNS}),
}
CASES = {**{name: (name, write, how) for name, (write, how, _) in FILES.items()}, **MORE}
Damage = Callable[[random.Random, bytes], bytes]


def flipped(dice: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(dice.randint(1, 12)):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def cut(dice: random.Random, content: bytes) -> bytes:
    return content[: dice.randrange(len(content))]


def without(dice: random.Random, content: bytes) -> bytes:
    start = dice.randrange(len(content))
    return content[:start] + content[start + dice.randint(1, 200) :]


def doubled(dice: random.Random, content: bytes) -> bytes:
    start, place = dice.randrange(len(content)), dice.randrange(len(content))
    return content[:place] + content[start : start + dice.randint(1, 400)] + content[place:]


def renumbered(dice: random.Random, content: bytes) -> bytes:
    """Numbers that no tool writes, where there were numbers."""
    strange = [b"-1", b"99999999999999999999", b"1e999", b"NaN", b"", b"\xd9\xa3", b"0x10", b"1.5"]
    found = list(re.finditer(rb"\d+", content))
    for match in sorted(dice.sample(found, min(3, len(found))), key=lambda m: -m.start()):
        content = content[: match.start()] + dice.choice(strange) + content[match.end() :]
    return content


def reworded(dice: random.Random, content: bytes) -> bytes:
    """What means something to XML, CSV, SQL, HTML and archives, in strange places."""
    strange = [
        b"\0",
        b'"',
        b"\r",
        b"\n\n",
        b"<",
        b"&x;",
        b"]]>",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"../",
        b";",
        b"\\\\",
    ]
    place = dice.randrange(len(content))
    return content[:place] + dice.choice(strange) * dice.randint(1, 3) + content[place:]


DAMAGES: tuple[Damage, ...] = (flipped, cut, without, doubled, renumbered, reworded)


def within(dice: random.Random, content: bytes) -> bytes:
    """Damage to a file in an archive, packed again: what its checksum would keep from the reader."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = dice.choice(old.namelist())
        for name in old.namelist():
            member = old.read(name)
            if name == chosen and member:
                nested = member.startswith(b"PK") and dice.random() < 0.8  # a Word document in an archive
                member = within(dice, member) if nested else dice.choice(DAMAGES)(dice, member)
            new.writestr(name, member)
    return stream.getvalue()


@contextmanager
def alarm(seconds: int) -> Iterator[None]:
    def ring(*_: object) -> None:
        raise AssertionError(f"the reader did not end within {seconds} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def tries(how: ExportSettings, content: bytes) -> int:
    workbook = content.startswith(b"PK") and how.format not in ("refi_qda", "nvivo_report")  # some end the process
    return int(os.environ.get("CROSSCASE_FUZZ", "20" if workbook else "60"))


def attempt(path: Path, how: ExportSettings) -> None:
    """Read and recognise a file; only a ReadError that names it may come out."""
    export = Export(str(path), how, STUDY.code_paths())
    for do in (lambda: list(export_formats.read(export)), lambda: export_formats.recognise(str(path))):
        try:
            do()
        except ReadError as error:
            assert str(path) in str(error)


@pytest.mark.plain_cases(8)
@pytest.mark.parametrize("name", CASES)
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, name: str) -> None:
    tool, write, settings = CASES[name]
    path = tmp_path / "export"
    write(STUDY, path)
    whole = path.read_bytes()
    how = ExportSettings(str(path), tool, **settings)
    damages = (*DAMAGES, within, within, within) if whole.startswith(b"PK") else DAMAGES
    dice = random.Random(name)
    for number in range(tries(how, whole)):
        path.write_bytes(dice.choice(damages)(dice, whole))
        with alarm(SECONDS):
            try:
                attempt(path, how)
            except Exception as error:
                kept = path.rename(tmp_path / f"failed {number}")
                raise AssertionError(f"{type(error).__name__}: {error}; the file is {kept}") from error
        assert [file.name for file in tmp_path.iterdir()] == ["export"]


def test_a_damaged_codebook_is_read_or_refused(tmp_path: Path) -> None:
    from tests.builders.codebook_files import SOME, WRITERS

    dice = random.Random("codebooks")
    for name in ("REFI-QDA", "ATLAS.ti codebook", "ATLAS.ti Code Manager", "Taguette"):
        WRITERS[name][0](SOME, tmp_path / "codes")
        whole = (tmp_path / "codes").read_bytes()
        for _ in range(int(os.environ.get("CROSSCASE_FUZZ", "40"))):
            (tmp_path / "codes").write_bytes(dice.choice(DAMAGES)(dice, whole))
            with alarm(SECONDS):
                try:
                    codebook_formats.read(Source(str(tmp_path / "codes")))
                except ReadError as error:
                    assert "codes" in str(error)
