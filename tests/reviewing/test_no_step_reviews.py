"""The review opens data/restricted for a person at a terminal: no step and no rule may have a part of it."""

from crosscase.running import code_graph
from crosscase.running.pipeline import PACKAGE
from tests.builders.projects import ROOT

REVIEWING = PACKAGE / "reviewing"


def test_only_the_command_imports_the_review() -> None:
    scripts = [*ROOT.glob("scripts/*.py")]
    assert len(scripts) > 15
    using = [
        path.name for path in scripts if any(REVIEWING in module.parents for module in code_graph.modules_of(path))
    ]
    assert not using
    importing = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if REVIEWING not in path.parents and "crosscase.reviewing" in path.read_text(encoding="utf-8")
    }
    assert importing == {"commands/review.py"}
    assert not [path.name for path in ROOT.glob("workflow/rules/*.smk") if "reviewing" in path.read_text()]
