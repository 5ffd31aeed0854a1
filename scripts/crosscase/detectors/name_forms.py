"""The forms of a listed name in a text: its cases, with or without accents, in any Unicode form.

1. Words are compared in plain shape: no accents, a few letters spelt out (ł, ø, đ, ß, æ), case folded, and one Greek
   sigma. "Nováková", "NOVÁKOVÁ" and "Novakova" have one shape.
2. The ending of a name decides how its language declines it: the row with the longest matching ending applies.
3. The stem with each ending of that row is a form. Changing stems have rows of their own (Havel, Havla). The rows of
   Czech and Polish are made in `slavic_forms`; languages with basic support have theirs in their file of word lists.
4. A name of several words is also found where each word only begins like the listed one: Rodinné centrum, Rodinném
   centru (`alike`).
5. Letters have several spellings: Fährmoser is faehrmoser, Nijhof is Nyhof, Κώστας is kostas or kwstas.
6. A name has spellings with more or fewer words: McArdle, Mc Ardle; van den Berg, vd Berg (`divisions`).
7. A woman's surname has the forms of her husband's, too: Nováková, Novákem (`family_names`).

ASSUME: a form too many costs a word of the text, a form too few costs a person's privacy. The rows therefore contain
the endings of all genders and numbers, and possessives.

Sources: the declension tables of the languages' grammars. Tests measure which names the rows miss.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from crosscase.detectors import family_names
from crosscase.detectors.greek_letters import IS_GREEK, hellenised, romanised
from crosscase.detectors.slavic_forms import CZECH, POLISH
from crosscase.languages.vocabulary import load, plain
from crosscase.storage.text_form import nfc

_SHORTEST = 2  # letters of a name that is declined
_SHORTEST_PART = 4  # letters of a name after a joined beginning: Mc, van
_MOST_SPELLINGS = 64  # of a listed name in the other alphabet
_MOST_OF_FORM = 8  # of each of its forms
_ELIDED = frozenset({"d", "l", "dell", "dall"})  # before an apostrophe
_INFLECTED = frozenset({"cs", "pl", "el", "fi", "hr", "sk", "sl", "uk"})
_ENDING = 3  # letters that may differ at the end of a word of a longer name
_STEM = 4  # letters that a derived word shares with the name
_SUFFIX = 5  # letters that may be added to it


def _soft(consonant: str, endings: str) -> str:
    return " ".join(consonant + ending for ending in endings.split())


_FAMILY = "αιοι αιων αιουσ"  # a Greek family as a whole
_MEN = "αινα αινασ ακησ ακη ακι ακια ουλησ ουλη"  # a Greek man's wife, and his pet names
_WOMEN = "ουλα ουλασ ιτσα ιτσασ ακι ακια"  # a Greek woman's pet names
_SMALL = "je jes tje tjes ke kes eke se"  # a Dutch diminutive, or an adjective
_SCHE = "sch sche schen scher sches schem"  # a German adjective: die Krügersche Liste

_SPELT_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
_ALSO = {  # by language: letters and their other spellings
    "el": {"νδρ": "ντρ"},
    "de": {"ae": "ä", "oe": "ö", "(?<![aeoq])ue": "ü"},
    "no": {"oe": "ø", "æ|ae": "ä"},
    "nl": {"ij": "y", "(?<!i)y": "ij"},
    "en": {"^mc(?=...|$)": "mac", "^mac(?=...|$)": "mc", "^st$": "saint", "^saint$": "st"},
}
_PARTICLES = {  # by language: particles that are confused with each other
    "nl": ["de den der", "t het", "te ten ter"],
    "de": ["der dem den"],
    "pt": ["de da do das dos"],
    "it": ["di de", "del della dello dell"],
}
_JOINED = {  # by language: a beginning joined to the name, and as separate words
    "en": {"mc": "Mc", "mac": "Mac"},
    "it": {"pier": "Pier", "gian": "Gian", "anna": "Anna", "maria": "Maria"},
    "nl": {"vanden": "van den", "vander": "van der", "vande": "van de", "van": "van"},
}
_ROWS: dict[str, dict[str, str]] = {  # the ending of the name: the endings of its forms, in plain shape
    "cs": CZECH,
    "pl": POLISH,
    "el": {
        "οσ": f"οσ ου ο ον ε οι ων ουσ ηδεσ ηδων {_FAMILY} {_MEN}",
        "ησ": f"ησ η ην εσ ων ηδεσ ηδων ηδαιοι ου ουσ {_FAMILY} {_MEN}",
        "κλησ": "κλησ κλη κλην κλεα κλεουσ κλεισ κλεων κληδεσ κληδων κλακησ κλακη",
        "ασ": f"ασ α αν ου εσ ων αδεσ αδων αδαιοι ηδεσ ηδων {_FAMILY} {_MEN}",
        "εασ": f"εασ εα εαν εωσ εου εισ εων εοι εουσ εεσ εαδεσ εαδων εηδεσ εηδων εαινα εαινασ {_FAMILY}",
        **{n + "ασ": _soft(n, f"ασ α αν οσ εσ ων {_FAMILY} {_MEN}") for n in ("ων", "ορ", "οντ", "αντ")},
        "ισ": "ισ ι ιν η ησ ιδοσ ιδα ιδασ ιδεσ ιδων εωσ ηδεσ ηδων",
        "ουσ": "ουσ ου ουν ουδεσ ουδων",
        "ευσ": "ευσ εωσ εα εασ ευ εισ εων",
        "υσ": "υσ υ υν υδεσ υδων εωσ",
        "ων": "ων ωνα ωνασ ωνοσ ονα ονασ ονοσ οντα οντασ οντοσ ωντα ωντασ ωντοσ ωνεσ",
        "ωρ": "ωρ ορα ορασ οροσ ορεσ",
        "ξ": "ξ κα κασ κοσ κεσ γα γασ γοσ",
        "α": f"α ασ αν ησ εσ ων αδεσ αδων ηδεσ ηδων {_FAMILY} {_WOMEN}",
        "ια": f"ια ιασ ιαν ιεσ ιων ιαδεσ ιαδων {_FAMILY} {_WOMEN}",
        "ιδα": "ιδα ιδασ ιδαν ιδοσ ισ ιδεσ ιδων ιδουλα ιδουλασ ιδιτσα ιδιτσασ",
        "αδα": "αδα αδασ αδαν αδοσ ασ αδεσ αδων",
        "η": f"η ησ ην εσ ων ηδεσ ηδων ου ισ ιδοσ ιδα εωσ εισ εων {_FAMILY} {_WOMEN}",
        "ω": "ω ωσ ουσ ων",
        "ου": f"ου ουσ ουδεσ ουδων οσ ο ε οι ων {_FAMILY}",
        "οι": "οι ων ουσ",
        "αι": "αι ων ασ εσ",
        "εσ": "εσ ων ασ α αι",
        "ι": "ι ιου ια ιων ησ",
        "ακι": "ακι ακιου ακια ακιων ακη ακησ ακηδεσ ακηδων",
        "ο": "ο ου οσ α ων ουσ",
    },
    "de": {
        "": f"s es ens {_SCHE}",
        **{c: _soft(c, f"s es ens in innen {_SCHE}") for c in "bcdfghjklmnpqrstvwxz"},
        **{vowel: f"{vowel} {vowel}s {vowel}ns {_soft(vowel, _SCHE)}" for vowel in "aiouy"},
        "e": f"e es en ens in innen {_SCHE} {_soft('e', _SCHE)}",
    },
    "en": {"": "s", "y": "y ys ies", **{hiss: f"{hiss} {hiss}es" for hiss in ("s", "x", "z", "ch", "sh")}},
    "nl": {
        "": f"s {_SMALL}",
        **{c: f"{c} {c}s {c}en {_soft(c, _SMALL)} {_soft(2 * c, 'etje etjes eke')}" for c in "bdfgklmnpr"},
        **{c: f"{c} {c}s {c}en {2 * c}en {_soft(c, _SMALL)} {_soft(2 * c, 'etje etjes eke')}" for c in "stxz"},
        **{v: f"{v} {v}s {_soft(v, _SMALL)} {2 * v}tje {2 * v}tjes" for v in "aeou"},
        "m": f"m ms mpje mpjes {_soft('m', _SMALL)} mmetje mmetjes mmeke",
        "i": f"i is ietje ietjes {_soft('i', _SMALL)}",
        "ng": f"ng ngs nkje nkjes ngetje ngetjes {_soft('ng', _SMALL)}",
    },
    "no": {"": "s ene enes ane anes", "e": "e es ene enes ane anes"},
    "it": {
        "o": "o i",
        "co": "co chi ci",
        "go": "go ghi gi",
        "io": "io i ii",
        "e": "e i",
    },
    "pt": {
        **{f"{vowel}l": f"{vowel}l {vowel}is" for vowel in "aeou"},
        "il": "il is eis",
        "ao": "ao oes aes aos aozinho",
        "go": "go gos guinho guinhos",
        "ga": "ga gas guinha guinhas",
        "co": "co cos quinho quinhos",
        "ca": "ca cas quinha quinhas",
        "m": "m ns",
        "o": "o os inho inhos ito itos zinho zinhos",
        "a": "a as inha inhas ita itas zinha zinhas",
        "e": "e es inho inhos inha inhas ito ita zinho zinha",
        "es": "es inha inhas inho",
        "": "s es zinho zinhos zinha zinhas inho inhos inha inhas ito ita",
    },
}

_ROWS["el"] |= {  # the same in the Latin letters of the standard; of equal endings the longest row
    romanised(ending, 1)[0]: " ".join(romanised(form, 1)[0] for form in row.split())
    for ending, row in sorted(_ROWS["el"].items(), key=lambda one: len(one[1]))
}


def forms(word: str, languages: tuple[str, ...]) -> frozenset[str]:
    """The plain shapes of all forms of a word of a name; without a language only the word itself."""
    return _own_forms(word, languages) | forms_of_men(word, languages)


@lru_cache(2**14)
def forms_of_men(word: str, languages: tuple[str, ...]) -> frozenset[str]:
    """The plain shapes of the forms that only the names of the men in a woman's family have."""
    found = {
        form
        for language in languages
        for name in family_names.of_men(word, language)
        for form in (name, *_declined(name, language))
    }
    return frozenset(found - _own_forms(word, languages)) if found else frozenset()


