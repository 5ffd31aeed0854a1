"""The picture of the architecture in CONTRIBUTING.md: the steps of a build, and the folders that each uses.

Mermaid, made from Snakemake's graph of rules and from the imports of the scripts, so that it cannot be out of date.
"""

import re
from collections.abc import Iterable

from crosscase.running import code_graph
from crosscase.running.pipeline import PACKAGE, ROOT
from tests.builders.projects import Study

BEGIN, END = "<!-- architecture: made by tests/documents/test_architecture.py -->", "<!-- /architecture -->"
# These are behind every step; an arrow to each would hide the rest.
_EVERYWHERE = {"messages", "storage", "study", "running"}
Edges = set[tuple[str, str]]
# A folder imports only folders of the layers below its own. A new folder gets a place here, and its `__init__.py`
# says what is in it and what may import it.
LAYERS = (
    {"messages", "run_crate"},
    {"storage", "languages", "html", "labels"},
    {"running"},
    {"study", "spreadsheets", "console"},
    {"coding", "readers", "detectors", "sample"},
    {"provenance"},
    {
        "analysis",
        "anonymisation",
        "codebooks",
        "packages",
        "preflight",
        "redaction_summary",
        "refi_archive",
    },
    {"heatmaps", "tables"},
    {
        "analysis_tables",
        "changes",
        "charts",
        "comparisons",
        "verification",
        "rebuilds",
        "explain",
        "reviewing",
        "reliability",
    },
    {"report", "data_package", "starting"},
    {"leaks"},
    {"erasure"},
    {"notebooks"},
    {"commands"},
    {"cli"},
)


def rule_edges(study: Study) -> Edges:
    """Which rule needs the outputs of which, from Snakemake's own graph; `all` and what follows from others aside."""
    dot = study.build("--rulegraph", "dot", "--forceall")
    names = dict(re.findall(r'(\d+)\[ ?label = "(\w+)"', dot))
    edges = {(names[one], names[other]) for one, other in re.findall(r"(\d+) -> (\d+)", dot)}
    return _reduced({(one, other) for one, other in edges if other != "all"})


def _reduced(edges: Edges) -> Edges:
    """The edges that do not follow from others."""
    after: dict[str, set[str]] = {}
    for one, other in edges:
        after.setdefault(one, set()).add(other)

    def beyond(name: str) -> set[str]:
        return {far for near in after.get(name, ()) for far in (near, *beyond(near))}

    return {(one, other) for one, other in edges if not any(other in beyond(near) for near in after[one] - {other})}


def folders_of(rule: str) -> list[str]:
    """The folders of the package that the script of a rule imports itself, but those behind every step."""
    modules = code_graph._imports(ROOT / f"scripts/{rule}.py")
    folders = {path.relative_to(PACKAGE).parts[0] for path in modules if path.parent != PACKAGE}
    return sorted(folders - _EVERYWHERE)


def picture(edges: Edges) -> str:
    """The picture as a block of Markdown."""
    rules = sorted({rule for edge in edges for rule in edge})
    lines = ["flowchart LR", *(f'  {rule}["{rule}{_used(folders_of(rule))}"]' for rule in rules)]
    lines += [f"  {one} --> {other}" for one, other in sorted(edges)]
    layers = "; ".join(", ".join(f"`{folder}`" for folder in sorted(layer)) for layer in LAYERS)
    return "\n".join([BEGIN, "```mermaid", *lines, "```", "", f"Folders, from the lowest layer up: {layers}.", END])


def _used(folders: Iterable[str]) -> str:
    named = ", ".join(folders)
    return f"<br/><small>{named}</small>" if named else ""
