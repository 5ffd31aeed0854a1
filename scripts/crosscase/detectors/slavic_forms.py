"""The declension of Czech and Polish names: for each ending of a name the endings of its forms, in plain shape.

1. A paradigm contains the endings of all cases in singular and plural, the possessives, the family (Novákovi) and the
   names of women after a man (Nowakowa, Nowakówna). There is one for names that end in a consonant and one for each
   vowel. Masculine and feminine names, nouns and adjectives share it, since the ending does not distinguish them.
2. A consonant softens before some endings: Olga, Olze; Smutecki, Smuteccy; Szczypior, Szczypiorze.
3. A vowel of the last syllable disappears (Havel, Havla; Kozioł, Kozła) or changes (Kůň, Koně). Such names are also
   declined without this change: Chmel, Chmela.

ASSUME: a rare ending that would make another common name is left out: Marta does not give Marcin in Polish, nor Karol
Karolina.

A hyphen means no ending: Louny, Loun.
"""

from collections.abc import Mapping

_Rows = dict[str, str]


def _after(stem: str, endings: str) -> str:
    return " ".join(stem + ending.strip("-") for ending in endings.split())


def _rows(paradigms: Mapping[str, str], softened: Mapping[str, tuple[str, str]], changed: Mapping[str, str]) -> _Rows:
    """All rows. A softened consonant has endings for any name, and further ones for nouns with a final vowel."""
    rows = dict(paradigms)
    for vowel, endings in paradigms.items():
        for hard, (soft, soft_nouns) in softened.items():
            rows[hard + vowel] = f"{_after(hard, endings)} {soft} {soft_nouns if vowel in ('a', 'o') else ''}"
    regular = dict(rows)
    for ending, stems in changed.items():
        rows[ending] = " ".join([ending, *(_declined(stem, regular) for stem in (ending, *stems.split()))])
    return rows


def _declined(stem: str, rows: Mapping[str, str]) -> str:
    ending = max((ending for ending in rows if stem.endswith(ending)), key=len)
    return _after(stem.removesuffix(ending), rows[ending])


# Czech, with colloquial forms: Novákovic, Smutnýho, Smutnejch, s Novákama
_OV = "uv ova ovo ovy ove ovi ovu ovou ovej ovych ovym ovymi ovic ovejch ovejm ovejma"  # for men and their families
_IN = "in ina ino iny inu ine ini inou inej inych inym inymi"  # for women
_ANY = f"a e u i y em um ech ich ach ama ema {_OV}"
_ADJECTIVE = "y a e i ou ej ych ym ymi ejch ejm ejma"
_OF_A_MAN = "eho emu em yho ymu"
_PLURAL_TOWN = "- u um ech ich ach ami am"
_NEUTER = f"{_after('et', _ANY)} ata at atum atech aty"  # Kuře, Kuřete
_CZECH_PARADIGMS = {
    "": _ANY,
    "a": f"u o um am ach ech ich ami ama {_ADJECTIVE} {_OV} {_IN}",
    "e": f"im imi emi eho emu ym ych ymi {_ANY} {_IN} {_after('e', _OV)} {_NEUTER}",
    "i": f"i iho imu im ich imi iu ium {_after('i', _OV)} {_OV}",
    "o": f"o ou {_ANY}",
    "y": f"{_ADJECTIVE} {_OF_A_MAN} {_PLURAL_TOWN} yu yum {_after('y', _OV)}",
}
_CZECH_SOFTENED = {
    "k": ("ci cich", f"ce {_after('c', _IN)}"),
    "sk": ("sti scich", f"sce {_after('sc', _IN)}"),
    "ck": ("cti ccich", f"cce {_after('cc', _IN)}"),
    "g": ("zi zich", f"ze {_after('z', _IN)}"),
    "h": ("zi zich", f"ze {_after('z', _IN)}"),
    "ch": ("si sich", f"se {_after('s', _IN)}"),
}
_CZECH_CHANGED = {
    "ek": "k",
    "ec": "c",
    "vec": "vc evc",  # Vdovec, Švec
    "el": "l",
    "en": "n",
    "er": "r",
    "ev": "v",
    **{f"u{consonant}": f"o{consonant}" for consonant in "hlnrz"},
    **{f"{consonant}us": consonant for consonant in "dlmnt"},  # Martinus, Martina
}


