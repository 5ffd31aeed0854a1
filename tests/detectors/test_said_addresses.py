"""Addresses in passages in small letters, as automatic transcripts write them. All of it is invented."""

import pytest

from crosscase.detectors import said_addresses
from crosscase.detectors.spans import Setting
from crosscase.languages.vocabulary import load
from tests.builders.said_aloud import REGIONS, missed, spans_of
from tests.builders.small_letter_traps import TRAPS

SAID = [  # in brackets what is replaced or waits
    # a street with the number in words behind it, and what belongs to it
    ("de", "der onkel wohnte [emil grabner straße hundertdrei stiege vier tür acht] damals"),
    ("de", "die post kam in den [quendelrain dreiundfünfzig komma zweiter stock] immer noch"),
    ("it", "ci hanno dato [vicolo della cardina otto] e basta"),
    ("it", "la lettera era per [via tramaglina novantadue virgola terzo piano] credo"),
    ("nl", "we kregen iets in de [greta van lomstraat honderddrieënveertig] een kamer"),
    ("no", "far bodde i [kaptein solbrekkes gate fjorten] hele livet"),
    ("pl", "mieszkaliśmy tam [ulica kądzieliczna osiem łamane przez dwa] długo"),
    ("pl", "teraz są na [ulicy kądzielicznej osiem] u babci"),
    ("pl", "teraz są na [ulicy kądzielicznej osiem b] u babci"),
    ("cs", "nejdřív azyl a pak [vojtěcha čermáčka osmdesát dva přízemí vlevo] rok a půl"),
    ("pt", "era na [travessa do cirandinho número nove segundo direito] com escadas"),
    ("el", "ήταν [λεωφόρος ελαιοχωρίων διακόσια τέσσερα] και το βρήκα"),
    # the number first
    ("en", "there were four of us at [one two nine gorsley bank] can you imagine"),
    ("en", "my nan was [fifty. Three ruddock park gardens] with the broken gate"),
    ("de", "also [hundertsiebzehn lerchenbrucker chaussee] hat er gesagt"),
    ("de", "die [dreißig in der amselherdstraße] da kannte jeder jeden"),
    ("el", "με πήρε στο σπίτι της [εκατόν δώδεκα επί της χρυσαυγινής] και κοιμήθηκα"),
    ("no", "det var [hundre og tjuefire bekkasinlia] med mus på kjøkkenet"),
    # a block or a flat first, a name with doors, a corner, a sign that is said
    ("de", "der papa ist dann in [block vier eingang zwei ottilienring] gezogen"),
    ("en", "the other one is [orrenvale court staircase two door nineteen] where she came"),
    ("it", "ci vedevamo [angolo via del cordaio via pescherina al civico otto] di sera"),
    ("de", "an der [ecke hainbuchenstraße wachtelweg] war früher der bäcker"),
    ("pl", "na [rogu mostkowej krzywej i szczyrzyckiej] nad apteką"),
    # what is put right, spelt, or named by a word that is said between
    ("it", "al tassista ho detto [borgo annebbiati sei anzi no sessantasei] e rideva"),
    ("en", "my street is [quillthorpe avenue q u i l l t h o r p e number thirty one] i always must spell"),
    ("en", "we asked for [mill bank terrace number two hundred and four] and the man laughed"),
    ("pt", "veio multa para [rua major ponto e vírgula besteirinhos ponto quarenta e um sobreloja] e eu nem sei"),
    ("de", "meine adresse is [rubsamerstr punkt 31 bindestrich 33] ganz oben"),
]  # fmt: skip

LOOKS_LIKE_ONE = [
    ("en", "and then we had three meetings in two weeks with the whole team"),
    ("en", "so that was page 12 of the road map for the second year"),
    ("en", "she came at eight and nine of them had already left by then"),
    ("en", "we did it one by one and it took forty minutes at least"),
    ("de", "wir hatten dann drei familien in der gruppe und zwei kamen nie"),
    ("de", "und das waren zwanzig kinder auf dem platz und einer hat geweint"),
    ("de", "um sieben uhr dreißig fing das an und um acht waren alle da"),
    ("it", "abbiamo mandato via mail due volte la stessa lettera"),
    ("it", "c'erano tre bambini e quattro mamme in piazza quel giorno"),
    ("nl", "we hadden twee groepen van acht kinderen in de klas"),
    ("nl", "op een gegeven moment waren er dertig mensen op straat"),
    ("no", "på gata var det tjue folk og to av dem ropte"),
    ("no", "vi hadde fire møter og så kom det seks til"),
    ("pl", "było nas dwadzieścia osób na ulicy i wszyscy czekali"),
    ("pl", "przez trzy lata miałam pięć grup i dwie się rozpadły"),
    ("cs", "bylo nás tam třicet a dva odešli hned první den"),
    ("cs", "měli jsme pět schůzek a na tři z nich nikdo nepřišel"),
    ("pt", "estavam vinte pessoas na rua e duas delas choravam"),
    ("pt", "tivemos três reuniões e às oito já estava tudo feito"),
    ("el", "είχαμε τρεις συναντήσεις και δύο παιδιά δεν ήρθαν ποτέ"),
    ("el", "ήμασταν τριάντα άτομα στον δρόμο και περιμέναμε"),
]


@pytest.mark.parametrize(("language", "marked"), SAID)
def test_an_address_in_small_letters_is_replaced_or_waits(language: str, marked: str) -> None:
    assert not missed(language, marked)


@pytest.mark.parametrize("rule", said_addresses.RULES, ids=lambda rule: f"{rule.language} {rule.example}")
def test_each_rule_finds_its_example(rule: said_addresses.Rule) -> None:
    setting = Setting((REGIONS[rule.language],), (load(rule.language),))
    assert list(said_addresses.find_by([rule], rule.example, setting))


@pytest.mark.parametrize(("language", "text"), LOOKS_LIKE_ONE)
def test_what_is_counted_is_no_address(language: str, text: str) -> None:
    setting = Setting((REGIONS[language],), (load(language),))
    assert not [text[span.start : span.end] for span in said_addresses.find(text, setting)]


@pytest.mark.plain_cases(3)
@pytest.mark.parametrize("language", TRAPS)
def test_what_only_looks_like_contact_data_in_small_letters_stays(language: str) -> None:
    texts = TRAPS[language].splitlines()
    assert len(texts) == 20
    assert not [(text, text[span.start : span.end]) for text in texts for span in spans_of(language, text)]


@pytest.mark.parametrize(
    ("text", "is_small"),
    [
        ("we had 12 comma thornleby. Hill. Road and it was lovely", True),
        ("We had a house in Hill Road.", False),
        ("and Kim told Ana that Petra and Rosa went", False),
    ],
)
def test_a_passage_in_small_letters_is_known_by_its_beginning(text: str, is_small: bool) -> None:
    assert said_addresses.is_in_small_letters(text, Setting(("GB",), (load("en"),))) is is_small
