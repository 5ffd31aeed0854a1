"""Readers of QualCoder, RQDA and requal: what the tool wrote comes back whole; damage is refused by name."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscase.messages.errors import ReadError, StudyError
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.study.facts import ExportSettings
from tests.builders.database_projects import FLAT, QUALCODER, REPORT, REQUAL, RQDA, STUDY, change
from tests.builders.plain_runs import repeats
from tests.builders.round_trips import found, projects, read, squeezed, wanted
from tests.reconstruction.project import Project
from tests.reconstruction.writers import qualcoder, requal, rqda, taguette
from tests.reconstruction.writers.qualcoder import storable

TAGUETTE = ExportSettings("", "taguette_database")

Write = Callable[[Project, Path], object]
HOW: dict[str, tuple[Write, ExportSettings, int, bool]] = {  # writer, settings, levels of a path, coders
    "qualcoder 8": (lambda p, path: qualcoder.write_database(p, path, 8), QUALCODER, 9, True),
    "qualcoder 17": (lambda p, path: qualcoder.write_database(p, path, 17), QUALCODER, 9, True),
    "qualcoder, nested": (lambda p, path: qualcoder.write_database(p, path, 17, True), QUALCODER, 9, True),
    "qualcoder csv": (qualcoder.write_csv, REPORT, 9, True),
    "qualcoder csv, bare": (lambda p, path: qualcoder.write_csv(p, path, variables=False), REPORT, 9, True),
    "qualcoder xlsx": (qualcoder.write_xlsx, REPORT, 9, True),
    "rqda 0.1.5": (lambda p, path: rqda.write(p, path, "0.1.5"), RQDA, 9, True),
    "rqda 0.2.2": (rqda.write, RQDA, 9, True),
    "requal": (requal.write, REQUAL, 1, True),
    "requal without users": (lambda p, path: requal.write(p, path, users=False), REQUAL, 1, False),
}
DATABASES: dict[str, tuple[Write, ExportSettings, str]] = {
    "qualcoder": (qualcoder.write_database, QUALCODER, "a QualCoder database"),
    "rqda": (rqda.write, RQDA, "an RQDA project"),
    "taguette": (taguette.write_database, TAGUETTE, "a Taguette database"),
}


@pytest.mark.parametrize("tool", HOW)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=repeats(10, 25))
@given(project=projects().map(storable))
def test_what_was_written_comes_back_whole(tmp_path: Path, tool: str, project: Project) -> None:
    write, how, levels, coders = HOW[tool]
    write(project, tmp_path / "export")
    codings = read(tmp_path / "export", how)
    assert found(codings) == wanted(project, levels, coders)
    assert len({coding.locator for coding in codings}) == len(codings)


@pytest.mark.parametrize("tool", HOW)
def test_an_export_is_recognised_by_what_is_in_it(tmp_path: Path, tool: str) -> None:
    write, how, _, _ = HOW[tool]
    write(FLAT, tmp_path / "export")
    assert export_formats.recognise(str(tmp_path / "export"))[0] == how.format


@pytest.mark.parametrize("tool", ["qualcoder 8", "qualcoder 17", "rqda 0.1.5", "rqda 0.2.2"])
def test_places_groups_and_variables_are_read(tmp_path: Path, tool: str) -> None:
    write, how, _, _ = HOW[tool]
    write(FLAT, tmp_path / "export")
    codings = read(tmp_path / "export", how)
    texts = {document.name: document.text for document in FLAT.documents}
    assert all(c.text == texts[c.document][c.start : c.end] for c in codings)
    assert [c.document_groups for c in codings] == [("Rome",), ("Rome",), ("Porto",)]
    assert codings[0].variables == {"Country": "Italia", "Role": "teacher"}
    assert codings[2].variables == {"Country": "Portugal"}


# Databases that are damaged, or mean harm


def refused(path: Path, how: ExportSettings, kind: str) -> None:
    with pytest.raises(StudyError) as error:
        read(path, how)
    assert f"{path}: it is not {kind}, or it is damaged" in str(error.value)


@pytest.mark.parametrize("share", [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
@pytest.mark.parametrize("tool", DATABASES)
def test_a_truncated_database_is_refused(tmp_path: Path, tool: str, share: float) -> None:
    write, how, kind = DATABASES[tool]
    write(FLAT, tmp_path / "whole")
    content = (tmp_path / "whole").read_bytes()
    (tmp_path / "part").write_bytes(content[: int(len(content) * share)])
    refused(tmp_path / "part", how, kind)


@pytest.mark.parametrize("tool", DATABASES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=repeats(20, 60))
@given(damage=st.dictionaries(st.floats(0, 0.999) | st.floats(0, 0.01), st.integers(0, 255), min_size=1, max_size=40))
def test_damage_anywhere_is_refused_or_does_no_harm(tmp_path: Path, tool: str, damage: dict[float, int]) -> None:
    """Places of the damage are shares of the file; its first hundredth holds the header and the schema."""
    write, how, kind = DATABASES[tool]
    if not (tmp_path / "whole").exists():
        write(FLAT, tmp_path / "whole")
    content = bytearray((tmp_path / "whole").read_bytes())
    for share, byte in damage.items():
        content[int(len(content) * share)] = byte
    (tmp_path / "damaged").write_bytes(content)
    try:
        read(tmp_path / "damaged", how)
    except StudyError as error:
        assert f"it is not {kind}" in str(error) or "nested in a circle" in str(error)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n", b"SQLite format 3\0", b"PK\x05\x06" + bytes(18), b"a,b\n1,2\n"])
@pytest.mark.parametrize("tool", DATABASES)
def test_a_file_that_is_not_a_database_is_an_error(tmp_path: Path, tool: str, content: bytes) -> None:
    _, how, kind = DATABASES[tool]
    (tmp_path / "export").write_bytes(content)
    refused(tmp_path / "export", how, kind)
    (tmp_path / "export").write_bytes(b"")
    with pytest.raises(StudyError, match="the file is empty"):
        read(tmp_path / "export", how)


@pytest.mark.parametrize("tool", DATABASES)
def test_the_database_of_another_tool_is_refused(tmp_path: Path, tool: str) -> None:
    _, how, kind = DATABASES[tool]
    for other in set(DATABASES) - {tool}:
        DATABASES[other][0](FLAT, tmp_path / "export")
        refused(tmp_path / "export", how, kind)


ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id, 'a' AS name FROM c"
HARM = {
    "a table is missing": {
        "qualcoder": ["DROP TABLE case_text"],
        "rqda": ["DROP TABLE treecode"],
        "taguette": ["DROP TABLE commands"],
    },
    "a column is missing": {
        "qualcoder": ["ALTER TABLE code_text RENAME COLUMN seltext TO words"],
        "rqda": ["ALTER TABLE coding RENAME COLUMN seltext TO words"],
        "taguette": ["ALTER TABLE highlights RENAME COLUMN snippet TO words"],
    },
    "bytes for a text": {
        "qualcoder": ["UPDATE code_text SET seltext = x'00ff'"],
        "rqda": ["UPDATE coding SET seltext = x'00ff'"],
        "taguette": ["UPDATE highlights SET snippet = x'00ff'"],
    },
    "bytes for a name": {
        "qualcoder": ["UPDATE source SET name = x'00ff' WHERE id = 1"],
        "rqda": ["UPDATE source SET name = x'00ff' WHERE id = 1"],
        "taguette": ["UPDATE documents SET name = x'00ff' WHERE id = 1"],
    },
    "no name": {
        "qualcoder": ["UPDATE code_name SET name = NULL"],
        "rqda": ["UPDATE freecode SET name = NULL"],
        "taguette": ["UPDATE tags SET path = x'' WHERE id = 1"],
    },
    "words for a number": {
        "qualcoder": ["UPDATE code_text SET pos0 = 'said'"],
        "rqda": ["UPDATE coding SET selfirst = 'said'"],
        "taguette": ["UPDATE highlights SET start_offset = 'said'"],
    },
    "half a character": {
        "qualcoder": ["UPDATE code_text SET pos0 = 0.5"],
        "rqda": ["UPDATE coding SET selend = 9e999"],
        "taguette": ["UPDATE highlights SET end_offset = 0.5"],
    },
    "no UTF-8": {
        "qualcoder": ["UPDATE code_text SET seltext = CAST(x'e96e' AS TEXT)"],
        "rqda": ["UPDATE coding SET seltext = CAST(x'e96e' AS TEXT)"],
        "taguette": ["UPDATE highlights SET snippet = CAST(x'e96e' AS TEXT)"],
    },
    "a view without an end": {
        "qualcoder": ["DROP TABLE source", f"CREATE VIEW source AS {ENDLESS}"],
        "rqda": ["DROP TABLE source", f"CREATE VIEW source AS {ENDLESS}"],
        "taguette": ["DROP TABLE tags", f"CREATE VIEW tags AS {ENDLESS}"],
    },
    "a coder who is bytes": {
        "qualcoder": ["UPDATE code_text SET owner = x'00'"],
        "rqda": ["UPDATE coding SET owner = x'00'"],
        "taguette": ["UPDATE commands SET user_login = x'00'"],
    },
}


@pytest.mark.parametrize("tool", DATABASES)
@pytest.mark.parametrize("harm", HARM)
def test_a_strange_database_is_refused(tmp_path: Path, tool: str, harm: str) -> None:
    write, how, kind = DATABASES[tool]
    write(FLAT, tmp_path / "export")
    refused(change(tmp_path / "export", "PRAGMA foreign_keys = OFF", *HARM[harm][tool]), how, kind)


@pytest.mark.parametrize(
    "payload", ["said", "[" * 100_000, '{"type": "highlight_add", "highlight_id": "said"}', "9" * 5_000]
)
def test_a_log_of_taguette_that_is_no_log_is_refused(tmp_path: Path, payload: str) -> None:
    taguette.write_database(FLAT, tmp_path / "export")
    change(tmp_path / "export", f"UPDATE commands SET payload = '{payload}' WHERE id = 1")
    refused(tmp_path / "export", TAGUETTE, "a Taguette database")


@pytest.mark.parametrize("tool", DATABASES)
def test_reading_a_database_leaves_nothing_behind(tmp_path: Path, tool: str) -> None:
    write, how, _ = DATABASES[tool]
    write(FLAT, tmp_path / "export")
    change(tmp_path / "export", "PRAGMA journal_mode = WAL")
    before = (tmp_path / "export").read_bytes()
    assert len(read(tmp_path / "export", how)) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["export"]
    assert (tmp_path / "export").read_bytes() == before


def test_changes_that_are_still_in_a_journal_are_not_missed(tmp_path: Path) -> None:
    qualcoder.write_database(STUDY, tmp_path / "open.qda")
    with closing(sqlite3.connect(tmp_path / "open.qda")) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("DELETE FROM code_text WHERE ctid = 1")
        database.commit()
        for ending in ("", "-wal"):
            shutil.copy(tmp_path / f"open.qda{ending}", tmp_path / f"data.qda{ending}")
    with pytest.raises(ReadError, match=r"it has unsaved changes in the file .*Open and close the project in its tool"):
        read(tmp_path / "data.qda", QUALCODER)
    (tmp_path / "data.qda-wal").write_bytes(b"")
    assert len(read(tmp_path / "data.qda", QUALCODER)) == 3


@pytest.mark.parametrize("tool", DATABASES)
def test_nothing_is_sorted_on_the_disk(tmp_path: Path, tool: str) -> None:
    """Codings are walked in the order of their tables: their words never go into a file of SQLite's own."""
    from crosscase.readers import qualcoder_database, taguette_database

    write, _, _ = DATABASES[tool]
    write(STUDY if tool != "rqda" else FLAT, tmp_path / "export")
    queries = {
        "qualcoder": [query.format(area="x1", date="date") for query in qualcoder_database._CODINGS.values()],
        "taguette": [taguette_database._HIGHLIGHTS, taguette_database._TAGS_OF],
        "rqda": ["SELECT rowid, seltext FROM coding WHERE status = 1 ORDER BY rowid"],
    }[tool]
    with closing(sqlite3.connect(tmp_path / "export")) as database:
        for query in queries:
            plan = " ".join(str(row) for row in database.execute(f"EXPLAIN QUERY PLAN {query}"))
            assert "TEMP B-TREE" not in plan


def test_real_highlights_are_the_byte_slices_of_their_documents(sample: Callable[[str], Path]) -> None:
    """What the reader gives as text is what its offsets, bytes of the document's text, cut out: all 1,794."""
    from tests.reconstruction.naive import _Text

    path = sample("taguette/SERDIF_P2_ThematicAnalysis.sqlite3")
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as database:
        rows = database.execute("SELECT name, contents FROM documents").fetchall()
    contents = {name: _Text(html).text.encode() for name, html in rows}
    export = Export(str(path), TAGUETTE)
    codings = list(export_formats.read(export))
    highlights = {coding.locator.rpartition(",")[0]: coding for coding in codings}
    sliced = [contents[c.document][c.start : c.end].decode() for c in highlights.values()]
    assert len(codings) == 1930
    assert [squeezed(words) for words in sliced] == [squeezed(c.text) for c in highlights.values()]
    assert len(sliced) + export.notes.passed_over["highlight without a tag"] == 1794
