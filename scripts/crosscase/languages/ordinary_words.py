"""The ordinary words of a language: words of its vocabulary, which are not names.

1. A word is ordinary if the language has it in lower case. A word whose lemma has a capital letter (Czech "karel" from
   "Karel") is a name.
2. German nouns have capital letters. A noun is recognised by its inflected forms (Haus, Häuser), since a name only has
   the genitive. A word composed of nouns may be either (Familienzentrum, Wiesengrund).
3. An ordinary word may also be a common name (Grace, Rosa, Koch); `is_name` decides this.

Sources: the vocabularies of simplemma (inflected forms, with their case); the names of Faker for the nine countries
and for those from which many families came.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module

from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

from crosscase.languages.vocabulary import Language, plain

_SIMPLEMMA = {"no": "nb"}
_CAPITAL_NOUNS = "de"
_SHORTEST_PART = 5  # letters of a German compound's last noun
_UMLAUTS = str.maketrans("aouAOU", "äöüÄÖÜ")
_ENDINGS = ("e", "en", "n", "er", "ern", "es", "nen", "se", "sen", "ien")
_ABSTRACT = ("ung", "heit", "keit", "schaft", "tät", "ion", "ismus", "nis")
_LOCALES = {
    "cs": ("cs_CZ", "sk_SK"),
    "de": ("de_DE", "de_AT"),
    "el": ("el_GR",),
    "en": ("en_GB", "en_IE"),
    "it": ("it_IT",),
    "nl": ("nl_NL", "nl_BE"),
    "no": ("no_NO", "da_DK"),
    "pl": ("pl_PL",),
    "pt": ("pt_PT", "pt_BR"),
}
_ELSEWHERE = ("es_ES", "fr_FR", "hr_HR", "ro_RO", "tr_TR")  # in Latin letters
_SHORTEST_NAME = 3  # letters
_SHORTEST_ELSEWHERE = 5  # shorter names are too often words of another language
_FIRST = ("first_names", "first_names_male", "first_names_female")
_ALL = (*_FIRST, "last_names", "last_names_male", "last_names_female")


@cache
def common_first_names(language: str) -> frozenset[str]:
    """Common first names in the countries of a language, in plain shape."""
    return frozenset(name for locale in _LOCALES[language] for name in _names(locale, _FIRST))


@cache
def common_names(language: str) -> frozenset[str]:
    """Common first and family names in the countries of a language, and longer ones from elsewhere, in plain shape."""
    here = (name for locale in _LOCALES[language] for name in _names(locale, _ALL))
    elsewhere = (name for locale in _ELSEWHERE for name in _names(locale, _ALL))
    return frozenset((*here, *(name for name in elsewhere if len(name) >= _SHORTEST_ELSEWHERE)))


@cache
def _names(locale: str, lists: tuple[str, ...]) -> frozenset[str]:
    provider = import_module(f"faker.providers.person.{locale}").Provider
    listed = (name for names in lists for name in getattr(provider, names, ()))
    parts = (part for name in listed for part in plain(name).replace("-", " ").split())
    return frozenset(part for part in parts if len(part) >= _SHORTEST_NAME)


class Vocabulary:
    """The ordinary words of some languages."""

    def __init__(self, languages: tuple[Language, ...]) -> None:
        self._languages = languages
        self._known = lru_cache(2**15)(self._look_up)
        self._compounds = lru_cache(2**15)(self._look_up_compound)

    @classmethod
    @cache
    def of(cls, languages: tuple[Language, ...]) -> "Vocabulary":
        """The cached vocabulary of some languages."""
        return cls(languages)

    def is_ordinary(self, word: str) -> bool:
        """Whether a word, with its capital letter, is in the vocabulary of one of the languages."""
        return self._known(word)

    def is_name(self, word: str) -> bool:
        """Whether a word is a common name in the countries of the languages."""
        return any(plain(word) in common_names(language.code) for language in self._languages)

    def is_first_name(self, word: str) -> bool:
        """Whether a word is a common first name in the countries of the languages."""
        return any(plain(word) in common_first_names(language.code) for language in self._languages)

    def _look_up(self, word: str) -> bool:
        if any(plain(word) in language.ordinary for language in self._languages):
            return True
        for language in self._languages:
            words = _dictionary(language.code)
            lemma = words.get(word.lower())
            if lemma is not None and lemma[:1].islower():
                return True
            if language.code == _CAPITAL_NOUNS and _is_noun(words.get(word, word), words):
                return True
        return False

    def is_compound(self, word: str) -> bool:
        """Whether a word is made of German nouns: ordinary after an article, otherwise perhaps a name."""
        return self._compounds(word)

    def _look_up_compound(self, word: str) -> bool:
        return any(
            language.code == _CAPITAL_NOUNS and _is_compound(word, _dictionary(language.code))
            for language in self._languages
        )


def _is_noun(lemma: str, words: Mapping[str, str]) -> bool:
    """Whether a German lemma has inflected forms, or the ending of an abstract noun."""
    if lemma not in words:
        return False
    changed = lemma.translate(_UMLAUTS)
    forms = [changed, *(stem + ending for stem in (lemma, changed) for ending in _ENDINGS)]
    return lemma.endswith(_ABSTRACT) or any(form != lemma and words.get(form) == lemma for form in forms)


def _is_compound(word: str, words: Mapping[str, str]) -> bool:
    """Whether a German word is made of a known word and a noun: Familienzentrumsleitung."""
    for cut in range(4, len(word) - _SHORTEST_PART + 1):
        head, first = word[cut:].capitalize(), word[:cut]
        if any(form in words for form in (first, first.removesuffix("s"), first.lower())):
            lemma = words.get(head, head)
            if _is_noun(lemma, words) or lemma.endswith(_ABSTRACT):
                return True
    return False


@cache
def _dictionary(code: str) -> Mapping[str, str]:
    """The lemma of every word form of a language. Entries are read on demand, since most are never needed."""
    return StreamDictionaryFactory().get_dictionary(_SIMPLEMMA.get(code, code))
