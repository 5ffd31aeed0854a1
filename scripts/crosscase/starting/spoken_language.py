"""The language of an export's passages, by the words that are frequent in each language."""

from collections import Counter

from crosscase.languages.frequent_words import FREQUENT, frequent_words
from crosscase.languages.vocabulary import shape

_MOST_WORDS = 400  # the most frequent of the passages
_FEWEST_WORDS = 100  # words in all passages, below which nothing is said
_LEAST_SHARE, _LEAST_LEAD = 0.35, 0.08
# ASSUME: where only the language of a study is known, its telephone and identity numbers are those of this country.
_COUNTRIES = {"cs": "CZ", "da": "DK", "el": "GR", "en": "GB", "sl": "SI", "sv": "SE", "uk": "UA"}


def language_of(words: Counter[str]) -> str:
    """The code of the language that these words are in; empty if they do not tell.

    `words` counts the words of the passages in plain shape, `languages.vocabulary.shape`.
    """
    most = words.most_common(_MOST_WORDS)
    total = sum(count for _, count in most)
    if words.total() < _FEWEST_WORDS:
        return ""
    codes = sorted(path.stem for path in FREQUENT.glob("*.txt"))
    shares = sorted(
        ((sum(count for word, count in most if word in frequent_words(code)) / total, code) for code in codes),
        reverse=True,
    )
    (best, code), (second, _) = shares[:2]
    return code if best >= _LEAST_SHARE and best - second >= _LEAST_LEAD else ""


def words_of(text: str) -> list[str]:
    """The words of a passage in plain shape."""
    return [word for word in shape(text).split() if word.isalpha()]


def country_of(language: str) -> str:
    """The ISO 3166 code of the country that gave a language its name; "ZZ", which is no country, for none."""
    return _COUNTRIES.get(language, language.upper()) or "ZZ"
