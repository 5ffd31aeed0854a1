"""The word lists of the languages: no list is written that nothing reads, and none is missing that all need."""

import re
import tomllib
from functools import cache

import pytest

from crosscase.languages import vocabulary
from crosscase.languages.vocabulary import FULL, SUPPORTED, Language, load
from tests.builders.projects import ROOT

NEEDED = {"name", "support", "titles", "particles", "roles", "phrases", "openers", "months", "numerals", "years"}
NEEDED |= {"ordinary", "greetings", "prepositions", "id", "birth"}


class Noting(dict[str, object]):
    """The lists of a language, which notes those that are read."""

    def __init__(self, lists: dict[str, object]) -> None:
        super().__init__(lists)
        self.read: set[str] = set()

    def get(self, key: str, default: object = None) -> object:
        self.read.add(key)
        return super().get(key, default)

    def __getitem__(self, key: str) -> object:
        self.read.add(key)
        return super().__getitem__(key)


def lists(code: str) -> dict[str, object]:
    return tomllib.loads((vocabulary.FOLDER / f"{code}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", sorted(SUPPORTED))
def test_each_list_of_a_language_is_read(code: str) -> None:
    """A list with a misspelt name would say nothing, and nobody would notice."""
    noting = Noting(lists(code))
    language = Language(code, noting)
    for name in dir(language):
        getattr(language, name)
    language.contact("numbers")
    assert not noting.keys() - noting.read
    assert not NEEDED - noting.keys()


@cache
def quoted_words() -> set[str]:
    """The words in quotation marks, one in each, of all code."""
    paths = (ROOT / "scripts/crosscase").rglob("*.py")
    return {word for path in paths for word in re.findall(r"[\"'](?=(\w+)[\"'])", path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("code", sorted(code for code in SUPPORTED if load(code).support == FULL))
def test_each_list_about_contact_data_is_read(code: str) -> None:
    contact = lists(code)["contact"]
    assert isinstance(contact, dict)
    assert not contact.keys() - quoted_words()
