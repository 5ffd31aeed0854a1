"""Contact data in sentences that say nothing about living, telephones or files. All of it is invented."""

import pytest

from tests.builders.said_aloud import missed, spans_of

SAID = [  # in brackets what is replaced or waits
    # an adjective that is a street, in figures and in words, also behind the thing that stands there
    ("pl", "sklep mamy na [makowej 17] koło przedszkola"),
    ("pl", "zebranie było w bibliotece [rybacka 4] i przyszło pół wsi"),
    ("pl", "kurier krążył po [górnej leśnej dwadzieścia dwa] i nie trafił"),
    ("cs", "ta ordinace v [malinové 14] už nebere nikoho"),
    ("cs", "sejdeme se na [dlouhé kovářské třicet dva] jako vždycky"),
    ("cs", "B: [Olšová jedna, vchod dva]."),
    ("cs", "Schůzky máme v bývalé prádelně, [Textilní osada 9], každé úterý."),
    ("cs", "Sklad je za tratí, [Barvířská 2051], a klíče má vrátný."),
    ("pl", "papiery poszły na [wąską 66] a tam pusto"),
    ("cs", "ve svobodárně [železářská 12] jsme byli čtyři"),
    # ordinary words in small letters
    ("cs", "parta sedávala před [kovárnou 27] a pila"),
    ("no", "møtene er i [hegglia 21] og ingen kommer"),
    ("no", "tanta hadde et småbruk [nedre løkka femtitre] med sauer"),
    ("el", "στο υπνωτήριο [ελευθερίας 16] ήμασταν δέκα"),
    # an answer that is put right, parts of which one is in no list
    ("pl", "R: [Topolowa dwa. Nie, przepraszam, dwanaście]. Już się mylę."),
    ("no", "Kurset er i den gamle fabrikken, [bygg 7, port D], andre dør."),
    # a genitive behind an article of another case
    ("el", "το μαγαζί είναι στην [αμυγδαλιάς 17] και κλείνει νωρίς"),
    ("el", "με περίμενε στη [ναυπηγών 5] με τα παιδιά"),
    # compounds of a word for streets
    ("no", "kontoret i [myrveien trettito] har stengt"),
    ("no", "vi øver i [smedstredet 6] og det er kaldt"),
    # a verb behind the number, which it does not count
    ("cs", "nabídli nám podnájem v [jezírku osm] chtěli ale zálohu"),
    ("pl", "szukałam mieszkania w mieście [nad stawem siedem] oglądałam tylko raz"),
    # parts of a house in a row
    ("el", "μας έβαλαν στο [κτίριο 7, είσοδος Β, δωμάτιο 19], τρεις οικογένειες"),
    ("de", "Ja, [Im Lerchenfeld sechsundvierzig, Dachgeschoss links], zum Hof hin."),
    # before a word for streets that cannot be counted
    ("en", "they moved the drop-in to [31 tansy way] and nobody goes"),
    # figures that are too long to count what is behind them, with letters and words between them
    ("cs", "Pište na [731 406 925], večer jsem doma."),
    ("pt", "o meu irmão tem o [935 284 617] e nunca atende"),
    ("en", "Try her on [(415) 555-0178], mornings are best."),
    ("pl", "Sekretariat, [(44) 736 15 28], czynny do trzeciej."),
    ("nl", "Het nummer is [06-5127, euh, 3340], maar niet bellen."),
    ("en", "It was [01184 960, hold on, 960 217], the duty desk."),
    ("no", "klagen har [kfo 0093127] og ingen svarer"),
    ("cs", "na výdej se chodí s lístkem [61837] a čeká se hodinu"),
    ("it", "con il tagliando [bd 61837] entravi dal retro"),
    ("en", "the wristband said [4 9 1 6 2] and that was me"),
    ("nl", "op het kaartje stond [k 41 73 20 6] en meer niet"),
    # a P.O. box between its points, a short number with a sign, three pairs, a date with the same word twice
    ("el", "Όλα τα στέλνουν στη [Τ.Θ. 208] και τα μαζεύω."),
    ("it", "Da trent'anni ho la tessera [n. 17], e la conservo."),
    ("en", "My coat is still there, ticket [no. 73], in the cloakroom."),
    ("it", "la pratica era la [trentatré cinquantotto sessantuno] e basta"),
    ("pt", "ela é de [3 de 7 de 98] e já vota"),
    ("el", "η μικρή είναι στις [5 του 8 του 2011] και πάει έκτη"),
    ("el", "Η διαταγή είναι η [518/2021], και δεν την εφάρμοσε κανείς."),
]  # fmt: skip
LEFT = [  # nothing of this waits
    ("pl", "w szkolnej stołówce dwadzieścia osób to już tłum"),
    ("pl", "można dwa albo trzy razy powtórzyć"),
    ("pl", "dostałam dobrą ocenę i było nas tam sześć"),
    ("cs", "v jídelně dvacet dětí a jedna kuchařka"),
    ("cs", "druhá vlna dva roky po první byla horší"),
    ("cs", "měla třicet a pak odešla"),
    ("el", "στην τάξη 2 με 3 παιδιά μιλούσαν ελληνικά"),
    ("el", "στις 28 του μήνα πληρώνουμε"),
    ("it", "aveva la febbre trentanove e mezzo e tremava"),
    ("cs", "celých dvacet jsem jich napočítala"),
    ("pl", "przez całe dwadzieścia chodziliśmy pieszo"),
    ("no", "for første gangen på tjue år var jeg fri"),
    ("en", "for thirty years that way nobody asked"),
    ("en", "it took 15 minutes either way"),
    ("en", "bus no. 15 never came"),
    ("it", "erano sessanta settanta ottanta persone"),
    ("pt", "faltaram 11 de 10 a 12 alunos"),
    ("en", "count with me, 1 2 3 4 and breathe"),
    ("en", "The town has 264 418 inhabitants."),
    ("pt", "Custou 264 418 236 euros, disse o presidente."),
    ("de", "Das waren 12500 im Jahr, mehr nicht."),
    ("de", "In Raum und Zeit 2015-2019 war das so."),
    ("el", "Με τον ν. 3852/2010 άλλαξαν οι δήμοι."),
    ("it", "le sezioni erano 9 10 11 12 e la nostra chiudeva"),
    ("de", "Um 8 Euro zwanzig die Stunde arbeitet hier keiner."),
]


@pytest.mark.parametrize(("language", "marked"), SAID)
def test_contact_data_in_passing_waits(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize(("language", "text"), LEFT)
def test_what_is_counted_stays(language: str, text: str) -> None:
    assert not spans_of(language, text)
