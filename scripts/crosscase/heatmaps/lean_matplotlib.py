"""matplotlib, imported without its documentation and without three dimensions: a fifth of a second less in each step.

When it is imported, matplotlib writes the documentation of every kind of thing that it can draw, and loads what draws
in three dimensions. The steps that draw need neither, and import this module before anything that imports matplotlib.
"""

import sys
import warnings
from importlib import import_module
from typing import Any

_THREE_DIMENSIONS = "mpl_toolkits.mplot3d"


def load() -> None:
    """Import what draws, unless that has been done."""
    if "matplotlib.figure" in sys.modules:
        return
    artist: Any = import_module("matplotlib.artist")
    artist.kwdoc = lambda _: ""
    artist.Artist._update_set_signature_and_docstring = classmethod(lambda _: None)
    sys.modules[_THREE_DIMENSIONS] = None  # type: ignore[assignment]  # Python's own sign for a module that is not there
    with warnings.catch_warnings(action="ignore", category=UserWarning):  # that it is not there
        import_module("matplotlib.figure")
    del sys.modules[_THREE_DIMENSIONS]


load()
