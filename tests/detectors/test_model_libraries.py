"""Models that find names, run by the real spaCy and Presidio: pipelines made here, without weights. All is invented.

The libraries are not among the locked requirements; .ci/run installs them into an environment apart for this file.
"""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.coding.observations import ObservationKind
from crosscase.detectors import model_folders, models
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from crosscase.messages.errors import StudyError
from crosscase.storage import files, schemas
from crosscase.study.facts import NameModel
from tests.builders.projects import Study

spacy: Any = pytest.importorskip("spacy", reason="spaCy is no locked requirement; .ci/run runs this where it is")
pytest.importorskip("presidio_analyzer", reason="Presidio is no locked requirement; .ci/run runs this where it is")

PATTERNS = {
    "PER": "Brumlisko",
    "persName": "čmeláčkovi",
    "LOC": "Mírnolesí",
    "ORG": "spolek rosnička",
    "MISC": "slunce",
}
CZECH = Setting(("CZ",), (load("cs"),))


def write_pipeline(path: Path, patterns: dict[str, str]) -> Path:
    pipeline = spacy.blank("cs", meta={"name": "tiny", "version": "1.2.3"})
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": pattern} for label, pattern in patterns.items()])
    path.parent.mkdir(parents=True, exist_ok=True)
    pipeline.to_disk(path)
    return path


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pipeline(tmp_path_factory.mktemp("models") / "cs", PATTERNS)


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a model asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(scope="module", params=["spacy", "presidio"])
def model(request: pytest.FixtureRequest, pipeline: Path) -> Iterator[models.Model]:
    yield models.of_study({"cs": NameModel(request.param, str(pipeline))})["cs"]


def found(model: models.Model, text: str) -> list[tuple[str, str, str]]:
    return [(text[span.start : span.end], span.kind, span.doubt) for span in model.find(text, CZECH)]


def test_labels_become_kinds_and_all_is_doubtful(model: models.Model) -> None:
    text = "Dům 🏡 Brumlisko patří čmeláčkovi; v Mírnolesí má spolek rosnička slunce a jan@brumlisko.example."
    assert found(model, text) == [
        ("Brumlisko", "PERSON", "a name found by the model"),
        ("čmeláčkovi", "PERSON", "a name found by the model"),
        ("Mírnolesí", "PLACE", "a place found by the model"),
        ("spolek rosnička", "ORGANISATION", "an organisation found by the model"),
    ]


def test_presidio_finds_numbers_by_its_own_recognisers(pipeline: Path) -> None:
    kinds = {kind: models.of_study({"cs": NameModel(kind, str(pipeline))})["cs"] for kind in ("spacy", "presidio")}
    text = "účet DE89370400440532013000, dne 1. 5. 2020, www.example.org"
    assert found(kinds["presidio"], text) == [("DE89370400440532013000", "NUMBER", "a number found by the model")]
    assert found(kinds["spacy"], text) == []


@given(
    st.lists(st.one_of(st.sampled_from(["Brumlisko", " ", "🏡", "e\u0301", "\n", "."]), st.text(max_size=3))).map(
        "".join
    )
)
def test_offsets_are_characters(model: models.Model, text: str) -> None:
    assert all(words == "Brumlisko" for words, kind, _ in found(model, text) if kind != "NUMBER")
    assert ("Brumlisko", "PERSON", "a name found by the model") in found(model, f"{text} Brumlisko {text}")


def test_a_long_text_is_searched_to_its_end(model: models.Model) -> None:
    text = "Nic tu není. " * 5000 + "Brumlisko"
    assert found(model, text) == [("Brumlisko", "PERSON", "a name found by the model")]


def test_what_it_finds_goes_to_review_through_the_redactor(model: models.Model) -> None:
    redactor = Redactor(ListedNames([], {}), Pseudonyms(bytes(range(32))), {"cs": model.find})
    text = "Dům Brumlisko patří čmeláčkovi, tel. 601 123 456."
    redacted = redactor.redact(text, CZECH)
    words = {redacted.text[span.start : span.end]: span.doubt for span in redacted.doubts}
    assert words == {
        "Brumlisko": "a name found by the model; a capitalised word that no vocabulary has",
        "čmeláčkovi": "a name found by the model",
    }
    assert "601" not in redacted.text


def test_a_pipeline_that_finds_no_names_is_reported(tmp_path: Path) -> None:
    path = write_pipeline(tmp_path / "cs", {"MISC": "slunce"})
    model = models.of_study({"cs": NameModel("spacy", str(path))})["cs"]
    with pytest.raises(StudyError, match=r"no labels for names\. Use a pipeline with some of these labels: PER"):
        found(model, "slunce")
    (path / "config.cfg").write_text('[nlp]\nlang = "cs"\npipeline = ["ner"]\n')
    with pytest.raises(StudyError, match=r"the spaCy pipeline cannot be loaded \(ConfigValidationError\)"):
        found(models.of_study({"cs": NameModel("spacy", str(path))})["cs"], "slunce")


BUILT = ("data/processed/observations/cz.parquet", "data/processed/observations/pl.parquet")


def test_a_study_that_keeps_a_model_is_built_with_it(project: Study) -> None:
    folder = write_pipeline(project.folder / "data/models/cs", {"PER": "úseku"})
    named = "name_models: {cs: {kind: spacy, path: data/models/cs}}\n\ncountries:\n"
    project.replace("config/study.yaml", "\ncountries:\n", f"\n{named}")
    project.build(*BUILT)

    digest = model_folders.digest(str(folder))
    name = f"cs: cs_tiny 1.2.3 (spacy {spacy.__version__})"
    seen = [
        (row.export, row.name, row.detail)
        for row in files.read_all([project.folder / path for path in BUILT], schemas.Observation)
        if row.kind == ObservationKind.MODEL
    ]
    assert seen == [("cz", name, digest)]  # no Czech interview is in the other one
    assert "a name found by the model" in project.text("data/restricted/review/cz.csv")
    assert "a name found by the model" not in project.text("data/restricted/review/pl.csv")

    assert "Nothing to be done" in project.build(*BUILT)
    write_pipeline(folder, {"PER": "jiné slovo"})
    assert "anonymise_export" in project.build("--dry-run", *BUILT)
