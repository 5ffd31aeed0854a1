"""Greek names in Latin letters and Latin names in Greek letters, in all plain shapes that people write.

1. A transcription follows one of a few systems: the standard (ELOT 743), the sound, or the look of the letters (8 for
   θ, 3 for ξ, w for ω, x for χ). People mix them, and write foreign names in their original form (Χαντάντ is Haddad).
2. Each letter therefore has several spellings. The combinations nearest to one of the systems are used.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, reduce
from operator import itemgetter

# How far it is from each system, and the letters. The distances are one number, which is sorted and added fast: the
# smallest of them, then each of them, in so many bits each.
_Spelling = tuple[int, str]
_SYSTEMS, _BITS = 3, 16
_ONE, _ALL = (1 << _BITS) - 1, (1 << _SYSTEMS * _BITS) - 1
_STEM = 12  # letters, or groups of some, of the beginning of a word that are remembered
IS_GREEK = re.compile("[α-ω]")
_DOUBLE = "μπ κ ντ φ γκ κ τ ζ"
_ROMAN = {  # by the standard, by sound, by look; then others
    "αι": "ai e ai",
    "ει": "ei i ei",
    "οι": "oi i oi",
    "ου": "ou u oy",
    "αυ": "av af au ay",
    "ευ": "ev ef eu ey",
    "γι": "gi y gi yi j",
    "μπ": "mp b mp",
    "ντ": "nt d nt nd dd",
    "γκ": "gk g gk ng",
    "γγ": "ng gg gg",
    "γχ": "nch nh gx",
    "τζ": "tz j tz dz",
    "τσ": "ts ts ts ch c",
    **{2 * letter: f"{2 * latin} {latin} {2 * latin}" for letter, latin in zip("λμνπρσ", "lmnprs", strict=True)},
    "κκ": "kk k kk cc",
    "ττ": "tt t tt",
    "θ": "th th 8 t",
    "χ": "ch h x kh",
    "ψ": "ps ps 4",
    "ξ": "x ks 3",
    "α": "a a a",
    "β": "v v b",
    "γ": "g g g",
    "δ": "d d d",
    "ε": "e e e",
    "ζ": "z z z",
    "η": "i i h e",
    "ι": "i i i y",
    "κ": "k k k c",
    "λ": "l l l",
    "μ": "m m m",
    "ν": "n n n v",
    "ο": "o o o",
    "π": "p p p",
    "ρ": "r r r",
    "σ": "s s s sh",
    "τ": "t t t",
    "υ": "y i u",
    "φ": "f f f ph",
    "ω": "o o w",
}
_GREEK = {  # in a foreign name, in a transcribed Greek name; then others
    "tch": "τσ τσ",
    "ch": "τσ χ σ",
    "sh": "σ σ",
    "th": "θ θ τ",
    "ph": "φ φ",
    "kh": "χ χ",
    "ck": "κ κ",
    "qu": "κου κου",
    "dz": "τζ τζ",
    "mp": "μπ μπ",
    "nt": "ντ ντ",
    "nd": "ντ ντ",
    "ou": "ου ου",
    "oo": "ου ου",
    "ee": "ι ι",
    **{2 * latin: f"{letter} {2 * letter}" for latin, letter in zip("lmnprs", "λμνπρσ", strict=True)},
    **{2 * latin: f"{letter} {letter}" for latin, letter in zip("bcdfgktz", _DOUBLE.split(), strict=True)},
    **{latin: f"{letter} {letter}" for latin, letter in zip("aefklmnprstxz", "αεφκλμνπρστξζ", strict=True)},
    "b": "μπ μπ β",
    "c": "κ κ σ",
    "d": "ντ δ",
    "g": "γκ γ τζ",
    "h": "χ η",
    "i": "ι ι η",
    "j": "τζ γι ι",
    "o": "ο ο ω",
    "q": "κ κ",
    "u": "ου υ",
    "v": "β β",
    "w": "ου ω γου",
    "y": "ι υ γι",
}


def romanised(shape: str, limit: int) -> list[str]:
    """A Greek word in Latin letters, the standard form first: Καλαμποκάς is kalampokas and kalabokas."""
    return _TO_LATIN.spelt(shape, limit)


def hellenised(shape: str, limit: int) -> list[str]:
    """A Latin word in Greek letters: Bregu is Μπρέγκου."""
    return _TO_GREEK.spelt(shape, limit)


class _Letters:
    """The spellings of each letter or group of letters of one alphabet in the other."""

    def __init__(self, rows: Mapping[str, str], systems: int) -> None:
        self._steps = {unit: _steps(row.split(), systems) for unit, row in rows.items()}
        self._units = re.compile(f"({'|'.join([*sorted(rows, key=len, reverse=True)])})")
        self._begun = lru_cache(2**12)(self._spell)

    def spelt(self, shape: str, limit: int) -> list[str]:
        """At most `limit` spellings of a word, those that differ least from one system first."""
        units = [unit for unit in self._units.split(shape) if unit]
        found = self._begun(tuple(units[:_STEM]), limit)
        for unit in units[_STEM:]:
            found = self._longer(found, unit, limit)
        return list(dict.fromkeys(word for _, word in found))

    def _spell(self, units: tuple[str, ...], limit: int) -> list[_Spelling]:
        """The spellings of the beginning of a word, remembered since the forms of a name begin alike."""
        if not units:
            return [(0, "")]
        return self._longer(self._begun(units[:-1], limit), units[-1], limit)

    def _longer(self, found: list[_Spelling], unit: str, limit: int) -> list[_Spelling]:
        """The spellings of a word with a unit more, those that differ least from one system."""
        steps = self._steps.get(unit) or [(0, unit)]
        if len(steps) == 1:
            return [(distances, word + steps[0][1]) for distances, word in found]
        longer = [
            (min(sums >> 2 * _BITS, sums >> _BITS & _ONE, sums & _ONE) << _SYSTEMS * _BITS | sums, word + spelling)
            for distances, word in found
            for step, spelling in steps
            for sums in [(distances & _ALL) + step]
        ]
        return sorted(longer, key=itemgetter(0))[:limit] if len(longer) > limit else longer


def _steps(spellings: Sequence[str], systems: int) -> list[_Spelling]:
    """Each spelling of a letter once, with its distance from each system; where there are two, the second counts twice.

    A letter of one spelling is at no distance from any.
    """
    usual = [spellings[min(number, len(spellings) - 1, systems - 1)] for number in range(_SYSTEMS)]
    different = list(dict.fromkeys(spellings))
    return [(_packed((one != other) * (1 + (one not in usual)) for other in usual), one) for one in different]


def _packed(distances: Iterable[int]) -> int:
    return reduce(lambda before, one: before << _BITS | one, distances)


_TO_LATIN, _TO_GREEK = _Letters(_ROMAN, 3), _Letters(_GREEK, 2)
