"""Numbers and addresses that are said with remarks, repeats and letters between their parts. All of it is invented."""

import pytest

from tests.builders.said_aloud import missed, spans_of

SAID = [  # in brackets what is replaced or waits
    # a telephone number that another speaker repeats, or that goes on behind a remark
    ("en", "[oh one one four three nine six – three nine six, yeah? – yeah, oh double seven two], ask there"),
    ("de", "[Null vier null, sieben sechs neun sechs neun – sechs neun sechs neun? – genau, und dann hundertzwölf]."),
    ("no", "«[Trettifire femtifem.» «Trettifire femtifem, ja?» «Null null åttiåtte].» Og så la hun på."),
    ("cs", "Zapište si to: [755 016, počkejte, 755 016 380]."),
    ("nl", "Dus dat is [06-, even kijken, 70 11 22 08]."),
    ("de", "Also, [0171, äh, 39 3 00, und dann 83]."),
    ("de", "ruf an [089 doppelneun doppelneun acht drei null sechs] der weiß es"),
    ("it", "fa [trecentotto, sessanta, zero zero, sessantadue, due], chiami lei"),
    ("it", "è [trecentonove zero uno e poi cinque volte il sette] per la memoria"),
    ("pt", "o táxi é o [990 dois zeros sete, quatrocentos e seis]."),
    ("cs", "tak [sedm osm jedna čtyřicet čtyřicet jedna čtyřicet dva nebo třicet dva ne čtyřicet dva] no"),
    # letters of a file's number that are spelt in small letters, before and behind its figures
    ("de", "aktenzeichen [a wie anton schrägstrich zweiundzwanzig schrägstrich null vier drei] steht oben"),
    ("en", "the claim reference was um [b for bertie seven seven one four stroke nineteen] I said"),
    ("nl", "ze vroegen naar het polisnummer. [zeven drie vijf nul nul vier x] en ik stond daar"),
    ("en", "the insurance policy number you know. [p l dash three oh eight nine dash x] that was it"),
    ("no", "mappa vår var saksnummer [nitten skråstrek a som anna skråstrek tjueen] og den var tjukk"),
    ("pl", "[a jak adam wu jak wanda dwieście jeden] numer klienta w gazowni"),
    # an e-mail address in which a recogniser hears the end of a sentence, or that goes on behind a written sign
    ("nl", "[wijkteam streepje noord at oudemeerslo. Punt nl] daar zit iemand"),
    ("cs", "Škola má [kancelar@ zskalinova, dohromady, tečka cz], ale nikdo ji nečte."),
    ("cs", "Mám mejl [olina tečka kalinova zavináč vrbopost tečka cé zet], bez háčků."),
]  # fmt: skip

LOOKS_LIKE_ONE = [
    ("en", "How many? Three. And of these two? Five, yes, five in all."),
    ("en", "we asked two or three, yeah, maybe four, of the six families"),
    ("de", "Wie viele? Drei. Ja, drei oder vier, jetzt sind es fünf."),
    ("it", "due o tre volte il lunedì, e poi quattro volte il venerdì"),
    ("nl", "twee of drie keer per week, en nu vier keer"),
    ("pl", "dwa albo trzy razy w tygodniu, teraz cztery"),
    ("pt", "duas ou três vezes por semana, agora quatro"),
    ("cs", "dvakrát nebo třikrát týdně, teď čtyřikrát"),
    ("no", "to eller tre ganger i uka, nå fire"),
    ("el", "δύο ή τρεις φορές την εβδομάδα, τώρα τέσσερις"),
    ("en", "we met @ the school, all together, at ten"),
]


@pytest.mark.parametrize(("language", "marked"), SAID)
def test_all_its_parts_are_replaced_or_wait(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize(("language", "text"), LOOKS_LIKE_ONE)
def test_what_is_counted_is_no_number_of_anybody(language: str, text: str) -> None:
    assert not [text[span.start : span.end] for span in spans_of(language, text) if span.kind in ("PHONE", "EMAIL")]
