"""Zip archives that strangers have made."""

import io
import zipfile
from pathlib import Path

import pytest

from crosscase.messages.errors import ReadError
from crosscase.storage import zip_files
from crosscase.storage.limits import Limits


def test_an_archive_with_a_file_without_a_name_is_damaged(tmp_path: Path) -> None:
    """Python asks for the last letter of each name, which a damaged archive may lack."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a", "nothing")
        archive.writestr("words.xml", "some words")
    damaged = bytearray(stream.getvalue())
    entry, end = damaged.index(b"PK\x01\x02"), damaged.index(b"PK\x05\x06")
    size = int.from_bytes(damaged[end + 12 : end + 16], "little") - 1
    damaged[end + 12 : end + 16] = size.to_bytes(4, "little")  # of the list of files
    damaged[entry + 28 : entry + 30] = b"\0\0"  # the length of the first name
    del damaged[entry + 46]  # the name
    path = tmp_path / "damaged.zip"
    path.write_bytes(damaged)
    with (
        pytest.raises(ReadError, match="a file in it has no name"),
        zip_files.opened(str(path), "an archive", Limits()),
    ):
        pass
