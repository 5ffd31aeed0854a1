"""What each step has loaded when its process ends.

An import costs every process that runs it, and a library may import another behind one's back, so the imports of the
code do not tell: each process that Snakemake starts says itself what it has loaded.
"""

import json
import re

import pytest

from crosscase.running import code_graph
from tests.builders.projects import ROOT, Study

NEEDS = {  # slow libraries, and those that each imports by itself
    "numpy": (),
    "pandas": ("numpy",),
    "matplotlib": ("numpy",),
    "seaborn": ("numpy", "pandas", "matplotlib", "scipy"),
    "scipy": ("numpy",),
    "pyarrow.dataset": ("numpy",),
}
SLOW = tuple(NEEDS)


@pytest.fixture(scope="module")
def loaded(built_small: Study) -> dict[str, set[str]]:
    """The slow libraries that each step of a build has loaded; steps that work on one export end in `/`."""
    found: dict[str, set[str]] = {}
    for path in built_small.folder.with_name("loaded").glob("tmp*.py.json"):
        step = path.name.split(".")[1]
        key = f"{step}/" if (built_small.folder / "logs" / step / "ie.log").exists() else step
        modules = set(json.loads(path.read_text(encoding="utf-8")))
        found.setdefault(key, set()).update(modules.intersection(SLOW))
    return found


def test_every_step_says_what_it_has_loaded(loaded: dict[str, set[str]]) -> None:
    assert loaded.keys() >= {"anonymise_export/", "aggregate_groups", "scan_results"}
    assert "matplotlib" in loaded["plot_heatmaps"]


def test_a_step_that_works_on_one_export_loads_no_slow_library(loaded: dict[str, set[str]]) -> None:
    assert {step: slow for step, slow in loaded.items() if step.endswith("/") and slow} == {}


def test_charts_are_drawn_without_seaborn(loaded: dict[str, set[str]]) -> None:
    for step in ("plot_analysis", "plot_overview"):
        assert loaded[step] & {"matplotlib", "pandas", "seaborn", "scipy"} == {"matplotlib"}


def test_only_the_step_that_draws_heatmaps_loads_pandas(loaded: dict[str, set[str]]) -> None:
    assert [step for step, slow in loaded.items() if "pandas" in slow] == ["plot_heatmaps"]


def test_a_step_loads_a_slow_library_only_where_its_code_imports_one_that_needs_it(loaded: dict[str, set[str]]) -> None:
    for step, slow in loaded.items():
        script = ROOT / f"scripts/{step.removesuffix('/')}.py"
        code = "".join(path.read_text(encoding="utf-8") for path in (script, *code_graph.modules_of(script)))
        imported = [library for library in SLOW if re.search(rf"^ *(import|from) {library}\b", code, re.MULTILINE)]
        allowed = {needed for library in imported for needed in (library, *NEEDS[library])}
        assert slow <= allowed, step
