"""Houses by what everybody knows, as strangers say where something is. All people, streets and numbers are invented."""

import pytest

from tests.builders.said_aloud import missed, spans_of

SAID = [  # in brackets what is replaced or waits
    # a small number behind something that everybody knows
    ("de", "das büro ist jetzt [hinterm bahnhof vier] da musst du klingeln"),
    ("de", "der kindergarten liegt [bei der brücke sechs] und da gehen alle hin"),
    ("cs", "knihovna je teď [za kostelem pět] a zavírá ve čtyři"),
    ("pl", "przychodnia jest [za cmentarzem trzy] i tam się czeka"),
    ("pl", "klub stoi [przy nowym moście dwa] można wejść z tyłu"),
    ("el", "το ιατρείο είναι [πίσω από το σχολείο τέσσερα] πρέπει να χτυπήσεις"),
    ("it", "l'ufficio adesso è [dietro la chiesa al numero sei] bisogna suonare"),
    ("nl", "de apotheek zit [achter het station zes] en die sluit om vijf uur"),
    ("no", "kontoret ligger [ved kirka fem] og der ringer du på"),
    ("pt", "o centro fica [na padaria velha três] e fecha às cinco"),
    # a word in no vocabulary
    ("nl", "wij gingen toen naar de [kattenkolk zes] en daar was het droog"),
    ("de", "dann sind wir in die [quirnfurt neun] und haben gewartet"),
    # a room or a plot behind what it is in
    ("cs", "babička je [v domově u lípy pokoj šest] a spí celý den"),
    ("it", "il nonno è alla [casa del sole camera nove] e dorme sempre"),
    ("no", "bestemor er på [solsikkehjemmet rom fire] og hun sover mye"),
    ("pl", "barakowóz stoi [nad czarnym stawem działka siedem] a wodę nosimy"),
    # a hut before what it is in
    ("pl", "To był [barak 7 na terenie huty], a obok stołówka."),
    ("de", "Das war [Baracke 9 im alten Werk], da gab es keinen Ofen."),
    # a short and frequent word in the name, a number of three words
    ("de", "die praxis ist [alte werft achtunddreißig] und da wartet man"),
    ("no", "vi bodde i [lange myra hundre og fem] det var kaldt"),
    ("pl", "ojciec pracuje na [hutniczej wschodniej sto czterdzieści dwa] na noce"),
    # from one house to another, before the street
    ("en", "the nursery used to be [thirty four to thirty eight cattle market] but it moved"),
    ("en", "they put us in [flat seven kestrel bank] and it was damp"),
    # the kilometre of a road
    ("pl", "zawsze mówię [ósmy kilometr starej leśnej] bo inaczej nie znajdą"),
    ("el", "λέω πάντα [έβδομο χιλιόμετρο παλιάς επαρχιακής] γιατί έτσι το ξέρουν"),
    # a word for the number of a house, and a house alone
    ("de", "Straßen haben wir keine, des is nur [Hausnummer elf], fertig."),
    ("el", "Δρόμους δεν έχουμε, [σπίτι 31], πάνω απ' την πηγή."),
    # what another one asks for
    ("cs", "I: Která ulice? B: [Sodovkářská. I: A číslo? B: Sedmnáct], druhý vchod."),
    ("el", "Ε: Ποιος δρόμος; Α: [Σαμαράδων. Ε: Και ο αριθμός; Α: Δεκαεφτά], στο βάθος."),
    ("nl", "I: En waar lag dat kamp? R: [Heidelust zes], achter de dijk."),
    ("it", "I: Stavate in montagna? R: [Rifugio 12], sopra il bosco."),
    # behind a slash, before a floor, with the number of a flat
    ("pl", "I: Proszę adres. B: [Sztygarów 118 łamane na 9]. Tyle pamiętam."),
    ("no", "Hun leier i [Tjernbekkveien 7A, bolignummer H0201], ut året."),
    ("cs", "Teta bydlí sama, [Luční čtvrť 8, přízemí], už dlouho."),
    # a home with a name, in which somebody was born or lives
    ("pl", "Dziadek urodził się w [leśniczówce Dębina], tam już nic nie ma."),
    ("el", "Η μάνα μου γεννήθηκε στο [κτήμα Ζερβουλά], μέσα στον κάμπο."),
    ("en", "The family live at [Quarry Cottages, the third one along], with no heating."),
    ("cs", "Ten rohový dům [Sladkého a Mackovy] zbourali."),
]
LEFT = [
    ("de", "er ist jetzt in klasse acht und das läuft"),
    ("de", "wir waren in der gruppe drei mädchen und ich"),
    ("de", "das ist in der schule um acht und danach hort"),
    ("de", "ich war mit der kleinen drei wochen weg"),
    ("nl", "hij komt nu in groep acht en dat gaat goed"),
    ("nl", "we waren bij de dokter twee keer en toen niet meer"),
    ("no", "han er i gruppe to og det går fint"),
    ("no", "hun har gått i klasse fire hele året"),
    ("no", "de går to kilometer langs den gamle veien"),
    ("pl", "jest w szkole do drugiej i potem świetlica"),
    ("pl", "było nas w grupie dwie osoby i nauczyciel"),
    ("cs", "jsou ve třídě čtyři asistenti a to je hodně"),
    ("cs", "byli jsme na horách tři dny a pršelo"),
    ("it", "è in classe con tre bambini e una maestra"),
    ("it", "siamo stati dalla nonna due settimane e basta"),
    ("el", "ήταν στην τάξη δύο παιδιά και μια δασκάλα"),
    ("el", "διάβασα τη σελίδα σαράντα δύο και βαρέθηκα"),
    ("pt", "está na escola há três anos e gosta"),
    ("pt", "ficou na sala com dois colegas e a professora"),
    ("en", "we had twenty eight to thirty two working hours but no contract"),
    ("en", "I: How many were there? R: About eighteen, mostly women."),
    ("de", "I: Wie viele waren das? B: Ungefähr achtzehn, meistens Frauen."),
    ("cs", "I: Kolik vás bylo? B: Asi osmnáct, hlavně ženy."),
    ("pl", "I: A ile osób? B: Osiemnaście, głównie kobiety."),
]


@pytest.mark.parametrize(("language", "marked"), SAID)
def test_a_house_by_what_everybody_knows_waits(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize(("language", "text"), LEFT)
def test_classes_groups_and_counts_stay(language: str, text: str) -> None:
    assert not spans_of(language, text)
