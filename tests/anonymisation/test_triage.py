"""A text that the triage calls dull is one in which no detector finds anything. All names are invented."""

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscase.anonymisation.identifiers import names_of_people
from crosscase.anonymisation.pseudonyms import Pseudonyms
from crosscase.anonymisation.redaction import _WITH_SIGNS, Redactor
from crosscase.anonymisation.register import Person
from crosscase.detectors import addresses
from crosscase.detectors.listed import ListedNames
from crosscase.detectors.name_search import Identifier
from crosscase.detectors.spans import Setting, Span
from crosscase.detectors.words import has_signs
from crosscase.languages.vocabulary import load
from crosscase.storage.text_form import nfc
from tests.builders.plain_runs import repeats
from tests.builders.said_aloud import setting_of
from tests.evaluation import sentences
from tests.evaluation.finder import identifiers
from tests.evaluation.sentences import EvaluationSet

FULL, BASIC = ("cs", "de", "el", "en", "nl", "pt"), ("fi", "fr", "hu", "tr", "uk")
LANGUAGES = (*FULL, *BASIC)


@pytest.mark.parametrize("text", ["Joy said", "Joy said so", "So she came. Joy said", "Then.\nJoy\nsaid so"])
def test_a_name_before_a_verb_is_looked_at(text: str) -> None:
    setting = Setting(("GB",), (load("en"),))
    careful, quick = redactors_of("en")
    assert quick.find(text, setting) == careful.find(text, setting) != []


def test_a_german_adjective_of_a_listed_name_is_found_in_small_letters() -> None:
    person = Person(locator="row 1", participant="P1", name="Ada Quilmer", group="DE")
    careful, quick = redactors(names_of_people([person], {"DE": ("de",)}))
    setting, text = Setting(("DE",), (load("de"),)), "das ist so die quilmersche Art, eine ganz typische"
    assert [text[s.start : s.end] for s in quick.find(text, setting)] == ["quilmersche"]
    assert quick.find(text, setting) == careful.find(text, setting)


def nothing(_: str, __: Setting) -> Iterator[Span]:
    """A model that finds nothing; with a model every text is searched."""
    yield from ()


def redactors(names: list[Identifier]) -> tuple[Redactor, Redactor]:
    """One that looks at every text, and one that does not."""
    listed = ListedNames(names, {})
    return Redactor(listed, Pseudonyms(bytes(32)), dict.fromkeys(LANGUAGES, nothing)), Redactor(
        listed, Pseudonyms(bytes(32))
    )


@cache
def redactors_of(language: str) -> tuple[Redactor, Redactor]:
    """Both, with the listed names of the sentences of a language."""
    return redactors(identifiers(marked(language)))


@cache
def marked(language: str) -> EvaluationSet:
    """The sentences of a language; read when they are first needed, as every test process imports this module."""
    return sentences.tuning(language)[0] if language in FULL else sentences.basic(language)


@cache
def words_of(language: str) -> list[str]:
    return sorted({word for text, _ in marked(language).sentences for word in text.split()})


@pytest.mark.plain_cases(5)
@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=repeats(15, 150), deadline=None)
@given(data=st.data())
def test_no_find_is_lost(language: str, data: st.DataObject) -> None:
    """Neither in a few words that stand close together nor in a long text with much between them."""
    spaces = st.sampled_from([" ", " ", " ", "  ", "\n", "\u00a0", ". ", ", ", ": „", " – ", "-", " \0 "])
    word = st.sampled_from(words_of(language)).flatmap(lambda word: st.sampled_from([word, word, word.title()]))
    dull = st.lists(st.sampled_from([w for w in words_of(language) if w.isalpha() and w.islower()]), max_size=30)
    close = st.lists(st.tuples(word, spaces).map("".join), max_size=9).map("".join)
    text = nfc(" ".join(data.draw(st.lists(st.one_of(close, dull.map(" ".join)), max_size=5))))
    setting = Setting((marked(language).region,), (load(language),))
    careful, quick = redactors_of(language)
    assert quick.find(text, setting) == careful.find(text, setting)
    if not has_signs(text):
        assert not [span for pattern in (addresses.find, *_WITH_SIGNS) for span in pattern(text, setting)]


LISTS = (  # of words beside numbers that may identify somebody
    *("file_strong", "file_weak", "number_words", "number_signs", "house_number", "street_before", "street_after"),
    *("residence", "flat", "blocks", "houses", "post_boxes", "slashes", "number_suffixes", "file_joins", "units"),
)


@cache
def dull_words_of(language: str) -> list[str]:
    return [word for word in words_of(language) if word.isalpha() and word.islower()]


@cache
def telling_words_of(language: str) -> list[str]:
    lists = load(language)
    return sorted({*lists.months, *lists.birth_words, *(word for name in LISTS for word in lists.contact(name))})


