"""What a Python file imports."""

import ast
from pathlib import Path


def imported(folder: Path) -> set[str]:
    """The modules that the files of a folder import."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                found.add(node.module or ".")
            elif isinstance(node, ast.Import):
                found.update(alias.name for alias in node.names)
    return found
