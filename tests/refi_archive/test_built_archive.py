"""The archive of the bundled study: read back as the same mentions, valid, and nobody quoted who did not consent."""

import io
import shutil
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path
from typing import TypeVar

import pytest

from crosscase.coding.codebook import Codebook
from crosscase.refi_archive import passages
from crosscase.refi_archive.passages import WITHHELD
from crosscase.storage import files
from crosscase.storage.schemas import CodebookEntry, Mention, Participant, Segment
from tests.builders.invented_archives import (
    PEOPLE,
    Q,
    cases,
    inner,
    packed,
    read_back,
    segment,
)
from tests.builders.projects import ROOT, Study

pytestmark = pytest.mark.exhaustive  # a build of its own

Row = TypeVar("Row")


@pytest.fixture(scope="module")
def archived(built: Study, tmp_path_factory: pytest.TempPathFactory) -> Study:
    """A copy of the bundled study with its archive, built for real."""
    folder = tmp_path_factory.mktemp("archived") / "project"
    shutil.copytree(built.folder, folder)
    copy = Study(folder, folder / "Snakefile")
    copy.build("archive")
    return copy


PROJECT, CODEBOOK, PAGE = (
    f"results/archive/{name}" for name in ("isotis-services.qdpx", "isotis-services.qdc", "README.md")
)


def table(study: Study, name: str, row: type[Row]) -> list[Row]:
    return list(files.read_all(sorted((study.folder / "data/processed").glob(f"{name}.parquet")), row))


def test_the_bundled_study_is_read_back_as_the_same_mentions(archived: Study) -> None:
    from crosscase.study import configuration

    described = configuration.read(str(ROOT / "config/study.yaml"), ROOT / "workflow/schemas/study.schema.yaml")
    codebook = Codebook(table(archived, "codebook", CodebookEntry), described.domains)
    found = read_back(archived.folder / PROJECT, codebook, table(archived, "segments/*", Segment))
    counted = table(archived, "mentions/*", Mention)
    assert len(counted) > 500
    assert found == sorted(counted, key=astuple)


def test_only_who_consented_is_quoted(archived: Study) -> None:
    silent = {p.participant for p in table(archived, "participants/*", Participant) if not p.consent_to_quote}
    segments = table(archived, "segments/*", Segment)
    content = (archived.folder / PROJECT).read_bytes()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        texts = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".txt"))
    allowed = "\n".join(passages.plain(s.text or "") for s in segments if s.participant not in silent)
    words = {passages.plain(s.text) for s in segments if s.participant in silent and s.text}
    withheld = {text for text in words if text not in allowed}
    assert len(withheld) > 50
    assert not [text for text in withheld if text in texts]
    for text in (texts, archived.text(PAGE)):
        assert "Synthetic reconstruction" in text
    people = cases(inner(content))
    names = {
        selection.get("name", "")
        for source in inner(content).iter(f"{Q}TextSource")
        for selection in source.iter(f"{Q}PlainTextSelection")
        if people[source.get("name", "")][0] in silent
    }
    assert len(names) == 1
    assert WITHHELD.startswith(names.pop())


def test_an_archive_that_is_there_is_kept_up_to_date(built: Study, archived: Study) -> None:
    """Built only when asked for; but who withdraws must leave it on the next build."""
    assert not (built.folder / PROJECT).exists()
    archived.replace("data/raw/participants.csv", ",no\n", ",yes\n")
    assert archived.planned()["archive_study"] == 1


def validate(sample: Callable[[str], Path], schema: str, content: bytes) -> None:
    import xmlschema

    xmlschema.XMLSchema(str(sample(f"refi-schema/{schema}.xsd"))).validate(content.decode())


def test_the_archive_is_valid_by_the_standards_schemas(archived: Study, sample: Callable[[str], Path]) -> None:
    validate(sample, "Codebook", (archived.folder / CODEBOOK).read_bytes())
    with zipfile.ZipFile(archived.folder / PROJECT) as archive:
        validate(sample, "Project", archive.read("project.qde"))


@pytest.mark.parametrize("segments", [[], [segment("\x00\ufffe & <said>\n"), segment(None, "D-2", 1)]])
@pytest.mark.parametrize("people", [[], PEOPLE])
def test_what_is_empty_or_odd_is_valid_too(
    sample: Callable[[str], Path], segments: list[Segment], people: list[Participant]
) -> None:
    validate(sample, "Project", ET.tostring(inner(packed(segments, people)), encoding="utf-8"))
