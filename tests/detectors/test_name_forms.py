"""The forms of names by the grammar of seven languages, written down beside the rules. All are invented."""

from collections.abc import Iterator

import pytest

from crosscase.anonymisation.identifiers import names_of_people
from crosscase.anonymisation.register import Person
from crosscase.detectors.name_forms import forms
from crosscase.detectors.name_search import NameSearch
from crosscase.languages.vocabulary import plain

GREEK = {  # the listed name: its cases, those of its family, how it is typed in Latin letters
    # men in -ος
    "Καραμπινόπουλος": "Καραμπινόπουλου Καραμπινόπουλο Καραμπινόπουλε Καραμπινόπουλοι Καραμπινόπουλων Καραμπινόπουλους "
    "Καραμπινοπούλου Καραμπινοπουλαίοι Καραμπινοπουλαίους Καραμπινοπουλαίων ΚΑΡΑΜΠΙΝΟΠΟΥΛΟΣ ΚΑΡΑΜΠΙΝΟΠΟΥΛΟΥ "
    "Karampinopoulos Karabinopoulos Karampinopoulou Karampinopoylos Karabinopulos",
    "Γιώργος": "Γιώργου Γιώργο Γιώργηδες Γιωργάκη Γιωργάκης Giorgos Yorgos Giwrgos Yiorgos Giorgou Giorgo",
    "Πέτρος": "Πέτρου Πέτρο Πέτρε Πέτροι Πέτρων Πέτρους Πετράκη Petros Petrou Petro",
    "Νίκος": "Νίκου Νίκο Νίκοι Νίκων Nikos Nicos Nikou Niko",
    "Αλέξανδρος": "Αλεξάνδρου Αλέξανδρο Αλέξαντρος Αλέξαντρε Αλέξανδρε Αλέξανδροι Αλέξανδρων Αλέξανδρους "
    "Alexandros Aleksandros Ale3andros Alexandrou Aleksandrou Ale3androu",
    "Ευθύμιος": "Ευθυμίου Ευθύμιο Ευθύμιε Ευθύμιοι Ευθυμίων Ευθυμίους Efthymios Eythimios Euthimios Eu8umios Efthimios",
    "Χρυσοβελώνος": "Χρυσοβελώνου Χρυσοβελώνο Χρυσοβελώνε Chrysovelonos Hrisovelonos Xrysovelwnos Xrusobelwnos",
    "Σπανός": "Σπανού Σπανό Σπανέ Σπανοί Σπανών Σπανούς Spanos Spanou Spano",
    "Μέλιος": "Μέλιου Μελίου Μέλιο Μέλιε Melios Meliou",
    # men in -ης
    "Φραγκουδάκης": "Φραγκουδάκη Φραγκουδάκηδες Φραγκουδάκηδων Φραγκουδάκαινα Φραγκουδακαίοι "
    "Fragkoudakis Fragoudakis Frangoudakis Fragkoudaki Fragoudakhs",
    "Δημητριάδης": "Δημητριάδη Δημητριάδην Δημητριάδου Δημητριάδηδες Δημητριαδαίοι Dimitriadis Dhmhtriadhs Dimitriadi",
    "Κουτρούλης": "Κουτρούλη Κουτρούληδες Κουτρούληδων Koutroulis Kutrulis Koytroylhs Koutrouli",
    "Μπακλαβατζής": "Μπακλαβατζή Μπακλαβατζήδες Μπακλαβατζήδων Baklavatzis Mpaklavatzis Mpaklabatzhs Baklavajis",
    "Παυλής": "Παυλή Παυλήδες Παυλήδων Pavlis Paulis Paylhs Pavli",
    "Θεμιστοκλής": "Θεμιστοκλή Θεμιστοκλέους Θεμιστοκλήδες Themistoklis 8emistoklhs Themistocles Themistokli",
    "Σωκράτης": "Σωκράτη Σωκράτους Σώκρατες Σωκράτηδες Sokratis Swkraths Socratis Sokrati",
    "Δημοσθένης": "Δημοσθένη Δημοσθένους Dimosthenis Dhmos8enhs Dimos8enis Dimostheni",
    # men in -ας, -εας, -ωνας
    "Κώστας": "Κώστα Κώστες Κωστάδες Κώστηδες Κωστάκη Kostas Kwstas Costas Kosta Kwsta",
    "Παπάς": "Παπά Παπάδες Παπάδων Παπαδαίοι Papas Papa Papades",
    "Τσιγκούνας": "Τσιγκούνα Τσιγκούνες Τσιγκουναίοι Tsigkounas Tsigounas Tsingounas Tsigkouna",
    "Μαυρογονέας": "Μαυρογονέα Μαυρογονέως Μαυρογονέοι Μαυρογονέους Μαυρογονέων Μαυρογοναίοι Mavrogoneas Maurogoneas "
    "Mavrogonea",
    "Χειμώνας": "Χειμώνα Χειμώνος Χειμώνες Χειμώνων Χειμωναίοι Cheimonas Ximonas Xeimwnas Himonas Cheimona",
    "Ανδρέας": "Ανδρέα Ανδρέου Ανδρέηδες Andreas Andrea Antreas",
    "Ηλίας": "Ηλία Ηλιού Ηλίου Ηλίες Ηλιάδες Ilias Hlias Elias Ilia",
    "Νέστορας": "Νέστορα Νέστορος Νέστορες Nestoras Nestora",
    # men in -ούς, -εύς, -ων, -ις
    "Κουμανταρούς": "Κουμανταρού Κουμανταρούδες Κουμανταρούδων Koumantarous Koumadarous Kumandarus Koumantarou",
    "Αχιλλεύς": "Αχιλλέως Αχιλλέα Αχιλλεύ Αχιλλέας Achillefs Axilleus Achilleus Ahileas",
    "Ξενοφών": "Ξενοφώντος Ξενοφώντα Ξενοφώντας Xenofon Ksenofon 3enofwn Xenophon",
    "Σόλων": "Σόλωνος Σόλωνα Σόλωνας Solon Solwn Solona",
    "Άκις": "Άκι Άκη Άκης Akis Aki",
    # women in -α, -η
    "Μαρία": "Μαρίας Μαρίαν Μαρίες Μαριών Μαρούλα Μαρίτσα Μαράκι ΜΑΡΙΑΣ Maria Marias Mariwn",
    "Ελένη": "Ελένης Ελένην Ελένες Ελενών Ελενίτσα Ελενάκι Eleni Elenh Elenis",
    "Ελπίδα": "Ελπίδας Ελπίδος Ελπίς Ελπίδες Ελπίδων Elpida Elpidas",
    "Χαρίκλεια": "Χαρίκλειας Χαρικλείας Χαρίκλειες Charikleia Hariklia Xarikleia Xariklia",
    "Άρτεμις": "Άρτεμι Άρτεμης Αρτέμιδος Αρτέμιδα Αρτέμιδας Artemis Artemidos Artemi",
    "Άλκηστη": "Άλκηστης Αλκήστιδος Άλκηστις Alkisti Alkhsth Alkistis",
    "Τσαγκαράκη": "Τσαγκαράκης Τσαγκαράκηδες Τσαγκαράκηδων Τσαγκαρακαίοι Tsagkaraki Tsagaraki Tsangaraki Tsagkarakh",
    "Κοντογιάννη": "Κοντογιάννης Κοντογιάννηδες Κοντογιανναίοι Kontogianni Kodogianni Kontoyanni Kontogiannh",
    # women in -ω, -ού, names in the genitive
    "Φρόσω": "Φρόσως Froso Frosw Frosos",
    "Κλειώ": "Κλειώς Κλειούς Kleio Klio Kleiw",
    "Μαριγού": "Μαριγούς Μαριγούδες Μαριγούδων Marigou Marigoy Marigu Marigous",
    "Ζαχαροπούλου": "Ζαχαρόπουλος Ζαχαρόπουλοι Ζαχαρόπουλων Ζαχαρόπουλους Ζαχαροπουλαίοι ΖΑΧΑΡΟΠΟΥΛΟΥ Zacharopoulou "
    "Zaharopoulou Zaxaropoulou Zaxaropoyloy Zaharopulu",
    "Παπαοικονόμου": "Παπαοικονόμοι Παπαοικονομαίοι Papaoikonomou Papaikonomou Papaoikonomoy",
    "Ευαγγελίου": "Ευαγγελίου ΕΥΑΓΓΕΛΙΟΥ Evangeliou Evaggeliou Euaggeliou Eyaggelioy",
    # nicknames in the neuter and others
    "Μαράκι": "Μαρακιού Μαράκια Maraki Marakiou",
    "Γιωργάκης": "Γιωργάκη Γιωργάκηδες Giorgakis Yorgakis Giwrgakhs",
    "Ρηνούλα": "Ρηνούλας Ρηνούλες Rinoula Rhnoula Rinula",
    "Τάκης": "Τάκη Τάκηδες Takis Takhs Taki",
    # names from elsewhere, in Greek and in Latin letters
    "Χαντάντ": "ΧΑΝΤΑΝΤ Haddad Hantant Chantant",
    "Μπρέγκου": "ΜΠΡΕΓΚΟΥ Bregu Bregou Mpregkou",
    "Οξάνα": "Οξάνας Oxana Oksana",
    "Ζουράμπ": "Zurab Zouramp",
    "Bregu": "Μπρέγκου BREGU",
    "Haddad": "Χαντάντ",
    "Oksana": "Οκσάνα Οκσάνας",
    "Papadatos": "Papadatou Papadato Παπαδάτος Παπαδάτου Παπαδάτο",
    "Makris": "Makri Μακρής Μακρή",
}
WORDS = {  # in the other languages: forms that are one word
    # the men of a woman's family
    ("sk", "Kováčiková"): "Kováčik Kováčika Kováčikovi Kováčikom Kováčikovej Kováčikovci",
    ("sk", "Havelková"): "Havelka Havelkovi Havelku",
    ("sk", "Zelenská"): "Zelenský Zelenského Zelenskému Zelenskej",
    ("sk", "Veselá"): "Veselý Veselého Veselej",
    ("uk", "Ковальська"): "Ковальський Ковальського Ковальському Ковальської",
    ("uk", "Левицька"): "Левицький Левицького Левицької Левицькою",
    ("uk", "Петрова"): "Петров Петровим Петрової",
    ("el", "Δημητριάδου"): "Δημητριάδης Δημητριάδη Δημητριάδες",
    ("el", "Αγγελίδου"): "Αγγελίδης Αγγελίδη",
    ("de", "Krüger"): "Krügers Krueger Kruegers KRÜGER KRUEGER Krügersche Krügerschen Krügersches Krügerin Krügerinnen",
    ("de", "Mueller"): "Müller Müllers Muellers Müllersche",
    ("de", "Schulz"): "Schulzens Schulzes Schulzsche Schulzin",
    ("de", "Schulze"): "Schulzes Schulzens Schulzesche",
    ("de", "Weißgerb"): "Weissgerb WEISSGERB WEIẞGERB Weißgerbs Weissgerbs",
    ("de", "Grass"): "Graß Grassens Grasssche",
    ("de", "Wunderlich"): "Wunderlichs Wunderlichsche Wunderlichscher Wunderlichschem",
    ("de", "Lotte"): "Lottes Lottens",
    ("de", "Jörn"): "Joern Joerns Jörns",
    ("de", "Otto"): "Ottos Ottosche",
    ("nl", "Jan"): "Jans Jantje Jannetje Jantjes",
    ("nl", "Willem"): "Willems Willempje",
    ("nl", "Bram"): "Brams Brammetje",
    ("nl", "Piet"): "Piets Pietje",
    ("nl", "Loes"): "Loesje Loeske",
    ("nl", "Anna"): "Annas Annaatje",
    ("nl", "Koning"): "Konings Koninkje",
    ("nl", "Bakker"): "Bakkers",
    ("nl", "Vries"): "Vriesen",
    ("nl", "Koekoek"): "Koekoeken Koekoeks Koekoekje",
    ("nl", "Nijhof"): "Nyhof Nijhofs NIJHOF",
    ("nl", "Bruyn"): "Bruijn Bruyns",
    ("no", "Hansmo"): "Hansmos Hansmoene HANSMO",
    ("no", "Bråtvik"): "Braatvik Bratvik Bråtviks Braatviks Bråtvikene",
    ("no", "Aasland"): "Åsland Åslands Aaslands",
    ("no", "Sørhaug"): "Soerhaug Sorhaug Sörhaug Sørhaugs",
    ("no", "Koefjord"): "Køfjord",
    ("no", "Kjærnes"): "Kjaernes Kjärnes KJÆRNES",
    ("no", "Moe"): "Moes Moene",
    ("no", "Olsvik"): "Olsviks Olsvikene",
    ("it", "Laganà"): "Lagana LAGANA LAGANÀ",
    ("it", "Niccolò"): "Niccolo NICCOLÒ",
    ("it", "Martello"): "Martelli",
    ("it", "Nicosi"): "Nicosi",
    ("pt", "Matoso"): "Matosos",
    ("pt", "Cabral"): "Cabrais",
    ("pt", "Leitão"): "Leitões Leitao LEITÃO",
    ("pt", "Viseu"): "Viseus",
    ("pt", "Delfim"): "Delfins",
    ("pt", "Vilar"): "Vilares",
    ("pt", "Vicente"): "Vicentinho Vicentes",
    ("pt", "Luísa"): "Luisinha Luisas Luisa",
    ("pt", "Diogo"): "Dioguinho Diogos",
    ("pt", "Paulo"): "Paulinho Paulos",
    ("en", "Jones"): "Joneses",
    ("en", "Thrush"): "Thrushes",
    ("en", "Finch"): "Finches",
    ("en", "Fox"): "Foxes",
    ("en", "Kennedy"): "Kennedys Kennedies",
    ("en", "Pemberwick"): "Pemberwicks",
    ("en", "McArdle"): "MacArdle Macardle Mcardle McArdles",
    ("en", "MacNeish"): "McNeish Macneishes",
}
WHOLE = {  # forms that are several words, or have an apostrophe: the person, and how the name stands in a sentence
    ("de", "Jutta Wunderlich"): "Wunderlich'sche|Wunderlich’schen|Jutta Wunderlich|Wunderlich, Jutta|WUNDERLICH",
    ("de", "Max Krass"): "Max|Krass|Max Krass",
    ("de", "Insa von der Heyde"): "von der Heyde|v. d. Heyde|v.d. Heyde|vd Heyde|Insa v. d. Heyde|Von der Heyde",
    ("de", "Klaus-Dieter Grün"): "Klaus-Dieter Grün|Klaus Dieter Grün|Klausdieter Gruen|K.-D. Grün",
    ("nl", "Loes van den Bergh"): "van den Bergh|v.d. Bergh|v. d. Bergh|vd Bergh|Vd Bergh|v/d Bergh|Van den Bergh|"
    "Loes van de Bergh|Loes van der Bergh|vanden Bergh|Vandenbergh|Loes vd Bergh|Loes Bergh|VAN DEN BERGH|VANDENBERGH",
    ("nl", "Wiebe van 't Westerlo"): "van 't Westerlo|Van ’t Westerlo|Wiebe van het Westerlo|Wiebe v. 't Westerlo",
    ("nl", "IJsbrand de Wit"): "IJsbrand|Ijsbrand|Ysbrand|de Wit|De Wit|Witten|IJsbrand de Wit",
    ("nl", "Romy Vandersteen"): "Romy'tje|Vandersteen|van der Steen|Romy van der Steen|Van der Steen",
    ("no", "Lars Håkon Tveit"): "Lars|Lars-Håkon|Lars Haakon Tveit|Lars Hakon Tveit|Tveits",
    ("it", "Ortensia D'Angelo"): "Ortensia D'Angelo|Ortensia d'Angelo|D’Angelo|D' Angelo|d'Angelo|Dangelo|D'ANGELO",
    ("it", "Piergiorgio De Luca"): "Pier Giorgio|Piergiorgio|De Luca|de Luca|Deluca|DE LUCA|Pier Giorgio De Luca",
    ("it", "Gian Luca Dell'Orto"): "Gianluca|Gian Luca|Dell'Orto|dell'Orto|Dellorto|Gianluca Dell'Orto",
    ("pt", "Maria da Conceição Matos"): "Maria Conceição|Maria da Conceicao Matos|Maria de Conceicao",
    ("pt", "Rui dos Santos Vilar"): "Rui dos Santos|Rui Santos|Rui Santos Vilar|Rui dos Santos Vilar|Rui d. Santos",
    ("pt", "Inês d'Almourena"): "Inês d'Almourena|Inês D'Almourena|d’Almourena|Ines d' Almourena",
    ("en", "Siobhan O'Farrissey"): "O'Farrissey|O’Farrissey|O Farrissey|OFarrissey|Ofarrissey|O' Farrissey|O'FARRISSEY",
    ("en", "Fergus McArdle"): "Fergus McArdle|Mc Ardle|Mac Ardle|MacArdle|Fergus Mc Ardle|MCARDLE",
    ("en", "Ann-Marie Smyth-Pell"): "Ann-Marie|Ann Marie|Annmarie|Smyth-Pell|Smyth Pell|Ann Marie Smyth Pell",
    ("el", "Θάλεια Ξανθάκη"): "Ξανθάκη Θάλεια|Thaleia Xanthaki|8aleia 3an8akh|Thalia Ksanthaki|ΘΑΛΕΙΑ ΞΑΝΘΑΚΗ",
    ("el", "Ρούλα Σταθάτου-Βλάχου"): "Σταθάτου-Βλάχου|Σταθάτου Βλάχου|Ρούλας Σταθάτου-Βλάχου|Roula Stathatou-Vlachou",
}  # fmt: skip
APART = {  # the possessive stays in the text
    ("de", "Lindenwehrer"): "Lindenwehrer's",
    ("nl", "Otto"): "Otto's",
    ("no", "Lars"): "Lars'",
    ("it", "Niccolò"): "Niccolo'",
    ("it", "Ortensia"): "l'Ortensia dell'Ortensia d’Ortensia all'Ortensia",
    ("en", "Jones"): "Jones's Jones’ Joneses'",
}
LEFT_ALONE = {
    ("it", "Grazia"): "Grazie al cielo",
    ("de", "Mo"): "Moin sagen alle",
    ("de", "Reif"): "Der Reifen ist platt",
    ("nl", "Jan"): "Meneer Jansen belde",
    ("nl", "Loes van der Zwaluw"): "Den Haag ligt ver weg",
    ("en", "Brown"): "Browne and Browning",
    ("el", "Πέτρος"): "Η πέτρα και η Πέτρα",
}


