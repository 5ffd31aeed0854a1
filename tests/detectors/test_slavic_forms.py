"""Czech and Polish names are found in every form of their declension. All combinations of names are invented.

The tables give what the grammars do: cases, singular and plural, possessives, the family, and what women are called in
speech. They were written beside the rules; forms that only a dictionary gives were added to both.
"""

import pytest

from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_forms import forms
from crosscase.detectors.name_search import Identifier, NameSearch
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load, plain

CZECH = """
Novotnák: Novotnáka Novotnákovi Novotnáku Novotnákem Novotnáci Novotnákové Novotnáků Novotnákům Novotnáky Novotnácích
  Novotnákův Novotnákova Novotnákovo Novotnákovou Novotnákovi Novotnákových Novotnákovým Novotnákovými Novotnákovic
Pavlíček: Pavlíčka Pavlíčkovi Pavlíčku Pavlíčkem Pavlíčkové Pavlíčků Pavlíčkům Pavlíčky Pavlíčcích Pavlíčkova
  Pavlíčkových Pavlíčkovic Pavlíčkův Pavlíčkama
Zdeněk: Zdeňka Zdeňkovi Zdeňku Zdeňkem Zdeňkové Zdeňků Zdeňkův Zdeňkova
Radek: Radka Radkovi Radku Radkem Radkové Radků Radcích Radkův Radkovou
Dům: Domu Domě Domem Domy Domech
Švec: Ševce Ševci Ševcovi Ševče Ševcem Ševcové Ševců Ševcům Ševcích Ševcův Ševcova Ševcovi Ševcových
Vdovec: Vdovce Vdovci Vdovcovi Vdovče Vdovcem Vdovcové Vdovců Vdovcům Vdovcích Vdovcových
Chlebec: Chlebce Chlebci Chlebcovi Chlebče Chlebcem Chlebcové Chlebců Chlebcům Chlebcích Chlebcův
Havel: Havla Havlovi Havle Havlu Havlem Havlové Havlů Havlům Havly Havlech Havlův Havlova Havlových
Chmel: Chmela Chmelovi Chmele Chmelem Chmelové Chmelů Chmelův Chmelovi Chmelových
Petr: Petra Petrovi Petře Petru Petrem Petrové Petrů Petrům Petry Petrech Petrův Petrova Petrově Petrovou
Marek: Marka Markovi Marku Markem Markové Marků Markův Markova
Blázen: Blázna Bláznovi Blázne Bláznem Blázni Bláznové Bláznů Bláznova Bláznův
Lev: Lva Lvovi Lve Lvem Lvů Lvův
Kůň: Koně Koni Koňovi Koněm Koňové Koňů Koňův Koňova Koňových
Vojtěch: Vojtěcha Vojtěchovi Vojtěchu Vojtěchem Vojtěchové Vojtěchů Vojtěchům Vojtěši Vojtěších Vojtěchův
Vrah: Vraha Vrahovi Vrahu Vrahem Vrahové Vrazi Vrahů Vrazích Vrahova Vrahových
Tomáš: Tomáše Tomáši Tomášovi Tomášem Tomášové Tomášů Tomášům Tomáších Tomášův Tomášova Tomášovou
Kovář: Kováře Kováři Kovářovi Kovářem Kovářové Kovářů Kovářům Kovářích Kovářův Kovářových
Matěj: Matěje Matěji Matějovi Matějem Matějové Matějů Matějův
Lubor: Lubora Luborovi Lubore Luboře Luborem Luborové Luborů Luborův
Felix: Felixe Felixi Felixovi Felixem Felixové Felixů Felixův
Klaus: Klause Klausi Klausovi Klausem Klausové Klausů Klausův Klausových
Julius: Julia Juliovi Julie Juliem Juliové Juliů Juliův
Martinus: Martina Martinovi Martine Martinem Martinův
Svobodka: Svobodky Svobodkovi Svobodku Svobodko Svobodkou Svobodkové Svobodků Svobodkům Svobodcích Svobodkův
Svoboda: Svobody Svobodovi Svobodu Svobodo Svobodou Svobodové Svobodů Svobodům Svobodech Svobodův Svobodova Svobodových
Vrba: Vrby Vrbovi Vrbě Vrbu Vrbo Vrbou Vrbové Vrbů Vrbům Vrbech Vrbův Vrbových
Sluka: Sluky Slukovi Sluce Sluku Sluko Slukou Slukové Sluků Slukům Slucích Slukách Slukův Slukova Slukových
Zdeňka: Zdeňky Zdeňce Zdeňku Zdeňko Zdeňkou Zdeněk Zdeňkám Zdeňkách Zdeňkami Zdeňčin Zdeňčina Zdeňčinu
Martinka: Martinky Martince Martinku Martinko Martinkou Martinčin Martinčina Martinčiny Martinčině Martinčinou
Hanka: Hanky Hance Hanku Hanko Hankou Hančin Hančina Hančini Hančiných
Olga: Olgy Olze Olgu Olgo Olgou Olžin Olžina Olžiny
Blaha: Blahy Blahovi Blaze Blahu Blaho Blahou Blahové Blahů Blazích Blahův Blahova Blahových
Mecha: Mechy Mechovi Meše Mechu Mecho Mechou Mechové Mechů Meších Mechův Mechových
Věra: Věry Věře Věru Věro Věrou Věřin Věřina Věřiny
Jana: Jany Janě Janu Jano Janou Janám Janách Janami Janin Janina Janiným
Danča: Danči Danče Danču Dančo Dančou Dančin Dančina
Honza: Honzy Honzovi Honzu Honzo Honzou Honzové Honzů Honzův Honzova
Jarda: Jardy Jardovi Jardu Jardo Jardou Jardové Jardův
Kuba: Kuby Kubovi Kubu Kubo Kubou Kubové Kubů Kubův Kubova Kubově
Liduška: Lidušky Lidušce Lidušku Liduško Liduškou Liduščin Liduščina
Mařenka: Mařenky Mařence Mařenku Mařenko Mařenkou Mařenčin Mařenčina
Otík: Otíka Otíkovi Otíku Otíkem Otíci Otíkové Otíkův
Marie: Marii Marií Mariím Mariích Mariemi Mariin Mariina Mariinu
Alice: Alici Alicí Alicím Alicích Alicemi Alicin Alicina
Andrea: Andrey Andree Andreje Andreji Andreu Andreo Andreou Andrein Andrejin Andreina
Dagmar: Dagmary Dagmaře Dagmaru Dagmarou Dagmařin Dagmařina
Ester: Estery Esteře Ester Esterou Esteřin
Smutný: Smutného Smutnému Smutném Smutným Smutní Smutných Smutnými Smutnýho Smutnýmu Smutnej Smutnejch Smutnejm
Drobná: Drobné Drobnou Drobní Drobných Drobným Drobnými Drobnej
Vysoký: Vysokého Vysokému Vysokém Vysokým Vysocí Vysokých Vysokými
Tichá: Tiché Tichou Tiší Tichých Tichým Tichými
Dlouhý: Dlouhého Dlouhému Dlouhém Dlouhým Dlouzí Dlouhých Dlouhými
Lipovská: Lipovské Lipovskou Lipovští Lipovských Lipovským Lipovskými Lipovský Lipovského Lipovskému
Lesná: Lesné Lesnou Lesný Lesného Lesnému Lesným Lesní Lesných
Smutecký: Smuteckého Smuteckému Smuteckým Smutečtí Smuteckých Smuteckými
Nováčková: Nováčkové Nováčkovou Nováčkový Nováčkovi Nováčkových Nováčkovým Nováčkovými Nováčkovo Nováčkovic
  Nováček Nováčka Nováčkem Nováčku
Skřivánková: Skřivánek Skřivánka Skřivánkovi Skřivánkem
Bukovová: Bukov Bukova Bukovovi Bukovem
Chmelcová: Chmelec Chmelce Chmelcovi Chmelcem
Havlíková: Havlík Havlíka Havlíkovi Havlíkem Havlíci
Vrabcová: Vrabec Vrabce Vrabcem
Smetanová: Smetana Smetany Smetanu Smetanou Smetano
Krejčí: Krejčího Krejčímu Krejčím Krejčích Krejčími Krejčová Krejčové Krejčovou Krejčovi Krejčových Krejčovic
Jiří: Jiřího Jiřímu Jiřím Jiřích Jiřími
Janů: Janů Janůovi Janůových Janůová
Kurfürst: Kurfürsta Kurfürstovi Kurfürste Kurfürstem Kurfürstové Kurfürstů Kurfürstech Kurfürstův Kurfürstových
Kuře: Kuřete Kuřeti Kuřetem Kuřetovi Kuřetové Kuřetů Kuřetová Kuřetových Kuřetův
Purkyně: Purkyni Purkyňovi Purkyněm Purkyňové Purkyňů Purkyňův Purkyňova Purkyňovou
Goethe: Goetha Goethovi Goethem Goethové Goethův Goetheho Goethemu
René: Reného Renému Reném Renéovi Renéův Renéové
Hnízdo: Hnízda Hnízdovi Hnízdem Hnízdové Hnízdů Hnízdech Hnízdův Hnízdová Hnízdovi Hnízdových
Ševčenko: Ševčenka Ševčenkovi Ševčenku Ševčenkem Ševčenkové Ševčenků Ševčenkům Ševčenkův Ševčenková Ševčenkových
Otto: Otty Ottovi Ottu Ottou Ottem Ottův
Harry: Harryho Harrymu Harrym Harryové Harryů Harryovi Harryův
Kennedi: Kennediho Kennedimu Kennedim Kennediové Kennediů Kennediův
Oleksandr: Oleksandra Oleksandrovi Oleksandře Oleksandrem Oleksandrův
Serhij: Serhije Serhiji Serhijovi Serhijem Serhijův
Tolstoj: Tolstého Tolstému Tolstém Tolstým Tolstoje Tolstojovi Tolstojem Tolstojová
Nguyen: Nguyena Nguyenovi Nguyenem Nguyenová Nguyenové Nguyenovi Nguyenových
Vu: Vua Vuovi Vuem Vuová Vuové
Horváth: Horvátha Horváthovi Horváthe Horváthem Horváthové Horváthů Horváthův Horváthových
Giňa: Gini Giňovi Giňu Giňo Giňou Giňové Giňů Giňových Giňův
Kowalski: Kowalského Kowalskému Kowalském Kowalským Kowalští Kowalských Kowalskými
Hranice: Hranic Hranicím Hranicích Hranicemi
Vrbčany: Vrbčan Vrbčanům Vrbčanech
Kobylčičky: Kobylčiček Kobylčičkám Kobylčičkách Kobylčičkami
Dolné: Dolného Dolnému Dolném Dolným
Ves: Vsi Vsí
Pobistrýce: Pobistrýc Pobistrýcím Pobistrýcích Pobistrýcemi
Holovousy: Holovous Holovousům Holovousích
Orfeus: Orfea Orfeovi Orfeem
Jezero: Jezera Jezeru Jezeře Jezerem
"""