@pytest.mark.plain_cases(5)
@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=repeats(15, 150), deadline=None)
@given(data=st.data())
def test_no_number_in_figures_is_lost(language: str, data: st.DataObject) -> None:
    """Whatever words that may say what it is stand near it, or beside it."""
    number = st.one_of(st.integers(1, 999), st.integers(1900, 2030)).map(str)
    number = st.tuples(number, st.sampled_from(["", "", "", ",", ".", "?"])).map("".join)
    dull, telling = st.sampled_from(dull_words_of(language)), st.sampled_from(telling_words_of(language))
    words = st.one_of(number, telling, telling.map(str.title), dull, st.sampled_from(["–", "B", "er,", "OK", "c"]))
    close = st.tuples(st.lists(words, max_size=4), number, st.lists(words, max_size=3))
    joined = close.map(lambda parts: " ".join([*parts[0], parts[1], *parts[2]]))
    passages = data.draw(st.lists(st.one_of(joined, st.lists(dull, max_size=20).map(" ".join)), min_size=1, max_size=5))
    text = nfc(" ".join(["So", *passages]))
    setting = Setting((marked(language).region,), (load(language),))
    careful, quick = redactors_of(language)
    assert quick.find(text, setting) == careful.find(text, setting)


@pytest.mark.parametrize("language", (*FULL, "it", "no", "pl"))
def test_no_feast_in_a_year_is_lost(language: str) -> None:
    """Also one of words with signs within, and of words that are public: Mother's Day, New Year's Eve."""
    lists, setting = load(language), setting_of(language)
    names = ListedNames([], {})
    careful = Redactor(names, Pseudonyms(bytes(32)), {language: nothing})
    quick = Redactor(names, Pseudonyms(bytes(32)))
    born = max(lists.lists["birth"].split(), key=len).strip("*").replace("_", " ")
    feasts = [feast.replace("_", " ") for name in ("feasts", "feast_days") for feast in lists.lists[name].split()]
    written = [*feasts, *(" ".join(word[0].upper() + word[1:] for word in feast.split()) for feast in feasts)]
    texts = [f"So {before}{feast} 1962, so" for feast in written for before in ("", f"{born} ")]
    assert [text for text in texts if quick.find(text, setting) != careful.find(text, setting)] == []
    assert any(quick.find(text, setting) for text in texts)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("quillow", "and then quillow came"),  # listed in small letters
        ("محمد", "and then محمد came"),  # letters that have no capitals
        ("Jana Quillow", "in the folder jana-quillow"),
        ("Jana Quillow", "signed j.q. and J. Q. below"),
        ("Quillow", "the Anne-Quillow model"),
        ("Quill House", "Quill House"),
        ("Quill House", "nobody was there.  Quill  House was shut"),
    ],
)
def test_a_listed_name_is_found_in_an_otherwise_dull_text(name: str, text: str) -> None:
    person = Person(locator="row 1", participant="P1", name=name, group="GB")
    careful, quick = redactors(names_of_people([person], {"GB": ("en",)}))
    setting = Setting(("GB",), (load("en"),))
    assert quick.find(text, setting) == careful.find(text, setting)
    assert any(span.original == "P1" for span in quick.find(text, setting))


@pytest.mark.parametrize(
    ("language", "text", "born"),
    [
        ("cs", "a pak se narodila devátého května dva tisíce tři doma", "devátého května dva tisíce tři"),
        ("pt", "nasceu a oito de dezembro de dois mil e dez", "oito de dezembro de dois mil e dez"),
    ],
)
def test_a_date_in_words_is_found_in_an_otherwise_dull_text(language: str, text: str, born: str) -> None:
    setting = Setting((marked(language).region,), (load(language),))
    for redactor in redactors([]):
        assert [text[span.start : span.end] for span in redactor.find(text, setting)] == [born]


@pytest.mark.parametrize(
    "text",
    [
        "so ring me on one two three, two five four, six one five, please",  # no digit above six
        "and then call four um and then five so two wait six um three um two, please",
    ],
)
def test_a_telephone_number_of_small_numbers_is_found_in_an_otherwise_dull_text(text: str) -> None:
    setting = Setting(("GB",), (load("en"),))
    careful, quick = redactors([])
    assert [span.kind for span in quick.find(text, setting)] == ["PHONE"]
    assert quick.find(text, setting) == careful.find(text, setting)


def test_a_name_with_a_sign_alone_between_its_words_is_found_in_small_letters() -> None:
    person = Person(locator="row 1", participant="P1", name="Button Garland", group="GB")
    setting, text = Setting(("GB",), (load("en"),)), "and so button - garland came"
    careful, quick = redactors(names_of_people([person], {"GB": ("en",)}))
    assert [text[s.start : s.end] for s in quick.find(text, setting)] == ["button - garland"]
    assert quick.find(text, setting) == careful.find(text, setting)


