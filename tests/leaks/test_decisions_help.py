"""Whatever the leak search alarms of was replaced, or waits for a decision that helps. All names are invented."""

from collections.abc import Iterator, Sequence

import pytest

from crosscase.anonymisation.decision_rows import Choice, Decision
from crosscase.anonymisation.gazetteer import listed_names
from crosscase.anonymisation.identifiers import identifiers_to_protect
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.anonymisation.register import Person
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import load
from crosscase.leaks.search import Search
from crosscase.leaks.watched import Watched

# Ordinary words of each language that are somebody's name, employer or town.
PEOPLE = {
    "en": ("Hope Settle", "Sunny", "Shelter | Bridge House | Harvest Bakery", "Bath | Reading"),
    "de": ("Rosa Klein", "Bär", "Brücke | Grüne Insel", "Essen | Halle"),
    "cs": ("Naděje Veselá", "Medvěd", "Most | Modrý Klíč", "Most | Hora"),
    "pl": ("Jagoda Sowa", "Kotek", "Iskra | Biały Dom", "Piła"),
    "nl": ("Roos Bakker", "Beer", "Brug | Oude Molen", "Bergen"),
    "no": ("Sol Berg", "Bjørn", "Bro | Gamle Skole", "Moss"),
    "it": ("Gioia Leone", "Orso", "Ponte | Casa Verde", "Lecce"),
    "pt": ("Luz Leal", "Urso", "Ponte | Casa Verde", "Faro"),
    "el": ("Χαρά Μικρού", "Αρκούδα", "Γέφυρα", "Βόλος"),
    "es": ("Luz Blanco", "Oso", "Puente | Casa Verde", "Salamanca"),
    "tr": ("Umut Deniz", "Güneş", "Köprü", "Ordu"),
}
PHRASES = {
    "en": "we met {} at {} in {}, near the {}. {} came",
    "de": "wir trafen {} bei der {} in {}, nahe der {}. {} kam",
    "cs": "potkali jsme {} v {} v {}, u té {}. {} tam byla",
    "es": "vimos a {} en la {} de {}, cerca de la {}. {} vino",
}


def searched(language: str, choice: Choice, cased: bool) -> tuple[str, set[str], int]:
    """A text in which all doubts are decided in one way, what the leak search finds in it, and the doubts."""
    name, nickname, employer, town = PEOPLE[language]
    person = Person(
        participant="XX-01",
        name=name,
        group="XX",
        locator="row 2",
        nicknames=(nickname,),
        employers=tuple(employer.split(" | ")),
        towns=tuple(town.split(" | ")),
    )
    names, pseudonyms = listed_names([person], "", {"XX": (language,)}), Pseudonyms(bytes(range(32)))
    setting = Setting(("DE",), (load(language),), cased)
    words = [*name.split(), name, nickname, *employer.split(" | "), *town.split(" | ")]
    phrase, kept, doubts = PHRASES.get(language, PHRASES["en"]), set(), []

    def decided(text: str, spans: Sequence[Span]) -> Iterator[Span]:
        for span in spans:
            if span.doubt:
                doubts.append(span)
                if choice == Choice.KEEP:
                    kept.add(text[span.start : span.end])
            yield from Decision(choice, "").applied(span) if span.doubt else (span,)

    texts = [f"So. {phrase.format(*(one.lower(), *[other.lower()] * 4))}." for one in words for other in words]
    redactor = Redactor(names, pseudonyms)
    found = "\n".join(redactor.redact(text, setting, decided).text for text in texts)
    protected = identifiers_to_protect(names, [person], pseudonyms, kept)
    watched = [
        Watched(kind, words, tuple(spoken.replace("und", "").split()), bool(spoken))
        for kind, words, spoken in protected
        if kind != "KEPT"
    ]
    return found, set(Search(watched, kept=kept).kinds(found)), len(doubts)


@pytest.mark.plain_cases(15)
@pytest.mark.parametrize("choice", [Choice.KEEP, Choice.REDACT])
@pytest.mark.parametrize("cased", [True, False])
@pytest.mark.parametrize("language", PEOPLE)
def test_a_decision_ends_every_alarm(language: str, choice: Choice, cased: bool) -> None:
    _, alarms, doubts = searched(language, choice, cased)
    assert alarms == set()
    assert doubts


@pytest.mark.parametrize(
    ("text", "waits"),
    [
        ("She works at shelter in the town.", "shelter"),
        ("I met her at the shelter.", "shelter"),
        ("She lives in reading now.", "reading"),
        ("He is from bath, too.", "bath"),
        ("We call her sunny at work.", "sunny"),
        ("We all worked for bridge house then.", "bridge house"),
        ("I told shelter about it.", "shelter"),
        ("I had a bath.", ""),
        ("We were reading there.", ""),
        ("That reading was hard.", ""),
    ],
)
def test_employers_towns_and_nicknames_in_small_letters_wait(text: str, waits: str) -> None:
    _, nickname, employer, town = PEOPLE["en"]
    person = Person(
        participant="XX-01",
        name="Hope Settle",
        group="XX",
        locator="row 2",
        nicknames=(nickname,),
        employers=tuple(employer.split(" | ")),
        towns=tuple(town.split(" | ")),
    )
    redactor = Redactor(listed_names([person], "", {"XX": ("en",)}), Pseudonyms(bytes(range(32))))
    doubts = redactor.redact(text, Setting(("GB",), (load("en"),))).doubts
    assert [text[doubt.start : doubt.end] for doubt in doubts] == ([waits] if waits else [])
