"""The smallest study that has everything a build needs: two groups, two exports, two domains. All of it is invented.

Its key is fixed, so every build of it gives the same bytes.
"""

import csv
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import yaml

from tests.builders.projects import ROOT, Study

CITATION = """cff-version: 1.2.0
message: Invented for the tests.
title: A small study
version: 1.0.0
date-released: 2024-01-01
license: CC-BY-4.0
authors: [{family-names: Fauxley, given-names: Cormacan}]
"""
STUDY = {
    "id": "small",
    "title": "A small study",
    "synthetic": True,
    "synthetic_note": "Invented for the tests.",
    "codebook": "config/codebook.csv",
    "register": "data/raw/participants.csv",
    "key_file": "config/fixed.key",
    "countries": [{"code": "IE", "name": "Ireland", "iso": "IE"}, {"code": "EN", "name": "England", "iso": "GB"}],
    "domains": [{"id": "barriers", "title": "Barriers"}, {"id": "helps", "title": "Helps"}],
    "sample": {"role": {"title": "Role", "categories": ["teacher", "not stated"]}},
    "exports": {
        name: {
            "file": f"data/raw/exports/{name}.csv",
            "format": "tidy",
            "country": code,
            "columns": {"document": "Interview", "code": "Code", "text": "Text"},
        }
        for name, code in (("ie", "IE"), ("en", "EN"))
    },
}
CODEBOOK = (
    ("domain", "code", "label", "definition", "parent", "order", "codable", "aliases"),
    ("barriers", "time", "Time", "", "", 1, "yes", ""),
    ("barriers", "money", "Money", "", "", 2, "yes", ""),
    ("helps", "trust", "Trust", "", "", 1, "yes", ""),
)
REGISTER = (
    ("participant", "name", "country", "role", "documents", "export", "consent_to_quote", "withdrawn"),
    ("IRL-01", "Aoifnait Mockbride", "IE", "teacher", "Talk 1", "ie", "yes", "no"),
    ("IRL-02", "Cormacan Fauxley", "IE", "not stated", "Talk 2", "ie", "no", "no"),
    ("ENG-01", "Wilfrith Shamwell", "EN", "teacher", "Talk 3", "en", "yes", "no"),
    ("ENG-02", "Edburga Pretendham", "EN", "not stated", "Talk 4", "en", "no", "no"),
)
CODINGS = {
    "ie": (
        ("Talk 1", "Time", "there is never enough of it"),
        ("Talk 1", "Trust", "we know each other well"),
        ("Talk 2", "Time", "and that is what we lack most"),
    ),
    "en": (("Talk 3", "Money", "it was paid for by nobody"), ("Talk 4", "Trust", "they call when they can")),
}


def write_small_study(folder: Path, with_citation: bool = False) -> Study:
    """Write the study into a new folder; it is built by the pipeline of this clone.

    With a citation it has a package.
    """
    config = folder / "config"
    config.mkdir(parents=True)
    (config / "study.yaml").write_text(yaml.safe_dump(STUDY, sort_keys=False), encoding="utf-8")
    (config / "fixed.key").write_text(f"{sha256(b'invented key').hexdigest()}\n", encoding="utf-8")
    (config / "fixed.key").chmod(0o600)
    write_csv(config / "codebook.csv", CODEBOOK)
    write_csv(folder / "data/raw/participants.csv", REGISTER)
    if with_citation:
        (folder / "CITATION.cff").write_text(CITATION, encoding="utf-8")
    for name, codings in CODINGS.items():
        write_csv(folder / f"data/raw/exports/{name}.csv", [("Interview", "Code", "Text"), *codings])
    return Study(folder, ROOT / "Snakefile")


def write_csv(path: Path, rows: Iterable[Sequence[object]]) -> None:
    """Write a table, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)


@contextmanager
def small_study_here() -> Iterator[None]:
    """The study in a fresh folder that is the working directory, for as long as a test needs it."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        write_small_study(Path(folder) / "study")
        os.chdir(Path(folder) / "study")
        try:
            yield
        finally:
            os.chdir(before)
