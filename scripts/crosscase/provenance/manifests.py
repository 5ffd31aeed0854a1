"""The manifest: every file of the results with its digest, size, media type and the rule that made it.

It lists files that may be shared. The archive contains words of interviews, so it is not listed.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from crosscase.provenance.result_digests import sha256_of

# The table of the standard library depends on the machine.
MEDIA_TYPES = {
    ".csv": "text/csv",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".parquet": "application/vnd.apache.parquet",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".tex": "application/x-tex",
    ".txt": "text/plain",
}


def describe(paths: Iterable[str], rules: Mapping[str, str], volatile: Iterable[str]) -> dict[str, Any]:
    """The manifest of some files, sorted; for `volatile` files only their paths, since they change without the results.

    `rules` gives the rule of each path.
    """
    return {"files": [_entry(path, rules[path]) for path in sorted(paths)], "volatile": sorted(volatile)}


def _entry(path: str, rule: str) -> dict[str, Any]:
    return {
        "path": path,
        "sha256": sha256_of(path),
        "bytes": Path(path).stat().st_size,
        "media_type": MEDIA_TYPES.get(Path(path).suffix, "application/octet-stream"),
        "rule": rule,
    }
