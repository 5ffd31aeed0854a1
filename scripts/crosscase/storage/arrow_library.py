"""pyarrow, imported when the first table is opened, and in a step without numpy.

pyarrow imports numpy wherever it is installed, for conversions from and to numpy alone. A step that has not imported
numpy itself needs none of them: the import would be a third of the CPU time of a small step. pyarrow works without
numpy, as in an environment that does not have it. numpy is hidden only while pyarrow is imported: what comes later,
such as a library of name models, finds it.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from importlib import import_module

# Only a step knows that it needs no numpy; a notebook may still import it, or pandas.
_spares_numpy = ContextVar("_spares_numpy", default=False)


@contextmanager
def without_numpy() -> Iterator[None]:
    """Within this context, pyarrow is imported without numpy, unless either has been imported already."""
    token = _spares_numpy.set(True)
    try:
        yield
    finally:
        _spares_numpy.reset(token)


def load(*further: str) -> None:
    """Import pyarrow, its part for Parquet and further parts, unless that has been done."""
    hidden = _spares_numpy.get() and "numpy" not in sys.modules
    if hidden:
        sys.modules["numpy"] = None  # type: ignore[assignment]  # Python's own sign for a module that is not there
    try:
        for part in ("pyarrow.parquet", *further):
            import_module(part)
    finally:
        if hidden:
            del sys.modules["numpy"]
