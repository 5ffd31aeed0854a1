"""Contact data in the turns of speech that the first run on the eighth set missed. All of it is invented."""

import pytest

from tests.builders.said_aloud import missed

SAID = [  # in brackets what is replaced or waits
    # the small words before a corner, spaces around signs, a part of the building before or behind the street
    ("en", "we met at [the corner of Tansy Row and Gall Street], number four"),
    ("nl", "ik sta op [de hoek van de Wolhoflaan en de Bijlsteeg], altijd"),
    ("cs", "čekala [na rohu Kalinové a Tkalcovské], jako vždy"),
    ("pt", "é [na esquina da Rua do Linho com o Beco do Sal], ali"),
    ("nl", "het adres is [Roggehoeve , 12 . b], staat er"),
    ("de", "gemeldet bin ich [Quendelgasse 4 , 2 . OG , Whg . 11], sonst nichts"),
    ("el", "μένουμε [Σταφυλιώνος 14Β, στον ημιώροφο], πίσω"),
    ("pl", "mieszkałam na [ulicy Tkaczej dwanaście, w oficynie], na końcu"),
    ("cs", "bydlela [Kalinová 16 lomeno 4, suterén], a nic víc"),
    ("en", "send it to [flat seven, thirty-two Tansy Road], please"),
    ("en", "it was [First floor front, 12 Gall Terrace], back then"),
    ("nl", "ze zit in [appartement 8, Wolhoflaan 21], boven"),
    ("no", "hun leier i [sokkelen, Kvernveien 18], hos tante"),
    ("cs", "ubytovna [Kalinova 3, pokoj padesát dva], tam jsme byli"),
    ("en", "R: [Forty, no, forty-two Gallowhill], just Gallowhill."),
    # a number that somebody repeats, words for several equal figures, words for hundreds
    ("de", "B: Null sechs acht, neun eins vier, zwei sieben drei. I: [Zwei sieben drei?]"),
    ("no", "R: Førtien, tolv, og så åtti nittini, nitten. I: [Åtti nittini, nitten], ja."),
    ("nl", "bel me op [nul zes, nul acht, drie zevens, negentien, twee]"),
    ("cs", "telefon na domovníka je [pětistovka, stovka, třicet jedna osm]"),
    ("it", "il centralino fa [0555 trecento, ventidue e undici], la mattina"),
    ("de", "Sie erreichen mich unter [030 23125 vierhundertzwölf], wenn Sie wollen"),
    ("de", "das war [Lindbachstraße, die Acht], ganz oben"),
    ("nl", "ze wonen [Lindbeekstraat, op de acht], geloof ik"),
    # numbers of files: how a letter is spelt in two words, thousands, a point that is said, other words about files
    ("en", "your file, [B as in Betty, slash thirty-one, slash two oh nine], is shut"),
    ("no", "saken heter [C som i Cecilie, skråstrek tjueto, skråstrek ni]"),
    ("en", "the order number is [W as in Walter, six thousand and forty-two]"),
    ("pl", "[osiem tysięcy dwanaście przez M], taki był numer zamówienia"),
    ("en", "our policy number is [GRX 40 double 8 12], it says"),
    ("nl", "het rekestnummer was [zeven zeven één punt nul drie acht], geloof ik"),
    ("nl", "zaaknummer [D schuine streep nul vier, schuine streep elf]"),
    ("it", "il caso [G 40, stanghetta, zero, no scusi, otto], è chiuso"),
    ("de", "der Beschluss, Geschäftsnummer [4 XII 203 aus 19], kam"),
    ("cs", "soud to vede, sp. zn. [dvacet dva Co, sto pět, lomeno devatenáct]"),
    ("el", "είμαι ο κωδικός [διακόσια εφτά Φι], στα χαρτιά"),
    # e-mail addresses whose first part is of several words, or spelt with commas
    ("it", "me l'ha fatta lui, [zia berta, attaccato, chiocciola, ehm, rovomail] punto it"),
    ("pt", "foi ela que fez, [tia berta, tudo pegado, arroba, silvamail] ponto pt"),
    ("it", "le faccio lo spelling, [emme, o, erre, ti, chiocciola, letterona] punto net"),
    ("de", "die Adresse ist [hilfe Minus kind, dann der Klammeraffe, molkau] Minus mitte Punkt de"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), SAID)
def test_all_its_parts_are_replaced_or_wait(language: str, marked: str) -> None:
    assert not missed(language, marked)
