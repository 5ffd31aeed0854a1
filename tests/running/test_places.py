"""Places in raw files are for the team alone, and nothing that is published leads back to them."""

import csv
import hashlib
import re
import stat
from pathlib import Path

import pytest

from crosscase.running import places
from tests.builders.projects import ROOT, Study
from tests.builders.results import any_of, published_text

CODING, OTHER = "0123456789abcdef", "fedcba9876543210"
PERSON = "P-0123456789"


@pytest.fixture
def known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    places.FOLDER.mkdir(parents=True)
    (places.FOLDER / "cz.csv").write_text(f'id,place\n{CODING},"sheet 1, row 81"\n{PERSON},"register, row 3"\n')
    return tmp_path


def test_a_text_for_the_team_has_the_true_places(known: Path) -> None:
    text = f"x.csv, coding {CODING}: wrong; coding {OTHER}: wrong; participant {PERSON}: silent; P-0123456789; {CODING}"
    assert places.located(text) == (
        f"x.csv, sheet 1, row 81: wrong; coding {OTHER}: wrong; register, row 3: silent; P-0123456789; {CODING}"
    )
    assert places.find({OTHER}) == {}


def test_the_list_of_issues_has_the_true_places_and_is_the_teams(known: Path) -> None:
    places.list_issues()
    assert not places.LOCATED_ISSUES.exists()
    places.ISSUES.parent.mkdir(parents=True)
    places.ISSUES.write_text(
        f"severity,locator,message\nerror,coding {CODING},wrong\nwarning,participant {PERSON},silent\n"
    )
    places.list_issues()
    with places.LOCATED_ISSUES.open(newline="") as stream:
        assert [row["locator"] for row in csv.DictReader(stream)] == ["sheet 1, row 81", "register, row 3"]
    assert stat.S_IMODE(places.LOCATED_ISSUES.stat().st_mode) == 0o600
    made = places.LOCATED_ISSUES.stat().st_mtime_ns
    places.list_issues()
    assert places.LOCATED_ISSUES.stat().st_mtime_ns == made


def true_places(study: Study) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in (study.folder / places.FOLDER).glob("*.csv"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        with path.open(encoding="utf-8", newline="") as stream:
            found |= {row["id"]: row["place"] for row in csv.DictReader(stream)}
    return found


def shared(study: Study) -> dict[str, str]:
    return {name: text for name, text in published_text(study).items() if "/data/processed/" not in name}


def test_nothing_published_has_a_place_or_an_id_that_can_be_made_again(built: Study) -> None:
    """The attack: each id of a coding was a digest of the published digest of its export and of its place."""
    found = true_places(built)
    codings = {name: place for name, place in found.items() if not name.startswith("P-")}
    assert len(codings) > 1000
    published = shared(built)
    distinct = {place for place in codings.values() if len(place) > len("row 100")}
    assert len(distinct) > 500
    any_place = re.compile(rf"(?<!\w){any_of(distinct)}(?!\w)")
    assert all(any_place.search(f"({place})") for place in distinct)  # it can find them
    assert not [name for name, text in published.items() if any_place.search(text)]
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "data/raw/exports").iterdir()]
    guessed = {
        hashlib.sha256(f"{digest}\0{place}".encode()).hexdigest()[:16] for digest in digests for place in distinct
    }
    assert guessed.isdisjoint(codings)


def test_the_order_of_pseudonyms_in_what_is_published_is_not_the_registers(built: Study) -> None:
    """Whichever published list is read from the top: participants stand in an order that pseudonyms alone make."""
    rows = {
        name: int(place.removeprefix("register, row ")) for name, place in true_places(built).items() if name[1] == "-"
    }
    in_order = sorted(rows, key=lambda name: rows[name])
    of_anybody = re.compile(any_of(rows))
    for name, text in shared(built).items():
        order = list(dict.fromkeys(of_anybody.findall(text)))
        if len(order) > 5:
            assert order != [who for who in in_order if who in order], name
            assert not re.search(r"register, row \d", text), name
