"""How far results can be trusted, in sentences: from which checkout they are, and whether they have been rebuilt."""

import json
from pathlib import Path
from typing import Any

from crosscase.provenance import checkouts, result_digests, software


def of_checkout(pipeline: Path, built: str) -> str:
    """Which commit the pipeline is now, and whether its code is still that of the build, whose digest is `built`."""
    now = checkouts.read(pipeline)
    tree = {True: "no file differs from it", False: "files differ from it", None: "its files were not compared"}
    commit = f"commit {now['commit']}, {tree[now['clean']]}" if now["commit"] else "no git checkout"
    same = software.code_sha256(pipeline) == built
    return f"{commit}; the code is {'that of the build' if same else 'another than that of the build'}"


def of_rebuild(folder: Path = Path()) -> str:
    """What the last independent rebuild has found, if it was one of the results that are there."""
    path = folder / result_digests.VERDICT
    if not path.exists():
        return "not yet rebuilt independently (make reproduce)"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if found["core_sha256"] != result_digests.core_sha256(result_digests.digests(folder / result_digests.RESULTS)):
        return "not yet rebuilt independently: the last rebuild was of other results (make reproduce)"
    varied = f", whatever the {', '.join(found['varied'])}" if found["varied"] else ""
    told = {"same": f"the same bytes in {found['files']} files{varied}", "different": "other bytes"}
    return f"rebuilt independently with {told[found['verdict']]}"
