"""Parts of listed people are searched for in results, but no ordinary word. All names are invented."""

from pathlib import Path

import pytest

from crosscase.anonymisation.gazetteer import read_gazetteer
from crosscase.anonymisation.identifiers import identifiers_to_protect
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.detectors.listed import ListedNames
from crosscase.leaks import watched
from crosscase.leaks.search import Search
from crosscase.storage import files

PEOPLE = ("Quorndale Vimmerby", "Maureen Marsh", "Hope Field", "Amy van Tregarthick", "Marlene Feld")


@pytest.fixture
def search(tmp_path: Path) -> Search:
    gazetteer = tmp_path / "identifiers.csv"
    files.write_csv(gazetteer, ("type", "value"), (("person", name) for name in PEOPLE))
    names, _ = read_gazetteer(str(gazetteer), {"EN": ("en",), "DE": ("de",)}, ("de", "en"))
    protected = identifiers_to_protect(ListedNames(names, {}), [], Pseudonyms(bytes(32)), ())
    files.write_csv(tmp_path / "en.csv", ("type", "words", "languages"), protected)
    return Search(watched.read([str(tmp_path / "en.csv")])[0], languages=["en", "de"])


@pytest.mark.parametrize(
    "text",
    [
        *(
            "by Vimmerby",
            "as Quorndale said",
            "vimmerby",
            "Maureen",
            "MAUREEN",
            "for Amy",
            "Tregarthick",
            "van Tregarthick",
        ),
        *("Hope Field", "notes_of_vimmerby_2019", "Marlene"),
    ],
)
def test_each_part_is_found(search: Search, text: str) -> None:
    assert search.kinds(text) == {"PERSON"}


@pytest.mark.parametrize("text", ["Hope", "hope", "the Field", "field", "a marsh", "Marsh", "Das Feld", "van", "amy"])
def test_ordinary_words_and_common_names_in_small_letters_are_not(search: Search, text: str) -> None:
    assert search.kinds(text) == set()
