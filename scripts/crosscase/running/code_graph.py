"""Which modules a script depends on, so that Snakemake can take them as inputs.

Snakemake reruns a step when its script changes, but does not follow the script's imports. The
graph is read from the code itself, without running it, so that it cannot be forgotten.
"""

import ast
import os
import re
from functools import cache
from pathlib import Path

from crosscase.running.pipeline import PACKAGE

# The imports of this package: read so, they take a tenth of the time of parsing the files.
_IMPORT = re.compile(
    rf"^[ \t]*(?:from[ \t]+({PACKAGE.name}\b[\w.]*)[ \t]+import|import(?=[ \t]+{PACKAGE.name}\b))[ \t]*"
    r"(\([^)]*\)|[^\n(]*)",
    re.MULTILINE,
)
_COMMENT = re.compile("#.*")
_NAME = re.compile(r"([\w.]+)(?:\s+as\s+\w+)?")


@cache
def modules_of(script: Path) -> tuple[Path, ...]:
    """Files of this package that a Python file imports, directly or not, sorted; none for other files."""
    found: set[Path] = set()
    waiting = [script]
    while waiting:
        new = _imports(waiting.pop()) - found
        found |= new
        waiting += new
    return tuple(sorted(found, key=str))


@cache
def _imports(file: Path) -> frozenset[Path]:
    if file.suffix != ".py" or file == PACKAGE / "__init__.py":  # it names what notebooks use, and loads it when used
        return frozenset()
    return frozenset(
        path
        for module, listed in _IMPORT.findall(file.read_text(encoding="utf-8"))
        for name in _NAME.findall(_COMMENT.sub("", listed))
        for path in _files(f"{module}.{name}" if module else name)
    )


@cache
def _files(name: str) -> tuple[Path, ...]:
    """Files that the import of a dotted name runs: the module's and those of its packages that hold any code."""
    package, _, _ = name.rpartition(".")
    own = _modules().get(name)
    return (*(_files(package) if package else ()), *([own] if own and not _only_describes(own) else ()))


@cache
def _modules() -> dict[str, Path]:
    """The files of this package by their dotted names: one walk takes less time than to look for each file."""
    above = len(str(PACKAGE.parent)) + 1
    walk = os.walk(PACKAGE)
    paths = (os.path.join(folder, name) for folder, _, names in walk for name in names if name.endswith(".py"))
    return {path[above:-3].replace(os.sep, ".").removesuffix(".__init__"): Path(path) for path in paths}


@cache
def _only_describes(file: Path) -> bool:
    """Whether a file is the docstring of a package and nothing else, so that no step depends on it."""
    if file.name != "__init__.py":
        return False
    body = ast.parse(file.read_text(encoding="utf-8")).body
    return all(isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) for node in body)
