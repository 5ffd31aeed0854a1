"""A thousand identifiers, planted one by one in every place of every kind of result, are found. Names are invented."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import cycle, islice
from pathlib import PurePosixPath

import pytest

from crosscase.leaks import public_texts
from crosscase.leaks.contents import Place
from crosscase.leaks.leak_scan import LeakScan
from crosscase.leaks.machine_traces import Traces
from crosscase.leaks.proofs import Proofs
from crosscase.leaks.search import Search
from crosscase.leaks.stated_texts import texts_in
from crosscase.leaks.watched import Watched
from crosscase.running.pipeline import SCHEMA
from crosscase.storage import files, schemas
from crosscase.study import configuration
from tests.builders.leak_scans import pipeline_texts
from tests.builders.packed import zipped_files
from tests.builders.plain_runs import repeats
from tests.builders.planted import Plant, places
from tests.builders.projects import ROOT, Study

NAMES = ("Maureen Hathersage", "Keziah Blomfield", "Jowan Tregenza")
WATCHED = [
    *(Watched("PERSON", part, ("en",)) for name in NAMES for part in (name, *name.split())),
    *(Watched("PARTICIPANT", called) for called in ("DE-1", "EN-3", "CA-4")),
    Watched("EMAIL", "maureen@hathersage.example"),
    Watched("PHONE", "+44 1632 960961"),
]


def spellings() -> Iterator[str]:
    """Identifiers as people write them, and as others hide them."""
    for name in NAMES:
        given, family = name.split()
        half = len(family) // 2
        yield from (name, name.lower(), name.upper(), f"{given} {family.lower()}", f"so {given.lower()} said")
        yield from (f"Mrs {family.lower()}", family, f"{family.lower()}2019", f"{given.lower()}.{family.lower()}")
        yield from (f"{family[:half]}- {family[half:]}", f"{family[:half]}\u00ad{family[half:]}")
        yield from (f"{family[:half]}\u200b{family[half:]}", f"so {family[:half]}&shy;{family[half:]} came")
        yield f"so {''.join(f'&#{ord(letter)};' for letter in family)} came"
        yield family.replace("e", "\u0435")  # a Cyrillic letter
        yield f"the house of {unicodedata.normalize('NFD', family)}'s"
    yield from ("DE-1", "en-3", "CA_4", "maureen@hathersage.example", "+44 1632 960961", "01632 960 961")


@cache
def scan(study: Study) -> LeakScan:
    """The scan of the bundled study with these people in its lists."""
    facts = configuration.read(str(ROOT / "config/study.yaml"), SCHEMA)
    text = public_texts.public_text([str(ROOT / "config/study.yaml")])
    codebook = files.read_rows(study.folder / "data/processed/codebook.parquet", schemas.CodebookEntry)
    results = (study.folder / "results").rglob("*")
    return LeakScan(
        Search(WATCHED, public_texts.public_words(text), text, own=pipeline_texts()),
        Traces([], [], [], frozenset()),
        proofs=Proofs(facts, [*facts.exports, *texts_in(list(codebook))]),
        composed=frozenset(path.relative_to(study.folder).as_posix() for path in results),
    )


def kinds_of_results(study: Study) -> Iterator[tuple[str, bytes]]:
    """Every result but those that only repeat another: of the figures and tables by country one each."""
    for path in sorted((study.folder / "results").rglob("*.*")):
        name = path.relative_to(study.folder).as_posix()
        is_repeated = "/crate" in name or PurePosixPath(name).name.startswith(
            ("impacts", "facilitating", "participant_")
        )
        if path.is_file() and not is_repeated:
            yield name, path.read_bytes()
    yield "results/provenance/crate.zip", zipped_files({"a.txt": b"nobody"})
    yield "results/notes.txt", b"nobody"


def plants(study: Study) -> list[tuple[str, str, Plant]]:
    """Each place in each kind of result."""
    return [(path, where, plant) for path, data in kinds_of_results(study) for where, plant in places(path, data)]


def test_results_without_a_planted_name_are_clean(built: Study) -> None:
    for path, data in islice(kinds_of_results(built), 0, None, repeats(3, 1)):
        assert scan(built).search_content(data, place=Place(path, composed=True)).is_clean, path


@pytest.mark.parametrize(("first", "end"), [(0, 120), pytest.param(120, 1000, marks=pytest.mark.exhaustive)])
def test_planted_identifiers_are_found(built: Study, first: int, end: int) -> None:
    planted = islice(zip(cycle(plants(built)), cycle(spellings()), strict=False), first, end)
    missed = [
        f"{path}, {where}: {word!a}"
        for (path, where, plant), word in planted
        if _is_missed(scan(built), path, plant(word))
    ]
    assert not missed, "\n".join(missed)


def _is_missed(scan: LeakScan, path: str, data: bytes) -> bool:
    return scan.search_content(data, place=Place(path, composed=True)).is_clean


@pytest.mark.parametrize("word", list(spellings()), ids=ascii)
def test_a_planted_identifier_is_found_in_the_name_of_a_file(built: Study, word: str) -> None:
    assert scan(built).hits_in_name(f"results/tables/{word}.csv")
