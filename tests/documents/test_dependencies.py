"""What the project needs of libraries is declared once, and the locks, conda's pins and the imports agree with it."""

import ast
import importlib.metadata
import re
import sys
import tomllib

import pytest

from envs import write_conda
from tests.builders.projects import ROOT


def requirements(name: str) -> dict[str, set[str]]:
    """The pins of a lock by package; a package may have one for each version of Python."""
    found: dict[str, set[str]] = {}
    for pin in write_conda.pins((ROOT / "envs" / name).read_text(encoding="utf-8")):
        package, version = pin.split(" ; ")[0].split("==")
        found.setdefault(package, set()).add(version)
    return found


def test_declared_dependencies_lock_and_conda_are_in_step() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run, dev = requirements("requirements.txt"), requirements("requirements-dev.txt")
    for declared in project["project"]["dependencies"]:
        assert re.split(r"[<>=\[]", declared)[0] in run
    for declared in project["dependency-groups"]["dev"]:
        assert re.split(r"[<>=\[]", declared)[0] in dev
    assert run.items() <= dev.items()
    text = (ROOT / "envs/requirements.txt").read_text(encoding="utf-8")
    assert (ROOT / "envs/analysis.yaml").read_text(encoding="utf-8") == write_conda.environment(text)


def test_declared_versions_admit_the_locked_ones() -> None:
    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    dev = requirements("requirements-dev.txt")
    for declared in [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]:
        requirement = Requirement(declared)
        assert all(version in requirement.specifier for version in dev[requirement.name]), declared


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_locks_have_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / "envs" / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}", text)) >= len(requirements(name))
    for entry in re.split(r"\n(?=\w)", text.split("\n", 2)[2]):
        assert "--hash=sha256:" in entry, entry


def test_what_the_code_imports_is_declared_and_nothing_else() -> None:
    """Also what another library brings, which may stop to bring it. Libraries of models are the user's to install."""
    own = {*sys.stdlib_module_names, "crosscase", "verifier"}
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "scripts").rglob("*.py"))
    # Most modules import no library, and parsing takes seconds. A sentence may begin like an import: the tree decides.
    begun = re.compile(r"^\s*(?:import|from)\s+(\w+)", re.MULTILINE)
    trees = [ast.parse(text) for text in texts if not own.issuperset(begun.findall(text))]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    roots = {name.partition(".")[0] for name in names} - own
    packages = importlib.metadata.packages_distributions()
    imported = {package.lower() for root in roots - {"spacy", "presidio_analyzer"} for package in packages[root]}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert {re.split(r"[<>=\[]", declared)[0] for declared in project["project"]["dependencies"]} == imported
