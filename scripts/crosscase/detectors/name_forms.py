"""The forms in which a listed name may stand in a text: its cases, with or without accents, in any Unicode form.

1. Words are compared in a plain shape: no accents, a few letters spelt out (ł, ø, đ, ß, æ), case folded, the Greek
   final sigma as the other one. Then "Nováková", "NOVÁKOVÁ" and "Novakova" are one shape.
2. The ending of a name says how it is declined in its language: the row with the longest ending that fits.
3. The stem with each ending of that row is a form. Stems that change are rows of their own (Havel, Havla; Kot, Koty).

4. A name of several words is also found where each word only begins like the listed one and ends otherwise: Rodinné
   centrum, Rodinném centru. `alike` says so.
5. Handles spell a name in Latin letters without accents: Fährmoser is faehrmoser, Κώστας is kostas.

ASSUME: a form too many costs a word of the text, a form too few costs a person's privacy; so the rows hold the
endings of all genders and numbers, and possessives.

Sources: the declension tables of the languages' grammars; which names the rows miss is measured in the tests.
"""

import re
from collections.abc import Mapping

from crosscase.languages import plain
from crosscase.normal import nfc

_SHORTEST = 2  # letters of a name that is declined
_GREEK = re.compile("[α-ω]")
_INFLECTED = frozenset({"cs", "pl", "el"})
_ENDING = 3  # letters that may differ at the end of a word of a longer name
_STEM = 4  # letters that a word made of a name shares with it
_SUFFIX = 5  # letters that may be added to it
_OV = "uv ova ovo ovy ove ovu ovou ovych ovym ovymi"  # Czech possessives of men
_IN = "in ina ino iny inu ine inou inych inym inymi"  # of women; what precedes is softened


def _soft(consonant: str, endings: str) -> str:
    return " ".join(consonant + ending for ending in endings.split())


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
_ROWS: dict[str, dict[str, str]] = {  # the ending of the name: the endings of its forms, in plain shape
    "cs": {
        "ova": "ova ove ovou ovo ovi ovych ovym ovymi",
        "ek": f"ek ka kovi ku kem ki kove kum cich {_soft('k', _OV)}",
        "ec": f"ec ce cu covi ci cem cove cum cich {_soft('c', _OV)}",
        "el": f"el la lovi lu le lem love lum lech elem eli ele elovi {_soft('l', _OV)}",
        "ka": f"ka ky ke ce ku ko kou kovi ek kam kach kami kych kym kymi {_soft('k', _OV)} {_soft('c', _IN)}",
        "ga": f"ga gy ze gu go gou {_soft('z', _IN)}",
        "ha": f"ha hy he ze hu ho hou hovi {_soft('h', _OV)} {_soft('z', _IN)}",
        "cha": f"cha chy che se chu cho chou chovi {_soft('ch', _OV)} {_soft('s', _IN)}",
        "ra": f"ra ry re ru ro rou rovi {_soft('r', _OV)} {_soft('r', _IN)}",
        "a": f"a y u o ou e i ovi ove um ach ech ami am {_OV} {_IN}",
        "e": f"e i ete eti etem ou im ich ovi ove um {_OV} {_IN}",
        "i": "i iho imu im ich imi ovi",
        "y": "y i a eho emu em ym ych ymi ovi ou e",
        "o": "o a ovi u em ove uv ova",
        "ur": "ur oru ora ore orem ory",
        "us": "us a ovi u e em usovi usem usa uv",
        "": f"a u ovi e em y ove i um ech ich {_OV}",
    },
    "pl": {
        **{f"{c}ki": f"{c}ki {c}kiego {c}kiemu {c}kim {c}cy {c}kich {c}kimi" for c in ("s", "c", "dz")},
        **{f"{c}ka": f"{c}ka {c}ki {c}ce {c}ke {c}kiej {c}kie {c}kich {c}kim {c}kimi {c}ko" for c in ("s", "c", "dz")},
        "ek": "ek ka kowi kiem ku kowie kow kom kami kach kowe kowa kowy kowego kowej",
        "ec": "ec ca cowi cem cu cowie cow com cami cach",
        "ab": "ab ebia ebiowi ebiem ebiu eby ebie ebiow ebiom ebiowie",
        "sien": "sien snia sniowi sniem sniu",
        "ziol": "ziol zla zlowi zlem zle zly",
        "iec": "iec ca cowi cem cu cowie cow com cami cach",
        "el": "el la lowi lem le lu ela elowi elem elu",
        "er": "er ra rowi rem rze era erowi erem erze",
        "ol": "ol ola olowi olem olu ole la lowi lem le",
        "ka": "ka ki ce ke ko kom kach kami ek",
        "ga": "ga gi dze ge go gom",
        "ha": "ha hy sze he ho hej",
        "ra": "ra ry rze re ro rom rej",
        "ta": "ta ty cie te to tom tej",
        "da": "da dy dzie de do dom dej",
        "la": "la li ly le lo lom lej",
        "ia": "ia ii i ie io iom ja iu iej",
        "a": "a y i ie e o ej a em om ach ami owie ow",
        "e": "e ego emu em ym i ych ymi",
        "cien": "cien tnia tniowi tniem tniu tnie tniow",
        "zien": "zien dnia dniowi dniem dniu",
        "czen": "czen cznia czniowi czniem czniu",
        "iek": "iek ka kowi kiem ku kowie",
        "ko": "ko ka kowi kiem ki ce ke ku",
        "o": "o a owi em u ie y i",
        "y": "y ego emu ym ych ymi i a ej",
        "i": "i ego emu im ich imi iego iemu ia iej",
        "t": "t ta towi tem cie tach tow ty",
        "d": "d da dowi dem dzie dow dy",
        "": "a owi em ie u iem e y i owie ow om ami ach ia iowi iu",
    },
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
    if word[:1].islower():
        found.add(shape[:1])  # a particle is often shortened: v. d.
    if len(shape) >= _SHORTEST and re.search(r"\w", shape):
        found |= {form for base in found for language in languages for form in _declined(base, _ROWS.get(language, {}))}
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
    ending = max((ending for ending in rows if shape.endswith(ending)), key=len, default=None)
    if ending is None:
        return set()
    stem = shape.removesuffix(ending)
    found = {stem + other for other in rows[ending].split() if stem}
    if ending and ending[-1] not in "aeiouyαειουηω":  # a name may also be declined as one without this ending
        found |= {shape + other for other in rows[""].split()}
    return found


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
