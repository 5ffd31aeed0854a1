"""Whether a word is the form of a verb, which no number counts (thirty-one stood empty), or of an adjective.

The lemma of a verb is its infinitive (in Greek its first person), whose ending tells it from a noun in some languages.
A noun with such an ending begins as its forms do: most, mostu, but stavět, stavěl. Czech and Polish adjectives have
lemmas with endings that hardly a noun has, which tells borůvkové from značka.

ASSUME: a form that a language also has as a plural is none: volte (volgere, volta), mulheres.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from crosscase.languages.lemmas import lemmas

_MOST_KNOWN = 2**16  # remembered words


class _Verbs(NamedTuple):
    """How infinitives end, what of the lemma a noun has in its forms, and which forms may be plurals."""

    infinitive: re.Pattern[str]
    of_noun: int  # last letters that the forms of a noun may change
    plural: re.Pattern[str]


_VERBS = {
    "cs": _Verbs(re.compile(r"(?<!e)t$"), 0, re.compile(r"(?!)")),
    "pl": _Verbs(re.compile(r"ć$"), 0, re.compile(r"(?:ci\w*|ni(?:e|a|u|em))$")),
    "el": _Verbs(re.compile(r"(?:ω|ώ|μαι)$"), 0, re.compile(r"(?!)")),
    "it": _Verbs(re.compile(r"[aei]re$"), 1, re.compile(r"[ts][aieo]$")),
    "pt": _Verbs(re.compile(r"[aei]r$"), 0, re.compile(r"s$")),
}

_ADJECTIVES = {"cs": ("ý", "í"), "pl": ("y", "i")}  # the ends of their lemmas
# Lemma and form of an adjective in the singular, as streets are: the plural is before what is counted (celých dvacet).
_OF_ONE = {"cs": (("ý",), ("á", "é", "ou")), "pl": (("y", "i"), ("a", "ej", "ą"))}


@lru_cache(_MOST_KNOWN)
def is_verb(word: str, language: str) -> bool:
    """Whether a word in small letters, as it is written, is the form of a verb."""
    verbs = _VERBS.get(language)
    if verbs is None or verbs.plural.search(word):
        return False
    lemma = lemmas(language)(word)
    if lemma is None or not verbs.infinitive.search(lemma):
        return False
    return not word.startswith(lemma[: len(lemma) - verbs.of_noun])


@lru_cache(_MOST_KNOWN)
def may_be_adjective(word: str, language: str) -> bool:
    """Whether a word in small letters, as it is written, may be an adjective, as far as its lemma tells."""
    lemma = lemmas(language)(word) if language in _ADJECTIVES else None
    return lemma is None or lemma.endswith(_ADJECTIVES[language])


@lru_cache(_MOST_KNOWN)
def is_adjective_of_one(word: str, language: str) -> bool:
    """Whether a word in small letters, as it is written, is an adjective in the singular that may be a street."""
    ends_of_lemma, ends = _OF_ONE.get(language, ((), ()))
    lemma = lemmas(language)(word) if word.endswith(ends) else None
    return lemma is not None and lemma.endswith(ends_of_lemma) and lemma != word