@lru_cache(2**14)
def _own_forms(word: str, languages: tuple[str, ...]) -> frozenset[str]:
    shape = plain(word)
    spelt = _spelt_out(word, languages)
    found = spelt
    if len(shape) >= _SHORTEST and re.search(r"\w", shape):
        if "el" in languages and not IS_GREEK.search(shape):
            spelt = spelt.union(hellenised(shape, _MOST_OF_FORM))
        found = spelt | {form for base in spelt for language in languages for form in _declined(base, language)}
    if word[:1].islower():
        found = found | {shape[:1]}  # a particle is often shortened: v. d.
    if "el" in languages and IS_GREEK.search(shape):
        found = found.union(roman for form in found for roman in romanised(form, _MOST_OF_FORM))
    return found.union(undeclined(word, languages))


@lru_cache(2**14)
def undeclined(word: str, languages: tuple[str, ...]) -> frozenset[str]:
    """The plain shapes of all spellings of a word of a name, as listed."""
    found = _spelt_out(word, languages)
    if "el" in languages:
        found |= {roman for form in found if IS_GREEK.search(form) for roman in romanised(form, _MOST_SPELLINGS)}
    return found


def divisions(words: Sequence[str], languages: tuple[str, ...]) -> list[tuple[str, ...]]:
    """All divisions of a name into words, the listed one first."""
    found = [tuple(words)]
    small = [number for number, word in enumerate(words[:-1]) if word[0].islower()]
    if small and words[0][0].isupper():
        found.append(tuple(word for number, word in enumerate(words) if number not in small))
    if small and len(small) == small[-1] - small[0] + 1:
        before, particles, rest = words[: small[0]], words[small[0] : small[-1] + 1], words[small[-1] + 1 :]
        if len(particles) > 1:
            found += [(*before, joined, *rest) for joined in ("".join(p[0] for p in particles), "".join(particles))]
        found.append((*before, "".join([*particles, rest[0].lower()]).capitalize(), *rest[1:]))
    if len(words) > 2 and words[0][0].isupper() and words[1][0].isupper():
        found.append((words[0] + words[1].lower(), *words[2:]))
    for number, word in enumerate(words):
        for beginning, parts in _beginnings(word, languages):
            rest = word[len(beginning) :].capitalize()
            found.append((*words[:number], *parts.split(), rest, *words[number + 1 :]))
    return found


