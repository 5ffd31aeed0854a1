"""Steps and manifest: complete, true to the files, up to date after every build, and silent about people and places."""

import getpass
import json
import re
import socket
import subprocess
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from crosscase.messages.errors import StudyError
from crosscase.provenance import checkouts, manifests, proofs, records, result_digests, software
from crosscase.provenance.snakemake_records import Job
from crosscase.running import code_lists
from crosscase.study import citation_texts
from tests.builders.projects import ROOT, Study
from tests.builders.results import not_of_the_team

PROVENANCE = "results/provenance"
MADE_OF_ALL = ("checkout.json", "manifest.json")  # in `PROVENANCE`, and not in the manifest


def digest(study: Study, path: str) -> str:
    return sha256((study.folder / path).read_bytes()).hexdigest()


def record(study: Study) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(study.text(f"{PROVENANCE}/steps.json"))
    return found


def listed(step: Mapping[str, Any], kind: str) -> dict[str, str | None]:
    return {item["path"]: item["sha256"] for item in step[kind]}


def test_the_steps_are_a_chain_from_the_raw_exports_to_every_result(built: Study) -> None:
    steps = record(built)["steps"]
    made = {path: found for step in steps for path, found in listed(step, "outputs").items()}
    results = {path.relative_to(built.folder).as_posix() for path in (built.folder / "results").rglob("*.*")}
    own = {f"{PROVENANCE}/{name}" for name in ("steps.json", *MADE_OF_ALL)}
    after = (f"{PROVENANCE}/crate", "results/report/", "results/leaks/")  # made when the steps were written down
    results = {path for path in results - own if not path.startswith(after)}
    assert results == {path for path in made if path.startswith("results/")}
    for path, found in made.items():
        assert found == (None if path.startswith("data/restricted/") else digest(built, path)), path
    for step in steps:
        for path, found in listed(step, "inputs").items():
            if path in made:
                assert found == made[path]
            elif path.startswith("config/") or path == citation_texts.FILE:
                assert found == digest(built, path)
            else:
                assert re.fullmatch(r"export \w\w|register|identifiers|key|decisions of review", path)
                assert bool(found) == path.startswith("export")
        assert listed(step, "code") == {path: digest(built, path) for path in listed(step, "code")}
        assert step["script"] in listed(step, "code")
        assert "unnamed" not in step["parameters"]
        assert step["environment_sha256"] == digest(built, software.ENVIRONMENT)
    assert [step["rule"] for step in steps].count("anonymise_export") == 9
    assert steps == sorted(steps, key=lambda step: (step["rule"], list(listed(step, "outputs"))))


def test_the_head_names_what_the_build_was_made_with_and_from(built: Study) -> None:
    head = record(built)
    sums = dict(line.split("  ")[::-1] for line in built.text("data/raw/SHA256SUMS").splitlines())
    assert head["exports"] == {Path(name).stem: found for name, found in sums.items() if name.startswith("exports/")}
    assert head["codebook_sha256"] == digest(built, "config/codebook.csv")
    assert head["lock_sha256"] == digest(built, software.LOCK)
    for name, version in head["libraries"].items():
        assert re.search(rf"(?m)^{name}=={re.escape(version)}\b", built.text(software.LOCK)), name
    step = next(step for step in head["steps"] if step["rule"] == "verify_published")
    assert list(step["parameters"]) == ["compare", "groups", "sample"]


def test_parameters_of_a_wildcard_are_those_of_its_job(built: Study) -> None:
    anonymising = [step for step in record(built)["steps"] if step["rule"] == "anonymise_export"]
    formats = set()
    for step in anonymising:
        (name,) = (path for path in listed(step, "inputs") if path.startswith("export "))
        (settings,) = step["parameters"]["exports"].values()
        assert settings["file"] == name
        formats.add(settings["format"])
    assert formats >= {"maxqda", "rqda", "dedoose"}