POLISH = """
Nowaczyk: Nowaczyka Nowaczykowi Nowaczykiem Nowaczyku Nowaczykowie Nowaczyków Nowaczykom Nowaczykami Nowaczykach
  Nowaczykowa Nowaczykowej Nowaczykową Nowaczykówna Nowaczykówny Nowaczykównie Nowaczykównę Nowaczykówną Nowaczyki
Dudek: Dudka Dudkowi Dudkiem Dudku Dudkowie Dudków Dudkom Dudkami Dudkach Dudki Dudkowa Dudkowej Dudkówna
Marek: Marka Markowi Markiem Marku Markowie Marków Markowy Markowe
Maciek: Maćka Maćkowi Maćkiem Maćku Maćkowie Maćków
Krzysiek: Krzyśka Krzyśkowi Krzyśkiem Krzyśku
Kupiec: Kupca Kupcowi Kupcem Kupcu Kupcze Kupcowie Kupców Kupcom Kupcami Kupcach Kupcowa
Marzec: Marca Marcowi Marcem Marcu Marcowie Marców
Zając: Zająca Zającowi Zającem Zającu Zającowie Zająców Zającom Zającowa Zającówna
Wróbel: Wróbla Wróblowi Wróblem Wróblu Wróblowie Wróbli Wróblów Wróblom Wróblami Wróblach Wróble Wróblowa Wróblówna
Kozioł: Kozła Kozłowi Kozłem Koźle Kozłowie Kozłów Kozłom Kozłami Kozłowa
Kocioł: Kotła Kotłowi Kotłem Kotle Kotłowie Kotłów
Anioł: Anioła Aniołowi Aniołem Aniole Aniele Aniołowie Aniołów
Orzeł: Orła Orłowi Orłem Orle Orłowie Orłów Orłom
Paweł: Pawła Pawłowi Pawłem Pawle Pawłowie Pawłów Pawłowa
Michał: Michała Michałowi Michałem Michale Michałowie
Gołąb: Gołębia Gołębiowi Gołębiem Gołębiu Gołębiowie Gołębiów Gołębi Gołębie Gołąba Gołąbowie Gołębiowa
Dąb: Dęba Dębowi Dębem Dębie Dębowie Dębów
Gwóźdź: Gwoździa Gwoździowi Gwoździem Gwoździu Gwoździowie Gwoździów Gwoździom Gwoździami Gwoździowa
Kwiecień: Kwietnia Kwietniowi Kwietniem Kwietniu Kwietniowie Kwietniów Kwietnie Kwietniowa
Grudzień: Grudnia Grudniowi Grudniem Grudniu Grudniowie Grudniów
Styczeń: Stycznia Styczniowi Styczniem Styczniu Styczniowie
Stępień: Stępnia Stępniowi Stępniem Stępniu Stępniowie Stępniów Stępniowa
Kamień: Kamienia Kamieniowi Kamieniem Kamieniu Kamieniowie
Wąż: Węża Wężowi Wężem Wężu Wężowie Wężów
Kwiat: Kwiata Kwiatowi Kwiatem Kwiacie Kwiecie Kwiatowie Kwiatów
Ryś: Rysia Rysiowi Rysiem Rysiu Rysiowie Rysiów Rysiowa
Kmieć: Kmiecia Kmieciowi Kmieciem Kmieciu Kmieciowie Kmieciów
Karp: Karpia Karpiowi Karpiem Karpiu Karpiowie Karpiów
Szczypior: Szczypiora Szczypiorowi Szczypiorem Szczypiorze Szczypiorowie Szczypiorów Szczypiorom Szczypiorowa
Kacper: Kacpra Kacprowi Kacprem Kacprze Kacprowie Kacprów
Piotr: Piotra Piotrowi Piotrem Piotrze Piotrowie Piotrów Piotrowy
Robert: Roberta Robertowi Robertem Robercie Robertowie Robertów
Konrad: Konrada Konradowi Konradem Konradzie Konradowie
Wojciech: Wojciecha Wojciechowi Wojciechem Wojciechu Wojciechowie
Tomasz: Tomasza Tomaszowi Tomaszem Tomaszu Tomaszowie Tomaszów
Wróblewicz: Wróblewicza Wróblewiczowi Wróblewiczem Wróblewiczu Wróblewiczowie Wróblewiczów Wróblewicze Wróblewiczowa
  Wróblewiczówna
Andrzej: Andrzeja Andrzejowi Andrzejem Andrzeju Andrzejowie Andrzejów
Jacuś: Jacusia Jacusiowi Jacusiem Jacusiu
Kowalewski: Kowalewskiego Kowalewskiemu Kowalewskim Kowalewscy Kowalewskich Kowalewskimi
Kowalewska: Kowalewskiej Kowalewską Kowalewscy Kowalewskie Kowalewskich Kowalewskim Kowalewskimi
  Kowalewski Kowalewskiego Kowalewskiemu
Sowicka: Sowicki Sowickiego Sowickiemu Sowiccy
Zawiadzka: Zawiadzki Zawiadzkiego Zawiadzkiemu Zawiadzkiej Zawiadzką
Sowicki: Sowickiego Sowickiemu Sowickim Sowiccy Sowickich Sowickimi
Wesoły: Wesołego Wesołemu Wesołym Weseli Wesołych Wesołymi Wesołowie Wesołów
Wesoła: Wesołej Wesołą Wesołe Weseli Wesołych Wesołym Wesołymi
Zielony: Zielonego Zielonemu Zielonym Zieloni Zielonych Zielonymi
Stary: Starego Staremu Starym Starzy Starych Starymi
Cichy: Cichego Cichemu Cichym Cisi Cichych Cichymi
Długa: Długiej Długą Dłudzy Długich Długimi
Złoty: Złotego Złotemu Złotym Złoci Złotych Złotymi
Głupi: Głupiego Głupiemu Głupim Głupich Głupimi Głupiowie
Antoni: Antoniego Antoniemu Antonim Antoniowie Antonich
Jerzy: Jerzego Jerzemu Jerzym Jerzowie Jerzych
Batory: Batorego Batoremu Batorym Batorowie Batorych
Harry: Harrym Harryego Harrego Harremu
Linde: Lindego Lindemu Lindem
Sójka: Sójki Sójce Sójkę Sójką Sójko Sójkowie Sójków Sójkom Sójkami Sójkach Sójek Sójkowa Sójkówna
Drzazga: Drzazgi Drzazdze Drzazgę Drzazgą Drzazgo Drzazgowie Drzazgów Drzazgowa Drzazżyna
Sapieha: Sapiehy Sapieże Sapiehę Sapiehą Sapieho Sapiehowie Sapiehów Sapieżyna Sapieżyny
Mucha: Muchy Musze Muchę Muchą Mucho Muchowie Muchów Muchowa
Kapusta: Kapusty Kapuście Kapustę Kapustą Kapusto Kapustowie Kapustów Kapuścina
Gwiazda: Gwiazdy Gwieździe Gwiazdę Gwiazdą Gwiazdo Gwiazdowie Gwiazdów
Wojewoda: Wojewody Wojewodzie Wojewodę Wojewodą Wojewodowie Wojewodów Wojewodzina
Zaremba: Zaremby Zarembie Zarembę Zarembą Zarembo Zarembowie Zarembów Zarembina Zarembiny
Cegła: Cegły Cegle Cegłę Cegłą Cegło Cegłowie Cegłów
Niedziela: Niedzieli Niedzielę Niedzielą Niedzielo Niedzielowie Niedzielów
Kuba: Kuby Kubie Kubę Kubą Kubo Kubowie Kubów
Barbara: Barbary Barbarze Barbarę Barbarą Barbaro
Pola: Poli Polę Polą Polo Polu Pole Polom
Ula: Uli Ulę Ulą Ulo Ulu Ule
Fela: Feli Felę Felą Felo Felu
Ania: Ani Anię Anią Aniu Anio Aniom Aniami Anin Anina
Zosia: Zosi Zosię Zosią Zosiu Zosiom Zosin Zosina Zosine
Jagunia: Jaguni Jagunię Jagunią Jaguniu
Hancia: Hanci Hancię Hancią Hanciu
Maria: Marii Marię Marią Mario Mariom
Maja: Mai Maję Mają Majo Maju
Alicja: Alicji Alicję Alicją Alicjo
Zośka: Zośki Zośce Zośkę Zośką Zośko Zosiek
Nowakowa: Nowakowej Nowakową Nowakowe Nowakowo Nowakowych Nowakowym
Nowakówna: Nowakówny Nowakównie Nowakównę Nowakówną Nowakówno Nowakównom
Moniuszko: Moniuszki Moniuszce Moniuszkę Moniuszką Moniuszkowie Moniuszków Moniuszkom Moniuszkowa Moniuszkówna
Szewczenko: Szewczenki Szewczence Szewczenkę Szewczenką Szewczenkowie Szewczenków
Fredro: Fredry Fredrze Fredrę Fredrą Fredrowie Fredrów Fredrowa Fredrzyna
Mieszko: Mieszka Mieszkowi Mieszkiem Mieszku
Bruno: Brunona Brunonowi Brunonem Brunonie Brunem
Józio: Józia Józiowi Józiem Józiu Józiowie Józiów
Zdzicho: Zdzicha Zdzichowi Zdzichem Zdzichu
Serhij: Serhija Serhijowi Serhijem Serhiju
Tymur: Tymura Tymurowi Tymurem Tymurze
Lew: Lwa Lwowi Lwem Lwie
Nguyen: Nguyena Nguyenowi Nguyenem Nguyenie Nguyenowie
Zagrodniki: Zagrodnik Zagrodnikom Zagrodnikach Zagrodnikami
Sosnowice: Sosnowic Sosnowicom Sosnowicach Sosnowicami
Koło: Koła Kołu Kołem Kole
Puławki: Puławek Puławkom Puławkach
Białystok: Białegostoku Białymstoku Białymstokiem
Wieś: Wsi Wsią
Lewkowce: Lewkowców Lewkowiec Lewkowcach Lewkowcami
Zagajne: Zagajnego Zagajnemu Zagajnym Zagajnem
Fischer: Fischera Fischerowi Fischerem Fischerze Fischerowie Fischerów Fischerowa
Felix: Felixa Feliksa Feliksowi Feliksem Feliksie
Horvath: Horvatha Horvathowi Horvathem Horvacie Horvathowie Horvathów
Chomsky: Chomskiego Chomskiemu Chomskim Chomscy Chomskich
Berkeley: Berkeleya Berkeleyowi Berkeleyem Berkeleyu
Lipno: Lipna Lipnu Lipnie Lipnem
"""


