"""The software of a build: the pipeline's code, its lock, Python and the declared libraries."""

import platform
import tomllib
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import Any

from crosscase.provenance.result_digests import sha256_of
from crosscase.provenance.step_record import Software

LOCK = "envs/requirements.txt"
ENVIRONMENT = "envs/analysis.yaml"  # the same pins for conda; every rule names it
PROJECT = "pyproject.toml"
DECLARED = (LOCK, ENVIRONMENT, PROJECT, "LICENSE")  # what the pipeline declares beside its code
_CODE = ("scripts", "workflow")
_END_OF_NAME = "<>=!~[; "  # signs that end the name of a declared dependency


def files_of(pipeline: Path) -> list[Path]:
    """All files of the pipeline's code, sorted: rules, scripts, modules, templates, schemas."""
    found = [pipeline / "Snakefile", *(path for name in _CODE for path in (pipeline / name).rglob("*"))]
    return sorted(path for path in found if path.is_file() and path.name[0] != "." and path.suffix != ".pyc")


def files_for_package(pipeline: Path) -> list[Path]:
    """All files of the pipeline that a package holds: its code, its locks, its metadata and its licence."""
    return [*files_of(pipeline), *(pipeline / name for name in DECLARED)]


def code_sha256(pipeline: Path) -> str:
    """One digest of all the code."""
    lines = (f"{sha256_of(path)}  {path.relative_to(pipeline).as_posix()}\n" for path in files_of(pipeline))
    return sha256("".join(lines).encode()).hexdigest()


def version(pipeline: Path) -> str:
    """Version of the code."""
    return str(_project(pipeline)["version"])


def _project(pipeline: Path) -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((pipeline / PROJECT).read_text(encoding="utf-8"))["project"]
    return found


def describe(pipeline: Path, code: str) -> Software:
    """Version of the code and its digest `code`, digests of the locks, versions of Python and declared libraries."""
    return {
        "crosscase": version(pipeline),
        "code_sha256": code,
        "lock_sha256": sha256_of(pipeline / LOCK),
        "environment_sha256": sha256_of(pipeline / ENVIRONMENT),
        "python": platform.python_version(),
        "libraries": _versions(libraries(pipeline)),
    }


def libraries(pipeline: Path) -> list[str]:
    """Names of the declared libraries, sorted."""
    return sorted(map(_name, _project(pipeline)["dependencies"]))


def _name(declared: str) -> str:
    return declared[: next((at for at, sign in enumerate(declared) if sign in _END_OF_NAME), None)]


def _versions(names: Iterable[str]) -> dict[str, str]:
    """Version of each library that is installed."""
    found = {}
    for name in names:
        with suppress(metadata.PackageNotFoundError):
            found[name] = metadata.version(name)
    return found
