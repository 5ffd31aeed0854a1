"""Dates of birth in words, in nine languages. All of it is invented."""

import pytest

from tests.builders.marked_examples import each, found_of_kind, missed

BIRTHS = {
    "GR": [
        "γεννήθηκε στις {οχτώ Δεκεμβρίου του δύο χιλιάδες δέκα} στο χωριό",
        "η ημερομηνία γέννησής της είναι {πρώτη Ιουνίου χίλια εννιακόσια ογδόντα τέσσερα}",
        "ήρθε στον κόσμο την {εικοστή πέμπτη Μαρτίου του δύο χιλιάδες ένα}",
        "γεννημένος {είκοσι δύο μαΐου χίλια εννιακόσια ενενήντα εφτά} το πρωί",
        "γεννήθηκα την {τριακοστή πρώτη Αυγούστου δύο χιλιάδες τρία}",
        "τα γενέθλιά του είναι {δεκατέσσερις Φεβρουαρίου του δύο χιλιάδες δεκαπέντε}",
        "γεννήθηκε {τρεις του Απρίλη του δύο χιλιάδες έξι} στο νοσοκομείο",
        "γεννήθηκα {δώδεκα Ιουλίου του εβδομήντα οχτώ} στην Πάτρα",
    ],
    "GB": [
        "he was born on the {eighth of December two thousand and ten} at home",
        "born the {twenty-first of june nineteen eighty-four} in the car",
        "her date of birth is {March the third, two thousand and six}",
        "my birthday is the {fifth of may twenty ten}, so I was late",
        "born on the {thirty-first of August, twenty twelve}",
    ],
    "DE": [
        "geboren am {achten Dezember zweitausendzehn} zu Hause",
        "sie ist am {einundzwanzigsten juni neunzehnhundertvierundachtzig} geboren",
        "sein Geburtsdatum ist der {dritte März zweitausendsechs}",
        "geboren am {fünften Mai zweitausendeins} im Auto",
        "Geburtstag hat er am {einunddreißigsten August zweitausendzwölf}",
    ],
    "NL": [
        "geboren op {acht december tweeduizend tien} thuis",
        "ze is op {eenentwintig juni negentienhonderdvierentachtig} geboren",
        "de geboortedatum is {drie maart tweeduizend zes}",
        "jarig op de {vijfde mei tweeduizend een}",
        "geboren {eenendertig augustus tweeduizendtwaalf} in de auto",
    ],
    "NO": [
        "født {åttende desember totusen og ti} hjemme",
        "hun er født {tjueførste juni nittenåttifire}",
        "fødselsdatoen er {tredje mars to tusen og seks}",
        "bursdagen er {femte mai tjue ti}, sier hun",
        "født den {trettiførste august tjuetolv} i bilen",
    ],
    "IT": [
        "è nato l'{otto dicembre duemiladieci} in casa",
        "nata il {ventuno giugno millenovecentottantaquattro}",
        "la data di nascita è {tre marzo duemilasei}",
        "il compleanno è il {primo maggio duemilauno}",
        "nato il {trentuno agosto duemiladodici} in macchina",
    ],
    "PT": [
        "nasceu a {oito de dezembro de dois mil e dez} em casa",
        "nascida a {vinte e um de junho de mil novecentos e oitenta e quatro}",
        "a data de nascimento é {três de março de dois mil e seis}",
        "faz anos, o aniversário é a {um de maio de dois mil e um}",
        "nasceu no dia {trinta e um de Agosto de dois mil e doze}",
    ],
    "PL": [
        "urodzony {ósmego grudnia dwa tysiące dziesiątego roku} w domu",
        "urodziła się {dwudziestego pierwszego czerwca tysiąc dziewięćset osiemdziesiątego czwartego}",
        "data urodzenia to {trzeci marca dwa tysiące sześć}",
        "urodziny ma {pierwszego maja dwutysięcznego roku}",
        "urodzona {trzydziestego pierwszego sierpnia dwa tysiące dwunastego} w aucie",
    ],
    "CZ": [
        "narodil se {osmého prosince dva tisíce deset} doma",
        "narozena {dvacátého prvního června devatenáct set osmdesát čtyři}",
        "datum narození je {třetího března dva tisíce šest}",
        "narozeniny má {prvního května dva tisíce jedna}",
        "narodil se {třicátého prvního srpna dva tisíce dvanáct} v autě",
    ],
}


@pytest.mark.parametrize(("region", "example"), each(BIRTHS))
def test_a_date_of_birth_in_words_goes(region: str, example: str) -> None:
    assert missed(region, example) == ""
    assert found_of_kind("BIRTHDATE", region, example)
