"""Lemmas that are looked up by an index are those of simplemma."""

from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import pytest
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

from crosscase.languages import lemmas
from crosscase.languages.vocabulary import SUPPORTED
from tools import write_word_indexes

LANGUAGES = sorted(SUPPORTED)


def simplemma(language: str) -> Mapping[str, str]:
    return StreamDictionaryFactory().get_dictionary("nb" if language == "no" else language)


def is_indexed(lemma_of: lemmas.LemmaOf) -> bool:
    return lemma_of.__module__ == lemmas.__name__


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_is_what_the_tool_writes(language: str) -> None:
    assert (lemmas.INDEXES / f"{language}.txt").read_text(encoding="utf-8") == write_word_indexes.text(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lemmas_are_those_of_simplemma(language: str) -> None:
    known, lemma_of = simplemma(language), lemmas.lemmas(language)
    assert is_indexed(lemma_of)
    chosen = [*islice(known, 0, None, len(known) // 2000)]
    unknown = ["", "\0", "\U0010ffff", "Ωx", *(word[:-1] for word in chosen), *(f"{word}x" for word in chosen)]
    for word in [*chosen, *unknown]:
        assert lemma_of(word) == known.get(word), word


def test_every_word_of_a_dictionary_is_found() -> None:
    known, lemma_of = simplemma("en"), lemmas.lemmas("en")
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
