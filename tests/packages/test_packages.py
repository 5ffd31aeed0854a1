"""The package: what is in it, what is not, and that it is the research object that it says it is."""

import importlib.util
import io
import json
import random
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft201909Validator

from crosscase.messages.errors import StudyError
from crosscase.packages import contents
from crosscase.provenance import manifests
from crosscase.run_crate import about, crate, datacite, records
from crosscase.running.pipeline import PACKAGE
from tests.builders.imports import imported
from tests.builders.projects import Study
from tests.builders.results import not_of_the_team

CRATE = "results/provenance/crate"
RUN_CRATE = PACKAGE / "run_crate"
DDI = "{ddi:codebook:2_5}"
# RECOMMENDED of Process Run Crate that this crate leaves out: a time would be the clock's, the identifiers of libraries
# are package URLs and those of scripts paths, and who publishes the crate is the archive that takes it.
LEFT_OUT = {
    "The Action SHOULD have an endTime in ISO 8601 format",
    "The SoftwareApplication id SHOULD be an absolute URI",
    "The `publisher` property of a `Root Data Entity` SHOULD be an `Organization`",
    "The organization SHOULD have a URL.",
}


def graph(study: Study) -> dict[str, dict[str, Any]]:
    document = json.loads(study.text(f"{CRATE}/ro-crate-metadata.json"))
    return {entity["@id"]: entity for entity in document["@graph"]}


def kinds(entity: dict[str, Any]) -> list[str]:
    return entity["@type"] if isinstance(entity["@type"], list) else [entity["@type"]]


def references(value: Any) -> Iterator[str]:
    """The identifiers that an entity's properties refer to."""
    if isinstance(value, list):
        for item in value:
            yield from references(item)
    elif isinstance(value, dict):
        yield value["@id"]


@pytest.mark.exhaustive
def test_the_crate_conforms_to_its_profiles(built: Study, tmp_path: Path) -> None:
    from tests.builders import crate_profiles  # takes long: not while all tests are collected

    result = crate_profiles.validate(built.folder / CRATE, tmp_path / "cache")
    assert {issue.message for issue in result.get_issues()} <= LEFT_OUT
    profiles = {check.requirement.profile.identifier.rsplit("-", 1)[0] for check in result.executed_checks}
    run_crates = {f"{kind}-run-crate" for kind in ("process", "workflow", "provenance")}
    assert profiles == {"ro-crate", "workflow-ro-crate"} | run_crates
    assert len(result.executed_checks) > 150


def test_the_crate_uses_no_term_that_its_context_lacks(built: Study) -> None:
    from tests.builders import crate_profiles

    terms = crate_profiles.context().keys() | {"sha256", "@id", "@type"}
    for entity in graph(built).values():
        assert entity.keys() <= terms, entity
        assert set(kinds(entity)) <= terms


def test_every_job_is_an_action_and_every_reference_leads_somewhere(built: Study) -> None:
    entities = graph(built)
    steps = json.loads(built.text("results/provenance/steps.json"))["steps"]
    count = Counter(kind for entity in entities.values() for kind in kinds(entity))
    assert count["CreateAction"] == len(steps) + 1
    assert count["HowToStep"] == count["ControlAction"] == len({step["rule"] for step in steps})
    known = {"https://w3id.org/ro/crate/1.1"}
    for entity in entities.values():
        properties = {name: value for name, value in entity.items() if name != "@id"}
        assert set(references(list(properties.values()))) <= entities.keys() | known, entity
    for step in steps:
        action = entities[f"#action/{step['outputs'][0]['path']}"]
        assert entities[action["instrument"]["@id"]]["name"] == step["rule"]
        named = {entities[id]["name"]: entities[id] for id in references([action["object"]])}
        for name, value in step["parameters"].items():
            assert json.loads(named[name]["value"]) == value
        made = {entities[id].get("sha256") for id in references([action["result"]])}
        assert made == {output["sha256"] for output in step["outputs"]}


def test_steps_stand_in_the_order_in_which_they_can_run(built: Study) -> None:
    position = {e["name"]: int(e["position"]) for e in graph(built).values() if kinds(e) == ["HowToStep"]}
    assert sorted(position.values()) == list(range(1, len(position) + 1))
    for earlier, later in (
        ("anonymise_export", "import_segments"),
        ("import_segments", "validate_codes"),
        ("validate_codes", "aggregate_groups"),
        ("aggregate_groups", "render_tables"),
    ):
        assert position[earlier] < position[later]


