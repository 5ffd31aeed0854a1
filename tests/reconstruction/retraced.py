"""Trace every cell of the bundled study from its raw files, without a line of the package.

The register says whose a document is, the demonstration key makes the pseudonyms, `naive` reads the exports.
"""

import csv
import hmac
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from tests.reconstruction import naive

Coding = tuple[str, str, str, str, tuple[int | None, int | None], str | None, str]


@dataclass
class Cell:
    """What stands behind a cell: who, in how many segments, and each coding with its places."""

    participants: set[str] = field(default_factory=set)
    segments: set[tuple[str, str, str]] = field(default_factory=set)
    codings: set[Coding] = field(default_factory=set)


def retrace(study: Path) -> dict[tuple[str, str, str], Cell]:
    """Give every cell (domain, code, country) that has a coding behind it."""
    key = bytes.fromhex((study / "config/demonstration.key").read_text())
    register = {name: row for row in _table(study / "data/raw/participants.csv") for name in _several(row["documents"])}
    codes = {
        name: (row["domain"], row["code"])
        for row in _table(study / "config/codebook.csv")
        for name in (row["label"], *_several(row["aliases"]))
    }
    found: dict[tuple[str, str, str], Cell] = defaultdict(Cell)
    for path in sorted((study / "data/raw/exports").iterdir()):
        digest, seen = sha256(path.read_bytes()).hexdigest(), set()
        for coding in naive.read(path):
            same = (coding.document, coding.code, coding.text, coding.coder, coding.span)
            if not coding.text or same in seen:
                continue
            seen.add(same)
            person = register[coding.document]
            who = _pseudonym(key, "PARTICIPANT", person["participant"])
            cell = found[*codes[coding.code], person["country"]]
            cell.participants.add(who)
            cell.segments.add((who, coding.document, coding.text))
            cell.codings.add(
                (
                    who,
                    path.stem,
                    _digest(key, "CODING", f"{path.stem}\0{digest}\0{coding.locator}")[:16],
                    _pseudonym(key, "DOCUMENT", f"{path.stem}\0{coding.document}"),
                    coding.span or (None, None),
                    _pseudonym(key, "CODER", coding.coder),
                    coding.locator,
                )
            )
    return found


def _pseudonym(key: bytes, kind: str, name: str) -> str:
    return f"{kind[0]}-{_digest(key, kind, name)[:10]}"


def _digest(key: bytes, kind: str, name: str) -> str:
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    return hmac.new(key, f"{kind}\0{' '.join(folded.split())}".encode(), "sha256").hexdigest()


def _several(field: str) -> list[str]:
    return [part.strip() for part in field.split("|") if part.strip()]


def _table(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
