"""The modules that a step depends on: as many as Python itself loads, read from the code."""

import ast
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from crosscase.running import code_graph
from crosscase.running.pipeline import PACKAGE
from tests.builders.plain_runs import repeats
from tests.builders.projects import ROOT

SCRIPTS = sorted((ROOT / "scripts").glob("*.py"))[:: repeats(3, 1)]
# Loads what each script imports in a process of its own, forked from one that has large libraries but no crosscase.
LOAD = """
import ast, json, os, sys
from pathlib import Path
import matplotlib.figure, pandas, pyarrow.parquet

for script in sys.argv[1:]:
    if process := os.fork():
        if os.waitpid(process, 0)[1]:
            sys.exit(f"{script} cannot be loaded")
        continue
    tree = ast.parse(Path(script).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            exec(compile(ast.Module([node], []), "imports", "exec"))
    files = [str(m.__file__) for n, m in sys.modules.items() if n.split(".")[0] == "crosscase"]
    print(json.dumps([script, files]), flush=True)
    os._exit(0)
"""


@pytest.fixture(scope="module")
def loaded() -> dict[str, list[str]]:
    """The modules of crosscase that Python loads for each script."""
    command = [sys.executable, "-c", LOAD, *map(str, SCRIPTS)]
    run = subprocess.run(command, text=True, check=True, capture_output=True, env={"PYTHONPATH": str(ROOT / "scripts")})
    return dict(map(json.loads, run.stdout.splitlines()))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.stem)
def test_the_graph_holds_every_module_that_python_loads(script: Path, loaded: dict[str, list[str]]) -> None:
    files = map(Path, loaded[str(script)])
    assert {path for path in files if holds_code(path)} <= set(code_graph.modules_of(script))


@cache
def holds_code(file: Path) -> bool:
    """Whether anything but docstrings is left of a file when it is compiled."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return any(not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)) for node in tree.body)


def names(file: Path) -> set[str]:
    """The modules that a file imports, a package by its own name."""
    paths = (path.relative_to(PACKAGE).with_suffix("") for path in code_graph.modules_of(file))
    return {".".join(path.parts).removesuffix(".__init__") for path in paths}


def test_anonymisation_does_not_depend_on_figures_tables_and_readers() -> None:
    anonymiser = names(ROOT / "scripts/anonymise_export.py")
    others = {"heatmaps", "tables", "coding.cells", "coding.mentions", "readers.maxqda", "readers.refi_qda"}
    assert not anonymiser & others
    assert anonymiser >= {
        "anonymisation.redaction",
        "anonymisation.register",
        "spreadsheets.spreadsheet",
        "readers.raw",
    }


def test_every_form_of_import_is_seen(tmp_path: Path) -> None:
    script = tmp_path / "step.py"
    script.write_text(
        "import crosscase.anonymisation.keys, os\n"
        "from crosscase.coding import (\n    cells,  # first\n    mentions as m,\n)\n"
        "def late():\n    from crosscase.readers import maxqda, dedoose  # noqa\n"
    )
    assert names(script) >= {
        "anonymisation.keys",
        "coding.cells",
        "coding.mentions",
        "readers.maxqda",
        "readers.dedoose",
        "spreadsheets.spreadsheet",
    }


def test_what_is_no_python_imports_nothing() -> None:
    assert code_graph.modules_of(ROOT / "README.md") == ()


def test_a_package_counts_once_it_holds_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "crosscase"
    (package / "parts").mkdir(parents=True)
    for name, text in (("__init__.py", ""), ("parts/__init__.py", '"""Parts."""\n'), ("parts/one.py", "")):
        (package / name).write_text(text)
    script = tmp_path / "step.py"
    script.write_text("from crosscase.parts import one\n")
    monkeypatch.setattr(code_graph, "PACKAGE", package)
    forget()
    assert code_graph.modules_of(script) == (package / "parts/one.py",)
    (package / "parts/__init__.py").write_text('"""Parts."""\n\nNUMBER = 1\n')
    forget()
    assert code_graph.modules_of(script) == (package / "parts/__init__.py", package / "parts/one.py")
    forget()


def forget() -> None:
    """Forget what was read, as a new build does."""
    by_file = (code_graph.modules_of, code_graph._imports, code_graph._files, code_graph._only_describes)
    for cached in (*by_file, code_graph._modules):
        cached.cache_clear()