def _czech() -> _Rows:
    rows = _rows(_CZECH_PARADIGMS, _CZECH_SOFTENED, _CZECH_CHANGED)
    for ending in ("ka", "ky", "ska", "sky", "cka", "cky"):
        rows[ending] += f" {ending[:-2]}ek"
    for vowel in ("e", "i"):  # Julius, Julia
        rows[f"{vowel}us"] = f"{vowel}us {_after(vowel, _ANY)}"
    rows["um"] = f"um {_ANY}"
    rows["ves"] = "ves vsi vse vsim vsich vsemi"
    rows["dum"] = f"dum {_after('dom', 'u ovi e em y um ech')}"
    rows["ova"] = f"u um {_after('ov', 'a y e ej ou o i ic ych ym ymi ejch ejm ejma')}"
    rows["ce"] = f"c {_after('c', rows['e'])}"
    rows["ea"] = f"{_after('e', rows['a'])} {_after('ej', 'e i u o ou ' + _IN)}"
    rows |= {foreign: f"{foreign} {_ADJECTIVE} {_OF_A_MAN}" for foreign in ("oj", "yj")}  # Tolstoj, Tolstého
    for adjective in ("sk", "ck"):  # Kowalski, Kowalského
        rows[f"{adjective}i"] += f" {rows[f'{adjective}y']}"
        rows[f"{adjective}ij"] = rows[f"{adjective}y"]
    rows |= {end: f"{rows.get(end, end)} {_after(end, 'ou ' + _IN)}" for end in ("ar", "er", "iam", "ikol")}  # women
    return rows


# Polish
_OWA = (
    "owa owej owe owy owego owemu owym owych owymi owo owi owie ow owna ownie owny owne owno ownom ownach ownami owien"
)
_YN = "n na no nie ny ne nej nych nym"  # of women
_HARD = f"a e u y em om ami ach {_OWA}"
_CONSONANT = f"i ie {_HARD} {_after('i', _HARD)}"  # Gwóźdź, Gwoździa
_PEOPLE = "owie ow om ami ach"
_POLISH_PARADIGMS = {
    "": _CONSONANT,
    "a": f"a y i ie e o u ej iej ych ym ymi ich im imi om ami ach {_OWA}",
    "e": f"- e ego emu em ym iego iemu im y i ych ymi ich imi a u ie {_PEOPLE}",
    "i": f"i iego iemu im iej ich imi ia ie a e ej ego emu - {_PEOPLE} {_after('i', _PEOPLE)}",
    "o": f"o {_CONSONANT} {_after('on', 'ie ' + _HARD)}",
    "y": f"y a e i ego emu ym ej ych ymi - yego yemu ya yowi yem yu {_PEOPLE} {_after('y', _PEOPLE)}",
}
_POLISH_SOFTENED = {
    "r": ("rze rzy", _after("rzy", _YN)),
    "t": ("cie ci", ""),  # without Marcina, who is not Marta's
    "st": ("scie sci", _after("sci", _YN)),
    "d": ("dzie dzi", _after("dzi", _YN)),
    "k": ("ce cy", _after("czy", _YN)),
    "g": ("dze dzy", _after("zy", _YN)),
    "h": ("ze zy", _after("zy", _YN)),
    "ch": ("sze si", _after("szy", _YN)),
}
_POLISH_CHANGED = {
    "ek": "k",
    "iek": "k",
    "ec": "c",
    "iec": "c",
    "rzec": "rc rzc",  # Marzec, Marca
    "el": "l",
    "iel": "l",
    "rzel": "rl",
    "iol": "l",
    "ciol": "tl",
    "er": "r",
    "ier": "r",
    "en": "n",
    "ien": "n",
    "cien": "tn",
    "dzien": "dn",
    "ew": "w",
    "ies": "s",
    "ab": "eb",
    "az": "ez",
    "x": "ks",
    "th": "t",
    "soly": "sely",  # Weseli
    "sola": "sela",
}


def _polish() -> _Rows:
    rows = _rows(_POLISH_PARADIGMS, _POLISH_SOFTENED, _POLISH_CHANGED)
    rows |= {f"{consonant}a": _after(consonant, f"{rows['a']} {_after('i', _YN)}") for consonant in "bfmpswz"}
    rows["ia"] = f"{_after('i', rows['a'])} i {_after('i', _YN)}"
    rows["ja"] = f"{_after('j', rows['a'])} i"
    rows["ie"] = f"i {_after('i', rows['e'])} {rows['e']}"
    rows["ky"] = f"ky {rows['ki']}"
    for end in ("ok", "aw"):  # Białystok, Krasnystaw
        rows[f"yst{end}"] = f"yst{end} {_after(f'egost{end}', 'u owi')} {_after(f'ymst{end}', 'u iem ie')}"
    rows["szy"] = f"{_after('sz', rows['y'])} si"
    for ending, more in {"ka": "ek iek", "ki": "ek iek", "ce": "ec iec", "ec": "cze", "iec": "cze"}.items():
        rows[ending] = f"{_declined(ending, rows)} {more}"
    rows["iol"] += " iele"  # Aniele
    for ending, softer in {"iat": "iecie", "iazda": "iezdzie", "iara": "ierze"}.items():  # Kwiat, Kwiecie
        rows[ending] = f"{_declined(ending, rows)} {softer}"
    return rows


CZECH = _czech()
POLISH = _polish()
