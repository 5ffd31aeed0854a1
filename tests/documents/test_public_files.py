"""The files by which a public project is known agree with each other and with the code."""

import json
import re
import tomllib

import yaml

from tests.builders.projects import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
CODEMETA = json.loads((ROOT / "codemeta.json").read_text(encoding="utf-8"))
WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/checks.yml").read_text(encoding="utf-8"))
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_citation_codemeta_and_project_say_the_same() -> None:
    assert CODEMETA["name"] == CITATION["title"]
    assert CODEMETA["version"] == CITATION["version"] == PROJECT["version"]
    assert CODEMETA["datePublished"] == str(CITATION["date-released"])
    assert CODEMETA["license"] == f"https://spdx.org/licenses/{CITATION['license']}"
    assert CITATION["license"] == PROJECT["license"]
    assert CODEMETA["keywords"] == CITATION["keywords"]
    assert [author["name"] for author in CODEMETA["author"]] == [author["name"] for author in CITATION["authors"]]
    assert CODEMETA["description"] == PROJECT["description"]
    assert CODEMETA["softwareRequirements"] == f"Python {PROJECT['requires-python'].replace('>=', '>= ')}"


def test_there_is_one_text_of_the_licence() -> None:
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES/MIT.txt").read_bytes()


def test_the_workflow_runs_the_commands_of_the_readme_and_the_rebuild_on_every_python() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    job = WORKFLOW["jobs"]["build"]
    ran = [step["run"].strip() for step in job["steps"] if "run" in step]
    first = re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)[0].split("\n")
    assert len(first) > 1
    assert set(filter(None, first)) <= set(ran)
    assert {"make check", "make reproduce"} <= set(ran)
    versions = job["strategy"]["matrix"]["python"]
    assert versions == sorted(versions, key=lambda version: int(version.split(".")[1]))
    assert PROJECT["requires-python"] == f">={versions[0]}"
    named = [line.rsplit(" ", 1)[1] for line in PROJECT["classifiers"] if re.search(r"Python :: 3\.\d+$", line)]
    assert named == versions


def test_the_hooks_are_the_checks_of_make() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    recipe = re.findall(r"^check:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)[0]
    checks = [line.strip().removeprefix("@").replace("$(BIN)", ".venv/bin") for line in recipe.splitlines()]
    assert [hook["entry"] for hook in hooks] == checks


def test_the_changelog_names_kinds_and_dates() -> None:
    versions = re.findall(r"^## (.+)$", CHANGELOG, re.MULTILINE)
    assert len(versions) >= 2
    assert all(re.fullmatch(r"(Unreleased|\d+\.\d+\.\d+), \d{4}-\d\d-\d\d", version) for version in versions), versions
    assert versions[1].startswith(str(PROJECT["version"]))
    kinds = set(re.findall(r"^### (.+)$", CHANGELOG, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
