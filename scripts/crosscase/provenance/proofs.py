"""Sentences on the origin of the results: their checkout, and whether they have been rebuilt."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from crosscase.messages.wording import counted
from crosscase.provenance import checkouts, result_digests, software


def of_checkout(pipeline: Path, built: str) -> str:
    """The present commit of the pipeline, and whether its code is that of the build with the digest `built`."""
    now = checkouts.read(pipeline)
    tree = {True: "no file changed", False: "with changed files", None: "files not compared"}
    commit = f"commit {now['commit']}, {tree[now['clean']]}" if now["commit"] else "no git checkout"
    same = software.code_sha256(pipeline) == built
    return f"{commit}; the code is {'the same as' if same else 'not the same as'} in the build"


def of_rebuild(folder: Path = Path()) -> str:
    """The result of the last independent rebuild, if it was a rebuild of the present results."""
    path = folder / result_digests.VERDICT
    if not path.exists():
        return "not rebuilt independently (run `crosscase reproduce`)"
    try:
        return _described(json.loads(path.read_text(encoding="utf-8")), folder)
    except (ValueError, KeyError, TypeError):
        return f"not known: {path} is not as crosscase wrote it (run `crosscase reproduce`)"


def _described(found: Mapping[str, Any], folder: Path) -> str:
    if found["core_sha256"] != result_digests.together(result_digests.of_readers(folder / result_digests.RESULTS)):
        return "not rebuilt independently: the last rebuild was of other results (run `crosscase reproduce`)"
    varied = f", whatever the {', '.join(found['varied'])}" if found["varied"] else ""
    outcome = {"same": f"the same bytes for {counted(found['files'], 'file')}{varied}", "different": "other bytes"}
    return f"rebuilt independently with {outcome[found['verdict']]}"
