"""Numbers of houses that only what is said around them tells. All streets, people and numbers are invented."""

import pytest

from tests.builders.said_aloud import missed, spans_of

SAID = [  # in brackets what is replaced or waits
    # behind a remark how the street is written
    ("en", "It's [Tarrow, with two l, forty-four], if you're writing it down."),
    ("de", "Wir wohnen [Schmettau, mit doppeltem T, 31], gleich am Park."),
    ("nl", "Ik zit op de [Heulwijk, met een k, 17], boven de kapper."),
    ("no", "Vi bor i [Kjerringsund, med to r, 22], bak kirka."),
    ("it", "Abito in [via Bassetti, con due esse, 41], terzo citofono."),
    ("pt", "É na [Rua Lessa, com dois esses, 27], ao lado do talho."),
    ("pl", "To jest [Hrubiańska, przez samo h, numer 14], zaraz za szkołą."),
    ("cs", "Bydlíme v [Rybízové, s dvojitým pé, 23], hned u školy."),
    ("el", "Μένουμε [Ρηγίλλου, με δύο λάμδα, 36], δίπλα στο σχολείο."),
    ("en", "R: [31 Wren, W-R-E-N, Close]. I: Thanks."),
    # before a floor or a flat
    ("en", "we were in [kestrel nine second floor] above the lift room"),
    ("de", "meine oma wohnt [sperbergrund vier zweiter stock] bei der post"),
    ("nl", "hij zit in de [zwaluwhoek drie eerste verdieping] naast de lift"),
    ("no", "legen holder til i [ospelia to tredje etasje] over banken"),
    ("it", "stavamo in [borgo pinti tre quarto piano] senza ascensore"),
    ("pt", "fica no [outeiro velho cinco quarto andar] por cima do banco"),
    ("pl", "przychodnia jest na [kasztanowej sześć drugie piętro] nad bankiem"),
    ("cs", "doktor je teď v [jeřabinové šest druhé patro] nad bankou"),
    ("el", "το ιατρείο είναι [πλατάνων έξι δεύτερος όροφος] πάνω από την τράπεζα"),
    ("no", "B: [Lerkefuglen 12, oppgang C]. Ring på hos naboen."),
    ("nl", "B: [Roodborst 61, vier hoog]. Er is geen lift."),
    ("de", "B: [Zeisig 14, Aufgang B]. Hinten rum."),
    # a capitalised name, then a part of a house or a hamlet with its number
    ("pl", "Mieszkamy w [Starej Cegielni, lokal 7], od wiosny."),
    ("cs", "To je [Horní Samota, číslo popisné 9], za lesem."),
    ("cs", "Píšou mi na [Dolní Paseky, chatka 3], i v zimě."),
    ("it", "Sto alla [Corte Rossa, interno 9], da due anni."),
    ("pt", "Vivo na [Vila Nova, porta 6], há dois anos."),
    ("no", "Vi bor på [Gamle Meieriet, leilighet 5], i andre."),
    ("nl", "Wij wonen in [Het Klooster, kamer 12], met uitzicht."),
    ("el", "Μένω στις [Παλιές Εργατικές, μπλοκ 4], με τη μάνα μου."),
    ("en", "She's still in [The Maltings, flat 12], on her own."),
    ("en", "They put us in [Unit 7, Cinderhill], by the canal."),
    ("cs", "u nás na vsi to je prostě [číslo popisné 41] a hotovo"),
    # a word for streets, a small word and ordinary ones
    ("it", "la nonna sta in [strada alta dei pini tre] con le galline"),
    ("it", "eravamo in [via del forno vecchio sei] e faceva freddo"),
    ("pt", "a creche é no [largo da fonte velha três] ao pé da igreja"),
    ("pt", "fica no [beco novo da ribeira dois] por baixo do arco"),
    ("no", "vi kom til [furulunden hundre og seks] og der var det fullt"),
    ("no", "da bodde vi i [bekkegropa seksten b] alle sammen"),
    ("pl", "moja to jest [jarzębinowa siedem przez czternaście] bez domofonu"),
    ("cs", "To je [buňka 4, Dolní Kolonie], za fabrikou."),
    ("nl", "Hij zit in [caravan 12, Camping Zonneveld], het hele jaar."),
    ("en", "She's at [Apartment 11, The Weavings], you need the code."),
    ("de", "Sie ist [Am Stellwerk, Wohnung 12], ganz hinten."),
    # an answer that begins with the number
    ("en", "I: Which one? R: [7, The Hollies]. I: Thanks."),
    ("el", "Ε: Πού; Α: [Δεκαέξι, Κληματίδας]. Όχι Κλημάτων."),
    ("de", "I: Und wo? B: [Nummer sieben. Auf der Wurt]. Da ist Schluss."),
    ("en", "I: Where was it? R: [Number four. The Hollies]. It's gone."),
    # numbers that are no amounts, in small letters
    ("de", "bekommen haben wir [turmfalkenblock dreihundertzwei] im neunten"),
    ("pl", "dali nam [pustułki sto siedem] ale to daleko"),
    ("en", "they gave us [four oh six plover heights] and a voucher"),
    ("el", "μας έδιωξαν από εκεί και πήγαμε [κρουνών εκατόν τρία] για λίγο"),
    ("el", "[πλατάνων σαράντα ένα] έγραφε πάνω"),
    # an ordinary noun before a street, a name near a place, a small word that is contracted
    ("de", "Die Krabbelgruppe ist im [Pfarrheim, Klosterweg 3], im Keller."),
    ("en", "Put down [Rookery Farm, near Eastwick], the postman knows."),
    ("it", "Stavo nella [Cascina Olmetto, presso Melegrana], da solo."),
    # how a letter is said
    ("de", "Das ist der [Reiherstieg 18 d wie Dora], im Hof."),
    # a house with a name, then its street
    ("en", "We lived at [The Forge, Hollin Lane], before the fire."),
    ("en", "He's in [Miller's Cottage, Beck Road], you know the one."),
    ("en", "The group meets at [the Old Chapel, Prior's Terrace], on Fridays."),
    ("en", "Her mum's at [Flat 3, Dene Court, Cooper's Lane], by the shops."),
    # the number of a file behind two other words
    ("pl", "miałem numer kartoteki szpitalnej [czterdzieści tysięcy sto pięć] i tyle"),
    # what a doubtful number is called
    ("cs", "V kartě máte [rodné číslo 095412/8836], to si nechte opravit."),
    ("pl", "Na karcie było [PESEL 11283004715], a to jest jego brata."),
    # dates of birth
    ("de", "ich bin [elfter achter nullsechs] und der jüngste"),
    ("cs", "Kdy se narodil? [Na Štěpána, dvacátého šestého prosince devadesát čtyři]."),
    ("it", "È nata [a Santa Lucia del novantadue, il tredici dicembre], di notte."),
    ("el", "γεννήθηκε [ανήμερα του Ευαγγελισμού του δύο χιλιάδες έντεκα] το βράδυ"),
    ("pl", "urodził się [w wigilię siedemdziesiątego] w domu"),
    ("en", "She was born on [New Year's Eve 1962], at home."),
    ("cs", "Narodil jsem se [na Nový rok 1958], v noci."),
    ("pl", "Urodziła się [w Trzech Króli 1961], w śniegu."),
    ("pt", "Nasceu [na passagem de ano de 1999], à meia-noite."),
    ("el", "Γεννήθηκα του [Αγίου Γεωργίου του 1961], Κυριακή."),
    ("it", "È arrivato il [lunedì di Pasqua del 1987], nel parcheggio."),
    ("el", "είμαι [δεκαεννιά έκτου εβδομήντα οχτώ] σαν την αδερφή μου"),
    ("no", "Jonas ble født [lille julaften 2004], tre uker før."),
    ("de", "Mein Bruder ist [Jahrgang 64, am 1. April], kein Scherz."),
    ("pl", "Brat jest [rocznik 64, 1 kwietnia], nie żartuję."),
    ("en", "He was [October the 30th, '68], like his dad."),
]  # fmt: skip
LEFT = [  # nothing of this waits
    ("en", "There were three of us on the second floor, and two of us cooked."),
    ("en", "we had nine lessons on the second floor and none downstairs"),
    ("en", "The word has two r's, and I always get it wrong, with five other words."),
    ("en", "Out of ten, five. No, five is too many."),
    ("en", "We lost the shop, the house, the car and most of the street."),
    ("en", "it was the last street on the left and there were two of them"),
    ("de", "wir hatten drei im zweiten stock und vier im dritten"),
    ("de", "Ich schreibe das mit zwei S, und die anderen drei schreiben es mit einem."),
    ("de", "Das waren vierzig. Ungefähr vierzig. Nicht mehr."),
    ("de", "Sie war in der Küche, im Flur, im zweiten Stock, überall."),
    ("nl", "we hadden drie groepen op de eerste verdieping en twee beneden"),
    ("nl", "Dat schrijf je met een k, en dan heb je er drie."),
    ("nl", "met z'n vieren in een kamer, dat ging twee jaar goed"),
    ("no", "vi var tre i andre etasje og to i første"),
    ("no", "Det var hundre og åtte søkere, og vi tok seks."),
    ("no", "vi brukte hundre og ti timer og fikk ingenting"),
    ("it", "eravamo in tre al secondo piano e in due sotto"),
    ("it", "Per la strada della vita due cose servono, dice mia madre."),
    ("it", "Nel corso degli anni due volte ho cambiato idea."),
    ("pt", "éramos três no segundo andar e dois em baixo"),
    ("pt", "No caminho da escola três miúdos esperavam por mim."),
    ("pt", "Foram quarenta. Uns quarenta. Não mais."),
    ("pl", "było nas trzech na drugim piętrze i dwóch na dole"),
    ("pl", "to się dzieli osiem przez dwa i wychodzi cztery"),
    ("pl", "W święto, w domu, ośmiu przy stole."),
    ("cs", "byli jsme tři ve druhém patře a dva dole"),
    ("cs", "Bylo jich čtyřicet. Asi čtyřicet. Víc ne."),
    ("cs", "Adresa je v pořádku, čísla jsou dvě."),
    ("el", "ήμασταν τρεις στον δεύτερο όροφο και δύο κάτω"),
    ("el", "Το γράφω με δύο λάμδα, και οι άλλοι τρεις με ένα."),
    ("de", "die miete war vierhundert im monat und strom extra"),
    ("pl", "dali nam zasiłek dwieście na miesiąc i tyle"),
    ("en", "we had five six seven kids in there and one teacher"),
    ("el", "πληρώναμε νοίκι διακόσια τον μήνα"),
    ("it", "Nella vita ho avuto tre case, e nella terza sono stata bene."),
    ("pt", "No ano passado éramos nove, e no outro só três."),
    ("de", "Im Heim waren wir zu fünft, im Sommer zu zweit."),
    ("nl", "We hadden er 3, en in het jaar daarna geen."),
    ("en", "R: Five, maybe six. I: And then? R: Ten, easily."),
    ("de", "Wir feiern Silvester und Neujahr immer zu viert."),
    ("pl", "Sala pięć, pierwsze piętro, tam się pisało egzamin."),
    ("el", "Γραφείο πέντε, τρίτος όροφος, εκεί κάνουν τα χαρτιά."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), SAID)
def test_a_number_that_is_told_by_what_is_around_it_waits(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize(("language", "text"), LEFT)
def test_counts_and_remarks_stay(language: str, text: str) -> None:
    assert not spans_of(language, text)
