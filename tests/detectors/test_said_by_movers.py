"""Addresses and dates of birth as strangers say them, with what they say around them. All is invented."""

import pytest

from tests.builders.said_aloud import missed, spans_of

ADDRESSES = [  # in brackets what is replaced or waits
    # small letters street + number without a word about living
    ("de", "sie steht unten vor der tür [brunnenknick 88] und wartet"),
    ("de", "der vermieter sitzt in der [erlenbrückenstraße eins] da kannste klingeln"),
    ("de", "das paket ging an die [färbergasse eins] und war weg"),
    ("it", "giocavamo tutti da lui [via dei cordai al settantuno quinto piano] perché aveva la play"),
    ("it", "ci vedevamo sempre da lei [via delle conce al ventidue] dopo scuola"),
    ("no", "han budde på hybel i [øvste stova 6] med kokeplate"),
    ("pl", "znalazłem pokój [garncarska 38/5] gospodyni wzięła kaucję"),
    ("pl", "u nas to się mówi [kolonia za stawem numer siedem] i gps wywozi ludzi w pole"),
    ("pt", "foi no [largo do fontanário de baixo dezassete] que nós crescemos"),
    ("pt", "entrei na [quinta do salgueiral estrada da ponte alta três] e só saí com dezoito"),
    # allotments, parks, boxes
    ("de", "Wir haben einen Garten, [Kolonie Abendrot, Parzelle 58], da wohnten wir im Sommer."),
    ("de", "Der Verein hat nur noch ein [Postfach, 5530] in der Stadt."),
    ("en", "There's no office any more, only a [PO box, 5530] in town."),
    ("it", "Non hanno ufficio, solo una [casella postale, 5530] in città."),
    ("nl", "We hadden een volkstuin, [tuinpark Zonneschijn, tuin 58], en daar woonden we 's zomers."),
    ("nl", "Wij staan op [vakantiepark De Duinpan, chalet 122], en dat mag niet."),
    ("nl", "Er is alleen nog een [postbus, 4410] in de stad."),
    ("no", "Vi hadde kolonihage, [Solsletta kolonihage, parsell 58], der bodde vi om sommeren."),
    ("no", "Vi bor på [Fjellheim camping, hytte 122], og det er ikke lov."),
    ("no", "De har bare en [postboks, 530] i byen."),
    ("pl", "Mieszkamy na [kempingu Pod Sosnami, domek 122], a nie wolno."),
    ("pl", "Biura nie ma, tylko [skrytka pocztowa, 553] w mieście."),
    ("pt", "Só têm um [apartado, 553] na cidade."),
    ("el", "Έχουν μόνο μια [ταχυδρομική θυρίδα, 553] στην πόλη."),
    # spelt behind
    ("de", "Das ist [Quendelweg 42, das schreibt man Q-U-E-N-D-E-L]."),
    ("en", "It's [thirty-one, Quinsy Close, that's Q-U-I-N-S-Y]. Like the illness."),
    ("en", "We're at [8 Yarnal Road, spelt Y-A-R-N-A-L], near the shop."),
    ("it", "Sto in [via Quarzani 42, si scrive Q-U-A-R-Z-A-N-I]."),
    ("nl", "Ik woon [Kwelderpad 42, dat is K-W-E-L-D-E-R]."),
    ("no", "Jeg bor i [Kvernveien 42, det er K-V-E-R-N]."),
    # name first, then street
    ("it", "[Biancospino, tutto unito, via Biancospino al quindici]. È una traversa."),
    ("de", "[Quendel, wie das Kraut, Quendelweg fünfzehn]. Gleich rechts."),
    ("en", "[Whinchat, all one word, Whinchat Lane, number fifteen]. Second right."),
    ("nl", "[Wulp, aan elkaar, Wulpstraat vijftien]. De tweede rechts."),
    ("pt", "[Pirilampo, tudo junto, Rua do Pirilampo quinze]. À direita."),
    ("pl", "[Czyżyk, jak ptak, ulica Czyżyka piętnaście]. Druga w prawo."),
    # tails
    ("pt", "Tem escritório na [Rua Velha do Ferreiro 19, 1.º trás], numa sobreloja."),
    # house number with 'eins'
    ("de", "also der verein sitzt in ohlental in der [brückenstraße eins] da ist nie wer"),
]
BIRTHS = [
    # ordinal day and month
    ("en", "The tall lad, Kayden, he's down as [6th of the 6th '09], which I remember."),
    ("en", "My mum's [2nd of the 11th '58], she'll tell you."),
    # last day
    ("cs", "Narodila se [poslední den v dubnu 2017] a přišla s pytlem."),
    ("de", "Geboren ist sie am [letzten Tag im April 2017] und kam mit einer Tüte."),
    ("el", "Γεννήθηκε την [τελευταία μέρα του Απρίλη 2017] και ήρθε με μια σακούλα."),
    ("en", "She was born on the [last day of April 2017] and came with a bin bag."),
    ("it", "È nata l'[ultimo giorno di aprile 2017] ed è arrivata con un sacco."),
    ("nl", "Hij is geboren op de [laatste dag van maart 2016] en kwam met een zak."),
    ("no", "Hun er født [siste dag i april 2017] og kom med en pose."),
    ("pl", "Urodziła się [ostatniego dnia kwietnia 2017] i przyszła z workiem."),
    ("pt", "Nasceu no [último dia de abril de 2017] e chegou com um saco."),
    # year apart in two digits
    ("no", "Eg vart fødd [sjuogtjuande mai, i krigsåra, fyrti], og far rodde."),
    ("de", "Ich bin am [siebenundzwanzigsten Mai, im Krieg, vierzig] geboren."),
    ("it", "Sono nato il [ventisette maggio, in guerra, quarantuno], in cantina."),
    ("nl", "Ik ben geboren op [zevenentwintig mei, in de oorlog, eenenveertig], in de kelder."),
    ("pl", "Urodziłem się [dwudziestego siódmego maja, w wojnę, czterdziestego], w piwnicy."),
    ("cs", "Narodil jsem se [dvacátého sedmého května, za války, čtyřicet jedna], ve sklepě."),
    ("pt", "Nasci a [vinte e sete de maio, na guerra, quarenta e um], na cave."),
    ("el", "Γεννήθηκα στις [είκοσι εφτά Μαΐου, μέσα στον πόλεμο, σαράντα ένα], στο υπόγειο."),
    ("it", "so' nato er [ventitré marzo der quarantatré] sotto le bombe"),
    # year first
    ("it", "Noemi è della [classe duemila, ventun luglio], la più piccola."),
    ("de", "Die Jüngste ist [zweitausendeins, neunter Juli], glaub ich."),
]
LEFT = [
    ("de", "das ging eins nach dem anderen und war gut"),
    ("de", "wir hatten eins zwei leute da und das war eins a"),
    ("de", "in der klasse eins bis vier war das anders"),
    ("de", "ich bin dann die straße eins weiter und da war nix"),
    ("de", "im zimmer war es kalt und 25 leute saßen da"),
    ("de", "wir haben in der wohnung drei zimmer und zwei kinder"),
    ("en", "we had a room with two beds and 3 kids in it"),
    ("en", "the park was shut, number 58 of the rules says so"),
    ("en", "he was in room with the others and 14 of them left"),
    ("no", "vi har en leilighet med 3 rom og 4 senger"),
    ("no", "han budde på hybel i 6 år og så reiste han"),
    ("no", "de fikk 3 leiligheter av kommunen"),
    ("pl", "mieliśmy pokój na piętrze i 12 osób w kolejce"),
    ("pl", "wynik był 38/5 i pani doktor się śmiała"),
    ("pl", "kolonia letnia trwała trzy tygodnie i numer siedem wygrał"),
    ("it", "via dei problemi al mattino e poi al lavoro"),
    ("it", "siamo andati via dal lavoro alle sette e mezza"),
    ("it", "era via da casa da dodici anni"),
    ("pt", "no largo da igreja havia vinte pessoas a falar"),
    ("pt", "vivi numa quinta com dezoito vacas"),
    ("nl", "de school staat aan de grote weg"),
    ("nl", "we zaten in een huis met drie kamers en zes kinderen"),
    ("nl", "op het vakantiepark waren 122 kinderen"),
    ("cs", "bydleli jsme v bytě se třemi pokoji a 5 lidmi"),
    ("cs", "dostala jsem pokoj 3 na 4 metry"),
    ("el", "είχαμε ένα δωμάτιο με 4 κρεβάτια και 3 παιδιά"),
    ("de", "Im Postfach, 530 Mails, da liest keiner mehr."),
    ("de", "a b c d und dann zwei tassen tee"),
    ("en", "a b c d e f g and then seven songs"),
    ("en", "It was the last day of April 2017 that we moved the office."),
    ("it", "Il contratto scade l'ultimo giorno di aprile 2017."),
    ("de", "Wir hatten am letzten Tag im April 2017 noch offen."),
]


@pytest.mark.parametrize(("language", "marked"), [*ADDRESSES, *BIRTHS])
def test_what_movers_said_waits(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize(("language", "text"), LEFT)
def test_ordinary_words_like_these_stay(language: str, text: str) -> None:
    assert not spans_of(language, text)
