"""Packages whose description says two things or none, or with bytes beside their files: they are not checked at all."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.builders.changed_packages import (
    TABLES,
    Change,
    Files,
    edit,
    packed,
    verdict,
)
from verifier.package import METADATA


def graph(change: Callable[[list[Any]], object]) -> Change:
    return edit(METADATA, lambda crate: change(crate["@graph"]))


def a_file(entities: list[Any]) -> Any:
    return next(entity for entity in entities if entity["@id"] == f"{TABLES}barriers.csv")


REFUSED: dict[str, tuple[Change, str]] = {
    "second description of a file": (
        graph(lambda g: g.append(dict(a_file(g)))),
        "describes results/tables/barriers.csv 2",
    ),
    "second root": (graph(lambda g: g.append({"@id": "./", "@type": "Dataset"})), "describes ./ 2 times"),
    "same file, other spelling": (
        graph(lambda g: g.append(a_file(g) | {"@id": "results/tables/barriers%2Ecsv"})),
        "is one of two",
    ),
    "number as a kind": (graph(lambda g: a_file(g).update({"@type": 7})), "does not describe a package"),
    "mapping as a kind": (graph(lambda g: a_file(g).update({"@type": {"a": "File"}})), "does not describe a package"),
    "list as an identifier": (graph(lambda g: a_file(g).update({"@id": ["x"]})), "does not describe a package"),
    "number as a size": (graph(lambda g: a_file(g).update(contentSize=12)), "has no digest and size"),
    "list as a digest": (graph(lambda g: a_file(g).update(sha256=["0"])), "has no digest and size"),
    "no digest": (graph(lambda g: a_file(g).pop("sha256")), "has no digest and size"),
    "mapping as the graph": (edit(METADATA, lambda c: c.update({"@graph": {"a": 1}})), "does not describe a package"),
    "text in the graph": (graph(lambda g: g.append("x")), "does not describe a package"),
    "nothing as the graph": (edit(METADATA, lambda c: c.update({"@graph": None})), "does not describe a package"),
}


@pytest.mark.plain_cases(6)
@pytest.mark.parametrize("name", REFUSED)
def test_a_description_that_says_two_things_or_none_is_refused(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    change, sentence = REFUSED[name]
    changed = dict(files)
    change(changed)
    code, output = verdict(packed(changed), tmp_path, capsys)
    assert (code, sentence in output) == (2, True), output
    assert output.endswith("REFUSED: this package cannot be checked.\n")


@pytest.mark.parametrize("name", ["before", "behind", "a comment", "between"])
def test_bytes_beside_the_files_of_a_zip_are_refused(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    whole, more = packed(files), b"other content" * 10
    if name == "a comment":
        content = io.BytesIO(whole)
        with zipfile.ZipFile(content, "a") as archive:
            archive.comment = more
        changed = content.getvalue()
    elif name == "between":
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as archive:
            archive.writestr("hidden.csv", more)
            for path, text in files.items():
                archive.writestr(path, text)
            hidden = archive.filelist.pop(0)
            del archive.NameToInfo[hidden.filename]
        changed = content.getvalue()
    else:
        changed = more + whole if name == "before" else whole + more
    code, output = verdict(changed, tmp_path, capsys)
    assert code == 2, output
    assert "it has bytes that belong to no file in it" in output or "nor a readable zip file" in output