def alternatives(word: str, languages: tuple[str, ...]) -> set[str]:
    """The particles that are confused with this one within a name: van de Berg, van den Berg."""
    groups = [group.split() for language in languages for group in _PARTICLES.get(language, [])]
    return {other for group in groups if plain(word) in group for other in group}


def is_particle(word: str, languages: tuple[str, ...]) -> bool:
    """Whether a word listed with a capital letter may be in lower case: De Luca, D'Angelo."""
    shape = plain(word)
    return shape in _ELIDED or any(shape in load(language).particles for language in languages)


def alike(listed: str, word: str) -> bool:
    """Whether a word of a longer name may be the listed one in another case, both in plain shape."""
    stem = listed[: max(_STEM - 1, len(listed) - _ENDING)]
    return word.startswith(stem) and len(word) <= len(listed) + _ENDING


def derived(listed: str, word: str, languages: tuple[str, ...]) -> bool:
    """Whether a word in no vocabulary may be derived from a listed name: a diminutive, a plural, a rare case."""
    stem = listed[: max(_STEM, len(listed) - (_ENDING if is_inflected(languages) else _ENDING - 1))]
    return word.startswith(stem) and len(word) <= len(listed) + _SUFFIX


def is_inflected(languages: tuple[str, ...]) -> bool:
    """Whether one of the languages declines every word of a longer name."""
    return not _INFLECTED.isdisjoint(languages)


