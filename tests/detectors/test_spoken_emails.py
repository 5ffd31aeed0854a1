"""E-mail addresses that are said aloud, in nine languages. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

EMAILS = {
    "GB": [
        "You can write to {keziah dot blomfield at example dot com} any time.",
        "my e-mail is {k underscore blomfield at quill hyphen house dot org}, all lower case",
        "It's {Keziah.Blomfield at example dot co dot uk}.",
        "so it is {blomfield eighty four at gmail dot com} she said",
        "Send it to {info (at) quillhouse (dot) org}, please.",
        "um {jowan at the quill house dot net} I think it was",
    ],
    "DE": [
        "Schreiben Sie an {quastfeld Punkt ortrun Klammeraffe example Punkt de}.",
        "meine adresse ist {ortrun unterstrich quastfeld at gmail punkt com}",
        "Das ist {o.quastfeld at example punkt org}, alles klein.",
        "also {familie bindestrich quirnau ät web punkt de} glaub ich",
        "Mail an {info (at) quasthaus (punkt) de}.",
        "und dann {ortrun siebenundachtzig klammeraffe posteo punkt net} hat sie gesagt",
    ],
    "NL": [
        "Mail maar naar {wietske punt quistum apenstaartje example punt nl}.",
        "mijn mail is {w underscore quistum at gmail punt com}",
        "Het is {wietske.quistum apenstaartje ziggo punt nl}, alles aan elkaar.",
        "dus {familie streepje turf apenstaartje hotmail punt com} geloof ik",
        "Stuur naar {info (at) turfhuis (punt) nl}.",
        "ja {wietske tachtig at kpnmail punt nl} zei ze",
    ],
    "NO": [
        "Skriv til {thorunn punktum kvast krøllalfa example punktum no}.",
        "e-posten min er {t understrek kvast krøllalfa gmail punktum com}",
        "Det er {thorunn.kvast krøllalfa online prikk no}.",
        "altså {familien bindestrek kvern krøllalfa hotmail punktum com} tror jeg",
        "Send til {post (at) kvasthuset (punktum) no}.",
        "ja {thorunn åttito krøllalfa live punktum no} sa hun",
    ],
    "IT": [
        "Scriva a {ortensina punto querciola chiocciola example punto it}.",
        "la mia mail è {o trattino basso querciola chiocciola gmail punto com}",
        "È {ortensina.querciola chiocciola libero punto it}, tutto minuscolo.",
        "allora {famiglia trattino quintiliani chiocciola virgilio punto it} mi pare",
        "Mandi a {info (at) casaquerciola (punto) org}.",
        "sì {ortensina ottantadue chiocciola tiscali punto it} ha detto",
    ],
    "PT": [
        "Escreva para {quiteria ponto salgueiro arroba example ponto pt}.",
        "o meu mail é {q underscore salgueiro arroba gmail ponto com}",
        "É {quiteria.salgueiro arroba sapo ponto pt}, tudo junto.",
        "então {familia traço quintela arroba hotmail ponto com} acho eu",
        "Mande para {geral (arroba) casasalgueiro (ponto) org}.",
        "sim {quitéria oitenta e dois arroba iol ponto pt} disse ela",
    ],
    "PL": [
        "Proszę pisać na {zdzimira kropka kwaśniak małpa example kropka pl}.",
        "mój mail to {z podkreślnik kwasniak małpa gmail kropka com}",
        "To jest {zdzimira.kwasniak małpa wp kropka pl}, wszystko razem.",
        "no więc {rodzina myślnik pogodna małpa onet kropka pl} chyba",
        "Wysłać na {biuro (at) kwasniak (kropka) pl}.",
        "tak {zdzimira osiemdziesiąt dwa małpa interia kropka pl} mówiła",
    ],
    "CZ": [
        "Napište na {zvonimíra tečka kvěchová zavináč example tečka cz}.",
        "můj mail je {z podtržítko kvechova zavináč gmail tečka com}",
        "Je to {zvonimira.kvechova zavináč seznam tečka cz}, všechno dohromady.",
        "takže {rodina pomlčka zvonir zavináč centrum tečka cz} myslím",
        "Pošlete to na {info (zavináč) kvechov (tečka) org}.",
        "jo {zvonimíra osmdesát dva zavináč volny tečka cz} říkala",
    ],
    "GR": [
        "Γράψτε στο {δρυάνθη τελεία δρυολάτη παπάκι example τελεία gr}.",
        "το μέιλ μου είναι {d κάτω παύλα dryolati παπάκι gmail τελεία com}",
        "Είναι {dryanthi.dryolati παπάκι otenet τελεία gr}, όλο μαζί.",
        "λοιπόν {oikogeneia παύλα mylou παπάκι yahoo τελεία gr} νομίζω",
        "Στείλτε στο {info (παπάκι) dryolatis (τελεία) gr}.",
        "ναι {δρυάνθη ογδόντα δύο παπάκι τζιμέιλ τελεία κομ} είπε",
    ],
}

NO_EMAILS = {
    "GB": [
        "look at the red dot on the map",
        "at that point we joined the dots",
        "we met at the dot com boom",
        "at home she plays connect dot to dot",
    ],
    "DE": [
        "auf den Punkt gebracht",
        "at home, das ist der Punkt de facto",
        "das ist ein Klammeraffe im Zoo",
        "Punkt eins und Punkt zwei",
    ],
    "NL": [
        "dat is een punt",
        "op dat punt com je niet verder",
        "een apenstaartje is een teken",
        "wij waren at random gekozen, punt",
    ],
    "NO": [
        "det er et viktig punktum",
        "han skriver krøllalfa hele tiden",
        "en prikk på kartet",
        "sette punktum for saken",
    ],
    "IT": [
        "a un certo punto mi sono fermata",
        "la chiocciola è nel giardino",
        "punto per punto",
        "in chiocciola e punto",
    ],
    "PT": ["a certo ponto parei", "cinco arrobas de batatas", "ponto por ponto", "no ponto de encontro"],
    "PL": ["małpa w zoo jest śmieszna", "to jest kropka nad i", "kropka i koniec", "nasza małpa skacze, kropka"],
    "CZ": ["dali jsme si zavináč k pivu", "a tím je to tečka", "tečka za tím", "zavináč je ryba, tečka"],
    "GR": ["το παπάκι κολυμπάει στη λίμνη", "έβαλε τελεία και παύλα", "πήγε με το παπάκι, τελεία", "τελεία και τέλος"],
}


@pytest.mark.parametrize(("region", "example"), each(EMAILS))
def test_an_address_that_is_said_goes(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("EMAIL", region, example)


@pytest.mark.parametrize(("region", "example"), each(NO_EMAILS))
def test_a_point_and_a_snail_stay(region: str, example: str) -> None:
    assert not found_of_kind("EMAIL", region, example)
