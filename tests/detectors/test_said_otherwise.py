"""Contact data in the turns of speech that the first run on a set of strangers missed. All of it is invented."""

import pytest

from crosscase.anonymisation.identifiers import names_of_people
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load

REGIONS = {"cs": "CZ", "de": "DE", "el": "GR", "en": "GB", "it": "IT", "nl": "NL", "no": "NO", "pl": "PL", "pt": "PT"}
REDACTOR = Redactor(ListedNames([], {}), Pseudonyms(bytes(32)))
SAID = [
    # a remark behind the word for @, a word that is spelt, the letter before it, ordinary words before a number
    ("en", "so mail me, orla at, hang on, at gullpost dot coop", "orla at, hang on, at gullpost dot coop"),
    ("de", "das ist m Punkt kolb, also K O L B, ät mirabel Punkt de", "m Punkt kolb, also K O L B, ät"),
    ("it", "scrivi a b di Bari, spina chiocciola vigna punto it", "b di Bari, spina chiocciola vigna punto it"),
    ("nl", "mail maar naar de spelers negen at kade punt nl", "spelers negen at kade punt nl"),
    # the last digits, and an extension
    ("nl", "ja het eindigt op zes drie zes drie", "zes drie zes drie"),
    ("cs", "volejte dva osm jedna, klapka pět nula čtyři", "dva osm jedna, klapka pět nula čtyři"),
    # figures in groups, letters before a year, slashes that are said between figures
    ("pl", "na karcie jest B772 310, i tyle", "B772 310"),
    ("it", "la causa è R.G. 2044/2019, ancora aperta", "R.G. 2044/2019"),
    ("de", "Aktenzeichen 17 Strich 2208 aus 20, hieß es", "17 Strich 2208 aus 20"),
    ("el", "αριθμός πρωτοκόλλου 31 κάθετος 4406 κάθετος 19, είπαν", "31 κάθετος 4406 κάθετος 19"),
    # a number that is said again, a room, a house that is counted, a street alone
    ("en", "i live at forty one er forty one cobble lane now", "forty one er forty one cobble lane"),
    ("de", "Wir waren in Haus Quirnau, Zimmer 31, untergebracht", "Haus Quirnau, Zimmer 31"),
    ("en", "It is the second house on the right in Tansy Row, I think", "second house on the right in Tansy Row"),
    ("cs", "bydleli jsme v ulici Pod Kalinou, než přišla voda", "ulici Pod Kalinou"),
    ("de", "das war in der Quendelgasse, gleich am Bach", "Quendelgasse"),
    # ordinals throughout, a ten and a unit before the month, feasts and ages
    ("pl", "Trzydziesty pierwszy ósmy sześćdziesiąty trzeci, to on", "Trzydziesty pierwszy ósmy sześćdziesiąty trzeci"),
    ("el", "είκοσι πέντε δώδεκα του εξήντα εννιά, αυτή είναι", "είκοσι πέντε δώδεκα του εξήντα εννιά"),
    ("no", "han ble sytti andre mai, og alle kom", "andre mai"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words"), SAID)
def test_it_is_replaced_or_waits(language: str, text: str, words: str) -> None:
    spans = REDACTOR.find(text, Setting((REGIONS[language],), (load(language),)))
    found = {place for span in spans for place in range(span.start, span.end)}
    start = text.index(words)
    missed = [place for place in range(start, start + len(words)) if text[place].isalnum() and place not in found]
    assert not missed, [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "we met at the quay, as I said, at ten"),
        ("en", "there were forty one, er, forty two people on the lane"),
        ("de", "im zweiten Haus wohnte niemand, und im dritten auch nicht"),
        ("de", "das Zimmer war klein, und die Straße laut"),
        ("it", "vado via dopo il primo turno, e torno tardi"),
        ("nl", "het eindigt altijd op ruzie, twee tegen drie"),
    ],
)
def test_ordinary_words_are_left_alone(language: str, text: str) -> None:
    assert not REDACTOR.find(text, Setting((REGIONS[language],), (load(language),)))


@pytest.mark.parametrize(("text", "is_replaced"), [("there was a pike", False), ("and pike had to go", True)])
def test_behind_an_indefinite_article_a_person_decides_about_a_listed_name(text: str, is_replaced: bool) -> None:
    person = Person(locator="row 1", participant="P1", name="Ada Pike", group="GB")
    ours = Redactor(ListedNames(names_of_people([person], {"GB": ("en",)}), {}), Pseudonyms(bytes(32)))
    (span,) = ours.find(text, Setting(("GB",), (load("en"),)).without_capitals)
    assert (not span.doubt) is is_replaced
