"""Readers: what a tool's writer wrote comes back whole, and damaged files are refused by name."""

import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from crosscase.messages.errors import StudyError
from crosscase.readers import export_formats
from crosscase.readers.raw import Export
from crosscase.running.pipeline import SCHEMA
from crosscase.study import configuration
from crosscase.study.facts import ExportSettings
from tests.builders.plain_runs import repeats
from tests.builders.round_trips import MAXQDA, REFI, found, projects, read, wanted
from tests.reconstruction.project import Coding, Document, Project
from tests.reconstruction.writers import maxqda, refi, taguette, tidy
from tests.reconstruction.writers.refi_dialects import Style

COLUMNS = {"document": "Interview", "code": "Code", "text": "Words", "coder": "Coder"}
PLACES = {**COLUMNS, "start": "From", "end": "To"}
TIDY = ExportSettings("", "tidy", columns=COLUMNS)


Write = Callable[[Project, Path], object]
WRITERS: dict[str, tuple[str, Write, ExportSettings]] = {
    "maxqda in English": ("xlsx", maxqda.write, MAXQDA),
    "maxqda in Polish": ("xlsx", lambda project, path: maxqda.write(project, path, "pl"), MAXQDA),
    "tidy csv": ("csv", lambda project, path: tidy.write_csv(project, path, COLUMNS), TIDY),
    "tidy xlsx": ("xlsx", lambda project, path: tidy.write_xlsx(project, path, COLUMNS), TIDY),
}


@pytest.mark.parametrize("tool", WRITERS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=repeats(15, 40))
@given(project=projects())
def test_tables_come_back_whole(tmp_path: Path, tool: str, project: Project) -> None:
    suffix, write, how = WRITERS[tool]
    path = tmp_path / f"export.{suffix}"
    write(project, path)
    assert found(read(path, how)) == wanted(project, levels=2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=repeats(15, 40))
@given(project=projects())
def test_taguette_comes_back_whole(tmp_path: Path, project: Project) -> None:
    taguette.write_database(project, tmp_path / "t.sqlite3")
    codings = read(tmp_path / "t.sqlite3", ExportSettings("", "taguette_database"))
    assert len(codings) == len(project.codings)
    taguette.write_csv(project, tmp_path / "t.csv")
    codings = read(tmp_path / "t.csv", ExportSettings("", "taguette_csv"))
    assert len(codings) == len(project.codings)


@pytest.mark.parametrize("style", ["code_points", "nvivo_windows"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=repeats(15, 40))
@given(project=projects())
def test_refi_projects_lose_no_coding(tmp_path: Path, style: Style, project: Project) -> None:
    refi.write(project, tmp_path / "p.qdpx", style)
    codings = read(tmp_path / "p.qdpx", REFI)
    without_words = [(c.document, c.code_path, c.coder) for c in project.codings]
    assert Counter((c.document, c.code_path, c.coder) for c in codings) == Counter(without_words)


@pytest.mark.parametrize("export", ["cz", "de", "el", "en", "it", "nl", "no", "pl", "pt"])
def test_bundled_exports_come_back_whole(export: str) -> None:
    """Every coding of the synthetic study, as its generator planned it, is read as it was meant."""
    import yaml

    from tests.builders.projects import ROOT
    from tests.reconstruction import study

    config = yaml.safe_load((ROOT / "config/study.yaml").read_text(encoding="utf-8"))
    how = configuration.load(config, SCHEMA, files_exist=False).exports[export]
    project = study.build().projects[export.upper()]
    codings = export_formats.read(Export(str(ROOT / how.file), how, project.code_paths()))
    assert found(list(codings)) == wanted(project, levels=1 if how.format == "taguette_database" else 2)


def test_groups_and_variables_of_a_project_are_read(tmp_path: Path) -> None:
    document = Document("a.docx", "Some words.", group="Greece", variables={"Paese": "Italia"})
    project = Project("p", (document,), (Coding("a.docx", ("A", "B"), "JN", 0, 4),))
    styles: tuple[Style, ...] = ("code_points", "nvivo_windows")
    for style in styles:
        refi.write(project, tmp_path / "p.qdpx", style)
        (coding,) = read(tmp_path / "p.qdpx", REFI)
        assert coding.document_groups == ("Greece",)
        assert coding.variables == {"Paese": "Italia"}


def damaged(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


BAD = {
    "empty": (b"", "the file is empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", None),
    "a zip of nothing": (b"PK\x05\x06" + bytes(18), None),
    "cut off": (b"PK\x03\x04\x14\0\0\0", None),
}


@pytest.mark.parametrize("what", BAD)
@pytest.mark.parametrize("tool", ["maxqda", "refi_qda", "taguette_database", "taguette_csv", "tidy"])
def test_a_file_that_is_not_an_export_is_an_error_with_its_name(tmp_path: Path, tool: str, what: str) -> None:
    content, words = BAD[what]
    path = damaged(tmp_path / "export", content)
    with pytest.raises(StudyError) as error:
        read(path, ExportSettings("", tool, columns=COLUMNS if tool == "tidy" else {}))
    assert str(path) in str(error.value)
    assert (words or "") in str(error.value)


def test_a_missing_export_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="the file does not exist"):
        read(tmp_path / "nothing.xlsx", MAXQDA)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
@pytest.mark.parametrize("export", ["cz.xlsx", "it.qdpx", "nl.sqlite3"])
def test_a_truncated_export_is_refused(tmp_path: Path, export: str, share: float) -> None:
    from tests.builders.projects import ROOT

    whole = (ROOT / "data/raw/exports" / export).read_bytes()
    path = damaged(tmp_path / export, whole[: int(len(whole) * share)])
    tool = {"xlsx": "maxqda", "qdpx": "refi_qda", "sqlite3": "taguette_database"}[export.rpartition(".")[2]]
    with pytest.raises(StudyError, match="damaged"):
        read(path, ExportSettings("", tool))


def test_a_project_with_two_inner_files_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "p.qdpx", "w") as archive:
        archive.writestr("a.qde", "<Project/>")
        archive.writestr("b.qde", "<Project/>")
    with pytest.raises(StudyError, match="it has 2 project files"):
        read(tmp_path / "p.qdpx", REFI)


def test_entities_in_a_project_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "p.qdpx", "w") as archive:
        archive.writestr("project.qde", '<!DOCTYPE p [<!ENTITY a "b">]><Project name="&a;"/>')
    with pytest.raises(StudyError, match="damaged"):
        read(tmp_path / "p.qdpx", REFI)


REAL = {
    "taguette/SERDIF_P2_ThematicAnalysis.sqlite3": ("taguette_database", 1930, 17, 22),
    "taguette/all_tags_20220303.csv": ("taguette_csv", 1930, 17, 22),
    "maxqda/test.xls": ("maxqda", 402, 39, 7),
    "qualitative-coding/demo.qdpx": ("refi_qda", 205, 1, None),
    "refi-standard/TestProject.qdpx": ("refi_qda", 16, None, None),
}


@pytest.mark.parametrize("name", REAL)
def test_real_exports_lose_no_coding(sample: Callable[[str], Path], name: str) -> None:
    tool, count, documents, codes = REAL[name]
    codings = read(sample(name), ExportSettings("", tool))
    assert len(codings) == len({coding.locator for coding in codings}) == count
    assert documents in (None, len({coding.document for coding in codings}))
    assert codes in (None, len({coding.code_path for coding in codings}))
