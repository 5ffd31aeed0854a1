"""The names of the men in a woman's family, from her own: Nováková, Novák; Kowalska, Kowalski; Γεωργιάδου, Γεωργιάδης.

A woman who was interviewed speaks of her husband, her father and her sons. A man's name gives that of the women in his
family by his declension (`name_forms`); the reverse is here, since his name has no ending that hers begins with.

Sources: the grammars of the languages.
"""

from collections.abc import Mapping

from crosscase.languages.vocabulary import plain
from crosscase.storage.text_form import nfc

_SHORTEST = 3  # letters of a man's name
_CZECH_AND_SLOVAK = {
    "ova": "- a",  # Novák, Kučera
    **{f"{consonant}ova": f"{consonant} {consonant}a e{consonant}" for consonant in "kclrvn"},  # Dvořáček, Němec, Havel
    "ska": "sky",
    "cka": "cky",
}
_MEN: Mapping[str, Mapping[str, str]] = {  # by language: of the longest ending of hers those of theirs, in plain shape
    "cs": _CZECH_AND_SLOVAK,
    "sk": _CZECH_AND_SLOVAK,
    "pl": {"ska": "ski", "cka": "cki", "dzka": "dzki"},
    "uk": {"ська": "ськии", "цька": "цькии", "ова": "ов", "ева": "ев", "єва": "єв"},
    "el": {"ιδου": "ιδησ", "αδου": "αδησ"},
}
_ADJECTIVES = frozenset({"cs", "sk"})  # in which a woman's name that is an adjective ends in -á, a man's in -ý


def of_men(word: str, language: str) -> frozenset[str]:
    """What the men in her family may be called, in plain shape, if the word is a woman's surname."""
    shape, endings = plain(word), _MEN.get(language, {})
    ending = max((one for one in endings if shape.endswith(one)), key=len, default="")
    stem = shape.removesuffix(ending)
    found = {stem + other.removeprefix("-") for other in endings.get(ending, "").split()}
    if language in _ADJECTIVES and nfc(word).casefold().endswith("á"):
        found.add(f"{shape[:-1]}y")
    return frozenset(name for name in found if len(name) >= _SHORTEST)
