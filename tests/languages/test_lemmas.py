"""Lemmas that are looked up by an index are those of simplemma."""

import lzma
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import pytest
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

from crosscase.languages import lemmas
from crosscase.languages.vocabulary import SUPPORTED
from tests.builders.plain_runs import mostly_exhaustive
from tools import write_word_indexes

LANGUAGES = sorted(SUPPORTED)
SMALL = [
    *(code for code in LANGUAGES if lemmas.file_of(code).stat().st_size < 240_000),
    "no",
]  # and one of another code
LINES = 30  # of an index


def simplemma(language: str) -> Mapping[str, str]:
    return StreamDictionaryFactory().get_dictionary({"no": "nb", "hr": "hbs"}.get(language, language))


def is_indexed(lemma_of: lemmas.LemmaOf) -> bool:
    return lemma_of.__module__ == lemmas.__name__


def index(language: str) -> list[str]:
    return (lemmas.INDEXES / f"{language}.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")


@pytest.mark.plain_cases(6)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_begins_as_the_tool_writes_it(language: str) -> None:
    """The digest holds the whole file to one dictionary; writing all of all indexes takes too long."""
    written = [*islice(write_word_indexes.lines(language), LINES)]
    assert index(language)[:LINES] == written


def test_the_whole_index_is_what_the_tool_writes() -> None:
    assert index("en") == [*write_word_indexes.lines("en")]


@pytest.mark.plain_cases(6)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_a_dictionary_begins_where_its_index_says(language: str) -> None:
    """Decoded from a wrong place, words would be in no order."""
    lemma_of = lemmas.lemmas(language)
    assert is_indexed(lemma_of)
    stream = lzma.decompress(lemmas.file_of(language).read_bytes())
    places = [
        (int(start), word.encode(), b"") for start, _, word in (line.partition(" ") for line in index(language)[1:])
    ]
    firsts = [next(lemmas.records(stream, place))[1:] for place in places]
    assert [word for word, _ in firsts] == sorted(word for word, _ in firsts)
    for word, lemma in firsts[:: max(1, len(firsts) // 20)]:
        assert lemma_of(word.decode()) == lemma.decode()


@pytest.mark.plain_cases(3)
@pytest.mark.parametrize("language", mostly_exhaustive(SMALL, ["no"]))
def test_lemmas_are_those_of_simplemma(language: str) -> None:
    known, lemma_of = simplemma(language), lemmas.lemmas(language)
    assert is_indexed(lemma_of)
    chosen = [*islice(known, 0, None, len(known) // 2000)]
    unknown = ["", "\0", "\U0010ffff", "Ωx", *(word[:-1] for word in chosen), *(f"{word}x" for word in chosen)]
    for word in [*chosen, *unknown]:
        assert lemma_of(word) == known.get(word), word


@pytest.mark.exhaustive
def test_every_word_of_a_dictionary_is_found() -> None:
    known, lemma_of = simplemma("sl"), lemmas.lemmas("sl")
    assert all(lemma_of(word) == lemma for word, lemma in known.items())


@pytest.mark.parametrize("index", ["", f"{64 * '0'}\n10 \n"], ids=["no index", "the index of another file"])
def test_without_its_index_simplemma_looks_up_the_words(
    index: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if index:
        (tmp_path / "en.txt").write_text(index, encoding="utf-8")
    monkeypatch.setattr(lemmas, "INDEXES", tmp_path)
    lemma_of = lemmas.lemmas.__wrapped__("en")
    assert not is_indexed(lemma_of)
    assert (lemma_of("houses"), lemma_of("housesx")) == ("house", None)
