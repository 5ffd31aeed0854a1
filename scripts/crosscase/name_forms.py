"""The forms in which a listed name may stand in a text: its cases, with or without accents, in any Unicode form.

1. Words are compared in a plain shape: no accents, a few letters spelt out (ł, ø, đ, ß, æ), case folded, the Greek
   final sigma as the other one. Then "Nováková", "NOVÁKOVÁ" and "Novakova" are one shape.
2. The ending of a name says how it is declined in its language: the row with the longest ending that fits.
3. The stem with each ending of that row is a form. Stems that change are rows of their own (Havel, Havla; Kot, Koty).

ASSUME: a form too many costs a word of the text, a form too few costs a person's privacy; so the rows hold the
endings of all genders and numbers, and possessives.

Sources: the declension tables of the languages' grammars; which names the rows miss is measured in the tests.
"""

import re
import unicodedata
from functools import lru_cache

LANGUAGES = {  # of a country, by its ISO code
    "CZ": "cs",
    "DE": "de",
    "GR": "el",
    "GB": "en",
    "IT": "it",
    "NL": "nl",
    "NO": "no",
    "PL": "pl",
    "PT": "pt",
    "AT": "de",
    "CY": "el",
    "IE": "en",
    "BE": "nl",
}
_SHORTEST = 3  # letters of a name that is declined
_SPELT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ"})
_ROWS: dict[str, dict[str, str]] = {  # the ending of the name: the endings of its forms, in plain shape
    "cs": {
        "ova": "ova ove ovou ovo ovych ovym ovymi",
        "ek": "ek ka kovi ku kem ki kove kum cich kuv kova kovo kovy kovou",
        "ec": "ec ce covi ci cem cove cum cich cuv cova covo covy covou",
        "el": "el la lovi lu le lem love lum lech luv lova lovo lovy elem eli ele elovi",
        "ka": "ka ky ke ce ku ko kou kovi ek kam kach kami kych kym kymi cin cina ciny cinu cine",
        "ga": "ga gy ze gu go gou zin zina ziny zinu",
        "ha": "ha hy he ze hu ho hou hovi zin zina ziny zinu",
        "cha": "cha chy che se chu cho chou chovi sin sina",
        "ra": "ra ry re ru ro rou rovi rin rina riny rinu rine",
        "a": "a y u o ou e i ovi ove um ach ech ami am in ina iny inu ine ino",
        "e": "e i ete eti etem ou im ich in ina inu iny",
        "i": "i iho imu im ich imi ovi",
        "y": "y eho emu em ym ych ymi ovi ou e",
        "o": "o a ovi u em ove uv ova",
        "us": "us a ovi u e em usovi usem usa uv",
        "": "a u ovi e em y ove i um ech uv ova ovo ovy ovou ich",
    },
    "pl": {
        **{f"{c}ki": f"{c}ki {c}kiego {c}kiemu {c}kim {c}cy {c}kich {c}kimi" for c in ("s", "c", "dz")},
        **{f"{c}ka": f"{c}ka {c}kiej {c}kie {c}kich {c}kim {c}kimi {c}ko" for c in ("s", "c", "dz")},
        "ek": "ek ka kowi kiem ku kowie kow kom kami kach",
        "ec": "ec ca cowi cem cu cowie cow com cami cach",
        "el": "el la lowi lem le lu ela elowi elem elu",
        "er": "er ra rowi rem rze era erowi erem erze",
        "ol": "ol ola olowi olem olu ole la lowi lem le",
        "ka": "ka ki ce ke ko kom kach kami ek",
        "ga": "ga gi dze ge go gom",
        "ha": "ha hy sze he ho",
        "ra": "ra ry rze re ro rom",
        "ta": "ta ty cie te to tom",
        "da": "da dy dzie de do dom",
        "la": "la li ly le lo lom",
        "ia": "ia ii ie io iom ja",
        "a": "a y i ie e o ej a em om ach ami",
        "ko": "ko ka kowi kiem ki ce ke ku",
        "o": "o a owi em u ie y i",
        "y": "y ego emu ym ych ymi",
        "i": "i ego emu im ich imi iego iemu",
        "t": "t ta towi tem cie tach tow ty",
        "d": "d da dowi dem dzie dow dy",
        "": "a owi em ie u iem e y i owie ow om ami ach ia iowi iu",
    },
    "el": {
        "οσ": "οσ ου ο ον ε οι ων ουσ",
        "ησ": "ησ η ην εσ ων ηδεσ ηδων",
        "ασ": "ασ α αν εσ ων αδεσ αδων",
        "ισ": "ισ ι ιδοσ ηδεσ",
        "ουσ": "ουσ ου ουν",
        "ευσ": "ευσ εα ευ εισ",
        "α": "α ασ αν εσ ων",
        "η": "η ησ ην εσ ων",
        "ω": "ω ωσ",
        "ι": "ι ιου ια ιων",
        "ο": "ο ου",
        "": "σ",
    },
    "de": {"": "s es ens n en"},
    "en": {"": "s"},
    "nl": {"": "s je tje"},
    "no": {"": "s"},
    "it": {"": ""},
    "pt": {"": "zinho zinha inho inha"},
}


@lru_cache(2**16)
def plain(word: str) -> str:
    """The shape in which words are compared."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
    return bare.casefold().translate(_SPELT)


def forms(word: str, languages: tuple[str, ...]) -> frozenset[str]:
    """The plain shapes of a word of a name in all its forms; without a language the word alone."""
    shape = plain(word)
    found = {shape}
    if len(shape) >= _SHORTEST and re.search(r"\w", shape):
        for language in languages:
            rows = _ROWS.get(language, {})
            ending = max((ending for ending in rows if shape.endswith(ending)), key=len, default=None)
            if ending is not None:
                stem = shape.removesuffix(ending)
                found |= {stem + other for other in rows[ending].split() if stem}
                if ending:  # a name may also be declined as one without this ending
                    found |= {shape + other for other in rows[""].split() if ending[-1] not in "aeiouyαειουηω"}
    return frozenset(found)
