"""Addresses in small letters and inflected forms, and contact data in languages with basic support. All is invented.

Each figure of a text belongs to an address, a telephone number, a date or the number of a file.
"""

import pytest

from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import Redactor
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.spans import Setting, Span
from crosscase.languages.vocabulary import load

REDACTOR = Redactor(ListedNames([], {}), Pseudonyms(bytes(32)))
REGIONS = {"cs": "CZ", "el": "GR", "en": "GB", "uk": "UA", "sv": "SE", "da": "DK", "sl": "SI"}
STREETS = {
    "cs": (
        "Bydlí v lipové ulici 14 vzadu.",
        "Bydlí v Lipové ulici 14 vzadu.",
        "Bydlí v ulici lipová 14.",
        "Bydlí v ulici lipové 14.",
        "Bydlí na lipové 14.",
        "Bydlí v lipové 14.",
        "Přestěhoval se na Alšovo nábřeží 7.",
        "Přestěhoval se na alšovo nábřeží 7.",
        "Bydlí v ulici na Hradě číslo 7.",
        "Z lipové ulice 14 šla domů.",
        "Šla kolem lipové ulice 14.",
        "Bydlí v lipové ulici v čísle 14.",
        "Ulice lipová, číslo 14.",
        "Na náměstí míru 5 bydlí.",
        "Lipovou ulicí 14 jsme prošli.",
        "V dlouhé ulici 14 bydlela.",
    ),
    "pl": (
        "Mieszka na lipowej 14 od podwórza.",
        "Mieszka przy ulicy lipowej 14.",
        "Mieszka na ulicy lipowej 14.",
        "Mieszka przy ul. lipowej 14.",
        "Przeprowadził się na Rynek 7, drugie piętro.",
        "Przeprowadził się na rynek 7.",
        "Mieszka na lipowej pod numerem 14.",
        "Mieszka na osiedlu słonecznym 5.",
        "W alei lipowej 14 mieszkała.",
        "Plac wolności 3 to adres.",
        "Lipowa ulica 14.",
    ),
    "de": (
        "Sie wohnt in der lindenstraße 14 im Hinterhof.",
        "Er zog an den Alten Markt 7, zweiter Stock.",
        "Er zog an den alten markt 7.",
        "Wir wohnen im gartenweg 12.",
        "Wir wohnen in der hausnummer 12 im gartenweg.",
        "Sie wohnt am rosenplatz 3.",
        "Sie wohnt in der straße der einheit 4.",
        "In der Lindenstr. 14 wohnt sie.",
        "in der lindenstr 14 wohnt sie.",
        "Sie wohnt lange gasse 9.",
        "Nummer 14 in der lindenstraße.",
        "Sie wohnt in der Lindenstraße Nummer 14.",
    ),
    "en": (
        "She lives at 14 rosebank terrace, near the church.",
        "She lives in lime street 14 at the back.",
        "He moved to flat 3, 27 Mill Lane last year.",
        "Our house is number 12 orchard road.",
        "She lives in orchard road, number 12.",
        "She lives in Orchard Road at number 12.",
        "She stays at 7a market square.",
        "She lives on orchard road at number 12.",
    ),
    "nl": (
        "Zij woont op de lindelaan 14 achteraan.",
        "Hij verhuisde naar Oude Markt 7, tweede etage.",
        "Hij verhuisde naar oude markt 7.",
        "Zij woont in de lange straat 14.",
        "Zij woont op nummer 14 in de lindelaan.",
    ),
    "no": (
        "Hun bor i lindeveien 14 i bakgården.",
        "Han flyttet til Torget 7, andre etasje.",
        "Han flyttet til torget 7.",
        "Hun bor i lange gate 14.",
        "Hun bor i nummer 14 i lindeveien.",
    ),
    "it": (
        "Abita in via dei tigli 14 sul retro.",
        "Si trasferì in piazza Vecchia 7, secondo piano.",
        "Si trasferì in piazza vecchia 7.",
        "Abita al numero 14 di via dei tigli.",
    ),
    "pt": (
        "Mora na rua das tílias 14 nas traseiras.",
        "Mora no número 14 da rua das tílias.",
        "Mora na praça velha 7.",
    ),
    "el": (
        "Μένει στην οδό ανθέων 14 πίσω.",
        "Μένει στον αριθμό 14 της οδού ανθέων.",
    ),
}
BASIC = {
    "es": (
        "Vive en la calle de los Tilos 14.",
        "Vive en la calle de los tilos 14 atrás.",
        "Vive en la calle Mayor 14.",
        "Vive en calle mayor, 14.",
        "Vive en la calle Mayor número 14.",
        "Vive en la avenida de la Paz, n.º 3.",
        "Vive en C/ Mayor 14.",
        "Vive en el número 14 de la calle Mayor.",
        "Llama al 612 345 678.",
        "El expediente número 2291-17 estaba ahí.",
        "El expediente 2291-17 estaba en el armario.",
        "Nací el 3 de mayo de 1981.",
        "Mi DNI es 12345678Z.",
    ),
    "tr": (
        "Ihlamur Sokak 14 numarada oturuyor.",
        "ıhlamur sokak 14 numarada oturuyor.",
        "Ihlamur sokağı no 14 adresinde.",
        "Ihlamur Caddesi No: 14 adresinde oturuyor.",
        "Atatürk Bulvarı 7'de oturuyor.",
        "0532 123 45 67 numarayı ara.",
        "Dosya numarası 2019/221 idi.",
        "Dosya no 2019/221 kayboldu.",
        "3 Mayıs 1981 doğumluyum.",
    ),
    "fr": (
        "Elle habite 14 rue des Tilleuls.",
        "Elle habite au 14 de la rue des Tilleuls.",
        "Elle habite 14, rue des tilleuls.",
        "Elle habite avenue de la Paix 14.",
        "Le dossier numéro 2291-17 était là.",
    ),
    "sv": (
        "Hon bor på Lindgatan 14.",
        "Hon bor på lindgatan 14.",
        "Hon bor på Lilla torget 3.",
        "Ärendenummer 2291-17 låg där.",
    ),
    "uk": (
        "Вона живе на вулиці Липовій 14.",
        "Живе на вул. Липова, 14.",
        "Живе на липовій вулиці 14.",
    ),
    "ro": (
        "Locuiește pe strada Teilor 14.",
        "Locuiește pe strada teilor nr. 14.",
        "Dosarul nr. 2291-17 era acolo.",
    ),
    "hu": (
        "A Hársfa utca 14-ben lakik.",
        "A hársfa utca 14. alatt lakik.",
        "Az ügyszám 2291-17 volt.",
    ),
    "fi": (
        "Hän asuu Lehmuskatu 14:ssä.",
        "Hän asuu lehmuskatu 14.",
        "Asianumero 2291-17 oli siellä.",
    ),
    "da": (
        "Hun bor i Lindegade 14.",
        "Hun bor på lindevej 14.",
        "Sagsnummer 2291-17 lå der.",
    ),
    "sk": (
        "Býva v Lipovej ulici 14.",
        "Býva v lipovej ulici 14.",
        "Býva na ulici Lipová 14.",
        "Spis číslo 2291-17 ležal v skrini.",
    ),
    "sl": (
        "Stanuje v Lipovi ulici 14.",
        "Stanuje na lipovi ulici 14.",
        "Zadeva številka 2291-17 je bila tam.",
    ),
    "hr": (
        "Stanuje u Lipovoj ulici 14.",
        "Stanuje u lipovoj ulici 14.",
        "Stanuje u ulici Lipa 14.",
        "Predmet broj 2291-17 bio je tamo.",
    ),
    "bg": (
        "Живее на улица Липа 14.",
        "Живее на ул. Липа 14.",
        "Дело номер 2291-17 беше там.",
    ),
}
IN_WORDS = [
    ("cs", "Bydlíme na zahradní v čísle dvanáct."),
    ("cs", "Bydlíme v čísle dvanáct, na zahradní."),
    ("de", "Wir wohnen Hausnummer zwölf."),
    ("en", "Our house is number twelve, orchard road."),
    ("en", "so i live at twelve orchard road now"),
    ("en", "Twelve orchard road is where I live."),
    ("en", "He lives at number nine, flat two."),
]
SPOKEN = {  # and how many words at least are one number
    "es": ("Mi teléfono es el seis uno dos, tres cuatro cinco, seis siete ocho.", 9),
    "tr": ("Telefonum sıfır beş yüz otuz iki, yüz yirmi üç, kırk beş, altmış yedi.", 11),
    "fr": ("Mon numéro est zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit.", 5),
    "sv": ("Mitt nummer är noll sju noll, ett två tre, fyra fem sex sju.", 10),
    "uk": ("Мій номер нуль шість сім, один два три, чотири шість шість сім.", 10),
    "da": ("Mit nummer er to nul fire fem tre syv en ni.", 8),
    "fi": ("Puhelinnumero on nolla neljä nolla yksi kaksi kolme neljä viisi kuusi.", 9),
    "hu": ("A számom nulla hat három nulla egy kettő három négy öt.", 9),
    "ro": ("Numărul meu este zero șapte doi doi trei patru cinci șase șapte.", 9),
    "sk": ("Moje číslo je nula deväť nula päť jeden dva tri štyri päť šesť.", 10),
    "sl": ("Moja številka je nič štiri ena tri štiri pet šest sedem osem.", 9),
    "hr": ("Moj broj je nula devet jedan tri četiri pet šest sedam osam.", 9),
    "bg": ("Номерът ми е нула осем осем седем едно две три четири пет шест.", 10),
}
NO_NUMBERS = {
    "es": ["En la calle había 20 personas.", "Pasamos 3 horas en el paseo.", "En el caso de 12 niños."],
    "tr": ["Yolda 3 saat geçti.", "Sokakta 20 kişi vardı.", "Bu dosya iyi oldu, 3 kere baktık."],
    "fr": ["Dans la rue il y avait 20 personnes.", "On a mis 3 heures en route.", "Dans 12 cas."],
    "sv": ["På gatan var 20 personer."],
    "uk": ["На вулиці було 20 людей.", "Справа тривала 3 роки."],
}


