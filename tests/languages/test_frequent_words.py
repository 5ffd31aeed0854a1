"""The frequent words of each language."""

import pytest

from crosscase.languages.frequent_words import FREQUENT, frequent_words
from crosscase.languages.vocabulary import SUPPORTED, load, shape


@pytest.mark.parametrize("language", sorted(SUPPORTED))
def test_every_language_has_frequent_words_in_plain_shape(language: str) -> None:
    found = frequent_words(language)
    assert 2_500 < len(found) < 5_000
    assert all(word == shape(word) and word.isalpha() and len(word) > 1 for word in found)
    prepositions = {word for word in load(language).prepositions if len(word) > 1}
    assert len(found & prepositions) >= len(prepositions) / 2
    assert (FREQUENT / f"{language}.txt").read_text(encoding="utf-8") == "".join(f"{word}\n" for word in sorted(found))


def test_a_rare_word_is_none_of_them() -> None:
    assert {"will", "price", "hope"} <= frequent_words("en")
    assert frequent_words("en").isdisjoint({"ivy", "haddock", "hathersage"})
    assert "zeit" in frequent_words("de") and "pusteblume" not in frequent_words("de")
