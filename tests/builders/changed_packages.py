"""Packages that are changed in memory and sealed again, so that every digest fits."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.builders import remembered_checks
from tests.builders.packed import zipped_files
from tests.builders.projects import Study
from tests.builders.remembered_checks import digest_of
from verifier import checks
from verifier.package import METADATA

Files = dict[str, bytes]
Change = Callable[[Files], None]
TABLES, CELLS, PROVENANCE = "results/tables/", "results/cells/", "results/provenance/"
MANIFEST, STEPS = f"{PROVENANCE}manifest.json", f"{PROVENANCE}steps.json"
PUBLISHED, PRINT = "results/verification/published.csv", "results/verification/verdict.txt"
ISSUES, SUMMARY, VERDICT = (f"results/validation/{name}" for name in ("issues.csv", "summary.csv", "verdict.txt"))
HTML, TEX = f"{TABLES}barriers.html", f"{TABLES}barriers.tex"
BY_COUNTRY = [f"{TABLES}sample_by_country{end}" for end in (".csv", "_tidy.csv", ".html", ".tex")]
TEMPLATE = "code/scripts/crosscase/html/templates/page.html.j2"


def files_of(study: Study) -> Files:
    """The files of the package of a built study, by name."""
    with zipfile.ZipFile(study.folder / f"{PROVENANCE}crate.zip") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Files) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def sealed(files: Files, and_code: bool = True) -> None:
    """Let every record of the package fit the changed files; what is gone is gone from the records, too.

    Without `and_code`, the record of the steps keeps the digests of the code that made the results.
    """
    steps, manifest, crate = (json.loads(files[name]) for name in (STEPS, MANIFEST, METADATA))
    outside = set(manifest["held_back"])
    for step in steps["steps"]:
        step["outputs"] = [
            file
            for file in step["outputs"]
            if file["path"] in files or file["path"] in outside or not file["path"].startswith("results/")
        ]
        for file in (*step["inputs"], *step["outputs"]):
            if file["path"] in files:
                file["sha256"] = digest_of(files[file["path"]])
    if and_code:
        _seal_code(files, steps)
    files[STEPS] = json.dumps(steps).encode()
    entries = [entry for entry in manifest["files"] if entry["path"] in files or entry["path"] in outside]
    for entry in entries:
        if content := files.get(entry["path"]):
            entry.update(sha256=digest_of(content), bytes=len(content))
    files[MANIFEST] = json.dumps(manifest | {"files": entries}).encode()
    graph = [entity for entity in crate["@graph"] if "contentSize" not in entity or entity["@id"] in files]
    for entity in graph:
        if "contentSize" in entity and entity["@id"] in files:
            content = files[entity["@id"]]
            entity.update(sha256=digest_of(content), contentSize=str(len(content)))
    files[METADATA] = json.dumps(crate | {"@graph": graph}).encode()


def _seal_code(files: Files, steps: dict[str, Any]) -> None:
    for file in (file for step in steps["steps"] for file in step["code"]):
        if f"code/{file['path']}" in files:
            file["sha256"] = digest_of(files[f"code/{file['path']}"])
    code = sorted(name[5:] for name in files if re.match(r"code/(Snakefile|scripts|workflow)", name))
    lines = "".join(f"{digest_of(files[f'code/{name}'])}  {name}\n" for name in code)
    steps["code_sha256"] = sha256(lines.encode()).hexdigest()


def verdict(content: bytes | bytearray, folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    path = folder / "crate.zip"
    path.write_bytes(content)
    code = remembered_checks.check(str(path))
    return code, capsys.readouterr().out


def verdict_on(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """The exit code and the words of the verifier on a package as it lies there."""
    code = checks.check(str(path))
    return code, capsys.readouterr().out


def replace(name: str, old: str, new: str) -> Change:
    def change(files: Files) -> None:
        text = files[name].decode()
        assert old in text, (name, old)
        files[name] = text.replace(old, new, 1).encode()

    return change


def within(name: str, *changes: Change) -> Change:
    """Changes within a file that is an archive itself."""

    def change(files: Files) -> None:
        with zipfile.ZipFile(io.BytesIO(files[name])) as archive:
            parts = {inner: archive.read(inner) for inner in archive.namelist()}
        for each in changes:
            each(parts)
        files[name] = zipped_files(parts)

    return change


def replace_within(name: str, part: str, old: str, new: str) -> Change:
    """A change within a file that is an archive itself."""
    return within(name, replace(part, old, new))


def drop(*names: str) -> Change:
    def change(files: Files) -> None:
        for name in names:
            del files[name]

    return change


def drop_rows(pattern: str, *names: str) -> Change:
    """Leave out, in each of these files, the lines in which the pattern is found."""

    def change(files: Files) -> None:
        for name in names:
            lines = files[name].decode().splitlines(keepends=True)
            kept = [line for line in lines if not re.search(pattern, line)]
            assert len(kept) < len(lines), (name, pattern)
            files[name] = "".join(kept).encode()

    return change


def drop_html_row(name: str, label: str) -> Change:
    def change(files: Files) -> None:
        rows = re.split(r"(?=<tr>\n<th scope=\"row\")", files[name].decode())
        kept = [row for row in rows if f">{label}</th>" not in row]
        assert len(kept) < len(rows)
        files[name] = "".join(kept).encode()

    return change


def add(name: str, text: str) -> Change:
    return lambda files: files.update({name: files.get(name, b"") + text.encode()})


def write(name: str, text: str) -> Change:
    return lambda files: files.update({name: text.encode()})


def both(*changes: Change) -> Change:
    def change(files: Files) -> None:
        for each in changes:
            each(files)

    return change


def edit(name: str, change: Callable[[Any], object]) -> Change:
    def changed(files: Files) -> None:
        content = json.loads(files[name])
        change(content)
        files[name] = json.dumps(content).encode()

    return changed


def edit_parquet(name: str, column: str, value: Callable[[Any], object], rows: slice = slice(None)) -> Change:
    """Write another value into a column of a Parquet file, or keep only some rows."""

    def change(files: Files) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        table = pq.read_table(io.BytesIO(files[name]))
        found = table.to_pylist()[rows]
        for row in found:
            row[column] = value(row[column])
        target = io.BytesIO()
        pq.write_table(pa.Table.from_pylist(found, table.schema), target)
        files[name] = target.getvalue()

    return change


def same(value: object) -> object:
    return value


def every_step(name: str, digest: str) -> Change:
    """Another digest of a file that the package does not hold, wherever the record has it once."""

    def change(record: Any) -> None:
        for step in record["steps"]:
            for file in step["inputs"]:
                if file["path"] == name:
                    file["sha256"] = digest

    return edit(STEPS, change)


def first_output(record: Any) -> None:
    """Another digest of a table between the steps, where its own step names it."""
    step = next(step for step in record["steps"] if step["rule"] == "import_segments")
    next(file for file in step["outputs"] if "segments" in file["path"])["sha256"] = "0" * 64