@cache
def _rows(language: str) -> tuple[Mapping[str, str], int]:
    """The rows of a language, here or in its file if it has basic support, and the length of their longest ending."""
    rows = _ROWS.get(language) or load(language).endings
    return rows, max(map(len, rows), default=0)


def _declined(shape: str, language: str) -> set[str]:
    """The forms of a name, without forms of two letters and bare stems of three: these are mostly other words."""
    rows, longest = _rows(language)
    lengths = range(min(longest, len(shape)) if len(shape) > _SHORTEST else 0, 0, -1)
    ending = next((shape[-length:] for length in lengths if shape[-length:] in rows), "")
    if ending not in rows:
        return set()
    stem = shape.removesuffix(ending)
    found = {stem if other == "-" else stem + other for other in rows[ending].split() if other != "-" or stem[3:]}
    if ending and ending[-1] not in "aeiouyαειουηω":  # a name may also be declined as if without this ending
        found |= {shape + other for other in rows.get("", "").split()}
    return {form for form in found if len(form) > _SHORTEST}


@lru_cache(4)  # two functions above ask for it
def _spelt_out(word: str, languages: tuple[str, ...]) -> frozenset[str]:
    """The word with some or all special letters spelt out, or the reverse."""
    found = {nfc(word).lower()}
    for letter, letters in () if word.isascii() else _SPELT_OUT.items():
        found |= {form.replace(letter, letters) for form in found}
    for language in languages:
        for letters, other in _ALSO.get(language, {}).items():
            found |= {re.sub(letters, other, form) for form in found}
    found |= {form.replace("aa", "å") for form in found}  # the Norwegian spelling
    return frozenset(map(plain, found))


def _beginnings(word: str, languages: tuple[str, ...]) -> list[tuple[str, str]]:
    """The joined beginnings of a word, and the same as separate words."""
    every = [one for language in languages for one in _JOINED.get(language, {}).items()]
    return [one for one in every if plain(word).startswith(one[0]) and len(word) >= len(one[0]) + _SHORTEST_PART]
