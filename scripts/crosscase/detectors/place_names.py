"""How the names of places and streets are written: capitalised words, with the language's small words between them."""

from functools import cache

from crosscase.detectors.accents import any_plain
from crosscase.languages.vocabulary import Language

NAME = r"[A-ZΑ-ΩÆØ][\w'’.-]*"


@cache
def particles_of(language: Language) -> str:
    """The pattern of a small word within such a name (of, della, van), for a text without accents."""
    return any_plain(language.contact("place_particles"))


@cache
def names_of(language: Language) -> str:
    """The pattern of up to five capitalised words, for a text without accents."""
    return rf"{NAME}(?:\s(?:{particles_of(language)}\s){{0,2}}{NAME}){{0,4}}"