def test_the_manifest_lists_every_file(built: Study) -> None:
    manifest = json.loads(built.text(f"{PROVENANCE}/manifest.json"))
    paths = [item["path"] for item in manifest["files"]]
    results = {path.relative_to(built.folder).as_posix() for path in (built.folder / "results").rglob("*.*")}
    beside = {path for path in paths if not path.startswith("results/")}
    results = {path for path in results if not path.startswith((f"{PROVENANCE}/crate", "results/leaks/"))}
    assert set(paths) - beside == results - {f"{PROVENANCE}/{name}" for name in MADE_OF_ALL}
    assert beside == {"data/processed/codebook.parquet"} | {f"data/processed/mentions/{x}.parquet" for x in EXPORTS}
    assert paths == sorted(paths)
    assert manifest["volatile"] == [f"{PROVENANCE}/checkout.json"]
    for item in manifest["files"]:
        assert item["sha256"] == digest(built, item["path"])
        assert item["bytes"] == (built.folder / item["path"]).stat().st_size
        assert item["media_type"] == manifests.MEDIA_TYPES[Path(item["path"]).suffix]
    rules = {item["path"]: item["rule"] for item in manifest["files"]}
    assert rules["results/tables/sample_tidy.csv"] == "render_tables"
    assert rules[f"{PROVENANCE}/steps.json"] == "record_steps"


EXPORTS = ("cz", "de", "el", "en", "it", "nl", "no", "pl", "pt")


def test_nothing_names_people_files_or_machines(built: Study) -> None:
    """Names of people are searched everywhere in `test_workflow`; here the names of files and of the machine."""
    texts = {path.name: path.read_bytes() for path in (built.folder / PROVENANCE).glob("*.json")}
    texts["trace"] = repr(pq.read_table(built.folder / PROVENANCE / "cell_codings.parquet").to_pylist()).encode()
    raw = [path.relative_to(built.folder).as_posix() for path in (built.folder / "data/raw").rglob("*.*")]
    names = [re.escape(Path(name).name) for name in raw]  # the log of replacements has the name of the export
    wanted = [*raw, str(built.folder), str(ROOT), str(Path.home()), "demonstration.key"]
    wanted.append(built.text("config/demonstration.key").strip())
    for name, text in texts.items():
        for word in wanted:
            assert word.encode() not in text, (name, word)
        assert not re.search(rf"{not_of_the_team(built)}(?<!\w)({'|'.join(names)})".encode(), text), name
        for word in (socket.gethostname(), getpass.getuser()):
            assert not re.search(rb"(?<![\w-])" + re.escape(word.encode()) + rb"(?![\w-])", text), (name, word)
        assert not re.search(rb"\b(19|20)\d\d-\d\d-\d\d|\b\d\d:\d\d:\d\d", text), name


@pytest.mark.exhaustive
def test_a_step_that_ran_alone_is_written_down_by_the_next_build(rebuilt: Study) -> None:
    """Its result is the same, so only the record shows that other code made it."""
    before, script = record(rebuilt), "scripts/check_published.py"
    rebuilt.replace(script, "from crosscase", "# edited\nfrom crosscase")
    rebuilt.build("results/verification/verdict.txt")
    assert record(rebuilt) == before
    rebuilt.build()
    after = record(rebuilt)
    (old,), (new,) = ([s for s in found["steps"] if s["script"] == script] for found in (before, after))
    assert listed(new, "code")[script] == digest(rebuilt, script) != listed(old, "code")[script]
    assert listed(new, "outputs") == listed(old, "outputs")
    assert [s for s in after["steps"] if s != new] == [s for s in before["steps"] if s != old]
    assert after["code_sha256"] != before["code_sha256"]
    assert rebuilt.planned() == {}


def commit(folder: Path) -> None:
    """Commit all that is in a folder to a repository of its own."""
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
    for arguments in (["init", "--quiet"], ["add", "."], [*who, "commit", "--quiet", "--message", "All"]):
        subprocess.run(["git", "-c", "core.looseCompression=0", *arguments], cwd=folder, check=True)


