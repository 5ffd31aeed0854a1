"""Put the reconstruction together and write its files.

1. Draw the plan, write the transcripts, and gather one project for each export.
2. Put in the flaws that are there on purpose.
3. Write each export in its own format, the register, the identifiers, and the checksums.
"""

import csv
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.reconstruction import documents, facts, flaws, plan, register
from tests.reconstruction.project import CodePath, Coding, Document, Project
from tests.reconstruction.register import Row
from tests.reconstruction.transcripts import Country
from tests.reconstruction.writers import atlasti, dedoose, maxqda, qualcoder, refi, rqda, taguette, tidy

CHECKSUMS = "SHA256SUMS"
TAGUETTE = ("taguette_csv", "taguette_database")
"""Formats whose codes have no hierarchy."""


@dataclass(frozen=True)
class Reconstruction:
    """The synthetic study: a project for each country, the register and the identifiers."""

    projects: Mapping[str, Project]
    register: Sequence[Row]
    identifiers: Sequence[Row]


@cache
def build() -> Reconstruction:
    """Build the whole study in memory; the same each time."""
    known = facts.load()
    interviews = plan.draw_interviews(known)
    names = register.names(known)
    projects: dict[str, Project] = {}
    held: dict[str, list[str]] = {}
    for country in known.countries:
        tags = known.exports[country.lower()]["format"] in TAGUETTE
        team = Country(country, labels_alone=tags)
        gathered: list[Document] = []
        codings: list[Coding] = []
        for interview in interviews:
            if interview.country == country:
                name = names[interview.participant]
                theirs = documents.of(interview.participant, name)
                held[interview.participant] = [document.name for document in theirs]
                for document, spans in team.transcribe(interview, name, theirs):
                    gathered.append(document)
                    codings += sorted(spans, key=lambda coding: (coding.start, coding.coder))
        title = f"Synthetic study {country}"
        project = Project(title, tuple(gathered), tuple(codings), _codebook(known, country, tags))
        projects[country] = flaws.put_into(project, country)
    return Reconstruction(projects, register.rows(known, held), register.identifiers(known))


def write(folder: Path) -> None:
    """Write exports, register, identifiers and checksums into a folder laid out as data/raw."""
    study = build()
    known = facts.load()
    (folder / "exports").mkdir(parents=True, exist_ok=True)
    for key, export in known.exports.items():
        path = folder / "exports" / Path(export["file"]).name
        _write_export(study.projects[key.upper()], path, export)
    _write_table(folder / "participants.csv", register.PARTICIPANT_COLUMNS, study.register)
    _write_table(folder / "identifiers.csv", register.IDENTIFIER_COLUMNS, study.identifiers)
    files = sorted([*folder.glob("*.csv"), *(folder / "exports").iterdir()])
    lines = [f"{_digest(file)}  {file.relative_to(folder).as_posix()}\n" for file in files]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def _codebook(known: facts.Facts, country: str, tags: bool) -> tuple[CodePath, ...]:
    return tuple(
        (code.label,) if tags else (code.domain_title, code.label)
        for code in known.codes
        if (country, code.domain) not in known.not_coded
    )


def _write_export(project: Project, path: Path, export: Mapping[str, object]) -> None:
    columns = export.get("columns")
    headings = columns if isinstance(columns, dict) else {}
    separator = str(export.get("separator", " > "))
    match path.name:
        case "cz.xlsx":
            maxqda.write(project, path, "en")
        case "de.csv":
            tidy.write_csv(project, path, headings, separator=";", path_separator=separator, bom=True)
        case "el.qda":
            qualcoder.write_database(project, path)
        case "en.xlsx":
            atlasti.write_xlsx(project, path)
        case "it.qdpx":
            refi.write(project, path, "nvivo_windows")
        case "nl.sqlite3":
            taguette.write_database(project, path)
        case "no.rqda":
            rqda.write(project, path)
        case "pl.xlsx":
            maxqda.write(project, path, "pl")
        case "pt.xlsx":
            dedoose.write_xlsx(project, path, descriptors=["País"])
        case unknown:
            raise ValueError(f"{unknown}: the reconstruction does not know how to write this export")


def _write_table(path: Path, columns: Sequence[str], rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
