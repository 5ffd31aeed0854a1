"""E-mail addresses, numbers and dates that are said in an unusual order, or broken up. All of it is invented."""

import pytest

from tests.builders.dictation_traps import TRAPS
from tests.builders.said_aloud import missed, spans_of

SAID = [  # in brackets what is replaced or waits
    # e-mail addresses with a comma between all parts, and with ordinary words before a number
    ("de", "[sekretariat, ät, amselschule, Bindestrich, lennhausen, Punkt, de], aber die lesen das nie."),
    ("nl", "[administratie, apestaart, obs, streepje, dekwikstaart, punt nl], maar daar kijkt niemand."),
    ("el", "Τα θέλει γραπτώς, [diefthynsi με θήτα λατινικά, παπάκι, sxoleio, παύλα, rachis, τελεία example]."),
    ("pl", "[Sekretariat, małpka, sp trzy, myślnik, lipuszyn bez ogonków, kropka pl], odpisują po tygodniu."),
    ("en", "Use mine. It's [dragon king oh nine at quarrelbox dot com], with no gaps."),
    ("de", "Nimm meine, [drachen zwölf, zusammen, at, blitzpost punkt com], Mama hat ihre vergessen."),
    # telephone numbers: two hundreds, a zero between figures, pairs that rise, a code that no country has
    ("nl", "bel maar hoor [driehonderdachttien vierhonderdtwee] en het netnummer dat weet je"),
    ("pl", "na kartce było [49 zero 222 i potem zamazane chyba sto jeden] i tyle"),
    ("no", "det sitter ei på kontoret som kan dette [tjue sekstien sekstito nitti]"),
    ("no", "[fire fire tre nuller ni en seks] det henger på kjøleskapet"),
    ("pt", "Tenho [+351 941 404 0], está cortado."),
    ("el", "Η κυρία, [29940, εκατόν είκοσι, δώδεκα], το σηκώνει και νύχτα."),
    # numbers of something that no list has, with letters between the numbers; letters with few numbers
    ("el", "[7 βήτα 41 μηδέν 3], με αυτόν τον αριθμό της καταγγελίας."),
    ("pt", "[7 B de bola 41 zero 3], a queixa tem este número."),
    ("nl", "Het kenmerk staat bovenaan, wacht, [JZ, A van Anna, schuine streep, tweeëntwintig]."),
    # dates of birth in figures without signs
    ("no", "i attesten er fødselsdatoen [31 4 88] og den finnes jo ikke"),
    ("pt", "na certidão a data de nascimento vem [31 do 4 de 88] e isso nem existe"),
    ("en", "Her date of birth? The [8th of the 11th, 1986]."),
    ("cs", "datum nar [pátýho desátej dvacet jedna] a občanství žádný"),
]  # fmt: skip

LOOKS_LIKE_ONE = [
    ("en", "We met at the school, and then at the dot com boom everything changed."),
    ("en", "It was two hundred, three hundred people at the gate."),
    ("en", "we lost six nil and then two zero on the saturday"),
    ("de", "Das waren zwanzig, dreißig, vierzig, fünfzig Leute."),
    ("de", "Um 8 10 20 waren alle da."),
    ("no", "han sa at det var slutt, punktum, og at ingen skulle spørre"),
    ("no", "barna var tjue, tretti, førti og femti da"),
    ("nl", "er waren driehonderd, vierhonderd mensen op het plein"),
    ("it", "et voilà, e poi punto, non se ne parla più"),
    ("pl", "na lekcji było dwadzieścia trzydzieści osób"),
    ("pt", "eram vinte, trinta, quarenta e cinquenta pessoas"),
    ("el", "ήταν διακόσιοι, τριακόσιοι άνθρωποι στην πλατεία"),
    ("cs", "bylo tam dvě stě, tři sta lidí a tečka"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), SAID)
def test_what_is_said_brokenly_is_replaced_or_waits(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize(("language", "text"), LOOKS_LIKE_ONE)
def test_what_is_counted_stays(language: str, text: str) -> None:
    assert not [text[span.start : span.end] for span in spans_of(language, text)]


@pytest.mark.parametrize("language", TRAPS)
def test_what_only_looks_dictated_stays(language: str) -> None:
    texts = TRAPS[language].split("\n")[1:-1]
    assert len(texts) == 10
    found = [(text, text[span.start : span.end], span) for text in texts for span in spans_of(language, text)]
    assert not [one for one in found if one[2].kind != "PERSON"]