def test_a_commit_reruns_nothing_but_the_record_of_the_checkout(rebuilt: Study) -> None:
    assert json.loads(rebuilt.text(f"{PROVENANCE}/checkout.json")) == {"commit": None, "clean": None}
    commit(rebuilt.folder)
    assert rebuilt.planned() == {"record_checkout": 1, "scan_results": 1}


def test_a_checkout_is_its_commit_and_whether_its_files_are_those_of_the_commit(tmp_path: Path) -> None:
    assert checkouts.read(tmp_path) == {"commit": None, "clean": None}
    (tmp_path / "Snakefile").write_text("a")
    commit(tmp_path)
    found = checkouts.read(tmp_path)
    assert re.fullmatch("[0-9a-f]{40}", found["commit"])
    assert found["clean"] is True
    for name in ("new", "Snakefile"):
        (tmp_path / name).write_text("b")
        assert checkouts.read(tmp_path) == {**found, "clean": False}
        subprocess.run(["git", "clean", "--quiet", "--force"], cwd=tmp_path, check=True)


def test_an_installed_pipeline_is_not_the_checkout_that_it_lies_in(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a")
    commit(tmp_path)
    (tmp_path / ".venv/pipeline").mkdir(parents=True)
    (tmp_path / ".venv/pipeline/Snakefile").write_text("a")
    for folder in (tmp_path, tmp_path / ".venv/pipeline"):
        assert checkouts.read(folder) == {"commit": None, "clean": None}


def test_a_missing_record_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(StudyError, match="no record of how results/cells/cells"):
        records.jobs_behind(["results/cells/cells.csv"], [])


def test_a_verdict_is_about_the_results_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "results/report").mkdir(parents=True)
    (tmp_path / "results/provenance").mkdir()
    (tmp_path / "results/cells.csv").write_text("a")
    output = {"path": "results/cells.csv", "sha256": "0" * 64}
    (tmp_path / "results/provenance/steps.json").write_text(json.dumps({"steps": [{"outputs": [output]}]}))
    assert proofs.of_rebuild(tmp_path).startswith("not rebuilt")
    core = result_digests.together(result_digests.of_readers(tmp_path / "results"))
    verdict = {"verdict": "same", "files": 1, "core_sha256": core, "varied": ["time zone", "locale"]}
    (tmp_path / "reproduced.json").write_text(json.dumps(verdict))
    (tmp_path / "results/report/index.html").write_text("shows the verdict")
    expected = "rebuilt independently with the same bytes for 1 file, whatever the time zone, locale"
    assert proofs.of_rebuild(tmp_path) == expected
    (tmp_path / "results/cells.csv").write_text("b")
    assert proofs.of_rebuild(tmp_path).startswith("not rebuilt independently: the last rebuild was of other results")


def test_the_code_is_named_by_its_place_in_the_pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A study may lie anywhere; where is nobody's business."""
    (tmp_path / "study").mkdir()
    (tmp_path / "study/out.txt").touch()
    monkeypatch.chdir(tmp_path / "study")
    pipeline = tmp_path / "home of a user/pipeline"
    (pipeline / "scripts").mkdir(parents=True)
    (pipeline / "scripts/step.py").write_bytes(b"pass")
    inputs = {
        code_lists.write("step", [pipeline / "scripts/step.py"], pipeline): "ab",
        "raw/Novák.csv": "cd",
        "names.csv": "ef",
    }
    inputs |= {"data/restricted/review/Novák.csv": "gh"}
    job = Job("step", ("out.txt",), inputs, ("['raw/Novák.csv', 1]",), None)
    rules = {"step": {"doc": "Do it.", "script": "scripts/step.py", "parameters": {"files": job.parameters}}}
    called = {"raw/Novák.csv": "export cz", "names.csv": "register"}
    (step,) = records.describe([job], rules, called, {"export cz": "12"})
    assert listed(step, "code") == {"scripts/step.py": sha256(b"pass").hexdigest()}
    assert listed(step, "inputs") == {"data/restricted/review": None, "export cz": "12", "register": None}
    assert records.jobs_behind(["out.txt"], [job]) == [job]
    assert step["parameters"] == {"files": ["export cz", 1]}
