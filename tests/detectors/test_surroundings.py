"""What stands beside contact data that was found and belongs to it waits, too. All people and numbers are invented."""

import pytest

from tests.builders.said_aloud import missed, spans_of

SAID = [  # in brackets what is replaced or waits
    # two houses, a house beside another one, what belongs to it behind a word or two
    ("cs", "Ty dva vchody, [Mydlinská 31, 33 a 33a], jsou spojené."),
    ("it", "Sono [via Scaccoli 18 e 20], la cooperativa li ha uniti."),
    ("el", "Μένει [Κλωστοποιών 3, δίπλα στο 5], με αυλή."),
    ("nl", "Klop maar, [hoek Graaf Luitlaan en Tinnegietersteeg, de rode deur], de bel is stuk."),
    # words for signs join what stands beside them
    ("de", "der brief ging an die [dr komma wachtelheimstraße komma hundertzwei] und kam zurück"),
    ("no", "boten kom til [major punktum selheruds gate punktum førtien kjeller] og jeg har ikke lappen"),
    ("cs", "úřad píše na [topolovou alej dvě stě pět lomeno jedna] a já tam nejsem"),
    # somebody else puts the number right
    ("en", "Interpreter: She says [number fourteen, Cordwain Rise]. Child: No, mum, it's [number forty]."),
    ("nl", "Moeder: Zeg maar [Kalkputweg, negenendertig]. Kind: Maar wij wonen op [negentig]!"),
    # a name that waits anyway, beside the number of a house
    ("no", "Ja, [åttogtyve Skarvekleiva], jeg sier tallet først"),
    ("el", "[Δεκαοχτώ Πιλοποιάδικων], έτσι το λέμε."),
    ("nl", "Ik spel het, [Quardeloo, en dan zesentachtig], met een Q."),
    # the rest of a telephone number behind a correction, a remark, a change of speaker
    ("el", "στάσου [έξι εννιά δύο εβδομήντα όχι δεκαεφτά δηλαδή μηδέν δεκαεφτά τετρακόσια ένα] αυτό"),
    ("it", "Allora, trecentosedici, zero quattro, [cinquantacinque]... Padre: [Zero zero, centoventi]."),
    # the number of a file: letters and abbreviations before it and behind it
    ("cs", "Spisová značka je [MOPS lomeno dva tisíce jedna dvacet, pomlčka, čtyři sta sedm], tu uvádějte."),
    ("en", "national insurance number i only had the paper [qx oh seven eleven thirty-two c] something like this"),
]  # fmt: skip

BESIDE_ONE = [  # in brackets what is replaced or waits, and nothing else
    ("en", "The letter went to [12 Cordwain Street], I think, and two of us opened it."),
    ("en", "We stayed at [7 Cordwain Terrace], four people in one room."),
    ("de", "Sie wohnt [Wachtelheimstraße 12], vierzig Quadratmeter für fünf."),
    ("it", "Il forno stava in [via Scaccoli 7], adesso c'è un negozio."),
    ("nl", "Het is [Kalkputsteeg 33], twee keer bellen."),
    ("pt", "Era na [Rua do Cirandinho, 9], uma casa com duas janelas."),
]


@pytest.mark.parametrize(("language", "marked"), SAID)
def test_the_rest_of_what_was_found_waits_with_it(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize(("language", "marked"), BESIDE_ONE)
def test_what_is_counted_beside_an_address_is_none_of_it(language: str, marked: str) -> None:
    assert not missed(language, marked)
    text = marked.replace("[", "").replace("]", "")
    assert [text[span.start : span.end] for span in spans_of(language, text)] == [
        part.partition("]")[0] for part in marked.split("[")[1:]
    ]