def missed(table: str, language: str) -> list[str]:
    listed = ""
    missing = []
    for line in table.strip().splitlines():
        if not line.startswith(" "):
            listed, _, line = line.partition(":")
        known = forms(listed, (language,))
        missing += [f"{listed}: {form}" for form in line.split() if plain(form) not in known]
    return missing


def test_czech_names_are_found_in_all_their_forms() -> None:
    assert missed(CZECH, "cs") == []


def test_polish_names_are_found_in_all_their_forms() -> None:
    assert missed(POLISH, "pl") == []


@pytest.mark.parametrize(
    ("language", "listed", "text"),
    [
        ("cs", "Ludmila Skálová-Tichá", "S Ludmilou Skálovou-Tichou"),
        ("cs", "Skálová-Tichá", "u Skálových-Tichých"),
        ("pl", "Anna Wróbel-Kowalska", "Annie Wróbel-Kowalskiej"),
        ("pl", "Dudek-Wesoły", "Dudka-Wesołego"),
    ],
)
def test_each_part_of_a_double_name_is_declined(language: str, listed: str, text: str) -> None:
    (found,) = NameSearch([Identifier("PERSON", listed, listed, (language,))]).find(text)
    assert text[found.start : found.end].split("-")[1] == text.split("-")[1]


@pytest.mark.parametrize(
    ("language", "listed", "others"),
    [
        ("cs", "Do", "do da dá dům dne"),
        ("cs", "Bílý", "bil byl"),
        ("cs", "Matouš", "mata matu matem"),
        ("cs", "Jan", "Janou Janin Jankou"),
        ("pl", "Na", "na no ne nam"),
        ("pl", "Mały", "mał mało małże"),
        ("pl", "Karol", "Karolina"),
        ("pl", "Marta", "Marcin Marcina Martin"),
        ("pl", "Ala", "Alina"),
    ],
)
def test_other_names_and_words_are_no_forms(language: str, listed: str, others: str) -> None:
    known = forms(listed, (language,)) - {plain(listed)}
    assert not known.intersection(map(plain, others.split()))


@pytest.mark.parametrize(
    ("language", "town", "text", "found", "in_doubt"),
    [
        ("cs", "Hranice", "Do Hranic jezdím vlakem.", "Hranic", False),
        ("cs", "Hranice", "Mezi Brnem a Hranicemi nic není.", "Hranicemi", False),
        ("cs", "Hranice", "Hranice je blízko.", "Hranice", True),
        ("pl", "Koło", "W Kole każdy mnie zna.", "Kole", False),
        ("pl", "Koło", "Koło mnie nikt nie mieszka.", "Koło", True),
        ("de", "Essen", "& Essen", "Essen", True),
    ],
)
def test_a_town_that_is_a_word_too_is_recognised_by_its_capital_letter_within_a_sentence(
    language: str, town: str, text: str, found: str, in_doubt: bool
) -> None:
    names = ListedNames([Identifier("PLACE", town, town, (language,))], {})
    (span,) = names.find(text, Setting((), (load(language),)))
    assert (text[span.start : span.end], bool(span.doubt)) == (found, in_doubt)
