"""crosscase: from raw coded exports of interviews to the tables and heatmaps of a study that compares groups.

One concept a module, in folders by theme. A build calls them in this order: `readers` → `anonymisation` → `coding` →
`tables`, `heatmaps` → `verification` → `report`, `packages` → `leaks`.

In a notebook, `crosscase.open("results")` reads a built study or a package as pandas frames (docs/api.md).
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscase.messages.errors import StudyError
    from crosscase.notebooks.results import Results, open

# Loaded when first used: each step of a build imports this package, and must not load pandas with it.
_PUBLIC = {
    "open": "crosscase.notebooks.results",
    "Results": "crosscase.notebooks.results",
    "StudyError": "crosscase.messages.errors",
}
__all__ = ["Results", "StudyError", "open"]


def __getattr__(name: str) -> object:
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PUBLIC[name]), name)
