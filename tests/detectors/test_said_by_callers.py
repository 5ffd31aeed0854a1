"""What strangers say of e-mail addresses and telephone numbers, with words between their parts. All is invented."""

import pytest

from tests.builders.said_aloud import missed, spans_of

EMAILS = [  # in brackets what is replaced or waits
    ("cs", "Poslali to na [dvorakova podtržítko, jana, zavináč, a teď pozor, soudbrusnice, tečka, cz]."),
    ("de", "Die hat [mensa at stadt Quellbach, erst stadt, dann quellbach, ohne Strich dazwischen, Punkt de] gehabt."),
    ("el", "Γράψτε στο [γραμματεία παπάκι, και μετά ενωμένα, δημοςβαθυλάκου, τελεία, γκρ]."),
    ("en", "Send it to [office at, and then all one word, larkfieldprimary, dot, sch, dot, uk] and they will answer."),
    ("en", "It's [doreen at, what's it called, nanaweb, dot, com], my grandson set it up."),
    ("en", "The clinic is [bookings at, hang on, Wexby health, with a hyphen between, dot, org]."),
    ("it", "Scriva a [segreteria chiocciola, e poi tutto attaccato, comunedivalbruna, punto, it] per favore."),
    ("it", "Mandi tutto a [protocollo, trattino, est, chiocciola, adesso attaccato, aslmontelupo, punto, it]."),
    ("nl", "Mail maar naar [balie, apenstaartje, en dan aan elkaar, wijkteamzuiderlo, punt, nl]."),
    ("nl", "Het is [oma apenstaartje, hoe heet het, snelpostje, punt, nl], geloof ik."),
    ("no", "Skriv til [postmottak, krøllalfa, og så i ett ord, fjellmokommune, punktum, no]."),
    ("no", "Det er [gunvor krøllalfa, hva heter det, bestemorpost, punktum, no], tror jeg."),
    ("pl", "Proszę pisać na [sekretariat małpa, a dalej razem, szkolapodlasem, kropka, pl]."),
    ("pl", "To jest [halina małpa, jak to się nazywa, babcianet, kropka, pl], wnuczek założył."),
    ("pl", "Wysłałam na [dyzur, myślnik, noc, małpa, a teraz łącznie, szpitalbrzeziny, kropka, pl]."),
    ("pt", "Escreva para [secretaria arroba, e depois tudo junto, escoladoriacho, ponto, pt]."),
    ("pt", "O meu é [idalina arroba, como é que se diz, avonarede, ponto, pt], fez-me o neto."),
    ("cs", "Je to [kancelar zavináč a potom to celé dohromady obecsklenov, tečka, cz]."),
    ("it", "È [ufficio chiocciola e poi tutto attaccato comunesanvito, punto, it]."),
    ("nl", "Het is [kantoor apenstaartje en dan gemeentehollum in één woord, punt, nl]."),
    ("pl", "To [biuro małpa i dalej razem gminaolszyny, kropka, pl]."),
    ("pt", "É [balcao arroba e depois tudo junto juntadefreixo, ponto, pt]."),
    ("el", "Είναι [grafeio παπάκι και μετά όλο μαζί dimoskallonis, τελεία, gr]."),
    ("cs", "T: Jak dál? R: [jiri zavináč. T: Zavináč? R: Zavináč lesyhrouda tečka cz]."),
    ("de", "I: Und die Mail? B: [h.brockdorn. I: Ja. B: at stadtwerke minus fennheim punkt de]."),
    ("en", "I: And the email? R: [Reception. I: Yes. R: At dunnerdalesurgery dot org]."),
    ("en", "Mine's [big tony, number seven, at, postbag, that's all one word, dot, com]."),
    ("en", "Write to [the.hollies at, let me get this right, wexmoor hyphen homes, dot, co, dot, uk]."),
    ("it", "I: E la mail? R: [Direzione. I: Sì. R: Chiocciola villasantorsola punto it]."),
    ("nl", "I: En het mailadres? R: [Receptie. I: Ja. R: Apenstaartje dewilgenhof punt nl]."),
    ("no", "I: Og e-posten? R: [Resepsjonen. I: Ja. R: Krøllalfa solbakkenheim punktum no]."),
    ("pl", "I: A mail? R: [Recepcja. I: Tak. R: Małpa domseniorabrzoza kropka pl]."),
    ("pt", "E: E o mail? P: [Recepção. E: Sim. P: Arroba lardassalgueiras ponto pt]."),
]
PHONES = [
    # times
    ("cs", "Je to [šestkrát osmička, pak 20] a to je celý telefon."),
    ("cs", "Číslo mám [pětkrát trojka, 412], dobře se pamatuje."),
    ("de", "Die Nummer ist [fünfmal die sieben, dann 41], leicht zu merken."),
    # figures with commas
    ("cs", "Tak si pište, [603, 441, 22, 7], to je na mě."),
    ("de", "Rufen Sie an, [0421, 66, 80, 17], da geht immer wer ran."),
    ("el", "Πάρε με στο [697, 44, 18, 305], το βράδυ."),
    ("it", "Il mio numero è [347, 200, 58, 16], sempre acceso."),
    ("nl", "Mijn nummer is [06, 44, 81, 20, 57], ook 's avonds."),
    ("no", "Nummeret mitt er [404, 18, 207], ring når som helst."),
    ("no", "Jeg har bare naboen sin telefon, [22 44, 60, 39]. Hun banker."),
    ("pl", "Numer noszę w torbie, [601, 440, 29, 8], żeby pani dzwoniła."),
    ("pl", "Mam telefon sąsiadki, [22 445, 60, 39]. Ona stuka."),
    ("pt", "O número vai na mochila, [931, 600, 29, 18], para a escola ligar."),
    # dots said
    ("cs", "Přímá linka je [312 tečka 440 tečka 171], volají pořád."),
    ("el", "Το τηλέφωνο είναι [210 τελεία 440 τελεία 1171], παίρνουν συνέχεια."),
    ("en", "The direct number is [020 dot 7946 dot 0171], they ring all day."),
    ("nl", "Het directe nummer is [020 punt 440 punt 1171], ze bellen steeds."),
    ("no", "Nummeret er [22 punktum 44 punktum 01 punktum 71], de ringer hele tida."),
    ("pl", "Numer bezpośredni to [22 kropka 440 kropka 11 kropka 71], dzwonią ciągle."),
    # twice
    ("pt", "A linha é o [218 388 duas vezes 40], pergunte."),
    # tails with an article
    ("de", "Mein Telefon, [eins sieben null, vierundvierzig, zehn, und dann noch eine neun], rufen Sie an."),
    ("en", "My phone is [oh seven seven, forty-two, eighty, ten, and then a nine], so ask who's speaking."),
    ("it", "Il telefono è [tre due zero, quaranta, ottantotto, dieci, e alla fine un sei], chieda di me."),
    # abandoned beginnings
    ("de", "Da rufst du [0180, nee warte, das ist die alte, 0431 44 60 39] an."),
    ("en", "You ring [0800, no wait, that's the old one, 020 7946 0171] and hold."),
    ("it", "Chiami [800, no aspetti, quello è vecchio, 0421 44 60 39] e attenda."),
    ("no", "Du ringer [815, nei vent, det er det gamle, 22 44 60 39] og venter."),
    ("pt", "Liga para o [808, não espere, esse é o antigo, 218 44 60 39] e espera."),
    # extensions
    ("cs", "Sociální má [klapku 4417, přes 312 44 60 39], v pátek není."),
    ("de", "Die Sozialarbeiterin hat [Durchwahl 4417, über 0431 44 60 39], freitags nicht."),
    ("en", "The social worker has [extension 4417, through 020 7946 0171], not on Fridays."),
    ("it", "L'assistente ha l'[interno 4417, dal 0421 44 60 39], il venerdì no."),
    ("it", "Credo sia lo [0421 44 60 39 e poi l'interno 16]. Chieda della dottoressa."),
    ("no", "Sosionomen har [linje 4417, via 22 44 60 39], ikke på fredag."),
    ("pl", "Pracownica ma [wewnętrzny 4417, przez 22 445 60 39], w piątek nie."),
    ("pt", "A assistente tem a [extensão 4417, pelo 218 44 60 39], à sexta não."),
    # short internal
    ("cs", "Na oddělení zmáčknete [tři šest osm], to je sesterna."),
    ("de", "Auf Station drückst du einfach [drei sechs acht], dann hast du die Schwester."),
    ("de", "Wähl die [drei sechs acht] von drinnen."),
    ("en", "On the ward you just press [three six eight] and you get the sister."),
    ("en", "From inside you dial [three six eight], it's the nurses."),
    ("it", "In reparto digiti [tre sei otto] e risponde l'infermiera."),
    ("nl", "Van binnen toets je [drie zes acht] en dan de zuster."),
    ("no", "På avdelingen trykker du bare [tre seks åtte], så får du vakta."),
    ("no", "Du slår [tre seks åtte] innenfra."),
    ("pl", "Na oddziale wciska pani [trzy sześć osiem] i jest dyżurka."),
    ("pl", "Ze środka wybiera się [trzy sześć osiem], to pielęgniarki."),
    ("pt", "Na enfermaria marca [três seis oito] e atende a enfermeira."),
    # remark with a number
    ("pl", "Dzwoni się na [pięćdziesiąt dziewięć, osiemset dwa, trzynaście, zero osiem, bez drugiego zera]."),
    ("de", "Die Nummer, [null vier drei eins, achtzig, zwölf, null acht, ohne die zweite Null]."),
    ("en", "The number is [oh one six, eighty, twelve, oh eight, without the second nought]."),
    # from a number
    ("no", "De ringte fra [null fire seks åtti] i dag."),
    ("de", "Heute rief wer von der [null vier sechs achtzig] an."),
    ("en", "Somebody rang me from [oh four six eighty] today."),
    ("it", "Mi hanno chiamato dallo [zero quattro sei ottanta] oggi."),
    ("nl", "Ze belden me vanaf [nul vier zes tachtig] vandaag."),
    ("pl", "Dzwonili do mnie z [zero cztery sześć osiemdziesiąt] dzisiaj."),
    ("pt", "Ligaram-me do [zero quatro seis oitenta] hoje."),
    ("cs", "Volali mi z [nula čtyři šest osmdesát] dneska."),
    ("el", "Με πήραν από το [μηδέν τέσσερα έξι ογδόντα] σήμερα."),
]
LEFT = [
    ("en", "We had 120, 80, 60 and 45 people in the four groups."),
    ("en", "In an emergency you dial nine nine nine and wait."),
    ("de", "Da wählst du eins eins zwei und fertig."),
    ("it", "Digiti uno per l'italiano, due per l'inglese, tre per aspettare."),
    ("en", "You press one two three four and the door opens."),
    ("de", "Wir hatten 600, 450, 300 und 150 Euro im Monat."),
    ("pl", "Dostałam 500, 300, 200, 150 złotych."),
    ("no", "Vi var 351, så 420 og til slutt 600 elever."),
    ("nl", "Het was druk, drie of vier kinderen, zes of zeven ouders."),
    ("pt", "Ao ponto três, ponto quatro e ponto doze respondi que não."),
    ("de", "Um Punkt 9, dann um 10 und um 12 kommen die Nächsten."),
    ("it", "Il punto 3 e il punto 12 e il punto 5 del contratto."),
    ("cs", "V bodě 3 tečka 2 a 4 tečka 12 to stojí."),
    ("en", "Phone me with three children and no car."),
    ("en", "I phoned in 2019, then in 2017, and 2021 again."),
    ("nl", "Kies maar, drie, zes of acht kinderen in een groep."),
    ("de", "Ich habe fünfmal die Woche Dienst, zwei Tage frei."),
    ("cs", "Chodím tam pětkrát týdně, dvakrát v neděli, jednou v noci."),
    ("en", "I rang 3 times in 2019, then 4, 12, 15 times in 2020."),
    ("it", "Siamo andati a 200, 180, 150 all'ora."),
    ("no", "Jeg slår av klokka seks, sju, åtte, når det passer."),
    ("pl", "Wybierali się we trzy, cztery, sześć osób."),
    ("pt", "Marca às três, seis ou oito horas."),
    ("en", "The scores were 351, 298, 276 and 19 out of 400."),
    ("cs", "Koupili jsme zavináč, počkej, a chleba, tečka, nic víc."),
    ("de", "Wir waren at home, also daheim, und gut war's, Punkt, Ende."),
    ("en", "We met at, what's it called, the old mill, dot, and her brother, in June."),
    ("en", "She looked at me, and then, well, dot, my sister, came in."),
    ("it", "Abbiamo mangiato chiocciole, e poi, punto, siamo andati via."),
    ("nl", "Ik zeg het nog één keer, punt, nu is het klaar."),
    ("pl", "W zoo była małpa, a potem, kropka, poszliśmy do domu."),
]


@pytest.mark.parametrize(("language", "marked"), [*EMAILS, *PHONES])
def test_what_callers_said_waits(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize(("language", "text"), LEFT)
def test_ordinary_words_like_these_stay(language: str, text: str) -> None:
    assert not spans_of(language, text)
