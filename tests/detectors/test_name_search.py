"""Listed names are found in the forms of nine languages, and other words are left alone. All names are invented."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscase.detectors.name_forms import forms
from crosscase.detectors.name_search import Identifier, NameSearch
from crosscase.languages.vocabulary import plain

DECLINED = {
    ("cs", "Nováčková"): "Nováčková Nováčkové Nováčkovou NOVÁČKOVÉ Novackove",
    ("cs", "Lipovský"): "Lipovský Lipovského Lipovskému Lipovským",
    ("cs", "Lipovská"): "Lipovská Lipovské Lipovskou",
    ("cs", "Kramařík"): "Kramaříka Kramaříkovi Kramaříkem Kramaříku Kramaříkův Kramaříkova",
    ("cs", "Zedníček"): "Zedníčka Zedníčkovi Zedníčkem",
    ("cs", "Jezdec"): "Jezdce Jezdci Jezdcem",
    ("cs", "Tichá"): "Tiché Tichou",
    ("cs", "Svobodka"): "Svobodky Svobodku Svobodkou Svobodce Svobodkovi",
    ("cs", "Jiřina"): "Jiřiny Jiřině Jiřinu Jiřinou Jiřino",
    ("cs", "Radka"): "Radky Radce Radku Radkou Radčina",
    ("cs", "Olga"): "Olgy Olze Olgu Olgou",
    ("cs", "Ondřej"): "Ondřeje Ondřejem Ondřejovi Ondřejův",
    ("cs", "Karel"): "Karla Karlovi Karlem Karlova",
    ("cs", "Marie"): "Marie Marii Marií",
    ("pl", "Kowalewski"): "Kowalewskiego Kowalewskiemu Kowalewskim Kowalewscy Kowalewskich",
    ("pl", "Kowalewska"): "Kowalewskiej Kowalewską",
    ("pl", "Zieliniak"): "Zieliniaka Zieliniakowi Zieliniakiem",
    ("pl", "Wróblewicz"): "Wróblewicza Wróblewiczowi Wróblewiczem Wroblewicza",
    ("pl", "Dąbek"): "Dąbka Dąbkowi Dąbkiem Dabka",
    ("pl", "Matuszko"): "Matuszki Matuszce Matuszkę Matuszką",
    ("pl", "Halina"): "Haliny Halinie Halinę Haliną Halino",
    ("pl", "Marta"): "Marty Marcie Martę Martą",
    ("pl", "Jadwiga"): "Jadwigi Jadwidze Jadwigę",
    ("pl", "Barbara"): "Barbary Barbarze Barbarę",
    ("pl", "Agnieszka"): "Agnieszki Agnieszce Agnieszkę",
    ("pl", "Paweł"): "Pawła Pawłowi Pawłem Pawle",
    ("pl", "Piotr"): "Piotra Piotrowi Piotrem",
    ("el", "Νικολόπουλος"): "Νικολόπουλου Νικολόπουλο Νικολόπουλε ΝΙΚΟΛΟΠΟΥΛΟΣ Νικολοπουλος",
    ("el", "Γεωργιάδης"): "Γεωργιάδη Γεωργιάδης",
    ("el", "Φραγκιαδάκης"): "Φραγκιαδάκη",
    ("el", "Κώστας"): "Κώστα",
    ("el", "Μαρία"): "Μαρίας Μαρία ΜΑΡΙΑΣ",
    ("el", "Ελένη"): "Ελένης Ελενη",
    ("el", "Παπαδημητρίου"): "Παπαδημητρίου Παπαδημητριου",
    ("de", "Lindenwehrer"): "Lindenwehrers Lindenwehrer's LINDENWEHRER",
    ("de", "Größl"): "Größls Grössl",
    ("en", "Pemberwick"): "Pemberwick's Pemberwicks Pemberwick’s",
    ("nl", "Jansveld"): "Jansvelds Jansveld's",
    ("no", "Bråtlien"): "Bråtliens Bratlien",
    ("it", "D'Alterini"): "D'Alterini D’Alterini D'ALTERINI",
    ("pt", "Conceição"): "Conceição Conceicao",
}


def found(listed: str, text: str, language: str = "cs") -> list[str]:
    search = NameSearch([Identifier("PERSON", listed, listed, (language,))])
    return [text[name.start : name.end] for name in search.find(text) if name.as_listed]


@pytest.mark.parametrize(("language", "listed"), DECLINED)
def test_a_name_is_found_in_its_forms(language: str, listed: str) -> None:
    for form in DECLINED[language, listed].split():
        for spelt in (form, unicodedata.normalize("NFD", form)):
            assert found(listed, f"Then {spelt}, and more.", language), spelt


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("Most", "most of all"),
        ("Most", "Mostly and Almost"),
        ("Nová", "to je nová věc"),
        ("Jan", "January and Janitor"),
        ("Will", "they will go"),
        ("Centrum Slunce", "Centrum. Jiné slunce"),
        ("Jana Nováčková", "Jana, Nováčková"),
    ],
)
def test_other_words_are_left_alone(listed: str, text: str) -> None:
    assert found(listed, text, "cs") == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Volala Jana Nováčková včera", "Jana Nováčková"),
        ("s Janou Nováčkovou", "Janou Nováčkovou"),
        ("účet jana.novackova je", "jana.novackova"),
        ("@jana_novackova píše", "jana_novackova"),
        ("Jana-Nováčková", "Jana-Nováčková"),
        ("JANA NOVÁČKOVÁ", "JANA NOVÁČKOVÁ"),
    ],
)
def test_a_whole_name_is_one_find(text: str, whole: str) -> None:
    assert found("Jana Nováčková", text) == [whole]


def test_the_longest_of_several_names_is_found() -> None:
    names = [Identifier("PERSON", name, name, ("cs",)) for name in ("Jana", "Jana Nováčková", "Nováčková")]
    text = "Jana Nováčková a Jana"
    assert [text[f.start : f.end] for f in NameSearch(names).find(text)] == ["Jana Nováčková", "Jana"]


@given(st.text(min_size=1, max_size=12), st.sampled_from(["cs", "pl", "el", "de", ""]))
def test_a_form_is_always_the_name_itself_and_the_shape_is_stable(word: str, language: str) -> None:
    assert plain(word) in forms(word, (language,) if language else ())
    assert plain(plain(word)) == plain(word)


@pytest.mark.parametrize(
    ("listed", "text", "words"),
    [
        ("Hathersage", "so hathersage, Hathersage and HATHERSAGE", "hathersage Hathersage HATHERSAGE"),
        ("Hathersage", "in hathersage2019 and 2019hathersage", "hathersage2019 2019hathersage"),
        ("Hathersage", "hathersages2 hathersagery", "hathersages2"),
        ("M Hathersage", "from mhathersage", "mhathersage"),
    ],
)
def test_a_name_is_found_in_any_case_and_in_a_handle(listed: str, text: str, words: str) -> None:
    search = NameSearch([Identifier("PERSON", listed, listed, ("en",))])
    assert [text[name.start : name.end] for name in search.find(text)] == words.split()


def test_a_name_that_is_not_as_listed_hides_no_other() -> None:
    search = NameSearch([Identifier("PERSON", name, name, ("en",)) for name in ("May Hope", "Hope")])
    assert [(name.name.form, name.as_listed) for name in search.find("may Hope")] == [
        ("May Hope", False),
        ("Hope", True),
    ]
