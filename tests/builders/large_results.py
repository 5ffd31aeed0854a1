"""The results of a large study, and the identifiers of its participants: short names, and ids such as DE-1.

All names are invented. What is written goes the way of the steps: row classes, the parts of the page, a crate.
"""

import csv
import html
import io
import json
import random
import zipfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pyarrow.parquet as pq

from crosscase.coding.quotation_consent import QuotationRule
from crosscase.html import rendering
from crosscase.languages.vocabulary import plain
from crosscase.leaks import fields
from crosscase.leaks.leak_scan import LeakScan
from crosscase.leaks.machine_traces import Traces
from crosscase.leaks.proofs import Proofs
from crosscase.leaks.search import Search
from crosscase.leaks.stated_texts import texts_in
from crosscase.leaks.watched import Watched
from crosscase.report import segment_parts
from crosscase.storage import files, schemas
from crosscase.storage.schemas import CellCoding, Mention, Participant, Segment
from crosscase.study.facts import Domain, Group, Study
from tests.builders.packed import pdf, png, zipped_files

GROUPS = ("BE", "CZ", "DE", "EL", "EN", "FR", "IT", "NL", "NO", "PL")
DOMAINS = {f"domain_{number}": [f"code_{number}_{code}" for code in range(8)] for number in range(4)}
GIVEN = ("Abed", "Dacee", "Fabce", "Ebba", "Ada", "Bea", "Ina", "Ole", "Rui", "Uwe", "Zoe", "Ivo", "Lea", "Noa", "Kai")
WORDS = (
    *("children", "parents", "teacher", "school", "meeting", "together", "language", "trust", "family", "service"),
    *("often", "nobody", "always", "because", "really", "they", "never", "want", "work", "with", "time", "people"),
)


def study() -> Study:
    """A study of ten groups."""
    return Study(
        id="large",
        title="A large study",
        synthetic=True,
        codebook="",
        register="",
        groups=[Group(code, f"Group {code}", "") for code in GROUPS],
        domains=[Domain(domain, domain) for domain in DOMAINS],
        sample=[],
        exports={},
    )


def codebook() -> list[schemas.CodebookEntry]:
    """The codes of its domains."""
    return [
        schemas.CodebookEntry(code, domain, code, "", "", [code], True, [])
        for domain, codes in DOMAINS.items()
        for code in codes
    ]


def identifiers(people: int) -> list[Watched]:
    """What the lists of its exports hold: names whole and in parts, ids, documents and telephone numbers."""
    chance = random.Random(people)
    found = []
    for number in range(people):
        group = GROUPS[number % len(GROUPS)]
        given = chance.choice(GIVEN)
        family = _family(chance)
        called = f"{group}-{number // len(GROUPS) + 1}"
        found += [
            Watched("PERSON", name, ("en",)) for name in (f"{given} {family}", f"{family} {given}", given, family)
        ]
        found += [Watched("PARTICIPANT", called), Watched("DOCUMENT", f"{called}.docx")]
        found.append(Watched("PHONE", f"+420 {chance.randrange(10**8, 10**9)}"))
    return found


def _family(chance: random.Random) -> str:
    while (
        name := "".join(
            chance.choices("abcdef" if chance.random() < 0.1 else "abcdefghiklmnoprstuvz", k=chance.randint(3, 5))
        )
    ) in WORDS:
        pass
    return name.capitalize()


def scan(people: int) -> LeakScan:
    """The leak scan of the study."""
    search = Search(identifiers(people), frozenset(map(plain, GROUPS)))
    proofs = Proofs(study(), [*(code.lower() for code in GROUPS), *texts_in(list(codebook()))])
    composed = frozenset(
        f"results/{path}"
        for path in ("provenance/cell_codings.parquet", "report/index.html", "provenance/crate.zip", *FIGURES)
    )
    return LeakScan(search, Traces([], [], [], frozenset()), proofs=proofs, composed=composed)


FIGURES = ("figures/counts.png", "figures/counts.svg", "figures/counts.pdf")


def write(folder: Path, segments: int, people: int) -> None:
    """Write the results of so many segments."""
    codings = list(_codings(segments, people))
    files.write_rows(folder / "provenance/cell_codings.parquet", CellCoding, codings)
    files.write_text(folder / "report/index.html", _page(codings))
    counts = ", ".join(f"{group} {number + 1}" for number, group in enumerate(GROUPS))
    for path, content in zip(
        FIGURES, (png(counts), f"<svg><desc>{counts}</desc></svg>".encode(), pdf(counts)), strict=True
    ):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(content)
    packed = {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    packed["data/mentions.csv"] = files.csv_text(Mention.__annotations__, _mentions(codings)).encode()
    (folder / "provenance/crate.zip").write_bytes(zipped_files(packed, zipfile.ZIP_STORED))


def _mentions(codings: list[CellCoding]) -> Iterator[tuple[str, str, str, str, str, int, int]]:
    for key, some in groupby(codings, key=lambda c: (c.export, c.participant, c.group, c.domain, c.code)):
        count = len(list(some))
        yield *key, count, count


def _codings(segments: int, people: int) -> Iterator[CellCoding]:
    chance = random.Random(segments)
    cells = [(domain, code, group) for domain, codes in DOMAINS.items() for code in codes for group in GROUPS]
    persons = {group: [f"P-{chance.getrandbits(40):010x}" for _ in range(people // len(GROUPS))] for group in GROUPS}
    for number in range(segments):
        domain, code, group = cells[number * len(cells) // segments]
        person = chance.choice(persons[group])
        start = chance.randrange(10**6)
        yield CellCoding(
            domain=domain,
            code=code,
            group=group,
            participant=person,
            export=group.lower(),
            segment_id=f"{chance.getrandbits(64):016x}",
            document=f"D-{person[2:]}",
            start=start,
            end=start + 100,
            coder=f"C-{chance.getrandbits(4):010x}",
            passage=number + 1,
        )


def _page(codings: list[CellCoding]) -> str:
    chance = random.Random(1)
    shared = {name for name in CellCoding.__annotations__ if name in Segment.__annotations__}
    words = (" ".join(chance.choices(WORDS, k=12)) for _ in codings)
    segments = (
        Segment(**{name: getattr(coding, name) for name in shared}, text=text)
        for coding, text in zip(codings, words, strict=True)
    )
    people = {coding.participant: coding.group for coding in codings}
    quoting = QuotationRule((Participant(person, group, [], True, "") for person, group in people.items()), [])
    parts = segment_parts.pack(codings, segments, quoting)
    scripts = (
        f'<script type="application/json" id="segments/{domain}/{group}">{rendering.inert_json(part)}</script>'
        for domain, group, part in parts
    )
    return f"<html><title>{html.escape('A large study')}</title>{''.join(scripts)}</html>"


def read(folder: Path) -> int:
    """Read every file by the reader of its kind, as a program that uses the results does; the number of values."""
    return sum(_read(path.name, path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file())


def _read(name: str, data: bytes) -> int:
    if name.endswith(".parquet"):
        return int(pq.read_table(io.BytesIO(data), use_threads=False).num_rows)
    if name.endswith(".html"):
        return sum(len(json.loads(script)) for _, script in fields.scripts_of_page(data.decode())[1])
    if name.endswith(".csv"):
        return sum(1 for _ in csv.reader(io.StringIO(data.decode())))
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(_read(member, archive.read(member)) for member in archive.namelist())
    return len(data)
