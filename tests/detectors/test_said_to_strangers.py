"""Contact data that only what stands around it tells, as strangers said it. All of it is invented."""

import pytest

from tests.builders.said_aloud import missed, spans_of

SAID = [  # in brackets what is replaced or waits
    # a small number behind words, where somebody lives or at a corner
    ("no", "besteforeldra bor i [bjørkerabben fem] så de henter henne"),
    ("pl", "teściowa mieszka zaraz obok [kłosowa trzy] ona ich odbiera"),
    ("cs", "druhá babička je tady za rohem [chrpovková jedna] ta vaří"),
    ("cs", "Bydleli jsme v [Ořechové stráni 7], ale jen do zimy."),
    # a name or a whole answer with "number"
    ("pl", "I: Blaszana? B: [Blaszana, numer osiem]. I: Dziękuję."),
    # before a floor, or the house
    ("pl", "Było to z [Mglistych Gór, wie pani, czterdzieści jeden, klatka trzecia], tam nie ma domofonu."),
    ("cs", "já tehdy spala u kmotry [sýkorčí třicet dva] ten dům s verandou"),
    ("en", "so they gave us [room 4 the rowans] which was one bed for three"),
    ("nl", "we zaten in [kamer zes de olmen] en dat was het"),
    ("en", "it was [finch house staircase two bed sitter nine] and the lift was dead"),
    # a name that is spelt
    ("en", "I: Spell it? B: Yeah, [eight Harrowmere, H-A-double R-O-W-M-E-R-E, Court]. I: Ta."),
    ("it", "B: [Via Brusnik, B-R-U-S-N-I-K, numero nove]. Con la kappa."),
    # a few words behind an address that is replaced, a second number, a hamlet before it
    ("nl", "Mijn broer zit er tegenover, [Karekietweg veertig b, beneden]. Dat is handig."),
    ("de", "Na, immer noch [Hagebuttenstraße 12, ganz oben unterm Dach]. Ja klar."),
    ("en", "B: [Twelve Mossgill Rise, well, twelve B]. I: Right."),
    ("it", "I nonni stanno alla [cascina Brughera, frazione Olmeto 8], e il bus non ci arriva."),
    # numbers of files: a slash that is said among figures, letters before it, and what no amount begins with
    ("de", "die fallnummer sagen die immer anders am ende war es die [kw strich 3318 strich 52]"),
    ("pt", "a candidatura é a [lo barra doze barra mil duzentos e quatro] e nada"),
    ("cs", "číslo jednací mám [mm lomeno třicet jedna lomeno nula nula osm šest dva] a ticho"),
    ("en", "They gave us [EH 773, stroke 19, stroke, er, 00021], so I assume that is it."),
    ("el", "το χαρτί του σχολείου ήταν το [47 03825] και δεν το δέχτηκαν"),
    ("pl", "Karta rodziny, proszę, [07 2281, nie, 2218 000 3]. Ostatnia to dziecko."),
    # dates of birth: the year first, or in thousands
    ("de", "Die Oma, die war [Jahrgang vierunddreißig, am zweiten März], genau weiß das keiner."),
    ("it", "Mio zio, classe [1941, 17 di maggio], ha fatto solo la quinta."),
    ("pl", "Brat był [rocznik pięćdziesiąty siódmy, drugiego maja], w święto."),
    ("nl", "zij is van [negen elf tweeduizend twaalf] dus zij was zes"),
    ("pt", "ela é de [onze do oito de zero sete] por isso entrou mais tarde"),
    # e-mail addresses: letters that are said before them, with commas, and words that say which
    ("en", "it's [k then elmes forty one at hooppost dot co dot uk] my son made it"),
    ("it", "I: La mail? B: [e punto brondoglin, B come Bari, R, O, N, D, O, G, L, I, N, at lunaria punto it]."),
    # behind what ends like a street, from one house to another, before a part that no list has, a whole answer
    ("cs", "oficiálně jsme teď v [lískové jedenáct] jo"),
    ("pl", "to jest [parter na kosaćcowej dziewiętnaście] idzie się koło śmietników"),
    ("no", "hun sto fortsatt hos eksen i [reperbanen sytten til nitten] over spillebula"),
    ("cs", "Spí v garáži v [Plynárenské, vrata čtyři], nedělám si legraci."),
    ("en", "I: And you were at? B: [Number eight. Eight Cinder Bank]. It's gone now."),
    ("no", "så jordmora sto i [hagtornveien førtito] og jeg bor i [førtito b]"),
    ("en", "it's [the ground floor flat at nineteen orris lane] you go round by the bins"),
    ("it", "I: Come si chiama la via? B: [Via Skelder, S-K-E-L-D-E-R, il trenta]. I: Grazie."),
    ("nl", "we sliepen bij mijn neef op [winterblad honderddertien] drie weken"),
    # hyphens that are said, years in one word before a day, a letter that is spelt behind the address
    ("no", "kundenummeret mitt er [fire en en strek pe em strek sju] det kan jeg utenat"),
    ("en", "my uc thing is [four one one dash p m dash seven] i know it by heart"),
    ("de", "I: Wann ist er geboren? B: [Neunzehnhundertvierundvierzig, am zehnten Oktober]."),
    ("it", "La mail è [i corbellotti ottanta chiocciola rivopost punto net], i come Imola."),
    # "number" in a sentence that says where something is, names between commas before an address, German small words
    ("no", "så du leter etter [teglhusene nummer to] det andre til venstre etter pumpa"),
    ("de", "Die Praxis ist umgezogen, [Alte Wäscherei, Sprottengang 2], und keiner hat uns was gesagt."),
    ("de", "Er schläft in der Garage [An der Gasanstalt, Tor vier], kein Witz."),
    ("de", "Die Pflegestelle war draußen in [Hinterlohe, Zur Alten Schmiede], ohne Nummer, zweites Tor."),
    ("cs", "na formuláři stálo [nádražní dvě stě šest byt c] a bylo to parkoviště"),
    # several slashes, whatever follows
    ("en", "my worker said quote [one double four slash b slash six] every time you ring"),
    # a long first part behind "number", a number and its year, letters with how many zeros follow
    ("en", "The number on the top was [8001-5], and underneath it was somebody else's name."),
    ("de", "Ich bin also Fall [7 aus 2019, 443], mehr bin ich für die nicht."),
    ("de", "Meine Kundennummer ist [großes J, dann fünf Nullen und eine Neun], fragen Sie nicht."),
    ("pl", "Mój numer klienta to duże [J, potem pięć zer i dziewiątka], proszę nie pytać."),
    # the floor and the letter of a flat behind an address
    ("es", "Vivo en la [calle Mayor 12 tercero B] desde hace años."),
    # before a way in that is counted by nothing
    ("pl", "przy kapliczce w lewo i jest [ludwisarska cztery wejście od tyłu] bo z przodu się zacina"),
]  # fmt: skip
LEFT = [  # nothing of this waits
    ("en", "we lived with her for two or three years and then we left"),
    ("en", "it's four at the earliest and he'd had six before"),
    ("de", "wir wohnen da zu dritt und die kinder sind vier und sechs"),
    ("it", "ha quindici anni e ne dimostra undici quando dorme"),
    ("el", "έφυγε δυο φορές από το σπίτι"),
    ("pl", "mieszkaliśmy tam we trójkę, trzy lata, bo tak wyszło"),
    ("no", "jeg får hundre og ti meldinger om dagen, og kanskje seks av dem betyr noe"),
    ("de", "drei durch vier geht nicht auf"),
    ("it", "erano le tre meno dieci e dormivano tutti"),
    ("de", "Er sagte Am Montag kommt er nicht. Am Abend kam er dann doch."),
    ("en", "The families were on a list, and number 12-14 of it were ours."),
    ("en", "that was reason number two and the third was the money"),
    ("en", "we were twenty to thirty people in the room"),
    ("cs", "v lednu jsme měli čtyři schůzky a ve středu dvě"),
    ("pl", "w takiej grupie trzy osoby to mało"),
]


@pytest.mark.parametrize(("language", "marked"), SAID)
def test_what_strangers_said_waits(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize(("language", "text"), LEFT)
def test_counts_ages_and_hours_stay(language: str, text: str) -> None:
    assert not spans_of(language, text)


def test_what_a_name_is_from_is_no_part_of_it_if_a_number_follows() -> None:
    text = "Das war Herr Bergmann von Zimmer 12, und Frau Bergmann von Arnsfeld."
    replaced = [text[span.start : span.end] for span in spans_of("de", text) if not span.doubt]
    assert replaced == ["Bergmann", "Bergmann von Arnsfeld"]


def test_letters_of_other_words_before_an_email_address_stay() -> None:
    text = "Mum's email was clem.ravenmere@lowmail.example in the end."
    assert [text[span.start : span.end] for span in spans_of("en", text)] == ["clem.ravenmere@lowmail.example"]


def test_a_name_beside_the_number_of_a_house_is_an_address() -> None:
    spans = spans_of("it", "si stava in località Brugnato, podere ventisei, e a scuola a piedi")
    assert {span.kind for span in spans} == {"ADDRESS"}
