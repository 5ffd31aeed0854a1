"""The common names are those of Faker, written into files."""

import pytest

from crosscase.languages.common_names import ELSEWHERE, NAMES, common_first_names, common_names
from crosscase.languages.vocabulary import SUPPORTED, shape
from tools import write_common_names


def test_the_files_are_what_the_tool_writes() -> None:
    assert {path.stem: path.read_text(encoding="utf-8") for path in NAMES.iterdir()} == write_common_names.files()


@pytest.mark.parametrize("language", sorted(SUPPORTED))
def test_every_language_has_names_in_plain_shape(language: str) -> None:
    first, every = common_first_names(language), common_names(language)
    assert len(first) > 100
    assert first < every
    assert all(name == shape(name) and " " not in name and len(name) > 2 for name in every)


def test_names_of_elsewhere_are_common_everywhere() -> None:
    assert (NAMES / f"{ELSEWHERE}.toml").exists()
    assert {"yilmaz", "garcia"} <= common_names("no") & common_names("pt")


def test_a_first_name_is_not_a_family_name() -> None:
    assert "giulia" in common_first_names("it")
    assert "esposito" in common_names("it") - common_first_names("it")
