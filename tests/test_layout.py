"""The layout holds: folders import downwards alone, tests mirror them, and no test module imports another."""

import ast
import graphlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscase.running import code_graph
from crosscase.running.pipeline import PACKAGE
from tests.builders.architecture import LAYERS
from tests.builders.projects import ROOT

LAYER = {folder: number for number, layer in enumerate(LAYERS) for folder in layer}
FOLDERS = sorted(path.parent for path in PACKAGE.glob("*/__init__.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))


def folder_of(file: Path) -> str:
    """The folder of the package that a module lies in; of a module at the root its own name."""
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


def imports_of(file: Path) -> Iterator[str]:
    """The dotted names that a Python file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_the_root_of_the_package_holds_folders() -> None:
    assert {path.name for path in PACKAGE.glob("*.py")} <= {"__init__.py", "cli.py"}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_folder_says_what_is_in_it_and_what_may_import_it(folder: Path) -> None:
    tree = ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))
    docstring = ast.get_docstring(tree)
    assert docstring
    assert "import" in docstring
    assert len(tree.body) == 1, "a folder's own file holds no code, or every module below depends on it"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_folders_import_downwards_alone(folder: Path) -> None:
    for file in folder.rglob("*.py"):
        used = {folder_of(module) for module in code_graph._imports(file)} - {folder.name, "__init__"}
        upwards = {name for name in used if LAYER[name] >= LAYER[folder.name]}
        assert not upwards, f"{file.relative_to(PACKAGE)} imports {', '.join(sorted(upwards))}"


def test_no_module_imports_another_in_a_circle() -> None:
    uses = {file: set(code_graph._imports(file)) - {file} for file in PACKAGE.rglob("*.py")}
    assert len([*graphlib.TopologicalSorter(uses).static_order()]) > 100


def test_tests_mirror_the_folders() -> None:
    own = {"builders", "documents", "evaluation", "expected", "reconstruction", "verifier", "workflow"}
    mirrored = {path.name for path in (ROOT / "tests").iterdir() if (path / "__init__.py").exists()} - own
    assert mirrored <= {folder.name for folder in FOLDERS}


def test_no_test_module_imports_another() -> None:
    imported = {test.stem: [name for name in imports_of(test) if name.startswith("tests.")] for test in TESTS}
    assert any(imported.values())
    assert {test: names for test, names in imported.items() if any(".test_" in name for name in names)} == {}
