"""Writes a crate: a folder with its files and their description, and the same as a zip.

1. Files are copied, or written if they are bytes. Their digests are taken from what was written.
2. The description, ro-crate-metadata.json, is written last: a folder without it is not a crate.
3. The zip is not compressed, so that it does not depend on the version of zlib.
"""

import hashlib
import shutil
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from crosscase.run_crate.about import About, Author, Vocabulary
from crosscase.run_crate.graph import METADATA, ROOT, Graph, Ref, address, ref
from crosscase.run_crate.records import Run
from crosscase.run_crate.run_entities import RunEntities

RO_CRATE = "https://w3id.org/ro/crate/1.1"
WORKFLOW_RO_CRATE = "https://w3id.org/workflowhub/workflow-ro-crate/1.0"
PROFILES = {
    "https://w3id.org/ro/wfrun/process/0.5": "Process Run Crate",
    "https://w3id.org/ro/wfrun/workflow/0.5": "Workflow Run Crate",
    "https://w3id.org/ro/wfrun/provenance/0.5": "Provenance Run Crate",
    WORKFLOW_RO_CRATE: "Workflow RO-Crate",
}
README = "README.md"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time in a zip
_REGULAR = 0o100644 << 16


class CrateError(ValueError):
    """A file, `path` in the crate, differs from the records of the run."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(f"{path} differs from the file in the records of the run")


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of the crate."""

    path: str  # in the crate
    source: Path | bytes
    media_type: str
    name: str  # a short description
    recorded: str = ""  # its path in the run's records, if any
    sha256: str = ""  # its expected digest, if known


def write(
    folder: Path,
    archive: IO[bytes],
    about: About,
    run: Run,
    workflow: str,
    files: Sequence[Packed],
    vocabularies: Iterable[Vocabulary] = (),
) -> None:
    """Write the crate into a new folder, and as a zip into `archive`. `workflow` is the Snakefile's path in it.

    Raises CrateError if a file does not have the expected digest.
    """
    graph = Graph()
    if folder.exists():
        shutil.rmtree(folder)
    recorded = {file.path: file.sha256 for step in run.steps for file in (*step.inputs, *step.outputs, *step.code)}
    parts = [_pack(graph, folder, file, recorded) for file in sorted(files, key=lambda file: file.path)]
    authors = [_author(graph, author) for author in about.authors]
    packed = {file.recorded: file.path for file in files if file.recorded}
    actions = RunEntities(graph, run, workflow, packed, authors).add()
    terms = [_vocabulary(graph, vocabulary) for vocabulary in vocabularies]
    _add_root(graph, about, authors, parts, [*actions, *terms], ref(address(workflow)))
    unfinished = folder / f".{METADATA}.part"  # an interruption leaves no half description
    unfinished.write_text(graph.text(), encoding="utf-8", newline="\n")
    unfinished.replace(folder / METADATA)
    _zip(folder, archive)


def _pack(graph: Graph, folder: Path, file: Packed, recorded: Mapping[str, str | None]) -> Ref:
    content = file.source if isinstance(file.source, bytes) else file.source.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    if any(expected not in (digest, None, "") for expected in (file.sha256, recorded.get(file.recorded))):
        raise CrateError(file.path)
    target = folder / file.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return graph.add(
        address(file.path),
        "File",
        name=file.name,
        encodingFormat=file.media_type,
        contentSize=str(len(content)),
        sha256=digest,
    )


def _author(graph: Graph, author: Author) -> Ref:
    at = author.affiliation
    affiliation = graph.add(f"#organisation/{address(at)}", "Organization", name=at) if at else None
    person = {"givenName": author.given_name, "familyName": author.name} if author.given_name else {}
    kind = "Person" if author.given_name else "Organization"
    id = author.orcid or f"#author/{address(author.full_name)}"
    return graph.add(id, kind, name=author.full_name, affiliation=affiliation, **person)


def _vocabulary(graph: Graph, vocabulary: Vocabulary) -> Ref:
    id = f"#terms/{address(vocabulary.id)}"
    terms = [
        graph.add(
            f"{id}/{address(term.code)}",
            "DefinedTerm",
            name=term.name,
            description=term.description,
            termCode=term.code,
            inDefinedTermSet=ref(id),
        )
        for term in vocabulary.terms
    ]
    return graph.add(id, "DefinedTermSet", name=vocabulary.name, hasDefinedTerm=terms)


def _add_root(
    graph: Graph, about: About, authors: list[Ref], parts: list[Ref], mentions: list[Ref], workflow: Ref
) -> None:
    for id, name in PROFILES.items():
        graph.add(id, "CreativeWork", name=name, version=id.rsplit("/", 1)[1])
    licence = graph.add(
        f"https://spdx.org/licenses/{about.licence}", "CreativeWork", name=about.licence, identifier=about.licence
    )
    for readme in [part for part in parts if part == ref(README)]:
        graph.add(readme["@id"], about=ref(ROOT))
    graph.add(METADATA, "CreativeWork", about=ref(ROOT), conformsTo=[ref(RO_CRATE), ref(WORKFLOW_RO_CRATE)])
    graph.add(
        ROOT,
        "Dataset",
        name=about.name,
        description=about.description,
        datePublished=about.published,
        version=about.version,
        license=licence,
        author=authors,
        keywords=", ".join(about.keywords),
        identifier=about.doi,
        url=about.url,
        conformsTo=[ref(id) for id in PROFILES],
        hasPart=parts,
        mainEntity=workflow,
        mentions=mentions,
    )


def _zip(folder: Path, archive: IO[bytes]) -> None:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as target:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            info = zipfile.ZipInfo(path.relative_to(folder).as_posix(), _LONG_AGO)
            info.external_attr = _REGULAR
            info.create_system = 3  # as on Unix, on every system
            target.writestr(info, path.read_bytes())