def test_what_may_be_published_is_in_it_and_nothing_else(built: Study) -> None:
    folder = built.folder / CRATE
    inside = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    listed = manifests.read(built.folder / "results/provenance/manifest.json")
    named = {entry["path"] for entry in listed["files"]} - set(listed["held_back"])
    results = {path for path in inside if path.startswith(("results/", "data/processed/"))}
    assert results - {"results/provenance/manifest.json"} == named
    kept = re.compile(r"restricted|participants.*parquet|results/(?:archive|preflight|disclosure)/|\.key")
    assert not list(filter(kept.search, inside))
    for words in ("Special secretary", "consent_to_quote"):
        people = (folder / contents.PARTICIPANTS).read_text(encoding="utf-8")
        assert words not in people
    assert people.splitlines()[0] == "participant,group"


def test_the_crate_names_no_raw_file(built: Study) -> None:
    """The log of replacements of an export, which is not in it either, is called after the export's key."""
    names = "|".join(re.escape(path.name) for path in (built.folder / "data/raw/exports").iterdir())
    everything = (built.folder / f"{CRATE}.zip").read_bytes()
    assert names.count("|") == 8
    wrong = re.compile(rf"{not_of_the_team(built)}(?<!\w)(?:{names})(?!\w)".encode())
    places = [found.span() for found in re.finditer(names.encode(), everything)]  # what stands before takes long to see
    assert [everything[start:end] for start, end in places if wrong.search(everything[start - 99 : end + 1])] == []


def test_the_zip_is_the_folder_without_times_and_owners(built: Study) -> None:
    with zipfile.ZipFile(built.folder / f"{CRATE}.zip") as archive:
        for info in archive.infolist():
            assert (info.date_time, info.compress_type, info.extra) == ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED, b"")
            assert archive.read(info) == (built.folder / CRATE / info.filename).read_bytes()
        names = archive.namelist()
    assert names == sorted(names)
    assert len(names) == sum(path.is_file() for path in (built.folder / CRATE).rglob("*"))


def test_the_package_says_that_it_is_synthetic_wherever_it_is_described(built: Study) -> None:
    note = "Synthetic reconstruction, not the interviews"
    root = graph(built)["./"]
    assert "synthetic reconstruction, not the interviews" in root["name"]
    assert root["description"].startswith(note)
    described = json.loads(built.text(f"{CRATE}/datacite.json"))
    assert described["titles"][0]["title"] == root["name"]
    assert described["descriptions"][0]["description"].startswith(note)
    assert note in built.text(f"{CRATE}/README.md").split("\n\n")[1]
    assert note in built.text(f"{CRATE}/ddi-codebook.xml")


def test_the_codebook_is_a_set_of_terms(built: Study) -> None:
    entities = graph(built)
    sets = [entity for entity in entities.values() if kinds(entity) == ["DefinedTermSet"]]
    terms = [entities[id] for one in sets for id in references(one["hasDefinedTerm"])]
    assert len(sets) == 4
    assert len({term["termCode"] for term in terms}) == 31
    assert set(references(entities["./"]["mentions"])) >= {one["@id"] for one in sets}


def test_the_description_for_an_archive_has_what_a_deposit_asks_for(built: Study) -> None:
    """No package brings the schema of DDI-Codebook: this looks at form and required elements."""
    root = ET.fromstring(built.text(f"{CRATE}/ddi-codebook.xml"))
    assert root.tag == f"{DDI}codeBook"
    assert [child.tag.removeprefix(DDI) for child in root] == ["stdyDscr", *["fileDscr"] * 3, "dataDscr"]
    for path in ("titlStmt/titl", "rspStmt/AuthEnty", "distStmt/distDate", "verStmt/version"):
        assert root.findtext(f"{DDI}stdyDscr/{DDI}citation/{DDI}" + path.replace("/", f"/{DDI}"))
    assert len(root.findall(f".//{DDI}nation")) == 9
    for file in root.iter(f"{DDI}fileDscr"):
        name, cases, variables = (file.findtext(f".//{DDI}{tag}") for tag in ("fileName", "caseQnty", "varQnty"))
        header, *rows = built.text(f"{CRATE}/{name}").splitlines()
        described = [v.get("name") for v in root.iter(f"{DDI}var") if v.get("files") == file.get("ID")]
        assert described == header.split(",")
        assert (cases, variables) == (str(len(rows)), str(len(described)))


