"""Models that find names: the configuration, their folders, and how what they find joins the rest, without libraries.

All names are invented. tests/detectors/test_model_libraries.py runs real ones.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.anonymisation.decision_rows import Choice, Decision
from crosscase.anonymisation.pseudonyms import PLACEHOLDER, Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.coding.observations import ObservationKind
from crosscase.detectors import model_folders, models
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import Detector, Setting, Span
from crosscase.labels import labels
from crosscase.languages.vocabulary import load
from crosscase.messages.errors import StudyError
from crosscase.preflight import findings
from crosscase.storage.schemas import Observation
from crosscase.study.facts import ExportSettings, Group, NameModel, Study
from tests.builders.projects import ROOT

CZECH, ENGLISH = Setting(("CZ",), (load("cs"),)), Setting(("GB",), (load("en"),))
LISTED = ListedNames([Identifier("PERSON", "Jana Vymyšlená", "p1", ("cs",))], {})
DOUBT = "a name found by the model"


def model(pattern: str, kind: str = "PERSON") -> Detector:
    def find(text: str, setting: Setting) -> Iterator[Span]:
        assert setting.languages
        for match in re.finditer(pattern, text):
            yield Span(*match.span(), kind, match[0], DOUBT)

    return find


def redactor(pattern: str = "", kind: str = "PERSON") -> Redactor:
    return Redactor(LISTED, Pseudonyms(bytes(range(32))), {"cs": model(pattern, kind)} if pattern else {})


def doubts(pattern: str, text: str, setting: Setting = CZECH) -> list[tuple[str, str]]:
    redacted = redactor(pattern).redact(text, setting)
    return [(redacted.text[span.start : span.end], span.doubt) for span in redacted.doubts]


SUSPICION = "a capitalised word that no vocabulary has"


@pytest.mark.parametrize(
    ("pattern", "text", "rows"),
    [
        ("slunce", "Máme rádi slunce.", [("slunce", DOUBT)]),
        ("Brumlisko", "Byl tam Brumlisko.", [("Brumlisko", f"{DOUBT}; {SUSPICION}")]),
        ("Brumlisko", "Byl tam Brumlisko Kvasnilov.", [("Brumlisko Kvasnilov", f"{DOUBT}; {SUSPICION}")]),
        ("náš Brumlisko", "Byl náš Brumlisko Kvasnilov.", [("náš Brumlisko Kvasnilov", f"{DOUBT}; {SUSPICION}")]),
        (
            "Kvasnilov a my",
            "Byl tam Brumlisko Kvasnilov a my.",
            [("Brumlisko Kvasnilov a my", f"{SUSPICION}; {DOUBT}")],
        ),
        (r"Jana Vymyšlená z .*\.", "Jana Vymyšlená z kopce.", [("z kopce", DOUBT)]),
        ("Byl.*", "Byl tam [PERSON_3] a [PERSON_12345678].", [("Byl tam", DOUBT), ("a", DOUBT)]),
        ("kopec\n+les", "Je tu kopec\n\nles.", [("kopec", DOUBT), ("les", DOUBT)]),
    ],
)
def test_what_a_model_finds_goes_to_review_once(pattern: str, text: str, rows: list[tuple[str, str]]) -> None:
    assert doubts(pattern, text) == rows


def test_a_model_is_asked_for_its_language_alone() -> None:
    assert doubts("slunce", "slunce", ENGLISH) == []
    with pytest.raises(AssertionError):  # not even then where no language is known
        model("slunce")("slunce", Setting((), ())).__next__()
    assert doubts("slunce", "slunce", Setting((), ())) == []


@given(
    st.text(st.sampled_from("Jana Vymyšlená.😀e\u0301x\u030c[PERSON_1]\n 601123456")),
    st.sampled_from(["a.{0,5}", ".*"]),
)
def test_a_model_only_adds_doubts_and_loses_none(text: str, pattern: str) -> None:
    alone, asked = redactor().redact(text, CZECH), redactor(pattern).redact(text, CZECH)
    assert asked.text == alone.text
    places = [range(span.start, span.end) for span in asked.doubts]
    assert all(one.stop <= other.start for one, other in pairwise(places))
    covered = {place for span in places for place in span}
    for span in alone.doubts:
        assert covered.issuperset(range(span.start, span.end))
    put = {
        place
        for match in re.finditer(rf"{PLACEHOLDER.pattern}|\[[A-Z]+_?\d*\]", asked.text)
        for place in range(*match.span())
    }
    for match in re.finditer(pattern, asked.text):
        left = set(range(*match.span())) - covered - put
        assert not any(asked.text[place].isalnum() for place in left)


def test_a_decision_has_the_kind_that_the_model_gives() -> None:
    redact = Decision(Choice.REDACT, "")
    decided = redactor("kopec", "PLACE").redact("Na kopec.", CZECH, lambda _, spans: redact.applied(*spans))
    assert re.fullmatch(r"Na \[PLACE_\d{8}\]\.", decided.text)


@given(st.text(st.sampled_from("a. \n😀"), max_size=60), st.integers(1, 9))
def test_a_long_text_is_read_in_pieces_that_lose_nothing(text: str, most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(models, "_MOST", most)
        pieces = list(models._pieces(text))
    assert "".join(text[start:end] for start, end in pieces) == text
    assert all(end - start <= most for start, end in pieces)


def folder(path: Path, **meta: str) -> Path:
    path.mkdir(parents=True)
    (path / "meta.json").write_text(json.dumps({"lang": "cs", "name": "tiny", "version": "1.2", **meta}))
    (path / "config.cfg").write_text("[nlp]")
    return path


def study(language: str, path: str) -> Study:
    countries = [Group("CZ", "Czechia", "CZ"), Group("NO", "Norway", "NO"), Group("XX", "Elsewhere", "GE")]
    parts = {"codebook": "", "register": "", "domains": [], "sample": [], "exports": {}}
    named = {language: NameModel("spacy", path)}
    return Study("id", "Title", True, groups=countries, name_models=named, **parts)  # type: ignore[arg-type]


def test_a_wrong_folder_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder(Path("cs"))
    folder(Path("nb"), lang="nb")
    folder(Path("xx"), lang="xx")
    folder(Path("half"))
    Path("half/config.cfg").unlink()
    folder(Path("broken"))
    Path("broken/meta.json").write_text("{")

    def problems_of(language: str, path: str) -> str:
        return "; ".join(map(str, model_folders.problems(study(language, path))))

    assert problems_of("cs", "cs") == problems_of("no", "nb") == problems_of("cs", "xx") == ""
    not_spoken = "name_models.de: 'de' is not a language of the study. Languages of the study's groups: cs, no."
    assert not_spoken in problems_of("de", "cs")
    assert "the folder lost does not exist. Put the model there" in problems_of("cs", "lost")
    for path in ("half", "broken"):
        no_pipeline = f"the folder {path} does not contain a spaCy pipeline. Name the folder that contains meta.json"
        assert no_pipeline in problems_of("cs", path)
    assert "the pipeline in nb is for 'nb', not for 'cs'" in problems_of("cs", "nb")
    assert model_folders.describe("cs") == "cs_tiny 1.2"


def test_the_digest_is_of_every_file_and_its_place(tmp_path: Path) -> None:
    one = folder(tmp_path / "one")
    (one / "ner").mkdir()
    (one / "ner" / "weights").write_bytes(b"\0" * 100_000)
    listed = "".join(
        f"{sha256((one / name).read_bytes()).hexdigest()}  {name}\n"
        for name in ("config.cfg", "meta.json", "ner/weights")
    )
    assert model_folders.digest(str(one)) == sha256(listed.encode()).hexdigest()
    (one / "ner" / "weights").rename(one / "weights")
    assert model_folders.digest(str(one)) != sha256(listed.encode()).hexdigest()


@pytest.mark.parametrize("kind", ["spacy", "presidio"])
def test_a_library_that_is_not_installed_is_reported(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "find_spec", lambda name: None)
    with pytest.raises(StudyError, match=r"not installed\. Install it: pip install"):
        models.of_study({"cs": NameModel(kind, "models/cs")})


WITHOUT = """
import sys
from crosscase.anonymisation import redaction
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.detectors import listed, models
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
import crosscase.anonymisation.anonymiser, crosscase.detectors.model_folders
assert models.of_study({}) == {}
redactor = redaction.Redactor(listed.ListedNames([], {}), Pseudonyms(b"k" * 32))
redactor.redact("Pan Brumlisko.", Setting(("CZ",), (load("cs"),)))
print(sorted({"spacy", "presidio_analyzer"} & set(sys.modules)))
"""


def test_without_a_model_nothing_of_it_is_imported(tmp_path: Path) -> None:
    for name in ("spacy", "presidio_analyzer"):  # so that the import would succeed where they are not installed
        (tmp_path / f"{name}.py").touch()
    path = f"{tmp_path}:{ROOT / 'scripts'}"
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT], text=True, check=True, capture_output=True, env={"PYTHONPATH": path}
    )
    assert run.stdout == "[]\n"


def test_the_preflight_report_names_a_model() -> None:
    seen = [
        Observation("x", ObservationKind.FORMAT, "tidy", 1, None, ""),
        Observation("x", ObservationKind.DOCUMENT, "D-1", 1, None, "P-1"),
        Observation("x", ObservationKind.MODEL, "cs: tiny 1 (y)", 1, None, "ab"),
    ]
    (found,) = findings.describe(seen, {"x": ExportSettings("f", "tidy")}, [], labels.english())
    assert found.to_check == ["a model also searched for names; its finds wait for review: cs: tiny 1 (y), sha256 ab"]