def test_an_ordinary_word_before_a_verb_is_found_where_another_language_writes_nouns_with_capitals() -> None:
    setting = Setting(("LU",), (load("de"), load("fr")))
    careful, quick = redactors([])
    text = "Fenster raconte tout."
    assert quick.find(text, setting) == careful.find(text, setting) != []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "e depois a mais velha, onze do seis de noventa e três, ficou em casa"),
        ("nl", "en toen kwam pakjesavond tweeduizend zes en dan dit"),
        ("nl", "dus was het dossier zesduizend zoveel en dan dit"),
        ("de", "und dann der fall acht drei schrägstrich neunzehn und so"),
        ("en", "and then he turned, on the sixth of may, and so on"),
        ("nl", "En het was klantnummer tweehonderd, geloof ik."),  # and no other number
        ("de", "Das Aktenzeichen hieß neunzehnhundertsiebenundachtzig."),  # no figure, letter or sign stands beside it
        ("cs", "To bylo pod č. j. 1993, a pak nic."),
        ("en", "We lived in the old square , twelve , for a while."),  # spaces before the signs
    ],
)
def test_contact_data_in_words_are_found_in_an_otherwise_dull_text(language: str, text: str) -> None:
    careful, quick = redactors([])
    setting = Setting(("X",), (load(language),))
    assert quick.find(text, setting) == careful.find(text, setting) != []


@pytest.mark.parametrize(
    ("language", "text", "street"),
    [
        ("it", "Era in piazza Maggio, credo.", "piazza Maggio"),
        ("pl", "Mieszkali przy ulicy Maj.", "ulicy Maj"),
        ("pt", "Moravam na rua Maio, acho eu.", "rua Maio"),
        ("pl", "Mieszkali tam, przy ul. Nad Wodą, długo.", "ul. Nad Wodą"),
        ("pt", "Era, hum, praça da Sé, hum, vinte e cinco, o escritório.", "praça da Sé"),  # "se" is a small word
    ],
)
def test_a_street_whose_name_is_no_name_elsewhere_is_found(language: str, text: str, street: str) -> None:
    setting = Setting(("X",), (load(language),))
    for redactor in redactors([]):
        assert any(street in text[span.start : span.end] for span in redactor.find(text, setting))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The reference is OK and then 447, and I wrote it down."),
        ("fi", "Hänen potilasnumeronsa on vielä Hr 90 siellä."),
        ("de", "Das war am Postweg. Woche 41 oder so."),
        ("en", "She lives at number 12 now."),
        ("pl", "Mieszka pod 12 od dawna."),
        ("no", "Det var saksnummer 31 av 2018, tror jeg."),
        ("en", "He lives on the left at door 12, I think."),
        ("nl", "Die auto met het kenteken, dat was ab. 1925 of zo."),
        ("it", "Abita in centro. Lipari 14 è la casa."),
    ],
)
def test_what_says_what_a_number_is_has_its_detectors_asked(language: str, text: str) -> None:
    careful, quick = redactors([])
    setting = Setting((marked(language).region if language in LANGUAGES else language.upper(),), (load(language),))
    assert quick.find(text, setting) == careful.find(text, setting)


def test_the_end_of_a_sentence_is_no_shortened_word_for_a_square() -> None:
    setting, text = Setting(("CZ",), (load("cs"),)), "Pomohla nám. Potom jsme šli domů."
    for redactor in redactors([]):
        assert redactor.find(text, setting) == []


def test_a_shortened_word_before_a_small_one_is_no_street() -> None:
    setting = Setting(("FR",), (load("fr"),))
    careful, quick = redactors_of("fr")
    assert careful.find("C'est dix. ", setting) == quick.find("C'est dix. ", setting) == []


@pytest.mark.parametrize("text", ["there was K. S. below it", "there was k. s. below it", "signed by k.s."])
def test_initials_are_found_in_a_document_without_usable_capitals(text: str) -> None:
    person = Person(locator="row 1", participant="P1", name="Keziah Sandmoor", group="GB")
    careful, quick = redactors(names_of_people([person], {"GB": ("en",)}))
    setting = Setting(("GB",), (load("en"),), cased=False)
    assert quick.find(text, setting) == careful.find(text, setting) != []


def test_a_name_before_a_number_and_a_word_about_living_is_searched() -> None:
    """The name begins the sentence and is an ordinary word, and the word about living stands behind the number."""
    careful, quick = redactors_of("nl")
    setting, text = Setting((marked("nl").region,), (load("nl"),)), "Kwelder twee al slaapt"
    assert quick.find(text, setting) == careful.find(text, setting) != []
