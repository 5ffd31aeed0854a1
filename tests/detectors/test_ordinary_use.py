"""Listed names that are ordinary words, in texts without usable capital letters. Every person is invented.

[Square brackets] mark what is replaced, (round ones) what goes to review.
"""

import pytest

from crosscase.anonymisation.identifiers import names_of_people, names_of_thing
from crosscase.anonymisation.register import Person
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import Setting, without_overlap
from crosscase.languages.vocabulary import load

NAMES = {
    "en": ("Joy Price", "Mark Haddock", "Rose Young", "Will Crook"),
    "de": ("Ernst Lang", "Rosa Vogel", "Karin Schwarz", "Otto Becker"),
    "nl": ("Wil Bakker", "Fleur de Boer"),
    "cs": ("Lev Rychlý", "Radost Malá"),
    "pl": ("Nadzieja Nowa", "Malina Wilk"),
    "it": ("Vera Costa", "Gioia Leone"),
    "pt": ("Graça Pinto", "Linda Justo", "Evaristo Cortez"),
    "no": ("Liv Berge", "Odd Strand"),
    "el": ("Χαρά Μαυρίδου", "Αγάπη Ψαρά"),
}
COUNTRIES = {"en": "GB", "el": "GR", "cs": "CZ"}
THINGS = {"en": ("Lantern", "Open Gate Mediation"), "de": ("Pusteblume",), "it": ("Girandola",)}


def found_in(language: str, text: str) -> str:
    """The text with what is found in it in brackets."""
    people = [
        Person(locator=f"row {n}", participant=f"P{n}", name=name, group="X", nicknames=("Tab",) if not n else ())
        for n, name in enumerate(NAMES[language])
    ]
    things = [one for name in THINGS.get(language, ()) for one in names_of_thing("ORGANISATION", name, (language,))]
    listed = ListedNames([*things, *names_of_people(people, {"X": (language,)})], {})
    setting = Setting((COUNTRIES.get(language, language.upper()),), (load(language),), cased=False)
    for span in reversed(without_overlap(text, listed.find(text, setting))):
        before, behind = "()" if span.doubt else "[]"
        text = text[: span.start] + before + text[span.start : span.end] + behind + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # a verb of speech, a greeting, an introduction, "and" and another name
        ("en", "so [rose] said we could"),
        ("en", "i spoke about it and told [mark] to wait"),
        ("en", "thanks [joy] that was lovely"),
        ("en", "my name is [mark] and i work here"),
        ("en", "well [joy] and [haddock] do it together"),
        ("en", "then [haddock] and [joy] did it"),
        ("en", "me and [rose] we were on nights together"),
        ("en", "they left me and (rose) early"),
        ("no", "[liv] og jeg åpnet kjøkkenet"),
        ("pt", "o filho da [graça] andava com o meu"),
        ("en", "we wanted an (open gate mediation) for once"),
        ("en", "i went to [open gate mediation] and then home"),
        ("el", "ο [μαυρίδου] και η [χαρά] το κάνουν μαζί"),
        ("el", "εγώ κι η [αγάπη] ανοίξαμε την κουζίνα"),
        ("el", "μετά ο κόσμος και η (χαρά) του"),
        ("pt", "a [graça] e o [evaristo] fazem as visitas"),
        ("pt", "a sorte e a (graça) fazem muito"),
        ("nl", "hallo [wil] hoe is het"),
        ("el", "ευχαριστώ [αγάπη] για όλα"),
        ("it", "mi chiamo [vera] e lavoro qui"),
        # whose friend somebody is, a pronoun that takes up the name, according to somebody, a question
        ("en", "my mate [rose] she had read it all"),
        ("en", "the mate (rose) in the salad was odd"),
        ("no", "kompisen min [odd] leste alt"),
        ("it", "l'amico mio [leone] lo sapeva"),
        ("no", "[liv] hun er så flink"),
        ("no", "ja [liv] hun er så flink"),
        ("no", "det gode (liv) hun har fått"),
        ("en", "we all thought a (rose) she gave me was enough"),
        ("it", "secondo [gioia] bisognava aspettare"),
        ("it", "secondo la (gioia) di tutti era ora"),
        ("no", "har [odd] vært her i dag"),
        ("en", "we had (joy) in the house again"),
        # a genitive, a role without an article, a given name that begins
        ("en", "that is [joy]'s husband"),
        ("en", "and doctor [price] referred her"),
        ("en", "the doctor (price) is one thing"),
        ("en", "i think mum (will) be angry"),
        ("cs", "pan doktor [rychlý] nepřišel"),
        ("cs", "[radost] nám píše každý týden"),
        ("pl", "[nadzieja] pisze do nas"),
        ("it", "[gioia] mi ha detto che smette"),
        ("en", "(joy) of it all"),
        ("en", "(will) you come"),
        # a nickname and the family name
        ("en", "[tab price] used to run it"),
        # ordinary words: behind "a", "very", "is"; frequent ones
        ("en", "we had a (haddock) for lunch"),
        ("en", "they say my (rose) is dead"),
        ("en", "it is (joy) to watch them"),
        ("en", "what a (price) to pay"),
        ("en", "the children (will) be tired"),
        ("de", "im winter war es ganz (schwarz) hier"),
        ("de", "das muss man schon (ernst) nehmen"),
        ("de", "wir haben (lang) gewartet"),
        ("it", "la cosa quanto (costa) al mese"),
        ("pt", "isso não é muito (justo) para nós"),
        ("pl", "wtedy była tam (nowa) sala"),
        ("no", "det er et (liv) å leve"),
        ("nl", "daar is (de boer) met melk"),
        # rare words
        ("en", "we all rang [haddock] about it"),
        ("nl", "mevrouw [de boer] was er ook"),
        ("en", "i sent the form to [j. price] too"),
        ("pl", "wczoraj [malina] nie przyszła"),
        # organisations
        ("en", "we went with lots of them to the [lantern] in may"),
        ("de", "beim [pusteblume] hatten sie keinen platz"),
        ("it", "la [girandola] ha in appalto"),
        ("en", "and then [open gate] saw both parents"),
    ],
)
def test_the_words_around_decide(language: str, text: str) -> None:
    assert found_in(language, "".join(sign for sign in text if sign not in "[]()")) == text


def test_a_title_makes_a_name_but_not_of_a_short_word_behind_an_article() -> None:
    assert found_in("en", "mrs will came") == "mrs [will] came"
    assert found_in("en", "my aunt will be there") == "my aunt (will) be there"


def test_nouns_in_small_letters_are_ordinary_words_in_german() -> None:
    """German nouns have capital letters in the vocabulary: in small letters each was taken for a derived name."""
    assert found_in("de", "da lag ein vogel im sand") == "da lag ein (vogel) im sand"