def spans(language: str, text: str, cased: bool) -> list[Span]:
    setting = Setting((REGIONS.get(language, language.upper()),), (load(language),), cased)
    return REDACTOR.find(text if cased else text.lower(), setting)


def each(examples: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in examples.items() for text in texts]


@pytest.mark.plain_cases(84)
@pytest.mark.parametrize("cased", [True, False], ids=["cased", "in small letters"])
@pytest.mark.parametrize(("language", "text"), each(STREETS) + each(BASIC))
def test_every_figure_is_replaced_or_waits(language: str, text: str, cased: bool) -> None:
    found = spans(language, text, cased)
    figures = [place for place, sign in enumerate(text) if sign.isdecimal()]
    assert figures
    assert all(any(span.start <= place < span.end for span in found) for place in figures)


@pytest.mark.parametrize("cased", [True, False], ids=["cased", "in small letters"])
@pytest.mark.parametrize(("language", "text"), IN_WORDS)
def test_the_number_of_a_house_in_words_is_replaced_or_waits(language: str, text: str, cased: bool) -> None:
    assert any(span.kind == "ADDRESS" for span in spans(language, text, cased))


@pytest.mark.parametrize("cased", [True, False], ids=["cased", "in small letters"])
@pytest.mark.parametrize("language", SPOKEN)
def test_a_telephone_number_that_is_said_aloud_is_found(language: str, cased: bool) -> None:
    text, words = SPOKEN[language]
    found = [text[span.start : span.end] for span in spans(language, text, cased) if span.kind in ("PHONE", "NUMBER")]
    assert found and len(found[0].replace("-", " ").split()) >= words


@pytest.mark.parametrize(("language", "text"), each({key: tuple(texts) for key, texts in NO_NUMBERS.items()}))
def test_what_is_counted_stays(language: str, text: str) -> None:
    assert not spans(language, text, cased=True)
