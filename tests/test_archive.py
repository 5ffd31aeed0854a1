"""The safe harbour: valid, the same bytes each time, read back as the same mentions. All is invented."""

import shutil
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase import files, mentions, passages, readers, refi_archive
from crosscase.codebook import Codebook
from crosscase.passages import WITHHELD, WORDLESS
from crosscase.quoting import Quoting
from crosscase.readers.raw import Export
from crosscase.schemas import CodebookEntry, Mention, Participant, Segment
from crosscase.study import Country, Domain, ExportSettings
from tests.conftest import Study

DOMAINS = [Domain("barriers", "Barriers"), Domain("impacts", "Impacts, & <more>")]
ENTRIES = [
    CodebookEntry("money", "barriers", "Money", "What it costs", "group", ["Group", "Money"], True, []),
    CodebookEntry("group", "barriers", "Group", "", "", ["Group"], False, []),
    CodebookEntry("hope", "impacts", "Hope > fear, “both”", "", "", ["Hope > fear, “both”"], True, []),
]
COUNTRIES = [Country("CZ", "Czech Republic", "CZ"), Country("EL", "Greece", "GR")]
PEOPLE = [Participant("P-1", "CZ", [], True, "row 2"), Participant("P-2", "EL", [], False, "row 3")]
WORDS = st.one_of(st.none(), st.text("ab č😀\u0301\r\n\x00\x0b\"'<&[]-", max_size=12))


@st.composite
def studies(draw: st.DrawFn) -> list[Segment]:
    """Valid segments: documents of one person each, with passages that share places, coders and codes."""
    found = []
    for number in range(draw(st.integers(0, 12))):
        document = draw(st.sampled_from(["D-1", "D-2", "D-3"]))
        person = PEOPLE[document == "D-2"]
        domain, code = draw(st.sampled_from([("barriers", "money"), ("impacts", "hope")]))
        coder = draw(st.sampled_from(["C-1", "C-2", None]))
        start = draw(st.sampled_from([None, 0, 5]))
        who = (document, person.participant, person.country, domain, code, coder)
        found.append(Segment(f"s{number}", "x", *who, start, start, draw(WORDS), f"row {number}"))
    return found


def packed(segments: Iterable[Segment]) -> bytes:
    return refi_archive.project("A study", "Synthetic.", segments, PEOPLE, ENTRIES, DOMAINS, COUNTRIES)


def counted(rows: Iterable[Mention]) -> Counter[tuple[str, str, str, str]]:
    total: Counter[tuple[str, str, str, str]] = Counter()
    for row in rows:
        total[row.participant, row.country, row.domain, row.code] += row.segments
    return total


def read_back(path: Path, codebook: Codebook) -> Counter[tuple[str, str, str, str]]:
    """The mentions of an archive, counted as the pipeline does."""

    def segments() -> Iterator[Segment]:
        for c in readers.read(Export(str(path), ExportSettings(str(path), "refi_qda"))):
            _, code = codebook.resolve(c.code_path)
            assert code is not None
            who = (c.variables["participant"], c.variables["country"], codebook.entries[code].domain, code)
            yield Segment(c.locator, "x", c.document, *who, c.coder, c.start, c.end, c.text, c.locator)

    return counted(mentions.count(segments()))


@given(studies())
def test_what_is_archived_is_read_back_as_the_same_mentions(
    tmp_path_factory: pytest.TempPathFactory, segments: list[Segment]
) -> None:
    path = tmp_path_factory.mktemp("archive") / "s.qdpx"
    path.write_bytes(packed(segments))
    assert read_back(path, Codebook(ENTRIES, DOMAINS)) == counted(mentions.count(segments))


@given(studies())
def test_the_order_of_the_exports_changes_no_byte(segments: list[Segment]) -> None:
    assert packed(segments) == packed(reversed(segments))


def segment(words: str | None, document: str = "D-1", person: int = 0) -> Segment:
    who = PEOPLE[person]
    return Segment("s1", "x", document, who.participant, who.country, "barriers", "money", "C-1", 0, 5, words, "row 2")


@pytest.mark.parametrize(
    ("words", "person", "kept"),
    [("said", 0, "said"), ("said", 1, WITHHELD), (None, 0, WORDLESS), ("a\r\nb\rc", 0, "a\nb\nc")],
)
def test_words_are_kept_only_where_they_may_be_quoted(words: str | None, person: int, kept: str) -> None:
    text, (passage,) = passages.arrange([segment(words, person=person)], "Opening.", Quoting(PEOPLE))
    assert text == f"Opening.\n\n{kept}\n"
    assert text[passage.start : passage.end] == kept


def test_each_text_says_that_it_is_synthetic_and_nothing_else_is_in_the_archive(tmp_path: Path) -> None:
    (tmp_path / "s.qdpx").write_bytes(packed([segment("said")]))
    with zipfile.ZipFile(tmp_path / "s.qdpx") as archive:
        assert [name.partition("/")[0] for name in archive.namelist()] == ["project.qde", "sources"]
        (text,) = (archive.read(name).decode() for name in archive.namelist() if name.endswith(".txt"))
    assert text.startswith(f"{refi_archive.DESCRIPTION} Synthetic.\n\nsaid")


@pytest.fixture(scope="module")
def archived(built: Study, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled study's archive, built for real in a copy."""
    folder = tmp_path_factory.mktemp("archived") / "project"
    shutil.copytree(built.folder, folder)
    Study(folder, folder / "Snakefile").build("archive")
    return folder / "results/archive"


def test_the_bundled_study_is_read_back_as_the_same_mentions(built: Study, archived: Path) -> None:
    from crosscase import study

    described = study.read(str(built.folder / "config/study.yaml"), built.folder / "workflow/schemas/study.schema.yaml")
    entries = list(files.read_rows(built.folder / "data/processed/codebook.parquet", CodebookEntry))
    rows = files.read_all(sorted((built.folder / "data/processed/mentions").glob("*.parquet")), Mention)
    assert read_back(archived / "isotis-services.qdpx", Codebook(entries, described.domains)) == counted(rows)


def test_only_who_consented_is_quoted(built: Study, archived: Path) -> None:
    people = files.read_all((built.folder / "data/processed/participants").glob("*.parquet"), Participant)
    silent = {person.participant for person in people if not person.consent_to_quote}
    with zipfile.ZipFile(archived / "isotis-services.qdpx") as archive:
        texts = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".txt"))
    segments = list(files.read_all((built.folder / "data/processed/validated").glob("*.parquet"), Segment))
    allowed = "\n".join(s.text or "" for s in segments if s.participant not in silent)
    words = {s.text for s in segments if s.participant in silent and s.text and s.text not in allowed}
    assert len(words) > 50
    assert not [text for text in words if text in texts]
    assert "Synthetic reconstruction" in texts


@pytest.mark.parametrize(("name", "schema"), [("isotis-services.qdc", "Codebook"), ("isotis-services.qdpx", "Project")])
def test_the_archive_is_valid_by_the_standards_schema(
    archived: Path, sample: Callable[[str], Path], name: str, schema: str
) -> None:
    import xmlschema

    content = (archived / name).read_bytes()
    if name.endswith(".qdpx"):
        with zipfile.ZipFile(archived / name) as archive:
            content = archive.read("project.qde")
    xmlschema.XMLSchema(str(sample(f"refi-schema/{schema}.xsd"))).validate(content.decode())
