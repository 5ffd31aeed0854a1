"""Codings that differ in little: which are one coding, and which are several. All names are invented."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from crosscase.study.facts import ExportSettings
from tests.builders import database_projects, refi_files
from tests.builders.export_files import FILES
from tests.builders.in_process import COLUMNS, TIME, run, table
from tests.reconstruction.project import Coding, Document, Project


def repeated_row(header: Sequence[str], row: Sequence[str], column: int, folder: Path) -> Path:
    return table(folder, row, [*row[:column], "5:77", *row[column + 1 :]], header=header)


def repeated_in_database(tool: str, statements: Sequence[str], folder: Path) -> Path:
    FILES[tool][0](ONE, folder / "export")
    return database_projects.change(folder / "export", *statements)


def repeated_in_refi(old: str, new: str, folder: Path) -> Path:
    """The one coding of a project, once more with another GUID."""
    source = refi_files.text_source().replace(old, f"{old}{new}").replace("plainTextPath", "richTextPath")
    source = source.replace("a.docx", "int_de_1").replace(" coding", "")
    path = folder / "export.qde"
    path.write_text(refi_files.project(source).replace('name="Time"', f'name="{TIME}"'), encoding="utf-8")
    return path


ONE = Project(
    "one",
    (Document("int_de_1", "Never any time.", "Site A"),),
    (Coding("int_de_1", (TIME,), "JN", 0, 15),),
)
COPY = "INSERT INTO {0} ({1}) SELECT {1} FROM {0}"
AREA = "INSERT INTO code_image (id, x1, y1, width, height, cid, owner, date) SELECT fid, 1, 2, 3, 4, cid, owner, date"
SELECTION = refi_files.TEXT_SOURCE.split("\n")[1].format(coding=refi_files.coding())
REPEATED: dict[str, tuple[str, Callable[[Path], Path]]] = {  # two codings that differ in their number alone
    "taguette database": (
        "taguette_database",
        partial(
            repeated_in_database,
            "taguette_database",
            [
                COPY.format("highlights", "document_id, start_offset, end_offset, snippet"),
                "INSERT INTO highlight_tags SELECT max(id), (SELECT tag_id FROM highlight_tags) FROM highlights",
                "DELETE FROM commands",
            ],
        ),
    ),
    "qualcoder pictures": (
        "qualcoder_database",
        partial(
            repeated_in_database,
            "qualcoder_database",
            [f"{AREA} FROM code_text", f"{AREA} FROM code_text", "DELETE FROM code_text"],
        ),
    ),
    "refi selections": ("refi_qda", partial(repeated_in_refi, SELECTION, SELECTION.replace('"p1"', '"p2"'))),
    "refi codings": ("refi_qda", partial(repeated_in_refi, refi_files.coding(), refi_files.coding("d2"))),
    "taguette table": (
        "taguette_csv",
        partial(repeated_row, ("id", "document", "tag", "content"), ("1", "int_de_1", TIME, "never"), 0),
    ),
    "atlasti": (
        "atlasti",
        partial(repeated_row, ("ID", "Document", "Quotation Content", "Codes"), ("5:1", "int_de_1", "never", TIME), 0),
    ),
    "requal": (
        "requal_csv",
        partial(
            repeated_row,
            ("seg_id", "doc_id", "doc_name", "code_id", "code_name", "segment_text"),
            ("1", "1", "int_de_1", "1", TIME, "never"),
            0,
        ),
    ),
}


@pytest.mark.parametrize("tool", REPEATED)
def test_codings_with_numbers_of_their_own_are_different_ones(tmp_path: Path, tool: str) -> None:
    """Two highlights of equal range by one coder were one coding in Taguette's database, and two in its table."""
    name, write = REPEATED[tool]
    path = write(tmp_path)
    found = run(path, ExportSettings("", name))
    assert len(found.raw) == 2
    assert {coding.coder for coding in found.raw} == {found.raw[0].coder}
    assert found.counts() == {("DE-01", "time"): 2}


@pytest.mark.parametrize(
    ("rows", "header", "merging", "segments", "merged"),
    [
        # Equal words in one document, without places: all that the row says differs somewhere.
        ([("yes", 1), ("yes", 2), ("yes", 3)], ("text", "line"), "several_coders", 3, 0),
        ([("yes", 1), ("yes", 2), ("yes", 3)], ("text", "line"), "same_passage", 1, 2),
        ([("yes", 1), ("yes", 1), ("yes", 2)], ("text", "line"), "several_coders", 2, 0),  # equal rows: exported twice
        # Two coders on one place are one segment, of which one coder's two codings are two.
        ([("yes", "A", 1, 3), ("yes", "B", 1, 3)], ("text", "who", "from", "to"), "several_coders", 1, 1),
        ([("yes", "A", 1, 3), ("yes", "B", 1, 3)], ("text", "who", "from", "to"), "never", 2, 0),
        ([("yes", "A", 1, 3, 7), ("yes", "A", 1, 3, 8)], ("text", "who", "from", "to", "date"), "several_coders", 2, 0),
        ([("yes", "A", 1), ("yes", "B", 2), ("yes", "A", 3)], ("text", "who", "line"), "several_coders", 2, 1),
        ([("yes", "A", 1, 3), ("yes", "A", 5, 8)], ("text", "who", "from", "to"), "several_coders", 2, 0),
        ([("yes", "A", 1, 3), ("yes", "B", 1, 3)], ("text", "who", "from", "to"), "same_passage", 1, 1),
    ],
)
def test_rows_are_different_codings_unless_all_that_they_say_is_equal(
    tmp_path: Path, rows: list[tuple[object, ...]], header: tuple[str, ...], merging: str, segments: int, merged: int
) -> None:
    """4: codings of equal words became one, and no word was lost about it."""
    path = table(tmp_path, *[("int_de_1", TIME, *row) for row in rows], header=("doc", "code", *header))
    mapped = {"coder": "who", "start": "from", "end": "to"}
    columns = {**COLUMNS, **{role: name for role, name in mapped.items() if name in header}}
    found = run(path, ExportSettings("", "tidy", columns=columns), merging=merging)
    assert found.counts() == {("DE-01", "time"): segments}
    assert found.balance.merged == merged
    assert [issue.message.split()[0] for issue in found.of("merged_codings")] == ([str(merged)] if merged else [])
    assert len(rows) == found.balance.codings == segments + merged + found.balance.left_out
