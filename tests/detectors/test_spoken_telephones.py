"""Telephone numbers that are said aloud, in nine languages. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

PHONES = {
    "GB": [
        "My number is {oh seven seven double four, nine one two, six three five}.",
        "ring me on {zero one two one four nine six zero four five six} after five",
        "It was {07 seven double two, 900 four one three}, I still know it.",
        "she said {oh seven nine triple one um two three six eight four} and hung up",
        "Call {plus forty-four seven seven zero zero nine zero zero one two three}.",
        "so the landline is {oh one six two eight... four nine one... seven oh three}",
    ],
    "DE": [
        "Meine Nummer ist {null eins sieben sechs, vier vier neun, acht zwei eins drei}.",
        "ruf an unter {null drei null zwei drei eins zwei fünf null} nach fünf",
        "Das war {0170 zwoundzwanzig dreiundvierzig achtundsiebzig}, glaube ich.",
        "sie sagte {null eins fünf eins äh neun acht sieben zwei zwei drei eins} und legte auf",
        "Wählen Sie {plus neunundvierzig eins sieben null fünf fünf sechs eins neun zwei}.",
        "also festnetz {null vier null... sechsundsechzig neunundsechzig... null eins}",
    ],
    "NL": [
        "Mijn nummer is {nul zes, twaalf vierendertig, zesenvijftig achtenzeventig}.",
        "bel me op {nul twee nul vijf vijf vijf nul een acht zeven} na vijven",
        "Het was {06 dubbel vier negen een twee drie vijf zes}, dat weet ik nog.",
        "ze zei {nul zes eh negen acht zeven twee twee drie een vijf} en hing op",
        "Bel {plus eenendertig zes een negen acht zeven vijf vier drie twee}.",
        "dus vast is {nul zeventig... driehonderd... zesennegentig... achtenveertig}",
    ],
    "NO": [
        "Nummeret mitt er {ni to fire, sju åtte, tre en seks}.",
        "ring meg på {to to fire ni null fem én sju} etter fem",
        "Det var {nittito førtisju åttitre sekstien}, husker jeg.",
        "hun sa {fire åtte eh sju null to en tre ni} og la på",
        "Ring {pluss førtisju nitti null to åttifire femten}.",
        "altså fasttelefon {tjueto... femtisju... nittién... trettiåtte}",
    ],
    "IT": [
        "Il mio numero è {tre quattro sette, otto uno due, sei tre cinque nove}.",
        "chiamami allo {zero cinque uno quattro nove sei zero quattro cinque sei} dopo le cinque",
        "Era {347 ventidue quarantatré settantotto uno}, me lo ricordo.",
        "ha detto {tre tre otto ehm nove sette due due tre uno zero} e ha riattaccato",
        "Chiami il {più trentanove tre quattro nove cinque sei uno nove due otto zero}.",
        "quindi il fisso è {zero sei... sessantasei novantasei... zero uno ventidue}",
    ],
    "PT": [
        "O meu número é {nove um dois, três quatro cinco, seis sete zero}.",
        "liga-me para o {dois um quatro nove seis zero quatro cinco seis} depois das cinco",
        "Era {96 vinte e dois quarenta e três setenta e oito cinco}, ainda sei.",
        "ela disse {nove três hum oito sete dois dois três um zero} e desligou",
        "Ligue {mais trezentos e cinquenta e um nove seis um nove dois oito zero quatro três}.",
        "então o fixo é {dois dois... sessenta e seis noventa e seis... zero um vinte}",
    ],
    "PL": [
        "Mój numer to {sześć zero dwa, siedem osiem jeden, trzy pięć dziewięć}.",
        "zadzwoń na {dwa dwa cztery dziewięć sześć zero cztery pięć sześć} po piątej",
        "To było {601 dwadzieścia dwa czterdzieści trzy siedemdziesiąt osiem}, pamiętam.",
        "powiedziała {pięć zero osiem yyy dziewięć siedem dwa dwa trzy jeden} i się rozłączyła",
        "Proszę dzwonić {plus czterdzieści osiem sześćset dwa pięćset sześćdziesiąt jeden dziewięćset dwadzieścia}.",
        "czyli stacjonarny {dwadzieścia dwa... sześćset sześćdziesiąt dziewięć... zero jeden... czternaście}",
    ],
    "CZ": [
        "Moje číslo je {šest nula dva, sedm osm jedna, tři pět devět}.",
        "zavolej na {dva dva čtyři devět šest nula čtyři pět šest} po páté",
        "Bylo to {777 dvacet dva čtyřicet tři sedmdesát osm}, to si pamatuju.",
        "říkala {sedm nula osm ehm devět sedm dva dva tři jedna} a zavěsila",
        "Volejte {plus čtyři sta dvacet šest set dva pět set šedesát jedna devět set dvacet}.",
        "takže pevná je {dva sedm dva... šest šest devět... nula jedna čtyři}",
    ],
    "GR": [
        "Το νούμερό μου είναι {έξι εννιά εφτά, τέσσερα ένα δύο, έξι τρία πέντε οχτώ}.",
        "πάρε με στο {δύο ένα μηδέν τέσσερα εννιά έξι μηδέν τέσσερα πέντε έξι} μετά τις πέντε",
        "Ήταν {69 είκοσι δύο σαράντα τρία εβδομήντα οχτώ δεκαπέντε}, το θυμάμαι.",
        "είπε {έξι εννιά οκτώ εε εννέα επτά δύο δύο τρία ένα μηδέν} και το έκλεισε",
        "Καλέστε {συν τριάντα έξι εννιά τέσσερα πέντε έξι ένα εννιά δύο οχτώ μηδέν}.",
        "λοιπόν το σταθερό {δύο δέκα... εξήντα έξι ενενήντα έξι... μηδέν ένα είκοσι}",
    ],
}

NO_PHONES = {
    "GB": [
        "she counted one two three four five six seven eight nine ten",
        "they were two, four, six, seven and nine years old",
        "it cost nine hundred and ninety-nine pounds",
        "between nineteen eighty-seven and nineteen ninety-six",
        "seven or eight of them, nine at most",
        "ten nine eight seven six five four three two one and off",
    ],
    "DE": [
        "eins zwei drei vier fünf sechs sieben acht",
        "es waren drei, vier, sieben oder neun Kinder",
        "neunhundertneunundneunzig Euro",
        "neunzehnhundertsiebenundachtzig",
        "sieben Jahre, sechs Monate und neun Tage",
    ],
    "NL": [
        "een twee drie vier vijf zes zeven acht",
        "zes of zeven kinderen, negen hooguit",
        "negenhonderd negenennegentig euro",
        "tussen negentien zevenentachtig en negentien zesennegentig",
    ],
    "NO": [
        "en to tre fire fem seks sju åtte",
        "seks eller sju barn, høyst ni",
        "ni hundre og nittini kroner",
        "fra nitten åttisju til nitten nittiseks",
    ],
    "IT": [
        "uno due tre quattro cinque sei sette otto",
        "sette o otto bambini, nove al massimo",
        "novecentonovantanove euro",
        "due, quattro, sei e sette anni",
    ],
    "PT": [
        "um dois três quatro cinco seis sete oito",
        "sete ou oito crianças, nove no máximo",
        "novecentos e noventa e nove euros",
        "entre os sete e os nove anos",
    ],
    "PL": [
        "jeden dwa trzy cztery pięć sześć siedem osiem",
        "siedem albo osiem osób, najwyżej dziewięć",
        "dziewięćset dziewięćdziesiąt dziewięć złotych",
        "między siedem a dziewięć lat",
    ],
    "CZ": [
        "jedna dva tři čtyři pět šest sedm osm",
        "sedm nebo osm dětí, nejvýš devět",
        "devět set devadesát devět korun",
        "mezi šesti a devíti lety",
    ],
    "GR": [
        "ένα δύο τρία τέσσερα πέντε έξι εφτά οχτώ",
        "εφτά ή οχτώ παιδιά, το πολύ εννιά",
        "εννιακόσια ενενήντα εννιά ευρώ",
        "δύο, τέσσερα, έξι και εφτά χρονών",
    ],
}


@pytest.mark.parametrize(("region", "example"), each(PHONES))
def test_a_number_that_is_said_goes(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("PHONE", region, example)


@pytest.mark.parametrize(("region", "example"), each(NO_PHONES))
def test_what_is_counted_stays(region: str, example: str) -> None:
    assert not found_of_kind("PHONE", region, example)
