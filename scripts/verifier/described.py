"""What a package says of its files: in its description, its manifest and its steps."""

import hashlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from verifier.package import METADATA, Package

MANIFEST = "results/provenance/manifest.json"
STEPS = "results/provenance/steps.json"


def listed(package: Package) -> Iterator[str]:
    """Nothing is missing, nothing is more."""
    there = package.sizes.keys() - {METADATA}
    yield from (f"{name} is missing" for name in sorted(package.described.keys() - there))
    yield from (f"{name} is not described: it should not be there" for name in sorted(there - package.described.keys()))


def digests(package: Package) -> Iterator[str]:
    """Each file has the size and digest of the description."""
    for name in sorted(package.described.keys() & package.sizes.keys()):
        entity, content = package.described[name], package.read(name)
        if entity.get("contentSize") != str(len(content)):
            yield f"{name} has {len(content)} bytes, not {entity.get('contentSize')}"
        elif entity.get("sha256") != hashlib.sha256(content).hexdigest():
            yield f"{name} is not the file that the description tells of: its digest differs"


def manifest(package: Package) -> Iterator[str]:
    """The study's own list of results names what is in the package, with the same digests."""
    entries = {entry["path"]: entry for entry in package.json(MANIFEST)["files"]}
    held_back = set(package.study["held_back"])
    for name, entry in sorted(entries.items()):
        found = package.described.get(name)
        if found is None and name not in held_back:
            yield f"{name} is in the manifest, but neither in the package nor among what is held back"
        elif found and (entry["sha256"], str(entry["bytes"])) != (found["sha256"], str(found["contentSize"])):
            yield f"{name} is not the file of the manifest: digest or size differs"
    results = {name for name in package.described if name.startswith("results/")} - {MANIFEST}
    yield from (f"{name} is not in the manifest" for name in sorted(results - entries.keys()))


def steps(package: Package) -> Iterator[str]:
    """The steps made and read the files that are in the package, with the code that is in it."""
    told = package.json(STEPS)
    digest = {name: entity["sha256"] for name, entity in package.described.items()}
    code = {PurePosixPath(name[5:]): value for name, value in digest.items() if name.startswith("code/")}
    for step in told["steps"]:
        files = [
            *step["inputs"],
            *step["outputs"],
            *({**file, "path": f"code/{file['path']}"} for file in step["code"]),
        ]
        for file in files:
            if digest.get(file["path"], file["sha256"]) != file["sha256"]:
                yield f"{step['rule']}: {file['path']} is not the file that the step had"
    lines = (
        f"{code[path]}  {path}\n" for path in sorted(code) if path.parts[0] in ("Snakefile", "scripts", "workflow")
    )
    if hashlib.sha256("".join(lines).encode()).hexdigest() != told["code_sha256"]:
        yield "code/ is not the code that the steps tell of"
    if code.get(PurePosixPath("envs/requirements.txt")) != told["lock_sha256"]:
        yield "code/envs/requirements.txt is not the lock that the steps tell of"
