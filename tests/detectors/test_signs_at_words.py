"""A sign at a word is no letter of a name: an ordinary word beside it stays one, a name is found. All is invented."""

import string
import unicodedata
from functools import cache

import pytest

from crosscase.anonymisation.identifiers import names_of_people
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.misread_names import MisreadNames
from crosscase.detectors.normalisation import normalised_text
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from crosscase.leaks.search import Search
from crosscase.leaks.spellings import spellings
from crosscase.leaks.watched import Watched
from tests.builders.plain_runs import EXHAUSTIVE

# A first name of each letter with which one may begin.
FIRST = (
    *("Ada", "Bea", "Cora", "Dora", "Ewan", "Fay", "Gil", "Hal", "Ivan", "Jon", "Kay", "Leo", "Mia", "Nora", "Olga"),
    *("Pat", "Quin", "Ray", "Sam", "Tom", "Una", "Vic", "Wes", "Xan", "Yan", "Zoe"),
)
WORDS = (("young", "en"), ("code", "en"), ("jung", "de"))
OF_SIGNS = {"Pi", "Pf", "Pd", "Ps", "Pe", "Po", "Sm", "Sc", "Sk", "So", "No"}  # Unicode's categories
# Those that belong to no script, but for letters in circles and for the sign of addresses.
BLOCKS = (*range(0x21, 0x300), *range(0x2000, 0x2C00), *range(0x3000, 0x3040))
SIGNS = [
    sign
    for sign in map(chr, BLOCKS)
    if unicodedata.category(sign) in OF_SIGNS
    and sign != "@"
    and (sign == "™" or not any(map(str.isalpha, unicodedata.normalize("NFKC", sign))))
]
AROUND = ["…", "“‘", "(“", "‘…", "**", "``", "🙂", "\ufffd", "\ufffd\ufffd", "\x91", "\x93", "ˆ", "ˈ", "ʼ"]
DAMAGED = ["&ldquo;", "&#147;", "&#x201c;", "&amp;ldquo;", "%E2%80%9C", "=E2=80=9C", "\\u201c", "\\x93", "\\'93", '\\"']
DAMAGED += ["â€œ", "â€˜", "â€¦", "â€“", "â€", "Â«", "Â "]
USUAL = "“”‘’„‚«»‹›–—…•°¿¡§†™©€£±×÷²½①▪→✓'\"([{#*~^"
EVERY = [*(SIGNS if EXHAUSTIVE else [*USUAL, *SIGNS[::10]]), *AROUND, *DAMAGED, "1", "23"]


def test_signs_are_usual_ones() -> None:
    assert len(SIGNS) > 1000 and set(USUAL) <= set(SIGNS)


@cache
def redactor(surname: str, language: str) -> tuple[Redactor, Setting]:
    names = [f"{first} {surname.title()}" for first in FIRST]
    people = [Person(locator="row", participant=f"P{n}", name=name, group="G") for n, name in enumerate(names)]
    return (
        Redactor(ListedNames(names_of_people(people, {"G": (language,)}), {}), Pseudonyms(bytes(32))),
        Setting(("GB",), (load(language),)),
    )


@cache
def search(surname: str, language: str) -> Search:
    title = surname.title()
    names = [title, *(f"{name} {title}" for first in FIRST for name in (first, first[0]))]
    return Search([Watched("PERSON", name, (language,)) for name in names])


def written_with(signs: str, word: str) -> list[str]:
    """A word with signs at it. In figures behind it a login ends, too."""
    before, behind, both = f"{signs}{word}", f"{word}{signs}", f"{signs}{word}{signs}"
    return [before] if signs.isascii() and signs.isdecimal() else [before, behind, both]


def sentences(words: list[str]) -> str:
    return ", ".join(f"and so {word} it was" for word in words)


def redacted(words: list[str], surname: str, language: str) -> tuple[str, list[tuple[str, str]]]:
    """Sentences with some words as redacted, and what waits in them."""
    own, setting = redactor(surname, language)
    found = own.redact(sentences(words), setting)
    return found.text, [(found.text[doubt.start : doubt.end], doubt.doubt) for doubt in found.doubts]


@pytest.mark.parametrize(("word", "language"), WORDS)
def test_an_ordinary_word_beside_a_sign_waits_as_it_does_alone(word: str, language: str) -> None:
    _, alone = redacted([word], word, language)
    assert len(alone) == 1
    for signs in EVERY:
        written = written_with(signs, word)
        text, waits = redacted(written, word, language)
        assert text == unicodedata.normalize("NFC", sentences(written)), ascii(written)
        assert waits == alone * len(written), ascii(written)


@pytest.mark.parametrize(("word", "language"), WORDS)
def test_an_ordinary_word_beside_a_sign_is_no_name_in_results(word: str, language: str) -> None:
    searched = search(word, language)
    for signs in EVERY:
        written = written_with(signs, word)
        assert not any(map(searched.hits_stated, spellings(sentences(written)))), ascii(written)


@pytest.mark.parametrize("word", ["Hathersage", "hathersage"])
def test_a_name_beside_a_sign_is_found(word: str) -> None:
    searched = search("hathersage", "en")
    for signs in EVERY:
        written = written_with(signs, word)
        text, _ = redacted(written, "hathersage", "en")
        assert text.count("[PERSON_") == len(written), ascii(written)
        for one in written:
            assert any(map(searched.hits, spellings(sentences([one])))), ascii(one)


@pytest.mark.parametrize(("text", "left"), [("“Young said", "“["), ("‘Young’ said", "‘["), ("„Young“ said", "„[")])
def test_a_sign_before_a_name_stays(text: str, left: str) -> None:
    own, setting = redactor("young", "en")
    assert own.redact(f"and then {text} so", setting).text.startswith(f"and then {left}PERSON_")


def test_a_sign_at_a_word_is_a_letter_where_the_word_is_none_without_it() -> None:
    found = MisreadNames({"nunez", "nora", "oscar", "rene", "young", "iyoung", "lukasz"}, ["en"])
    read = {"Nu–ez": "Nuñez", "nu–ez": "nuñez", "„ora": "„ora", "…scar": "…scar", "Ren‚": "René", "Ren\ufffd": "Rene"}
    read |= {"£ukasz": "Łukasz", "“young": "“young", "young\ufffd": "young\ufffd", "ìyoung": "ìyoung"}
    assert {word: found.restored(word) for word in read} == read
    assert MisreadNames({"nora"}).restored("„ora") == "Ñora"


def test_a_word_that_the_study_knows_is_no_name_behind_a_sign() -> None:
    assert MisreadNames({"nestra"}).restored("„estra") == "Ñestra"
    assert MisreadNames({"nestra"}, known={"estra"}).restored("„estra") == "„estra"


def test_small_figures_at_a_word_are_those_of_unicode() -> None:
    small = [sign for sign in map(chr, range(0x2C00)) if unicodedata.category(sign) == "No" and sign in SIGNS]
    assert small
    for sign in small:
        assert normalised_text(f"so {sign}young") == "so  young", ascii(sign)
        assert normalised_text(f"H{sign}O") != "H O"


def test_first_names_have_every_first_letter() -> None:
    assert {name[0] for name in FIRST} == set(string.ascii_uppercase)
