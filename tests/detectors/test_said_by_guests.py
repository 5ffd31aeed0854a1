"""Dates of birth, numbers of files and e-mail addresses in words that no list has as they stand. All is invented."""

import pytest

from tests.builders.said_aloud import missed, spans_of

EMAILS = [  # in brackets what is replaced or waits
    # another word for the dot, behind one for @ that is no other word
    ("el", "γράψε στο [kerasia τελιτσούλα nikos παπάκι taxydromos τελιτσούλα gr] να το βρω"),
    ("nl", "stuur maar naar [kaatje elf apenstaart zonnepost stipje nl] dan lees ik het"),
    ("de", "meine ist [trudi neun klammeraffe postbiene pünktlein de] wie früher"),
    ("cs", "napište na [ovcin tři zavináč lidpost tečinka cz] prosím"),
    ("pl", "proszę na [krysztof dwa małpka wsipoczta kropunia pl] bo tam zaglądam"),
    ("it", "scrivete a [ginestrina otto chiocciola postalenta puntarello it] e basta"),
    # a further ending behind the word for the dot
    ("nl", "ze zit op [wimmeke drie apenstaart buurtpost punt frl] geloof ik"),
    ("de", "das geht an [fridolina affenschwanz kiezpost punkt berlin] und gut"),
    # another word for @
    ("no", "det er [gullveigk tjuefem, krusedull-a, fjellpost, punktum, no] og bare den"),
    ("en", "it's [brindlo forty two, curly a thing, skyepost, dot, uk] as far as I know"),
    # letters and numbers that are also small words
    ("cs", "ona má mail na [k vrbatová zavináč lipovka tečka cz] a čte ho"),
    ("pl", "wnuk pisze na [frania dudziak jeden cztery et wiejskapoczta kropka pl] co tydzień"),
]
FILES = [
    ("nl", "Ons pasnummer van de buurt-en-speelclub is [3048], dat staat op het kaartje."),
    ("de", "Da war ich einfach die [Nr. 1274], sonst nichts."),
    ("en", "At the food bank I'm volunteer number [317], look."),
    ("it", "Ero la paziente numero [264], e aspettavo."),
    ("no", "Jeg var søker nummer [318], og ventet."),
    ("pl", "Byłam petentką numer [427], tyle pamiętam."),
    ("cs", "Byl jsem žadatel číslo [316], a dost."),
    ("no", "Det står et nummer på lappen, [KPR 7731-2204], og så et stempel."),
    ("no", "På brevet sto det [ref. KB 61 204 77], og den må du ha."),
    ("pl", "Druga polisa, [seria KLM 0412 338-90], przepadła."),
    ("de", "mein kennwort dort war [k wie konrad vier vier null acht] glaub ich"),
    ("cs", "moje heslo tam bylo [há čtyři čtyři nula osm] tuším"),
    ("de", "Das Schreiben, [Serie PKW 0412 338-90], kam zu spät."),
]
BIRTHS = [
    # a day and a day
    ("de", "Sie ist [vom dritten auf den vierten Mai 2018] geboren, zu Hause."),
    ("nl", "Hij is in de nacht [van 3 op 4 mei 2018] geboren."),
    ("pl", "Urodziła się [z 3 na 4 maja 2018], w domu."),
    ("cs", "Narodil se [z 3. na 4. května 2018], doma."),
    ("it", "È nata fra [il 3 e il 4 maggio 2018], in casa."),
    ("pt", "Nasceu na noite [de 3 para 4 de maio de 2018], em casa."),
    ("no", "Han er født natt til [3. eller 4. mai 2018], vet ikke helt."),
    ("en", "I: Date of birth? B: The [3rd, sorry, the 4th of May 2018]."),
    # the month of another calendar
    ("de", "Geboren bin ich am [zwölften tir dreizehnhundertneunundfünfzig], bei uns rechnet man anders."),
    ("en", "I was born on [12 khordad 1359], by our calendar."),
    ("nl", "Ik ben geboren op [12 khordad 1359], volgens onze kalender."),
    # a year apart, or before a full stop
    ("pt", "eu faço anos a [nove de junho] e sou [de dois mil e cinco] como a minha prima"),
    ("en", "I: Which year? B: [Fifty-two]. [Ninth of June], that's me."),
    # what it says of whom
    ("it", "La grande è [del 9 giugno 2012], la piccola no."),
    ("nl", "De grote is [van 9 juni 2012], de kleine niet."),
    ("en", "my middle one is [nine six oh four] so she can drive"),
    # an old way to write it, a feast with its article, a year where codes for post may stand
    ("nl", "Op de akte staat [den 9den juni 1929], zo ging dat."),
    ("pt", "No livro está aos [9 dias de junho de 1929], e assinado."),
    ("el", "Γεννήθηκε [των Φώτων του 1948], με χιόνι."),
    ("no", "Bestemor er frå [niande juni 1909] og bor her på garden."),
    ("no", "Morfar er født [annen juledag 1948], midt i snøen."),
    # a Sunday with a name, a season of several
    ("en", "She was born on [Mothering Sunday 1934], at home."),
    ("de", "Sie ist am [ersten Advent 1934] geboren."),
    ("pl", "Urodziła się w [Białą Niedzielę 1934], jak dziadek."),
    ("cs", "Narodil se na [Smrtnou neděli 1934], doma."),
    ("it", "È nato la [domenica in Albis del 1934], dai nonni."),
    ("pt", "Nasceu no [domingo gordo de 1934], em casa."),
    ("no", "Han er født [Kristi himmelfartsdag 1934], på setra."),
    # a date in the language of a passport
    ("cs", "V pase mám [07 MAR 1991], a tak to zůstalo."),
    ("el", "Στο διαβατήριο λέει [07 MAR 1991], κι έτσι έμεινε."),
    # the year before the day
    ("en", "He was delivered [May 2016, on the 9th], and fine."),
    ("pl", "Wyjęli ją w [maju 2016, dziewiątego], i dobrze."),
    ("cs", "Vyndali ji v [květnu 2016, devátého], a dobrý."),
    # whose day it is, without a year
    ("nl", "ik ben van [negen mei] en zij is later"),
    ("de", "Ich bin vom [9. Mai], mein Bruder ist älter."),
    ("it", "io sono del [nove maggio] e lui dopo"),
    ("pt", "eu sou de [nove de maio] e ele depois"),
    ("pl", "ja jestem z [dziewiątego maja] a on później"),
    ("cs", "já jsem z [devátého května] a on až potom"),
    ("en", "she's the [ninth of May] and he's later on"),
    # a day and a month behind a question
    ("it", "I: Compleanno? B: Il [nove cinque]. I: Di che anno? B: [Settantadue]."),
    ("pt", "E: Aniversário? R: [Nove do cinco]. E: De que ano? R: [Setenta e dois]."),
    ("it", "I: Quando compie gli anni? B: [Il ventuno cinque]. I: A maggio, allora."),
    # a date in pieces, put right and asked for further
    ("en", "I: Date of birth? B: [Second. Fifth. Eighty-one]."),
    ("de", "I: Geburtsdatum? B: [Zwei. Fünf. Einundachtzig]."),
    ("pl", "I: Data urodzenia? B: [Drugi. Piąty. Osiemdziesiąt jeden]."),
    ("nl", "I: Dus twee mei? B: Nee, [twaalf mei]. I: Welk jaar? B: [1981]."),
    ("cs", "I: Takže druhého května? B: Ne, [dvanáctého května]. I: Který rok? B: [1981]."),
    ("en", "The school has him down as [2nd of the 5th, 2011], which is right."),
    ("no", "Hun er fra [2. mai -11], og størst i klassen."),
    # a year by itself in an answer, and a day behind a question about the year
    ("en", "I: When's his birthday? B: [Ninth of the fifth]. I: In spring? B: Yes, [seventy-two]."),
    ("de", "I: Geburtstag? B: [Neunter Fünfter]. I: Im Frühling? B: Ja, [zweiundsiebzig]."),
    ("el", "Ε: Τι χρονιά είστε; Α: [Εβδομήντα δύο]. [Εννιά Μαΐου]."),
    ("nl", "I: Welk jaar bent u? B: [Tweeënzeventig]. [Negen mei], thuis."),
    ("pl", "I: Który rok? B: [Siedemdziesiąty drugi]. [Dziewiąty maja], w domu."),
    ("no", "I: Hvilket år? B: [Syttito]. [Niende mai], heime."),
]
LEFT = [
    ("nl", "het apenstaartje op mijn toetsenbord deed het op dat moment niet meer"),
    ("de", "der klammeraffe im zoo sprang von einem ast zum anderen"),
    ("pl", "małpa w zoo ukradła mu czapkę i tyle ją widział"),
    ("cs", "zavináč si dám s cibulí a k tomu pivo"),
    ("it", "la chiocciola sul muro ci metteva un giorno intero"),
    ("no", "og så satte vi punktum no"),
    ("en", "that was the whole story full stop and no more of it"),
    ("en", "We took bus number 417, and it was late."),
    ("de", "Die Wohnung war uns egal, und der Preis auch."),
    ("en", "we had three meetings in nineteen weeks"),
    ("de", "Von drei auf vier Kinder ist schwerer als von zwei auf drei."),
    ("en", "she was born on a Sunday in a village"),
    ("de", "ich war am Montag bei ihm und er ist vom Dorf"),
    ("nl", "ik ben van mei tot juni weg geweest"),
    ("it", "sono del nord e lui del sud"),
    ("en", "he was the ninth of ten children"),
    ("en", "I: What year did you come? B: I was nine. I: Alone? B: Yes, with a suitcase."),
    ("de", "I: Wann hat er Geburtstag? B: Im Winter. I: Und dann? B: Dann gibt es Kuchen."),
    ("en", "he was born late. Three weeks. Two of them in hospital."),
    ("de", "Geburt war um acht. Zwei Wochen später kam der Brief."),
    ("pl", "hasło było takie że nikt go nie pamiętał"),
    ("nl", "van drie op vier uur begeleiding, dat was de winst"),
    ("it", "fra il tre e il quattro non c'è differenza"),
    ("pl", "przeszliśmy z trzeciego na czwarte piętro"),
    ("en", "she was born with two teeth and nobody believed it"),
    ("pt", "nasci numa aldeia e vim para cá com vinte anos"),
    ("no", "jeg er født på en gård med tolv kyr"),
    ("el", "γεννήθηκα σε χωριό και ήρθα εδώ στα είκοσι"),
    ("en", "the score is six two and we went home"),
    ("cs", "narodila jsem se na vesnici a měla dvě sestry"),
]


@pytest.mark.parametrize(("language", "marked"), [*EMAILS, *FILES, *BIRTHS])
def test_what_guests_said_waits(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize(("language", "text"), LEFT)
def test_ordinary_words_like_these_stay(language: str, text: str) -> None:
    assert not spans_of(language, text)
