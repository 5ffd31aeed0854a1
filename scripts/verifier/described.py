"""The statements of a package about its files: in its description, its manifest and its steps."""

import hashlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from verifier.package import METADATA, Package

MANIFEST = "results/provenance/manifest.json"
STEPS = "results/provenance/steps.json"
_MADE_LAST = {STEPS, MANIFEST, "results/report/index.html"}  # by steps that the record does not describe


def complete(package: Package) -> Iterator[str]:
    """No file is missing, and none is added."""
    present = package.sizes.keys() - {METADATA}
    yield from (f"{name} is missing" for name in sorted(package.described.keys() - present))
    yield from (
        f"{name} is not described, so it does not belong to the package"
        for name in sorted(present - package.described.keys())
    )


def digests(package: Package) -> Iterator[str]:
    """Each file has the size and digest of the description."""
    for name in sorted(package.described.keys() & package.sizes.keys()):
        entity, content = package.described[name], package.read(name)
        if entity.get("contentSize") != str(len(content)):
            yield f"{name}: number of bytes: {len(content)}, described {entity.get('contentSize')}"
        elif entity.get("sha256") != hashlib.sha256(content).hexdigest():
            yield f"{name} is not the described file: its digest differs"


def manifest(package: Package) -> Iterator[str]:
    """The study's list of results names the files in the package, with the same digests."""
    entries = {entry["path"]: entry for entry in package.json(MANIFEST)["files"]}
    held_back = set(package.study["held_back"])
    for name, entry in sorted(entries.items()):
        found = package.described.get(name)
        if found is None and name not in held_back:
            yield f"{name} is in the manifest, but neither in the package nor in its list of left-out files"
        elif found and (entry["sha256"], str(entry["bytes"])) != (found["sha256"], str(found["contentSize"])):
            yield f"{name} is not the file in the manifest: its digest or size differs"
    results = {name for name in package.described if name.startswith("results/")} - {MANIFEST}
    yield from (f"{name} is not in the manifest" for name in sorted(results - entries.keys()))


def inputs(package: Package) -> Iterator[str]:
    """A file has one digest, wherever a step or the description names it, and an export that of the list of exports."""
    record = package.json(STEPS)
    known: dict[str, str | None] = {}
    exports = set(record["exports"].values())
    for step in record["steps"]:
        for file in [*step["inputs"], *step["outputs"]]:
            name, digest = file["path"], file["sha256"]
            of_export = name.startswith("export ")
            if not (digest in exports if of_export else known.setdefault(name, digest) == digest):
                yield f"{step['rule']}: {name} has another digest than in another step"
    codebooks = {file["sha256"] for s in record["steps"] if s["rule"] == "import_codebook" for file in s["inputs"]}
    if record["codebook_sha256"] not in codebooks:
        yield f"{STEPS}: the codebook is not the file that import_codebook read"
    named = {file["path"]: file["sha256"] for s in record["steps"] for file in (*s["inputs"], *s["outputs"])}
    for entity in package.graph:
        name = unquote(entity["@id"]).removeprefix("#file/")
        if entity["@id"].startswith("#file/") and (name not in named or entity.get("sha256") != named[name]):
            yield f"{METADATA}: {name} has another digest than in {STEPS}"


def made(package: Package) -> Iterator[str]:
    """Each result was made by a step of the record, and each result of a step is there or left out on purpose."""
    outputs = {file["path"] for step in package.json(STEPS)["steps"] for file in step["outputs"]}
    left_out = set(package.study["held_back"])
    results = {name for name in outputs if name.startswith("results/")}
    yield from (
        f"{name} is missing, although a step made it" for name in sorted(results - package.sizes.keys() - left_out)
    )
    found = {name for name in package.sizes if name.startswith(("results/", "data/processed/"))}
    yield from (f"{name} was made by no step" for name in sorted(found - outputs - _MADE_LAST))


def steps(package: Package) -> Iterator[str]:
    """The steps made and read the files of the package, with its code."""
    record = package.json(STEPS)
    digest = {name: entity["sha256"] for name, entity in package.described.items()}
    code = {PurePosixPath(name[5:]): value for name, value in digest.items() if name.startswith("code/")}
    for step in record["steps"]:
        files = [
            *step["inputs"],
            *step["outputs"],
            *({**file, "path": f"code/{file['path']}"} for file in step["code"]),
        ]
        for file in files:
            if digest.get(file["path"], file["sha256"]) != file["sha256"]:
                yield f"{step['rule']}: {file['path']} is not the file that the step read or made"
    lines = (
        f"{code[path]}  {path}\n" for path in sorted(code) if path.parts[0] in ("Snakefile", "scripts", "workflow")
    )
    if hashlib.sha256("".join(lines).encode()).hexdigest() != record["code_sha256"]:
        yield "code/ is not the code in the record of the steps"
    if code.get(PurePosixPath("envs/requirements.txt")) != record["lock_sha256"]:
        yield "code/envs/requirements.txt is not the lock in the record of the steps"
