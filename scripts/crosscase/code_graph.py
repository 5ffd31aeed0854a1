"""Which modules a script depends on, so that Snakemake can take them as inputs.

Snakemake reruns a step when its script changes, but does not follow the script's imports. The
graph is read from the code itself, without running it, so that it cannot be forgotten.
"""

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def modules_of(script: Path) -> tuple[Path, ...]:
    """Files of this package that a Python file imports, directly or not, sorted; none for other files."""
    found: set[Path] = set()
    waiting = [script]
    while waiting:
        new = set(_imports(waiting.pop())) - found
        found |= new
        waiting += new
    return tuple(sorted(found))


@cache
def _imports(file: Path) -> tuple[Path, ...]:
    if file.suffix != ".py":
        return ()
    found: set[Path] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        for name in names:
            found.update(_files(name))
    return tuple(sorted(found))


def _files(name: str) -> list[Path]:
    """Files that the import of a dotted name runs: the module's and those of its packages."""
    first, *parts = name.split(".")
    if first != PACKAGE.name:
        return []
    files = [PACKAGE / "__init__.py"]
    folder = PACKAGE
    for part in parts:
        folder = folder / part
        files += [folder.with_suffix(".py"), folder / "__init__.py"]
    return [file for file in files if file.is_file()]
