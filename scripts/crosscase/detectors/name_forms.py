"""The forms in which a listed name may stand in a text: its cases, with or without accents, in any Unicode form.

1. Words are compared in a plain shape: no accents, a few letters spelt out (ł, ø, đ, ß, æ), case folded, the Greek
   final sigma as the other one. Then "Nováková", "NOVÁKOVÁ" and "Novakova" are one shape.
2. The ending of a name says how it is declined in its language: the row with the longest ending that fits.
3. The stem with each ending of that row is a form. Stems that change are rows of their own (Havel, Havla). The rows of
   Czech and Polish are made in `slavic_forms`.

4. A name of several words is also found where each word only begins like the listed one and ends otherwise: Rodinné
   centrum, Rodinném centru. `alike` says so.
5. Handles spell a name in Latin letters without accents: Fährmoser is faehrmoser, Κώστας is kostas.

ASSUME: a form too many costs a word of the text, a form too few costs a person's privacy; so the rows hold the
endings of all genders and numbers, and possessives.

Sources: the declension tables of the languages' grammars; which names the rows miss is measured in the tests.
"""

import re
from collections.abc import Mapping

from crosscase.detectors.slavic_forms import CZECH, POLISH
from crosscase.languages import plain
from crosscase.normal import nfc

_SHORTEST = 2  # letters of a name that is declined
_GREEK = re.compile("[α-ω]")
_INFLECTED = frozenset({"cs", "pl", "el"})
_ENDING = 3  # letters that may differ at the end of a word of a longer name
_STEM = 4  # letters that a word made of a name shares with it
_SUFFIX = 5  # letters that may be added to it
_SPELT_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
_ROMAN = [  # ELOT 743, and how addresses spell otherwise
    row.split()
    for row in [
        "ου ou ou",
        "αυ av af",
        "ευ ev ef",
        "μπ b mp",
        "ντ d nt",
        "γκ gk g",
        "γγ ng gg",
        "θ th th",
        "χ ch h",
        "ψ ps ps",
        "ξ x ks",
        "α a a",
        "β v b",
        "γ g g",
        "δ d d",
        "ε e e",
        "ζ z z",
        "η i i",
        "ι i i",
        "κ k c",
        "λ l l",
        "μ m m",
        "ν n n",
        "ο o o",
        "π p p",
        "ρ r r",
        "σ s s",
        "τ t t",
        "υ y i",
        "φ f ph",
        "ω o w",
    ]
]
_ROWS: dict[str, Mapping[str, str]] = {  # the ending of the name: the endings of its forms, in plain shape
    "cs": CZECH,
    "pl": POLISH,
    "el": {
        "οσ": "οσ ου ο ον ε οι ων ουσ",
        "ησ": "ησ η ην εσ ων ηδεσ ηδων ου",
        "ασ": "ασ α αν εσ ων αδεσ αδων ηδεσ ου εωσ",
        "ισ": "ισ ι ιδοσ ηδεσ",
        "ουσ": "ουσ ου ουν",
        "ευσ": "ευσ εα ευ εισ εωσ",
        "α": "α ασ αν εσ ων",
        "η": "η ησ ην εσ ων",
        "ω": "ω ωσ",
        "ι": "ι ιου ια ιων",
        "ο": "ο ου",
        "": "σ",
    },
    "de": {"": "s es ens n en chen lein"},
    "en": {"": "s"},
    "nl": {"": "s je tje en"},
    "no": {"": "s"},
    "it": {"a": "a ina ella etta uccia ona ino", "o": "o ino ello etto uccio one i", "e": "e i ino", "": ""},
    "pt": {
        **{f"{vowel}l": f"{vowel}l {vowel}is" for vowel in "aeou"},
        "il": "il is eis",
        "ao": "ao oes aes aos aozinho",
        "go": "go gos guinho guinhos",
        "ga": "ga gas guinha guinhas",
        "co": "co cos quinho quinhos",
        "ca": "ca cas quinha quinhas",
        "m": "m ns",
        "o": "o os inho inhos ito zinho",
        "a": "a as inha inhas ita zinha",
        "es": "es inha inhas inho",
        "": "s es zinho zinha inho inha",
    },
}


def forms(word: str, languages: tuple[str, ...]) -> frozenset[str]:
    """The plain shapes of a word of a name in all its forms; without a language the word alone."""
    shape = plain(word)
    found = {shape, *_spelt_out(word)}
    if len(shape) >= _SHORTEST and re.search(r"\w", shape):
        found |= {form for base in found for language in languages for form in _declined(base, _ROWS.get(language, {}))}
    if word[:1].islower():
        found.add(shape[:1])  # a particle is often shortened: v. d.
    if "el" in languages:
        found |= {roman for form in found if _GREEK.search(form) for roman in _romanised(form)}
    return frozenset(found)


def alike(listed: str, word: str) -> bool:
    """Whether a word of a longer name may be the listed one in another case, both in plain shape."""
    stem = listed[: max(_STEM - 1, len(listed) - _ENDING)]
    return word.startswith(stem) and len(word) <= len(listed) + _ENDING


def derived(listed: str, word: str, languages: tuple[str, ...]) -> bool:
    """Whether a word that no language knows may be made of a listed name: a diminutive, a plural, a rare case."""
    stem = listed[: max(_STEM, len(listed) - (_ENDING if is_inflected(languages) else _ENDING - 1))]
    return word.startswith(stem) and len(word) <= len(listed) + _SUFFIX


def is_inflected(languages: tuple[str, ...]) -> bool:
    """Whether one of the languages declines every word of a longer name."""
    return not _INFLECTED.isdisjoint(languages)


def _declined(shape: str, rows: Mapping[str, str]) -> set[str]:
    """The forms of a name; a form of two letters, or a stem of three alone, is more likely another word."""
    fitting = (row for row in rows if not row or (shape.endswith(row) and len(shape) > _SHORTEST))
    ending = max(fitting, key=len, default=None)
    if ending is None:
        return set()
    stem = shape.removesuffix(ending)
    found = {stem if other == "-" else stem + other for other in rows[ending].split() if other != "-" or stem[3:]}
    if ending and ending[-1] not in "aeiouyαειουηω":  # a name may also be declined as one without this ending
        found |= {shape + other for other in rows[""].split()}
    return {form for form in found if len(form) > _SHORTEST}


def _spelt_out(word: str) -> set[str]:
    """The word with some or all of its special letters spelt out."""
    found = {nfc(word).lower()}
    for letter, letters in _SPELT_OUT.items():
        found |= {form.replace(letter, letters) for form in found}
    found |= {form.replace("aa", "å") for form in found}  # as Norwegian names are spelt
    return {plain(form) for form in found}


def _romanised(shape: str) -> set[str]:
    """A Greek word in Latin letters, each of its letters in all spellings: Καλαμποκάς is kalampokas and calabocas."""
    found = {shape}
    for greek, *spellings in _ROMAN:
        if greek in shape:
            found = {form.replace(greek, latin) for form in found for latin in dict.fromkeys(spellings)}
    return found