def person(name: str) -> Person:
    return Person(locator="row 1", participant="P1", name=name, group="XX")


def search(name: str, language: str) -> NameSearch:
    return NameSearch(names_of_people([person(name)], {"XX": (language,)}))


def found(name: str, language: str, text: str) -> list[str]:
    return [text[one.start : one.end] for one in search(name, language).find(text)]


def _missing_words() -> Iterator[str]:
    for (language, name), written in {**{("el", name): forms_ for name, forms_ in GREEK.items()}, **WORDS}.items():
        known = forms(name, (language,))
        yield from (f"{language}: {form} of {name}" for form in [name, *written.split()] if plain(form) not in known)


def _missing_in_text() -> Iterator[str]:
    for (language, name), written in WHOLE.items():
        for spelt in written.split("|"):
            if found(name, language, f"So {spelt}, ja.") != [spelt]:
                yield f"{language}: {spelt} of {name}: {found(name, language, f'So {spelt}, ja.')}"
    for (language, name), written in APART.items():
        yield from (f"{language}: {one}" for one in written.split() if not found(name, language, f"So {one}, ja."))


def test_every_form_that_grammar_has_is_known() -> None:
    assert list(_missing_words()) == []


def test_names_in_other_words_are_found_whole() -> None:
    assert list(_missing_in_text()) == []


@pytest.mark.parametrize(("language", "name"), LEFT_ALONE)
def test_words_that_only_look_like_forms_are_left_alone(language: str, name: str) -> None:
    assert found(name, language, LEFT_ALONE[language, name]) == []


def test_no_name_has_too_many_forms() -> None:
    """A list of a thousand names is held in memory, each with all its forms."""
    assert max(len(forms(name, ("el",))) for name in GREEK) < 600