def test_the_description_for_a_doi_conforms_to_its_schema(built: Study) -> None:
    described = json.loads(built.text(f"{CRATE}/datacite.json"))
    assert described.keys() >= {"creators", "titles", "publisher", "publicationYear", "types", "schemaVersion"}
    package = importlib.util.find_spec("datacite")
    if package is None or package.origin is None:
        pytest.skip("the package that brings DataCite's schema is not here")
    schema = json.loads((Path(package.origin).parent / "schemas/datacite-v4.5.json").read_text(encoding="utf-8"))
    assert list(Draft201909Validator(schema).iter_errors(described)) == []


PERSON = about.Author("de Witt", "Ana", "https://orcid.org/0000-0002-1825-0097", "University of X")
ABOUT = about.About("A study", "What it is.", "2026-01-31", "CC-BY-4.0", [PERSON], "1.0.0", ["interviews"], "10.5555/x")


def test_persons_and_organisations_are_distinguished() -> None:
    (creator,) = json.loads(datacite.write(ABOUT))["creators"]
    assert (creator["name"], creator["nameType"]) == ("de Witt, Ana", "Personal")
    assert creator["nameIdentifiers"][0]["nameIdentifier"] == PERSON.orcid


def invented_run(order: random.Random) -> tuple[records.Run, list[crate.Packed]]:
    """A run of two rules and its files, in any order."""
    steps: list[dict[str, Any]] = []
    for name in "abc":
        content = {"path": f"mid/{name}.csv", "sha256": None}
        code = [{"path": "scripts/cut.py", "sha256": None}]
        common: dict[str, Any] = {"doc": "Cut.", "script": "scripts/cut.py", "code": code, "parameters": {"depth": 3}}
        steps.append({"rule": "cut", "outputs": [content], "inputs": [{"path": "wood", "sha256": "0" * 64}], **common})
        common = {
            "doc": "Glue.",
            "script": "scripts/glue.py",
            "code": [],
            "parameters": {"how": ["long", name], "note": ""},
        }
        steps.append(
            {"rule": "glue", "outputs": [{"path": f"{name}.csv", "sha256": None}], "inputs": [content], **common}
        )
    paths = ["Snakefile", "scripts/cut.py", "scripts/glue.py", "a.csv", "mid/b.csv"]
    files = [crate.Packed(path, path.encode(), "text/plain", path, path) for path in paths]
    files.append(crate.Packed("README.md", b"Read me.", "text/markdown", "what it is"))
    order.shuffle(steps)
    order.shuffle(files)
    return records.read(steps, "1", "3.11", {"snakemake": "9", "alpha": "1"}), files


def test_the_same_run_in_any_order_is_the_same_crate(tmp_path: Path) -> None:
    written = set()
    for seed in range(5):
        archive = io.BytesIO()
        crate.write(tmp_path / str(seed), archive, ABOUT, *_arguments(seed))
        written.add(archive.getvalue())
    assert len(written) == 1


def _arguments(seed: int) -> tuple[records.Run, str, list[crate.Packed]]:
    run, files = invented_run(random.Random(seed))
    return run, "Snakefile", files


def test_any_run_conforms(tmp_path: Path) -> None:
    crate.write(tmp_path / "crate", io.BytesIO(), ABOUT, *_arguments(0))
    from tests.builders import crate_profiles

    result = crate_profiles.validate(tmp_path / "crate", tmp_path / "cache")
    assert {issue.message for issue in result.get_issues()} <= LEFT_OUT


def test_a_file_that_is_not_the_recorded_one_is_not_packed(tmp_path: Path) -> None:
    run, files = invented_run(random.Random(0))
    wrong = [*files, crate.Packed("x.csv", b"x", "text/csv", "x", sha256="0" * 64)]
    with pytest.raises(crate.CrateError, match=r"x\.csv differs from the file"):
        crate.write(tmp_path / "crate", io.BytesIO(), ABOUT, run, "Snakefile", wrong)
    assert not (tmp_path / "crate/ro-crate-metadata.json").exists()
    sentence = r"^x\.csv: it changed while the build ran, .*\. Build again, and change no "
    with pytest.raises(StudyError, match=sentence), contents.unchanged_files():
        crate.write(tmp_path / "crate", io.BytesIO(), ABOUT, run, "Snakefile", wrong)


def test_the_writer_of_crates_needs_nothing_of_crosscase_and_no_library() -> None:
    others = {name for name in imported(RUN_CRATE) if name.split(".")[0] not in sys.stdlib_module_names}
    assert {name for name in others if not name.startswith("crosscase.run_crate")} == set()
