"""What a build is made with: the pipeline's own code, its lock, Python and the libraries that it declares."""

import platform
import tomllib
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import Any

from crosscase.listing import sha256_of

LOCK = "envs/requirements.txt"
ENVIRONMENT = "envs/analysis.yaml"  # the same pins for conda; every rule names it
PROJECT = "pyproject.toml"
_DECLARED = "<>=!~[; "  # what ends the name of a declared dependency


def files_of(pipeline: Path) -> list[Path]:
    """All files of the pipeline's code, sorted: rules, scripts, modules, templates, schemas."""
    found = [path for folder in ("workflow", "scripts") for path in (pipeline / folder).rglob("*") if path.is_file()]
    visible = (path for path in found if not any(part[0] in "._" for part in path.relative_to(pipeline).parts[:-1]))
    return sorted([pipeline / "Snakefile", *(path for path in visible if path.name[0] != ".")])


def describe(pipeline: Path) -> dict[str, Any]:
    """Version and digest of the code, digests of the locks, versions of Python and of the declared libraries."""
    project = tomllib.loads((pipeline / PROJECT).read_text(encoding="utf-8"))["project"]
    digests = "".join(
        f"{sha256_of(path)}  {path.relative_to(pipeline).as_posix()}\n" for path in files_of(pipeline)
    )
    return {
        project["name"]: project["version"],
        "code_sha256": sha256(digests.encode()).hexdigest(),
        "lock_sha256": sha256_of(pipeline / LOCK),
        "environment_sha256": sha256_of(pipeline / ENVIRONMENT),
        "python": platform.python_version(),
        "libraries": {name: _version(name) for name in sorted(map(_name, project["dependencies"]))},
    }


def _name(declared: str) -> str:
    return declared[: next((at for at, sign in enumerate(declared) if sign in _DECLARED), None)]


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
