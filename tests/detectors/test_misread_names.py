"""Listed names with letters that a tool or a person has exchanged are found, and other words stay. All is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.anonymisation.identifiers import names_of_people
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.misread_names import MISREAD, MisreadNames
from crosscase.detectors.misread_names import words as words_of_signs
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from crosscase.leaks.search import Search
from crosscase.leaks.spellings import spellings
from crosscase.leaks.watched import Watched

NAMES = (
    "Maureen Hathersage", "Máire Dhomhnaill", "Ottoline Griffithson", "Jörg Weißgräber", "Željka Šćepanović",
    "Василиса Кривошликова", "Zdeňka Křížková", "René Quillébert", "Ευγενία Κουτσογιάννη", "Łukasz Gżegżółka",
)  # fmt: skip
ENGLISH = Setting(("GB",), (load("en"),))
PEOPLE = [Person(locator="row", participant=f"P{n}", name=name, group="GB") for n, name in enumerate(NAMES)]
REDACTOR = Redactor(ListedNames(names_of_people(PEOPLE, {"GB": ("en",)}), {}), Pseudonyms(bytes(32)))
SEARCH = Search([Watched("PERSON", word, ("en",)) for name in NAMES for word in (name, *name.split())])


def misread(word: str, written_in: str, read_in: str) -> str:
    return word.encode(written_in).decode(read_in)


LOST = [
    "M\ufffdire",
    "J\ufffdrg",
    "M?ire",
    "Wei?gr?ber",
    "Wei\ufffd\ufffdgr\ufffd\ufffdber",
    "M¡ire",
    "K??žková",
    "Ren\ufffd",
]
LOST += ["Крив\ufffdшликова", "Крив?шликова", "Κουτσογι\ufffdννη", "Gri\uffffithson", "Gri昀昀ithson"]
WRONG_ENCODING = ["M√°ire", "MÃƒÂ¡ire", "J÷rg", "Mßire", "MĂˇire", "Mбire", "Weiágr„ber", "Weiﬂgr‰ber", "Šæepanoviæ"]
WRONG_ENCODING += [
    misread(word, *encodings)
    for word, *encodings in (
        ("Кривошликова", "cp1251", "cp1252"),
        ("Кривошликова", "cp1251", "koi8-r"),
        ("Кривошликова", "koi8-r", "cp1251"),
        ("Кривошликова", "utf-8", "cp1251"),
        ("Кривошликова", "cp1251", "cp866"),
        ("Křížková", "cp1250", "cp1252"),
        ("Křížková", "iso8859-2", "cp1252"),
        ("Křížková", "utf-8", "mac-roman"),
        ("Quillébert", "cp1252", "cp437"),
        ("Quillébert", "mac-roman", "cp1252"),
        ("René", "utf-8", "mac-roman"),
        ("Κουτσογιάννη", "cp1253", "cp1252"),
        ("Gżegżółka", "cp1250", "cp1252"),
        ("Gżegżółka", "utf-8", "cp1250"),
    )
]
ESCAPED = [
    "M\\'e1ire",
    "J\\'f6rg",
    "M\\u225?ire",
    "M\\u225\\'e1ire",
    "Ren\\'e9",
    "M\\xe1ire",
    "M\\xc3\\xa1ire",
    "M\\u{e1}ire",
]
ESCAPED += [
    "M\\'aire",
    'J\\"org',
    "M\\'{a}ire",
    'J{\\"o}rg',
    'J\\"{o}rg',
    "\\v{Z}eljka",
    'Wei{\\ss}gr{\\"a}ber',
    "Ren\\'e",
]
ESCAPED += ["Wei%DFgr%E4ber", "Wei=DFgr=E4ber"]
ALIKE = ["ʜᴀᴛʜᴇʀsᴀɢᴇ", "ʜᴀᴛʜᴇʀꜱᴀɢᴇ", "Hɑthersɑge", "ꓧathersage", "Ꮋathersage", "Haτhersage", "Hathersagє", "Hathǝrsage"]
ALIKE += ["🅷🅰🆃🅷🅴🆁🆂🅰🅶🅴", "🄷🄰🅃🄷🄴🅁🅂🄰🄶🄴", "ᴴᵃᵗʰᵉʳˢᵃᵍᵉ", "🇭🇦🇹🇭🇪🇷🇸🇦🇬🇪"]
CONTROL = "Gri\x1bithson"  # no letter in results, whose files may have such signs anywhere
TURNED = ["\u202eegasrehtaH\u202c", "\u202eegasrehtaH neeruaM\u202c"]
IN_ONE_WORD = ["mrshathersage", "thehathersages", "drhathersage", "MrsHathersage", "TheHathersages", "missgriffithson"]


@pytest.mark.parametrize("written", [*LOST, *WRONG_ENCODING, *ESCAPED, *ALIKE, *TURNED, *IN_ONE_WORD], ids=ascii)
@pytest.mark.parametrize("setting", [ENGLISH, ENGLISH.without_capitals], ids=["cased", "uncased"])
def test_a_listed_name_in_disguise_is_replaced_and_found_in_results(written: str, setting: Setting) -> None:
    text = f"Then we asked about this in the year and {written} did it."
    redacted = REDACTOR.redact(text, setting).text
    assert redacted.startswith("Then we asked about this in the year and ")
    assert "[PERSON_" in redacted and written not in redacted
    assert len(redacted) < len("Then we asked about this in the year and [PERSON_12345678] did it.") + 3
    searched = (*spellings(text), SEARCH.misread(text))
    assert {kind for words in searched for kind in SEARCH.kinds(words)} == {"PERSON"}


def test_a_control_sign_in_place_of_a_letter_is_replaced() -> None:
    assert "[PERSON_" in REDACTOR.redact(f"so {CONTROL} did it", ENGLISH).text


def test_text_of_two_bytes_a_letter_is_no_name() -> None:
    for words in ("The share of services", "Weir graph over fibre", "More argue"):
        assert SEARCH.misread(words.encode("utf-16-be").decode("latin-1")) == ""


def test_what_is_written_behind_the_sign_that_turns_it_is_found_as_ever() -> None:
    redacted = REDACTOR.redact("and \u202eHathersage\u202c did it", ENGLISH).text
    assert "[PERSON_" in redacted and "Hathersage" not in redacted


@pytest.mark.parametrize(
    "word",
    [
        "l\\'eau", "n\\'t", "D\\'Angelo", 'he said \\"often\\"', "C:\\new\\temp", "a\\r\\nb", "caf\ufffd", "f\ufffdr",
        "really?yes",
        "Køge", "Ærø", "Märchen", "œuvre", "naïve", "don’t", "l’école", "3€", "θάλασσα", "море", "Anna–Marie",
        "thematic", "theology", "missionary", "drought", "misspell", "sirloin", "x=E4", "100%DF", "a?b=c", "…", "ʜɪɢʜ",
    ],
    ids=ascii,
)  # fmt: skip
def test_other_words_stay(word: str) -> None:
    text = f"Then we asked about {word} in the year."
    assert "[" not in REDACTOR.redact(text, ENGLISH).text
    assert not any(map(SEARCH.kinds, (*spellings(text), SEARCH.misread(text))))


def test_a_word_that_is_no_listed_one_is_not_changed() -> None:
    found = MisreadNames({"jorg", "maire", "кривошликова"})
    for word in ("J÷rk", "Jarg", "Märe", "M√°", "лПХБНЬ", "\u202eegas\u202c", "Ма\ufffdре", "l\\'org"):
        assert found.restored(word) == word
    assert [found.restored(word) for word in ("J÷rg", "„M√°ire“", "j?rg")] == ["JÖrg", "„Maire“", "jorg"]


@pytest.mark.parametrize("text", ["pro všech ostatních", "Všech ostatních se ptali"])
def test_an_ordinary_word_is_not_read_in_another_encoding(text: str) -> None:
    """Read so, "všech" is the name; a name that is no such word is read, in small letters, too."""
    people = [Person(locator="row", participant=name, name=name, group="CZ") for name in ("Ota Vöech", "Ada Křížková")]
    redactor = Redactor(ListedNames(names_of_people(people, {"CZ": ("cs",)}), {}), Pseudonyms(bytes(32)))
    setting = Setting(("CZ",), (load("cs"),))
    assert redactor.redact(text, setting).text == text
    for written in ("Køížková", "køížková"):
        assert written not in redactor.redact(f"tak mluvila {written} s nimi", setting).text


@given(st.text("abAZ19 {}\\'\"?._-éøβЖ\u202e\u202c\ufffd\x00\x85\xa0’\n|", max_size=50))
def test_words_around_their_signs_are_those_of_the_whole_text(text: str) -> None:
    assert words_of_signs(text) == {match[0] for match in MISREAD.finditer(text)}
